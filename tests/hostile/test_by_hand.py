"""Bad input thought of by hand: each is told in a line, and nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from planctl.check import check_plan
from tests.conftest import AS_OF
from tests.hostile.commands import answer, is_sound

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Write = Callable[[Mapping[str, str | bytes]], Path]

PLAN = (
    "plan:\n  id: lakeshore\n  title: Lakeshore\n"
    "levels:\n  tasks: Task\ntasks:\n  - id: T1\n    title: Survey\n"
)
NOT_WINDOWS = pytest.mark.posix


def rules(folder: Path) -> set[str]:
    return {one.rule for one in check_plan(folder, AS_OF).diagnostics}


FILES: dict[str, tuple[bytes, str | None]] = {
    "empty": (b"", None),
    "a comment only": (b"# nothing\n", None),
    "windows lines": (b"owners:\r\n  - name: Anna\r\n", None),
    "old mac lines": (b"owners:\r  - name: Anna\r", None),
    "a byte order mark": (b"\xef\xbb\xbfowners:\n  - name: Anna\n", None),
    "tabs": (b"owners:\n\t- name: Anna\n", "yaml-syntax"),
    "NUL": (b"owners:\n  - name: An\x00na\n", "control-character"),
    "an escape": (b'owners:\n  - name: "\\e[31m"\n', "control-character"),
    "UTF-16": ("owners:\n".encode("utf-16"), "not-utf-8"),
    "Windows-1252": ("owners:\n  - name: Ren\xe9\n".encode("cp1252"), "not-utf-8"),
    "20 MB": (b"# " + b"x" * (20 << 20), "unreadable-file"),
    "100,000 brackets": (b"[" * 100_000, "yaml-feature"),
    "100,000 dashes": (b"- " * 100_000, "yaml-feature"),
    "a billion laughs": (b"owners: &a [x]\nsites: &b [*a,*a]\n", "yaml-feature"),
    "itself": (b"owners: &a [*a]\n", "yaml-feature"),
    "a tag": (b"owners: !!python/object:os.system x\n", "yaml-feature"),
    "two documents": (b"owners:\n---\nowners:\n", "yaml-feature"),
    "a directive": (b"%YAML 1.1\n---\nowners:\n", "yaml-feature"),
    "a merge": (b"<<<<<<< HEAD\nowners:\n=======\n>>>>>>> x\n", "yaml-syntax"),
    "a list": (b"- a\n- b\n", "invalid-value"),
    "a word": (b"word\n", "invalid-value"),
    "a second plan": (
        PLAN.replace("T1", "T2").replace("Survey", "Visit").encode(),
        "duplicate-section",
    ),
    "a huge number": (
        b"tasks:\n  - {id: T2, title: x, weight: 9e999999}\n",
        "invalid-value",
    ),
    "many digits": (
        b"tasks:\n  - {id: T2, title: x, weight: " + b"9" * 5000 + b"}\n",
        "invalid-value",
    ),
    "a long word": (b"owners:\n  - name: " + b"x" * 100_000 + b"\n", None),
    "far years": (b"tasks:\n  - {id: T2, title: x, due: 9999-12-31}\n", "unread-date"),
    "an own parent": (b"tasks:\n  - {id: T2, title: x, parent: T2}\n", "invalid-value"),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_bad_file_is_told_and_the_rest_survives(write: Write, kind: str) -> None:
    data, rule = FILES[kind]
    folder = write({"plan.yaml": PLAN, "more.yaml": data})
    found = rules(folder) - {"outside-period"}
    assert found == ({rule} if rule else set())
    assert check_plan(folder, AS_OF).plan.items[0].title == "Survey"
    assert is_sound(folder)


@pytest.mark.parametrize("kind", FILES)
def test_a_bad_plan_file_is_told(write: Write, kind: str) -> None:
    folder = write({"plan.yaml": FILES[kind][0]})
    assert rules(folder) or kind == "a second plan"
    assert is_sound(folder)


def test_a_folder_without_a_plan_is_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "goals.yaml").write_text("goals:\n", "utf-8")
    for name in ("validate", "status", "report", "export"):
        assert answer((name,), tmp_path).status == 3
    assert answer(("validate",), tmp_path / "nothing").status == 3


def test_a_folder_called_like_a_file_is_told(write: Write) -> None:
    folder = write({"plan.yaml": PLAN, "x.yaml/inside.yaml": PLAN})
    assert rules(folder) == {"unreadable-file"}
    assert is_sound(folder)


@NOT_WINDOWS
@pytest.mark.parametrize("target", ["nowhere.yaml", "loop.yaml", "/etc/hostname", ".."])
def test_a_link_that_leads_nowhere_or_out_is_told(write: Write, target: str) -> None:
    folder = write({"plan.yaml": PLAN})
    (folder / "loop.yaml").symlink_to(target)
    assert rules(folder) == {"unreadable-file"}
    assert is_sound(folder)


@NOT_WINDOWS
def test_the_plan_file_itself_may_be_a_bad_link(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").symlink_to("plan.yaml")
    assert answer(("validate",), tmp_path).status in {1, 3}


@NOT_WINDOWS
def test_names_of_files_are_shown_and_not_obeyed(write: Write) -> None:
    names = (
        "a b.yaml",
        "quote'\".yaml",
        "new\nline.yaml",
        "\x1b[31mred.yaml",
        "ü❄.yaml",
    )
    folder = write({"plan.yaml": PLAN, **dict.fromkeys(names, "wrong:\n")})
    status, out, _ = answer(("validate", "--all"), folder)
    assert status == 1
    assert "\x1b" not in out
    assert "new\\x0aline.yaml" in out
    assert "new\nline.yaml" not in out
    assert is_sound(folder)
