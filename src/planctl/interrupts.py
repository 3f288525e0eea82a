"""Ctrl-C ends the command, though libraries wrap what it raises in their own errors."""

from __future__ import annotations

import _thread
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 130
"""The exit status, as shells have it: 128 and the signal's number."""
_GRACE = 1.5
"""Seconds in which what was begun may be put in order."""
_seen: list[int] = []
_tell_ignored = sys.unraisablehook


def watch_interrupts() -> None:
    """Remember each Ctrl-C from now on, unless the caller's shell has it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _remember)
        sys.unraisablehook = _end_where_lost


def was_interrupted() -> bool:
    """Whether there was a Ctrl-C."""
    return bool(_seen)


def end_interrupted() -> NoReturn:
    """End at once: what is left to write would wait for a reader for ever."""
    os._exit(INTERRUPTED)


def _remember(number: int, frame: FrameType | None) -> None:
    if not _seen:
        # On the way out a text may be flushed that nobody reads any more.
        _thread.start_new_thread(_end_soon, ())
    _seen.append(number)
    signal.default_int_handler(number, frame)


def _end_soon() -> None:
    time.sleep(_GRACE)
    end_interrupted()


def _end_where_lost(lost: sys.UnraisableHookArgs) -> None:
    if issubclass(lost.exc_type, KeyboardInterrupt):
        end_interrupted()
    _tell_ignored(lost)
