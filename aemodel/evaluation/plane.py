"""The 2D map, measured: are doodles at its points real, and does dragging change them smoothly?"""

from typing import Any

import numpy as np

from aemodel.defaults import MAP_TEMPERATURE
from aemodel.evaluation.interface import FloatArray, MeasuredMap, MeasuredModel
from aemodel.evaluation.interpolation import (
    random_ends,
    smoothness,
    step_changes,
    straight_path,
)
from aemodel.evaluation.reference import Reference


def measure_map(
    model: MeasuredModel,
    reference: Reference,
    *,
    paths: int,
    steps: int,
    seed: int,
    same_categories: bool,
) -> dict[str, Any]:
    """Fidelity of doodles at the points where held-out (validation) drawings lie, which are drawn
    from the density of the data, and the picture change along straight drags between such points.

    Each point has a noise seed of its own; along a drag the seed stays. Where the map takes a
    category and the model knows more than are compared, the category of the drawing is given;
    otherwise it is left open. `typical_fid` and the drags are of the temperature that the window
    uses, all else of 1.
    """
    plane = model.map
    assert plane is not None
    points = plane.encode(model.redraw(reference.validation.images)[1])
    ask = not same_categories and "sample_category" not in model.missing
    names = [reference.categories[label] if ask else None for label in reference.validation.labels]
    at = [
        (point[None], seed + i, name)
        for i, (point, name) in enumerate(zip(points, names, strict=True))
    ]
    varied = np.concatenate([plane.decode(*one) for one in at])
    typical = np.concatenate([plane.decode(*one, MAP_TEMPERATURE) for one in at])
    changes = [
        step_changes(model.decode(_drag(plane, straight_path(start, end, steps), seed)))
        for start, end in random_ends(points, paths, seed)
    ]
    return {
        **reference.fidelity(model.decode(varied)),
        "typical_fid": reference.fidelity(model.decode(typical))["fid"],
        "category_given": ask,
        "variance_kept": float(plane.variance_kept),
        "drag": smoothness(np.concatenate(changes))._asdict(),
    }


def _drag(plane: MeasuredMap, points: FloatArray, seed: int) -> FloatArray:
    """Latents along a drag: one point at a time, as the window asks for them."""
    return np.concatenate(
        [plane.decode(point[None], seed, None, MAP_TEMPERATURE) for point in points]
    )
