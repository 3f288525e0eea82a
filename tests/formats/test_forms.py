"""What each form holds of a small plan, and what it makes of text that would harm."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.formats.forms import FORMS, commands, read_form

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.conftest import Ran

    Run = Callable[..., Ran]
    Write = Callable[[Mapping[str, str | bytes]], Path]
    Snapshot = Callable[[Path, str], None]

HERE = Path(__file__).parent
AS_OF = ("--as-of", "2024-11-01")
# An error with a second place, a warning, advice, and one that is known.
PLAN = """\
plan:
  id: lakeshore
  title: Lakeshore plan
  period: 2024-2026
levels:
  goals: Goal
owners:
  - name: Curriculum Office
goals:
  - id: G1
    title: Every child reads
    due: June 2031
  - id: G2
    title: Every child counts
    aligns_to: G9
    responsible: Curriculum Offise
  - id: G2
    title: Every child counts twice
    due: June 2030  # planctl: ignore[outside-period] printed so
"""
SOME = ("duplicate-id", "unknown-reference", "outside-period", "yaml-syntax")
SIGNS = (
    "::error file=x::pwned",
    "##[error]pwned",
    "%0A::warning::pwned",
    "a\\n::set-output name=x::y",
    "<script>alert(1)</script> ]]> &amp;",
    "[click](https://example.org) \\\\[x](y) {0}",
    "| a | `b` **c** @team #1",
    "\\u202eabc\\u2066 \\u200b \\ufffe",
    "😀 é e\\u0301 漢字 \\u00a0 \\u2028 \\u0085",
)


def hostile(sign: str) -> str:
    """A plan whose texts all hold something, and which has findings that quote it."""
    return (
        f'plan: {{id: p, title: "{sign}", organization: "{sign}", period: 2024-2026}}\n'
        f"levels: {{goals: Goal}}\nowners:\n  - name: Anna\ngoals:\n"
        f'  - id: A\n    title: "{sign}"\n    due: "{sign}"\n'
        f'    responsible: "{sign}"\n    aligns_to: ["{sign}"]\n'
        f'    "{sign}": x\n'
        f'  - {{id: "{sign}", title: "{sign}"}}\n'
        "  - id: B\n    title: T\n    due: 2031  # planctl: ignore[outside-period] "
        "::error::pwned\n"
    )


@pytest.fixture
def outside_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Stand in a folder that is in no repository."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.usefixtures("outside_git")
def test_a_small_plan_in_each_form(
    run: Run, write: Write, snapshot: Snapshot, form: str
) -> None:
    write({"plan.yaml": PLAN})
    # Some checks by name: those to come shall not change what is expected here.
    chosen = (word for name in SOME for word in ("--select", name))
    out = run("validate", "plan", "--format", form, *chosen, *AS_OF, status=1).out
    read_form(form, out)
    snapshot(HERE / "lakeshore" / f"{form}.txt", out)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("sign", SIGNS)
def test_text_that_would_harm_is_shown_in_each_form(
    run: Run, write: Write, form: str, sign: str
) -> None:
    folder = write({"plan.yaml": hostile(sign)})
    out = run("validate", folder, "--format", form, "--all", *AS_OF, status=1).out
    read_form(form, out)
    told = {one.fields["title"] for one in commands(out)} if form == "github" else set()
    assert "pwned" not in told
    if form in {"text", "github", "gitlab", "junit"}:
        assert not set(out) & set("\x1b\u202e\u2066")
    if form == "text":
        assert commands(out) == []


@pytest.mark.parametrize("sign", SIGNS)
def test_text_beside_annotations_is_not_obeyed(
    run: Run, write: Write, sign: str
) -> None:
    folder = write({"plan.yaml": hostile(sign)})
    words = ("--format", "text", "--format", "github", "--show-ignored")
    found = commands(run("validate", folder, *words, *AS_OF, status=1).out)
    assert found
    assert {one.kind for one in found} <= {"error", "warning", "notice"}
    assert all(one.fields["file"].endswith("plan.yaml") for one in found)


VALUE = """\
plan: {id: lakeshore, title: Lakeshore}
measures: {id: reading, title: Reading, unit: percent}
observations: {measure: reading, period: 2023-24, value: "%s"}
"""
LINES = ["progress:", "  missing:", "    %s: suppressed"]


@pytest.mark.parametrize("value", ["n/a", "``````", "[x](y)", "::error::z"])
@pytest.mark.parametrize("form", ["text", "github", "sarif", "junit"])
def test_lines_to_write_stay_lines(
    run: Run, write: Write, form: str, value: str
) -> None:
    folder = write({"plan.yaml": VALUE % value})
    chosen = ("--select", "unread-value", *AS_OF)
    out = run("validate", folder, "--format", form, *chosen, status=1).out
    told = read_form(form, out)
    key = value if value == "n/a" else f'"{value}"'
    lines = [line.replace("%s", key) for line in LINES]
    if form == "github":
        (command,) = told
        assert command.message.split("\n")[-3:] == lines
    elif form == "sarif":
        message = told["runs"][0]["results"][0]["message"]
        shown = message["text"].replace("\\", "")
        assert shown.split("\n")[-3:] == lines
        *_, opening, first, second, third, closing = message["markdown"].split("\n")
        assert opening == f"{closing}yaml"
        assert [first, second, third] == lines
        assert closing not in value
    else:
        # The last element ends on the line of the text.
        told = unescape(out).replace("</failure>", "").splitlines()
        written = [line.strip() for line in told]
        at = written.index("progress:")
        assert written[at : at + 3] == [line.strip() for line in lines]


@pytest.mark.posix
@pytest.mark.parametrize("form", FORMS)
def test_names_of_files_are_shown_and_not_obeyed_in_each_form(
    run: Run, write: Write, form: str
) -> None:
    names = (
        "a b.yaml",
        "quote'\".yaml",
        "new\nline.yaml",
        "\x1b[31mred.yaml",
        "::error::pwned.yaml",
        "##[error]pwned.yaml",
        "a,b=c%d:e.yaml",
        "ü❄漢字😀.yaml",
        "<b>&.yaml",
    )
    folder = write({"plan.yaml": PLAN, **dict.fromkeys(names, "wrong:\n")})
    out = run("validate", folder, "--format", form, "--all", *AS_OF, status=1).out
    found = read_form(form, out)
    if form == "github":
        assert {one.kind for one in found} <= {"error", "warning", "notice"}
    if form == "sarif":
        uris = [
            one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            for one in found["runs"][0]["results"]
        ]
        assert any(uri.endswith("/new%0Aline.yaml") for uri in uris)
        assert all(uri.isascii() for uri in uris)
    if form == "text":
        assert commands(out) == []
        assert "\x1b" not in out


def test_github_gets_ten_of_each_kind_and_the_rest_in_the_summary(
    run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goals = "".join(
        f"  - {{id: G{n}, title: Goal, aligns_to: X{n}, due: June {2031 + n}}}\n"
        for n in range(30)
    )
    head = "plan: {id: p, title: 'a|b', period: 2024-2026}\nlevels: {goals: Goal}\n"
    folder = write({"plan.yaml": f"{head}goals:\n{goals}"})
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    words = ("--select", "unknown-reference", "--select", "outside-period")
    out = run("validate", folder, "--format", "github", *words, status=1).out
    kinds = [one.kind for one in commands(out)]
    assert kinds == ["error"] * 10 + ["warning"] * 10
    text = summary.read_text("utf-8")
    assert text.startswith("before\n### planctl validate")
    assert "| a\\|b | 30 | 30 | 0 | 0 |" in text
    assert text.count("| error | unknown-reference |") == 30


def test_a_summary_stays_below_what_github_takes(
    run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = "X" * 60_000
    goals = "".join(
        f"  - id: G{n}\n    title: Goal\n    aligns_to: {long}{n}\n" for n in range(30)
    )
    head = "plan: {id: p, title: P}\nlevels: {goals: Goal}\n"
    folder = write({"plan.yaml": f"{head}goals:\n{goals}"})
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run("validate", folder, "--format", "github", status=1)
    text = summary.read_text("utf-8")
    assert 900_000 < len(text.encode()) < 1 << 20
    assert "more; the log has them all" in text


def test_paths_are_seen_from_the_root_of_the_repository(
    run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write({"plan.yaml": PLAN})
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(folder)
    words = ("validate", ".", *AS_OF)
    issues = json.loads(run(*words, "--format", "gitlab", status=1).out)
    assert {one["location"]["path"] for one in issues} == {"plan/plan.yaml"}
    (first, *_) = commands(run(*words, "--format", "github", status=1).out)
    assert first.fields["file"] == "plan/plan.yaml"


def test_junit_fails_where_the_command_fails(run: Run, write: Write) -> None:
    folder = write({"plan.yaml": PLAN})
    words = ("validate", folder, "--format", "junit", *AS_OF)
    usual = read_form("junit", run(*words, status=1).out)
    strict = read_form("junit", run(*words, "--fail-on", "warning", status=1).out)
    never = read_form("junit", run(*words, "--fail-on", "never").out)
    assert never.failures == 0 < usual.failures < strict.failures


def test_junit_skips_the_rules_of_a_plan_that_cannot_be_read(
    run: Run, write: Write
) -> None:
    folder = write({"plan.yaml": PLAN, "more.yaml": "goals: [\n"})
    found = read_form(
        "junit", run("validate", folder, "--format", "junit", status=1).out
    )
    assert found.skipped > 5


def test_several_plans_are_one_document_in_each_form(
    run: Run, write: Write, tmp_path: Path
) -> None:
    write({"a/plan.yaml": PLAN, "b/plan.yaml": PLAN.replace("lakeshore", "hill")})
    files = [
        word for form in FORMS for word in ("--format", f"{form}={tmp_path / form}.out")
    ]
    assert run("validate", tmp_path / "plan", *files, *AS_OF, status=1).out == ""
    read = {
        form: read_form(form, (tmp_path / f"{form}.out").read_text("utf-8"))
        for form in FORMS
    }
    assert [one["plan"]["id"] for one in read["json"]["plans"]] == ["lakeshore", "hill"]
    assert len(list(read["junit"])) == 2
    number = sum(len(one["diagnostics"]) for one in read["json"]["plans"])
    assert len(read["gitlab"]) == number
    results = read["sarif"]["runs"][0]["results"]
    assert len(results) == number + 2
    assert sum("suppressions" in one for one in results) == 2
    assert "2 plans checked" in read["text"]


@pytest.mark.parametrize("form", FORMS)
def test_a_plan_without_findings_is_a_whole_document(
    run: Run, write: Write, form: str
) -> None:
    folder = write({"plan.yaml": PLAN})
    out = run("validate", folder, "--select", "yaml-syntax", "--format", form).out
    read_form(form, out)
    assert bool(out) == (form != "github")


def test_a_file_that_cannot_be_written_leaves_the_former_one(
    run: Run, write: Write, tmp_path: Path
) -> None:
    folder = write({"plan.yaml": PLAN})
    (tmp_path / "there").mkdir()
    words = ("validate", folder, "--format", f"sarif={tmp_path / 'there'}")
    assert "could not be written" in run(*words, status=3).err


def test_two_formats_need_two_places(run: Run, write: Write) -> None:
    folder = write({"plan.yaml": PLAN})
    for one, two in (("json", "sarif"), ("json=x", "sarif=x"), ("text", "text")):
        run("validate", folder, "--format", one, "--format", two, status=2)
