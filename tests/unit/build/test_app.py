"""Which files are the app, and what it is called."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from pyblocks.build import app as app_module
from pyblocks.build.app import Selection, read_app
from pyblocks.build.errors import BuildError
from pyblocks.build.report import Report
from pyblocks.build.source import Source


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


@pytest.mark.parametrize("given", ["", "app.py"])
def test_app_py_brings_its_folder(app: Path, report: Report, given: str) -> None:
    write(app, {"lib/helper.py": "", "images/cat.png": "cat"})
    read = read_app(app / given, report)
    assert read.entry == "app.py"
    assert list(read.files) == ["app.py", "images/cat.png", "lib/helper.py", "prices.csv"]
    assert read.files["images/cat.png"] == b"cat"


def test_leaves_out_what_is_no_part_of_an_app(app: Path, report: Report, tmp_path: Path) -> None:
    left_out = [".env", ".git/config", "__pycache__/app.pyc", "node_modules/a.js", "env/pyvenv.cfg", "env/lib/a.py"]
    left_out += ["old/index.html", "old/.pyblocks-site.json", "new/index.html", "old.pyc"]
    write(app, dict.fromkeys(left_out, ""))
    assert list(read_app(app, report, without=[app / "new"]).files) == ["app.py", "prices.csv"]


def test_links_are_followed_inside_the_folder(app: Path, report: Report) -> None:
    write(app, {"v2/data.csv": "1"})
    (app / "data").symlink_to("v2")
    (app / "newest.csv").symlink_to(app / "v2" / "data.csv")
    files = read_app(app, report).files
    assert (files["data/data.csv"], files["newest.csv"]) == (b"1", b"1")


def test_links_that_lead_out_of_the_folder_are_refused_all_at_once(app: Path, report: Report, tmp_path: Path) -> None:
    write(tmp_path, {"shared/data.csv": "1", "passwords.txt": "mine"})
    (app / "data").symlink_to("../shared")
    (app / "host.txt").symlink_to(tmp_path / "passwords.txt")
    (app / "gone").symlink_to(tmp_path / "nowhere")
    (app / "back").symlink_to(app)
    with pytest.raises(BuildError) as refused:
        read_app(app, report)
    for said in (
        "data links to .*shared, outside",
        "host.txt links to .*passwords.txt, outside",
        "gone is neither a file nor a folder",
        "back links to a folder that it is in",
    ):
        assert re.search(said, refused.value.message)
    select = Selection(["data", "/host.txt", "gone", "back"])
    assert list(read_app(app, report, select=select).files) == ["app.py", "prices.csv"]
    (app / "app.py").unlink()
    (app / "app.py").symlink_to(tmp_path / "passwords.txt")
    with pytest.raises(BuildError, match=r"app\.py links to .*, outside of the app's folder"):
        read_app(app, report, select=select)


SECRET = [
    "id_rsa",
    "id_ed25519",
    "deep/server.pem",
    "a.key",
    "prod.env",
    "env",
    "credentials.json",
    "credentials-2.json",
]
SECRET += ["client_secret_1.json", "my-service-account.json", "netrc", "_npmrc", "kubeconfig", "token.json", "a.p12"]


def test_keys_are_left_out_with_a_warning(app: Path) -> None:
    write(
        app, {".env": "TOKEN=1", "notes.txt": "-----BEGIN RSA PRIVATE KEY-----", "id_rsa.pub": "public", "keys.py": ""}
    )
    write(app, dict.fromkeys(SECRET, "PRIVATE KEY"))
    write(app, {"keys.py": "", "environment.txt": "", "keyboard.json": "", "tokenizer.json": ""})
    (app / "settings").symlink_to(".env")
    (app / "other").symlink_to("id_rsa")
    said, warned = io.StringIO(), io.StringIO()
    files = read_app(app, Report(said, warned)).files
    assert set(files) == {
        *("app.py", "prices.csv", "id_rsa.pub", "keys.py", "environment.txt", "keyboard.json", "tokenizer.json")
    }
    assert warned.getvalue().count("\n") == 1
    for name in [*SECRET, "notes.txt"]:
        assert name in warned.getvalue()
    (app / ".pyblocksignore").write_text("!/credentials.json\n")
    assert "credentials.json" in read_app(app, Report(said, warned)).files


def test_tokens_in_a_source_are_named(app: Path) -> None:
    (app / "app.py").write_text(f"import os\n\nkey = '{'sk-' + 'a' * 24}'\n")
    warned = io.StringIO()
    assert "app.py" in read_app(app, Report(io.StringIO(), warned)).files
    assert "app.py, line 3: this looks like a key or token" in warned.getvalue()


def test_ignore_files_and_exclude_are_heard(app: Path, report: Report, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path, {".gitignore": "*.log\n/cart/big/\n"})
    names = ["a.log", "big/data.bin", "big/keep.bin", "sub/b.log", "sub/mine.tmp", "sub/keep.tmp", "x.bak", "README.md"]
    write(app, dict.fromkeys(names, ""))
    write(app, {".pyblocksignore": "README.md\n!a.log\n", "sub/.gitignore": "*.tmp\n!keep.tmp\n"})
    read = read_app(app, report, select=Selection(["*.bak"]))
    assert set(read.files) == {"app.py", "prices.csv", "a.log", "sub/keep.tmp"}


def test_what_is_public_is_said(app: Path) -> None:
    said = io.StringIO()
    read_app(app, Report(said))
    assert "  Public: app.py, prices.csv\n" in said.getvalue()
    write(app, {f"images/{n}.png": "" for n in range(12)} | {"evil\x1b[2Jname": ""})
    read_app(app, Report(said))
    assert "images/ (12), prices.csv (--list names each file)\n" in said.getvalue()
    assert "\x1b" not in said.getvalue()
    read_app(app, Report(said), select=Selection(list_all=True))
    assert "  images/11.png (0 B)\n" in said.getvalue()


def test_a_loose_file_brings_what_it_needs(tmp_path: Path, report: Report) -> None:
    entry = """
