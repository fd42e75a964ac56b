"""What follows the pointer: at once, or in the background with the newest winning."""

import threading
import time

import pytest
from PySide6.QtCore import QObject

from desktop.background import run_in_background
from desktop.state.doodle import Doodle
from desktop.state.origin import Blank
from desktop.views.following import Following


@pytest.fixture
def shown() -> list[int]:
    return []


@pytest.fixture
def following(qapp, shown) -> Following:
    parent = QObject()
    made = Following(parent, lambda doodle: shown.append(doodle.place[0]))
    made._keep = parent  # type: ignore[attr-defined]
    return made


def maker(number: int, threads: list[str] | None = None, gate: threading.Event | None = None):
    def make() -> Doodle:
        if gate is not None:
            assert gate.wait(10)
        if threads is not None:
            threads.append(threading.current_thread().name)
        return Doodle(Blank(), place=(number, 0))

    return make


def test_quick_work_is_shown_at_once_and_the_rest_once_a_frame(following, shown, qtbot) -> None:
    for number in range(5):
        following.want(maker(number))
    assert shown == [0]
    qtbot.waitUntil(lambda: shown == [0, 4])


def test_the_last_one_is_shown_before_the_end(following, shown) -> None:
    for number in range(3):
        following.want(maker(number))
    following.finish(lambda: shown.append(-1))
    assert shown == [0, 2, -1]


def test_slow_work_leaves_the_gui_thread_and_the_newest_wins(following, shown, qtbot) -> None:
    following._costs.extend([9.0, 9.0, 9.0])
    gate, threads = threading.Event(), []
    following.want(maker(1, threads, gate))
    assert shown == [] and following.slow
    for number in range(2, 6):
        qtbot.wait(18)
        following.want(maker(number, threads))
    following.finish(lambda: shown.append(-1))
    assert shown == []
    gate.set()
    qtbot.waitUntil(lambda: -1 in shown)
    assert shown == [1, 5, -1]
    assert threads[0].startswith("doodlescape")


def test_a_hiccup_does_not_count_as_slow(following) -> None:
    following._costs.extend([0.5, 300.0, 0.5])
    assert not following.slow
    following._costs.extend([8.0, 8.0, 8.0])
    assert following.slow


def test_what_was_dropped_never_comes(following, shown, qtbot) -> None:
    following._costs.extend([9.0, 9.0, 9.0])
    gate = threading.Event()
    following.want(maker(1, None, gate))
    following.finish(lambda: shown.append(-1))
    following.drop()
    gate.set()
    qtbot.wait(60)
    assert shown == []


def test_an_error_does_not_stop_what_comes_after(following, shown, qtbot) -> None:
    following._costs.extend([9.0, 9.0, 9.0])

    def fail() -> Doodle:
        from aemodel.errors import DataError

        raise DataError("No.")

    following.want(fail)
    qtbot.wait(40)
    following.want(maker(2))
    qtbot.waitUntil(lambda: shown == [2])


def test_a_hand_does_not_wait_for_long_work(following, shown, qtbot) -> None:
    gate = threading.Event()
    for _ in range(8):
        run_in_background(lambda _: gate.wait(20), lambda _: None)
    following.expect(slow=True)
    following.want(maker(1))
    assert shown == []
    qtbot.waitUntil(lambda: shown == [1])
    gate.set()


def test_what_takes_a_quarter_of_half_a_frame_leaves_the_gui_thread(
    following, shown, qtbot
) -> None:
    """Outlines, panels and paint need the rest of it."""
    threads: list[str] = []

    def make() -> Doodle:
        ready = time.perf_counter() + 0.002
        while time.perf_counter() < ready:
            pass
        return maker(len(threads), threads)()

    for number in range(5):
        following.want(make)
        qtbot.waitUntil(lambda number=number: shown == list(range(number + 1)))
        qtbot.waitUntil(lambda: not following._frame._timer.isActive())
    main, fast = threading.main_thread().name, "doodlescape-fast"
    assert [name.startswith(fast) for name in threads] == [False, True, True, True, True]
    assert threads[0] == main
