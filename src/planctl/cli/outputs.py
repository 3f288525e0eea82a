"""Where each form of the findings goes: a file, or stdout; whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

from planctl.cli.command import choose_paint, put, stdout_told, width
from planctl.errors import CannotWriteError
from planctl.render.terminal import TextOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planctl.cli.examine import Examined
    from planctl.cli.formats import Named
    from planctl.render.findings import FindingsForm

_IN_MEMORY = 1 << 20
# What stands before a line of a file.
_MARGIN = 12


def text_options(
    read: Sequence[Named],
    plans: int,
    most: int | None,
    show_ignored: bool,  # noqa: FBT001 - as it comes from the command line
) -> tuple[TextOptions, ...]:
    """How each text is written: for stdout with colour and in its width."""
    options = TextOptions(most, show_ignored, are_several=plans > 1)
    room = min(options.room, width() - _MARGIN)
    here = replace(options, paint=choose_paint(), room=room)
    return tuple(
        here if file is None else options for name, file in read if name == "text"
    )


class Outputs:
    """All that a command writes: each whole or not at all, and no plan is kept.

    Text goes to stdout plan by plan, unless it shares it with GitHub's commands.
    """

    def __init__(
        self, named: Sequence[Named], *, are_several: bool, limit: int
    ) -> None:
        """Take the formats, and the rank of the mildest severity that is a failure."""
        self._texts = [_Output(file) for name, file in named if name == "text"]
        self._forms = [
            (_form(name, are_several=are_several, limit=limit), _Output(file))
            for name, file in named
            if name != "text"
        ]
        # Whether stdout takes text and commands.
        self._shares = sum(file is None for _, file in named) > 1
        self._parts = 0

    def __enter__(self) -> Self:
        for form, output in self._forms:
            output.write(form.head())
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind, also where it was not put anywhere."""
        for output in (*self._texts, *(output for _, output in self._forms)):
            output.close()

    def add(self, examined: Examined) -> None:
        """Write what is to be said of a plan."""
        before = "\n" if self._parts else ""
        self._parts += 1
        for output, text in zip(self._texts, examined.texts, strict=True):
            self._tell(output, before + text)
        if examined.findings is not None:
            for form, output in self._forms:
                output.write(form.plan(examined.findings))

    def put(self, last: str) -> None:
        """Put everything in its place; `last` is the last line of texts.

        Raises:
            CannotWriteError: a file could not be written.
        """
        for output in self._texts:
            self._tell(output, last)
            output.put(is_held=self._shares and output.file is None)
        for form, output in self._forms:
            output.write(form.tail())
            output.put()
            _summarize(form)

    def _tell(self, output: _Output, text: str) -> None:
        if output.file is None and not self._shares:
            put(text)
        else:
            output.write(text)


class _Output:
    """Text on its way to a file or to stdout; much of it waits outside memory."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self._spool: IO[bytes] = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by `close`
        self._digest = hashlib.sha256()
        self.close = self._spool.close

    def write(self, text: str) -> None:
        """Add to it."""
        data = text.encode("utf-8", "backslashreplace")
        self._digest.update(data)
        self._spool.write(data)

    def put(self, *, is_held: bool = False) -> None:
        """Put it in its place; `is_held` keeps GitHub from obeying what is in it."""
        from planctl.edit import copy_whole

        self._spool.seek(0)
        if self.file is not None:
            copy_whole(self.file, self._spool)
            return
        # No text holds its own digest, so none can end the pause.
        name = self._digest.hexdigest()
        put(f"::stop-commands::{name}\n" if is_held else "")
        _to_stdout(self._spool)
        put(f"::{name}::\n" if is_held else "")


def _to_stdout(spool: IO[bytes]) -> None:
    if not hasattr(sys.stdout, "buffer"):
        put(spool.read().decode("utf-8"))
        return
    with stdout_told():
        sys.stdout.flush()
        shutil.copyfileobj(spool, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def _form(name: str, *, are_several: bool, limit: int) -> FindingsForm:
    if name == "json":
        from planctl.render.findings import JsonFindings

        return JsonFindings(are_several=are_several)
    if name == "github":
        from planctl.render.github import GithubFindings

        return GithubFindings()
    if name == "sarif":
        from planctl.render.sarif import SarifFindings

        return SarifFindings()
    if name == "gitlab":
        from planctl.render.gitlab import GitlabFindings

        return GitlabFindings()
    from planctl.render.junit import JunitFindings

    return JunitFindings(limit)


def _summarize(form: FindingsForm) -> None:
    """Append the summary of a job where GitHub says that one is wanted."""
    from planctl.render.github import GithubFindings

    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name or not isinstance(form, GithubFindings):
        return
    try:
        with Path(name).open("ab") as file:
            file.write(form.summary().encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise CannotWriteError(
            f"{name} could not be written: {error.strerror}"
        ) from error
