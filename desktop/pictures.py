"""Pictures from outside: read, shown, cleaned up to the model's form. Runs in the background."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from PIL import Image as Pillow
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from aemodel.data.picture import Prepared, prepare, read_picture
from aemodel.errors import DataError, DoodlescapeError
from desktop.state.doodle import Image

SUFFIXES = ("png", "jpg", "jpeg", "svg", "gif", "bmp", "webp", "tif", "tiff")
_SVG_SIDE = 1024
_MAX_SVG_BYTES = 8 * 1024 * 1024
_PREVIEW_SIDE = 512


@dataclass(frozen=True)
class Picture:
    """A picture as it came: for the clean-up, and reduced for the screen."""

    name: str
    pixels: Pillow.Image
    preview: QImage

    @cached_property
    def prepared(self) -> Prepared:
        """What all thresholds have in common. Raises DataError."""
        return prepare(self.pixels)


@dataclass(frozen=True)
class Cleaned:
    """The model's form of a picture, (28, 28) in [0, 1], or None and the reason.

    threshold: where ink was found to begin, 0..1; None where no threshold matters.
    """

    image: Image | None
    problem: str = ""
    threshold: float | None = None


def open_picture(source: Path | bytes | QImage, name: str) -> Picture:
    """Reads a picture file, the bytes of one, or an image of the clipboard. Raises DataError."""
    if isinstance(source, QImage):
        pixels = _from_qt(source)
    elif _is_svg(source):
        pixels = _from_svg(source, name)
    else:
        pixels = read_picture(io.BytesIO(source) if isinstance(source, bytes) else source)
    return Picture(name, pixels, _preview(pixels))


def clean_up(picture: Picture, threshold: float | None) -> Cleaned:
    """What the model would be given. threshold: see `aemodel.data.picture.picture_to_ink`."""
    try:
        level = picture.prepared.automatic() if threshold is None else threshold
        levels = picture.prepared.to_ink(level)
    except DoodlescapeError as error:
        return Cleaned(None, str(error))
    return Cleaned(levels.astype(np.float32) / np.float32(255), threshold=level)


def _is_svg(source: Path | bytes) -> bool:
    if isinstance(source, Path):
        return source.suffix.lower() == ".svg"
    return source[:1000].lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<svg", b"<?xml", b"<!--"))


def _from_svg(source: Path | bytes, name: str) -> Pillow.Image:
    try:
        if isinstance(source, Path) and source.stat().st_size > _MAX_SVG_BYTES:
            raise DataError(TOO_LARGE.format(name=name))
        data = source.read_bytes() if isinstance(source, Path) else source
    except OSError as error:
        raise DataError(f"{name} cannot be read ({error.strerror}); try another copy.") from error
    if len(data) > _MAX_SVG_BYTES:
        raise DataError(TOO_LARGE.format(name=name))
    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.viewBoxF().size()
    if not renderer.isValid() or size.isEmpty():
        raise DataError(NO_DRAWING.format(name=name))
    size.scale(_SVG_SIDE, _SVG_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    width, height = max(1, round(size.width())), max(1, round(size.height()))
    image = QImage(width, height, QImage.Format.Format_RGBA8888)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return _from_qt(image)


def _from_qt(image: QImage) -> Pillow.Image:
    if image.isNull():
        raise DataError(EMPTY)
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)
    return Pillow.fromarray(pixels.copy())


def _preview(pixels: Pillow.Image) -> QImage:
    """At most 512 on a side, whatever the mode."""
    small = pixels.copy()
    if small.mode in ("I", "F") or small.mode.startswith("I;16"):
        values = np.asarray(small, np.float32)
        span = float(np.ptp(values)) or 1.0
        small = Pillow.fromarray(((values - values.min()) / span * 255).astype(np.uint8))
    small = small.convert("RGBA" if small.has_transparency_data else "RGB").convert("RGBA")
    small.thumbnail((_PREVIEW_SIDE, _PREVIEW_SIDE))
    data = small.tobytes()
    form = QImage.Format.Format_RGBA8888
    return QImage(data, small.width, small.height, 4 * small.width, form).copy()


TOO_LARGE = "{name} is too large for a drawing; use a smaller one."
NO_DRAWING = "{name} is not an SVG drawing that can be read; save it again as PNG."
EMPTY = "The picture is empty; copy it again."
