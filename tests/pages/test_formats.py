"""The two formats tell the same, and what a packet says of itself holds."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from planctl.check import check_plan
from planctl.load import surround
from planctl.progress.rollup import COUNTED
from planctl.render.environment import render_html, render_markdown
from planctl.report.packet import Packet, build_packet, find_focus, on_one_page
from planctl.report.packet.views import StandingView
from planctl.report.wording import standing_sentence
from tests.conftest import AS_OF, EXAMPLES, ROOT
from tests.pages.plans import PLANS
from tests.pages.reading import figures, read_markdown, read_page, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LAKESHORE = ROOT / "tests" / "lakeshore"
LONGEST_SENTENCE = 20
LARGEST = 1_000_000
EVERY_PACKET = [
    *(path.parent.name for path in sorted(EXAMPLES.glob("*/plan.yaml"))),
    *(path.parent.name for path in sorted(LAKESHORE.glob("*/plan.yaml"))),
    *("first-year", "for-an-owner", "of-a-school", "of-an-item", "summary"),
    *PLANS,
]


def make(name: str, folder: Path) -> Packet:
    """The packet of an example, of the fictional plans, or of a small plan."""
    if (EXAMPLES / name).is_dir():
        return build_packet(check_plan(EXAMPLES / name, AS_OF))
    if name in PLANS:
        (folder / "plan.yaml").write_text(PLANS[name], "utf-8")
        return build_packet(check_plan(folder, AS_OF, stand_at_cycle=True))
    plan = name if (LAKESHORE / name).is_dir() else "district"
    day = date(2024, 7, 1) if name == "first-year" else date(2025, 3, 1)
    checked = check_plan(LAKESHORE / plan, day, surroundings=surround(LAKESHORE))
    focus = find_focus(
        checked.plan,
        owner="Family Office" if name == "for-an-owner" else "",
        site="north" if name == "of-a-school" else "",
        item="P1" if name == "of-an-item" else "",
    )
    packet = build_packet(checked, "3f2a91c", focus)
    return on_one_page(packet) if name == "summary" else packet


@pytest.fixture(params=EVERY_PACKET)
def packet(request: pytest.FixtureRequest, tmp_path: Path) -> Packet:
    return make(request.param, tmp_path)


def test_both_formats_have_the_same_figures(packet: Packet) -> None:
    html, markdown = (
        read_page(render_html(packet, has_charts=False)).text,
        render_markdown(packet),
    )
    assert figures(html) == figures(read_markdown(markdown))


def test_both_formats_have_the_same_words(packet: Packet) -> None:
    html, markdown = (
        read_page(render_html(packet, has_charts=False)).text,
        render_markdown(packet),
    )
    assert words(html) == words(read_markdown(markdown))


def test_a_figure_that_one_format_lacks_is_found(tmp_path: Path) -> None:
    packet = make("haverhill", tmp_path)
    html, markdown = (
        read_page(render_html(packet, has_charts=False)).text,
        render_markdown(packet),
    )
    lacking = read_markdown(markdown.replace("19 of 19", "19 of 20"))
    assert figures(html) - figures(lacking) == {"19": 2}


def test_links_lead_to_anchors_that_are_there_once(packet: Packet) -> None:
    page = read_page(render_html(packet))
    assert len(page.ids) == len(set(page.ids))
    inside = {link[1:] for link in page.links if link.startswith("#")}
    assert inside <= set(page.ids)


def test_every_item_has_an_anchor_that_stays() -> None:
    for path in EXAMPLES.glob("*/plan.yaml"):
        checked = check_plan(path.parent, AS_OF)
        page = read_page(render_html(build_packet(checked)))
        assert {f"item-{item.id}" for item in checked.plan.items} <= set(page.ids)


def test_headings_go_down_one_step_at_a_time(packet: Packet) -> None:
    levels = read_page(render_html(packet)).headings
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_a_packet_is_below_a_megabyte(packet: Packet) -> None:
    assert len(render_html(packet).encode()) < LARGEST


def test_nothing_is_said_of_nothing(packet: Packet) -> None:
    text = read_markdown(render_markdown(packet))
    sections = re.split(r"^#+ .*$", text, flags=re.MULTILINE)
    titles = re.findall(r"^(#+) .*$", text, flags=re.MULTILINE)
    for place, title in enumerate(titles):
        below = titles[place + 1] if place + 1 < len(titles) else ""
        # What only names what stands below it is no empty section.
        assert sections[place + 1].strip() or len(below) > len(title)


def ours(packet: Packet) -> Iterator[str]:
    """The sentences of a packet that planctl words itself."""
    yield packet.sentence
    yield packet.warning
    yield packet.owed_sentence
    yield packet.more_sentence
    yield packet.notes.findings
    yield from packet.said
    yield from packet.changes_sentences
    yield from packet.notes.sentences
    yield from packet.notes.chosen
    yield from sentences_of_standing(packet.parts)


def sentences_of_standing(view: Any) -> Iterator[str]:  # noqa: ANN401 - any view
    """What is said of how each item stands."""
    if isinstance(view, tuple):
        for one in view:
            yield from sentences_of_standing(one)
    elif is_dataclass(view) and not isinstance(view, type):
        if isinstance(view, StandingView):
            yield view.sentence
        for one in fields(view):
            yield from sentences_of_standing(getattr(view, one.name))


def lengths(text: str) -> list[int]:
    """How many words each sentence of a text has."""
    return [len(one.split()) for one in re.split(r"(?<=[.;?!])\s", text)]


def test_our_own_sentences_are_short(packet: Packet) -> None:
    for text in ours(packet):
        assert max(lengths(text)) <= LONGEST_SENTENCE, text


def test_the_sentence_of_all_states_at_once_is_short() -> None:
    counts = dict.fromkeys(COUNTED, 1_234)
    text = standing_sentence(counts, "action", "actions")
    assert max(lengths(text)) <= LONGEST_SENTENCE


@pytest.mark.parametrize("name", ["empty", "bare", "east-hartford", "hartford"])
def test_a_plan_without_reports_has_no_strip_of_zeros(
    name: str, tmp_path: Path
) -> None:
    packet = make(name, tmp_path)
    assert (packet.standing, packet.served) == (None, None)
    assert all(one.rule.startswith("target") for one in packet.attention)
    assert packet.changes_sentences == ()
    text = read_page(render_html(packet)).text
    assert "not reported" not in text
    assert "Status" not in text
    assert packet.said[0].startswith("It holds" if packet.outline else "The plan holds")
