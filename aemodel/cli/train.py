"""`aemodel train`."""

import argparse
import os
from pathlib import Path
from typing import Any

from aemodel.cli.quiet import quiet_start


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the sub-commands of this module."""
    parser = commands.add_parser(
        "train",
        help="train a model on drawings",
        description="Train a model. The same command again goes on where it was stopped.",
        epilog="example: aemodel train vae --data data --categories cat dog tree --out runs/vae",
    )
    parser.add_argument("kind", metavar="KIND", help="the model: ae, vae, ...")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="data folder")
    parser.add_argument(
        "--categories", nargs="+", required=True, metavar="NAME", help="what to draw"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="RUN", help="run folder")
    parser.add_argument("--preset", metavar="NAME", help="named configuration (default: the first)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="default: 0")
    parser.add_argument(
        "--limit", type=int, metavar="N", help="use the first N drawings of each category only"
    )
    parser.add_argument("--epochs", type=int, metavar="N", help="epochs of the first stage")
    parser.add_argument("--batch-size", type=int, metavar="N", help="batch size, first stage")
    parser.add_argument(
        "--patience",
        type=int,
        metavar="N",
        help="stop the first stage after N epochs without a better validation",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="any other setting, such as autoencoder.learning_rate=0.0005; may be repeated",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Train, telling one line an epoch."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    from aemodel.data.dataset import load_drawings
    from aemodel.errors import TrainingError

    try:
        with quiet_start():
            import keras

            from aemodel.training.kinds import find_kind
            from aemodel.training.run import RunSettings, is_finished, train_run

            devices = ", ".join(keras.distribution.list_devices())
    except ModuleNotFoundError as error:
        raise TrainingError(
            f"Training needs {error.name}; install it with `pip install '.[train]'`."
        ) from error

    if arguments.limit is not None and arguments.limit < 1:
        raise TrainingError(f"--limit takes 1 or more, not {arguments.limit}.")
    kind = find_kind(arguments.kind)
    settings = RunSettings(
        arguments.kind,
        _configuration(kind, arguments),
        tuple(arguments.categories),
        arguments.seed,
        arguments.limit,
    )
    dataset = load_drawings(arguments.data, settings.categories, limit=arguments.limit)
    print(dataset.report.summary())
    print(
        f"train {len(dataset.train)}, validation {len(dataset.validation)},"
        f" test {len(dataset.test)} drawings; {keras.backend.backend()} on {devices}"
    )
    finished = is_finished(arguments.out)
    trained = train_run(arguments.out, settings, dataset)
    if finished:
        print(f"{arguments.out} was already finished: nothing to do")
    for name, progress in trained.progress.items():
        if progress.history:
            best = progress.history[progress.best_epoch - 1]
            values = ", ".join(
                f"{key.removeprefix('val_')} {value:.4f}"
                for key, value in best.items()
                if key.startswith("val_")
            )
            print(f"{name}: best epoch {progress.best_epoch}, validation {values}")
    return 0


def _configuration(kind: Any, arguments: argparse.Namespace) -> Any:
    """The preset with what the command line changes."""
    from aemodel.errors import TrainingError
    from aemodel.training.config import override

    name = arguments.preset or next(iter(kind.presets))
    if name not in kind.presets:
        presets = ", ".join(kind.presets)
        raise TrainingError(f"{kind.name} has no preset {name!r}; there are {presets}.")
    config = kind.presets[name]
    first = kind.stages[0].name
    for option in ("epochs", "batch_size", "patience"):
        value = getattr(arguments, option)
        if value is not None:
            config = override(config, f"{first}.{option}", str(value))
    for assignment in arguments.set:
        name, equals, value = assignment.partition("=")
        if not equals:
            raise TrainingError(f"--set takes NAME=VALUE, not {assignment!r}.")
        config = override(config, name, value)
    return config
