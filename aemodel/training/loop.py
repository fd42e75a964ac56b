"""The loop that trains one stage, checkpointed so that nothing but time is lost when it is killed.

Files of a stage, in a folder of its own:
    last.npz    everything needed to go on: variables, optimizers, history
    best.npz    the weights of the stage's model at the best epoch
    arrays.npz  what the stage's `finish` computed
    log.csv, curves.png    the history, for people
"""

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keras
from tqdm import tqdm

from aemodel.errors import TrainingError
from aemodel.training.checkpoint import (
    collect,
    load_arrays,
    pack,
    restore,
    save_arrays,
    unpack,
)
from aemodel.training.config import Optimisation
from aemodel.training.curves import draw_curves, write_log
from aemodel.training.optimisers import averaged_weights
from aemodel.training.stages import StageRun

SECONDS_BETWEEN_CURVES = 20.0


@dataclass
class Progress:
    """How far a stage has come.

    Attributes:
        history: a row an epoch: `epoch` (from 1), `seconds`, the training metrics, and the
            validation metrics as `val_...`.
        best_epoch: 1-based; 0 before the first epoch.
        finished: whether the stage has run to its end.
    """

    history: list[dict[str, float]] = field(default_factory=list)
    best_epoch: int = 0
    best: float = math.inf
    finished: bool = False


class StageFolder:
    """The folder of one stage of a run."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.last, self.best = path / "last.npz", path / "best.npz"
        self.arrays = path / "arrays.npz"

    def progress(self) -> Progress:
        """What the checkpoint says, or a fresh start."""
        if not self.last.exists():
            return Progress()
        return Progress(**unpack(load_arrays(self.last)["progress"]))

    def save(self, run: StageRun, model: keras.Model, progress: Progress) -> None:
        """Write the checkpoint and, for people, the log."""
        arrays = {"progress": pack(vars(progress))}
        for group, variables in _groups(run, model).items():
            arrays |= collect(variables, group)
        save_arrays(self.last, arrays)
        write_log(self.path / "log.csv", progress.history)

    def restore(self, run: StageRun, model: keras.Model) -> None:
        """Put every variable back to what `save` stored."""
        arrays = load_arrays(self.last)
        for group, variables in _groups(run, model).items():
            restore(variables, group, arrays, self.last)

    def save_best(self, model: keras.Model) -> None:
        """Keep the present weights as the stage's result.

        Without the states of seed generators: their type differs from backend to backend.
        """
        save_arrays(self.best, collect(model.weights, "model"))

    def restore_best(self, model: keras.Model) -> None:
        """Give `model` the weights of the best epoch."""
        restore(model.weights, "model", load_arrays(self.best), self.best)


def train_stage(
    run: StageRun,
    model: keras.Model,
    settings: Optimisation,
    folder: StageFolder,
    say: Callable[[str], None] = print,
) -> Progress:
    """Train from the folder's checkpoint, or from the start, to the end of the stage.

    Afterwards the weights of the best epoch are in the folder.

    Raises:
        TrainingError: when the loss is not finite, or a file cannot be written.
    """
    progress = folder.progress()
    name = folder.path.name
    if progress.history:
        folder.restore(run, model)
        say(f"{name}: goes on after epoch {len(progress.history)} of {settings.epochs}")
    drawn = time.monotonic()
    while not progress.finished and not _is_over(progress, settings):
        epoch = len(progress.history)
        row = _train_epoch(run, epoch, f"{name} {epoch + 1}/{settings.epochs}")
        with averaged_weights(run.optimizers):
            row |= {f"val_{key}": float(value) for key, value in run.validate().items()}
            _check_finite(row, name)
            value = row[f"val_{run.monitor}"] if run.monitor else -epoch
            if value < progress.best:
                progress.best, progress.best_epoch = value, epoch + 1
                folder.save_best(model)
        progress.history.append(row)
        folder.save(run, model, progress)
        say(_epoch_line(name, progress, settings.epochs))
        if time.monotonic() - drawn > SECONDS_BETWEEN_CURVES:
            draw_curves(folder.path / "curves.png", name, progress.history, progress.best_epoch)
            drawn = time.monotonic()
    if not progress.history and not folder.best.exists():
        folder.save_best(model)
    if not progress.finished:
        if len(progress.history) < settings.epochs:
            say(f"{name}: no better epoch in {settings.patience}, so it stops here")
        if progress.history:
            draw_curves(folder.path / "curves.png", name, progress.history, progress.best_epoch)
        progress.finished = True
        folder.save(run, model, progress)
    return progress


def evaluate(model: keras.Model, batches: Iterable[Any]) -> dict[str, float]:
    """A compiled model's own metrics over `batches`."""
    logs = model.evaluate(batches, verbose=0, return_dict=True)
    return {name: float(value) for name, value in logs.items()}


