"""Light augmentation of doodles: mirror, shift by a pixel, small rotation and scale.

It has two halves. `draw_transforms` draws one affine map per picture with NumPy from explicit
seeds, so the same seeds give the same maps on every backend, in any batch size and after a
resumed run. `warp` applies the maps in `keras.ops`: inside a `tf.data` pipeline, eagerly, or on
JAX. Mirror and whole-pixel shifts are exact; rotation and scale interpolate bilinearly, which
softens lines a little, so only a share of the pictures gets them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from keras import ops
from numpy.typing import NDArray

SIDE = 28

NOT_MIRRORED = frozenset(
    {
        # Digits and letters read one way only.
        "alarm clock",
        "calculator",
        "calendar",
        "clock",
        "keyboard",
        "passport",
        "postcard",
        "stop sign",
        "wristwatch",
    }
)
"""Categories whose mirror image is not a drawing of the same thing: those that carry writing.

Animals, vehicles and tools face either way in the data and stay what they are.
"""


@dataclass(frozen=True)
class Augmentation:
    """How strongly pictures are varied.

    Attributes:
        mirror: probability of a left-right mirror image, for categories that allow it.
        shift: largest shift in x and in y, whole pixels.
        rotation: largest rotation either way, degrees.
        scale: largest relative change of size.
        turned: share of the pictures that are rotated and scaled at all.
    """

    mirror: float = 0.5
    shift: int = 1
    rotation: float = 5.0
    scale: float = 0.05
    turned: float = 0.3


LIGHT = Augmentation()
EXACT = Augmentation(turned=0.0)
"""Only mirror and shift: no pixel is interpolated."""


def mirrorable(labels: NDArray[np.integer], categories: Sequence[str]) -> NDArray[np.bool_]:
    """Whether each label's category may be mirrored: bool (n,)."""
    allowed = np.array([name not in NOT_MIRRORED for name in categories], dtype=bool)
    return np.asarray(allowed[labels], dtype=bool)


def draw_transforms(
    may_mirror: NDArray[np.bool_], seed: Sequence[int] | int, augmentation: Augmentation = LIGHT
) -> NDArray[np.float32]:
    """One affine map per picture, from pixels of the result to pixels of the original.

    Args:
        may_mirror: bool (n,), whether each picture may be mirrored.
        seed: seeds of the draw, for instance (run seed, epoch).
        augmentation: the strengths.

    Returns:
        float32 (n, 6), rows (a, b, c, d, e, f): result pixel (x, y) shows original pixel
        (a x + b y + c, d x + e y + f).
    """
    count = len(may_mirror)
    random = np.random.default_rng(seed)
    flip = np.where((random.random(count) < augmentation.mirror) & may_mirror, -1.0, 1.0)
    shift = random.integers(-augmentation.shift, augmentation.shift, (2, count), endpoint=True)
    turned = random.random(count) < augmentation.turned
    angle = np.deg2rad(augmentation.rotation) * random.uniform(-1, 1, count) * turned
    scale = (1 + augmentation.scale) ** (random.uniform(-1, 1, count) * turned)
    a, b = flip * np.cos(angle) / scale, -flip * np.sin(angle) / scale
    d, e = np.sin(angle) / scale, np.cos(angle) / scale
    centre = (SIDE - 1) / 2
    x, y = centre + shift[0], centre + shift[1]
    c, f = centre - a * x - b * y, centre - d * x - e * y
    return np.column_stack((a, b, c, d, e, f)).astype(np.float32)


def warp(images: Any, transforms: Any) -> Any:
    """Apply one affine map to each picture; paper comes in from outside.

    Args:
        images: float (n, 28, 28, 1), a tensor of the Keras backend or an array.
        transforms: float (n, 6) as `draw_transforms` gives them.

    Returns:
        A tensor float (n, 28, 28, 1).
    """
    padded = ops.pad(transforms, [[0, 0], [0, 2]])
    return ops.image.affine_transform(
        images,
        padded,
        interpolation="bilinear",
        fill_mode="constant",
        fill_value=0.0,
        data_format="channels_last",
    )


def augment(
    images: Any,
    may_mirror: NDArray[np.bool_],
    seed: Sequence[int] | int,
    augmentation: Augmentation = LIGHT,
) -> Any:
    """Vary a batch: `draw_transforms` and `warp` in one call.

    Args:
        images: float (n, 28, 28, 1) in [0, 1].
        may_mirror: bool (n,); see `mirrorable`.
        seed: seeds of the draw, for instance (run seed, epoch, step).
        augmentation: the strengths.

    Returns:
        A tensor float (n, 28, 28, 1) in [0, 1].
    """
    return warp(images, draw_transforms(may_mirror, seed, augmentation))
