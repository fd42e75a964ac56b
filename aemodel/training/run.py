"""The run directory: what was asked for, and what came of it.

    RUN/run.json        kind, configuration, categories, seed, fingerprint of the drawings, versions
    RUN/<stage>/        see `aemodel.training.loop`

The same command on the same folder goes on where it stopped; another command is refused.
"""

import hashlib
import json
import os
import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import keras
import numpy as np

from aemodel import __version__
from aemodel.data.dataset import Dataset
from aemodel.errors import TrainingError
from aemodel.training.checkpoint import load_arrays, save_arrays, write_text
from aemodel.training.config import from_json, to_json
from aemodel.training.kinds import find_kind
from aemodel.training.loop import Progress, StageFolder, train_stage
from aemodel.training.stages import Arrays, Kind, Stage, StageContext

FORMAT = 1


@dataclass(frozen=True)
class RunSettings:
    """Everything that a run's result depends on, besides the drawings themselves."""

    kind: str
    config: Any
    categories: tuple[str, ...]
    seed: int = 0
    limit: int | None = None

    def to_json(self) -> dict[str, Any]:
        """As stored in run.json."""
        return {
            "kind": self.kind,
            "config": to_json(self.config),
            "categories": list(self.categories),
            "seed": self.seed,
            "limit": self.limit,
        }


@dataclass(frozen=True)
class TrainedRun:
    """A finished run, opened.

    Attributes:
        path: its folder.
        settings: what it was asked for.
        kind: its kind.
        models: stage name -> that stage's model with the weights of its best epoch.
        arrays: stage name -> the small arrays that it computed at its end.
        progress: stage name -> its history.
        record: run.json: versions and the fingerprint of the drawings among other things.
    """

    path: Path
    settings: RunSettings
    kind: Kind
    models: Mapping[str, keras.Model]
    arrays: Mapping[str, Arrays]
    progress: Mapping[str, Progress]
    record: Mapping[str, Any]

    @property
    def model(self) -> keras.Model:
        """The model that encodes and decodes."""
        return self.models[self.kind.autoencoder]

    @property
    def categories(self) -> tuple[str, ...]:
        """Names in label order."""
        return self.settings.categories


def train_run(
    path: Path, settings: RunSettings, dataset: Dataset, say: Callable[[str], None] = print
) -> TrainedRun:
    """Train every stage that is not finished yet.

    Raises:
        TrainingError: when the folder holds another run or something else, or training fails.
    """
    kind = find_kind(settings.kind)
    if not len(dataset.train) or not len(dataset.validation):
        raise TrainingError(
            f"{len(dataset.train)} drawings to train on and {len(dataset.validation)} to validate"
            " on are too few; use more categories or a higher --limit."
        )
    _claim(path, settings, dataset)
    make_deterministic()
    models: dict[str, keras.Model] = {}
    arrays: dict[str, Arrays] = {}
    for number, stage in enumerate(kind.stages):
        seed = stage_seed(settings.seed, number)
        context = StageContext(settings.config, settings.categories, seed, models, arrays, dataset)
        folder = StageFolder(path / stage.name)
        if not folder.progress().finished:
            model = _build(stage, context)
            optimisation = getattr(settings.config, stage.name)
            train_stage(stage.prepare(context, model), model, optimisation, folder, say)
        # Built anew, so that the next stage starts from the same state whether or not this one
        # was trained in this process.
        models[stage.name] = model = _build(stage, context)
        folder.restore_best(model)
        if stage.finish and not folder.arrays.exists():
            save_arrays(folder.arrays, stage.finish(context, model))
        arrays[stage.name] = load_arrays(folder.arrays) if stage.finish else {}
    return open_run(path)


def open_run(path: Path | str) -> TrainedRun:
    """Open a finished run, without its drawings.

    Raises:
        TrainingError: when there is none, it is unfinished, or it is damaged.
    """
    path = Path(path)
    record = read_record(path)
    kind = find_kind(record["kind"])
    settings = RunSettings(
        record["kind"],
        from_json(kind.config_class, record["config"]),
        tuple(record["categories"]),
        record["seed"],
        record["limit"],
    )
    models: dict[str, keras.Model] = {}
    arrays: dict[str, Arrays] = {}
    progress: dict[str, Progress] = {}
    for number, stage in enumerate(kind.stages):
        folder = StageFolder(path / stage.name)
        if not _is_complete(folder, has_arrays=stage.finish is not None):
            raise TrainingError(
                f"{path} is not finished (stage {stage.name}); give its train command again."
            )
        seed = stage_seed(settings.seed, number)
        context = StageContext(settings.config, settings.categories, seed, models, arrays)
        model = _build(stage, context)
        folder.restore_best(model)
        models[stage.name] = model
        arrays[stage.name] = load_arrays(folder.arrays) if stage.finish else {}
        progress[stage.name] = folder.progress()
    return TrainedRun(path, settings, kind, models, arrays, progress, record)


