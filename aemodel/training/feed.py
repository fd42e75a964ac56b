"""Batches for `fit` on any Keras backend, the same whenever asked for (seed, epoch).

On TensorFlow pictures come from the `tf.data` pipeline of `aemodel.data.pipeline`. Elsewhere, and
for everything that is not a picture, `ArrayBatches` keeps the arrays on the device and sends only
the positions of a batch, so that a fast device never waits for data.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any

import keras
import numpy as np
from keras import ops

from aemodel.data.dataset import LabelledDrawings

Transform = Callable[[tuple[Any, ...], Any], Any]


class ArrayBatches(keras.utils.PyDataset):
    """Batches from arrays of equal length.

    Args:
        arrays: each (n, ...).
        batch_size: rows a batch. While training the rows that do not fill a batch wait for
            another epoch, unless there is only one batch.
        seed: of the order and of `transform`.
        transform: rows of the arrays, and an integer that differs for every batch, to what `fit`
            takes: `(x,)`, `(x, y)`, ...; written in `keras.ops`. It is compiled where the backend
            does that, so pass a function that lives as long as the training (not a new lambda
            each epoch).
        shuffle: training order; otherwise the rows come in their order, all of them.
    """

    def __init__(
        self,
        arrays: Sequence[Any],
        batch_size: int,
        *,
        seed: int = 0,
        transform: Transform | None = None,
        shuffle: bool = True,
        epoch: int = 0,
    ) -> None:
        super().__init__(workers=0)
        self.arrays = put(arrays)
        self.batch_size, self.seed, self.transform = batch_size, seed, transform
        self.shuffle = shuffle
        self.count = int(self.arrays[0].shape[0])
        self.rng = np.random.default_rng((seed, epoch))
        self.order = self.rng.permutation(self.count) if shuffle else np.arange(self.count)
        self.batch_seeds = self.rng.integers(2**31 - 1, size=len(self), dtype=np.int32)

    def __len__(self) -> int:
        full, rest = divmod(self.count, self.batch_size)
        return full + (rest > 0 and (full == 0 or not self.shuffle))

    def __getitem__(self, index: int) -> Any:
        rows = self.order[index * self.batch_size : (index + 1) * self.batch_size]
        return _compiled_gather(self.transform)(
            self.arrays, rows.astype(np.int32), self.batch_seeds[index]
        )

    def epoch(self, number: int) -> "ArrayBatches":
        """The batches of another epoch over the same arrays."""
        return ArrayBatches(
            self.arrays,
            self.batch_size,
            seed=self.seed,
            transform=self.transform,
            shuffle=self.shuffle,
            epoch=number,
        )


def put(arrays: Sequence[Any]) -> tuple[Any, ...]:
    """The arrays on the device, where the backend keeps its data there."""
    if keras.backend.backend() == "jax":
        return tuple(ops.convert_to_tensor(array) for array in arrays)
    return tuple(arrays)


@lru_cache(maxsize=32)
def _compiled_gather(transform: Transform | None) -> Callable[..., Any]:
    """`transform` of the given rows; one compiled call on JAX."""

    def gather(arrays: tuple[Any, ...], rows: Any, seed: Any) -> Any:
        batch = tuple(array[rows] for array in arrays)
        return transform(batch, seed) if transform else batch

    if keras.backend.backend() == "jax":
        import jax

        return jax.jit(gather)
    return gather


def image_batches(
    drawings: LabelledDrawings,
    batch_size: int,
    *,
    seed: int = 0,
    training: bool = False,
) -> Callable[[int], Iterable[Any]]:
    """epoch -> batches (images float32 (n, 28, 28, 1) in [0, 1], labels (n,)).

    Args:
        drawings: one side of the split.
        batch_size: drawings a batch.
        seed: of the order.
        training: shuffled; otherwise in order.
    """
    arrays = put((drawings.images, drawings.labels.astype(np.int32)))
    return ArrayBatches(
        arrays, batch_size, seed=seed, transform=_as_pictures, shuffle=training
    ).epoch


def _as_pictures(batch: tuple[Any, ...], seed: Any) -> tuple[Any, ...]:
    images, labels = batch
    return ops.cast(images, "float32")[..., None] / 255.0, labels
