"""Loops among links."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planctl.link.loops import find_loops

LINKS = st.integers(1, 12).flatmap(
    lambda size: st.lists(
        st.lists(st.integers(0, size - 1), max_size=3), min_size=size, max_size=size
    )
)


def leads_back(links: list[list[int]], start: int) -> bool:
    """Whether one comes back to a position by following links."""
    seen: set[int] = set()
    ahead = list(links[start])
    while ahead:
        at = ahead.pop()
        if at not in seen:
            seen.add(at)
            ahead += links[at]
    return start in seen


@given(LINKS)
def test_a_loop_follows_links_and_no_position_is_in_two(
    links: list[list[int]],
) -> None:
    found = list(find_loops(links))
    for loop in found:
        turn = zip(loop, (*loop[1:], loop[0]), strict=True)
        assert all(following in links[one] for one, following in turn)
        assert loop[0] == min(loop)
    several = [one for loop in found for one in loop]
    assert len(several) == len(set(several))


@given(LINKS)
def test_a_loop_is_found_where_and_only_where_there_is_one(
    links: list[list[int]],
) -> None:
    there = any(leads_back(links, start) for start in range(len(links)))
    assert bool(list(find_loops(links))) == there


def test_loops_apart_are_found_each() -> None:
    links = [[1], [2], [0, 4], [3], [5], []]
    assert list(find_loops(links)) == [(0, 1, 2), (3,)]


def test_a_long_chain_does_not_overflow() -> None:
    size = 100_000
    links = [[(one + 1) % size] for one in range(size)]
    assert [len(loop) for loop in find_loops(links)] == [size]
