"""Owners as a plan names them: where first, and what their names say they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planctl.link.linked import LinkedPlan
    from planctl.load.places import Path
    from planctl.model.record import Record

    Place = tuple[Record, Path, str]

_ROLES = frozenset(
    [
        *("administrator", "assistant", "chair", "chief", "coach", "consultant"),
        *("coordinator", "counselor", "counsellor", "dean", "director", "educator"),
        *("facilitator", "head", "interventionist", "leader", "liaison", "librarian"),
        *("manager", "mentor", "nurse", "officer", "paraprofessional", "principal"),
        *("psychologist", "secretary", "specialist", "superintendent", "supervisor"),
        *("teacher", "trainer"),
    ]
)
_BODIES = frozenset(["committee", "council", "department", "office", "staff", "team"])
_WORD = re.compile(r"\w+")
_OF = re.compile(r"\s(?:of|for)\s")
_LISTED = re.compile(r"[,;]\s*(?:and\s|&\s)?\s*")
_PAIRED = re.compile(r"\s(?:and|&)\s")

LONG = {
    "assoc": "associate",
    "asst": "assistant",
    "coord": "coordinator",
    "dept": "department",
    "dir": "director",
    "ed": "education",
    "elem": "elementary",
    "exec": "executive",
    "hr": "human resources",
    "hs": "high school",
    "mgr": "manager",
    "ms": "middle school",
    "prin": "principal",
    "sped": "special education",
    "supt": "superintendent",
    "svcs": "services",
    "tech": "technology",
    "vp": "vice principal",
}
"""Words that names of owners are written short with, in small letters."""


def places_of_owners(plan: LinkedPlan) -> dict[int, Place]:
    """Where each owner is named first, by its position: record, path and text."""
    found: dict[int, Place] = {}
    for item in plan.items:
        for field in ("responsible", "accountable"):
            duties = iter(getattr(item, field))
            for place, one in enumerate(getattr(item.record, field)):
                for nth, written in enumerate(one.owner):
                    path = (field, place, "owner", nth)
                    found.setdefault(next(duties).owner, (item.record, path, written))
    return found


def owners_in(name: str) -> tuple[str, ...]:
    """The owners that one name joins: `Principals, Coaches`; empty where it is one.

    Each of them must be a role, such as a principal or the director of something, or
    beside one a team: `Teaching, Learning and Leadership` is one office. A semicolon
    always parts two.
    """
    if ";" in name:
        parts = tuple(part.strip() for part in name.split(";") if part.strip())
        return parts if len(parts) > 1 else ()
    if "," not in name and " and " not in name and "&" not in name:
        return ()
    listed = [part.strip() for part in _LISTED.split(name) if part.strip()]
    owners = [one for part in listed for one in _pair(part)]
    if len(owners) > 1 and all(_is_role(one) or _is_body(one) for one in owners):
        return tuple(owners) if _is_role(owners[0]) else ()
    return ()


def _pair(text: str) -> list[str]:
    """The two roles that `and` joins; else the text: `Principal and Teacher Coach`."""
    parts = _PAIRED.split(text)
    are_roles = all(_is_role(one) for one in parts)
    return parts if are_roles and not _has_inner_role(parts[-1]) else [text]


def _is_role(text: str) -> bool:
    """Whether a text names a role: `Lead Teachers`, `Director of Literacy`."""
    head, *tail = _OF.split(text.casefold(), maxsplit=1)
    words = _WORD.findall(head)
    if not words or not _role_word(words[-1]):
        return False
    last = _WORD.findall(tail[0])[-1:] if tail else []
    return not (last and _role_word(last[0]))


def _is_body(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return bool(words) and words[-1] in _BODIES and not _PAIRED.search(text)


def _has_inner_role(text: str) -> bool:
    """Whether a text speaks of a role before its last word: `Principal Coach`."""
    words = _WORD.findall(_OF.split(text.casefold(), maxsplit=1)[0])
    return any(_role_word(word) for word in words[:-1])


def _role_word(word: str) -> bool:
    full = LONG.get(word, word).rpartition(" ")[2]
    return full in _ROLES or full.removesuffix("es") in _ROLES or full[:-1] in _ROLES
