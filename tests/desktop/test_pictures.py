"""Pictures from files, the clipboard and drops become doodles, after a look at them."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from window_acts import LEFT, draw_cat, pixels

from aemodel.errors import DataError
from desktop.background import background_jobs
from desktop.canvas.picture_dialog import PictureDialog, PictureView
from desktop.pictures import clean_up, open_picture
from desktop.state.origin import Opened
from desktop.views.tile import doodle_mime
from desktop.window import MainWindow

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
<path d="M20 20L180 80M20 80L180 20" stroke="black" stroke-width="4" fill="none"/></svg>"""


def cross(side: int = 240, paper: int = 255, ink: int = 0, faint: int | None = None) -> Image.Image:
    image = Image.new("L", (side, side), paper)
    pen = ImageDraw.Draw(image)
    pen.line((30, 30, side - 30, side - 30), fill=ink, width=6)
    pen.line((30, side - 30, side - 30, 30), fill=ink, width=6)
    if faint is not None:
        pen.line((30, 30, side - 30, 30), fill=faint, width=6)
    return image


def encoded(image: Image.Image, form: str) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form)
    return stream.getvalue()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "BMP", "WEBP"])
@pytest.mark.parametrize("dark", [False, True])
def test_every_format_gives_the_same_cross(form: str, dark: bool) -> None:
    image = cross(paper=20, ink=240) if dark else cross()
    got = clean_up(open_picture(encoded(image, form), "x"), None).image
    want = clean_up(open_picture(encoded(cross(), "PNG"), "x"), None).image
    assert got is not None and want is not None
    assert np.abs(got - want).mean() < 0.02


@pytest.mark.parametrize("ink", [0, 255])
def test_what_is_drawn_on_nothing_stands_out_from_its_ground(qtbot, window, ink: int) -> None:
    clear = Image.new("RGBA", (240, 240), (ink, ink, ink, 0))
    clear.paste((ink, ink, ink, 255), mask=Image.fromarray(255 - np.asarray(cross())))
    picture = open_picture(encoded(clear, "PNG"), "x")
    view = PictureView(picture.preview)
    qtbot.addWidget(view)
    view.resize(260, 260)
    shown = pixels(view)[..., :3].astype(int).mean(axis=2)
    assert abs(shown[130, 130] - shown[130, 60]) > 150
    opaque = PictureView(open_picture(encoded(cross(), "PNG"), "x").preview)
    assert opaque._lightness is None


def test_svg_and_transparency_are_read(tmp_path: Path) -> None:
    drawing = open_picture(SVG, "x.svg")
    assert drawing.pixels.size == (1024, 512) and drawing.preview.width() == 512
    clear = Image.new("RGBA", (240, 240), (0, 0, 0, 0))
    clear.paste((0, 0, 0, 255), mask=Image.fromarray(255 - np.asarray(cross())))
    got = clean_up(open_picture(encoded(clear, "PNG"), "x"), None).image
    want = clean_up(open_picture(encoded(cross(), "PNG"), "x"), None).image
    assert np.abs(got - want).mean() < 0.02
    path = tmp_path / "cross.svg"
    path.write_bytes(SVG)
    assert clean_up(open_picture(path, "cross.svg"), None).image is not None


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"no picture at all", "not a picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", "not an SVG"),
        (b"<svg " + b" " * (9 * 2**20) + b"/>", "too large"),
        (encoded(cross(), "PNG")[:100], "cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(data: bytes, word: str) -> None:
    with pytest.raises(DataError, match=word):
        open_picture(data, "It")


def test_an_empty_page_is_said_to_be_empty() -> None:
    cleaned = clean_up(open_picture(encoded(Image.new("L", (90, 90), 255), "PNG"), "x"), None)
    assert cleaned.image is None and cleaned.problem.endswith(".")


def shown(window: MainWindow, qtbot) -> PictureDialog:
    qtbot.waitUntil(lambda: window.incoming.dialog is not None, timeout=20_000)
    dialog = window.incoming.dialog
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def ok(dialog: PictureDialog):
    return dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)


