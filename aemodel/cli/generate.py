"""`aemodel generate`, `aemodel reconstruct` and `aemodel morph`: a model at work, no TensorFlow."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from aemodel.cli.arguments import add_scale, temperature, whole

if TYPE_CHECKING:
    from PIL.Image import Image

    from aemodel.bundle.checks import Floats

_MODEL_HELP = "name of a shipped model, or a model's folder or zip"


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the sub-commands of this module."""
    _register_generate(commands)
    _register_reconstruct(commands)
    _register_morph(commands)


def _register_generate(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "generate",
        help="draw new doodles",
        description="Draw new doodles. The first N of any larger number with the same seed are "
        "the same; existing files are replaced.",
    )
    parser.add_argument("--model", required=True, metavar="NAME_OR_PATH", help=_MODEL_HELP)
    parser.add_argument("--category", help="draw this category only (default: any)")
    parser.add_argument("-n", type=whole(1, 100_000), default=20, help="how many (default 20)")
    parser.add_argument("--seed", type=whole(0, 2**63 - 1), default=0, help="default 0")
    parser.add_argument(
        "--temperature",
        type=temperature,
        default=1.0,
        help="less is more typical, more is wilder (default 1)",
    )
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        help=".png contact sheet, .npy array float32 (n, 28, 28), or a folder of PNGs",
    )
    add_scale(parser, 4)
    parser.set_defaults(run=run_generate)


def run_generate(arguments: argparse.Namespace) -> int:
    """Sample from a model's prior."""
    from aemodel.cli.inputs import open_model
    from aemodel.cli.outputs import check_sheet, notes_of, output_kind, write_doodles

    path = Path(arguments.output)
    kind = output_kind(path, arguments.output, (".png", ".npy", "folder"))
    check_sheet(kind, arguments.n)
    model = open_model(arguments.model)
    images, _ = model.sample(arguments.n, arguments.category, arguments.temperature, arguments.seed)
    notes = notes_of(
        model,
        category=arguments.category or "any",
        seed=arguments.seed,
        temperature=arguments.temperature,
    )
    digits = len(str(arguments.n - 1))
    word = (arguments.category or "doodle").replace(" ", "_")
    names = [f"{word}-s{arguments.seed}-{index:0{digits}}" for index in range(len(images))]
    each = [{**notes, "Sample": str(index)} for index in range(len(images))]
    write_doodles(kind, path, images, names=names, notes=each, scale=arguments.scale)
    print(f"{path}: {_count(len(images))} by {model.name}, seed {arguments.seed}")
    return 0


def _register_reconstruct(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "reconstruct",
        help="redraw drawings as a model understands them",
        description="Redraw drawings as a model understands them. A .png shows every drawing "
        "above what became of it; .npy and folders hold the redrawn doodles alone.",
    )
    parser.add_argument("--model", required=True, metavar="NAME_OR_PATH", help=_MODEL_HELP)
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="IN",
        help="pictures, .npy (float (n, 28, 28) in [0, 1] or uint8 (n, 784)) or .ndjson drawings",
    )
    parser.add_argument(
        "-o", "--output", required=True, help=".png sheet, .npy array or a folder of PNGs"
    )
    parser.add_argument(
        "--limit", type=whole(1, 10**9), help="use at most this many drawings of each IN"
    )
    add_scale(parser, 4)
    parser.set_defaults(run=run_reconstruct)


def run_reconstruct(arguments: argparse.Namespace) -> int:
    """Encode and decode what the input files hold."""
    import numpy as np

    from aemodel.cli.inputs import open_model, read_images
    from aemodel.cli.outputs import check_sheet, notes_of, output_kind, write_doodles, write_tiles

    path = Path(arguments.output)
    kind = output_kind(path, arguments.output, (".png", ".npy", "folder"))
    model = open_model(arguments.model)
    parts = [read_images(Path(name), arguments.limit) for name in arguments.inputs]
    originals = np.concatenate(parts)
    check_sheet(kind, len(originals))
    redrawn = model.decode(model.encode(originals)[0])
    if kind == ".png":
        notes = notes_of(model, redrawn_from=_few([Path(name).name for name in arguments.inputs]))
        tiles = [_pair(*both, arguments.scale) for both in zip(originals, redrawn, strict=True)]
        write_tiles(path, tiles, notes)
    else:
        labels = [
            (Path(name).stem, row)
            for name, part in zip(arguments.inputs, parts, strict=True)
            for row in range(len(part))
        ]
        digits = len(str(len(labels) - 1))
        names = [f"{i:0{digits}}-{stem}-{row}" for i, (stem, row) in enumerate(labels)]
        each = [notes_of(model, redrawn_from=stem, row=row) for stem, row in labels]
        write_doodles(kind, path, redrawn, names=names, notes=each, scale=arguments.scale)
    print(f"{path}: {_count(len(redrawn))} redrawn by {model.name}")
    return 0


def _register_morph(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "morph",
        help="turn one doodle into another",
        description="Turn one doodle into another, by way of further ones if given.",
    )
    parser.add_argument("--model", required=True, metavar="NAME_OR_PATH", help=_MODEL_HELP)
    parser.add_argument(
        "points",
        nargs="+",
        metavar="POINT",
        help="two or more: a picture, .npy or .ndjson file (its first drawing), or a sample as "
        "CATEGORY:SEED or any:SEED, such as cat:7",
    )
    parser.add_argument("--frames", type=whole(2, 1000), default=30, help="default 30")
    parser.add_argument(
        "--path", choices=("straight", "spherical"), default="straight", help="default straight"
    )
    parser.add_argument("--temperature", type=temperature, default=1.0, help="of samples")
    parser.add_argument(
        "--milliseconds", type=whole(20, 10_000), default=60, help="per frame (default 60)"
    )
    parser.add_argument("--once", action="store_true", help="do not go back and forth for ever")
    parser.add_argument("-o", "--output", required=True, help=".gif animation or .png strip")
    add_scale(parser, 8)
    parser.set_defaults(run=run_morph)


def run_morph(arguments: argparse.Namespace) -> int:
    """Walk through latent space."""
    from aemodel.bundle.latent_path import walk
    from aemodel.bundle.sheets import picture
    from aemodel.cli.inputs import open_model, read_latent
    from aemodel.cli.outputs import notes_of, output_kind, write_animation, write_tiles

    path = Path(arguments.output)
    kind = output_kind(path, arguments.output, (".gif", ".png"))
    model = open_model(arguments.model)
    waypoints = [read_latent(model, text, arguments.temperature) for text in arguments.points]
    images = model.decode(walk(waypoints, arguments.frames, arguments.path))
    frames = [picture(image, arguments.scale) for image in images]
    notes = notes_of(
        model,
        morph=" to ".join(Path(point).name for point in arguments.points),
        path=arguments.path,
        frames=arguments.frames,
        temperature=arguments.temperature,
    )
    if kind == ".gif":
        write_animation(path, frames, notes, arguments.milliseconds, once=arguments.once)
    else:
        write_tiles(path, frames, notes, columns=min(len(frames), 10))
    print(f"{path}: {arguments.frames} frames by {model.name}")
    return 0


def _pair(original: "Floats", redrawn: "Floats", scale: int) -> "Image":
    from aemodel.bundle.sheets import contact_sheet, picture

    return contact_sheet([picture(original, scale), picture(redrawn, scale)], columns=1, gap=0)


def _count(n: int) -> str:
    return f"{n:,} doodle{'s' if n != 1 else ''}"


def _few(names: list[str]) -> str:
    return ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
