"""Ctrl-C ends the command, though libraries wrap what it raises in their own errors."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

INTERRUPTED = 130
"""The exit status, as shells have it: 128 and the signal's number."""
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
    _seen.append(number)
    signal.default_int_handler(number, frame)


def _end_where_lost(lost: sys.UnraisableHookArgs) -> None:
    if issubclass(lost.exc_type, KeyboardInterrupt):
        end_interrupted()
    _tell_ignored(lost)
