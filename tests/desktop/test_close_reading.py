"""Drawings are read at a glance at once, and closely in the background as soon as hands rest."""

import json
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from reading_door import REDRAW, Door
from window_acts import LEFT, drag, draw_cat, move

from aemodel.bundle.runtime import Bundle
from aemodel.errors import BundleError
from aemodel.models.refinement import cross_entropy
from desktop.background import background_jobs
from desktop.files.recipe import doodles_of_file
from desktop.files.session import read_session
from desktop.paint.export import PictureForm
from desktop.state.doodle import Doodle
from desktop.state.mix import difference
from desktop.views.tile import mime_doodle
from desktop.window import MainWindow

STROKE = [QPoint(60 + 10 * step, 60 + 5 * step) for step in range(12)]
OTHER = [QPoint(60 + 10 * step, 160 - 5 * step) for step in range(12)]


def all_read(window: MainWindow, qtbot) -> Doodle:
    """The current doodle after everything has been read closely."""
    qtbot.waitUntil(lambda: not window.editor.current.glance and not background_jobs())
    return window.editor.current


def assert_close(window: MainWindow, doodle: Doodle | None) -> None:
    """It is what the model makes of its input when it reads closely."""
    assert doodle is not None and doodle.input is not None and not doodle.glance
    redrawn, latents = REDRAW(window.editor.engine.bundle, doodle.input[None])
    np.testing.assert_array_equal(doodle.latent, latents[0])
    np.testing.assert_array_equal(doodle.decoded, redrawn[0])


def test_a_glance_while_the_pen_moves_and_when_it_lifts_then_a_close_reading(
    drawing: MainWindow, door: Door, qtbot
) -> None:
    canvas, editor = drawing.draw.canvas, drawing.editor
    bundle = editor.engine.bundle
    door.shut()
    QTest.mousePress(canvas, LEFT, pos=STROKE[0])
    for point in STROKE[1:]:
        move(canvas, point)
    qtbot.waitUntil(lambda: len((editor.current.ink or [[]])[0].points) == len(STROKE))
    assert not door.readings
    QTest.mouseRelease(canvas, LEFT, pos=STROKE[-1])
    glanced = editor.current
    assert glanced.glance
    np.testing.assert_array_equal(glanced.latent, bundle.encode(glanced.input[None])[0][0])
    shown = []
    editor.document.observe(lambda state: shown.append(state.current), "current")
    door.open()
    read = all_read(drawing, qtbot)
    assert shown == [read] and read.ink is glanced.ink and read.input is glanced.input
    assert_close(drawing, read)
    before, after = cross_entropy(read.input[None], np.stack([glanced.decoded, read.decoded]))
    assert after < before


def test_whatever_makes_a_drawing_another_one_leads_to_a_close_reading(
    drawing: MainWindow, qtbot, tmp_path: Path
) -> None:
    commands, canvas = drawing.commands, drawing.draw.canvas

    def erase() -> None:
        commands["rubber"].trigger()
        drag(canvas, [QPoint(100, 40), QPoint(100, 120)])

    def move_and_scale() -> None:
        commands["place"].trigger()
        drag(canvas, [QPoint(110, 110), QPoint(140, 130)])

    def open_picture() -> None:
        path = tmp_path / "bar.png"
        levels = np.full((100, 100), 255, np.uint8)
        levels[40:60, 10:90] = 0
        Image.fromarray(levels).save(path)
        drawing.incoming.open_file(path)
        qtbot.waitUntil(lambda: drawing.incoming.dialog is not None)
        drawing.incoming.dialog.accept()

    def draw_over() -> None:
        commands["turn_into_ink"].trigger()
        qtbot.waitUntil(lambda: drawing.editor.current.ink is not None)

    drag(canvas, STROKE)
    before = all_read(drawing, qtbot)
    acts = (erase, move_and_scale, commands["mirror"].trigger, open_picture, draw_over)
    for act in (*acts, lambda: drawing.draw.gallery.choose("dog")):
        act()
        read = all_read(drawing, qtbot)
        assert read.input is not before.input
        assert_close(drawing, read)
        before = read


def test_a_model_that_reads_once_is_never_asked_again(window: MainWindow, monkeypatch) -> None:
    monkeypatch.setattr(Bundle, "redraw", lambda *_: pytest.fail("read closely"))
    drag(window.draw.canvas, STROKE)
    assert not window.editor.current.glance and window.editor.current.latent is not None


