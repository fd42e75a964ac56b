"""Freezes a trained doodle classifier into the asset that `aemodel evaluate` measures with."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.convert import GraphSpec, Precision, convert_within
from aemodel.data.dataset import load_drawings
from aemodel.errors import BundleError
from aemodel.evaluation.frozen_classifier import GRAPH_NAME, FrozenClassifier, write_classifier


def export_classifier(
    directory: Path,
    model: Any,
    *,
    categories: Sequence[str],
    images: NDArray[np.uint8],
    labels: NDArray[np.int64],
    training: Mapping[str, Any],
    precision: Precision = "half",
) -> float:
    """Write the folder of the frozen classifier and return its accuracy.

    Args:
        model: an `aemodel.models.classifier.Classifier`.
        categories: names in label order.
        images, labels: the test side, uint8 (n, 28, 28) and (n,); the accuracy is that of the
            frozen graph itself on all of them, and the first are what it is checked on.
        training: free JSON on how it was trained.

    Raises BundleError where the graph differs from the model by more than the tolerance.
    """

    def classify(image: Any) -> dict[str, Any]:
        features = model.features(image[..., None])
        return {"features": features, "logits": model.logits(features)}

    size = int(model.features.output_shape[-1])
    scaled = (images / np.float32(255)).astype(np.float32)
    spec = GraphSpec(
        classify,
        {"image": (28, 28)},
        {"features": (size,), "logits": (len(categories),)},
        {"image": scaled},
    )
    graph, _ = convert_within(GRAPH_NAME, spec, precision)
    frozen = FrozenClassifier(graph, {"categories": list(categories)})
    accuracy = float((frozen.classify(scaled)[1].argmax(axis=1) == labels).mean())
    write_classifier(directory, graph, categories=categories, accuracy=accuracy, training=training)
    return accuracy


def export_classifier_run(run_dir: Path, data: Path, directory: Path) -> float:
    """Freeze a finished `aemodel train classifier` run; see `export_classifier`.

    Raises:
        BundleError: when the run is of another kind, or TensorFlow is not there.
        TrainingError: when there is no finished run.
        DataError: when its categories are not in the data folder.
    """
    try:
        from aemodel.bundle.from_run import training_of
        from aemodel.models.classifier import Classifier
        from aemodel.training.run import open_run
    except ModuleNotFoundError as error:
        raise BundleError(
            f"Exporting needs {error.name}; install it with `pip install '.[train]'`."
        ) from error
    run = open_run(run_dir)
    if not isinstance(run.model, Classifier):
        raise BundleError(f"{run_dir} is a run of {run.settings.kind}, not of the classifier.")
    test = load_drawings(data, run.categories, limit=run.settings.limit).test
    return export_classifier(
        directory,
        run.model,
        categories=run.categories,
        images=test.images,
        labels=test.labels,
        training=training_of(run),
    )
