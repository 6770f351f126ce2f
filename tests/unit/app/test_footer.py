from __future__ import annotations

import pytest

from pyblocks.app.footer import footer_links_of


def test_the_default_is_what_runs_the_app_and_the_settings() -> None:
    assert footer_links_of(None) == [{"label": "gradio"}, {"label": "settings"}]


def test_an_empty_list_shows_nothing() -> None:
    assert footer_links_of([]) == []


def test_links_of_a_server_are_left_out_and_links_of_the_app_kept() -> None:
    source = {"label": "Source", "url": "https://example.org"}
    assert footer_links_of(["api", "settings", "runs", source]) == [{"label": "settings"}, source]


@pytest.mark.parametrize("wrong", ["setings", {"label": "no url"}, 7])
def test_anything_else_is_named(wrong: object) -> None:
    with pytest.raises(ValueError, match="footer_links has"):
        footer_links_of([wrong])