def is_finished(path: Path) -> bool:
    """Whether every stage of the run in `path` has come to its end."""
    if not (path / "run.json").exists():
        return False
    stages = find_kind(read_record(path)["kind"]).stages
    return all(_is_complete(StageFolder(path / s.name), s.finish is not None) for s in stages)


def read_record(path: Path) -> dict[str, Any]:
    """run.json, checked for its form.

    Raises:
        TrainingError: when it is missing, damaged or of a newer format.
    """
    try:
        record = json.loads((path / "run.json").read_text(encoding="utf-8"))
        fields = {"format": int, "kind": str, "config": dict, "categories": list, "seed": int}
        if not all(type(record[name]) is form for name, form in fields.items()):
            raise ValueError("a field is of the wrong type")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise TrainingError(
            f"There is no training run in {path}; make one with `aemodel train`."
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TrainingError(f"{path / 'run.json'} is damaged ({error}); train again.") from error
    if record["format"] > FORMAT:
        raise TrainingError(f"{path} was made by a newer version; update doodlescape to open it.")
    checked: dict[str, Any] = record
    return checked


def stage_seed(seed: int, number: int) -> int:
    """A seed of its own for every stage."""
    return int(np.random.SeedSequence((seed, number)).generate_state(1)[0] % 2**31)


def make_deterministic() -> None:
    """Ask the backend for the same result every time."""
    if keras.backend.backend() == "tensorflow":
        import tensorflow as tf

        tf.get_logger().setLevel("ERROR")  # it warns of retracing where models are merely many
        tf.config.experimental.enable_op_determinism()


def fingerprint(dataset: Dataset) -> str:
    """SHA-256 over all drawings and labels, in order."""
    digest = hashlib.sha256()
    for side in (dataset.train, dataset.validation, dataset.test):
        digest.update(np.ascontiguousarray(side.images).tobytes())
        digest.update(np.ascontiguousarray(side.labels).tobytes())
    return digest.hexdigest()


def _build(stage: Stage, context: StageContext) -> keras.Model:
    """The stage's model with the fresh weights that its seed gives."""
    keras.utils.set_random_seed(context.seed)
    return stage.build(context)


def _is_complete(folder: StageFolder, has_arrays: bool) -> bool:
    return folder.progress().finished and (folder.arrays.exists() or not has_arrays)


def _claim(path: Path, settings: RunSettings, dataset: Dataset) -> None:
    """Write run.json into a new folder, or check that the one there asks for the same."""
    asked = settings.to_json()
    drawings = {
        "fingerprint": fingerprint(dataset),
        "train": len(dataset.train),
        "validation": len(dataset.validation),
        "test": len(dataset.test),
    }
    if not (path / "run.json").exists():
        if path.exists() and not path.is_dir():
            raise TrainingError(f"{path} is a file; name a folder for the run.")
        if path.is_dir() and any(path.iterdir()):
            raise TrainingError(f"{path} holds something else; name an empty or a new folder.")
        record = {
            "format": FORMAT,
            **asked,
            "drawings": drawings,
            "versions": {
                "doodlescape": __version__,
                "keras": keras.__version__,
                "backend": keras.backend.backend(),
                "numpy": np.__version__,
                "python": platform.python_version(),
                "machine": platform.machine(),
                "processors": os.cpu_count(),
            },
        }
        write_text(path / "run.json", json.dumps(record, indent=2) + "\n")
        return
    there = read_record(path)
    different = [name for name in asked if there.get(name) != asked[name]]
    if different:
        raise TrainingError(
            f"{path} holds a run with another {_first_difference(there, asked, different[0])};"
            " name another folder for this one."
        )
    if there["drawings"] != drawings:
        raise TrainingError(
            f"{path} holds a run on other drawings than the data folder has now; name another"
            " folder for this one."
        )


def _first_difference(there: Mapping[str, Any], asked: Mapping[str, Any], name: str) -> str:
    """The dotted name of the first setting that differs, with both values."""
    old, new = there.get(name), asked[name]
    if isinstance(old, dict) and isinstance(new, dict):
        for key in new:
            if old.get(key) != new[key]:
                return _first_difference(old, new, key)
    return f"{name} ({old}, not {new})"
