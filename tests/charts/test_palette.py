"""The palette: seen against paper, told apart by those who see colours differently."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from planctl.render.chart import palette
from tests.conftest import ROOT

# Machado, Oliveira and Fernandes (2009), table 1, severity 1.0.
BLINDNESS = {
    "none": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
FAR = 15.0
"""CIE76: well beyond what is just to be noticed (about 2.3)."""


def linear(colour: str) -> tuple[float, ...]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    """CIE L*a*b* of linear sRGB under D65."""
    rows = (
        (0.4124564, 0.3575761, 0.1804375, 0.95047),
        (0.2126729, 0.7151522, 0.0721750, 1.0),
        (0.0193339, 0.1191920, 0.9503041, 1.08883),
    )
    x, y, z = (
        (sum(c * v for c, v in zip(row[:3], rgb, strict=True)) / row[3]) for row in rows
    )

    def bent(part: float) -> float:
        return part ** (1 / 3) if part > 216 / 24389 else part * 841 / 108 + 4 / 29

    return 116 * bent(y) - 16, 500 * (bent(x) - bent(y)), 200 * (bent(y) - bent(z))


def seen(colour: str, blindness: str) -> tuple[float, float, float]:
    rgb = linear(colour)
    return lab(
        tuple(
            min(max(sum(c * v for c, v in zip(row, rgb, strict=True)), 0.0), 1.0)
            for row in BLINDNESS[blindness]
        )
    )


def test_lines_and_texts_are_seen_against_paper() -> None:
    for colour in (*palette.MEANINGFUL, palette.INK):
        assert contrast(colour, palette.PAPER) >= 4.5


@pytest.mark.parametrize("blindness", BLINDNESS)
def test_lines_are_told_apart(blindness: str) -> None:
    for one, other in combinations(palette.MEANINGFUL, 2):
        pair = (seen(one, blindness), seen(other, blindness))
        far = sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) ** 0.5
        assert far >= FAR, (one, other, far)


def test_the_colours_are_those_of_the_page() -> None:
    css = (ROOT / "templates" / "html" / "packet.css").read_text("utf-8")
    page = set(re.findall(r"#[0-9a-f]{6}", css))
    used = {*palette.MEANINGFUL, palette.INK, palette.PAPER}
    assert used <= page
