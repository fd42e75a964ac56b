"""Paths through latents, for morphs."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from aemodel.bundle.checks import Floats, InvalidInput, as_count, as_rows

PathKind = Literal["straight", "spherical", "spline", "model"]
STRAIGHT: PathKind = "straight"
SPHERICAL: PathKind = "spherical"
SPLINE: PathKind = "spline"
MODEL: PathKind = "model"
PATHS: tuple[PathKind, ...] = (STRAIGHT, SPHERICAL, SPLINE, MODEL)

Legs = NDArray[np.integer[Any]]
Step = Callable[[Legs, Floats], Floats]
"""Legs (n,) and shares (n,) of them in 0..1 -> latents (n, L); leg i goes from waypoint i to the
next."""

_PARALLEL = 1e-4


class LatentPath:
    """A path through two or more waypoints, safe in any thread.

    Attributes:
        kind: one of PATHS.
        waypoints: float32 (m, L).
        legs: how many there are, m - 1.
    """

    def __init__(self, kind: PathKind, waypoints: ArrayLike | Sequence[Floats], step: Step) -> None:
        self.kind = kind
        self.waypoints = as_waypoints(waypoints)
        self.legs = len(self.waypoints) - 1
        self._step = step

    def __call__(self, positions: ArrayLike) -> Floats:
        """Latents (n, L) at positions (n,): i is exactly waypoint i, and what lies beyond the
        ends is the end."""
        at = np.clip(np.asarray(positions, np.float64).reshape(-1), 0, self.legs)
        if not np.isfinite(at).all():
            raise InvalidInput("Positions on a path must be finite.")
        latents: Floats = self.waypoints[np.round(at).astype(int)]
        on_the_way = at != np.round(at)
        if on_the_way.any():
            legs = at[on_the_way].astype(int)
            latents[on_the_way] = self._step(legs, (at[on_the_way] - legs).astype(np.float32))
        return latents

    def evenly(self, frames: int) -> Floats:
        """Latents (frames, L) from the first waypoint to the last, evenly spaced."""
        if as_count(frames, "number of frames") < 2:
            raise InvalidInput("A morph needs at least two frames.")
        return self(np.linspace(0, self.legs, frames))


def path_through(waypoints: ArrayLike | Sequence[Floats], kind: PathKind) -> LatentPath:
    """The path through waypoints (m, L) that needs no model.

    `straight` goes along line segments, `spherical` along great circles, `spline` along the
    natural cubic spline through all waypoints (with two it is the straight line).
    """
    points = as_waypoints(waypoints)
    if kind == SPLINE and len(points) > 2:
        return LatentPath(kind, points, _spline(points))
    if kind not in (STRAIGHT, SPHERICAL, SPLINE):
        raise InvalidInput(f"There is no path {kind!r} without a model.")
    step = spherical if kind == SPHERICAL else straight

    def leg_by_leg(legs: Legs, shares: Floats) -> Floats:
        ends = zip(points[legs], points[legs + 1], shares.tolist(), strict=True)
        return np.stack([step(*end) for end in ends])

    return LatentPath(kind, points, leg_by_leg)


def as_waypoints(waypoints: ArrayLike | Sequence[Floats]) -> Floats:
    """Two or more latents of one length, as float32 (m, L)."""
    try:
        points = np.asarray(waypoints, np.float32)
    except ValueError as error:
        raise InvalidInput("The latents of a morph must have one length.") from error
    if points.ndim != 2 or len(points) < 2:
        raise InvalidInput("A morph needs at least two latents.")
    return as_rows(points, points.shape[1], "latents")


def straight(a: Floats, b: Floats, t: float) -> Floats:
    """(1 - t) a + t b, for vectors (L,) and t in 0..1."""
    point: Floats = ((1 - t) * a + t * b).astype(np.float32)
    return point


def spherical(a: Floats, b: Floats, t: float) -> Floats:
    """Along the great circle from a to b, for vectors (L,) and t in 0..1 (Shoemake 1985).

    Keeps the length that samples of a high-dimensional Gaussian have (White, arXiv:1609.04468).
    Where a and b are parallel, opposite or zero no circle is singled out, and the straight line
    is taken.
    """
    start, end = a.astype(np.float64), b.astype(np.float64)
    lengths = np.linalg.norm(start) * np.linalg.norm(end)
    angle = np.arccos(np.clip(start @ end / lengths, -1, 1)) if lengths > 0 else 0.0
    if not _PARALLEL < angle < np.pi - _PARALLEL:
        return straight(a, b, t)
    point: Floats = ((np.sin((1 - t) * angle) * a + np.sin(t * angle) * b) / np.sin(angle)).astype(
        np.float32
    )
    return point


def _spline(points: Floats) -> Step:
    """The natural cubic spline through points one apart, by its second derivatives."""
    values = points.astype(np.float64)
    inner = len(values) - 2
    bent = np.zeros_like(values)
    bent[1:-1] = np.linalg.solve(
        4 * np.eye(inner) + np.eye(inner, k=1) + np.eye(inner, k=-1), 6 * np.diff(values, 2, axis=0)
    )

    def step(legs: Legs, shares: Floats) -> Floats:
        on = shares[:, None].astype(np.float64)
        off = 1 - on
        latents: Floats = (
            off * values[legs]
            + on * values[legs + 1]
            + (off**3 - off) * bent[legs] / 6
            + (on**3 - on) * bent[legs + 1] / 6
        ).astype(np.float32)
        return latents

    return step
