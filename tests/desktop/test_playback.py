"""Animations: once, loop, to and fro; and what walks them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QTimer

from desktop.playback import LOOP, ONCE, PING_PONG, REPEATS, Playback
from desktop.views.player import Player


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


class Clock:
    """Tells a player that so many milliseconds have gone by at every frame."""

    def __init__(self, step: int) -> None:
        self.step = step

    def start(self) -> None:
        pass

    def restart(self) -> int:
        return self.step


@pytest.fixture
def player(qapp) -> Player:  # type: ignore[no-untyped-def]
    player = Player(QObject(qapp))
    player._clock = Clock(100)  # type: ignore[assignment]
    yield player
    player.parent().deleteLater()


def walked(player: Player) -> list[object]:
    told: list[object] = []
    player.stepped.connect(told.append)
    player.ended.connect(lambda: told.append("ended"))
    return told


def frame(player: Player) -> None:
    """The next frame comes now, if there is one."""
    (timer,) = player.findChildren(QTimer)
    if timer.isActive():
        timer.timeout.emit()


def test_a_player_walks_as_far_as_time_went_by_and_says_when_it_is_there(player: Player) -> None:
    told = walked(player)
    player.start(3.0, ONCE, 0.5)
    player.speed = 5.0
    for _ in range(3):
        frame(player)
    player.speed = 10.0
    for _ in range(2):
        frame(player)
    assert told == [1.0, 1.5, 2.0, 3.0, "ended", 3.0, "ended"] and player.playing
    player.stop()
    frame(player)
    assert len(told) == 7 and not player.playing


def test_a_player_that_is_at_the_end_begins_again(player: Player) -> None:
    told = walked(player)
    player.start(2.0, ONCE, 2.0)
    frame(player)
    assert told == [pytest.approx(0.1)]
    player.stop()


def test_a_player_that_is_stopped_or_sent_elsewhere_on_the_way_is_not_at_the_end(
    player: Player,
) -> None:
    told = walked(player)
    player.speed = 100.0
    player.stepped.connect(lambda _: player.stop())
    player.start(1.0, ONCE, 0.0)
    frame(player)
    assert told == [1.0] and not player.playing
    player.stepped.disconnect()
    again = walked(player)
    player.stepped.connect(lambda position: position == 1.0 and player.start(5.0, LOOP, 4.0))
    player.start(1.0, ONCE, 0.0)
    frame(player)
    assert again == [1.0] and player.playing
    player.stop()


def test_a_player_takes_time_from_the_clock(qapp, qtbot) -> None:  # type: ignore[no-untyped-def]
    player = Player(qapp)
    told = walked(player)
    player.ended.connect(player.stop)
    player.speed = 20.0
    player.start(1.0, ONCE, 0.0)
    qtbot.waitUntil(lambda: not player.playing)
    assert told[-2:] == [1.0, "ended"] and told[:-1] == sorted(told[:-1])
    player.deleteLater()