def test_a_file_becomes_the_current_doodle_after_a_look(
    window: MainWindow, qtbot, tmp_path: Path
) -> None:
    path = tmp_path / "my cross.png"
    cross().save(path)
    draw_cat(window.draw.canvas)
    drawn, steps = window.editor.current, window.editor.undo_stack.count()
    window.incoming.open_file(path)
    dialog = shown(window, qtbot)
    image = dialog.doodle.input
    assert window.editor.current is drawn
    QTest.mouseClick(ok(dialog), LEFT)
    current = window.editor.current
    assert current.origin == Opened("my cross.png") and current.ink is None
    np.testing.assert_array_equal(current.input, image)
    assert current.decoded is not None and window.editor.undo_stack.count() == steps + 1
    blank = pixels(window.draw.canvas)
    window.commands["undo"].trigger()
    assert window.editor.current is drawn
    assert (pixels(window.draw.canvas) != blank).any()


def test_the_threshold_is_live_and_cancel_changes_nothing(
    window: MainWindow, qtbot, tmp_path: Path
) -> None:
    path = tmp_path / "faint.png"
    cross(faint=190).save(path)
    before = window.editor.current
    window.incoming.open_file(path)
    dialog = shown(window, qtbot)
    dialog.threshold.setValue(10)
    assert not dialog.automatic.isChecked()
    qtbot.waitUntil(lambda: background_jobs() == 0)
    generous = dialog.doodle.input
    dialog.threshold.setValue(60)
    qtbot.waitUntil(lambda: background_jobs() == 0)
    strict = dialog.doodle.input
    assert generous[4].sum() > strict[4].sum() + 3
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.editor.current is before and window.incoming.dialog is None


def test_a_picture_without_a_drawing_cannot_be_used(
    window: MainWindow, qtbot, tmp_path: Path
) -> None:
    path = tmp_path / "white.png"
    Image.new("L", (90, 90), 255).save(path)
    window.incoming.open_file(path)
    dialog = shown(window, qtbot)
    assert not ok(dialog).isEnabled() and dialog.problem.isVisible()
    dialog.accept()
    assert window.editor.undo_stack.count() == 0
    dialog.reject()


