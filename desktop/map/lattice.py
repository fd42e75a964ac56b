"""Thumbnails on the map: a lattice that refines as one zooms in, decoded in the background."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.background import Job, run_in_background
from desktop.engine import Engine
from desktop.map.domains import Domains
from desktop.map.viewport import Viewport
from desktop.paint.doodles import thumbnail

CELL = 52.0
# With few cells across, the plane's families are not told apart: up to so many may be smaller.
OVERVIEW = 6
LEAST_CELL = 40.0
# Of a cell's side: the rest is air, and between the rows there is room for names.
PICTURE = 0.76
KEPT = 1500
# One of the sizes that graphs run at, and not the one that a drag uses.
_BATCH = 16

Key = tuple[int, int, int]


@dataclass(frozen=True)
class Look:
    """What the pictures depend on besides the place.

    Model, ink colour, pixel ratio; where the map is filled in, the seed and the domains of that.
    """

    model: str
    ink: str
    ratio: float
    seed: int = 0
    domains: Domains | None = None


def level_of(scale: float) -> int:
    """The level whose cells are from CELL to 1.5 CELL pixels wide, at a scale in pixels per unit.

    A level has as many cells across the plane (-1..1) as its number says: 2, 3, 4, 6, 8, 12, ...
    One that is seen from far away has 1, however small. For an overview they may be narrower.
    """
    small = _level_with(2 * scale / LEAST_CELL)
    return small if small <= OVERVIEW else max(OVERVIEW, _level_with(2 * scale / CELL))


def _level_with(most: float) -> int:
    """The level with at most so many cells across."""
    if most < 2:
        return 1
    level = 2 ** int(math.log2(most))
    return level * 3 // 2 if level * 3 / 2 <= most else level


def size_of(level: int) -> float:
    """Width of a level's cells in plane units."""
    return 2 / level


def cells_in(view: Viewport, level: int) -> list[Key]:
    """Cells of a level that the view shows, the middle ones first."""
    size = size_of(level)
    x0, y1 = view.to_plane(0, 0)
    x1, y0 = view.to_plane(view.width, view.height)
    columns = range(math.floor((x0 + 1) / size), math.floor((x1 + 1) / size) + 1)
    rows = range(math.floor((y0 + 1) / size), math.floor((y1 + 1) / size) + 1)
    keys = [(level, i, j) for i in columns for j in rows]
    middle = ((view.x + 1) / size - 0.5, (view.y + 1) / size - 0.5)
    return sorted(keys, key=lambda key: (key[1] - middle[0]) ** 2 + (key[2] - middle[1]) ** 2)


def centre_of(key: Key) -> tuple[float, float]:
    """Where on the plane a cell's doodle is decoded."""
    size = size_of(key[0])
    return (key[1] + 0.5) * size - 1, (key[2] + 0.5) * size - 1


class Lattice:
    """Keeps thumbnails by cell, asks for the missing ones, and draws those it has."""

    def __init__(self, arrived: Callable[[], None]) -> None:
        self._arrived = arrived
        self._pictures: OrderedDict[Key, QImage] = OrderedDict()
        self._look: Look | None = None
        self._job: Job | None = None
        self._wanted: frozenset[Key] = frozenset()

    def want(
        self, engine: Engine, view: Viewport, look: Look, shown: Callable[[Key], bool]
    ) -> None:
        """Makes sure that thumbnails for the view come; `shown` says which cells matter."""
        if look != self._look:
            self.forget()
            self._look = look
        missing = [
            key
            for key in cells_in(view, level_of(view.scale))
            if key not in self._pictures and shown(key)
        ]
        if self._job is not None and self._wanted.issuperset(missing):
            return
        self._wanted = frozenset(missing)
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if missing:
            self._job = run_in_background(
                lambda job: _draw(job, engine, missing, look),
                self._done,
                on_progress=self._take,
            )

    def rest(self) -> None:
        """Stops; `want` goes on."""
        if self._job is not None:
            self._job.cancel()
        self._job = None
        self._wanted = frozenset()

    def forget(self) -> None:
        """Stops, and drops everything: there is another model."""
        self.rest()
        self._pictures.clear()

    def paint(
        self, painter: QPainter, view: Viewport, opacity: float, shown: Callable[[Key], bool]
    ) -> None:
        """Draws the cells of the view's level that have come and are `shown`."""
        level = level_of(view.scale)
        side = size_of(level) * view.scale * PICTURE
        painter.save()
        painter.setOpacity(opacity)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for key in cells_in(view, level):
            picture = self._pictures.get(key)
            if picture is not None and shown(key):
                self._pictures.move_to_end(key)
                x, y = view.to_screen(*centre_of(key))
                painter.drawImage(QRectF(x - side / 2, y - side / 2, side, side), picture)
        painter.restore()

    def _take(self, pictures: list[tuple[Key, QImage]]) -> None:
        for key, picture in pictures:
            self._pictures[key] = picture
        while len(self._pictures) > KEPT:
            self._pictures.popitem(last=False)
        self._arrived()

    def _done(self, _: None) -> None:
        self._job = None
        self._wanted = frozenset()


def _draw(job: Job, engine: Engine, keys: list[Key], look: Look) -> None:
    """In the background: decodes the cells' centres a few at a time, so that it can stop soon."""
    ink = QColor(look.ink)
    side = round(CELL * 1.5 * PICTURE)
    for start in range(0, len(keys), _BATCH):
        if job.cancelled:
            return
        some = keys[start : start + _BATCH]
        points = np.array([centre_of(key) for key in some], np.float32)
        job.give_way()
        latents = engine.at_places(points, look.seed, look.domains)
        images = engine.decode(latents)
        pictures = []
        for key, image in zip(some, images, strict=True):
            job.give_way()
            pictures.append((key, thumbnail(image, side, look.ratio, ink)))
        job.progress(pictures)
