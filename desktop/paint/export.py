"""Doodles as pictures to take away: PNG and SVG, each with the recipe inside. Any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.files import png, svg
from desktop.files.recipe import KEY, MADE_BY, recipe_text
from desktop.paint.cache import shown_image
from desktop.paint.doodles import fill_washes, fine_washes_of, ink_image
from desktop.state.doodle import Doodle, Image
from desktop.theme import LIGHT

SMALLEST, LARGEST = 28, 8192
WIDEST = 16384
NO_INK: Image = np.zeros((28, 28), np.float32)


@dataclass(frozen=True)
class PictureForm:
    """How pictures are exported. side: pixels of one doodle's square, 28..8192.

    pixels: the model's raw pixels instead of smooth outlines; an SVG has outlines always.
    """

    side: int = 1024
    transparent: bool = False
    pixels: bool = False
    ink: str = LIGHT.ink
    paper: str = LIGHT.page


def picture(doodles: Sequence[Doodle], form: PictureForm, columns: int = 1) -> QImage:
    """Doodles in rows of `columns` squares."""
    rows = -(-len(doodles) // columns)
    side = min(form.side, WIDEST // max(columns, rows))
    image = QImage(columns * side, rows * side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent if form.transparent else QColor(form.paper))
    painter = QPainter(image)
    for index, doodle in enumerate(doodles):
        square = QRectF(index % columns * side, index // columns * side, side, side)
        paint_doodle(painter, square, doodle, form)
    painter.end()
    return image


def paint_doodle(painter: QPainter, square: QRectF, doodle: Doodle, form: PictureForm) -> None:
    """Only the ink: what is beneath it stays."""
    if form.pixels:
        painter.drawImage(square, ink_image(drawn_image(doodle), QColor(form.ink)))
    else:
        washes = fine_washes_of(drawn_image(doodle), square.width())
        fill_washes(painter, square, washes, QColor(form.ink))


def png_bytes(doodles: Sequence[Doodle], form: PictureForm, columns: int = 1) -> bytes:
    """A PNG file that carries its recipe."""
    return png_file(picture(doodles, form, columns), doodles)


def png_file(image: QImage, doodles: Sequence[Doodle], **more: Any) -> bytes:
    """A picture of doodles as a PNG file that carries their recipes, and says what made it.

    `more` are further entries of the recipe.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stubs want bytes here; PySide takes a str alone.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    file = png.with_text(bytes(data.data()), "Software", MADE_BY)
    return png.with_text(file, KEY, recipe_text(doodles, **more))


def svg_bytes(doodles: Sequence[Doodle], form: PictureForm, columns: int = 1) -> bytes:
    """An SVG file that carries its recipe."""
    images = [drawn_image(doodle) for doodle in doodles]
    paper = "" if form.transparent else form.paper
    text = recipe_text(doodles)
    return svg.sheet_svg(images, columns, form.side, form.ink, paper, text).encode()


def picture_bytes(
    suffix: str, doodles: Sequence[Doodle], form: PictureForm, columns: int = 1
) -> bytes:
    """PNG or, for the suffix ".svg", SVG."""
    make = svg_bytes if suffix.lower() == ".svg" else png_bytes
    return make(doodles, form, columns)


def drawn_image(doodle: Doodle) -> Image:
    """What a picture shows of a doodle; an empty one where there is nothing."""
    image = shown_image(doodle)
    return NO_INK if image is None else image
