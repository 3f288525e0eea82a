"""How targets are judged: settings that must fit each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planctl.diagnostics import declared

if TYPE_CHECKING:
    from planctl.link.linker import Linker

_PAIR = 2


def check_settings(linker: Linker) -> None:
    """Report bands that overlap, and a range of changes that runs backwards."""
    settings = linker.loaded.progress
    bands = settings.bands
    if bands.behind > bands.on_track:
        linker.report(
            declared.INVALID_VALUE,
            f"`behind` is {bands.behind}, more than `on_track` ({bands.on_track})",
            settings,
            ("bands", "behind"),
            help="write the smaller share of the pace for `behind`",
        )
    same = settings.same
    if len(same) == _PAIR and same[0] > same[1]:
        linker.report(
            declared.INVALID_VALUE,
            f"`same` runs backwards, from {same[0]} to {same[1]}",
            settings,
            ("same",),
            help="write the smaller number first",
        )
