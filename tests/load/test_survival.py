"""The rest of a plan survives a mistake, and nobody complains of what it hid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.render.terminal import render_findings
from tests.load.plans import HEAD, beside, items, messages, told

if TYPE_CHECKING:
    from tests.load.plans import Check


def only(message: str) -> list[str]:
    """One message and no other."""
    return [message]


def test_an_item_without_id_or_title_stays_with_all_that_is_below_it(
    check: Check,
) -> None:
    text = """\
goals:
  - title: Literacy
    tasks:
      - id: T1
        note: Not yet named
      - id: T2
        title: Train
  - title: Numeracy
"""
    checked = check(beside(text))
    assert items(checked) == [
        ("goals", "unnamed-1", "Literacy"),
        ("tasks", "T1", "(no title)"),
        ("tasks", "T2", "Train"),
        ("goals", "unnamed-2", "Numeracy"),
    ]
    assert [item.parent for item in checked.plan.items] == [None, 0, 0, None]


@pytest.mark.parametrize("wrong", ["id: [G9]", "title: x", "id: G 9", "id: ~"])
def test_a_reference_to_an_id_that_was_lost_is_neither_right_nor_wrong(
    check: Check, wrong: str
) -> None:
    title = "" if wrong.startswith("title") else "    title: Literacy\n"
    text = f"goals:\n  - {wrong}\n{title}  - id: G2\n    title: B\n    aligns_to: G9\n"
    assert len(messages(check(beside(text)))) == 1


def test_ids_in_an_unknown_section_are_not_called_unknown(check: Check) -> None:
    text = """\
xyzzy:
  - id: X1
    title: A
    parts:
      - {id: X2, title: B}
goals:
  - id: G1
    title: Literacy
    aligns_to: [X1, X2]
    responsible: Anna
owners:
  - name: Ben
"""
    assert messages(check(beside(text))) == [
        "`xyzzy` is not known here",
        "the owner `Anna` is not declared",
    ]


def test_an_item_with_nothing_but_what_is_below_it_stays(check: Check) -> None:
    text = "goals:\n  - xyzzy: a\n    tasks: {id: T1, title: Hire}\n"
    checked = check(beside(text))
    assert messages(checked) == [
        "`xyzzy` is not known here",
        "`id` is missing",
        "`title` is missing",
    ]
    assert [item for _, item, _ in items(checked)] == ["unnamed-1", "T1"]


@pytest.mark.parametrize("key", ["<<", '"\\e"', "*x "])
def test_a_key_that_yaml_would_obey_is_told_of_once(check: Check, key: str) -> None:
    text = f"goals:\n  - id: G1\n    title: A\n    {key}: b\n{key}: c\n"
    assert [one.span.line for one in check(beside(text)).diagnostics] == [4, 5]


def test_a_record_that_cannot_be_mended_is_lost(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("planctl.load.mending._MOST_ROUNDS", 0)
    checked = check(beside("owners: [{name: [Ben]}, Anna]\n"))
    assert [owner.name for owner in checked.plan.owners] == ["Anna"]


def test_a_level_that_is_not_declared_is_one_finding_wherever_it_stands(
    check: Check,
) -> None:
    task = "    steps:\n      - {id: S%d, title: Step}\n"
    goals = "".join(f"  - id: G{n}\n    title: A\n{task % n}" for n in range(3))
    checked = check(beside(f"goals:\n{goals}"))
    assert messages(checked) == ["`steps` is not known here, nor in 2 more places"]
    two = beside(f"goals:\n{goals}".rpartition("    steps")[0])
    assert messages(check(two)) == ["`steps` is not known here, nor in one more place"]


def test_a_misspelt_section_on_which_all_depends_is_read(check: Check) -> None:
    checked = check(
        "Plan: {id: lakeshore, title: Lakeshore Unified}\n"
        "level: {goals: Goal}\n"
        "goals: {id: G1, title: Literacy}\n"
    )
    assert told(checked) == [
        (
            "plan.yaml 1:1-5 unknown-key: `Plan` is not known here",
            "did you mean `plan`?",
        ),
        (
            "plan.yaml 2:1-6 unknown-key: `level` is not known here",
            "did you mean `levels`?",
        ),
    ]
    assert checked.plan.info.id == "lakeshore"
    assert items(checked) == [("goals", "G1", "Literacy")]


def test_what_only_resembles_a_section_is_not_taken_for_it(check: Check) -> None:
    checked = check("plan: {id: p, title: P}\nxyzzy: {a: b}\nlevels: {goals: Goal}\n")
    assert messages(checked) == only("`xyzzy` is not known here")
    assert list(checked.plan.levels) == ["goals"]


def test_a_plan_with_a_bad_id_keeps_its_other_fields(check: Check) -> None:
    checked = check("plan: {id: a b, title: Lakeshore, period: 2024-2026}\n")
    assert messages(checked) == only("`a b` is no id")
    info = checked.plan.info
    assert (info.id, info.title) == ("plan", "Lakeshore")
    assert info.period is not None


def test_a_plan_without_a_name_is_called_as_its_folder(check: Check) -> None:
    checked = check("plan:\n  period: 2024-2026\n")
    assert messages(checked) == ["`id` is missing", "`title` is missing"]
    assert (checked.plan.info.id, checked.plan.info.title) == ("plan", "plan")


def test_where_the_plan_itself_cannot_be_read_nothing_else_is_told(
    check: Check,
) -> None:
    files = {
        "plan.yaml": "plan:\n  id: %p\nlevels: {goals: Goal}\n",
        "goals.yaml": "goals:\n  - id: G1\n    title: Literacy\n    aligns_to: X\n",
        "updates.yaml": "updates:\n  cycle: spring\n  items: {G1: Done}\n",
        "owners.yaml": "owners: {name: Anna}\n",
    }
    checked = check(files)
    assert [(one.span.file, one.rule) for one in checked.diagnostics] == [
        ("plan.yaml", "yaml-syntax")
    ]
    assert checked.plan.info.id == "plan"
    assert [owner.name for owner in checked.plan.owners] == ["Anna"]


def test_where_one_file_cannot_be_read_its_names_are_not_missed(check: Check) -> None:
    goals = """\