def _groups(run: StageRun, model: keras.Model) -> dict[str, list[keras.Variable]]:
    """All state of a stage, each variable once."""
    seen: dict[int, keras.Variable] = {}
    for variable in [*run.model.variables, *model.variables]:
        seen.setdefault(id(variable), variable)
    groups = {"variables": list(seen.values())}
    for index, optimizer in enumerate(run.optimizers):
        groups[f"optimizer{index}"] = list(optimizer.variables)
    return groups


def _is_over(progress: Progress, settings: Optimisation) -> bool:
    done = len(progress.history)
    waited = done - progress.best_epoch
    return done >= settings.epochs or (
        settings.patience is not None and done > 0 and waited >= settings.patience
    )


def _train_epoch(run: StageRun, epoch: int, label: str) -> dict[str, float]:
    if run.before_epoch:
        run.before_epoch(epoch)
    started = time.monotonic()
    batches = run.batches(epoch)
    with EpochBar(label, batches) as callback:
        fitted = run.model.fit(batches, verbose=0, shuffle=False, callbacks=[callback])
    logs = {name: float(values[-1]) for name, values in fitted.history.items()}
    return {"epoch": epoch + 1, "seconds": round(time.monotonic() - started, 2), **logs}


class EpochBar(keras.callbacks.Callback):
    """A progress bar of one epoch that leaves nothing behind; silent when not on a terminal."""

    def __init__(self, label: str, batches: Any) -> None:
        super().__init__()
        self.bar = tqdm(total=_length(batches), desc=label, leave=False, disable=None, unit="batch")

    def __enter__(self) -> "EpochBar":
        return self

    def __exit__(self, *_: object) -> None:
        self.bar.close()

    def on_train_batch_end(self, batch: int, logs: Mapping[str, Any] | None = None) -> None:
        self.bar.update(batch + 1 - self.bar.n)


def _length(batches: Any) -> int | None:
    """Number of batches, where it is known (a `tf.data.Dataset` may refuse)."""
    try:
        return len(batches)
    except TypeError:
        return None


def _check_finite(row: Mapping[str, float], name: str) -> None:
    for key, value in row.items():
        if not math.isfinite(value):
            raise TrainingError(
                f"The {key} of {name} became {value} in epoch {row['epoch']:.0f}; lower the"
                f" learning rate (--set {name}.learning_rate=...) and start in a new folder."
            )


def _epoch_line(name: str, progress: Progress, epochs: int) -> str:
    row = progress.history[-1]
    epoch = len(progress.history)
    parts = [f"{name} {epoch:{len(str(epochs))}d}/{epochs}"]
    for title, prefix in (("train", ""), ("validation", "val_")):
        values = list(_metrics(row, prefix))
        if values:
            parts.append(title + "".join(f" {key} {value:.4g}" for key, value in values))
    parts.append(f"{row['seconds']:.1f} s")
    if progress.best_epoch == epoch:
        parts.append("best")
    return "  ".join(parts)


def _metrics(row: Mapping[str, float], prefix: str) -> Iterator[tuple[str, float]]:
    for key, value in row.items():
        if key in ("epoch", "seconds") or key.startswith("val_") != (prefix == "val_"):
            continue
        yield key.removeprefix(prefix), value
