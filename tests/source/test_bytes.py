"""Files that are no UTF-8 text, too large, or no files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from planctl.source.reading import MAX_BYTES, read_source
from tests.source.reading import outside, place

if TYPE_CHECKING:
    from pathlib import Path

    from planctl.diagnostics import Diagnostic
    from planctl.source import Source


def read_bytes(folder: Path, data: bytes) -> Source:
    """Read a file that holds some bytes."""
    path = folder / "a.yaml"
    path.write_bytes(data)
    return read_source(folder.resolve(), folder.resolve() / "a.yaml")


def the_only(source: Source) -> Diagnostic:
    """The one finding, behind which nothing was read."""
    (one,) = source.problems
    assert not source.is_readable
    assert source.data is None
    assert not outside(source)
    return one


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named_and_how_to_save_the_file_is_said(
    tmp_path: Path, encoding: str
) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    one = the_only(read_bytes(tmp_path, mark + "title: é".encode(encoding)))
    assert (one.rule, one.message) == ("not-utf-8", "the file is UTF-16")
    assert one.help == 'save it as "UTF-8" (in Notepad: Save as, Encoding)'


@pytest.mark.parametrize(
    ("data", "where", "message"),
    [
        (b"title: caf\xe9\n", "1:11-12", "the byte 0xe9 (perhaps “é”) is not UTF-8"),
        (
            b"a: b\r\nc: \x93so\x94\r\n",
            "2:4-5",
            "the byte 0x93 (perhaps ““”) is not UTF-8",
        ),
        (b"a: b\rc: \x81\r", "2:4-5", "the byte 0x81 is not UTF-8"),
        (
            "a: é".encode() + b"\xe9",
            "1:5-6",
            "the byte 0xe9 (perhaps “é”) is not UTF-8",
        ),
        (b"\xef\xbb\xbfa: \xff", "1:4-5", "the byte 0xff (perhaps “ÿ”) is not UTF-8"),
        (b"\xe2\x82", "1:1-2", "the byte 0xe2 (perhaps “â”) is not UTF-8"),
    ],
)
def test_a_byte_of_another_encoding_is_named_with_what_was_meant(
    tmp_path: Path, data: bytes, where: str, message: str
) -> None:
    one = the_only(read_bytes(tmp_path, data))
    assert (one.rule, one.message) == ("not-utf-8", message)
    assert one.help == 'save it as "UTF-8" (in Notepad: Save as, Encoding)'
    assert place(one.span) == where


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_named_as_well(tmp_path: Path, encoding: str) -> None:
    one = the_only(read_bytes(tmp_path, "title: é\r\n".encode(encoding)))
    assert (one.rule, one.message) == ("not-utf-8", "the file is UTF-16")


def test_a_byte_order_mark_in_front_counts_for_nothing(tmp_path: Path) -> None:
    source = read_bytes(tmp_path, b"\xef\xbb\xbfa: Increased # of\n")
    assert source.data == {"a": "Increased"}
    assert [place(one.span) for one in source.problems] == ["1:14-18"]


CONTROLS = [
    "\x00",
    "\x07",
    "\x08",
    "\x0b",
    "\x0c",
    "\x1b",
    "\x7f",
    "\x80",
    "\x85",
    "\x9f",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\ufffe",
    "\uffff",
]


@pytest.mark.parametrize("sign", CONTROLS, ids=lambda sign: f"U+{ord(sign):04X}")
def test_a_control_character_is_named_at_its_place(tmp_path: Path, sign: str) -> None:
    one = the_only(read_bytes(tmp_path, f"a: é\nb: x{sign}y\n".encode()))
    assert one.rule == "control-character"
    assert one.message == f"the text holds the control character U+{ord(sign):04X}"
    assert one.help == "delete it; it is invisible in most editors"
    assert place(one.span) == "2:5-6"


def test_what_only_looks_like_a_control_character_is_text(tmp_path: Path) -> None:
    text = "à\u00a0…‧\u200b\ufffd￼😀\t."
    source = read_bytes(tmp_path, f'a: "{text}"\n'.encode())
    assert (source.data, source.problems) == ({"a": text}, [])


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_break_is_read(tmp_path: Path, line_break: str) -> None:
    text = line_break.join(["a: b", "c: |", "  d", "  e", "f: g", ""])
    source = read_bytes(tmp_path, text.encode())
    assert (source.data, source.problems) == ({"a": "b", "c": "d\ne\n", "f": "g"}, [])


def test_a_file_of_8_mb_is_read_and_a_larger_one_is_not(tmp_path: Path) -> None:
    head = b"a: b\n#"
    largest = head + b"x" * (MAX_BYTES - len(head))
    assert read_bytes(tmp_path, largest).data == {"a": "b"}
    one = the_only(read_bytes(tmp_path, largest + b"x" * 400_000))
    assert one.rule == "unreadable-file"
    assert one.message == "the file has 8.4 MB; a plan file has 8 at most"
    assert one.help == "split it into several files"


def test_a_folder_that_is_named_as_a_file_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    one = the_only(read_source(tmp_path.resolve(), tmp_path.resolve() / "a.yaml"))
    assert (one.rule, one.message) == ("unreadable-file", "a.yaml is a folder")
    assert one.help == "remove it, or name it otherwise"


def test_a_file_that_is_gone_is_told_of(tmp_path: Path) -> None:
    one = the_only(read_source(tmp_path.resolve(), tmp_path.resolve() / "a.yaml"))
    assert one.message == f"the file cannot be read: {os.strerror(2)}"
    assert one.help == "check that it exists and that you may open it"


@pytest.mark.posix
def test_a_link_to_nothing_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("gone.yaml")
    one = the_only(read_source(tmp_path.resolve(), tmp_path.resolve() / "a.yaml"))
    assert one.message == f"the file cannot be read: {os.strerror(2)}"


@pytest.mark.posix
def test_a_loop_of_links_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to("b.yaml")
    (tmp_path / "b.yaml").symlink_to("a.yaml")
    one = the_only(read_source(tmp_path.resolve(), tmp_path.resolve() / "a.yaml"))
    assert one.message.startswith("the file cannot be read: ")


@pytest.mark.posix
def test_a_link_out_of_the_plan_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text("a: b\n", "utf-8")
    (folder / "a.yaml").symlink_to("../secret.yaml")
    one = the_only(read_source(folder.resolve(), folder.resolve() / "a.yaml"))
    assert one.message == "the file is a link to a place outside the plan's folder"


@pytest.mark.posix
def test_a_link_inside_the_plan_is_followed(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("a: b\n", "utf-8")
    (tmp_path / "a.yaml").symlink_to("b.txt")
    source = read_source(tmp_path.resolve(), tmp_path.resolve() / "a.yaml")
    assert (source.data, source.problems) == ({"a": "b"}, [])


@pytest.mark.posix
def test_nobody_waits_for_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    one = the_only(read_source(tmp_path.resolve(), tmp_path.resolve() / "a.yaml"))
    assert one.message == "a.yaml is no file: it is a pipe or a device"
