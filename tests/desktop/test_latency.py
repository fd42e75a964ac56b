"""What would hold up a hand is done in the background, or not at all."""

import gc
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_acts import LEFT, drag, move, wheel

from desktop import engine as engine_module
from desktop.canvas.layer import InkLayer
from desktop.canvas.pen import paint_stroke
from desktop.engine import MOST_NEW, ink_image, much_to_read
from desktop.morph.keyframes import KeyframeTile
from desktop.paint.curves import curve
from desktop.paint.doodles import washes_of
from desktop.state.ink import Ink, Stroke
from desktop.state.placing import mirrored
from desktop.theme import theme
from desktop.window import MainWindow


def waves(count: int, *, pressed: bool = False) -> Ink:
    """Strokes beneath one another, across the page."""
    x = np.linspace(20, 230, 40)
    pressure = np.linspace(0, 1, 40, dtype=np.float32) if pressed else None
    rows = np.linspace(30, 220, count)
    lines = [np.stack([x, y + 6 * np.sin(x / 9)], 1).astype(np.float32) for y in rows]
    return tuple(Stroke(line, pressure) for line in lines)


def show(window: MainWindow, ink: Ink) -> None:
    window.editor.change("x", current=window.editor.engine.from_ink(ink))
    window.draw.canvas.repaint()


def levels(layer: InkLayer) -> np.ndarray:
    assert layer.pixmap is not None
    image = layer.pixmap.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return flat[:, : 4 * image.width()].astype(int)


@pytest.fixture
def only_in_the_background(monkeypatch: pytest.MonkeyPatch) -> list[Ink]:
    """The inks that the model was shown; simplifying many strokes in the GUI thread fails."""
    shown: list[Ink] = []

    def watched(ink: Ink):  # type: ignore[no-untyped-def]
        in_background = threading.current_thread() is not threading.main_thread()
        assert in_background or not much_to_read(ink)
        shown.append(ink)
        return ink_image(ink)

    monkeypatch.setattr("desktop.engine.ink_image", watched)
    return shown


def test_a_stroke_that_widens_a_full_page_is_read_in_the_background(
    window: MainWindow, qtbot, only_in_the_background: list[Ink], monkeypatch
) -> None:
    editor, canvas = window.editor, window.draw.canvas
    with monkeypatch.context() as patch:
        patch.setattr("desktop.engine.ink_image", ink_image)
        show(window, waves(MOST_NEW + 1))
    before, steps = editor.current, editor.undo_stack.count()
    drag(canvas, [canvas.to_widget(*p).toPoint() for p in ((10, 10), (5, 0), (-20, -20))])
    drawn = editor.current
    assert editor.undo_stack.count() == steps + 1
    assert len(drawn.ink or ()) == MOST_NEW + 2 and len(drawn.ink[-1].points) == 3
    qtbot.waitUntil(lambda: not editor.current.glance)
    read = editor.current
    assert read.ink is drawn.ink and only_in_the_background
    np.testing.assert_array_equal(read.input, ink_image(read.ink))
    latents, _ = editor.engine.bundle.encode(read.input[None])
    np.testing.assert_allclose(read.latent, latents[0], atol=1e-5)
    assert editor.undo_stack.count() == steps + 1
    window.commands["undo"].trigger()
    assert editor.current is before
    window.commands["redo"].trigger()
    assert editor.current is read


def test_a_full_page_is_rubbed_and_moved_without_a_look_in_the_gui_thread(
    window: MainWindow, qtbot, only_in_the_background: list[Ink], monkeypatch
) -> None:
    editor, canvas = window.editor, window.draw.canvas
    with monkeypatch.context() as patch:
        patch.setattr("desktop.engine.ink_image", ink_image)
        show(window, waves(MOST_NEW + 2))
    for tool, way in (("rubber", ((128, 15), (128, 60))), ("place", ((128, 128), (140, 150)))):
        window.commands[tool].trigger()
        # From the top: the frame of the drawing is another one afterwards.
        drag(canvas, [canvas.to_widget(*p).toPoint() for p in way])
        ink = editor.current.ink
        qtbot.waitUntil(lambda: not editor.current.glance)
        assert editor.current.ink is ink
        np.testing.assert_array_equal(editor.current.input, ink_image(ink))
    before = editor.current
    window.commands["mirror"].trigger()
    # Until it has been read, what was seen before is shown the other way round.
    np.testing.assert_array_equal(editor.current.decoded, before.decoded[:, ::-1])
    qtbot.waitUntil(lambda: not editor.current.glance)
    np.testing.assert_array_equal(editor.current.input, ink_image(mirrored(ink)))


