"""Whole runs on a tiny data set: resuming, early stop, refusals."""

import csv
import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import keras
import numpy as np
import pytest
from beside import Beside

from aemodel.cli import main
from aemodel.data.augment import LIGHT
from aemodel.data.dataset import Dataset, load_drawings
from aemodel.errors import TrainingError
from aemodel.training.checkpoint import load_arrays, unpack
from aemodel.training.config import AEConfig, Optimisation
from aemodel.training.feed import ArrayBatches, image_batches
from aemodel.training.kinds import MODULES
from aemodel.training.loop import StageFolder, evaluate, train_stage
from aemodel.training.optimisers import compile_model
from aemodel.training.run import RunSettings, is_finished, open_run, train_run
from aemodel.training.stages import Kind, Stage, StageContext, StageRun

VAE_COMMAND = [
    *("train", "vae", "--categories", "cat", "tree", "--seed", "3", "--epochs", "4"),
    *("--batch-size", "16", "--set", "architecture.filters=[4,4,8]", "--set", "augment=true"),
    *("--set", "autoencoder.ema=0.9", "--set", "plane.width=8", "--set", "plane.depth=1"),
    *("--set", "map.epochs=1"),
]


def result_of(run: Path) -> dict[str, np.ndarray]:
    """Every number that a run stored, but for the seconds that it took."""
    found = {}
    for path in sorted(run.rglob("*.npz")):
        for name, array in load_arrays(path).items():
            if name == "progress":
                progress = unpack(array)
                for row in progress["history"]:
                    del row["seconds"]
                array = np.array(json.dumps(progress))  # noqa: PLW2901
            found[f"{path.relative_to(run)}:{name}"] = array
    return found


def assert_same_result(one: Path, other: Path) -> None:
    first, second = result_of(one), result_of(other)
    assert first.keys() == second.keys() and len(first) > 30
    for name, array in first.items():
        np.testing.assert_array_equal(array, second[name], err_msg=name)


def quiet(_: str) -> None:
    """Say nothing."""


CODE = Optimisation(
    epochs=3, batch_size=64, optimizer="adam", ema=0.9, schedule="cosine", clip_norm=50.0
)
READOUT = Optimisation(epochs=2, batch_size=64, optimizer="adam")


@dataclass(frozen=True)
class ToyConfig:
    """Of two stages, so small that a run takes a second."""

    colour: str = "red"
    code: Optimisation = CODE
    readout: Optimisation = READOUT


def build_code(context: StageContext) -> keras.Model:
    image = keras.Input((28, 28, 1))
    code = keras.layers.Dense(4)(keras.layers.Flatten()(image))
    return keras.Model(image, keras.layers.GaussianNoise(0.1, seed=context.seed)(code))


def prepare_code(context: StageContext, model: keras.Model) -> StageRun:
    outputs = keras.layers.Reshape((28, 28, 1))(keras.layers.Dense(784)(model.output))
    trainer = keras.Model(model.input, outputs)
    drawings = context.dataset.train
    epoch_batches = image_batches(
        drawings, 64, seed=context.seed, training=True, augmentation=LIGHT
    )
    compile_model(trainer, context.config.code, len(drawings) // 64)
    trainer.compile(optimizer=trainer.optimizer, loss="mse")

    def pairs(epoch: int) -> Any:
        return epoch_batches(epoch).map(lambda images, _: (images, images))

    held_out = context.dataset.validation.images[..., None] / np.float32(255)
    return StageRun(
        trainer,
        pairs,
        lambda: trainer.evaluate(held_out, held_out, verbose=0, return_dict=True),
    )


def build_readout(context: StageContext) -> keras.Model:
    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(len(context.categories))])


def prepare_readout(context: StageContext, model: keras.Model) -> StageRun:
    drawings = context.dataset.train
    codes = np.array(context.models["code"](drawings.images[..., None] / np.float32(255)))
    batches = ArrayBatches((codes, drawings.labels), 64, seed=context.seed)
    compile_model(model, context.config.readout, len(batches))
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=model.optimizer, loss=loss)
    return StageRun(model, batches.epoch, lambda: evaluate(model, batches.epoch(0)))


def finish_readout(context: StageContext, model: keras.Model) -> dict[str, np.ndarray]:
    return {"squares": np.array([np.square(w).sum() for w in model.get_weights()])}


TOY = Kind(
    "toy",
    "Toy",
    {"standard": ToyConfig()},
    (
        Stage("code", build_code, prepare_code),
        Stage("readout", build_readout, prepare_readout, finish_readout),
    ),
    autoencoder="code",
)
SETTINGS = RunSettings("toy", ToyConfig(), ("cat", "tree"), seed=7)