def test_a_file_that_is_no_picture_is_said_so(window: MainWindow, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    path.write_text("words")
    window.incoming.open_file(path)
    qtbot.waitUntil(lambda: bool(window.editor.document.state.notice))
    assert "words.txt" in window.editor.document.state.notice
    assert window.incoming.dialog is None


def test_paste(window: MainWindow, qtbot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("words")
    window.commands["paste"].trigger()
    assert "clipboard" in window.editor.document.state.notice
    image = cross()
    clipboard.setImage(QImage(image.tobytes(), 240, 240, 240, QImage.Format.Format_Grayscale8))
    QTest.keyClick(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = shown(window, qtbot)
    QTest.mouseClick(ok(dialog), LEFT)
    assert isinstance(window.editor.current.origin, Opened)


def drop(window: MainWindow, data: QMimeData) -> bool:
    """Enters and drops over the canvas, as a file manager would."""
    canvas = window.draw.canvas
    spot = QPointF(canvas.mapTo(window, QPoint(60, 60)))
    enter = QDragEnterEvent(
        spot.toPoint(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert canvas._welcoming == enter.isAccepted()
    if not enter.isAccepted():
        return False
    event = QDropEvent(
        spot,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    assert not canvas._welcoming
    return event.isAccepted()


def test_drops_of_files_drawings_and_doodles(window: MainWindow, qtbot, tmp_path: Path) -> None:
    path = tmp_path / "cross.webp"
    cross().save(path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert drop(window, data)
    QTest.mouseClick(ok(shown(window, qtbot)), LEFT)
    assert window.editor.current.origin == Opened("cross.webp")
    data = QMimeData()
    data.setData("image/svg+xml", QByteArray(SVG))
    assert drop(window, data)
    QTest.mouseClick(ok(shown(window, qtbot)), LEFT)
    assert window.editor.current.origin != Opened("cross.webp")
    sketch = window.editor.document.state.sketches[3]
    assert drop(window, doodle_mime(sketch))
    np.testing.assert_array_equal(window.editor.current.latent, sketch.latent)


def test_what_is_dragged_away_again_leaves_no_mark(window: MainWindow, tmp_path: Path) -> None:
    data = QMimeData()
    data.setData("image/svg+xml", QByteArray(SVG))
    plain = pixels(window.draw.canvas)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, event)
    assert (pixels(window.draw.canvas) != plain).any()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert (pixels(window.draw.canvas) == plain).all()


def test_words_and_far_addresses_are_not_taken(window: MainWindow) -> None:
    words = QMimeData()
    words.setText("words")
    far = QMimeData()
    far.setUrls([QUrl("https://example.org/cat.png")])
    assert not drop(window, words) and not drop(window, far)


def test_a_panel_may_take_a_file_first(window: MainWindow, tmp_path: Path) -> None:
    taken: list[Path] = []
    window.incoming.openers.insert(0, lambda path: not taken.append(path))
    window.incoming.open_file(tmp_path / "x.doodle")
    assert taken == [tmp_path / "x.doodle"] and window.incoming.dialog is None


def test_closing_the_window_with_the_dialog_open(open_window, qtbot, tmp_path: Path) -> None:
    window = open_window()
    path = tmp_path / "cross.png"
    cross().save(path)
    window.incoming.open_file(path)
    shown(window, qtbot).threshold.setValue(20)
    window.close()


def test_the_slider_stands_at_the_threshold_that_is_found(
    window: MainWindow, qtbot, tmp_path: Path
) -> None:
    path = tmp_path / "faint.png"
    cross(ink=60, faint=190).save(path)
    window.incoming.open_file(path)
    dialog = shown(window, qtbot)
    found, image = dialog.threshold.value(), dialog.doodle.input
    assert dialog.automatic.isChecked() and found != 50
    dialog.threshold.setValue(3)
    qtbot.waitUntil(lambda: background_jobs() == 0)
    assert not dialog.automatic.isChecked() and dialog.threshold.value() == 3
    QTest.mouseClick(dialog.automatic, LEFT, pos=QPoint(9, dialog.automatic.height() // 2))
    qtbot.waitUntil(lambda: background_jobs() == 0)
    assert dialog.automatic.isChecked() and dialog.threshold.value() == found
    np.testing.assert_array_equal(dialog.doodle.input, image)
    # By hand, the same threshold finds the same.
    dialog.automatic.setChecked(False)
    qtbot.waitUntil(lambda: background_jobs() == 0)
    assert np.abs(dialog.doodle.input - image).mean() < 0.01
    dialog.reject()


def test_a_picture_in_the_form_of_the_model_has_no_threshold(
    window: MainWindow, qtbot, tmp_path: Path
) -> None:
    path = tmp_path / "form.png"
    levels = np.zeros((28, 28), np.uint8)
    levels[4:24, 14] = 255
    Image.fromarray(levels).save(path)
    window.incoming.open_file(path)
    dialog = shown(window, qtbot)
    assert not dialog.threshold.isEnabled() and not dialog.automatic.isEnabled()
    assert "form" in dialog.threshold.toolTip() and ok(dialog).isEnabled()
    dialog.reject()


def test_a_picture_that_cannot_be_read_is_named_without_its_folder(
    window: MainWindow, qtbot, tmp_path: Path, caplog
) -> None:
    document, path = window.editor.document, tmp_path / "some folder" / "cat.png"
    path.parent.mkdir()
    for damage in (None, b"no picture"):
        document.update(notice="")
        if damage is not None:
            path.write_bytes(damage)
        window.incoming.open_file(path)
        qtbot.waitUntil(lambda: bool(document.state.notice))
        assert "cat.png" in document.state.notice and "folder" not in document.state.notice
        assert str(path) in caplog.messages[-1]
