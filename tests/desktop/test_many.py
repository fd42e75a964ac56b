"""Very many doodles to a folder: names, recipes, progress, stopping, and closing the window."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from window_acts import LEFT

from aemodel.bundle.runtime import open_bundle
from aemodel.defaults import TEMPERATURE
from desktop.background import background_jobs
from desktop.engine import Engine
from desktop.files.recipe import doodles_of_file
from desktop.paint.export import PictureForm
from desktop.sampling import Wish
from desktop.sight import guesses_of
from desktop.sketches.many import PORTION, file_name, write_many
from desktop.sketches.many_dialog import ManyDialog
from desktop.sketches.panel import SketchesPanel
from desktop.state.doodle import Doodle
from desktop.state.origin import Learnt, Sampled
from desktop.views.progress_row import ProgressRow
from desktop.views.words import wish_words
from desktop.window import MainWindow


@pytest.fixture(scope="module")
def engine(models) -> Engine:
    return Engine(open_bundle(models["full"]))


@pytest.mark.parametrize(
    ("origin", "count", "name"),
    [
        (Sampled(5, 3, "cat", TEMPERATURE), 1000, "cat-seed-5-0004"),
        (Sampled(0, 12344, "alarm clock", TEMPERATURE), 20_000, "alarm-clock-seed-0-12345"),
        (Sampled(5, 0, "cat", 1.0), 10, "cat-seed-5-t1-0001"),
        (Sampled(5, 0, "../我的/猫", TEMPERATURE), 10, "---我的-猫-seed-5-0001"),
    ],
)
def test_names_say_how_to_make_it_again(origin: Sampled, count: int, name: str) -> None:
    assert file_name(Doodle(origin), count, Engine()) == name


def test_names_are_in_the_words_of_the_window() -> None:
    words = {"cat": "猫", "any": "任意", "seed": "种子"}
    for origin, name in (
        (Sampled(5, 3, "cat", TEMPERATURE), "猫-种子-5-0004"),
        (Sampled(5, 3, "zebra", TEMPERATURE), "zebra-种子-5-0004"),
        (Sampled(5, 3, "", TEMPERATURE), "任意-种子-5-0004"),
        (Learnt(5, 3, "cat", TEMPERATURE), "cat-种子-5-0004"),
    ):
        assert file_name(Doodle(origin), 10, Engine(), words) == name


def test_names_say_what_came_where_any_category_was_asked_for(engine: Engine) -> None:
    for number, doodle in enumerate(engine.samples(6, 5), 1):
        seen = guesses_of(engine, doodle)[0][0]
        assert file_name(doodle, 6, engine) == f"any-seed-5-{number:04d}-{seen}"
    assert file_name(Doodle(Sampled(5, 3, "", TEMPERATURE)), 6, Engine()) == "any-seed-5-0004"


def test_files_are_the_endless_row_of_the_seed(engine: Engine, tmp_path: Path) -> None:
    wish, count = Wish(9, ("cat", "dog")), 2 * PORTION + 3
    told = list(write_many(engine, wish, count, tmp_path / "m", ".x", lambda _: b"picture"))
    assert told == list(range(1, count + 1))
    expected = {f"{file_name(doodle, count, engine)}.x" for doodle in wish.doodles(engine, count)}
    assert {path.name for path in (tmp_path / "m").iterdir()} == expected
    assert len(expected) == count


def test_equal_names_replace_nothing(tmp_path: Path) -> None:
    class Twins:
        def doodles(self, engine, count, first):
            return [Doodle(Sampled(1, 0, "robot"))] * count

    list(write_many(Engine(), Twins(), 3, tmp_path / "m", ".x", lambda _: b""))  # type: ignore[arg-type]
    assert len(list((tmp_path / "m").iterdir())) == 3


def start(window: MainWindow, monkeypatch, folder: Path | str, count: int) -> SketchesPanel:
    """Through menu, dialog and question for the folder."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.commands["make_many"].trigger()
    dialog = window.sketches.findChild(ManyDialog)
    dialog.count.setValue(count)
    dialog.side.setValue(32)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    return window.sketches


