"""Owners, student groups and sites as the records of a plan name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import declared
from planctl.link.names import Directory, is_everybody

if TYPE_CHECKING:
    from planctl.link.reporter import Reporter
    from planctl.load.places import Path
    from planctl.model.record import Record

_SECTION = {"owner": "owners", "student group": "groups", "site": "sites"}


class People:
    """Looks up the names of one plan, and reports those that are not declared."""

    def __init__(self, reporter: Reporter) -> None:
        self.reporter = reporter
        loaded = reporter.loaded
        self.owners = Directory(loaded.owners)
        self.groups = Directory(loaded.groups)
        self.sites = Directory(loaded.sites)

    def names(
        self, record: Record, path: Path, names: tuple[str, ...], what: str
    ) -> tuple[str, ...]:
        """The ids, else names, of student groups (`group`) or sites (`site`)."""
        found = (
            self.place(record, (*path, place), name, what)
            for place, name in enumerate(names)
        )
        return tuple(one for one in found if one is not None)

    def place(self, record: Record, path: Path, name: str, what: str) -> str | None:
        """The id, else name, of a student group (`group`) or a site (`site`).

        `a & b` is the students in both, in the order in which they are declared; none
        stands for all students.
        """
        is_group = what == "group"
        directory = self.groups if is_group else self.sites
        kind = "student group" if is_group else "site"
        parts = [name]
        if directory.find(name) is None and "&" in name:
            parts = [part.strip() for part in name.split("&") if part.strip()]
        elif is_group and is_everybody(name):
            return None
        found = {self.name(record, path, part, directory, kind) for part in parts}
        return " & ".join(directory.name(position) for position in sorted(found))

    def name(
        self, record: Record, path: Path, name: str, directory: Directory, what: str
    ) -> int:
        """The position of an owner, group or site; an unknown one is added."""
        found = directory.find(name)
        if found is not None:
            return found
        if directory.is_declared and self.reporter.loaded.knows(name):
            several = directory.several(name)
            self.reporter.report(
                declared.UNKNOWN_NAME,
                f"the {what} `{name}` is not declared",
                record,
                path,
                part=name,
                help=f"it reads like several; write a list: [{', '.join(several)}]"
                if several
                else f"declare it under `{_SECTION[what]}:`",
                word=name,
                candidates=() if several else directory.spellings,
            )
        return directory.add(name)
