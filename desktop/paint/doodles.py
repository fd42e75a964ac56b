"""28x28 images on screen: as smooth outlines or as raw pixels."""

from __future__ import annotations

import math
import struct
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QDataStream, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPixmap, QTransform

from desktop.paint.outline import BEND, LEVELS, SIZE, bent, washes
from desktop.state.doodle import Image

Washes = list[tuple[QPainterPath, float]]
MOVE = QPainterPath.ElementType.MoveToElement.value
LINE = QPainterPath.ElementType.LineToElement.value
# Pixels of a large picture from corner to corner of its outlines.
PIECE = 4.0


def washes_of(image: Image) -> Washes:
    """Outlines to fill one over the other, faint to solid, in pixels 0..28: (path, opacity)."""
    pairs = zip(washes(image), LEVELS, strict=True)
    return [(path_of(lines), opacity) for lines, (_, opacity) in pairs]


def fine_washes_of(image: Image, side: float) -> Washes:
    """`washes_of` for a square of `side` pixels, however large: no corners are seen in it.

    Straight pieces as short as that: Qt fills curves thirty times more slowly.
    """
    steps = math.ceil(BEND * side / SIZE / PIECE)
    pairs = zip(washes(image), LEVELS, strict=True)
    return [
        (path_of([bent(line, steps) for line in lines]), opacity) for lines, (_, opacity) in pairs
    ]


def fill_washes(
    painter: QPainter, rect: QRectF, washes: Washes, ink: QColor, paper: QColor | None = None
) -> None:
    """Fills outlines scaled from 28x28 pixels to the square `rect`.

    Where all that lies beneath is `paper`, say so: opaque colours fill twice as fast.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / SIZE, rect.height() / SIZE)
    beneath = None if paper is None else paper.rgb()
    for path, opacity in washes:
        color = _wash(ink.rgba(), opacity, beneath)
        if beneath is not None:
            beneath = color.rgb()
        painter.fillPath(path, color)
    painter.restore()


@lru_cache(maxsize=256)
def _wash(ink: int, opacity: float, paper: int | None) -> QColor:
    """Ink thinned to an opacity; or what it looks like on a sheet of paper."""
    color = QColor.fromRgba(ink)
    color.setAlphaF(color.alphaF() * opacity)
    if paper is None:
        return color
    share, pairs = color.alphaF(), zip(rgb(color), rgb(QColor.fromRgb(paper)), strict=True)
    return QColor(*(round(share * one + (1 - share) * other) for one, other in pairs))


def pixels_image(image: Image, paper: QColor, ink: QColor) -> QImage:
    """The 28x28 pixels themselves, from paper to ink."""
    ends = np.array([rgb(paper), rgb(ink)], np.float32)
    amount = np.clip(np.asarray(image, np.float32), 0, 1)[..., None]
    colors = np.rint(ends[0] * (1 - amount) + ends[1] * amount).astype(np.uint8)
    height, width = colors.shape[:2]
    data = np.ascontiguousarray(colors)
    return QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def ink_image(image: Image, ink: QColor) -> QImage:
    """The 28x28 pixels themselves, as ink that is more or less opaque on nothing."""
    levels = np.empty((*image.shape, 4), np.uint8)
    levels[..., :3] = rgb(ink)
    levels[..., 3] = np.rint(np.clip(np.asarray(image, np.float32), 0, 1) * 255)
    height, width = image.shape
    return QImage(levels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def rgb(color: QColor) -> tuple[int, int, int]:
    """Red, green and blue, 0..255."""
    return color.red(), color.green(), color.blue()


def draw_pixels(painter: QPainter, rect: QRectF, image: Image, paper: QColor, ink: QColor) -> None:
    """Draws the raw pixels as sharp squares."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(rect, pixels_image(image, paper, ink))
    painter.restore()


def thumbnail(image: Image, side: int, ratio: float, ink: QColor) -> QImage:
    """A transparent square picture of the outlines; may be made in any thread.

    side in logical pixels, ratio in device pixels per logical pixel.
    """
    device = max(1, round(side * ratio))
    picture = QImage(device, device, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    fill_washes(painter, QRectF(0, 0, device, device), washes_of(image), ink)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def thumbnail_pixmap(image: Image, side: int, ratio: float, ink: QColor) -> QPixmap:
    """`thumbnail` for the GUI thread."""
    return QPixmap.fromImage(thumbnail(image, side, ratio, ink))


def scaled(path: QPainterPath, rect: QRectF) -> QPainterPath:
    """A path in pixels 0..28, mapped to the square `rect`."""
    transform = QTransform().translate(rect.x(), rect.y())
    return transform.scale(rect.width() / SIZE, rect.height() / SIZE).map(path)


def path_of(lines: list[NDArray[np.float64]]) -> QPainterPath:
    """Closed curves (n, 2) as one path with the odd-even rule."""
    points = np.concatenate(lines) if lines else np.zeros((0, 2))
    kinds = np.full(len(points), LINE)
    starts = np.cumsum([0] + [len(line) for line in lines])[:-1]
    kinds[starts] = MOVE
    return path_from(kinds, points, int(starts[-1]) if lines else 0)


def path_from(kinds: NDArray[Any], points: NDArray[Any], last: int = 0) -> QPainterPath:
    """A path of elements: values of `QPainterPath.ElementType` (n,), and where they are (n, 2).

    last: the element with which the last sub-path starts. Goes through the path's stream format:
    point by point it would take several milliseconds.
    """
    elements = np.empty(len(points), [("type", ">i4"), ("x", ">f8"), ("y", ">f8")])
    elements["type"], elements["x"], elements["y"] = kinds, points[:, 0], points[:, 1]
    odd_even = 0
    data = QByteArray(
        struct.pack(">i", len(points)) + elements.tobytes() + struct.pack(">ii", last, odd_even)
    )
    path = QPainterPath()
    QDataStream(data) >> path
    return path
