"""What comes into the window from outside: opened, pasted and dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.background import Job, run_in_background
from desktop.canvas.picture_dialog import Look, PictureDialog, look_at
from desktop.context import Context
from desktop.files.folders import is_folder
from desktop.pictures import SUFFIXES, Picture, open_picture
from desktop.problems import problem_words
from desktop.state.doodle import Doodle
from desktop.views.arriving import copy_of, files_of, is_pictures, receive
from desktop.views.carrying import DOODLE_MIME, mime_doodle

_DRAWING = "image/svg+xml"


class Incoming(QObject):
    """Takes pictures, doodles and files to where they belong.

    `openers` are asked first about every file, in order: one that returns True has taken it. What
    none of them takes is read as a picture and shown in a dialog before it becomes the doodle.
    """

    hovering = Signal(bool)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._editor = context.editor
        self._job: Job | None = None
        self.openers: list[Callable[[Path], bool]] = []
        self.dialog: PictureDialog | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        context.actions["open_picture"].triggered.connect(self.ask)
        context.actions["paste"].triggered.connect(self.paste)

    def ask(self) -> None:
        """Asks for a picture file."""
        patterns = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Pictures ({patterns});;All files (*)").format(patterns=patterns)
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Choose a picture"), "", kinds)
        if path:
            self.open_file(Path(path))

    def open_file(self, path: Path) -> None:
        """Opens any file that the window understands."""
        if not any(opener(path) for opener in self.openers):
            self._read(path, path.name)

    def paste(self) -> None:
        """Takes what is on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not self.take(data, self.tr("Pasted picture")):
            self._editor.say(self.tr("There is no picture on the clipboard; copy one first."))

    def take(self, data: QMimeData, name: str) -> bool:
        """Takes a doodle, files or a picture; False when it is none of them.

        Several pictures, or a folder of them, are kept on the shelf; which of them would be the
        current doodle? Of several other files the first is opened.
        """
        doodle = mime_doodle(data)
        files = files_of(data)
        if doodle is not None:
            self._editor.adopt(doodle)
        elif (len(files) > 1 and any(map(is_pictures, files))) or any(map(is_folder, files)):
            receive(self._editor, data, self._editor.keep)
        elif files:
            self.open_file(files[0])
            if len(files) > 1:
                words = self.tr("Only {name} is opened; drop the others by themselves.")
                self._editor.say(words.format(name=files[0].name))
        elif data.hasFormat(_DRAWING):
            self._read(bytes(data.data(_DRAWING).data()), name)
        elif data.hasImage():
            image = data.imageData()
            self._read(image if isinstance(image, QImage) else QImage(image), name)
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drops that no panel wants arrive at the window."""
        if isinstance(event, QDropEvent):
            data = event.mimeData()
            if not _takeable(data):
                return False
            copy_of(event)
            dropping = not isinstance(event, QDragEnterEvent | QDragMoveEvent)
            self.hovering.emit(not dropping)
            return not dropping or self.take(data, self.tr("Dropped picture"))
        if event.type() == QEvent.Type.DragLeave:
            self.hovering.emit(False)
        return False

    def _read(self, source: Path | bytes | QImage, name: str) -> None:
        engine = self._editor.engine

        def task(job: Job) -> tuple[Picture, Look]:
            picture = open_picture(source, name)
            return picture, look_at(engine, picture)

        self._job = run_in_background(task, self._show, self._failed, replaces=self._job)

    def _show(self, result: tuple[Picture, Look]) -> None:
        picture, look = result
        if self.dialog is not None:
            self.dialog.reject()
        self.dialog = PictureDialog(self._editor.engine, picture, look, self._window)
        self.dialog.chosen.connect(self._adopt)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        self.dialog = None

    def _adopt(self, doodle: Doodle) -> None:
        self._editor.adopt(doodle, self.tr("Open picture"))

    def _failed(self, error: Exception) -> None:
        self._editor.say(problem_words(error))


def _takeable(data: QMimeData) -> bool:
    known = data.hasFormat(DOODLE_MIME) or data.hasFormat(_DRAWING) or data.hasImage()
    return known or bool(files_of(data))