goals:
  - id: G1
    title: Literacy
    aligns_to: [lost, gone]
    responsible: Ben
owners: {name: Anna}
updates:
  - {cycle: 2024-25/spring, items: {G1: Done}}
"""
    checked = check({"plan.yaml": HEAD, "goals.yaml": goals, "a.yaml": "owners: [\n"})
    assert [one.rule for one in checked.diagnostics] == ["yaml-syntax"]
    text = render_findings(checked, "plan")
    assert "Part of it could not be read: the rules wait until it can." in text


def test_a_table_that_is_not_read_keeps_no_rule_waiting(check: Check) -> None:
    plan = HEAD + "goals:\n  - {id: G1, title: Literacy, due: Fall 2032 - Fall 2033}\n"
    checked = check({"plan.yaml": plan, "february.csv": "item,status\nG1,Done\n"})
    assert [one.rule for one in checked.diagnostics] == ["stray-table"]
    assert checked.are_rules_run


def test_levels_written_as_a_list_are_read_all_the_same(check: Check) -> None:
    checked = check(
        "plan: {id: p, title: P}\nlevels: [goals, owners]\n"
        "goals: {id: G1, title: Literacy}\n"
    )
    message = "`levels` holds names, each with what it stands for"
    assert messages(checked) == only(message)
    assert items(checked) == [("goals", "G1", "Literacy")]


@pytest.mark.parametrize("level", ["[Goal]", "{plural: Goals}", "{name: [a]}", "~"])
def test_a_level_that_cannot_be_read_keeps_its_items(check: Check, level: str) -> None:
    checked = check(
        f"plan: {{id: p, title: P}}\nlevels:\n  goals: {level}\n"
        "goals: {id: G1, title: Literacy}\n"
    )
    assert len(messages(checked)) == 1
    assert items(checked) == [("goals", "G1", "Literacy")]
    assert checked.plan.levels["goals"].name == "goals"


def test_a_measure_without_a_title_may_be_named(check: Check) -> None:
    text = "measures: {id: M1}\ngoals: {id: G1, title: A, measures: M1}\n"
    checked = check(beside(text))
    assert messages(checked) == only("`title` is missing")
    assert [one.title for one in checked.plan.measures] == ["(no title)"]


def test_a_measure_without_an_id_is_not_missed(check: Check) -> None:
    text = "measures: {title: Reading}\ngoals: {id: G1, title: A, measures: M1}\n"
    checked = check(beside(text))
    assert messages(checked) == only("`id` is missing")
    assert checked.plan.measures == ()


@pytest.mark.parametrize("wrong", ["id: [M1]", "id: {a: b}", "title: x"])
def test_a_measure_defined_in_place_with_a_bad_id_is_one_finding(
    check: Check, wrong: str
) -> None:
    text = f"goals:\n  - id: G1\n    title: A\n    measures:\n      - {wrong}\n"
    rest = "" if wrong.startswith("title") else "        title: Reading\n"
    assert len(messages(check(beside(text + rest)))) == 1


def test_an_owner_with_an_id_alone_is_called_by_it(check: Check) -> None:
    text = "owners: {id: anna}\ngoals: {id: G1, title: A, responsible: anna}\n"
    checked = check(beside(text))
    assert messages(checked) == only("`name` is missing")
    assert [owner.name for owner in checked.plan.owners] == ["anna"]


def test_names_of_an_owner_that_is_lost_are_not_called_undeclared(check: Check) -> None:
    text = """\
