"""Many plans: in several processes where that pays, told in the order of naming."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, cast

from planctl.cli.examine import Examined, Task, examine
from planctl.errors import PlanctlError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from planctl.cli.plans import Named

    Link = Connection[Any, Any]

# A process takes as long to start as a dozen plans take to be checked.
_PAYS_FROM = 40
_BATCH = 8
# So many batches for each process may be done before their turn to be told.
_AHEAD = 4
# Seconds without an answer after which one looks whether the processes live.
_LOOK_AFTER = 5.0
_ENDED = "a process that checks plans was ended; try --jobs 1"
# More than that Windows cannot wait for.
_MOST_PROCESSES = 60


def choose_jobs(plans: int, wanted: int | None) -> int:
    """How many processes check some plans: as wanted, else one for few plans."""
    if wanted is None:
        wanted = _processors() if plans >= _PAYS_FROM else 1
    return max(1, min(wanted, plans, _MOST_PROCESSES))


def examine_all(named: Sequence[Named], task: Task, jobs: int) -> Iterator[Examined]:
    """Examine plans in `jobs` processes; what comes out is in the plans' order.

    No more is in memory than the processes are ahead. Where the caller stops early, as
    on Ctrl-C, the processes end at once.

    Raises:
        UsageError: a plan has no such cycle.
        PlanctlError: a process was ended from outside.
    """
    if jobs == 1:
        yield from (examine(one, task) for one in named)
        return
    batches = [named[at : at + _BATCH] for at in range(0, len(named), _BATCH)]
    with _workers(jobs, task) as processes:
        yield from _in_order(processes, batches)


@contextmanager
def _workers(number: int, task: Task) -> Iterator[dict[Link, BaseProcess]]:
    """Processes that examine what they are sent, by their links; in the end killed.

    They are started in the one way that all systems have, and hold no lock: shared
    memory is not to be had in every container.
    """
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    processes: dict[Link, BaseProcess] = {}
    try:
        with _interrupts_held():
            for _ in range(number):
                here, there = context.Pipe()
                process = context.Process(target=_work, args=(there, task), daemon=True)
                process.start()
                there.close()
                processes[here] = process
        yield processes
    finally:
        # They write nothing, so that nothing is lost.
        for one in processes.values():
            one.kill()
            one.join()


def _in_order(
    processes: Mapping[Link, BaseProcess], batches: list[Sequence[Named]]
) -> Iterator[Examined]:
    """Send batches to whoever is idle; give back what comes in the batches' order."""
    from multiprocessing.connection import wait

    idle, busy = list(processes), dict[Any, int]()
    found: dict[int, list[Examined] | PlanctlError] = {}
    sent = told = 0
    while told < len(batches):
        while idle and sent < min(len(batches), told + len(processes) * _AHEAD):
            link = idle.pop()
            with _told_if_ended():
                link.send(batches[sent])
            busy[link] = sent
            sent += 1
        answers = wait(list(busy), _LOOK_AFTER)
        if not answers and not all(one.is_alive() for one in processes.values()):
            # On Windows the link to one that never came to life is not closed.
            raise PlanctlError(_ENDED)
        for ready in answers:
            found[busy.pop(ready)] = _receive(cast("Link", ready))
            idle.append(cast("Link", ready))
        while told in found:
            done = found.pop(told)
            told += 1
            if isinstance(done, PlanctlError):
                raise done
            yield from done


def _receive(link: Link) -> list[Examined] | PlanctlError:
    with _told_if_ended():
        return cast("list[Examined] | PlanctlError", link.recv())


@contextmanager
def _told_if_ended() -> Iterator[None]:
    """Say so where a process at the other end of a link is no more."""
    try:
        yield
    except (EOFError, OSError):
        raise PlanctlError(_ENDED) from None


def _work(link: Link, task: Task) -> None:
    """Examine batches until nobody sends any more."""
    # Ctrl-C is for the process that the person started.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, ConnectionError):
        while True:
            link.send(_examined(link.recv(), task))


def _examined(batch: Sequence[Named], task: Task) -> list[Examined] | PlanctlError:
    try:
        return [examine(one, task) for one in batch]
    except PlanctlError as error:
        return error


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back for a moment, so that new processes are born without it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    # It is started with the first process, and lets Ctrl-C through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
