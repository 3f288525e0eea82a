"""The files of a new plan."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import TYPE_CHECKING, Any, NamedTuple

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from planctl.calendar.cycles import CycleCalendar
from planctl.calendar.years import SchoolCalendar
from planctl.errors import UsageError
from planctl.load.sections import RESERVED
from planctl.render.json_schema import modeline
from planctl.report.wording import in_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_YEARS = 3
_MOST_LEVELS = 8
_SCALE = {
    "not_started": "Not started",
    "in_progress": "In progress",
    "complete": "Complete",
    "on_hold": "On hold",
    "discontinued": "Discontinued",
}


class Outline(NamedTuple):
    """What a new plan begins with.

    `levels` are names by key, top first; `items` a mapping of level keys to items as
    they are written; `owners` likewise; `entries` what the file of updates holds.
    """

    levels: dict[str, str]
    items: dict[str, Any]
    owners: list[Any]
    entries: dict[str, Any]


def example_outline(levels: str) -> Outline:
    """One item of each level, to be copied.

    Args:
        levels: names of levels, top first, with commas between.

    Raises:
        UsageError: they cannot be levels of a plan.
    """
    named = level_keys(name for name in levels.split(",") if name.strip())
    items, last = _items(named)
    owners = [{"id": "office", "name": "Name of the office"}]
    entry = {"status": "Not started", "note": "What was done so far."}
    return Outline(named, items, owners, {last: entry})


def starter_files(
    title: str, outline: Outline, folder: str, day: date
) -> dict[str, str]:
    """The files of a new plan by their names: the plan, its items, updates.

    Args:
        title: the plan's title.
        outline: what it begins with.
        folder: the name of the plan's folder, for its id.
        day: the day it is made on; the plan begins with that school year.
    """
    calendar = SchoolCalendar()
    year = calendar.year_of(day)
    cycle = CycleCalendar({"mid-year": ("February",)}, calendar).in_year(year)[0]
    plan = {
        "plan": {
            "id": _id(folder),
            "title": _text(title),
            "period": f"{year.start.year}-{year.start.year + _YEARS}",
        },
        "levels": _levels(outline.levels),
        "scale": {state: [word] for state, word in _SCALE.items()},
        **({"owners": outline.owners} if outline.owners else {}),
    }
    updates = {"cycle": cycle.id, "date": day.isoformat(), "items": outline.entries}
    words = ", ".join(_SCALE.values())
    files = {
        "plan.yaml": _dump(plan, _PLAN_HELP),
        f"{next(iter(outline.levels))}.yaml": _dump(outline.items, _ITEMS_HELP),
        f"updates/{cycle.id.replace('/', '-')}.yaml": _dump(
            {"updates": updates}, _UPDATES_HELP.format(words=words)
        ),
    }
    return {name: modeline(name) + text for name, text in files.items()}


_PLAN_HELP = "The plan: its name, its levels in your own words, who is responsible."
_ITEMS_HELP = "Replace the titles, and copy an entry for each further one."
_UPDATES_HELP = "What is reported in this cycle. A status is one of: {words}."


def level_keys(names: Iterable[str]) -> dict[str, str]:
    """Level names by key, in order: `Strategic Goal` is under `strategic_goals`.

    A name without a plain letter is under `level_1` and so on.

    Raises:
        UsageError: they cannot be levels of a plan.
    """
    levels: dict[str, str] = {}
    for name in (" ".join(name.split()) for name in names):
        plain = _without_accents(_plural(name)).lower()
        key = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
        if not name[:1].isalpha():
            raise UsageError(f"{name} cannot be a level: begin it with a letter")
        if not key[:1].isalpha():
            key = f"level_{len(levels) + 1}"
        key = f"plan_{key}" if key in RESERVED else key
        if key in levels or name in levels.values():
            raise UsageError(f"two levels are called {name}")
        levels[key] = name
    if not 1 <= len(levels) <= _MOST_LEVELS:
        raise UsageError(f"a plan has 1 to {_MOST_LEVELS} levels to begin with")
    return levels


def _levels(levels: dict[str, str]) -> dict[str, Any]:
    """Levels as they are declared; the last one is reported on."""
    last = list(levels)[-1]
    return {
        key: {
            "name": _text(name),
            "plural": _text(_plural(name)),
            **({"expects": ["status"]} if key == last else {}),
        }
        for key, name in levels.items()
    }


def _plural(name: str) -> str:
    if not name.isascii():
        # It is in a language whose plurals we do not know.
        return name
    if re.search(r"[^aeiou]y$", name, re.IGNORECASE):
        return f"{name[:-1]}ies"
    return name if name.endswith("s") else f"{name}s"


def _items(levels: dict[str, str]) -> tuple[dict[str, Any], str]:
    """One item of each level, each in the one before, and the id of the last."""
    keys = list(levels)
    item_id = f"{keys[0][0].upper()}1"
    top: dict[str, Any] = {}
    holder = top
    for depth, key in enumerate(keys):
        item_id = item_id if depth == 0 else f"{item_id}.1"
        item: dict[str, Any] = {
            "id": item_id,
            "title": f"Name of the {in_sentence(levels[key])}",
        }
        if depth == len(keys) - 1:
            item["responsible"] = "office"
        holder[key] = [item]
        holder = item
    return top, item_id


def _without_accents(text: str) -> str:
    """A text with plain letters where those with accents stand: `Acción`, `Accion`."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part))


def _id(folder: str) -> str:
    plain = _without_accents(folder)
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-.")[:64]
    return plain or "plan"


def _text(text: str) -> str:
    """Text in quotes where YAML could take it for something else."""
    plain = re.fullmatch(r"[^\W\d_][\w ,.()'/&-]*", text)
    words = {"null", "yes", "no", "true", "false", "on", "off"}
    if plain and text.lower() not in words and not text.endswith(" "):
        return text
    quoted: str = DoubleQuotedScalarString(text)
    return quoted


def _dump(data: dict[str, Any], comment: str) -> str:
    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 1_000
    document = CommentedMap(data)
    document.yaml_set_start_comment(comment)
    out = io.StringIO()
    yaml.dump(document, out)
    return out.getvalue()
