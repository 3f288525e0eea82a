"""What stops planctl: every one is caught once, in `cli/command.py`."""

from __future__ import annotations


class PlanctlError(Exception):
    """planctl cannot go on; the message is one line for a coordinator."""

    exit_code = 3


class UsageError(PlanctlError):
    """The command line asks for something that cannot be meant."""

    exit_code = 2


class NothingToReadError(PlanctlError):
    """No plan was found where one was named."""


class CannotWriteError(PlanctlError):
    """An output could not be written; what stood there before is untouched."""