owners:
  - Ben
  - {also: Anna, kind: office}
goals: {id: G1, title: A, responsible: [Anna, Ben]}
"""
    checked = check(beside(text))
    assert messages(checked) == only("`name` is missing")


def test_a_cycle_that_is_lost_is_not_called_unknown(check: Check) -> None:
    text = """\
cycles:
  spring: {audience: Board}
goals: {id: G1, title: A}
updates: {cycle: 2024-25/spring, items: {G1: complete}}
"""
    assert messages(check(beside(text))) == only("`when` is missing")


EXPECTING = """\
plan: {id: lakeshore, title: Lakeshore Unified}
levels:
  goals: {name: Goal, expects: [responsible]}
"""
LACKING = """\
goals:
  - {id: G1, title: A, responsible: Anna}
  - {id: G2, title: B, responsible: Anna}
  - {id: G3, title: C, responsible: Anna}
  - id: G4
    title: D
"""


def test_rules_are_silent_about_an_item_that_was_not_read_whole(check: Check) -> None:
    lacking = check({"plan.yaml": EXPECTING, "a.yaml": LACKING})
    assert [one.rule for one in lacking.diagnostics] == ["missing-expected"]
    wrong = check({"plan.yaml": EXPECTING, "a.yaml": f"{LACKING}    responsble: Ben\n"})
    assert [one.rule for one in wrong.diagnostics] == ["unknown-key"]


def test_rules_speak_of_other_items_all_the_same(check: Check) -> None:
    text = f"{LACKING}  - {{id: G5, title: E, responsible: Anna, weight: heavy}}\n"
    checked = check({"plan.yaml": EXPECTING, "a.yaml": text})
    assert [one.rule for one in checked.diagnostics] == [
        "missing-expected",
        "invalid-value",
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        "scale: Done",
        "xyzzy: [a]",
        "goals: [x]",
        "updates: Done",
        "note: ~",
        "  - {title: Numeracy, responsible: Anna}",
    ],
)
def test_rules_wait_where_something_is_lost_that_they_all_look_at(
    check: Check, wrong: str
) -> None:
    text = f"{LACKING}{wrong}\n"
    if wrong.startswith("goals"):
        text = f"{wrong}\n"
    checked = check({"plan.yaml": EXPECTING, "a.yaml": LACKING, "b.yaml": text})
    assert "missing-expected" not in [one.rule for one in checked.diagnostics]
    assert not checked.plan.is_complete


def test_an_ignore_is_not_called_unused_behind_an_error(check: Check) -> None:
    text = "goals:\n  # planctl: ignore[no-status] later\n  - id: G1\n    title: A\n"
    unused = check(beside(text))
    assert [one.rule for one in unused.diagnostics] == ["unused-ignore"]
    wrong = check(beside(f"{text}    weight: heavy\n"))
    assert [one.rule for one in wrong.diagnostics] == ["invalid-value"]


def test_a_mistake_may_be_ignored_with_a_reason(check: Check) -> None:
    text = "goals:\n  - id: G1\n    title: A\n    weight: heavy  # planctl: %s so\n"
    checked = check(beside(text % "ignore[invalid-value]"))
    assert checked.diagnostics == ()
    assert [one.reason for one in checked.ignored] == ["so"]
