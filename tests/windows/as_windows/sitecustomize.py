"""Makes Python as it is on Windows, as far as that can be had elsewhere.

Python imports it as it starts. What only POSIX has is gone, lines end in CR LF where
a program leaves that to Python, and a pipe without a reader fails in another way.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import Any

_OF_POSIX_ALONE = {
    os: (
        *("chown", "chroot", "confstr", "ctermid", "fchdir", "fork", "forkpty"),
        *("getegid", "geteuid", "getgid", "getgroups", "getloadavg", "getpgid"),
        *("getpgrp", "getuid", "killpg", "lchown", "mkfifo", "mknod", "nice"),
        *("openpty", "posix_spawn", "pread", "pwrite", "sched_getaffinity"),
        *("sendfile", "setsid", "statvfs", "sync", "ttyname", "uname"),
        *("O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "O_SYNC"),
    ),
    # SIGKILL stays: Python ends processes with it here, and without it there.
    signal: (
        *("SIGALRM", "SIGCHLD", "SIGHUP", "SIGPIPE", "SIGQUIT", "SIGUSR1", "SIGWINCH"),
        *("alarm", "pause", "pthread_kill", "pthread_sigmask", "setitimer", "sigwait"),
        *("SIG_BLOCK", "SIG_SETMASK"),
    ),
}
_MODULES = (
    *("crypt", "curses", "fcntl", "grp", "nis", "pty", "pwd", "readline", "resource"),
    *("spwd", "syslog", "termios", "tty"),
)
_INVALID = 22


class Pipe(io.FileIO):
    """A file that says of a reader who is gone what Windows says."""

    def write(self, data: Any) -> int:  # noqa: ANN401 - whatever `io` holds
        """Write some of the data."""
        try:
            return super().write(data)
        except BrokenPipeError:
            raise OSError(_INVALID, "Invalid argument") from None


for _module, _names in _OF_POSIX_ALONE.items():
    for _name in _names:
        if hasattr(_module, _name):
            delattr(_module, _name)
# An import of what is None fails.
_known: dict[str, Any] = sys.modules
_known.update(dict.fromkeys(_MODULES))
for _stream in ("stdout", "stderr"):
    _own = getattr(sys, _stream)
    _pipe = Pipe(_own.fileno(), "w", closefd=False)
    _text = io.TextIOWrapper(io.BufferedWriter(_pipe), "cp1252", newline="\r\n")
    setattr(sys, _stream, _text)
