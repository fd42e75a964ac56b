"""Batches for training and evaluation: seeded order, augmentation, float pictures with a channel.

`plan_epoch` decides with NumPy what an epoch shows, from (seed, epoch) alone, so that a resumed
run repeats the interrupted epoch exactly and every backend sees the same batches. `batches` feeds
the plan through `tf.data`.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from aemodel.data.augment import LIGHT, Augmentation, draw_transforms, mirrorable, warp
from aemodel.data.dataset import LabelledDrawings

if TYPE_CHECKING:
    import tensorflow as tf


@dataclass(frozen=True)
class EpochPlan:
    """What one epoch shows.

    Attributes:
        order: int64 (n,), the drawings in the order they are shown.
        transforms: float32 (n, 6), the map of each shown drawing, or None without augmentation.
    """

    order: NDArray[np.int64]
    transforms: NDArray[np.float32] | None


def plan_epoch(
    drawings: LabelledDrawings,
    *,
    seed: int,
    epoch: int,
    training: bool,
    augmentation: Augmentation | None = LIGHT,
) -> EpochPlan:
    """Shuffled and augmented when `training`; in the given order and untouched otherwise."""
    count = len(drawings)
    if not training:
        return EpochPlan(np.arange(count), None)
    order = np.random.default_rng((seed, epoch, 0)).permutation(count)
    if augmentation is None:
        return EpochPlan(order, None)
    may_mirror = mirrorable(drawings.labels[order], drawings.categories)
    return EpochPlan(order, draw_transforms(may_mirror, (seed, epoch, 1), augmentation))


def batches(
    drawings: LabelledDrawings,
    batch_size: int,
    *,
    seed: int = 0,
    epoch: int = 0,
    training: bool = False,
    augmentation: Augmentation | None = LIGHT,
    drop_remainder: bool = False,
) -> "tf.data.Dataset":
    """One epoch as a `tf.data.Dataset`.

    Args:
        drawings: the pictures, uint8.
        batch_size: drawings in a batch.
        seed, epoch: decide the order and the augmentation of a training epoch.
        training: shuffle and augment.
        augmentation: how strongly; None for not at all.
        drop_remainder: leave out a last, smaller batch.

    Returns:
        A data set of (images float32 (b, 28, 28, 1) in [0, 1], labels int64 (b,)), of known
        length, deterministic. Needs the TensorFlow backend when it augments.
    """
    import tensorflow as tf

    plan = plan_epoch(
        drawings, seed=seed, epoch=epoch, training=training, augmentation=augmentation
    )
    with tf.device("/cpu:0"):
        images, labels = tf.constant(drawings.images), tf.constant(drawings.labels)

    def pictures(chosen: Any) -> tuple[Any, Any]:
        taken = tf.cast(tf.gather(images, chosen), tf.float32) / 255.0
        return taken[..., None], tf.gather(labels, chosen)

    def varied(chosen: Any, transforms: Any) -> tuple[Any, Any]:
        taken, named = pictures(chosen)
        return warp(taken, transforms), named

    columns = (plan.order,) if plan.transforms is None else (plan.order, plan.transforms)
    dataset = tf.data.Dataset.from_tensor_slices(columns).batch(batch_size, drop_remainder)
    dataset = dataset.map(
        pictures if plan.transforms is None else varied,
        num_parallel_calls=tf.data.AUTOTUNE,
        deterministic=True,
    )
    return dataset.prefetch(tf.data.AUTOTUNE)
