"""A walk through the window in Chinese: nothing English is left on any widget, or painted."""

import re
from collections.abc import Iterable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QImage, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QFileSystemModel,
    QLabel,
    QLineEdit,
    QListWidget,
    QSpinBox,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from shown import Painted, shown_texts
from teaching_acts import taught

from desktop.canvas.picture_dialog import PictureDialog, look_at
from desktop.dialogs.export import ExportDialog
from desktop.dialogs.help import HelpDialog
from desktop.dialogs.tour import STEPS
from desktop.engine import Engine
from desktop.examples import load_example
from desktop.language import use_language
from desktop.morph.dialog import MorphDialog
from desktop.paint.export import PictureForm
from desktop.pictures import open_picture
from desktop.sketches.many_dialog import ManyDialog
from desktop.state.doodle import Doodle
from desktop.state.mix import Direction, Term
from desktop.state.origin import (
    Drawn,
    Example,
    Finished,
    Learnt,
    Mirrored,
    Mixed,
    Morphed,
    Opened,
    Picked,
    Sampled,
    Steered,
    Varied,
)
from desktop.teach.dialog import TeachDialog
from desktop.views.names import REASONS
from desktop.window import MainWindow

# The same in Chinese: names of programs, models, people and licences; formats and units; keys.
SAME = re.compile(
    r"Doodlescape|Quick, Draw!|Google|English|Python|PySide6|Qt|LiteRT|NumPy|contourpy|Pillow|"
    r"Atlas|MIT(-CMU)?|LGPL|Apache|BSD 3-Clause|PSF|CC BY|"
    r"PNG|SVG|GIF|JPEG|zip|model\.json|\.png|\.doodle|FID|[KM]i?B|ms|aemodel|"
    r"Ctrl|Shift|Alt|Esc|Delete|Del|Backspace|Enter|Return|Tab|Home|End|PgUp|PgDown"
)
ORIGINS = (
    Drawn(),
    Example("cat"),
    Picked(0.1, 0.2),
    Steered(1, 0.5),
    Steered(1, 0.5, 2, -0.5),
    Sampled(5, 3, "cat"),
    Sampled(5, 3),
    Learnt(1, 2, "小屋"),
    Varied(1, 2, 8, 0.4),
    Finished(1, 2, 3),
    Morphed(0.5),
    Mixed("A − B"),
    Opened("猫.png"),
    Mirrored(),
)


@pytest.fixture(autouse=True)
def english_again(qapp) -> Iterator[None]:
    yield
    use_language("en")


def english(texts: Iterable[tuple[str, str]]) -> list[tuple[list[str], str, str]]:
    """English words, where they are, and the whole text."""
    found = []
    for place, text in texts:
        words = re.findall(r"[A-Za-z]{2,}", SAME.sub("", text))
        # Buttons of Qt: hidden beneath our own title bars, or translated by Qt as it starts only.
        if words and not ("/qt_dockwidget" in place or "/Scroll" in place):
            found.append((words, place, text))
    return found


def fill(window: MainWindow, qtbot) -> Doodle:
    """Something of everything in every panel."""
    editor = window.editor
    sketches = editor.document.state.sketches
    cat = editor.engine.from_ink(load_example("cat"))
    latent = sketches[0].latent
    assert latent is not None
    taught(window, qtbot, "小屋")
    editor.change(
        "",
        current=cat,
        keyframes=(cat, *sketches[:3]),
        collection=tuple(editor.engine.from_latent(latent, origin) for origin in ORIGINS),
        terms=(Term(1.0, cat), Term(-1.0, sketches[0]), Term(0.5, sketches[1])),
        directions=(Direction("胡须", editor.engine.name, np.ones_like(latent)),),
        groups=((cat,), (sketches[0],)),
    )
    return cat


