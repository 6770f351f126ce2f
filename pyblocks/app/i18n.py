"""``gr.I18n``: texts of an app in several languages; the page shows those of the visitor's."""

from __future__ import annotations

import json
import re
import sys
from typing import Any

#: A language as BCP 47 names it, as far as translations are likely to need: ``en``, ``pt-BR``, ``zh-Hant-TW``.
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?", re.IGNORECASE)


class I18nData(str):
    """A text that the page translates (Gradio's ``I18nData``).

    It is text that names the translation, which the page replaces wherever it is shown: joined with other text or
    formatted into it too.
    """

    __slots__ = ("key",)
    key: str

    def __new__(cls, key: str) -> I18nData:
        """The text that stands for ``key``; its form is Gradio's."""
        made = super().__new__(cls, "__i18n__" + json.dumps({"__type__": "translation_metadata", "key": key}))
        made.key = key
        return made

    def __getnewargs__(self) -> tuple[str]:
        return (self.key,)

    def to_dict(self) -> dict[str, Any]:
        """The translation's name as Gradio spells it in JSON."""
        return {"__type__": "translation_metadata", "key": self.key}

    def _itself(self, *args: Any) -> I18nData:
        """What is here is not the text that the visitor sees: changing its case or its ends would break it."""
        return self

    upper = lower = title = capitalize = casefold = swapcase = strip = lstrip = rstrip = _itself


class I18n:
    """An app's translations (Gradio's ``gr.I18n``): ``i18n("key")`` is a text in the visitor's language.

    Give it to ``launch(i18n=i18n)``. The page takes the visitor's language as translated, or without its region, or
    English, or else the first one given; a key that a language lacks, from the next of them.

    Parameters:
        translations: for each language its texts by key: ``en={"greeting": "Hello"}, **{"pt-BR": {…}}``.

    Raises:
        TypeError: a language's texts are no dict of text.
    """

    def __init__(self, **translations: dict[str, str]) -> None:
        for language, texts in translations.items():
            if not isinstance(texts, dict) or not all(isinstance(text, str) for text in (*texts, *texts.values())):
                raise TypeError(f"gr.I18n({language}={texts!r}): write the texts by key, {language}={{'key': 'text'}}.")
            if not _LANGUAGE.fullmatch(language):
                print(
                    f"PyBlocks: gr.I18n has the language {language!r}, which no browser asks for:"
                    " name it as 'en' or 'pt-BR'.",
                    file=sys.stderr,
                )
        self.translations = translations

    def __call__(self, key: str) -> I18nData:
        """The text that ``key`` stands for."""
        return I18nData(key)

    @property
    def translations_dict(self) -> dict[str, dict[str, str]]:
        """The translations, as Gradio calls them."""
        return self.translations
