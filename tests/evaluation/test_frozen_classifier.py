"""The frozen classifier: what is exported is what is opened, and nothing altered is."""

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from aemodel.errors import DataError
from aemodel.evaluation.frozen_classifier import (
    GRAPH_NAME,
    MANIFEST_NAME,
    default_classifier_dir,
    open_classifier,
)

CATEGORIES = ("cat", "dog", "tree")


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Any, np.ndarray, float]:
    import keras

    from aemodel.bundle.export_classifier import export_classifier
    from aemodel.models.classifier import ClassifierConfig, build_classifier

    keras.utils.set_random_seed(0)
    model = build_classifier(ClassifierConfig(categories=3, stem=4, stages=((6, 1), (8, 0))))
    images = np.random.default_rng(0).integers(0, 256, (70, 28, 28), dtype=np.uint8)
    folder = tmp_path_factory.mktemp("asset") / "deep" / "classifier"
    labels = np.arange(70) % 3
    accuracy = export_classifier(
        folder,
        model,
        categories=CATEGORIES,
        images=images,
        labels=labels,
        training={"epochs": 0},
    )
    return folder, model, images, accuracy


def test_the_frozen_graph_gives_what_the_keras_model_gives(exported: Any) -> None:
    import keras

    folder, model, images, accuracy = exported
    frozen = open_classifier(folder)
    scaled = (images / 255).astype(np.float32)
    features, logits = frozen.classify(scaled)  # a full batch and a rest
    expected = model.features(scaled[..., None])
    np.testing.assert_allclose(features, keras.ops.convert_to_numpy(expected), atol=1e-3)
    np.testing.assert_allclose(
        logits, keras.ops.convert_to_numpy(model.logits(expected)), atol=1e-3
    )
    assert frozen.categories == CATEGORIES
    assert frozen.manifest["accuracy"] == accuracy
    assert accuracy == (logits.argmax(axis=1) == np.arange(70) % 3).mean()
    np.testing.assert_allclose(frozen.classify(scaled[:1])[0], features[:1], atol=1e-5)


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        ("flip", "SHA-256"),
        ("schema", "schema 1"),
        ("json", "not valid JSON"),
        ("missing", "not in"),
        ("graph", "not such a classifier"),
    ],
)
def test_damage_is_told_in_a_sentence(
    exported: Any, tmp_path: Path, damage: str, message: str
) -> None:
    folder = exported[0]
    graph = bytearray((folder / GRAPH_NAME).read_bytes())
    manifest = json.loads((folder / MANIFEST_NAME).read_text())
    if damage == "flip":
        graph[1000] ^= 1
    if damage == "schema":
        manifest["schema"] = 2
    if damage == "graph":
        import hashlib

        graph = bytearray(b"nonsense")
        manifest["sha256"] = hashlib.sha256(graph).hexdigest()
    text = "{" if damage == "json" else json.dumps(manifest)
    (tmp_path / GRAPH_NAME).write_bytes(graph)
    if damage != "missing":
        (tmp_path / MANIFEST_NAME).write_text(text)
    with pytest.raises(DataError, match=message):
        open_classifier(tmp_path)


def test_the_shipped_classifier_opens_and_says_how_good_it_is() -> None:
    if not default_classifier_dir().is_dir():
        pytest.skip("no evaluation classifier is shipped yet")
    frozen = open_classifier()
    features, logits = frozen.classify(np.zeros((2, 28, 28), np.float32))
    assert features.shape[0] == 2
    assert logits.shape == (2, len(frozen.categories))
    assert frozen.manifest["accuracy"] > 0.85
