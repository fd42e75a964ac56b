"""The window tests itself: `doodlescape --smoke-test`.

The real window is driven by real mouse events and actions; each step waits for what it caused.
"""

from __future__ import annotations

import json
import platform
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np
import PySide6
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from aemodel import __version__
from desktop.background import FRAME_MS
from desktop.examples import load_example
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.window import MainWindow

STEP_LIMIT_S = 30.0

Condition = Callable[[], bool]
Steps = Iterator[tuple[str, Condition]]


class SmokeFailure(Exception):
    """A step did not do what it should; the text says which."""


class SmokeTest(QObject):
    """Runs the steps one after another in the window's event loop, then ends the application."""

    def __init__(self, window: MainWindow, report: str, clock: Callable[[], float]) -> None:
        super().__init__(window)
        self._window = window
        window.session.unattended = True
        self._report = report
        self._clock = clock
        self._steps = self._all_steps()
        self._waiting: tuple[str, Condition] | None = None
        self._deadline = 0.0
        self._result: dict[str, Any] = {}
        self._timings: dict[str, float] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._tick)
        window.painted.connect(lambda: self._note("first_paint"))
        window.models.opened.connect(lambda _: self._note("model_open"))
        window.editor.document.observe(self._current_changed, "current")

    def start(self) -> None:
        """Begins with the event loop."""
        self._timer.start()

    def _note(self, name: str) -> None:
        self._timings.setdefault(f"{name}_ms", round(self._clock(), 1))

    def _current_changed(self, state: State) -> None:
        if state.current.decoded is not None:
            self._note("first_reconstruction")

    def _tick(self) -> None:
        try:
            if self._waiting is not None:
                words, condition = self._waiting
                if not condition():
                    if time.monotonic() > self._deadline:
                        raise SmokeFailure(f"Waited {STEP_LIMIT_S:.0f} s in vain: {words}.")
                    return
            self._waiting = next(self._steps, None)
            self._deadline = time.monotonic() + STEP_LIMIT_S
            if self._waiting is None:
                self._end(0)
        except SmokeFailure as failure:
            self._end(1, str(failure))
        except Exception as error:
            self._end(1, f"The smoke test met an unexpected error: {error!r}")

    def _end(self, status: int, sentence: str = "") -> None:
        self._timer.stop()
        if status:
            print(f"doodlescape: {sentence}", file=sys.stderr, flush=True)
        self._result |= {"ok": not status, "timings": self._timings}
        if sentence:
            self._result["error"] = sentence
        line = json.dumps(self._result)
        if sys.stdout is not None:
            print(line, flush=True)
        if self._report:
            Path(self._report).write_text(line + "\n", encoding="utf-8")
        self._window.close()
        QApplication.exit(status)

    # The steps --------------------------------------------------------------------------------

    def _all_steps(self) -> Steps:
        window, editor = self._window, self._window.editor
        state = editor.document
        yield "the first frame", lambda: "first_paint_ms" in self._timings
        yield "a model", lambda: bool(state.state.model or state.state.problem)
        _check(not state.state.problem, state.state.problem)
        self._result |= _versions()
        self._result["model"] = {"name": editor.engine.name, "kind": editor.engine.bundle.kind}
        self._result["skipped"] = {}
        yield from self._draw()
        yield from self._sample()
        yield from self._morph()
        yield from self._pick()
        while editor.undo_stack.canUndo():
            window.commands["undo"].trigger()
        _check(editor.current.blank, "Undoing everything did not bring the empty page back.")
        self._measure()

    def _draw(self) -> Steps:
        editor, canvas = self._window.editor, self._window.draw.canvas
        drawing = load_example("cat")
        for count, stroke in enumerate(drawing, 1):
            spots = [canvas.to_widget(x, y) for x, y in stroke.points.tolist()]
            mouse(canvas, QEvent.Type.MouseButtonPress, spots[0])
            for spot in spots[1:]:
                mouse(canvas, QEvent.Type.MouseMove, spot)
                until = time.monotonic() + FRAME_MS / 4000
                yield "the pen", partial(_past, until)
            mouse(canvas, QEvent.Type.MouseButtonRelease, spots[-1])
            yield f"stroke {count}", partial(self._stroke_count_is, count)
        yield "the reconstruction", lambda: editor.current.decoded is not None
        self._note("cat_drawn")
        _check_image(editor.current, "the drawn cat")
        _check(editor.undo_stack.count() == len(drawing), "A stroke is not one step of undo.")

    def _stroke_count_is(self, count: int) -> bool:
        return len(self._window.editor.current.ink or ()) == count

    def _is_same_as(self, end: Doodle) -> bool:
        return _same(self._window.editor.current, end)

    def _differs_from(self, end: Doodle) -> bool:
        return not self._is_same_as(end)

    def _sample(self) -> Steps:
        window, document = self._window, self._window.editor.document
        reason = window.editor.engine.missing("sample")
        if reason:
            self._result["skipped"]["sample"] = reason
            return
        before = document.state.sketches
        window.commands["random"].trigger()
        yield (
            "random sketches",
            lambda: bool(document.state.sketches) and document.state.sketches is not before,
        )
        sketches = document.state.sketches
        seed = document.state.seed
        for doodle in sketches:
            _check_image(doodle, "a sketch")
        window.sketches.controls.seed.stepBy(1 if seed == 0 else -1)
        yield "other sketches", lambda: document.state.sketches is not sketches
        others = document.state.sketches
        window.sketches.controls.seed.setValue(seed)
        yield "the same sketches again", lambda: document.state.sketches is not others
        again = document.state.sketches
        same = all(
            np.array_equal(one.latent, two.latent)
            for one, two in zip(sketches, again, strict=True)
            if one.latent is not None and two.latent is not None
        )
        _check(same, f"Seed {seed} did not bring the same sketches back.")
        self._result["sketches"] = {"seed": seed, "count": len(again)}
        tile = window.sketches.tiles[0]
        click(tile)
        yield "the clicked sketch", lambda: window.editor.current is again[0]

    def _morph(self) -> Steps:
        window, editor = self._window, self._window.editor
        document, panel = editor.document, window.morph
        window.commands["set_a"].trigger()
        other = document.state.sketches[1] if document.state.sketches else None
        if other is None:
            other = editor.engine.from_ink((editor.current.ink or ())[:1])
        editor.adopt(other)
        window.commands["set_b"].trigger()
        yield "both ends of the morph", panel.slider.isEnabled
        ends = [end for end in document.state.keyframes if end is not None]
        for end, value in zip(ends, (panel.slider.minimum(), panel.slider.maximum()), strict=True):
            panel.slider.setValue(panel.slider.maximum() // 2)
            yield "the middle of the morph", partial(self._differs_from, end)
            panel.slider.setValue(value)
            yield "an end of the morph", partial(self._is_same_as, end)
        self._note("morphed")

    def _pick(self) -> Steps:
        editor, view = self._window.editor, self._window.map.view
        reason = editor.engine.missing("map")
        if reason:
            self._result["skipped"]["map"] = reason
            return
        spot = QPointF(view.width() * 0.4, view.height() * 0.6)
        before = editor.current
        mouse(view, QEvent.Type.MouseButtonPress, spot)
        mouse(view, QEvent.Type.MouseMove, spot + QPointF(12, -8))
        mouse(view, QEvent.Type.MouseButtonRelease, spot + QPointF(12, -8))

        def marker_follows() -> bool:
            marker = view.marker()
            off = None if marker is None else marker - spot - QPointF(12, -8)
            return off is not None and off.manhattanLength() < 1

        yield "the picked point", lambda: editor.current is not before
        yield "the marker where the map was clicked", marker_follows
        _check_image(editor.current, "the picked point")
        self._result["picked"] = [round(value, 4) for value in editor.current.place or ()]

    def _measure(self) -> None:
        """The work of one frame, without waiting: median of some."""
        editor, ink = self._window.editor, load_example("cat")
        times = []
        for _ in range(25):
            start = time.perf_counter()
            editor.engine.from_ink(ink)
            times.append(time.perf_counter() - start)
        self._timings["see_one_drawing_ms"] = round(float(np.median(times)) * 1000, 3)
        self._note("done")


def mouse(widget: QWidget, kind: QEvent.Type, spot: QPointF) -> None:
    """Sends a left-button event to a widget, at a place in its own pixels."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    event = QMouseEvent(
        kind, spot, widget.mapToGlobal(spot), button, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def click(widget: QWidget) -> None:
    """Presses and releases in the middle of a widget."""
    middle = QPointF(widget.rect().center())
    mouse(widget, QEvent.Type.MouseButtonPress, middle)
    mouse(widget, QEvent.Type.MouseButtonRelease, middle)


def _versions() -> dict[str, str]:
    try:
        litert = version("ai-edge-litert")
    except PackageNotFoundError:
        litert = "unknown"
    return {
        "doodlescape": __version__,
        "python": platform.python_version(),
        "pyside6": PySide6.__version__,
        "litert": litert,
        "platform": platform.platform(),
        "screen": QApplication.platformName(),
    }


def _past(moment: float) -> bool:
    return time.monotonic() >= moment


def _check(holds: bool, sentence: str) -> None:
    if not holds:
        raise SmokeFailure(sentence)


def _check_image(doodle: Doodle, name: str) -> None:
    image = doodle.decoded
    _check(image is not None and image.shape == (28, 28), f"There is no image of {name}.")
    assert image is not None
    _check(bool(np.isfinite(image).all()), f"The image of {name} is not finite.")
    _check(float(image.max()) > 0.1, f"The image of {name} is blank.")


def _same(one: Doodle, two: Doodle) -> bool:
    if one.decoded is None or two.decoded is None:
        return False
    return bool(np.allclose(one.decoded, two.decoded, atol=1e-5))