import os, helper, gradio as gr
from shop.items import milk
gr.Textbox(label="private", value="a\\x00b")
open("./data.csv"), open("/etc/hosts"), open("../up.txt"), open(".env")
os.path.join(os.path.dirname(__file__), "files", "lion.jpg")
Path(__file__).parent / "more" / "fish.png"
[f"images/{i}.png" for i in range(3)]
"""
    needed = {
        "demo.py": entry,
        "helper.py": "import other\nopen('named_by_helper.txt')",
        "other.py": "",
        "named_by_helper.txt": "",
        "shop/__init__.py": "import deep",
        "shop/items.py": "",
        "deep.py": "",
        "data.csv": "",
        "files/lion.jpg": "",
        "more/fish.png": "",
        "images/1.png": "",
    }
    write(tmp_path / "d", needed)
    write(
        tmp_path / "d", {".env": "", "secret.txt": "", "files/tiger.jpg": "", "private/diary.txt": "", "lone.py": "x("}
    )
    write(tmp_path, {"up.txt": ""})
    read = read_app(tmp_path / "d" / "demo.py", report)
    assert set(read.files) == set(needed)
    assert (read.entry, read.title) == ("demo.py", "demo")


def test_a_module_of_a_loose_file_is_checked_too(tmp_path: Path, report: Report) -> None:
    write(tmp_path, {"demo.py": "import helper", "helper.py": "x = ("})
    with pytest.raises(BuildError, match=r"helper\.py, line 1, column 5"):
        read_app(tmp_path / "demo.py", report)


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ('gr.Blocks(title="Cart & more")', "Cart & more"),
        ('Interface(f, "text", "text", title="Greeter")', "Greeter"),
        ('gr.Tab("x", title="no")', "cart"),
        ("gr.Blocks(title=name)", "cart"),
        ("gr.Blocks()", "cart"),
    ],
)
def test_the_title_is_what_the_app_writes_or_its_folder(app: Path, report: Report, source: str, title: str) -> None:
    (app / "app.py").write_text(source)
    assert read_app(app, report).title == title


def test_newer_syntax_is_noted_and_taken(app: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (app / "app.py").write_text("try: ...\nexcept A, B: ...\n")
    said = io.StringIO()
    monkeypatch.setattr(app_module, "read_source", lambda path: Source(path, None))
    assert read_app(app, Report(said)).files["app.py"].startswith(b"try")
    assert "Python 3.14 in the page will" in said.getvalue()


def test_says_what_is_not_an_app(tmp_path: Path, report: Report) -> None:
    write(tmp_path, {"notes.txt": "", "folder/main.py": "", "weird/app.py/x": ""})
    for given, said in {
        "gone.py": "there is no .*gone.py: give",
        "notes.txt": "is not a Python file",
        "folder": "has no app.py, nor has a folder in it: add one",
        "weird": "is not a Python file",
    }.items():
        with pytest.raises(BuildError, match=said):
            read_app(tmp_path / given, report)


def test_too_much_names_the_biggest(app: Path, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    write(app, {f"{n}.bin": "x" * n for n in (500, 3000, 400, 2000)})
    monkeypatch.setattr(app_module, "MOST_BYTES", 5000)
    with pytest.raises(BuildError, match=r"the app has 6\.\d kB .* 3000\.bin \(3\.0 kB\), 2000\.bin .*, 500\.bin"):
        read_app(app, report)
