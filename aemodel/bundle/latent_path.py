"""Paths between latents, for morphs."""

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from aemodel.bundle.checks import Floats, InvalidInput, as_count, as_rows

PathKind = Literal["straight", "spherical"]
PATHS: tuple[PathKind, ...] = ("straight", "spherical")

_PARALLEL = 1e-4


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


def walk(waypoints: ArrayLike | Sequence[Floats], frames: int, path: PathKind) -> Floats:
    """Latents (frames, L), evenly spaced, from the first of two or more waypoints (m, L) to the
    last by way of the others; both ends are met exactly."""
    points = np.asarray(waypoints, np.float32)
    if points.ndim != 2 or len(points) < 2:
        raise InvalidInput("A morph needs at least two latents.")
    points = as_rows(points, points.shape[1], "latents")
    if as_count(frames, "number of frames") < 2:
        raise InvalidInput("A morph needs at least two frames.")
    step = spherical if path == "spherical" else straight
    result = np.empty((frames, points.shape[1]), np.float32)
    for frame, at in enumerate(np.linspace(0, len(points) - 1, frames)):
        leg = min(int(at), len(points) - 2)
        result[frame] = step(points[leg], points[leg + 1], float(at) - leg)
    result[0], result[-1] = points[0], points[-1]
    return result
