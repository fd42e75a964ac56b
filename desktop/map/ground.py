"""What lies under the marker: shading, thumbnails, and names where categories are densest."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.background import Job, run_in_background
from desktop.engine import Engine
from desktop.map.domains import Domains
from desktop.map.filtering import Shown
from desktop.map.labels import Labels
from desktop.map.lattice import Key, Lattice, Look, centre_of, level_of, size_of
from desktop.map.neighbours import LEAST_DENSITY, Cluster, clusters, density_of
from desktop.map.shading import shade
from desktop.map.viewport import Viewport
from desktop.theme import category_color, theme
from desktop.views.words import category_words

# Below the densest place, or above it: a marker that lies there covers no name. Pixels.
ASIDE = 20
# Pixels between names: a crowd of them would hide the map.
ROOM = 9
# Where a name may stand where there are no thumbnails, pixels from the densest place.
STANDS = (ASIDE, -ASIDE, 0)
# Strength of the shading on paper and on slate: faint beneath thumbnails.
STRENGTHS = {False: (0.6, 0.5), True: (0.36, 0.34)}
FADED = 0.2
# Pixels that the marker takes around its middle.
CLEAR = 13


@dataclass(frozen=True)
class Wanted:
    """What of the map is to be seen besides the viewport."""

    shown: Shown = None
    thumbnails: bool = True
    seed: int = 0


class Ground:
    """A pixmap of the map for one viewport, made anew when anything about it changes."""

    def __init__(self, widget: QWidget, arrived: Callable[[], None]) -> None:
        self._widget = widget
        self._arrived = arrived
        self.lattice = Lattice(self._more)
        self.wanted = Wanted()
        self.domains: Domains | None = None
        self._engine = Engine()
        self._density: NDArray[np.float32] | None = None
        self._populated: dict[Key, bool] = {}
        self._clusters: list[list[Cluster]] = []
        self._named: dict[int, list[Cluster]] = {}
        self._labels = Labels()
        self._shades: QImage | None = None
        self._job: Job | None = None
        self._pixmap: QPixmap | None = None
        self._names: list[tuple[int, QPointF, QPixmap]] = []
        self._placed = False

    def use(self, engine: Engine) -> None:
        """Another model."""
        self.lattice.forget()
        self._engine = engine
        self._shades = None
        self._density = self.domains = None
        self._named = {}
        plane = engine.map
        self._clusters = [] if plane is None else clusters(plane.category_density, plane.extent)
        self.want(shown=None)
        self.shade()

    def want(self, **changes: Any) -> None:
        """Changes what is to be seen; see `Wanted`."""
        before = self.wanted
        self.wanted = replace(before, **changes)
        plane = self._engine.map
        if plane is not None and (self._density is None or before.shown != self.wanted.shown):
            self._sort(plane, self.wanted.shown)
            if before.shown != self.wanted.shown:
                self.shade()
        if before.thumbnails != self.wanted.thumbnails:
            self.shade()
        self.changed()

    def _sort(self, plane: Any, shown: Shown) -> None:
        """What lies where, of the categories that are shown."""
        self._density = density_of(plane, shown)
        self._populated = {}
        self.domains = self._engine.domains(shown)
        self._named = dict(enumerate(self._clusters))
        if shown is not None:
            which = sorted(shown)
            alone = clusters(plane.category_density[which], plane.extent)
            self._named = dict(zip(which, alone, strict=True))

    def repaint(self) -> None:
        """In other colours; meanwhile the bare page, not the colours of before."""
        self._shades = None
        self.shade()
        self.changed()

    def shade(self) -> None:
        """Colours the densities, in the background: thirty categories take a while."""
        plane, shown = self._engine.map, self.wanted.shown
        if plane is None:
            return
        which = sorted(range(len(plane.category_density)) if shown is None else shown)
        colors = [category_color(index) for index in which]
        page = theme().colors.color("page")
        strength = STRENGTHS[self.wanted.thumbnails][theme().dark]

        def task(_: Job) -> QImage:
            density = density_of(plane, shown)
            return shade(density, plane.category_density[which], page, colors, strength)

        self._job = run_in_background(task, self._shaded, replaces=self._job)

    def changed(self) -> None:
        """The next painting makes the pixmap anew, and places the names."""
        self._placed = False
        self._more()

    def _more(self) -> None:
        """More of the same has come: the names stay where they are."""
        self._pixmap = None
        self._arrived()

    def populated(self, key: Key) -> bool:
        """Whether drawings lie near a cell: elsewhere the model only guesses."""
        known = self._populated.get(key)
        if known is None:
            known = self._populated[key] = self._dense(key)
        return known

    def _dense(self, key: Key) -> bool:
        if self._density is None:
            return False
        x0, x1, y0, y1 = self._engine.map.extent
        height, width = self._density.shape
        half = size_of(key[0]) / 2
        x, y = centre_of(key)
        if not (x0 <= x <= x1 and y0 <= y <= y1):
            return False
        column = sorted(int((x + dx - x0) / (x1 - x0) * width) for dx in (-half, half))
        row = sorted(int((y + dy - y0) / (y1 - y0) * height) for dy in (-half, half))
        part = self._density[
            max(0, row[0]) : max(0, row[1] + 1), max(0, column[0]) : max(0, column[1] + 1)
        ]
        return bool(part.size and part.max() > LEAST_DENSITY)

    def paint(self, painter: QPainter, view: Viewport) -> None:
        """Draws the ground over the whole widget."""
        if self._pixmap is None:
            self._pixmap = self._made(view)
        if not self._placed:
            self._names, self._placed = self._placed_names(view), True
        painter.drawPixmap(0, 0, self._pixmap)

    def paint_names(
        self, painter: QPainter, marker: QPointF | None, pointed: int | None = None
    ) -> None:
        """The categories' names, over whatever else is on the ground; call `paint` first.

        A name that the marker would cover steps aside; where one is `pointed` out by other means,
        the others fade.
        """
        painter.setOpacity(1.0 if pointed is None else FADED)
        for index, box, label in self.names_beside(marker):
            if index != pointed:
                painter.drawPixmap(box.topLeft(), label)
        painter.setOpacity(1.0)

    def names_beside(self, marker: QPointF | None) -> list[tuple[int, QRectF, QPixmap]]:
        """Names and where they are, none under the marker or over another."""
        names = [
            (index, QRectF(corner, label.deviceIndependentSize()), label)
            for index, corner, label in self._names
        ]
        if marker is None:
            return names
        room = QRectF(-CLEAR, -CLEAR, 2 * CLEAR, 2 * CLEAR).translated(marker)
        free = [name for name in names if not name[1].intersects(room)]
        for index, box, label in names:
            if box.intersects(room):
                taken = [other for _, other, _ in free]
                aside = _aside(box, room, QRectF(self._widget.rect()), taken)
                free += [] if aside is None else [(index, aside, label)]
        return free

    def peak(self, index: int) -> tuple[float, float] | None:
        """Where a category is densest, in plane units."""
        return self._clusters[index][0][1] if index < len(self._clusters) else None

    def label(self, index: int) -> QPixmap:
        """A category's name as the map shows it."""
        font = QFont(self._widget.font())
        font.setWeight(QFont.Weight.Medium)
        font.setPixelSize(max(11, self._widget.fontInfo().pixelSize() - 1))
        text = category_words(self._engine.categories[index])
        return self._labels.get(text, index, font, self._widget.devicePixelRatioF())

    def _shaded(self, image: QImage) -> None:
        self._shades = image
        self._more()

    def _made(self, view: Viewport) -> QPixmap:
        ratio = self._widget.devicePixelRatioF()
        pixmap = QPixmap(self._widget.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(theme().colors.color("page"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._shades is not None:
            x0, x1, y0, y1 = self._engine.map.extent
            left, top = view.to_screen(x0, y1)
            right, bottom = view.to_screen(x1, y0)
            painter.drawImage(QRectF(left, top, right - left, bottom - top), self._shades)
        if self.wanted.thumbnails:
            seed, domains = self.wanted.seed, self.domains
            look = Look(self._engine.name, theme().colors.ink, ratio, seed, domains)
            self.lattice.want(self._engine, view, look, self.populated)
            self.lattice.paint(painter, view, 0.66, self.populated)
        painter.end()
        return pixmap

    def _placed_names(self, view: Viewport) -> list[tuple[int, QPointF, QPixmap]]:
        """Names of the categories where they are densest, as far as they do not collide.

        First one of each, those first where drawings are densest: a name that found no room says
        less than the one there. A category that lies in several places is named in each.
        """
        taken: list[QRectF] = []
        placed: list[tuple[int, QPointF, QPixmap]] = []
        inside = QRectF(self._widget.rect()).adjusted(4, 4, -4, -4)
        spots = [
            (number > 0, -density, index, spot)
            for index, places in self._named.items()
            for number, (density, spot) in enumerate(places)
        ]
        for _, _, index, peak in sorted(spots):
            label = self.label(index)
            boxes = [_around(middle, label) for middle in self._stands(view, peak)]
            if inside.contains(QPointF(*view.to_screen(*peak))):
                # At the border a name need not stand in the middle.
                boxes = [_pushed_in(box, inside) for box in boxes]
            free = (
                box
                for box in boxes
                if inside.contains(box) and not any(box.intersects(other) for other in taken)
            )
            box = next(free, None)
            if box is not None:
                taken.append(box.adjusted(-ROOM, -ROOM, ROOM, ROOM))
                placed.append((index, box.topLeft(), label))
        return placed

    def _stands(self, view: Viewport, peak: tuple[float, float]) -> list[QPointF]:
        """Where a category's name may stand, the best first: between the rows of thumbnails."""
        spot = QPointF(*view.to_screen(*peak))
        if not self.wanted.thumbnails:
            return [spot + QPointF(0, aside) for aside in STANDS]
        size = size_of(level_of(view.scale))
        below = math.floor((peak[1] + 1) / size) * size - 1
        lines = sorted((below, below + size), key=lambda line: abs(line - peak[1]))
        return [QPointF(spot.x(), view.to_screen(0, line)[1]) for line in lines]


def _around(middle: QPointF, label: QPixmap) -> QRectF:
    box = QRectF(QPointF(), label.deviceIndependentSize())
    box.moveCenter(middle)
    box.moveTopLeft(QPointF(box.topLeft().toPoint()))
    return box


def _pushed_in(box: QRectF, area: QRectF) -> QRectF:
    """A box that is too far to the left or the right, at the edge of the area."""
    left = min(max(box.left(), area.left()), area.right() - box.width())
    return box.translated(round(left - box.left()), 0)


def _aside(box: QRectF, marker: QRectF, area: QRectF, taken: list[QRectF]) -> QRectF | None:
    """The nearest free place for a name around the marker; None where there is none."""
    middle = box.center()
    up, down = QPointF(0, marker.top() - box.bottom()), QPointF(0, marker.bottom() - box.top())
    left, right = QPointF(marker.left() - box.right(), 0), QPointF(marker.right() - box.left(), 0)
    ways = (up, down) if middle.y() < marker.center().y() else (down, up)
    for way in (*ways, *((left, right) if middle.x() < marker.center().x() else (right, left))):
        moved = box.translated(way)
        moved.moveTopLeft(QPointF(moved.topLeft().toPoint()))
        if area.contains(moved) and not any(moved.intersects(other) for other in taken):
            return moved
    return None