def test_it_is_no_step_and_undo_and_redo_are_exact(drawing: MainWindow, qtbot) -> None:
    editor, canvas = drawing.editor, drawing.draw.canvas
    read = []
    for points in (STROKE, OTHER):
        drag(canvas, points)
        read.append(all_read(drawing, qtbot))
    drawing.commands["mirror"].trigger()
    read.append(all_read(drawing, qtbot))
    assert editor.undo_stack.count() == editor.undo_stack.index() == 3
    for doodle in (read[1], read[0]):
        drawing.commands["undo"].trigger()
        assert editor.current is doodle
    drawing.commands["undo"].trigger()
    assert editor.current.blank and not drawing.commands["undo"].isEnabled()
    for doodle in read:
        drawing.commands["redo"].trigger()
        assert editor.current is doodle
    assert editor.undo_stack.count() == 3 and not background_jobs()


def test_a_stroke_that_begins_before_does_not_see_it(
    drawing: MainWindow, door: Door, qtbot
) -> None:
    editor, canvas = drawing.editor, drawing.draw.canvas
    door.shut()
    drag(canvas, STROKE)
    qtbot.waitUntil(lambda: door.readings == 1)
    QTest.mousePress(canvas, LEFT, pos=OTHER[0])
    door.open()
    qtbot.waitUntil(lambda: not background_jobs())
    under_way = editor.current
    assert under_way.glance and len(under_way.ink or ()) == 2
    for point in OTHER[1:]:
        move(canvas, point)
    assert len(editor.current.ink or ()) == 2
    QTest.mouseRelease(canvas, LEFT, pos=OTHER[-1])
    assert editor.undo_stack.count() == 2
    assert_close(drawing, all_read(drawing, qtbot))
    # The first stroke was left at a glance; what was read of it since comes back with undo.
    readings = door.readings
    drawing.commands["undo"].trigger()
    assert len(editor.current.ink or ()) == 1 and not editor.current.glance
    assert door.readings == readings
    assert_close(drawing, editor.current)


def test_a_stroke_given_up_leaves_what_was_there_to_be_read(
    drawing: MainWindow, door: Door, qtbot
) -> None:
    canvas, editor = drawing.draw.canvas, drawing.editor
    door.shut()
    drag(canvas, STROKE)
    drawing.commands["eraser"].trigger()
    QTest.mousePress(canvas, LEFT, pos=QPoint(20, 200))  # touches nothing
    door.open()
    qtbot.waitUntil(lambda: not background_jobs())
    assert editor.current.glance
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(20, 200))
    assert not editor.current.glance and editor.undo_stack.count() == 1


def test_a_reading_that_comes_after_undo_is_dropped(drawing: MainWindow, door: Door, qtbot) -> None:
    editor = drawing.editor
    door.shut()
    drag(drawing.draw.canvas, STROKE)
    qtbot.waitUntil(lambda: door.readings == 1)
    drawing.commands["undo"].trigger()
    door.open()
    qtbot.waitUntil(lambda: not background_jobs())
    assert editor.current.blank
    drawing.commands["redo"].trigger()
    assert_close(drawing, all_read(drawing, qtbot))
    assert editor.undo_stack.count() == 1


def test_what_only_moves_keeps_its_looks_until_it_is_read_again(
    drawing: MainWindow, door: Door, qtbot
) -> None:
    editor = drawing.editor
    drag(drawing.draw.canvas, STROKE)
    read = all_read(drawing, qtbot)
    door.shut()
    drawing.commands["place"].trigger()
    QTest.keyClick(drawing.draw.canvas, Qt.Key.Key_Left)
    moved = editor.current
    assert moved.ink is not read.ink and moved.decoded is read.decoded and moved.glance
    door.open()
    assert_close(drawing, all_read(drawing, qtbot))


