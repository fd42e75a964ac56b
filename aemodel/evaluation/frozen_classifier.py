"""The classifier as evaluation uses it: a LiteRT graph that never changes, told by its SHA-256.

A folder holds `classifier.tflite` (images (n, 28, 28) -> features (n, d), logits (n, K)) and
`classifier.json` with the categories in label order, the accuracy and how it was trained.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from aemodel.assets import assets_dir
from aemodel.errors import DataError
from aemodel.evaluation.interface import FloatArray
from aemodel.files import replacing_folder

SCHEMA = 1
GRAPH_NAME = "classifier.tflite"
MANIFEST_NAME = "classifier.json"
_SIZE_LIMIT = 32 << 20
_BATCH = 64


def default_classifier_dir() -> Path:
    """Where the shipped classifier lies."""
    return assets_dir() / "evaluation" / "classifier"


class FrozenClassifier:
    """See `aemodel.evaluation.interface.DoodleClassifier`.

    Attributes:
        categories: in label order.
        manifest: all of `classifier.json`.
    """

    def __init__(self, graph: bytes, manifest: Mapping[str, Any]) -> None:
        from ai_edge_litert.interpreter import Interpreter

        self.manifest = dict(manifest)
        self.categories = tuple(str(name) for name in manifest["categories"])
        self._interpreter: Any = Interpreter(model_content=graph, num_threads=1)
        runner = self._interpreter.get_signature_runner()
        outputs = runner.get_output_details()
        self._input = int(runner.get_input_details()["image"]["index"])
        self._features = int(outputs["features"]["index"])
        self._logits = int(outputs["logits"]["index"])
        del runner  # an interpreter refuses to resize while anything else refers to it
        self._interpreter.resize_tensor_input(self._input, (_BATCH, 28, 28))
        self._interpreter.allocate_tensors()

    def classify(self, images: FloatArray) -> tuple[FloatArray, FloatArray]:
        """Images (n >= 1, 28, 28) in [0, 1] to features (n, d) and logits (n, K), float32."""
        features, logits = [], []
        for start in range(0, len(images), _BATCH):
            part = np.asarray(images[start : start + _BATCH], dtype=np.float32)
            batch = np.zeros((_BATCH, 28, 28), dtype=np.float32)
            batch[: len(part)] = part
            self._interpreter.set_tensor(self._input, batch)
            self._interpreter.invoke()
            features.append(self._interpreter.get_tensor(self._features)[: len(part)])
            logits.append(self._interpreter.get_tensor(self._logits)[: len(part)])
        return np.concatenate(features), np.concatenate(logits)


def open_classifier(directory: Path | None = None) -> FrozenClassifier:
    """Open the shipped classifier, or one in another folder.

    Raises:
        DataError: when it is missing, altered or of another form.
    """
    folder = directory or default_classifier_dir()
    try:
        manifest = json.loads((folder / MANIFEST_NAME).read_text(encoding="utf-8"))
        if (folder / GRAPH_NAME).stat().st_size > _SIZE_LIMIT:
            raise DataError(f"{folder / GRAPH_NAME} is too large to be the classifier.")
        graph = (folder / GRAPH_NAME).read_bytes()
    except OSError as error:
        raise DataError(
            f"The evaluation classifier is not in {folder}; train one with `aemodel train"
            " classifier` and export it there."
        ) from error
    except ValueError as error:
        raise DataError(f"{folder / MANIFEST_NAME} is not valid JSON: {error}.") from error
    if not isinstance(manifest, dict) or manifest.get("schema") != SCHEMA:
        raise DataError(f"{folder / MANIFEST_NAME} is not of schema {SCHEMA}; export it again.")
    if hashlib.sha256(graph).hexdigest() != manifest.get("sha256"):
        raise DataError(f"{folder / GRAPH_NAME} was altered: its SHA-256 is another one.")
    try:
        return FrozenClassifier(graph, manifest)
    except (ValueError, KeyError, RuntimeError) as error:
        raise DataError(f"{folder / GRAPH_NAME} is not such a classifier: {error}.") from error


def write_classifier(
    directory: Path,
    graph: bytes,
    *,
    categories: Sequence[str],
    accuracy: float,
    training: Mapping[str, Any],
) -> Path:
    """Write the folder of a frozen classifier, whole or not at all, and return it.

    `accuracy` is the share of the test split that it recognises; `training` is free JSON.
    """
    manifest = {
        "schema": SCHEMA,
        "categories": list(categories),
        "accuracy": accuracy,
        "sha256": hashlib.sha256(graph).hexdigest(),
        "size": len(graph),
        "training": dict(training),
    }
    FrozenClassifier(graph, manifest)
    directory.parent.mkdir(parents=True, exist_ok=True)
    with replacing_folder(directory) as part:
        (part / GRAPH_NAME).write_bytes(graph)
        text = json.dumps(manifest, indent=1) + "\n"
        (part / MANIFEST_NAME).write_text(text, encoding="utf-8")
    return directory
