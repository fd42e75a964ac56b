"""Morphs that are saved, and that come back."""

import numpy as np
import pytest
from morphs import choose, set_ends, three_keyframes
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from window_acts import LEFT

from aemodel.bundle.latent_path import SPLINE, STRAIGHT
from aemodel.errors import DataError
from desktop.background import stop_background
from desktop.files.folders import free_folder
from desktop.files.morph import carries_morph, morph_of_file
from desktop.morph.dialog import MorphDialog, MorphWish
from desktop.morph.export import GIF, KINDS, STRIP, write_morph
from desktop.paint.export import PictureForm
from desktop.views.questions import Question, ask_whether
from desktop.window import MainWindow


@pytest.mark.parametrize("form", KINDS)
def test_a_morph_is_saved_in_every_form(window: MainWindow, qtbot, tmp_path, form) -> None:
    set_ends(window)
    morph = window.morph
    target = tmp_path / {"gif": "m.gif", "strip": "m.png"}.get(form, "frames")
    ends = window.editor.document.state.keyframes
    morph.saving.save(morph._path, ends, MorphWish(form, 6, side=64), target)
    notice = window.editor.document
    qtbot.waitUntil(lambda: target.name in notice.state.notice, timeout=10_000)
    if form == "gif":
        with Image.open(target) as picture:
            assert picture.size == (64, 64) and picture.n_frames == 10
    elif form == "strip":
        with Image.open(target) as picture:
            assert picture.size == (6 * 64, 64)
    else:
        suffix = ".svg" if form == "svgs" else ".png"
        names = sorted(path.name for path in target.iterdir())
        assert names == [f"{number:04d}{suffix}" for number in range(1, 7)]
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("form", KINDS)
def test_an_export_that_is_called_off_leaves_nothing(window: MainWindow, tmp_path, form) -> None:
    set_ends(window)
    frames = window.editor.engine.film(window.morph._path, [0, 0.3, 0.6, 1])
    target = tmp_path / "there"
    done = write_morph(form, frames, PictureForm(side=32), target, lambda count: count < 2)
    assert not done and not any(tmp_path.glob("*there*"))
    target.mkdir()
    assert free_folder(tmp_path, "there").name == "there 2"


def test_a_folder_that_cannot_be_written_is_refused_in_a_sentence(window, tmp_path) -> None:
    set_ends(window)
    frames = window.editor.engine.film(window.morph._path, [0, 1])
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="could not be written"):
        write_morph("pngs", frames, PictureForm(side=32), tmp_path / "file" / "x", lambda _: True)


@pytest.mark.parametrize("form", [GIF, STRIP])
def test_a_saved_morph_comes_back_when_it_is_dropped(window, qtbot, tmp_path, form) -> None:
    keyframes = three_keyframes(window)
    choose(window.morph.path_choice, SPLINE)
    target = tmp_path / f"m.{'gif' if form == GIF else 'png'}"
    wish = MorphWish(form, 5, side=32, repeat="loop")
    document = window.editor.document
    window.morph.saving.save(window.morph._path, keyframes, wish, target)
    qtbot.waitUntil(lambda: target.name in document.state.notice, timeout=10_000)
    window.editor.change("Empty", keyframes=(None, None))
    choose(window.morph.path_choice, STRAIGHT)
    window.incoming.open_file(target)
    qtbot.waitUntil(lambda: None not in document.state.keyframes, timeout=10_000)
    for mine, theirs in zip(document.state.keyframes, keyframes, strict=True):
        np.testing.assert_array_equal(mine.latent, theirs.latent)
        np.testing.assert_allclose(mine.decoded, theirs.decoded, atol=1e-5)
    assert window.morph.path_choice.currentData() == SPLINE
    assert window.morph._path.kind == SPLINE
    if form == GIF:
        with Image.open(target) as picture:
            assert picture.n_frames == 5 and picture.info["loop"] == 0


