"""Batches for `fit` on any Keras backend, the same whenever asked for (seed, epoch).

On TensorFlow pictures come from the `tf.data` pipeline of `aemodel.data.pipeline`. Elsewhere, and
for everything that is not a picture, `ArrayBatches` keeps the arrays on the device and sends only
the positions of a batch, so that a fast device never waits for data.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import keras
import numpy as np
from keras import ops

from aemodel.data.augment import Augmentation, warp
from aemodel.data.dataset import LabelledDrawings
from aemodel.data.pipeline import EpochPlan, batches, plan_epoch

Transform = Callable[[tuple[Any, ...]], Any]


class ArrayBatches(keras.utils.PyDataset):
    """Batches from arrays of equal length.

    Args:
        arrays: each (n, ...).
        batch_size: rows a batch. While training the rows that do not fill a batch wait for
            another epoch, unless there is only one batch.
        seed: of the order.
        transform: from rows of the arrays to what `fit` takes: `(x,)`, `(x, y)`, ...; written in
            `keras.ops`. It is compiled where the backend does that, so pass a function that lives
            as long as the training. What is random belongs into the model, where a
            `SeedGenerator` remembers its state.
        shuffle: training order; otherwise the rows come in their order, all of them.
        passes: over the rows in one epoch, each in an order of its own; more than one where
            a pass is so short that validating and saving after each would take longer.
        epoch: decides the order, together with the seed.
    """

    def __init__(
        self,
        arrays: Sequence[Any],
        batch_size: int,
        *,
        seed: int = 0,
        transform: Transform | None = None,
        shuffle: bool = True,
        passes: int = 1,
        epoch: int = 0,
    ) -> None:
        super().__init__(workers=0)
        self.arrays = put(arrays)
        self.batch_size, self.seed, self.transform = batch_size, seed, transform
        self.shuffle, self.passes = shuffle, passes
        rows = int(self.arrays[0].shape[0])
        rng = np.random.default_rng((seed, epoch))
        orders = [rng.permutation(rows) if shuffle else np.arange(rows) for _ in range(passes)]
        self.order = np.concatenate(orders)
        self.count = len(self.order)

    def __len__(self) -> int:
        full, rest = divmod(self.count, self.batch_size)
        return full + (rest > 0 and (full == 0 or not self.shuffle))

    def __getitem__(self, index: int) -> Any:
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return _gather(self.transform)(self.arrays, rows.astype(np.int32))

    def epoch(self, number: int) -> "ArrayBatches":
        """The batches of another epoch over the same arrays."""
        return ArrayBatches(
            self.arrays,
            self.batch_size,
            seed=self.seed,
            transform=self.transform,
            shuffle=self.shuffle,
            passes=self.passes,
            epoch=number,
        )


def put(arrays: Sequence[Any]) -> tuple[Any, ...]:
    """The arrays on the device, where the backend keeps its data there."""
    if keras.backend.backend() == "jax":
        return tuple(ops.convert_to_tensor(array) for array in arrays)
    return tuple(arrays)


@lru_cache(maxsize=64)
def _compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function` compiled, on backends that compile functions of arrays; once for each function."""
    if keras.backend.backend() == "jax":
        import jax

        compiled: Callable[..., Any] = jax.jit(function)
        return compiled
    return function


@lru_cache(maxsize=64)
def _gather(transform: Transform | None) -> Callable[..., Any]:
    """`transform` of the given rows, compiled."""

    def gather(arrays: tuple[Any, ...], rows: Any) -> Any:
        batch = tuple(array[rows] for array in arrays)
        return transform(batch) if transform else batch

    return _compiled(gather)


def image_batches(
    drawings: LabelledDrawings,
    batch_size: int,
    *,
    seed: int = 0,
    training: bool = False,
    augmentation: Augmentation | None = None,
) -> Callable[[int], Any]:
    """epoch -> batches (images float32 (n, 28, 28, 1) in [0, 1], labels (n,)).

    Args:
        drawings: one side of the split.
        batch_size: drawings a batch.
        seed: of order and augmentation.
        training: shuffled and augmented, in full batches only; otherwise in order, all.
        augmentation: how strongly; None for not at all.
    """
    drop_remainder = training and len(drawings) >= batch_size
    if keras.backend.backend() == "tensorflow":
        return lambda epoch: batches(
            drawings,
            batch_size,
            seed=seed,
            epoch=epoch,
            training=training,
            augmentation=augmentation,
            drop_remainder=drop_remainder,
        )
    arrays = put((drawings.images, drawings.labels.astype(np.int32)))

    def epoch_batches(epoch: int) -> PlannedImages:
        plan = plan_epoch(
            drawings, seed=seed, epoch=epoch, training=training, augmentation=augmentation
        )
        return PlannedImages(arrays, plan, batch_size, drop_remainder)

    return epoch_batches


class PlannedImages(keras.utils.PyDataset):
    """An epoch of pictures that are on the device already, batch for batch as `tf.data` gives it.

    Args:
        arrays: images uint8 (n, 28, 28) and labels (n,); see `put`.
        plan: their order and the map of each one.
        batch_size: drawings a batch.
        drop_remainder: leave out a last, smaller batch.
    """

    def __init__(
        self, arrays: tuple[Any, ...], plan: EpochPlan, batch_size: int, drop_remainder: bool
    ) -> None:
        super().__init__(workers=0)
        self.arrays, self.plan, self.batch_size = arrays, plan, batch_size
        full, rest = divmod(len(plan.order), batch_size)
        self.count = full + (rest > 0 and not drop_remainder)

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: int) -> Any:
        part = slice(index * self.batch_size, (index + 1) * self.batch_size)
        rows = self.plan.order[part].astype(np.int32)
        transforms = self.plan.transforms
        if transforms is None:
            return _compiled(_pictures)(self.arrays, rows)
        return _compiled(_varied_pictures)(self.arrays, rows, transforms[part])


def _pictures(arrays: tuple[Any, ...], rows: Any) -> tuple[Any, Any]:
    images, labels = arrays
    return ops.cast(images[rows], "float32")[..., None] / 255.0, labels[rows]


def _varied_pictures(arrays: tuple[Any, ...], rows: Any, transforms: Any) -> tuple[Any, Any]:
    images, labels = _pictures(arrays, rows)
    return warp(images, transforms), labels
