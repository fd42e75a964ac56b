"""Background work: answers in the GUI thread, newest wins, nothing after cancel."""

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from aemodel.bundle import open_bundle
from aemodel.errors import DataError
from desktop.background import (
    OncePerFrame,
    background_jobs,
    run_in_background,
    stop_background,
)


def test_answers_come_in_the_gui_thread(qtbot: QtBot) -> None:
    seen: list[tuple[int, threading.Thread]] = []
    worker: list[threading.Thread] = []

    def task(job: object) -> int:
        worker.append(threading.current_thread())
        return 42

    run_in_background(task, lambda value: seen.append((value, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, threading.main_thread())]
    assert worker[0] is not threading.main_thread()
    assert background_jobs() == 0


def test_errors_go_to_their_own_place(qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def task(job: object) -> None:
        raise DataError("broken")

    run_in_background(task, lambda _: errors.append(AssertionError()), errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "broken"


def test_progress_comes_in_order_before_the_result(qtbot: QtBot) -> None:
    heard: list[object] = []

    def task(job) -> str:  # type: ignore[no-untyped-def]
        for number in range(5):
            job.progress(number)
        return "end"

    run_in_background(task, heard.append, on_progress=heard.append)
    qtbot.waitUntil(lambda: "end" in heard)
    assert heard == [0, 1, 2, 3, 4, "end"]


def test_the_newest_request_wins(qtbot: QtBot) -> None:
    gate, heard = threading.Event(), []
    first = run_in_background(lambda job: gate.wait(5), lambda _: heard.append("first"))
    second = run_in_background(lambda job: 2, lambda _: heard.append("second"), replaces=first)
    gate.set()
    qtbot.waitUntil(lambda: background_jobs() == 0)
    assert heard == ["second"]
    assert first.cancelled and not second.cancelled


def test_nothing_is_delivered_after_stop(qtbot: QtBot) -> None:
    gate, heard = threading.Event(), []

    def task(job) -> int:  # type: ignore[no-untyped-def]
        while not job.cancelled:
            gate.wait(0.01)
        return 1

    for _ in range(5):
        run_in_background(task, heard.append)
    assert stop_background()
    qtbot.wait(30)
    assert heard == []
    assert not [t for t in threading.enumerate() if t.name.startswith("doodlescape")]


def test_a_model_opens_again_and_again_in_the_same_thread(
    qtbot: QtBot, models: dict[str, Path]
) -> None:
    """Bindings that keep a thread's state must find it alive at the second task."""
    opened: list[object] = []
    for count in range(1, 5):
        run_in_background(lambda job: open_bundle(models["vae"]), opened.append)
        qtbot.waitUntil(lambda n=count: len(opened) == n, timeout=20_000)


def test_once_per_frame_runs_the_first_at_once_and_the_last_in_time(qtbot: QtBot) -> None:
    from PySide6.QtCore import QObject

    owner, ran = QObject(), []
    frame = OncePerFrame(owner)
    for number in range(10):
        frame.request(lambda number=number: ran.append(number))
    assert ran == [0]
    qtbot.waitUntil(lambda: ran == [0, 9])
    frame.request(lambda: ran.append(10))
    frame.request(lambda: ran.append(11))
    frame.flush()
    assert ran[-1] == 11
    frame.request(lambda: ran.append(12))
    frame.drop()
    qtbot.wait(40)
    assert ran[-1] == 11
