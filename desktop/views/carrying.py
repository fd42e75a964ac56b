"""Doodles on their way: through drag and drop and the clipboard, here and to other programs."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QMetaType, QMimeData, QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from aemodel.errors import DataError
from desktop.files.atomic import write_atomically
from desktop.files.recipe import carries_recipe
from desktop.paint.cache import shown_image
from desktop.paint.doodles import thumbnail_pixmap
from desktop.paint.export import PictureForm, picture, png_bytes, svg_bytes
from desktop.state.doodle import Doodle
from desktop.theme import theme
from desktop.views.words import doodle_words

DOODLE_MIME = "application/x-doodlescape-doodle"
MOST_FILES = 200
_FILE = "text/uri-list"
_IMAGE = "application/x-qt-image"


class DoodleMime(QMimeData):
    """A doodle that is also a PNG and an SVG for other programs; made when they ask for it.

    `file=True` adds a file, for programs that take nothing else.
    """

    FORM = PictureForm(side=512)

    def __init__(
        self, doodle: Doodle, form: PictureForm | None = None, *, file: bool = False
    ) -> None:
        super().__init__()
        self._doodle = doodle
        self._form = form or self.FORM
        self._kinds = [DOODLE_MIME, "image/svg+xml", "image/png", _IMAGE, *([_FILE] * file)]

    def formats(self) -> list[str]:
        """The richest first."""
        return self._kinds

    def hasFormat(self, kind: str) -> bool:
        """One of `formats`."""
        return kind in self._kinds

    def retrieveData(self, kind: str, preferred: Any) -> Any:
        """The doodle in that format."""
        if kind == DOODLE_MIME:
            return QByteArray(json.dumps(self._doodle.to_plain()).encode())
        if kind == "image/svg+xml":
            return QByteArray(svg_bytes([self._doodle], self._form))
        if kind == "image/png":
            return QByteArray(png_bytes([self._doodle], self._form))
        if kind == _IMAGE:
            return picture([self._doodle], self._form)
        if kind == _FILE and self.hasFormat(_FILE):
            url = self._url()
            wants_list = preferred.id() == QMetaType.Type.QVariantList.value
            return [url] if wants_list else QByteArray(bytes(url.toEncoded().data()) + b"\r\n")
        return None

    def _url(self) -> QUrl:
        words = doodle_words(self._doodle)
        name = "".join(c for c in words if c.isalnum() or c in " -_").strip()
        path = _folder() / f"{name or 'doodle'}.png"
        write_atomically(path, png_bytes([self._doodle], self._form))
        return QUrl.fromLocalFile(str(path))


def doodle_mime(doodle: Doodle, form: PictureForm | None = None) -> QMimeData:
    """What the clipboard holds of a doodle, and what a drop within the window brings."""
    return DoodleMime(doodle, form)


def mime_doodle(data: QMimeData) -> Doodle | None:
    """The doodle that was dropped or pasted, if it is one."""
    if not data.hasFormat(DOODLE_MIME):
        return None
    try:
        return Doodle.from_plain(json.loads(bytes(data.data(DOODLE_MIME).data())))
    except (ValueError, DataError):
        return None


def recipe_files(data: QMimeData) -> list[Path]:
    """The files among what is dragged that are pictures made here."""
    urls = data.urls() if data.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths[:MOST_FILES] if carries_recipe(path)]


def drag_away(widget: QWidget, doodle: Doodle) -> None:
    """Lets a doodle leave with the pointer."""
    drag = QDrag(widget)
    drag.setMimeData(DoodleMime(doodle, file=True))
    image = shown_image(doodle)
    if image is not None:
        ratio = widget.devicePixelRatioF()
        drag.setPixmap(thumbnail_pixmap(image, 64, ratio, theme().colors.color("ink")))
    drag.setHotSpot(QPoint(32, 32))
    drag.exec(Qt.DropAction.CopyAction)


class DragOut(QObject):
    """Makes a widget that shows a doodle give it away: drag it with the left button."""

    def __init__(self, widget: QWidget, doodle: Callable[[], Doodle]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._doodle = doodle
        self._press: QPoint | None = None
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Far enough from the press, the doodle leaves."""
        if not isinstance(event, QMouseEvent) or watched is not self._widget:
            return False
        spot = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._press = spot if event.button() == Qt.MouseButton.LeftButton else None
            return True
        if event.type() == QEvent.Type.MouseMove and self._press is not None:
            far = (spot - self._press).manhattanLength() >= QApplication.startDragDistance()
            if far and not self._doodle().blank:
                self._press = None
                drag_away(self._widget, self._doodle())
            return True
        return False


@lru_cache(maxsize=1)
def _folder() -> Path:
    """For the files of drags; it goes with the program."""
    folder = tempfile.mkdtemp(prefix="doodlescape-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
