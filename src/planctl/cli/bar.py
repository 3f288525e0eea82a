"""A progress bar: on a terminal, for work over a second, and gone at the end."""

from __future__ import annotations

from time import monotonic
from typing import IO, TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

_AFTER = 1.0
_EVERY = 0.1
_CELLS = 30


def shown(
    done: Iterable[T],
    total: int,
    stream: IO[str],
    clock: Callable[[], float] = monotonic,
) -> Iterator[T]:
    """Pass on what is done, and show on a terminal how much that is.

    Args:
        done: one for each plan.
        total: how many there will be.
        stream: stderr; nothing is written where it is no terminal.
        clock: seconds.
    """
    if not stream.isatty():
        yield from done
        return
    next_time, width = clock() + _AFTER, 0
    try:
        for number, one in enumerate(done, 1):
            if clock() >= next_time:
                text = _bar(number, total)
                stream.write(f"\r{text}")
                stream.flush()
                next_time, width = clock() + _EVERY, len(text)
            yield one
    finally:
        stream.write(f"\r{' ' * width}\r" if width else "")
        stream.flush()


def _bar(number: int, total: int) -> str:
    filled = number * _CELLS // total
    return f"[{'#' * filled}{'.' * (_CELLS - filled)}] {number:,} of {total:,} plans"
