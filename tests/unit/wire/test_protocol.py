"""``pyblocks/wire/protocol.py`` and ``web/src/protocol.ts`` say the same: messages, fields, optionality, types."""

from __future__ import annotations

import re
import types
from pathlib import Path
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from pyblocks.wire import protocol

TYPESCRIPT = (Path(__file__).parents[3] / "web" / "src" / "protocol.ts").read_text("utf-8")

#: Name → field (with ``?`` if it may be left out) → type, in TypeScript's words.
Shapes = dict[str, dict[str, str]]


def python_shapes(module: types.ModuleType) -> Shapes:
    """The typed dicts of ``module``."""
    found = {name: value for name, value in vars(module).items() if is_typeddict(value)}
    return {
        name: {
            field + ("?" if get_origin(hint) is NotRequired else ""): typescript(hint)
            for field, hint in get_type_hints(dictionary, vars(module), include_extras=True).items()
        }
        for name, dictionary in found.items()
    }


def typescript(hint: Any) -> str:
    """A Python type in TypeScript's words."""
    names = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null", Any: "unknown"}
    arguments = get_args(hint)
    match get_origin(hint):
        case None:
            return names.get(hint) or str(hint.__name__)
        case literal if literal is Literal:
            return " | ".join(sorted(f'"{value}"' for value in arguments))
        case union if union in (Union, types.UnionType):
            return " | ".join(sorted(map(typescript, arguments)))
        case sequence if sequence is list:
            item = typescript(arguments[0])
            return f"({item})[]" if " | " in item and item[0] != "[" else f"{item}[]"
        case pair if pair is tuple:
            return f"[{', '.join(map(typescript, arguments))}]"
        case optional if optional is NotRequired:
            return typescript(arguments[0])
        case mapping if mapping is dict:
            return f"Record<{', '.join(map(typescript, arguments))}>"
        case other:
            raise AssertionError(f"{hint}: say here how {other} is spelled in TypeScript")


def typescript_shapes(text: str) -> Shapes:
    """The interfaces of ``text``, its aliases written out."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", text, flags=re.DOTALL)
    interfaces = re.findall(r"export interface (\w+) \{(.*?)\n\}", text, flags=re.DOTALL)
    assert text.count("interface ") == len(interfaces), "an interface of protocol.ts is not in the form this test reads"
    field = re.compile(r"(\w+\??):\s*(.*?);", flags=re.DOTALL)
    return {name: {key: normal(kind, text) for key, kind in field.findall(body)} for name, body in interfaces}


def normal(kind: str, text: str) -> str:
    """A type with the aliases ``Props`` and ``Json`` written out, the parts of a union sorted."""
    kind = re.sub(r"\bProps\b", alias("Props", text), kind)
    kind = re.sub(r"\bJson\b", alias("Json", text), kind)
    return " | ".join(sorted(kind.split(" | ")))


def alias(name: str, text: str) -> str:
    """What ``export type name = …`` says."""
    found = re.search(rf"export type {name} =\s*(.*?);", text, flags=re.DOTALL)
    assert found, f"protocol.ts has no type {name}"
    return found[1].strip()


def python_union(union: Any) -> set[str]:
    """The names of a union's members."""
    return {member.__name__ for member in get_args(union)}


def test_both_sides_have_the_same_messages() -> None:
    assert python_shapes(protocol).keys() == typescript_shapes(TYPESCRIPT).keys()


@pytest.mark.parametrize("name", python_shapes(protocol))
def test_both_sides_give_a_message_the_same_fields_and_types(name: str) -> None:
    assert python_shapes(protocol)[name] == typescript_shapes(TYPESCRIPT).get(name)


@pytest.mark.parametrize("name", ["ToPython", "ToPage"])
def test_both_sides_send_the_same_messages(name: str) -> None:
    assert python_union(getattr(protocol, name)) == set(re.findall(r"\w+", alias(name, TYPESCRIPT)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("target: number;", "target: string;"),
        ("edit?: Props;", "edit: Props;"),
        ("duration: number | null;", "duration: number;"),
        ('type: "load";', 'type: "loaded";'),
        ("outputs: number[];", ""),
        ("scroll_to_output: boolean;", "scroll_to_output: boolean;\n  every: number;"),
    ],
)
def test_a_change_on_one_side_alone_is_seen(before: str, after: str) -> None:
    assert before in TYPESCRIPT
    assert typescript_shapes(TYPESCRIPT.replace(before, after)) != python_shapes(protocol)