def test_what_was_taken_at_a_glance_is_read_where_it_is(
    drawing: MainWindow, door: Door, qtbot
) -> None:
    state = drawing.editor.document
    door.shut()
    drag(drawing.draw.canvas, STROKE)
    for name in ("keep", "set_a", "mix_add"):
        drawing.commands[name].trigger()
    steps = drawing.editor.undo_stack.count()
    assert state.state.collection[0].glance
    door.open()
    current = all_read(drawing, qtbot)
    (kept,), (key, _), (term, *_) = (
        state.state.collection,
        state.state.keyframes,
        state.state.terms,
    )
    assert key is term.doodle is current and kept is not current
    for doodle in (kept, key):
        assert_close(drawing, doodle)
    assert drawing.editor.undo_stack.count() == steps
    drawing.shelf.name_doodle(kept, "Tom")
    drawing.commands["undo"].trigger()
    assert state.state.collection == (kept,)
    drawing.commands["undo"].trigger()
    drawing.commands["redo"].trigger()
    assert state.state.terms[0].doodle is current


def test_what_leaves_is_read_closely_first(
    drawing: MainWindow, door: Door, qtbot, tmp_path: Path
) -> None:
    door.shut()
    drag(drawing.draw.canvas, STROKE)
    glanced, path = drawing.editor.current, tmp_path / "stroke.png"
    QGuiApplication.clipboard().clear()
    drawing.taking.write(path, glanced, PictureForm(side=64))
    drawing.commands["copy"].trigger()
    assert glanced.glance and not path.exists()
    door.open()
    qtbot.waitUntil(lambda: path.exists() and not background_jobs())
    copied = mime_doodle(QGuiApplication.clipboard().mimeData())
    for doodle in (*doodles_of_file(path), copied):
        assert doodle is not None and not doodle.glance
        np.testing.assert_array_equal(doodle.latent, drawing.editor.current.latent)
    QGuiApplication.clipboard().clear()


def test_a_session_saved_at_once_is_read_closely_when_it_is_opened(
    drawing: MainWindow, door: Door, qtbot, tmp_path: Path
) -> None:
    door.shut()
    drag(drawing.draw.canvas, STROKE)
    glanced, path = drawing.editor.current, tmp_path / "stroke.doodle"
    assert drawing.session._write(path, wait=True)
    fields, _ = read_session(path)
    saved = fields["current"]
    assert saved.glance
    np.testing.assert_array_equal(saved.latent, glanced.latent)
    door.open()
    read = all_read(drawing, qtbot)
    drawing.commands["clear"].trigger()
    drawing.session.open(path)
    qtbot.waitUntil(lambda: not drawing.editor.current.blank)
    # Files keep the ink to a hundredth of a unit, and it is that ink which is read.
    np.testing.assert_allclose(all_read(drawing, qtbot).decoded, read.decoded, atol=0.05)
    # A glance is only ever a doodle with something to read.
    plain = json.loads(json.dumps(glanced.to_plain()))
    assert Doodle.from_plain(plain).glance
    for damage in ({"input": None}, {"glance": "yes"}):
        assert not Doodle.from_plain(plain | damage).glance
    plain.pop("glance")
    assert not Doodle.from_plain(plain).glance


def test_the_copy_for_a_crash_ends_with_the_close_reading(
    drawing: MainWindow, door: Door, qtbot
) -> None:
    door.shut()
    drag(drawing.draw.canvas, STROKE)
    autosave = drawing.session.autosave
    autosave.save()
    qtbot.waitUntil(autosave.path.exists)
    assert read_session(autosave.path)[0]["current"].glance
    door.open()
    read = all_read(drawing, qtbot)
    assert autosave._settled.isActive()
    autosave._settled.setInterval(0)
    autosave._settled.start()
    qtbot.waitUntil(lambda: not read_session(autosave.path)[0]["current"].glance)
    saved = read_session(autosave.path)[0]["current"]
    np.testing.assert_array_equal(saved.latent, read.latent)


def test_another_model_is_opened_while_one_reads(
    drawing: MainWindow, door: Door, qtbot, models
) -> None:
    editor = drawing.editor
    door.shut()
    drag(drawing.draw.canvas, STROKE)
    qtbot.waitUntil(lambda: door.readings == 1)
    with qtbot.waitSignal(drawing.models.opened, timeout=20_000):
        drawing.open_model(models["full"])
        qtbot.waitUntil(lambda: door.readings == 2)  # the new one reads before it shows itself
        door.open()
    current = all_read(drawing, qtbot)
    assert current.model == editor.engine.name and editor.engine.path == str(models["full"])
    assert_close(drawing, current)
    drawing.commands["undo"].trigger()
    drawing.commands["redo"].trigger()
    np.testing.assert_array_equal(editor.current.latent, current.latent)


