"""What models are compared with: equally many held-out drawings of each category, and floors.

A reference is made once for a set of categories and shared by all models. The test side is what
every distance is taken to; the validation side plays the perfect model, whose distance is the
floor, and gives the end points of paths and the positions on maps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.data.dataset import Dataset, LabelledDrawings
from aemodel.errors import DataError
from aemodel.evaluation.frechet import frechet_distance
from aemodel.evaluation.interface import DoodleClassifier, FloatArray
from aemodel.evaluation.memorisation import measure_memorisation
from aemodel.evaluation.neighbours import precision_recall
from aemodel.evaluation.recognition import Recognition, recognition_rates
from aemodel.evaluation.reconstruction import cross_entropy, psnr


@dataclass(frozen=True)
class Side:
    """Equally many drawings of each category: images float32 (n, 28, 28), labels (n,), features."""

    images: FloatArray
    labels: NDArray[np.int64]
    features: FloatArray
    predicted: NDArray[np.int64]  # labels of the classifier


@dataclass(frozen=True)
class Reference:
    """Held-out drawings of `categories`.

    `held_out` and `unseen` are all those of the test and of the validation side.

    `classifier_labels`: for each category its label in the classifier, or None where the
    classifier does not know one of them, so that nothing can be said about recognition.
    """

    categories: tuple[str, ...]
    test: Side
    validation: Side
    training: LabelledDrawings
    held_out: LabelledDrawings
    unseen: LabelledDrawings
    neighbours: int
    classifier: DoodleClassifier
    classifier_labels: NDArray[np.int64] | None

    @property
    def drawings(self) -> int:
        """How many drawings every Frechet distance is computed from, on either side."""
        return len(self.test.images)

    def quotas(self) -> NDArray[np.int64]:
        """Drawings of each category among them."""
        return quotas(self.drawings, len(self.categories))

    def fidelity(self, images: FloatArray) -> dict[str, float]:
        """FID, precision, recall, density and coverage of as many images as there are drawings."""
        if len(images) != self.drawings:
            raise ValueError(f"{len(images)} images where {self.drawings} are compared")
        features, _ = self.classifier.classify(images)
        result = {"fid": frechet_distance(features, self.test.features)}
        neighbours = precision_recall(self.test.features, features, self.neighbours)
        return result | neighbours._asdict()

    def memorisation(self, images: FloatArray) -> dict[str, float]:
        """How near images (n, 28, 28) are to the training set."""
        found = measure_memorisation(images, self.training.images, self.unseen.images)
        return found._asdict()

    def recognition(self, images: FloatArray, labels: NDArray[np.int64]) -> Recognition | None:
        """Rate at which images (n, 28, 28) are seen as the category of their label (n,)."""
        if self.classifier_labels is None:
            return None
        predicted = predict(self.classifier, images)
        return recognition_rates(
            predicted, self.classifier_labels[labels], self.classifier.categories
        )


def quotas(n: int, categories: int) -> NDArray[np.int64]:
    """How many of n drawings come from each category: equally many, the first get the rest."""
    counts = np.full(categories, n // categories)
    counts[: n % categories] += 1
    return counts


def predict(classifier: DoodleClassifier, images: FloatArray) -> NDArray[np.int64]:
    """Label of the classifier (n,) for each image."""
    return np.asarray(classifier.classify(images)[1].argmax(axis=1))


def restrict(drawings: LabelledDrawings, categories: Sequence[str]) -> LabelledDrawings:
    """The drawings of some of the categories, with labels in their order."""
    index = [drawings.categories.index(name) for name in categories]
    translation = np.full(len(drawings.categories), -1, dtype=np.int64)
    translation[index] = np.arange(len(index))
    labels = translation[drawings.labels]
    kept = labels >= 0
    return LabelledDrawings(drawings.images[kept], labels[kept], tuple(categories))


def most_drawings(dataset: Dataset, categories: Sequence[str]) -> int:
    """The largest n for which either held-out side has n drawings, equally many per category."""
    smallest = min(
        int((side.labels == side.categories.index(name)).sum())
        for side in (dataset.test, dataset.validation)
        for name in categories
    )
    return smallest * len(categories)


def build_reference(
    dataset: Dataset,
    categories: Sequence[str],
    classifier: DoodleClassifier,
    *,
    drawings: int,
    neighbours: int,
    seed: int,
) -> Reference:
    """Choose the drawings at random from a seed, and measure the real against the real.

    Raises:
        DataError: when a category has too few held-out drawings for that many neighbours.
    """
    categories = tuple(categories)
    if drawings > most_drawings(dataset, categories) or drawings < max(2, neighbours + 1):
        raise DataError(
            f"{most_drawings(dataset, categories)} held-out drawings of {', '.join(categories)}"
            f" cannot be compared {drawings} by {drawings}; use a larger data folder."
        )
    everything = restrict(dataset.test, categories)
    test = _side(everything, drawings, classifier, seed)
    unseen = restrict(dataset.validation, categories)
    validation = _side(unseen, drawings, classifier, seed + 1)
    training = restrict(dataset.train, categories)
    known = all(name in classifier.categories for name in categories)
    labels = np.array([classifier.categories.index(name) for name in categories]) if known else None
    return Reference(
        categories, test, validation, training, everything, unseen, neighbours, classifier, labels
    )


def measure_real(reference: Reference) -> dict[str, Any]:
    """The floors: validation drawings in the place of samples, and the trivial model."""
    test, validation = reference.test, reference.validation
    neighbourhood = precision_recall(test.features, validation.features, reference.neighbours)
    everything = reference.held_out
    recognition = reference.recognition(_as_floats(everything.images), everything.labels)
    return {
        "samples": {
            "fid": frechet_distance(validation.features, test.features),
            **neighbourhood._asdict(),
            "recognised": recognition.overall if recognition else None,
            "recognised_by_category": recognition.by_category if recognition else None,
            "recognised_drawings": len(everything),
        },
        "memorisation": reference.memorisation(test.images),
        "mean_drawing": _mean_drawing(reference),
    }


def _side(side: LabelledDrawings, drawings: int, classifier: DoodleClassifier, seed: int) -> Side:
    rng = np.random.default_rng(seed)
    chosen = [
        rng.permutation(np.flatnonzero(side.labels == label))[:quota]
        for label, quota in enumerate(quotas(drawings, len(side.categories)))
    ]
    index = np.concatenate(chosen)
    images = _as_floats(side.images[index])
    features, logits = classifier.classify(images)
    return Side(images, side.labels[index], features, logits.argmax(axis=1))


def _as_floats(images: NDArray[np.uint8]) -> FloatArray:
    return np.asarray(images / np.float32(255), dtype=np.float32)


def _mean_drawing(reference: Reference) -> dict[str, float]:
    """The trivial model that redraws everything as the mean of its category's training set."""
    training = reference.training
    means = np.stack(
        [
            training.images[training.labels == label].mean(axis=0, dtype=np.float64) / 255
            for label in range(len(reference.categories))
        ]
    ).astype(np.float32)
    redrawn = means[reference.test.labels]
    return {
        "cross_entropy": float(cross_entropy(reference.test.images, redrawn).mean()),
        "psnr": float(psnr(reference.test.images, redrawn).mean()),
        "fid": reference.fidelity(redrawn)["fid"],
    }
