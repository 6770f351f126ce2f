"""Programs that run an app have nothing of the machine but their folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pyblocks.build import node
from pyblocks.build.tool import Tool, ToolError

TRIES = """
    import fs from "node:fs";
    import { spawnSync } from "node:child_process";
    const [folder, outside] = [process.argv[2], OUTSIDE];
    const tries = {
      own: () => fs.readFileSync(`${folder}/task.json`, "utf8"),
      read: () => fs.readFileSync(`${outside}/secret.txt`, "utf8"),
      hidden: () => fs.readFileSync(`${outside}/web/node_modules/.cache/other-app`, "utf8"),
      list: () => fs.readdirSync(outside),
      write: () => fs.writeFileSync(`${outside}/new.txt`, ""),
      start: () => { const { error } = spawnSync("id"); if (error) throw error; },
      secret: () => process.env.SECRET_TOKEN ?? "none",
    };
    const made = Object.fromEntries(Object.entries(tries).map(([name, attempt]) => {
      try { return [name, attempt() ?? "done"]; } catch ({ code }) { return [name, code]; }
    }));
    fs.writeFileSync(`${folder}/result.json`, JSON.stringify(made));
"""


def tool(tmp_path: Path, source: str) -> Tool:
    program = tmp_path / "web" / "dist" / "tools" / "program.mjs"
    program.parent.mkdir(parents=True)
    cache = tmp_path / "web" / "node_modules" / ".cache"
    cache.mkdir(parents=True)
    (cache / "other-app").write_text("private")
    program.write_text(source.replace("OUTSIDE", json.dumps(str(tmp_path))))
    return Tool(program, 60, 1)


def test_a_program_has_its_folder_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    monkeypatch.setenv("SECRET_TOKEN", "abc")
    data, _ = tool(tmp_path, TRIES).result({"task.json": b"mine"}, "result.json")
    made = json.loads(data)
    assert (made.pop("own"), made.pop("secret")) == ("mine", "none")
    assert set(made.values()) == {"ERR_ACCESS_DENIED"}
    assert not (tmp_path / "new.txt").exists()


def test_a_link_is_no_result(tmp_path: Path, unrestricted: None) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    link = """import fs from "node:fs"; fs.symlinkSync(OUTSIDE + "/secret.txt", process.argv[2] + "/result.json");"""
    with pytest.raises(ToolError, match=r"Node\.js ended with code 0: it said nothing"):
        tool(tmp_path, link).result({}, "result.json")


@pytest.mark.parametrize(
    ("version", "switches"),
    [
        ((20, 19), ["--experimental-permission", "--allow-worker"]),
        ((22, 12), ["--experimental-permission", "--allow-worker"]),
        ((22, 14), ["--permission", "--allow-worker"]),
        ((22, 15), ["--permission"]),
        ((23, 4), ["--experimental-permission", "--allow-worker"]),
        ((24, 0), ["--permission"]),
    ],
)
def test_each_node_has_its_own_words_for_it(version: tuple[int, int], switches: list[str]) -> None:
    assert node._switches(version) == switches
