"""Whether a category that a model never saw can be learnt from a few drawings of it."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from aemodel.data.dataset import Dataset
from aemodel.evaluation.interface import DoodleClassifier, FloatArray
from aemodel.evaluation.neighbours import nearest_distances

SHOTS = 5
_HELD_OUT = 200


class Learnt(Protocol):
    """Draws new drawings (n, 28, 28) of what was learnt."""

    def __call__(self, n: int, seed: int) -> FloatArray: ...


class FewShot(NamedTuple):
    """Means over categories and over draws of the shots.

    Distances are medians, in the features of the classifier, from a drawing to the nearest of
    the shots or of their mirror images: far below `real_distance`, samples are copies.
    """

    recognised: float  # share of samples recognised as the category, in [0, 1]
    real: float  # the same of held-out drawings
    distance: float
    real_distance: float
    recognised_by_category: dict[str, float]


def measure_few_shot(
    learn: Callable[[FloatArray, str], Learnt],
    dataset: Dataset,
    classifier: DoodleClassifier,
    *,
    draws: int = 3,
    samples: int = 20,
    seed: int = 0,
) -> FewShot:
    """Learn each category of the dataset `draws` times from SHOTS of its training drawings.

    `learn` takes images (SHOTS, 28, 28) in [0, 1] and a name. The held-out drawings are those of
    the test side.
    """
    rates: dict[str, float] = {}
    real, distances, real_distances = [], [], []
    for index, name in enumerate(dataset.test.categories):
        label = classifier.categories.index(name)
        train = _of(dataset.train.images, dataset.train.labels, index)
        held_out = _of(dataset.test.images, dataset.test.labels, index)[:_HELD_OUT]
        held_out_features, logits = classifier.classify(held_out)
        real.append(float((logits.argmax(axis=1) == label).mean()))
        hits = []
        for draw in range(draws):
            chosen = np.random.default_rng((seed, index, draw)).permutation(len(train))[:SHOTS]
            shots = train[chosen]
            features, logits = classifier.classify(learn(shots, name)(samples, seed + draw))
            hits.append(float((logits.argmax(axis=1) == label).mean()))
            both, _ = classifier.classify(np.concatenate([shots, shots[:, :, ::-1]]))
            distances.append(float(np.median(nearest_distances(features, both))))
            real_distances.append(float(np.median(nearest_distances(held_out_features, both))))
        rates[name] = float(np.mean(hits))
    return FewShot(
        recognised=float(np.mean(list(rates.values()))),
        real=float(np.mean(real)),
        distance=float(np.mean(distances)),
        real_distance=float(np.mean(real_distances)),
        recognised_by_category=rates,
    )


def _of(images: NDArray[np.uint8], labels: NDArray[np.int64], index: int) -> FloatArray:
    """The images of one category as float32 in [0, 1]."""
    chosen: FloatArray = images[labels == index].astype(np.float32) / np.float32(255)
    return chosen