def test_what_is_typed_at_once_is_how_many(open_window, qtbot) -> None:
    window = open_window("full")
    window.commands["make_many"].trigger()
    dialog = window.sketches.findChild(ManyDialog)
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.count)
    QTest.keyClicks(dialog.focusWidget(), "50")
    dialog.side.setFocus()
    assert dialog.count.value() == 50
    dialog.reject()


def test_what_was_chosen_stays_when_no_folder_is(open_window, monkeypatch) -> None:
    window = open_window("full")
    panel = start(window, monkeypatch, "", 60)
    dialog = panel.findChild(ManyDialog)
    assert dialog.isVisible() and dialog.count.value() == 60 and not panel.many.busy
    dialog.reject()


def test_many_go_to_a_folder_of_their_own_and_each_can_be_made_again(
    open_window, qtbot, tmp_path, monkeypatch
) -> None:
    window = open_window("full")
    document = window.editor.document
    document.update(categories=("dog",), seed=7)
    (tmp_path / "Dog, seed 7").mkdir()
    panel = start(window, monkeypatch, tmp_path, 60)
    assert panel.saving_progress.isVisible() and panel.saving_progress.bar.maximum() == 60
    qtbot.waitUntil(lambda: "60 doodles" in document.state.notice, timeout=20_000)
    assert not panel.saving_progress.isVisible() and not panel.many.busy
    assert not list((tmp_path / "Dog, seed 7").iterdir())
    files = sorted((tmp_path / "Dog, seed 7 2").iterdir())
    assert [path.name for path in files[::59]] == ["dog-seed-7-0001.png", "dog-seed-7-0060.png"]
    (last,) = doodles_of_file(files[-1])
    assert last.origin == Sampled(7, 59, "dog", TEMPERATURE)
    (again,) = window.editor.engine.samples(1, 7, "dog", TEMPERATURE, first=59)
    np.testing.assert_array_equal(again.latent, last.latent)
    (first,) = doodles_of_file(files[0])
    np.testing.assert_array_equal(first.latent, document.state.sketches[0].latent)
    window.incoming.open_file(files[-1])
    qtbot.waitUntil(lambda: window.editor.current.origin == last.origin, timeout=5000)
    np.testing.assert_allclose(window.editor.current.decoded, again.decoded, atol=1e-6)


@pytest.mark.parametrize("way", ["key", "button"])
def test_many_can_be_stopped(window: MainWindow, qtbot, tmp_path, way: str) -> None:
    panel = window.sketches
    panel.many.save(5000, tmp_path / "many", ".png", PictureForm(side=28))
    qtbot.waitUntil(lambda: panel.saving_progress.bar.value() > 0, timeout=20_000)
    assert window.commands["stop"].isEnabled()
    if way == "key":
        QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.mouseClick(panel.saving_progress.button, LEFT)
    qtbot.waitUntil(lambda: background_jobs() == 0, timeout=20_000)
    there = len(list((tmp_path / "many").iterdir()))
    assert 0 < there < 5000
    notice = window.editor.document.state.notice
    assert f"{there} doodles" in notice.replace(",", "") and "“many”" in notice
    assert not panel.saving_progress.isVisible() and not window.commands["stop"].isEnabled()


def test_sketches_come_while_many_are_saved(window: MainWindow, qtbot, tmp_path) -> None:
    panel, document = window.sketches, window.editor.document
    panel.many.save(5000, tmp_path / "many", ".png", PictureForm(side=28))
    before = document.state.sketches
    window.commands["random"].trigger()
    qtbot.waitUntil(lambda: document.state.sketches is not before, timeout=20_000)
    assert panel.many.busy and panel.saving_progress.isVisible()
    panel.controls.count.setValue(50)
    qtbot.waitUntil(lambda: len(document.state.sketches) == 50, timeout=20_000)
    assert not panel.progress.isVisible() and panel.saving_progress.isVisible()
    assert window.commands["stop"].isEnabled()
    panel.many.stop()
    qtbot.waitUntil(lambda: not panel.many.busy, timeout=20_000)


