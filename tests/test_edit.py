"""Files are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from planctl.edit import make_folder, write_together, write_whole
from planctl.errors import CannotWriteError

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE, AFTER = b"as it was\n", b"as it is now\n"


def mode(path: Path) -> int:
    """The permission bits of a file."""
    return stat.S_IMODE(path.stat().st_mode)


def left_over(folder: Path) -> list[str]:
    """The names of temporary files in a folder."""
    return [path.name for path in folder.iterdir() if path.suffix == ".tmp"]


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.html", AFTER)
    assert (tmp_path / "a.html").read_bytes() == AFTER
    assert left_over(tmp_path) == []


def test_a_file_is_replaced_by_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(BEFORE * 100)
    write_whole(path, AFTER)
    assert path.read_bytes() == AFTER
    write_whole(path, b"")
    assert path.read_bytes() == b""
    assert left_over(tmp_path) == []


def test_a_long_name_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 100 + ".html")
    write_whole(path, AFTER)
    assert path.read_bytes() == AFTER


@pytest.mark.posix
@pytest.mark.parametrize("bits", [0o600, 0o640, 0o755, 0o444])
def test_the_mode_of_a_file_is_kept(tmp_path: Path, bits: int) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(BEFORE)
    path.chmod(bits)
    write_whole(path, AFTER)
    assert mode(path) == bits
    assert path.read_bytes() == AFTER


@pytest.mark.posix
@pytest.mark.parametrize(("mask", "bits"), [(0o022, 0o644), (0o077, 0o600), (0, 0o666)])
def test_a_new_file_has_the_mode_that_new_files_get(
    tmp_path: Path, mask: int, bits: int
) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "a.html", AFTER)
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert mode(tmp_path / "a.html") == bits


@pytest.mark.posix
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real = tmp_path / "there" / "real.html"
    real.write_bytes(BEFORE)
    link = tmp_path / "link.html"
    link.symlink_to(tmp_path / "there" / "second.html")
    (tmp_path / "there" / "second.html").symlink_to("real.html")
    write_whole(link, AFTER)
    assert link.is_symlink()
    assert real.read_bytes() == AFTER
    assert not real.is_symlink()
    assert left_over(tmp_path) == left_over(tmp_path / "there") == []


@pytest.mark.posix
def test_a_link_to_nothing_makes_the_file_it_names(tmp_path: Path) -> None:
    link = tmp_path / "link.html"
    link.symlink_to("real.html")
    write_whole(link, AFTER)
    assert link.is_symlink()
    assert (tmp_path / "real.html").read_bytes() == AFTER


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    with pytest.raises(CannotWriteError, match="could not be written: it is a folder"):
        write_whole(tmp_path / "a.html", AFTER)
    assert (tmp_path / "a.html").is_dir()
    assert left_over(tmp_path) == []


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "a.html"
    with pytest.raises(CannotWriteError) as told:
        write_whole(path, AFTER)
    reason = f"there is no folder {tmp_path / 'gone'}"
    assert str(told.value) == f"{path} could not be written: {reason}"
    assert told.value.exit_code == 3


def test_a_file_in_the_place_of_the_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(BEFORE)
    with pytest.raises(CannotWriteError, match="could not be written: "):
        write_whole(tmp_path / "file" / "a.html", AFTER)
    assert (tmp_path / "file").read_bytes() == BEFORE


@pytest.fixture
def no_more_than_a_kilobyte(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every file that grows beyond a kilobyte fails, as on a full disk."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, before[1]))
    # Compiled modules would be cut off, too, and be read so ever after.
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.posix
@pytest.mark.usefixtures("no_more_than_a_kilobyte")
def test_what_stood_there_stays_when_the_disk_is_full(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(BEFORE)
    with pytest.raises(CannotWriteError) as told:
        write_whole(path, AFTER * 1000)
    assert path.read_bytes() == BEFORE
    assert left_over(tmp_path) == []
    assert str(told.value).startswith(f"{path} could not be written: ")


@pytest.mark.posix
@pytest.mark.usefixtures("no_more_than_a_kilobyte")
def test_nothing_is_left_of_a_new_file_when_the_disk_is_full(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError):
        write_whole(tmp_path / "a.html", AFTER * 1000)
    assert list(tmp_path.iterdir()) == []


def test_whatever_interrupts_it_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "a.html"
    path.write_bytes(BEFORE)
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, AFTER)
    assert path.read_bytes() == BEFORE
    assert left_over(tmp_path) == []


def test_a_file_that_another_program_holds_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Access is denied")

    path = tmp_path / "a.html"
    path.write_bytes(BEFORE)
    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(CannotWriteError) as told:
        write_whole(path, AFTER)
    assert str(told.value) == (
        f"{path} could not be written: Access is denied; "
        "is it open in another program, or read-only?"
    )
    assert path.read_bytes() == BEFORE
    assert left_over(tmp_path) == []


def test_a_file_that_another_program_looks_at_for_a_moment_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = ["a scan for viruses", "a copy to a cloud"]
    replace = Path.replace

    def refuse_at_first(self: Path, target: Path) -> Path:
        if refusals:
            raise PermissionError(13, refusals.pop())
        return replace(self, target)

    path = tmp_path / "a.html"
    path.write_bytes(BEFORE)
    monkeypatch.setattr(Path, "replace", refuse_at_first)
    write_whole(path, AFTER)
    assert path.read_bytes() == AFTER
    assert left_over(tmp_path) == []


@pytest.mark.posix
def test_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, AFTER)
        assert os.read(end, 100) == AFTER
    finally:
        os.close(end)
    assert pipe.is_fifo()


def test_folders_are_made_unless_they_are_there(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_file_in_the_place_of_a_folder_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(BEFORE)
    with pytest.raises(CannotWriteError, match="could not be made: "):
        make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a").read_bytes() == BEFORE


def test_several_files_are_written(tmp_path: Path) -> None:
    first, second = tmp_path / "a.svg", tmp_path / "b.md"
    first.write_bytes(BEFORE)
    write_together({first: AFTER, second: AFTER})
    assert (first.read_bytes(), second.read_bytes()) == (AFTER, AFTER)
    assert left_over(tmp_path) == []


def test_where_one_of_several_cannot_be_written_all_stay(tmp_path: Path) -> None:
    first, second = tmp_path / "a.svg", tmp_path / "b.md"
    first.write_bytes(BEFORE)
    second.mkdir()
    with pytest.raises(CannotWriteError, match=r"b\.md could not be written"):
        write_together({first: AFTER, second: AFTER})
    assert first.read_bytes() == BEFORE
    assert left_over(tmp_path) == []
