"""`aemodel generate` and `aemodel learn`: new doodles from a model's prior. No TensorFlow."""

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING

from aemodel.cli.arguments import (
    MODEL_HELP,
    add_model,
    add_output,
    add_scale,
    add_seed,
    temperature,
    whole,
)
from aemodel.defaults import TEMPERATURE
from aemodel.errors import DataError

if TYPE_CHECKING:
    from aemodel.bundle.few_shot import LearnedCategory


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the sub-commands of this module."""
    _register_generate(commands)
    _register_learn(commands)


def _register_generate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "generate",
        help="draw new doodles",
        description="Draw new doodles. The first N of any larger number with the same seed are "
        "the same; existing files are replaced.",
    )
    parser.add_argument(
        "--model", metavar="NAME_OR_PATH", help=f"{MODEL_HELP} (default: the one that learnt)"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--category", help="draw this category only (default: any)")
    what.add_argument(
        "--learned", metavar="FILE.npz", help="draw a category of your own, see `aemodel learn`"
    )
    parser.add_argument("-n", type=whole(1, 100_000), default=20, help="how many (default 20)")
    add_seed(parser)
    parser.add_argument(
        "--temperature",
        type=temperature,
        default=TEMPERATURE,
        help="less is more typical, 1 is as varied as people's doodles, more is wilder "
        f"(default {TEMPERATURE:g})",
    )
    parser.add_argument(
        "--unjudged",
        action="store_true",
        help="show what the prior draws, without choosing the best of several for each",
    )
    add_output(parser, ".png contact sheet, .npy array float32 (n, 28, 28), or a folder of PNGs")
    add_scale(parser, 4)
    parser.set_defaults(run=run_generate)


def run_generate(arguments: argparse.Namespace) -> int:
    """Sample from a model's prior, or from a category that it has learnt."""
    from aemodel.cli.inputs import open_model
    from aemodel.cli.outputs import check_sheet, count_words, notes_of, output_kind, write_doodles

    path = Path(arguments.output)
    kind = output_kind(path, arguments.output, (".png", ".npy", "folder"))
    check_sheet(kind, arguments.n)
    learned = None if arguments.learned is None else _read_learned(Path(arguments.learned))
    name = arguments.model or (learned.model if learned else "")
    if not name:
        raise DataError("Say which model is to draw, with --model NAME_OR_PATH.")
    model = open_model(name)
    n, heat, seed = arguments.n, arguments.temperature, arguments.seed
    if learned is None:
        category, about = arguments.category, {"judged": "no"} if arguments.unjudged else {}
        images, _ = model.sample(n, category, heat, seed, judged=not arguments.unjudged)
    else:
        shots = learned.latents.shape[1]
        category, about = learned.name, {"learned_from": f"{shots} drawings of one's own"}
        images, _ = learned.sample(model, n, heat, seed)
    notes = notes_of(model, category=category or "any", **about, seed=seed, temperature=heat)
    digits = len(str(n - 1))
    word = re.sub(r"[^\w-]+", "_", category or "doodle")
    names = [f"{word}-s{seed}-{index:0{digits}}" for index in range(n)]
    each = [{**notes, "Sample": str(index)} for index in range(n)]
    write_doodles(kind, path, images, names=names, notes=each, scale=arguments.scale)
    print(f"{path}: {count_words(n)} by {model.name}, seed {seed}")
    return 0


def _register_learn(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "learn",
        help="learn a category of your own from a few drawings",
        description="Learn a category of your own from a few drawings of it, five or more for a "
        "fair impression; `aemodel generate --learned` draws more of them. Takes no training.",
    )
    add_model(parser)
    parser.add_argument("name", metavar="NAME", help="what the category is called")
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="IN",
        help="pictures, .npy (float (n, 28, 28) in [0, 1] or uint8 (n, 784)) or .ndjson drawings",
    )
    parser.add_argument(
        "--limit", type=whole(1, 1000), help="use at most this many drawings of each IN"
    )
    add_output(parser, "a .npz file with the drawings and their latents; the app takes it, too")
    parser.set_defaults(run=run_learn)


def run_learn(arguments: argparse.Namespace) -> int:
    """Write what a model makes of the drawings."""
    from aemodel.bundle.few_shot import learn_category
    from aemodel.cli.inputs import open_model, read_all
    from aemodel.cli.outputs import count_words, output_kind, write_bytes

    path = Path(arguments.output)
    output_kind(path, arguments.output, (".npz",))
    model = open_model(arguments.model)
    images, _ = read_all(arguments.inputs, arguments.limit)
    learned = learn_category(model, images, arguments.name)
    write_bytes(path, learned.to_bytes())
    print(f"{path}: {learned.name}, learnt from {count_words(len(images))} by {model.name}")
    return 0


def _read_learned(path: Path) -> "LearnedCategory":
    """Raises DataError where there is no such file or it is something else."""
    from aemodel.bundle.few_shot import LearnedCategory
    from aemodel.bundle.manifest import FILE_LIMIT
    from aemodel.errors import BundleError

    try:
        with path.open("rb") as file:
            content = file.read(FILE_LIMIT + 1)
        if len(content) > FILE_LIMIT:
            raise DataError(f"{path} is too large to be a learnt category.")
        return LearnedCategory.from_bytes(content)
    except OSError as error:
        raise DataError(f"{path} cannot be read: {error.strerror or error}.") from error
    except BundleError as error:
        raise DataError(f"{path} is not what `aemodel learn` wrote: {error}") from error
