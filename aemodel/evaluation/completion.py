"""Whether unfinished drawings are finished: held-out drawings with part of the ink taken away."""

from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from aemodel.evaluation.interface import DoodleClassifier, FloatArray

FEWEST_GONE, MOST_GONE = 0.3, 0.6


class Completer(Protocol):
    """A model that finishes drawings."""

    def complete(
        self, image: FloatArray, n: int = 6, seed: int = 0
    ) -> tuple[FloatArray, FloatArray]:
        """Images (n, 28, 28), the best first, and latents, for one image (28, 28)."""


class Completion(NamedTuple):
    """Shares in [0, 1] of the drawings whose category the frozen classifier recognises."""

    whole: float  # the drawing as it was
    partial: float  # what was left of it
    first: float  # the first proposal
    mean: float  # all proposals on average
    best: float  # at least one of the proposals
    proposals: int
    drawings: int


def erase(images: FloatArray, seed: int) -> FloatArray:
    """Images (n, 28, 28) rid of all ink beyond a straight line.

    The line has a random direction and leaves 40 to 70 % of the ink.
    """
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[:28, :28]
    left = np.array(images, dtype=np.float32)
    for image in left:
        angle = rng.uniform(0, 2 * np.pi)
        gone = rng.uniform(FEWEST_GONE, MOST_GONE)
        along = (np.cos(angle) * rows + np.sin(angle) * columns).ravel()
        order = np.argsort(along)
        ink = np.cumsum(image.ravel()[order])
        if ink[-1] > 0:
            image.ravel()[order[ink > (1 - gone) * ink[-1]]] = 0
    return left


def measure_completion(
    model: Completer,
    images: FloatArray,
    labels: NDArray[np.integer],
    classifier: DoodleClassifier,
    *,
    proposals: int = 6,
    seed: int = 0,
) -> Completion:
    """Finish each of the images (n, 28, 28), erased in part.

    `labels` (n,) are those of the classifier.
    """
    partial = erase(images, seed)
    finished = np.stack([model.complete(image, proposals, seed)[0] for image in partial])

    def right(pictures: FloatArray) -> NDArray[np.bool_]:
        _, logits = classifier.classify(pictures.reshape(-1, 28, 28))
        found = logits.argmax(axis=1).reshape(len(labels), -1)
        return found == np.asarray(labels)[:, None]

    recognised = right(finished)
    return Completion(
        whole=float(right(images).mean()),
        partial=float(right(partial).mean()),
        first=float(recognised[:, 0].mean()),
        mean=float(recognised.mean()),
        best=float(recognised.any(axis=1).mean()),
        proposals=proposals,
        drawings=len(images),
    )