def test_what_is_still_to_be_read_is_what_another_model_is_shown(window: MainWindow, qtbot) -> None:
    engine, ink = window.editor.engine, waves(MOST_NEW + 1)
    wider = (*ink, Stroke(np.float32([[0, 0], [255, 255]])))
    late = engine.soon(engine.from_ink(ink), wider)
    assert late.glance and late.ink is wider
    other = type(engine)(engine.bundle, "elsewhere")
    object.__setattr__(late, "model", "another")
    np.testing.assert_array_equal(other.adapt(late).input, ink_image(wider))


def test_a_stroke_inside_of_the_frame_is_little_to_read() -> None:
    ink = waves(3 * MOST_NEW)
    assert much_to_read(ink)
    ink_image(ink)
    assert not much_to_read(ink)
    inside = Stroke(np.float32([[100, 100], [120, 120]]))
    outside = Stroke(np.float32([[0, 0], [120, 120]]))
    assert not much_to_read((*ink, inside)) and much_to_read((*ink, outside))


def test_what_was_simplified_is_forgotten_with_its_stroke() -> None:
    gc.collect()
    before = len(engine_module._forms)
    ink = waves(5)
    ink_image(ink)
    assert len(engine_module._forms) == before + 5
    del ink
    gc.collect()
    assert len(engine_module._forms) == before


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("pressed", [False, True])
def test_a_rubber_has_only_what_is_near_painted_anew(
    window: MainWindow, monkeypatch, ratio: float, pressed: bool
) -> None:
    canvas, editor = window.draw.canvas, window.editor
    monkeypatch.setattr(canvas, "devicePixelRatioF", lambda: ratio)
    show(window, waves(8, pressed=pressed))
    window.commands["rubber"].trigger()
    painted: list[Stroke] = []

    def watched(painter, stroke, *rest):  # type: ignore[no-untyped-def]
        painted.append(stroke)
        paint_stroke(painter, stroke, *rest)

    monkeypatch.setattr("desktop.canvas.pen.paint_stroke", watched)
    first = canvas.to_widget(128, 30).toPoint()
    QTest.mousePress(canvas, LEFT, pos=first)
    canvas.repaint()
    move(canvas, first + QPoint(8, 2))
    canvas.repaint()
    bottom = editor.current.ink[-1]
    assert painted and bottom not in painted
    QTest.mouseRelease(canvas, LEFT, pos=first + QPoint(8, 2))
    canvas.repaint()
    width, color = window.context.settings.values.pen_width, theme().colors.color("ink")
    anew = InkLayer()
    anew.refresh(editor.current.ink, None, canvas.page().width(), ratio, width, color)
    assert np.abs(levels(canvas._layer) - levels(anew)).max() <= 1
    assert len(editor.current.ink) == 9
    window.commands["undo"].trigger()
    canvas.repaint()
    anew = InkLayer()
    anew.refresh(editor.current.ink, None, canvas.page().width(), ratio, width, color)
    assert np.abs(levels(canvas._layer) - levels(anew)).max() <= 1


def test_the_outlines_of_a_session_are_made_before_it_is_shown(
    window: MainWindow, qtbot, monkeypatch, tmp_path: Path
) -> None:
    show(window, waves(9))
    path = tmp_path / "waves.doodle"
    assert window.session._write(path, wait=True)
    window.commands["clear"].trigger()
    window.session.editor.undo_stack.setClean()
    made: list[tuple[str, bool]] = []

    def watched(name: str, make: Callable[..., object]) -> None:
        def act(what: object) -> object:
            made.append((name, threading.current_thread() is threading.main_thread()))
            return make(what)

        monkeypatch.setattr(name, act)

    watched("desktop.paint.curves.curve", curve)
    watched("desktop.paint.cache.washes_of", washes_of)
    window.session.open(path)
    qtbot.waitUntil(lambda: len(window.editor.current.ink or ()) == 9)
    window.draw.canvas.repaint()
    window.seen.reconstruction.repaint()
    assert made.count(("desktop.paint.curves.curve", False)) == 9
    assert made.count(("desktop.paint.cache.washes_of", False)) > 1
    assert not any(in_gui_thread for _, in_gui_thread in made)


