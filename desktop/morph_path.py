"""The way of a morph through its keyframes: straight, spherical or a smooth curve. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.latent_path import spherical, straight

STRAIGHT, SPHERICAL, SPLINE = "straight", "spherical", "spline"
PATHS = (STRAIGHT, SPHERICAL, SPLINE)

Latent = NDArray[np.float32]
MorphPath = Callable[[float], Latent]


def morph_path(keyframes: Sequence[Latent], kind: str = STRAIGHT) -> MorphPath:
    """A function from a position to a latent (L,): position i is exactly keyframe i.

    Positions beyond 0 and n - 1 are the ends. `straight` goes along line segments, `spherical`
    along great circles (Shoemake 1985), `spline` along the natural cubic spline through all
    keyframes (with two it is the straight line). Needs two or more keyframes of equal length.
    """
    points = np.stack([np.asarray(latent, np.float32) for latent in keyframes])
    last = len(points) - 1
    if last < 1:
        raise ValueError("a morph needs two keyframes")
    between = _spline(points) if kind == SPLINE and last > 1 else _legs(points, kind)

    def at(position: float) -> Latent:
        position = min(max(float(position), 0.0), float(last))
        nearest = round(position)
        if position == nearest:
            exact: Latent = points[nearest]
            return exact
        return between(position)

    return at


def _legs(points: NDArray[np.float32], kind: str) -> MorphPath:
    step = spherical if kind == SPHERICAL else straight

    def at(position: float) -> Latent:
        leg = int(position)
        latent: Latent = step(points[leg], points[leg + 1], position - leg)
        return latent

    return at


def _spline(points: NDArray[np.float32]) -> MorphPath:
    """The natural cubic spline through points one apart, by its second derivatives."""
    values = points.astype(np.float64)
    inner = len(values) - 2
    bent = np.zeros_like(values)
    bent[1:-1] = np.linalg.solve(
        4 * np.eye(inner) + np.eye(inner, k=1) + np.eye(inner, k=-1), 6 * np.diff(values, 2, axis=0)
    )

    def at(position: float) -> Latent:
        leg = int(position)
        on = position - leg
        off = 1 - on
        latent: Latent = (
            off * values[leg]
            + on * values[leg + 1]
            + (off**3 - off) * bent[leg] / 6
            + (on**3 - on) * bent[leg + 1] / 6
        ).astype(np.float32)
        return latent

    return at
