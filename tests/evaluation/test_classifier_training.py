"""From `aemodel train classifier` to the frozen classifier, small."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from aemodel.bundle.export_classifier import export_classifier_run
from aemodel.errors import BundleError
from aemodel.evaluation.frozen_classifier import open_classifier
from aemodel.training.classifier import PRESETS
from aemodel.training.run import RunSettings, train_run

SHAPES = ("bars", "ring", "cross")


@pytest.fixture
def data_folder(tmp_path: Path, shape_drawings: Any) -> Path:
    images, labels = shape_drawings(120, seed=4)
    (tmp_path / "data" / "bitmap").mkdir(parents=True)
    for label, name in enumerate(SHAPES):
        rows = images[labels == label].reshape(-1, 784)
        np.save(tmp_path / "data" / "bitmap" / f"{name}.npy", rows)
    return tmp_path / "data"


def test_a_run_is_trained_frozen_and_recognises(data_folder: Path, tmp_path: Path) -> None:
    from aemodel.data.dataset import load_drawings

    quick = PRESETS["quick"]
    config = replace(
        quick,
        architecture=replace(quick.architecture, stem=6, stages=((8, 0), (12, 0)), dropout=0.0),
        classifier=replace(quick.classifier, epochs=6, batch_size=16, learning_rate=1e-2),
    )
    run = tmp_path / "run"
    settings = RunSettings("classifier", config, SHAPES)
    train_run(run, settings, load_drawings(data_folder, SHAPES), say=lambda _: None)
    accuracy = export_classifier_run(run, data_folder, tmp_path / "frozen")
    frozen = open_classifier(tmp_path / "frozen")
    assert frozen.categories == SHAPES
    assert accuracy > 0.8
    assert frozen.manifest["accuracy"] == accuracy
    assert frozen.manifest["training"]["kind"] == "classifier"


def test_a_run_of_another_kind_is_refused(
    data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from types import SimpleNamespace

    from aemodel.training import run as runs

    other = SimpleNamespace(model=None, settings=SimpleNamespace(kind="vae"))
    monkeypatch.setattr(runs, "open_run", lambda _: other)
    with pytest.raises(BundleError, match="is a run of vae"):
        export_classifier_run(tmp_path, data_folder, tmp_path / "frozen")
