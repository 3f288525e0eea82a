"""Ctrl-C ends a command also where its way out is blocked."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from planctl.interrupts import INTERRUPTED

STUCK = """
import sys, time
from planctl.interrupts import watch_interrupts
watch_interrupts()
try:
    print("begun", flush=True)
    time.sleep(600)
finally:
    # What a library does that writes to a pipe which nobody reads.
    time.sleep(600)
"""


@pytest.mark.posix
def test_a_way_out_that_is_blocked_is_left() -> None:
    # Tests that run in the background of a shell inherit that Ctrl-C is ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    words = (sys.executable, "-c", STUCK)
    started = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    signal.signal(signal.SIGINT, before)
    assert started.stdout is not None
    assert started.stdout.readline().split() == [b"begun"]
    started.send_signal(signal.SIGINT)
    _, err = started.communicate(timeout=60)
    assert (started.returncode, err) == (INTERRUPTED, b"")
