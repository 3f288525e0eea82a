"""Python's garbage collector, kept from looking at what lives as long as a plan."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def collector_off() -> Iterator[None]:
    """Switch the collector off, and freeze what was made before it is on again.

    A plan has no reference cycles, so that it is freed without a collector; looking
    at all of it again and again takes longer than reading it.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