def test_other_pictures_and_damaged_ones_are_no_morphs(tmp_path) -> None:
    plain = tmp_path / "plain.gif"
    Image.new("L", (8, 8)).save(plain)
    assert not carries_morph(plain) and not carries_morph(tmp_path / "none.png")
    with pytest.raises(DataError):
        morph_of_file(plain)
    for entry in ('"morph":{"path":"straight"},"doodles":[]', '"morph":3,"doodles":[]', '"morph":'):
        text = f'{{"kind":"doodlescape-recipe","format":1,{entry}}}'
        Image.new("L", (8, 8)).save(plain, comment=text.encode())
        assert carries_morph(plain)
        with pytest.raises(DataError):
            morph_of_file(plain)


def test_the_dialog_says_what_will_come_of_it(window, qtbot) -> None:
    dialog = MorphDialog(window, 2, "ping-pong")
    assert dialog.wish() == MorphWish(GIF, 49, 256, 60, "ping-pong")
    assert "5.8 seconds" in dialog.outcome.text()
    dialog.repeat.setCurrentIndex(0)
    assert "2.9 seconds" in dialog.outcome.text()
    dialog.kind.setCurrentIndex(KINDS.index(STRIP))
    assert dialog.wish().frames == 17 and "4352 × 256" in dialog.outcome.text()
    assert not dialog.pause.isEnabled() and not dialog.repeat.isEnabled()
    dialog.frames.setValue(100)
    assert "16300 × 163" in dialog.outcome.text() and "no wider" in dialog.outcome.text()
    dialog.kind.setCurrentIndex(KINDS.index("svgs"))
    assert dialog.wish().frames == 100 and "100 files" in dialog.outcome.text()
    dialog.deleteLater()


@pytest.mark.parametrize(("pace", "frames", "pause"), [(0, 25, 60), (-10, 25, 500), (10, 10, 20)])
def test_an_animation_is_as_fast_as_the_panel(window, qtbot, pace, frames, pause) -> None:
    set_ends(window)
    window.morph.pace.setValue(pace)
    window.commands["export_morph"].trigger()
    (dialog,) = window.findChildren(MorphDialog)
    assert (dialog.wish().frames, dialog.wish().milliseconds) == (frames, pause)
    dialog.kind.setCurrentIndex(1)
    assert dialog.wish().frames == 9
    dialog.reject()


def test_what_was_chosen_stays_when_no_file_is(window, qtbot, tmp_path, monkeypatch) -> None:
    set_ends(window)
    target, over = tmp_path / "walk.png", []

    def choose_nothing(parent: QWidget, *_: str) -> tuple[str, str]:
        over.append(parent)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose_nothing)
    window.commands["export_morph"].trigger()
    (dialog,) = window.findChildren(MorphDialog)
    dialog.kind.setCurrentIndex(KINDS.index(STRIP))
    dialog.frames.setValue(5)
    dialog.side.setValue(40)
    (save,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Save…"]
    QTest.mouseClick(save, LEFT)
    assert over == [dialog] and dialog.isVisible() and dialog.wish().frames == 5
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    QTest.mouseClick(save, LEFT)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: target.name in window.editor.document.state.notice)
    with Image.open(target) as picture:
        assert picture.size == (5 * 40, 40)