@pytest.fixture(scope="module", autouse=True)
def _toy_kind() -> Iterator[None]:
    """Make `toy` known as long as this module's tests run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(MODULES, "toy", "toy_kind:TOY")
        patch.setitem(sys.modules, "toy_kind", SimpleNamespace(TOY=TOY))
        yield


@pytest.fixture(scope="module")
def toy_run(tmp_path_factory: pytest.TempPathFactory, tiny_dataset: Dataset) -> Path:
    """A run that nothing interrupted."""
    path = tmp_path_factory.mktemp("runs") / "toy"
    train_run(path, SETTINGS, tiny_dataset, quiet)
    return path


@pytest.fixture(scope="module")
def vae_run(tmp_path_factory: pytest.TempPathFactory, tiny_data: Path) -> Path:
    """A small `vae`, trained by the command, uninterrupted."""
    path = tmp_path_factory.mktemp("runs") / "vae"
    assert main([*VAE_COMMAND, "--data", str(tiny_data), "--out", str(path)]) == 0
    return path


class Interruption(Exception):
    """Stands for whatever stops a training."""


@pytest.mark.parametrize("line", [2, 4])
def test_a_run_interrupted_anywhere_ends_as_if_it_had_not_been(
    toy_run: Path, tmp_path: Path, tiny_dataset: Dataset, line: int
):
    said = []

    def interrupt(text: str) -> None:
        said.append(text)
        if len(said) == line:
            raise Interruption

    with pytest.raises(Interruption):
        train_run(tmp_path / "run", SETTINGS, tiny_dataset, interrupt)
    train_run(tmp_path / "run", SETTINGS, tiny_dataset, quiet)
    assert_same_result(toy_run, tmp_path / "run")


def test_a_full_disk_stops_with_a_sentence_and_the_run_goes_on_later(
    toy_run: Path, tmp_path: Path, tiny_dataset: Dataset, monkeypatch: pytest.MonkeyPatch
):
    calls = []
    fsync = os.fsync

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 6:  # the second epoch's best weights
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(TrainingError, match=r"No space left on device.*same command again"):
            train_run(tmp_path / "run", SETTINGS, tiny_dataset, quiet)
    assert not is_finished(tmp_path / "run")
    train_run(tmp_path / "run", SETTINGS, tiny_dataset, quiet)
    assert_same_result(toy_run, tmp_path / "run")


def test_an_opened_run_has_the_best_weights_and_the_map(vae_run: Path, tiny_dataset: Dataset):
    run = open_run(vae_run)
    assert run.settings.kind == "vae" and run.settings.seed == 3
    assert run.categories == ("cat", "tree")
    progress = run.progress["autoencoder"]
    assert progress.best == min(row["val_loss"] for row in progress.history)
    images = tiny_dataset.validation.images[..., None] / np.float32(255)
    mean, log_var = run.model.encode(images)
    assert mean.shape == log_var.shape == (len(images), 72)
    assert run.model.decode(mean).shape == (len(images), 28, 28, 1)
    points = run.models["map"].map_encoder(mean)
    assert points.shape == (len(images), 2)
    assert run.models["map"].map_decoder(points).shape == (len(images), 72)
    grids = run.arrays["map"]
    assert 0 <= grids["variance_kept"] <= 1
    np.testing.assert_allclose(grids["category_density"].sum(axis=0), grids["density"], atol=1e-5)


def test_logs_and_curves_are_for_people(vae_run: Path):
    with (vae_run / "autoencoder" / "log.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert [row["epoch"] for row in rows] == ["1", "2", "3", "4"]
    assert {"loss", "reconstruction", "kl", "val_loss", "seconds"} <= set(rows[0])
    assert (vae_run / "autoencoder" / "curves.png").read_bytes().startswith(b"\x89PNG")
    record = json.loads((vae_run / "run.json").read_text())
    assert record["config"]["autoencoder"]["epochs"] == 4
    assert record["drawings"]["train"] > 150


def test_another_seed_is_another_run(toy_run: Path, tmp_path: Path, tiny_dataset: Dataset):
    settings = replace(SETTINGS, seed=8)
    train_run(tmp_path / "run", settings, tiny_dataset, quiet)
    one = load_arrays(toy_run / "code" / "best.npz")
    other = load_arrays(tmp_path / "run" / "code" / "best.npz")
    assert not any(np.array_equal(one[name], other[name]) for name in one)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"seed": 8}, r"another seed \(7, not 8\)"),
        ({"config": ToyConfig(colour="blue")}, r"another colour \(red, not blue\)"),
        ({"kind": "ae", "config": AEConfig()}, r"another kind \(toy, not ae\)"),
    ],
)
def test_a_run_of_another_configuration_is_left_alone(
    toy_run: Path, tiny_dataset: Dataset, changed: dict, words: str
):
    before = result_of(toy_run)
    with pytest.raises(TrainingError, match=words):
        train_run(toy_run, replace(SETTINGS, **changed), tiny_dataset, quiet)
    assert result_of(toy_run).keys() == before.keys()


def test_a_run_on_other_drawings_is_left_alone(toy_run: Path, tiny_data: Path):
    fewer = load_drawings(tiny_data, ["cat", "tree"], limit=100)
    with pytest.raises(TrainingError, match="other drawings"):
        train_run(toy_run, SETTINGS, fewer, quiet)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path, tiny_dataset: Dataset):
    (tmp_path / "holiday.txt").write_text("photos")
    with pytest.raises(TrainingError, match="something else"):
        train_run(tmp_path, SETTINGS, tiny_dataset, quiet)
    assert [entry.name for entry in tmp_path.iterdir()] == ["holiday.txt"]


def test_what_is_no_run_is_said_to_be_none(tmp_path: Path):
    with pytest.raises(TrainingError, match="no training run"):
        open_run(tmp_path)
    (tmp_path / "run.json").write_text('{"format": 1')
    with pytest.raises(TrainingError, match="damaged"):
        open_run(tmp_path)


def test_a_newer_run_is_refused(toy_run: Path, tmp_path: Path):
    record = json.loads((toy_run / "run.json").read_text())
    (tmp_path / "run.json").write_text(json.dumps({**record, "format": 99}))
    with pytest.raises(TrainingError, match="newer version"):
        open_run(tmp_path)


def stage_that_validates_as(values: list[float]) -> tuple[StageRun, keras.Model]:
    """A stage of one weight, whose validation loss is told in advance."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    compile_model(model, Optimisation(optimizer="sgd"), 1)
    model.compile(optimizer=model.optimizer, loss="mse")
    remaining = iter(values)
    ones = np.ones((2, 1), "float32")
    batches = ArrayBatches((ones, ones), 2)
    run = StageRun(model, batches.epoch, lambda: {"loss": next(remaining)})
    return run, model


