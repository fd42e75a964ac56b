"""Doodles on their way: through drag and drop and the clipboard, here and to other programs."""

from __future__ import annotations

import atexit
import json
import math
import shutil
import tempfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QMetaType,
    QMimeData,
    QObject,
    QPoint,
    QRectF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QDrag, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from aemodel.errors import DataError
from desktop.files.atomic import write_atomically
from desktop.files.recipe import carries_recipe
from desktop.paint.cache import shown_image
from desktop.paint.doodles import thumbnail_pixmap
from desktop.paint.export import NO_INK, PictureForm, picture, png_bytes, svg_bytes
from desktop.state.doodle import Doodle
from desktop.state.plain import list_from_plain
from desktop.theme import theme
from desktop.views.words import doodle_words

DOODLE_MIME = "application/x-doodlescape-doodle"
DOODLES_MIME = "application/x-doodlescape-doodles"
MOST_FILES = 200
_FILE = "text/uri-list"
_IMAGE = "application/x-qt-image"


class DoodleMime(QMimeData):
    """A doodle that is also a PNG and an SVG for other programs; made when they ask for it.

    Several go as one picture; where only one can be taken, that is number `lead`. `file=True`
    adds a file of each, for programs that take nothing else.
    """

    FORM = PictureForm(side=512)

    def __init__(
        self,
        doodles: Sequence[Doodle],
        form: PictureForm | None = None,
        *,
        lead: int = 0,
        file: bool = False,
    ) -> None:
        super().__init__()
        self._doodles = doodles
        self._lead = lead
        self._columns = math.ceil(math.sqrt(len(doodles)))
        self._form = form or self.FORM
        self._kinds = [DOODLE_MIME, "image/svg+xml", "image/png", _IMAGE]
        self._kinds += [DOODLES_MIME] * (len(doodles) > 1) + [_FILE] * file

    def formats(self) -> list[str]:
        """The richest first."""
        return self._kinds

    def hasFormat(self, kind: str) -> bool:
        """One of `formats`."""
        return kind in self._kinds

    def retrieveData(self, kind: str, preferred: Any) -> Any:
        """The doodles in that format."""
        makers: dict[str, Callable[[], Any]] = {
            DOODLE_MIME: lambda: _json(self._doodles[self._lead].to_plain()),
            DOODLES_MIME: lambda: _json([doodle.to_plain() for doodle in self._doodles]),
            "image/svg+xml": lambda: QByteArray(self._made(svg_bytes)),
            "image/png": lambda: QByteArray(self._made(png_bytes)),
            _IMAGE: lambda: self._made(picture),
            _FILE: lambda: self._files(preferred),
        }
        return makers[kind]() if self.hasFormat(kind) else None

    def _made(self, make: Callable[..., Any]) -> Any:
        return make(self._doodles, self._form, self._columns)

    def _files(self, preferred: Any) -> Any:
        urls = self._urls()
        if preferred.id() == QMetaType.Type.QVariantList.value:
            return urls
        return QByteArray(b"".join(bytes(url.toEncoded().data()) + b"\r\n" for url in urls))

    def _urls(self) -> list[QUrl]:
        """Files of their own, made anew; equal names are told apart by numbers."""
        urls: dict[str, QUrl] = {}
        for doodle in self._doodles:
            words = doodle_words(doodle)
            plain = "".join(c for c in words if c.isalnum() or c in " -_")
            first = name = " ".join(plain.split()) or "doodle"
            number = 1
            while name.casefold() in urls:  # some systems take Cat and cat for the same
                number += 1
                name = f"{first} {number}"
            path = _folder() / f"{name}.png"
            write_atomically(path, png_bytes([doodle], self._form))
            urls[name.casefold()] = QUrl.fromLocalFile(str(path))
        return list(urls.values())


def _json(value: Any) -> QByteArray:
    return QByteArray(json.dumps(value).encode())


def doodle_mime(doodle: Doodle, form: PictureForm | None = None) -> QMimeData:
    """What the clipboard holds of a doodle, and what a drop within the window brings."""
    return DoodleMime([doodle], form)


def mime_doodle(data: QMimeData) -> Doodle | None:
    """The doodle that was dropped or pasted, if it is one."""
    if not data.hasFormat(DOODLE_MIME):
        return None
    try:
        return Doodle.from_plain(json.loads(bytes(data.data(DOODLE_MIME).data())))
    except (ValueError, DataError):
        return None


def mime_doodles(data: QMimeData) -> tuple[Doodle, ...]:
    """All the doodles that were dropped; none where there are none."""
    if not data.hasFormat(DOODLES_MIME):
        one = mime_doodle(data)
        return () if one is None else (one,)
    try:
        several = json.loads(bytes(data.data(DOODLES_MIME).data()))
        return tuple(map(Doodle.from_plain, list_from_plain(several)))
    except (ValueError, DataError):
        return ()


def recipe_files(data: QMimeData) -> list[Path]:
    """The files among what is dragged that are pictures made here."""
    urls = data.urls() if data.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths[:MOST_FILES] if carries_recipe(path)]


def drag_away(widget: QWidget, doodles: Sequence[Doodle], lead: int = 0) -> None:
    """Lets doodles leave with the pointer, which holds number `lead`."""
    drag = QDrag(widget)
    drag.setMimeData(DoodleMime(doodles, lead=lead, file=True))
    drag.setPixmap(_dragged(doodles[lead], len(doodles), widget.devicePixelRatioF()))
    drag.setHotSpot(QPoint(32, 32))
    drag.exec(Qt.DropAction.CopyAction)


def _dragged(doodle: Doodle, count: int, ratio: float) -> QPixmap:
    """The one that the pointer holds, and in a disc how many there are."""
    colors = theme().colors
    image = shown_image(doodle)
    pixmap = thumbnail_pixmap(NO_INK if image is None else image, 64, ratio, colors.color("ink"))
    if count > 1:
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colors.color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        disc = QRectF(40, 0, 24, 24)
        painter.drawEllipse(disc)
        painter.setPen(colors.color("on_accent"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(count))
        painter.end()
    return pixmap


class DragOut(QObject):
    """Makes a widget that shows a doodle give it away: drag it with the left button.

    A button can still be clicked.
    """

    def __init__(self, widget: QWidget, doodle: Callable[[], Doodle]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._doodle = doodle
        self._press: QPoint | None = None
        self._button = isinstance(widget, QAbstractButton)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Far enough from the press, the doodle leaves."""
        if not isinstance(event, QMouseEvent) or watched is not self._widget:
            return False
        spot = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            self._press = spot if event.button() == Qt.MouseButton.LeftButton else None
            return not self._button
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._press = None
        if event.type() == QEvent.Type.MouseMove and self._press is not None:
            if not event.buttons() & Qt.MouseButton.LeftButton:
                self._press = None  # let go where nobody told
                return False
            far = (spot - self._press).manhattanLength() >= QApplication.startDragDistance()
            if far and not self._doodle().blank:
                self._press = None
                self._leave()
            return True
        return False

    def _leave(self) -> None:
        if isinstance(self._widget, QAbstractButton):
            self._widget.setDown(False)
        around = self._widget.window()
        if around.windowType() == Qt.WindowType.Popup:
            around.hide()  # it may lie over where the doodle is to go
        drag_away(self._widget, [self._doodle()])
        # The pointer has gone with the doodle, and nothing else says so.
        self._widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
        self._widget.update()


@lru_cache(maxsize=1)
def _folder() -> Path:
    """For the files of drags; it goes with the program."""
    folder = tempfile.mkdtemp(prefix="doodlescape-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
