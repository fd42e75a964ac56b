"""Which strokes an eraser touches, and what a rubber leaves of them. No Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop.paint.corners import Rows, bends
from desktop.state.ink import Ink, Stroke

Point = tuple[float, float]


def strokes_touched(ink: Ink, start: Point, end: Point, radius: float) -> set[int]:
    """Indices of strokes that come within `radius` of the eraser's way from start to end."""
    length = float(np.hypot(end[0] - start[0], end[1] - start[1]))
    steps = 2 + int(length / max(radius / 2, 1e-3))
    way = np.linspace(start, end, steps)
    low, high = (way.min(0) - radius).tolist(), (way.max(0) + radius).tolist()
    return {
        index
        for index, stroke in enumerate(ink)
        if _overlaps(stroke, low, high)
        and _distance(np.asarray(stroke.points, np.float64), way) <= radius
    }


def rubbed_out(ink: Ink, start: Point, end: Point, radius: float) -> Ink | None:
    """The ink without what lies within `radius` of the way; None when nothing does.

    Strokes are cut where the rubber's edge crosses them, and keep their pressure.
    """
    touched = strokes_touched(ink, start, end, radius)
    if not touched:
        return None
    rest: list[Stroke] = []
    for index, stroke in enumerate(ink):
        rest.extend(_pieces(stroke, start, end, radius) if index in touched else [stroke])
    if len(rest) == len(ink) and all(new is old for new, old in zip(rest, ink, strict=True)):
        return None
    return tuple(rest)


def _pieces(stroke: Stroke, start: Point, end: Point, radius: float) -> list[Stroke]:
    """What is left of one stroke, in the order in which it was drawn."""
    table = _finer(stroke, start, end, radius)
    kept = _to_segment(table[:, :2], start, end) > radius
    if kept.all():
        return [stroke]
    edges = np.flatnonzero(np.diff(kept)) + 1
    pieces = []
    for part, keep in zip(np.split(table, edges), np.split(kept, edges), strict=True):
        # A lone point at a cut is the crumb of a line, not a dot that somebody drew.
        if keep[0] and (len(part) > 1 or len(table) == 1):
            points = part[:, :2].astype(np.float32)
            pressed = None if stroke.pressure is None else part[:, 2].astype(np.float32)
            pieces.append(Stroke(points, pressed))
    return pieces


def _finer(stroke: Stroke, start: Point, end: Point, radius: float) -> NDArray[np.float64]:
    """Rows x, y, pressure of the stroke as it is painted: what the rubber leaves keeps its shape.

    The points lie half a unit apart where the rubber comes near, and some units elsewhere.
    """
    pressure = np.zeros(len(stroke.points)) if stroke.pressure is None else stroke.pressure
    table = np.column_stack([stroke.points, pressure]).astype(np.float64)
    if len(table) == 1:
        return table
    firsts, controls, lasts = _quadratics(table)
    legs = [np.hypot(*step[:, :2].T) for step in (controls - firsts, lasts - controls)]
    lengths = legs[0] + legs[1]
    near = _to_segment(controls[:, :2], start, end) <= radius + lengths + 1
    counts = np.maximum(1, np.ceil(lengths * np.where(near, 2.0, 0.25)).astype(int))
    piece = np.repeat(np.arange(len(counts)), counts)
    number = np.arange(1, len(piece) + 1) - np.repeat(np.cumsum(counts) - counts, counts)
    t = (number / counts[piece])[:, None]
    curve = (1 - t) ** 2 * firsts[piece] + 2 * t * (1 - t) * controls[piece] + t**2 * lasts[piece]
    return np.concatenate([table[:1], curve])


def _quadratics(table: Rows) -> tuple[Rows, Rows, Rows]:
    """The pieces of `pen.curve` as quadratic ones: first ends, control points, last ends."""
    starts, bent_from, points, bent_to, ends = bends(table)
    coming = starts, (starts + bent_from) / 2, bent_from
    going = bent_to, (bent_to + ends) / 2, ends
    last = np.concatenate([table[:1], ends])[-1:]
    way_out = last, (last + table[-1:]) / 2, table[-1:]
    passing = np.stack([np.stack(three) for three in (coming, (bent_from, points, bent_to), going)])
    # From (which part, which end, point) to the parts of each point in turn.
    in_turn = passing.transpose(2, 0, 1, 3).reshape(-1, 3, table.shape[1])
    pieces = np.concatenate([in_turn, np.stack(way_out, axis=1)])
    some_way = np.abs(np.diff(pieces[:, :, :2], axis=1)).max(axis=(1, 2)) > 1e-9
    some_way[-1] = True
    firsts, controls, lasts = pieces[some_way].transpose(1, 0, 2)
    return firsts, controls, lasts


def _to_segment(points: NDArray[np.float64], start: Point, end: Point) -> NDArray[np.float64]:
    """Distances (n,) of points (n, 2) from the segment between start and end."""
    first, step = np.array(start), np.array(end) - np.array(start)
    along = (points - first) @ step / max(float(step @ step), 1e-12)
    nearest = first + np.clip(along, 0, 1)[:, None] * step
    distances: NDArray[np.float64] = np.hypot(*(points - nearest).T)
    return distances


def _overlaps(stroke: Stroke, low: list[float], high: list[float]) -> bool:
    """Whether the box of a stroke and the one from low to high have anything in common."""
    left, top, right, bottom = stroke.box
    return right >= low[0] and bottom >= low[1] and left <= high[0] and top <= high[1]


def _distance(points: NDArray[np.float64], way: NDArray[np.float64]) -> float:
    """Least distance between a poly-line (n, 2) and the points of a way (m, 2)."""
    start = points[:-1] if len(points) > 1 else points
    step = (points[1:] - start) if len(points) > 1 else np.zeros_like(points)
    square = np.maximum((step**2).sum(1), 1e-12)
    offset = way[:, None] - start[None]
    along = np.clip((offset * step).sum(2) / square, 0, 1)
    nearest = offset - along[..., None] * step
    return float(np.sqrt((nearest**2).sum(2)).min())
