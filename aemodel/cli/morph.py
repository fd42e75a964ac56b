"""`aemodel morph`: from doodle to doodle. No TensorFlow."""

import argparse
from pathlib import Path

from aemodel.cli.arguments import add_model, add_output, add_scale, temperature, whole
from aemodel.defaults import TEMPERATURE


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the sub-command of this module."""
    parser = commands.add_parser(
        "morph",
        help="turn one doodle into another",
        description="Turn one doodle into another, by way of further ones if given.",
    )
    add_model(parser)
    parser.add_argument(
        "points",
        nargs="+",
        metavar="POINT",
        help="two or more: a picture, .npy or .ndjson file (its first drawing), or a sample as "
        "CATEGORY:SEED or any:SEED, such as cat:7",
    )
    parser.add_argument("--frames", type=whole(2, 1000), default=30, help="default 30")
    parser.add_argument(
        "--path",
        choices=("model", "straight", "spherical", "spline"),
        help="model: the model's own, from drawing to drawing (default where the model has one); "
        "straight lines (else the default); great circles; or one smooth curve through all points",
    )
    parser.add_argument("--temperature", type=temperature, default=TEMPERATURE, help="of samples")
    parser.add_argument(
        "--milliseconds", type=whole(20, 10_000), default=60, help="per frame (default 60)"
    )
    parser.add_argument("--once", action="store_true", help="do not go back and forth for ever")
    add_output(parser, ".gif animation or .png strip")
    add_scale(parser, 8)
    parser.set_defaults(run=run_morph)


def run_morph(arguments: argparse.Namespace) -> int:
    """Walk through latent space."""
    from aemodel.bundle.sheets import picture
    from aemodel.cli.inputs import open_model, read_doodles
    from aemodel.cli.outputs import notes_of, output_kind, write_animation, write_tiles

    out = Path(arguments.output)
    kind = output_kind(out, arguments.output, (".gif", ".png"))
    model = open_model(arguments.model)
    _, waypoints, _ = read_doodles(model, arguments.points, 1, arguments.temperature)
    path = model.path(waypoints, arguments.path)
    frames = [
        picture(image, arguments.scale) for image in model.decode(path.evenly(arguments.frames))
    ]
    notes = notes_of(
        model,
        morph=" to ".join(Path(point).name for point in arguments.points),
        path=path.kind,
        frames=arguments.frames,
        temperature=arguments.temperature,
    )
    if kind == ".gif":
        write_animation(out, frames, notes, arguments.milliseconds, once=arguments.once)
    else:
        write_tiles(out, frames, notes, columns=min(len(frames), 10))
    print(f"{out}: {arguments.frames} frames by {model.name}, {path.kind} path")
    return 0