def test_early_stop_keeps_the_best_epoch(tmp_path: Path):
    run, model = stage_that_validates_as([5.0, 3.0, 4.0, 3.5, 1.0])
    settings = Optimisation(epochs=5, patience=2)
    said: list[str] = []
    progress = train_stage(run, model, settings, StageFolder(tmp_path / "stage"), said.append)
    assert (len(progress.history), progress.best_epoch, progress.finished) == (4, 2, True)
    assert "stops here" in said[-1]


def test_a_loss_that_is_not_a_number_stops_and_is_not_kept(tmp_path: Path):
    run, model = stage_that_validates_as([5.0, float("nan")])
    folder = StageFolder(tmp_path / "stage")
    with pytest.raises(TrainingError, match=r"became nan in epoch 2; lower the learning rate"):
        train_stage(run, model, Optimisation(epochs=5), folder, quiet)
    assert len(folder.progress().history) == 1


@dataclass(frozen=True)
class Killed:
    """A run killed in its second epoch, then given the same command; `half_way`: unfinished."""

    arguments: list[str]
    path: Path
    half_way: bool
    resumed: subprocess.CompletedProcess[str]


def kill_and_resume(arguments: list[str], path: Path) -> Killed:
    command = [sys.executable, "-u", "-m", "aemodel", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith(b"autoencoder 2/4"):
                break
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    half_way = not is_finished(path)
    resumed = subprocess.run(command, check=False, capture_output=True, text=True)
    return Killed(arguments, path, half_way, resumed)


@pytest.fixture(scope="module", autouse=True)
def killed(
    beside: Beside, tiny_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> Future[Killed] | None:
    """Goes on beside the other tests from the first one of this file on."""
    if not beside.chosen("test_kill_9_and_the_same_command_give_the_uninterrupted_result"):
        return None
    path = tmp_path_factory.mktemp("runs") / "killed"
    arguments = [*VAE_COMMAND, "--data", str(tiny_data), "--out", str(path)]
    return beside.pool.submit(kill_and_resume, arguments, path)


def test_kill_9_and_the_same_command_give_the_uninterrupted_result(
    vae_run: Path, killed: Future[Killed], capsys: pytest.CaptureFixture[str]
):
    run = killed.result()
    assert run.half_way
    assert run.resumed.returncode == 0, run.resumed.stderr
    assert "goes on after epoch" in run.resumed.stdout
    assert run.resumed.stderr == ""
    assert_same_result(vae_run, run.path)

    capsys.readouterr()
    assert main(run.arguments) == 0
    assert "already finished" in capsys.readouterr().out
