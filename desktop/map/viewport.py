"""Which part of a plane a widget shows. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

Point = tuple[float, float]
Extent = tuple[float, float, float, float]


def within(extent: Extent, x: float, y: float) -> Point:
    """The place itself, or the nearest one where the plane has not ended."""
    x0, x1, y0, y1 = extent
    return min(max(x, x0), x1), min(max(y, y0), y1)


@dataclass(frozen=True)
class Viewport:
    """Centre of the view in plane units, pixels per unit, and the widget's size in pixels.

    The plane's y axis points up, the widget's down.
    """

    x: float
    y: float
    scale: float
    width: float
    height: float

    @staticmethod
    def fitting(extent: Extent, width: float, height: float, margin: float = 0) -> Viewport:
        """The whole of (x0, x1, y0, y1), as large as it goes without distortion.

        `margin` pixels stay free on every side.
        """
        x0, x1, y0, y1 = extent
        wide, high = width - 2 * margin, height - 2 * margin
        scale = min(wide / max(x1 - x0, 1e-9), high / max(y1 - y0, 1e-9))
        return Viewport((x0 + x1) / 2, (y0 + y1) / 2, max(scale, 1e-6), width, height)

    def to_screen(self, x: float, y: float) -> Point:
        """Plane to widget."""
        return (
            self.width / 2 + (x - self.x) * self.scale,
            self.height / 2 - (y - self.y) * self.scale,
        )

    def to_plane(self, x: float, y: float) -> Point:
        """Widget to plane."""
        return (
            self.x + (x - self.width / 2) / self.scale,
            self.y - (y - self.height / 2) / self.scale,
        )

    def resized(self, width: float, height: float) -> Viewport:
        """The same centre and the same share of the plane in a widget of another size."""
        ratio = min(width, height) / max(1.0, min(self.width, self.height))
        return replace(self, width=width, height=height, scale=self.scale * ratio)

    def panned(self, dx: float, dy: float) -> Viewport:
        """Moved by pixels, as a hand moves paper."""
        return replace(self, x=self.x - dx / self.scale, y=self.y + dy / self.scale)

    def zoomed(self, factor: float, at: Point, least: float, most: float) -> Viewport:
        """Scaled about a pixel, which stays where it is; scale kept in least..most."""
        scale = min(max(self.scale * factor, least), most)
        x, y = self.to_plane(*at)
        return replace(
            self,
            scale=scale,
            x=x - (at[0] - self.width / 2) / scale,
            y=y + (at[1] - self.height / 2) / scale,
        )

    def centred(self, x: float, y: float) -> Viewport:
        """The same scale around another centre."""
        return replace(self, x=x, y=y)