def test_the_next_export_begins_as_the_last_one(window, qtbot, tmp_path, monkeypatch) -> None:
    three_keyframes(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.png"), ""))

    def dialog() -> MorphDialog:
        window.commands["export_morph"].trigger()
        return next(one for one in window.findChildren(MorphDialog) if one.isVisible())

    for frames in (None, 5):
        first = dialog()
        first.kind.setCurrentIndex(KINDS.index(STRIP))
        first.side.setValue(40)
        if frames is not None:
            first.frames.setValue(frames)
        (save,) = [one for one in first.findChildren(QPushButton) if one.text() == "Save…"]
        (tmp_path / "a.png").unlink(missing_ok=True)
        QTest.mouseClick(save, LEFT)
        qtbot.waitUntil(lambda: not window.morph.saving.busy, timeout=10_000)
        again = dialog()
        # How many there are follows form and morph, unless somebody has said it.
        assert (again.form, again.side.value(), again.frames.value()) == (STRIP, 40, frames or 17)
        again.kind.setCurrentIndex(KINDS.index("svgs"))
        assert again.frames.value() == (frames or 49)
        again.reject()


def test_how_an_animation_plays_is_remembered_if_it_was_chosen(
    window, qtbot, tmp_path, monkeypatch
) -> None:
    three_keyframes(window)
    names = iter(("a.gif", "b.png"))
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / next(names)), "")
    )

    def export(form: str, **chosen: int) -> tuple[str, int]:
        """Saves in a form; how an animation would have been played."""
        window.commands["export_morph"].trigger()
        (dialog,) = (one for one in window.findChildren(MorphDialog) if one.isVisible())
        dialog.kind.setCurrentIndex(KINDS.index(form))
        for name, value in chosen.items():
            getattr(dialog, name).setValue(value)
        wish = dialog.wish()
        (save,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Save…"]
        QTest.mouseClick(save, LEFT) if form != "svgs" else dialog.reject()
        qtbot.waitUntil(lambda: not window.morph.saving.busy, timeout=10_000)
        return wish.repeat, wish.milliseconds

    assert export(GIF, frames=3, side=28, pause=100) == ("ping-pong", 100)
    window.morph.pace.setValue(10)
    window.context.settings.change(morph_repeat="once")
    # What nobody chose goes by the panel.
    assert export(STRIP) == ("once", 100)
    assert export("svgs") == ("once", 100)


@pytest.mark.parametrize("way", ["key", "button"])
def test_an_export_can_be_called_off(window, qtbot, tmp_path, way: str) -> None:
    keyframes, saving = three_keyframes(window), window.morph.saving
    assert not window.commands["stop"].isEnabled()
    saving.save(window.morph._path, keyframes, MorphWish("pngs", 240), tmp_path / "frames")
    row = saving.progress
    qtbot.waitUntil(lambda: row.bar.value() > 0, timeout=10_000)
    assert row.isVisible() and row.bar.value() < 100
    assert "% saved" in row.bar.toolTip()
    if way == "key":
        QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    else:
        QTest.mouseClick(row.button, LEFT)
    qtbot.waitUntil(lambda: not saving.busy, timeout=10_000)
    assert not list(tmp_path.glob("*frames*")) and not row.isVisible()
    assert window.editor.document.state.notice == "Stopped: frames was not saved."


def test_an_export_changes_the_size_of_nothing(window, qtbot, tmp_path) -> None:
    keyframes, saving = three_keyframes(window), window.morph.saving
    window.resize(1280, 832)
    qtbot.wait(150)  # the window shares its room out

    def sizes() -> list[tuple[int, int, int, int]]:
        window.grab()  # lays out
        widgets = (*window.docks.values(), window.morph.slider, window.morph.film)
        return [widget.geometry().getRect() for widget in widgets]

    before = sizes()
    saving.save(window.morph._path, keyframes, MorphWish("pngs", 240), tmp_path / "frames")
    qtbot.waitUntil(saving.progress.isVisible)
    assert sizes() == before and not window.morph.pace.isVisible()
    saving.stop()
    qtbot.waitUntil(lambda: not saving.busy, timeout=10_000)
    assert sizes() == before and window.morph.pace.isVisible()


def test_the_bar_is_half_way_when_the_frames_are_drawn(
    window, qtbot, tmp_path, monkeypatch
) -> None:
    keyframes, saving, shares = three_keyframes(window), window.morph.saving, []
    monkeypatch.setattr("desktop.morph.saving.write_morph", lambda *_, **__: True)
    saving.went_on.connect(lambda *_: shares.append(saving.progress.bar.value()))
    saving.save(window.morph._path, keyframes, MorphWish("pngs", 60), tmp_path / "frames")
    qtbot.waitUntil(lambda: not saving.busy, timeout=10_000)
    assert max(shares) == 50 and len(set(shares)) > 4


def test_two_exports_go_on_beside_one_another(window, qtbot, tmp_path) -> None:
    keyframes, saving = three_keyframes(window), window.morph.saving
    for name in ("one.gif", "two.gif"):
        wish = MorphWish(GIF, 12, side=64)
        saving.save(window.morph._path, keyframes, wish, tmp_path / name)
    qtbot.waitUntil(lambda: not saving.busy, timeout=20_000)
    assert (tmp_path / "one.gif").exists() and (tmp_path / "two.gif").exists()
    assert all(name in window.editor.document.state.notice for name in ("one.gif", "two.gif"))


def test_closing_asks_while_a_morph_is_saved(window, qtbot, tmp_path, monkeypatch) -> None:
    keyframes, saving, asked = three_keyframes(window), window.morph.saving, []

    def answer(question: Question) -> str:
        asked.append(question.details.text())
        return "stay" if len(asked) == 1 else "stop"

    monkeypatch.setattr("desktop.views.saving.ask_whether", answer)
    target = tmp_path / "frames"
    saving.save(window.morph._path, keyframes, MorphWish("pngs", 240), target)
    window.sketches.many.save(500, tmp_path / "many", ".png", PictureForm(side=28))
    assert not window.close() and saving.busy and window.sketches.many.busy
    assert "frames" in asked[0] and "many" in asked[0]
    assert window.close() and not saving.busy and not target.exists()


@pytest.mark.parametrize("well", [True, False])
def test_the_question_goes_when_all_is_saved(window, qtbot, tmp_path, monkeypatch, well) -> None:
    """And the window with it, unless something has failed, which is to be read."""
    monkeypatch.setattr("desktop.views.saving.ask_whether", ask_whether)
    keyframes, saving = three_keyframes(window), window.morph.saving
    target = tmp_path / "in the way" / "m.gif" if not well else tmp_path / "m.gif"
    (tmp_path / "in the way").write_text("")
    saving.save(window.morph._path, keyframes, MorphWish(GIF, 12, side=64), target)
    seen: list[str] = []

    def look() -> None:
        seen.extend(one.details.text() for one in window.findChildren(Question))

    QTimer.singleShot(0, look)
    never = QTimer(window, singleShot=True, interval=20_000)
    never.timeout.connect(lambda: window.findChild(Question).reject())
    never.start()
    closed = window.close()
    assert never.isActive() and closed == well and not saving.busy
    never.stop()
    assert seen == ["Nothing of “m.gif” is kept."] and target.is_file() == well
    if not well:
        assert "could not be written" in window.editor.document.state.notice


def test_a_question_that_was_answered_is_over(window, qtbot, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("desktop.views.saving.ask_whether", ask_whether)
    keyframes, saving = three_keyframes(window), window.morph.saving
    (tmp_path / "in the way").write_text("")
    target = tmp_path / "in the way" / "m.gif"
    saving.save(window.morph._path, keyframes, MorphWish(GIF, 40, side=64), target)

    def stay() -> None:
        window.findChild(Question).buttons[0].click()

    QTimer.singleShot(0, stay)
    assert not window.close() and saving.busy
    qtbot.waitUntil(lambda: window.findChild(Question) is None)
    qtbot.waitUntil(lambda: not saving.busy, timeout=20_000)
    assert "could not be written" in window.editor.document.state.notice


def test_the_question_says_what_is_kept_of_a_file_that_was_there(
    window, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr("desktop.views.saving.ask_whether", lambda box: asked.append(box) or "stop")
    keyframes, saving, asked = three_keyframes(window), window.morph.saving, []
    target = tmp_path / "m.gif"
    target.write_bytes(b"mine")
    saving.save(window.morph._path, keyframes, MorphWish(GIF, 300, side=64), target)
    assert window.close() and asked[0].details.text() == "“m.gif” stays as it was before."
    assert stop_background() and target.read_bytes() == b"mine"


@pytest.mark.parametrize("said", ["stay", "replace"])
def test_a_morph_replaces_no_file_unasked(window, tmp_path, monkeypatch, said: str) -> None:
    set_ends(window)
    (tmp_path / "m1.gif").write_bytes(b"mine")
    asked = []
    monkeypatch.setattr("desktop.dialogs.where.ask", lambda *words: asked.append(words[1]) or said)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "m1"), ""))
    window.commands["export_morph"].trigger()
    (dialog,) = window.findChildren(MorphDialog)
    (save,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Save…"]
    QTest.mouseClick(save, LEFT)
    assert asked == ["Replace m1.gif?"]
    assert dialog.isVisible() == (said == "stay") and window.morph.saving.busy == (said != "stay")
    dialog.reject()
