"""What a coordinator sees who opens an example in an editor."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from planctl.render.json_schema import modeline
from tests.conftest import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.editors.language_server import LanguageServer

FILES = sorted(
    path.relative_to(EXAMPLES).as_posix()
    for plan in EXAMPLES.glob("*/plan.yaml")
    for path in plan.parent.rglob("*.y*ml")
)
HAVERHILL = EXAMPLES / "haverhill"
NUMBERS = itertools.count(1)


@pytest.mark.parametrize("name", FILES)
def test_a_file_begins_with_the_line_that_leads_to_its_plans_schema(name: str) -> None:
    plan, _, file = name.partition("/")
    first, _, _ = (EXAMPLES / name).read_text("utf-8").partition("\n")
    assert f"{first}\n" == modeline(file)
    _, _, schema = first.partition("$schema=")
    found = ((EXAMPLES / name).parent / schema).resolve()
    assert found == EXAMPLES / plan / ".planctl" / "schema.json"
    assert found.is_file()


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_marked_in_a_file_of_an_example(
    editor: LanguageServer, name: str
) -> None:
    path = EXAMPLES / name
    assert editor.open(path, path.read_text("utf-8")) == []


def write(
    editor: LanguageServer, text: str, folder: str = ""
) -> tuple[Path, list[str]]:
    """Begin a new file of the Haverhill plan; give its path and what is marked in it.

    Line 0 is the one that leads to the schema.
    """
    name = f"{folder}new-{next(NUMBERS)}.yaml"
    return HAVERHILL / name, editor.open(HAVERHILL / name, modeline(name) + text)


def test_the_plans_own_levels_are_offered(editor: LanguageServer) -> None:
    path, _ = write(editor, "ben\n")
    offered = editor.complete(path, 1, 3)
    assert offered["benchmarks"] == "Benchmarks"
    path, _ = write(editor, 'actions:\n  - id: "9"\n    title: Nine\n    \n')
    assert "benchmarks" in editor.complete(path, 4, 4)


def test_fields_are_offered_with_what_they_mean(editor: LanguageServer) -> None:
    path, _ = write(editor, 'actions:\n  - id: "9"\n    title: Nine\n    \n')
    offered = editor.complete(path, 4, 4)
    assert offered["due"] == "By when it is done."
    assert "title" not in offered


def test_the_plans_own_statuses_are_offered_and_no_null(editor: LanguageServer) -> None:
    text = "updates:\n  cycle: as-published\n  items:\n    1.1.1:\n      status: \n"
    path, _ = write(editor, text)
    offered = editor.complete(path, 5, 14)
    assert offered["Established"] == "Counts as complete."
    assert not {"null", "true", "false"} & offered.keys()


def test_ids_are_offered_with_their_titles(editor: LanguageServer) -> None:
    path, _ = write(editor, 'actions:\n  - id: "9"\n    title: Nine\n    aligns_to: \n')
    assert editor.complete(path, 4, 15)["P2"] == "Literacy"


def test_owners_and_cycles_are_offered(editor: LanguageServer) -> None:
    path, _ = write(
        editor, 'actions:\n  - id: "9"\n    title: Nine\n    responsible: \n'
    )
    assert editor.complete(path, 4, 17)["teachers"] == "Teachers"
    path, _ = write(editor, "updates:\n  cycle: \n", "updates/")
    assert "2024-25/mid-year" in editor.complete(path, 2, 9)


def test_a_field_is_explained_under_the_pointer(editor: LanguageServer) -> None:
    path, _ = write(
        editor, 'actions:\n  - id: "9"\n    title: Nine\n    period: 2025\n'
    )
    assert "When it runs" in editor.hover(path, 4, 6)
    assert "Action Items" in editor.hover(path, 1, 2)


def test_an_id_in_an_update_is_explained_by_its_title(editor: LanguageServer) -> None:
    text = "updates:\n  cycle: as-published\n  items:\n    1.1.1: Ongoing\n"
    path, _ = write(editor, text)
    assert "Roles and responsibilities" in editor.hover(path, 4, 6)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("goals: []\n", "1: Property goals is not allowed."),
        (
            'actions:\n  - id: "9"\n    titel: Nine\n    title: Nine\n',
            "3: Property titel is not allowed.",
        ),
        (
            'actions:\n  - id: "9"\n    title: Nine\n    depends_on: Q9\n',
            "4: Nothing in this plan has this id.",
        ),
        (
            "updates:\n  cycle: as-published\n  items:\n    1.1.99: Ongoing\n",
            "4: Property 1.1.99 is not allowed.",
        ),
        (
            'actions:\n  - id: "9"\n    title: Nine\n    weight: heavy\n',
            "4: expected a number such as 12 or -3.5",
        ),
        ('actions:\n  - id: "9"\n', '2: Missing property "title".'),
    ],
)
def test_a_mistake_is_marked_where_it_is(
    editor: LanguageServer, text: str, marked: str
) -> None:
    _, found = write(editor, text)
    assert found == [marked]


@pytest.mark.parametrize(
    "text",
    [
        "actions:\n  - id: 1.10\n    title: 2022\n    number: true\n    due:\n",
        "actions:\n  - id: A\n    title: A\n    aligns_to: [1.1, 'd:G1']\n",
        "updates:\n  cycle: As-Published\n  items:\n    1.1: ongoing\n    1.2:\n",
        "updates:\n  cycle: 2031/Mid-Year\n  items:\n    2: Some other word\n",
    ],
)
def test_what_planctl_reads_is_not_marked(editor: LanguageServer, text: str) -> None:
    _, found = write(editor, text)
    assert found == []