def test_closing_asks_while_many_are_saved(window: MainWindow, tmp_path, monkeypatch) -> None:
    asked = []

    def answer(question):
        asked.append(question.text.text())
        return "stay" if len(asked) == 1 else "stop"

    monkeypatch.setattr("desktop.views.saving.ask_whether", answer)
    panel = window.sketches
    panel.many.save(5000, tmp_path / "many", ".png", PictureForm(side=28))
    assert not window.close() and window.isVisible() and panel.many.busy
    assert window.close() and not panel.many.busy
    assert background_jobs() == 0 and len(asked) == 2


def test_a_second_thousand_goes_on_beside_the_first(window, qtbot, tmp_path) -> None:
    panel, document = window.sketches, window.editor.document
    form = PictureForm(side=28)
    panel.many.save(70, tmp_path / "first", ".png", form)
    qtbot.waitUntil(lambda: panel.saving_progress.bar.value() > 0, timeout=20_000)
    panel.many.save(20, tmp_path / "second", ".png", form)
    assert panel.saving_progress.bar.maximum() == 90
    qtbot.waitUntil(lambda: not panel.many.busy, timeout=20_000)
    for name, count in (("first", 70), ("second", 20)):
        assert len(list((tmp_path / name).iterdir())) == count
        assert f"{count} doodles are in “{name}”" in document.state.notice
    assert not panel.saving_progress.isVisible()


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), "Doodles"),
        (("cat",), "Cat"),
        (("cat", "dog"), "Cat and dog"),
        (("cat", "dog", "tree"), "Cat, dog and tree"),
        (("cat", "dog", "tree", "bed", "car", "sun"), "Cat, dog, tree, bed and 2 more"),
    ],
)
def test_what_is_asked_for_is_named(names: tuple[str, ...], words: str) -> None:
    assert wish_words(Wish(1, names)) == words


def test_a_folder_that_cannot_be_written_is_said(window: MainWindow, qtbot, tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    window.sketches.many.save(5, tmp_path / "file" / "x", ".svg", PictureForm(side=28))
    qtbot.waitUntil(
        lambda: "could not be written" in window.editor.document.state.notice, timeout=10_000
    )
    assert not window.sketches.many.busy


def test_what_is_said_of_one_thousand_does_not_hide_the_other(window: MainWindow) -> None:
    window.sketches.saving_progress.show_share(0, 1000, "{done} of {count} saved")
    window.editor.say("1,000 doodles are in “Cat, seed 1”.")
    for size in ((1280, 832), (1024, 680)):
        window.resize(*size)
        window.grab()  # lays out
        said = window._toast.geometry()
        assert window.rect().contains(said)
        assert not any(said.intersects(dock.geometry()) for dock in window.docks.values())
        assert window.childAt(said.center()) is window._toast
    window.sketches.saving_progress.hide()


def test_who_looks_for_a_way_to_stop_finds_it(window: MainWindow) -> None:
    rows = window.findChildren(ProgressRow)
    assert len(rows) == 3
    for row in rows:
        row.show_share(0, 100, "{done} of {count}")
    visited = []
    while not visited or visited[-1] not in visited[:-1]:
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        visited.append(window.focusWidget())
    for row in rows:
        assert row.button in visited and row.button.accessibleName().startswith("Stop ")
        assert row.button.toolTip() == f"{row.button.accessibleName()} (Ctrl+.)"
        row.hide()


def test_progress_does_not_lay_the_window_out_anew(window: MainWindow, qtbot) -> None:
    """At each picture that would take longer than making it."""
    row, asked = window.sketches.saving_progress, []
    row.show_share(0, 1000, "{done} of {count} saved")
    qtbot.wait(100)

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.LayoutRequest:
                asked.append(watched)
            return False

    watch = Watch()
    for widget in (row, window.sketches, window):
        widget.installEventFilter(watch)
    for done in (1, 10, 100, 1000):
        row.show_share(done, 1000, "{done} of {count} saved")
        QApplication.processEvents()
    assert row.words.text() == "1000 of 1000 saved" and not asked
    assert row.words.sizeHint().width() <= row.words.width()
    row.hide()