def test_the_buttons_of_the_legend_are_made_once(window: MainWindow) -> None:
    legend = window.map.plane.legend
    three = list(legend.buttons)
    QTest.mouseClick(three[1], LEFT)
    assert legend.shown == frozenset({1})
    legend.show_categories(("cat", "dog", "tree", "sun", "house"))
    five = list(legend.buttons)
    assert five[:3] == three and all(button.isVisibleTo(legend) for button in five)
    assert five[3].text() == "sun" and legend.shown is None
    legend.show_categories(("sun", "dog"))
    assert legend.buttons == five[:2] and five[0].text() == "sun"
    assert [button.isVisibleTo(legend) for button in five] == [True] * 2 + [False] * 3
    # What is hidden takes no room, and no key goes to it.
    assert legend._flow.heightForWidth(10_000) == five[0].sizeHint().height()
    five[1].setFocus()
    QTest.keyClick(five[1], Qt.Key.Key_Right)
    assert window.focusWidget() is five[1]
    QTest.mouseClick(five[1], LEFT)
    assert legend.shown == frozenset({1})


def test_the_legend_is_laid_out_once_for_another_model(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    legend = window.map.plane.legend
    arranged: list[bool] = []
    arrange = legend._flow._arrange

    def counted(rect: QRect, *, move: bool) -> int:
        arranged.append(move)
        return arrange(rect, move=move)

    monkeypatch.setattr(legend._flow, "_arrange", counted)
    legend.show_categories(tuple(f"kind {number}" for number in range(12)))
    QApplication.processEvents()
    assert arranged.count(True) <= 3
    legend.grab()
    places = {(button.y(), button.x()) for button in legend.buttons}
    assert len(places) == 12 and min(places) == (0, 0)


def test_a_row_of_keyframes_is_named_once(window: MainWindow, monkeypatch) -> None:
    """Naming all of them again with each new one took as long as everything else together."""
    named: list[str] = []
    name = KeyframeTile.setAccessibleName

    def watched(tile: KeyframeTile, words: str) -> None:
        named.append(words)
        name(tile, words)

    monkeypatch.setattr(KeyframeTile, "setAccessibleName", watched)
    window.editor.put_keyframes(window.editor.document.state.sketches[:10])
    assert len(window.morph.slots) == len(named) == 12
    assert [tile.accessibleName() for tile in window.morph.slots] == named


def test_a_rubber_measures_strokes_that_it_leaves_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[Stroke] = []
    box = Stroke.box.func

    def counted(stroke: Stroke) -> tuple[float, float, float, float]:
        measured.append(stroke)
        return box(stroke)

    counting = cached_property(counted)
    counting.__set_name__(Stroke, "box")
    monkeypatch.setattr(Stroke, "box", counting)
    ink = waves(12)
    show(window, ink)
    canvas = window.draw.canvas
    canvas.use_tool("rubber")
    drag(canvas, [canvas.to_widget(x, 30).toPoint() for x in range(20, 200, 10)])
    assert window.editor.current.ink[-11:] == ink[-11:]
    assert [measured.count(stroke) for stroke in ink[-11:]] == [1] * 11
    assert ink[0].box == (*ink[0].points.min(0).tolist(), *ink[0].points.max(0).tolist())


def test_names_on_the_map_stay_while_thumbnails_come(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Placing them took longer than painting what had come."""
    view = window.map.view
    view.grab()
    names = view.ground.names_beside(None)
    placed: list[object] = []
    place = view.ground._placed_names
    monkeypatch.setattr(
        view.ground, "_placed_names", lambda seen: placed.append(seen) or place(seen)
    )
    view.ground.lattice._take([])
    view.grab()
    assert not placed and view.ground.names_beside(None) == names
    wheel(view, view.rect().center(), 120)
    view.grab()
    assert len(placed) == 1 and view.ground.names_beside(None) != names


def test_curves_are_mirrored_not_made_anew(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    ink = waves(9)
    lines = [stroke.points * (0.5, 1) for stroke in ink]
    show(window, tuple(Stroke(line.astype(np.float32)) for line in lines))
    made: list[object] = []
    monkeypatch.setattr(
        "desktop.paint.curves.curve", lambda points: made.append(1) or curve(points)
    )
    canvas = window.draw.canvas
    before = levels(canvas._layer)
    window.commands["mirror"].trigger()
    canvas.repaint()
    mirrored_levels = levels(canvas._layer)
    assert not made and (mirrored_levels != before).any()
    anew = tuple(Stroke(stroke.points.copy()) for stroke in window.editor.current.ink)
    show(window, anew)
    assert len(made) == 9
    assert np.abs(levels(canvas._layer) - mirrored_levels).max() <= 2