def test_nothing_english_is_left_after_the_switch_to_chinese(
    open_window, models, qapp, settings, qtbot, monkeypatch
) -> None:
    """What was there before must change, and what comes later must be Chinese at once."""
    window: MainWindow = open_window("atlas")
    cat = fill(window, qtbot)
    for name in ("settings", "help", "about", "model_card", "teach"):
        window.dialogs.open(name)
    lesson = window.dialogs.open("teach")
    assert isinstance(lesson, TeachDialog)
    lesson.board.add(cat, *window.editor.document.state.sketches[:2])
    window.dialogs.start_tour()
    assert len(english(shown_texts())) > 300
    painted = Painted(monkeypatch)
    settings.change(language="zh_CN")
    qtbot.waitUntil(lambda: "模型" in window.models.button.accessibleName())
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    found = list(shown_texts())
    dialogs = [
        ExportDialog(window, cat, PictureForm(), ".png"),
        ManyDialog(window, "猫", 1, 0.7),
        MorphDialog(window, 3, "loop"),
    ]
    white = QImage(64, 64, QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    picture = open_picture(white, "图片")
    engine = window.editor.engine
    dialogs.append(PictureDialog(engine, picture, look_at(engine, picture), window))
    pages = window.dialogs.open("help")
    assert isinstance(pages, HelpDialog)
    for row in range(pages.list.count()):
        pages.list.setCurrentRow(row)
        found.append(("help", pages.text.toPlainText()))
    window.dialogs.open("palette")
    tour = window.dialogs.tour
    for step in range(len(STEPS)):
        tour.go(step)
        found += [("tour", label.text()) for label in tour.findChildren(QLabel)]
    tour.end()
    window.editor.keep((cat,))
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible():
            widget.grab()
    found += [*shown_texts(), *(("painted", text) for text in painted.texts)]
    assert len({text for _, text in found}) > 700
    assert not english(found)
    for dialog in dialogs:
        dialog.deleteLater()
    for dialog in window.dialogs._made.values():
        dialog.hide()
    window.open_model(models["ae"])  # says everywhere what it cannot do
    qtbot.waitUntil(lambda: window.editor.engine.name == "ae", timeout=10_000)
    assert not english(shown_texts())
    monkeypatch.setattr(Engine, "missing", lambda self, capability: REASONS[1])
    window.open_model(models["vae"])
    qtbot.waitUntil(lambda: window.editor.engine.name == "vae", timeout=10_000)
    assert not english(shown_texts())


def test_the_file_dialog_of_qt_is_chinese_where_qt_left_words_out(qtbot, tmp_path) -> None:
    use_language("zh_CN")
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels = [label for label in dialog.findChildren(QLabel) if label.text()]
    buttons = [button for button in dialog.findChildren(QAbstractButton) if button.text()]
    assert len(labels) == 3 and len(buttons) == 2
    assert not english((".", widget.text()) for widget in (*labels, *buttons))
    (tmp_path / "某处").mkdir()
    model = dialog.findChild(QFileSystemModel)
    dialog.show()
    index = model.index(str(tmp_path / "某处"))
    qtbot.waitUntil(lambda: model.type(index) == "文件夹")


def test_keys_are_called_as_they_are_labelled(window: MainWindow) -> None:
    """Not some of them in Chinese and others not."""
    window.context.settings.change(language="zh_CN")
    native = QKeySequence.SequenceFormat.NativeText
    for name in window.commands:
        for key in window.commands[name].shortcuts():
            label = key.toString(native)
            assert label.isascii() or label[-1] in "←→↑↓", label
    assert window.commands["mix_use"].shortcut().toString(native) == "Ctrl+Enter"


class Planted(QWidget):
    """A widget with a text in every place where one can be."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("title")
        self.setAccessibleName("name")
        self.setAccessibleDescription("description")
        QLabel("<p>label <b>bold</b></p>", self)
        QToolButton(self).setToolTip("tip")
        QLineEdit(self).setPlaceholderText("holder")
        QListWidget(self).addItem("item")
        box = QComboBox(self)
        box.addItem("猫")
        box.setItemData(0, "about", Qt.ItemDataRole.ToolTipRole)
        self.addAction(QAction("action", self, statusTip="status"))
        QTextBrowser(self).setHtml("<p>page</p>")
        spin = QSpinBox(self)
        spin.setSuffix(" pixels")

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawText(9, 9, "paint")


def test_a_text_is_found_wherever_it_is(qtbot, monkeypatch) -> None:
    painted = Painted(monkeypatch)
    widget = Planted()
    qtbot.addWidget(widget)
    widget.grab()
    texts = [*shown_texts(), *((".", text) for text in painted.texts)]
    found = " ".join(text for _, _, text in english(texts))
    for word in ("title", "name", "description", "label", "bold", "tip", "holder", "item", "about"):
        assert word in found
    assert all(word in found for word in ("action", "status", "page", "pixels", "paint"))
    assert not english([("", "按 Ctrl+D 保存为 PNG"), ("/qt_dockwidget_closebutton", "Close")])
