"""Which files belong to a plan."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planctl.load import TABLES, load_plan
from planctl.load.files import find_files, find_plan, find_plans, holds_plan


def make(folder: Path, *names: str) -> Path:
    """A folder with some files; a name that ends in a slash is an empty folder."""
    for name in names:
        path = folder / name
        if name.endswith("/"):
            path.mkdir(parents=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("# nothing\n", "utf-8")
    return folder.resolve()


def yaml(folder: Path, *exclude: str) -> list[str]:
    """The YAML files of a plan, relative to its folder."""
    found = find_files(folder, exclude).yaml
    return [path.relative_to(folder).as_posix() for path in found]


def refused(folder: Path) -> list[tuple[str, str, str]]:
    """What cannot be read: its path, why, and what to do."""
    return [
        (source.path, one.message, one.help)
        for source in find_files(folder).refused
        for one in source.problems
    ]


def test_every_yaml_file_below_belongs_to_the_plan_in_path_order(
    tmp_path: Path,
) -> None:
    folder = make(
        tmp_path,
        "plan.yaml",
        "b.yml",
        "a/z.yaml",
        "a/b/c.yaml",
        "a.yaml",
        "GOALS.YAML",
        "notes.txt",
        "yaml",
        "x.yaml.bak",
        "empty/",
    )
    assert yaml(folder) == [
        "GOALS.YAML",
        "a.yaml",
        "a/b/c.yaml",
        "a/z.yaml",
        "b.yml",
        "plan.yaml",
    ]


@pytest.mark.parametrize(
    "name",
    [
        ".git/config.yaml",
        ".hidden.yaml",
        "a/.planctl/b.yaml",
        "templates/a.yaml",
        "a/templates/b.yaml",
        "docs/a.yaml",
        "node_modules/x/a.yaml",
    ],
)
def test_some_folders_are_passed_over(tmp_path: Path, name: str) -> None:
    folder = make(tmp_path, "plan.yaml", name)
    assert yaml(folder) == ["plan.yaml"]


def test_a_file_may_be_named_as_such_a_folder(tmp_path: Path) -> None:
    folder = make(tmp_path, "docs.yaml", "templates.yaml", "plan.yaml")
    assert yaml(folder) == ["docs.yaml", "plan.yaml", "templates.yaml"]


def test_a_plan_below_is_a_plan_of_its_own(tmp_path: Path) -> None:
    folder = make(
        tmp_path, "plan.yaml", "a/b.yaml", "a/school/plan.yaml", "a/school/c.yaml"
    )
    assert yaml(folder) == ["a/b.yaml", "plan.yaml"]


@pytest.mark.parametrize(
    ("exclude", "rest"),
    [
        ("drafts", ["a/drafts/c.yaml", "a.yaml", "old.yaml"]),
        ("drafts/", ["a/drafts/c.yaml", "a.yaml", "old.yaml"]),
        ("drafts/*", ["a/drafts/c.yaml", "a.yaml", "old.yaml"]),
        ("*/drafts", ["a.yaml", "drafts/b.yaml", "old.yaml"]),
        ("a\\drafts\\", ["a.yaml", "drafts/b.yaml", "old.yaml"]),
        ("old.yaml", ["a/drafts/c.yaml", "a.yaml", "drafts/b.yaml"]),
        ("o*", ["a/drafts/c.yaml", "a.yaml", "drafts/b.yaml"]),
        ("*.yaml", []),
        ("Drafts", ["a/drafts/c.yaml", "a.yaml", "drafts/b.yaml", "old.yaml"]),
    ],
)
def test_what_the_plan_excludes_is_left_out(
    tmp_path: Path, exclude: str, rest: list[str]
) -> None:
    folder = make(tmp_path, "a.yaml", "old.yaml", "drafts/b.yaml", "a/drafts/c.yaml")
    assert yaml(folder, exclude) == sorted(rest)


def test_tables_in_their_folders_belong_to_it_and_other_tables_do_not(
    tmp_path: Path,
) -> None:
    folder = make(
        tmp_path,
        *("updates/b.csv", "updates/a/c.CSV", "a.csv", "x/updates/d.csv"),
        *(f"{name}/one.csv" for name in TABLES),
    )
    found = find_files(folder)
    assert found.yaml == ()
    assert [path.relative_to(folder).as_posix() for path in found.tables] == [
        *(f"{name}/one.csv" for name in sorted(TABLES) if name != "updates"),
        *("updates/a/c.CSV", "updates/b.csv", "updates/one.csv"),
    ]
    assert [source.path for source in found.stray] == ["a.csv", "x/updates/d.csv"]


@pytest.mark.parametrize(
    ("name", "where"),
    [
        ("observations.csv", "the folder observations/"),
        ("Baseline 2024.csv", "the folder baselines/"),
        ("sheets/claims.xlsx", "the folder claims/"),
        ("february.csv", "updates/"),
    ],
)
def test_a_table_elsewhere_is_told_where_to_go(
    tmp_path: Path, name: str, where: str
) -> None:
    (source,) = find_files(make(tmp_path, "plan.yaml", name)).stray
    (one,) = source.problems
    assert one.help.endswith(where)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("goals.yaml.txt", "goals.yaml"),
        ("a/Goals.YML.TXT", "Goals.YML"),
        ("updates/may.csv.txt", "may.csv"),
        ("updates/may.txt", "may.csv"),
        ("may.tsv", "may.csv"),
    ],
)
def test_a_name_that_a_program_has_changed_is_told(
    tmp_path: Path, name: str, meant: str
) -> None:
    others = ("plan.yaml", "notes.txt", "a/updates/notes.txt", "updates/~$may.xlsx")
    folder = make(tmp_path, *others, name)
    (source,) = find_files(folder).stray
    assert source.path == name
    (one,) = source.problems
    assert one.help == f"name it {meant} if it belongs to the plan"


def test_a_folder_with_the_name_of_a_file_is_refused(tmp_path: Path) -> None:
    folder = make(tmp_path, "plan.yaml", "x.yaml/a.yaml", "a/Y.YML/")
    reason = "name the folder otherwise; its files are not read"
    assert sorted(refused(folder)) == [
        ("a/Y.YML", "Y.YML is a folder", reason),
        ("x.yaml", "x.yaml is a folder", reason),
    ]
    assert yaml(folder) == ["plan.yaml"]


def test_a_plan_with_such_a_folder_is_not_complete(tmp_path: Path) -> None:
    folder = make(tmp_path, "x.yaml/")
    (folder / "plan.yaml").write_text("plan: {id: p, title: P}\n", "utf-8")
    plan = load_plan(folder)
    assert [one.rule for one in plan.problems] == ["unreadable-file"]
    assert not plan.is_complete


@pytest.mark.posix
def test_a_link_to_a_folder_is_refused_and_not_followed(tmp_path: Path) -> None:
    folder = make(tmp_path / "plan", "plan.yaml", "a/b.yaml")
    make(tmp_path / "secret", "c.yaml")
    (folder / "link").symlink_to("../secret")
    (folder / "itself").symlink_to(".")
    reason = "what is in it is not read; put the files themselves into the plan"
    assert refused(folder) == [
        ("itself", "itself is a link to a folder", reason),
        ("link", "link is a link to a folder", reason),
    ]
    assert yaml(folder) == ["a/b.yaml", "plan.yaml"]


@pytest.mark.posix
def test_a_link_to_a_folder_that_is_passed_over_is_passed_over(tmp_path: Path) -> None:
    folder = make(tmp_path, "plan.yaml", "a/b.txt")
    for name in ("docs", ".venv", "node_modules"):
        (folder / name).symlink_to("a")
    assert refused(folder) == []


@pytest.mark.posix
def test_links_that_lead_nowhere_are_files_for_the_reader_to_refuse(
    tmp_path: Path,
) -> None:
    folder = make(tmp_path, "plan.yaml")
    (folder / "gone.yaml").symlink_to("nothing")
    (folder / "loop.yaml").symlink_to("loop.yaml")
    assert yaml(folder) == ["gone.yaml", "loop.yaml", "plan.yaml"]
    plan = load_plan(folder)
    rules = [(one.span.file, one.rule) for one in plan.problems]
    assert ("gone.yaml", "unreadable-file") in rules
    assert ("loop.yaml", "unreadable-file") in rules


@pytest.fixture
def too_deep(tmp_path: Path) -> Path:
    """A plan with folders in it whose names together are too long to be opened."""
    here = Path.cwd()
    os.chdir(make(tmp_path / "plan", "plan.yaml"))
    for _ in range(20):
        Path("d" * 250).mkdir()
        os.chdir("d" * 250)
    os.chdir(here)
    return (tmp_path / "plan").resolve()


@pytest.mark.posix
def test_a_folder_that_cannot_be_opened_is_told_of(too_deep: Path) -> None:
    ((path, message, remedy),) = refused(too_deep)
    assert path.startswith("d" * 250)
    assert message.startswith("the folder cannot be read: ")
    assert remedy == "check that you may open it; what is in it is not read"
    assert yaml(too_deep) == ["plan.yaml"]
    assert find_plans(too_deep) == (too_deep,)


def test_folders_in_any_depth_are_looked_into(tmp_path: Path) -> None:
    deep = "/".join("d" * 200)
    folder = make(tmp_path, "plan.yaml", f"{deep}/a.yaml", f"{deep}/e/plan.yaml")
    assert yaml(folder) == [f"{deep}/a.yaml", "plan.yaml"]
    assert find_plans(folder) == (folder, folder / deep / "e")


def test_the_plan_around_a_file_is_the_nearest_above(tmp_path: Path) -> None:
    folder = make(tmp_path, "plan.yaml", "a/b/c.yaml", "a/s/plan.yaml", "a/s/d/")
    assert find_plan(folder) == folder
    assert find_plan(folder / "a" / "b") == folder
    assert find_plan(folder / "a" / "s" / "d") == folder / "a" / "s"


def test_where_no_plan_is_around_there_is_none(tmp_path: Path) -> None:
    folder = make(tmp_path, "a/b.yaml")
    assert find_plan(folder / "a") is None
    assert find_plans(folder) == ()
    assert find_plans(folder / "gone") == ()


def test_the_plans_below_are_found_in_path_order(tmp_path: Path) -> None:
    folder = make(
        tmp_path,
        "b/plan.yaml",
        "a/plan.yaml",
        "a/school/plan.yaml",
        ".hidden/plan.yaml",
        "node_modules/plan.yaml",
        "docs/plan.yaml",
    )
    names = [path.relative_to(folder).as_posix() for path in find_plans(folder)]
    assert names == ["a", "a/school", "b", "docs"]


def test_a_folder_named_as_a_plan_makes_none(tmp_path: Path) -> None:
    folder = make(tmp_path, "plan.yaml/a.txt")
    assert not holds_plan(folder)
    assert find_plans(folder) == ()


def test_a_folder_that_may_not_be_looked_into_holds_no_plan(tmp_path: Path) -> None:
    assert not holds_plan(tmp_path / ("d" * 5_000))
