"""A way in the making: drawn in one go, or set point by point. No Qt."""

from __future__ import annotations

from desktop.map.plane_path import PlanePath, Point

# Pixels: points of a way that has been drawn, and the least that is one and no slip of the hand.
SPACING = 6.0
LEAST = 12.0


class WayPen:
    """What has been drawn so far (`stroke`, while the pen is down), or set (`points`).

    A stroke that is no way leaves everything as it was.
    """

    def __init__(self) -> None:
        self.points: list[Point] = []
        self.stroke: list[Point] | None = None

    @property
    def busy(self) -> bool:
        """Whether something is in the making."""
        return self.stroke is not None or bool(self.points)

    def press(self, place: Point) -> None:
        """Begins a stroke."""
        self.stroke = [place]

    def go_on(self, place: Point) -> None:
        """The stroke grows."""
        if self.stroke is not None:
            self.stroke.append(place)

    def release(self, scale: float) -> PlanePath | None:
        """The way that was drawn, if it is one; scale in pixels per unit of the plane."""
        stroke, self.stroke = self.stroke or [], None
        return self._way(stroke, scale)

    def set_point(self, place: Point) -> None:
        """One more point, unless it is where the last one is."""
        if self.points[-1:] != [place]:
            self.points.append(place)

    def finish(self, scale: float) -> PlanePath | None:
        """The way through the points that were set, if they are far enough from one another."""
        return self._way(self.points, scale)

    def drop(self) -> None:
        """Forgets it all."""
        self.points, self.stroke = [], None

    def _way(self, points: list[Point], scale: float) -> PlanePath | None:
        path = PlanePath(points)
        if path.length * scale < LEAST:
            return None
        self.drop()
        return path.smoothed(SPACING / scale)
