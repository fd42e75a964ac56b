"""Animations: once, loop, to and fro."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.playback import LOOP, ONCE, PING_PONG, REPEATS, Playback


def walk(playback: Playback, step: float, count: int) -> list[float]:
    positions = []
    for _ in range(count):
        playback = playback.advanced(step)
        positions.append(playback.position)
    return positions


def test_once_stops_at_the_end() -> None:
    playback = Playback(1.0, ONCE)
    assert walk(playback, 0.4, 4) == pytest.approx([0.4, 0.8, 1.0, 1.0])
    ended = playback.advanced(5)
    assert ended.finished and not playback.finished
    assert ended.restarted().position == 0 and playback.advanced(0.3).restarted().position == 0.3


def test_a_loop_begins_again() -> None:
    assert walk(Playback(1.0, LOOP), 0.4, 4) == pytest.approx([0.4, 0.8, 0.2, 0.6])


def test_ping_pong_turns_round_at_both_ends() -> None:
    positions = walk(Playback(1.0, PING_PONG), 0.3, 8)
    assert positions == pytest.approx([0.3, 0.6, 0.9, 0.8, 0.5, 0.2, 0.1, 0.4])


@given(
    st.sampled_from(REPEATS),
    st.floats(0, 10),
    st.lists(st.floats(0, 25), max_size=20),
)
def test_it_never_leaves_the_way(repeat: str, length: float, steps: list[float]) -> None:
    playback = Playback(length, repeat)
    for step in steps:
        playback = playback.advanced(step)
        assert 0 <= playback.position <= length
    assert playback.finished in (repeat == ONCE and playback.position >= length, length <= 0)