def test_a_switch_reads_nothing_in_the_gui_thread(
    drawing: MainWindow, qtbot, models, monkeypatch
) -> None:
    editor, encode = drawing.editor, Bundle.encode
    draw_cat(drawing.draw.canvas)
    for doodle in (all_read(drawing, qtbot), *editor.document.state.sketches[:3]):
        editor.add_keyframe(doodle)
    qtbot.waitUntil(lambda: not background_jobs())
    here = threading.get_ident()

    def encode_elsewhere(self: Bundle, images: np.ndarray) -> object:
        assert threading.get_ident() != here
        return encode(self, images)

    monkeypatch.setattr(Bundle, "encode", encode_elsewhere)
    with qtbot.waitSignal(drawing.models.opened, timeout=20_000):
        drawing.open_model(models["full"])
    for doodle in (editor.current, *editor.document.state.keyframes):
        assert doodle is not None and doodle.model == editor.engine.name and not doodle.glance
    drawing.commands["undo"].trigger()  # takes a keyframe out; the others are known
    assert len(editor.document.state.keyframes) == 3


def test_the_window_closes_while_a_doodle_is_read(open_window, door: Door, qtbot) -> None:
    window = open_window()
    door.shut()
    drag(window.draw.canvas, STROKE)
    qtbot.waitUntil(lambda: door.readings == 1)
    glanced = window.editor.current
    threading.Timer(0.05, door.open).start()  # closing waits for what is being read
    window.close()
    assert background_jobs() == 0 and window.editor.current is glanced


def test_a_reading_that_fails_leaves_the_glance(drawing: MainWindow, qtbot, monkeypatch) -> None:
    tried = []

    def fail(*_: object) -> None:
        tried.append(1)
        raise BundleError("decoder.tflite returned image that is not finite.")

    monkeypatch.setattr(Bundle, "redraw", fail)
    drag(drawing.draw.canvas, STROKE)
    qtbot.waitUntil(lambda: not background_jobs())
    assert len(tried) == 1 and drawing.editor.current.glance
    drag(drawing.draw.canvas, OTHER)
    qtbot.waitUntil(lambda: not background_jobs())
    assert len(tried) == 2 and len(drawing.editor.current.ink or ()) == 2


@pytest.fixture
def rows(drawing: MainWindow, qtbot) -> list:
    """Sliders of a direction."""
    state = drawing.editor.document.state
    having, lacking = state.sketches[:2]
    direction = difference("ears", (having,), (lacking,), drawing.editor.engine.name)
    drawing.editor.change("New direction", directions=(direction,))
    drawing.show_panel("mix")
    drawing.mix.show_page(1)
    return drawing.mix.sliders.rows


@pytest.mark.parametrize("way", ["map", "keys on the map", "slider", "direction"])
def test_what_moves_on_from_a_glance_starts_from_the_close_reading(
    drawing: MainWindow, door: Door, rows: list, qtbot, way: str
) -> None:
    """Walking off before the drawing has been read closely leaves nothing of the glance."""
    editor, view, steering = drawing.editor, drawing.map.view, drawing.map.steering
    drawing.commands["map_sliders" if way == "slider" else "map_plane"].trigger()
    qtbot.waitUntil(lambda: way != "slider" or steering.axes is not None)
    door.shut()
    drag(drawing.draw.canvas, STROKE)
    drawn, engine = editor.current, editor.engine
    if way == "map":
        QTest.mouseClick(view, LEFT, pos=view.marker().toPoint() + QPoint(5, 0))
    else:
        sliders = {"slider": drawing.map.sliders.sliders[0], "direction": rows[0].slider}
        QTest.keyClick(sliders.get(way, view), Qt.Key.Key_Right)
    door.open()
    qtbot.waitUntil(lambda: editor.current.ink is None and not editor.gesture)
    qtbot.waitUntil(lambda: not background_jobs())
    moved, read = editor.current, engine.closely(drawn)
    assert drawn.glance and not np.allclose(drawn.latent, read.latent, atol=1e-3)
    if way == "direction":
        due = read.latent + np.float32(rows[0].amount) * rows[0].direction.vector
    elif way == "slider":
        due = steering.axes.moved(read.latent, {moved.origin.axis: moved.origin.sigma})
    else:
        due = engine.at_place(*moved.place, read).latent
        assert not np.allclose(due, engine.at_place(*moved.place).latent, atol=1e-3)
    np.testing.assert_allclose(moved.latent, due, atol=1e-4)
