"""JSON Schema of single values, as an editor types them: `2022` is a number to it."""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Schema = {"$ref": "#/$defs/Text"}
EMPTY: Schema = {"$ref": "#/$defs/Empty"}
_TYPES = ("string", "number", "object", "array", "boolean", "null")
# Editors offer `true`, `false` and `null` wherever a schema names their types, and take
# the first one at a press of Enter.
_OFFERED = ("boolean", "null")
_WHOLE = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|0b[01]+")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_LOGICAL = {
    word: meaning
    for name, meaning in (("true", True), ("false", False))
    for word in (name, name.capitalize(), name.upper())
}
_SYNTAX = re.compile(r"[\^$\\.*+?()\[\]{}|/]")

Typed = str | int | float | bool


def shared() -> dict[str, Schema]:
    """The definitions that `TEXT` and `EMPTY` refer to."""
    return {
        "Text": {
            "$comment": "A text as editors type it: string, number, boolean or null.",
            **quietly({"type": ["string", "number", "boolean", "null"]}),
        },
        "Empty": {
            "$comment": "An empty value is an absent one.",
            **_nothing_but(["null"]),
        },
    }


def quietly(schema: Schema) -> Schema:
    """A schema of several types, with those unnamed that editors had better not offer.

    The first type is always named.
    """
    first, *others = schema["type"]
    named = [first, *(one for one in others if one not in _OFFERED)]
    unnamed = [one for one in others if one in _OFFERED]
    rest = EMPTY if unnamed == ["null"] else _nothing_but(unnamed)
    return {"anyOf": [{**schema, "type": named}, rest]}


def _nothing_but(types: list[str]) -> Schema:
    return {"not": {"type": [one for one in _TYPES if one not in types]}}


def offer(words: Mapping[str, str], *otherwise: Schema) -> Schema:
    """Words to choose from, beside what else is accepted.

    Args:
        words: each word, and what it stands for; empty where there is nothing to say.
        otherwise: the schemas of what else is accepted.
    """
    return {"anyOf": [*([_enumeration(words)] if words else ()), *otherwise]}


def one_of(words: Sequence[str], *, ignores_case: bool = False) -> Schema:
    """One of a few words, or nothing.

    Args:
        words: the words.
        ignores_case: whether their case and outer spaces do not matter.
    """
    others = [{"type": "string", "pattern": any_case(words)}] if ignores_case else []
    return offer(dict.fromkeys(words, ""), *others, EMPTY)


def any_case(words: Iterable[str]) -> str:
    """The pattern of some words, case and outer spaces aside."""
    return rf"^\s*({'|'.join(ignoring_case(word) for word in words)})\s*$"


def ignoring_case(word: str) -> str:
    """The pattern of a word in any case; JSON Schema has no flag for it."""
    return "".join(
        f"[{sign.lower()}{sign.upper()}]"
        if len(sign.lower()) == len(sign.upper()) == 1 and sign.lower() != sign.upper()
        else escape(sign)
        for sign in word
    )


def escape(word: str) -> str:
    """The pattern of a word; only what JavaScript lets one escape is escaped."""
    return _SYNTAX.sub(r"\\\g<0>", word)


def typed(word: str) -> Typed:
    """What a program that types values by their looks takes an unquoted word for."""
    plain = word.replace("_", "")
    if word in _LOGICAL:
        return _LOGICAL[word]
    if _WHOLE.fullmatch(plain):
        return int(plain, 10 if plain.lstrip("-+").isdigit() else 0)
    if _DECIMAL.fullmatch(plain) and isfinite(float(plain)):
        return float(plain)
    return word


def _enumeration(words: Mapping[str, str]) -> Schema:
    """Words with their descriptions; behind them what they are typed as."""
    found: dict[tuple[type, Typed], str] = {(str, word): words[word] for word in words}
    for word in sorted(words, key=lambda word: str(typed(word)) != word):
        found.setdefault((type(typed(word)), typed(word)), words[word])
    schema: Schema = {"enum": [value for _, value in found]}
    if any(found.values()):
        schema["enumDescriptions"] = list(found.values())
    return schema
