"""`aemodel reconstruct`, `complete` and `vary`: what a model makes of drawings. No TensorFlow."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from aemodel.cli.arguments import add_model, add_output, add_scale, add_seed, share, whole

if TYPE_CHECKING:
    from aemodel.bundle.checks import Floats
    from aemodel.bundle.runtime import Bundle
    from aemodel.cli.inputs import Label

_FILES = "pictures, .npy (float (n, 28, 28) in [0, 1] or uint8 (n, 784)) or .ndjson drawings"
_PROPOSALS = "The first of a larger -n with the same seed are the same."
_OUTPUT = (
    ".png sheet, a row for each drawing; .npy array float32 (drawings x n, 28, 28); or a folder"
)


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the sub-commands of this module."""
    reconstruct = commands.add_parser(
        "reconstruct",
        help="redraw drawings as a model understands them",
        description="Redraw drawings as a model understands them. A .png shows every drawing "
        "above what became of it; .npy and folders hold the redrawn doodles alone.",
    )
    _add_inputs(reconstruct, _FILES)
    add_output(reconstruct, ".png sheet, .npy array or a folder of PNGs")
    add_scale(reconstruct, 4)
    reconstruct.set_defaults(run=run_reconstruct)

    complete = commands.add_parser(
        "complete",
        help="finish drawings that were only begun",
        description="Finish drawings that were only begun; what is there stays. A .png shows each "
        "drawing before the ways to finish it, the best first; .npy and folders hold those alone.",
    )
    _add_inputs(complete, _FILES)
    _add_proposals(complete, "ways to finish each drawing")
    complete.set_defaults(run=run_complete)

    vary = commands.add_parser(
        "vary",
        help="draw more doodles like given ones",
        description="Draw more doodles like given ones. A .png shows each doodle before its "
        f"variations; .npy and folders hold the variations alone. {_PROPOSALS}",
    )
    _add_inputs(vary, f"{_FILES}; or a sample as CATEGORY:SEED or any:SEED, such as cat:7")
    vary.add_argument(
        "--distance",
        type=share,
        default=0.4,
        help="from 0, the doodle itself, to 1, which has only its category in common (default 0.4)",
    )
    _add_proposals(vary, "variations of each doodle")
    vary.set_defaults(run=run_vary)


def _add_inputs(parser: argparse.ArgumentParser, kinds: str) -> None:
    add_model(parser)
    parser.add_argument("inputs", nargs="+", metavar="IN", help=kinds)
    parser.add_argument(
        "--limit", type=whole(1, 10**9), help="use at most this many drawings of each IN"
    )


def _add_proposals(parser: argparse.ArgumentParser, what: str) -> None:
    parser.add_argument("-n", type=whole(1, 1000), default=6, help=f"{what} (default 6)")
    add_seed(parser)
    add_output(parser, _OUTPUT)
    add_scale(parser, 4)


def run_reconstruct(arguments: argparse.Namespace) -> int:
    """Encode and decode what the input files hold."""
    from aemodel.bundle.sheets import contact_sheet, picture
    from aemodel.cli.inputs import few, open_model, read_all
    from aemodel.cli.outputs import (
        check_sheet,
        count_words,
        notes_of,
        output_kind,
        write_doodles,
        write_tiles,
    )

    path = Path(arguments.output)
    kind = output_kind(path, arguments.output, (".png", ".npy", "folder"))
    model = open_model(arguments.model)
    originals, labels = read_all(arguments.inputs, arguments.limit)
    check_sheet(kind, len(originals))
    redrawn, _ = model.redraw(originals)
    if kind == ".png":
        notes = notes_of(model, redrawn_from=few(arguments.inputs))
        pairs = [[picture(image, arguments.scale) for image in pair]
                 for pair in zip(originals, redrawn, strict=True)]  # fmt: skip
        write_tiles(path, [contact_sheet(pair, columns=1, gap=0) for pair in pairs], notes)
    else:
        digits = len(str(len(labels) - 1))
        names = [f"{i:0{digits}}-{stem}-{row}" for i, (stem, row) in enumerate(labels)]
        each = [notes_of(model, redrawn_from=stem, row=row) for stem, row in labels]
        write_doodles(kind, path, redrawn, names=names, notes=each, scale=arguments.scale)
    print(f"{path}: {count_words(len(redrawn))} redrawn by {model.name}")
    return 0


def run_complete(arguments: argparse.Namespace) -> int:
    """Finish what the input files hold."""
    from aemodel.cli.inputs import open_model, read_all

    kind = _kind(arguments)
    model = open_model(arguments.model)
    drawn, labels = read_all(arguments.inputs, arguments.limit)
    rows = _Rows(kind, drawn, labels, arguments.n)
    done = [model.complete(image, arguments.n, arguments.seed)[0] for image in drawn]
    rows.write(arguments, model, done, "Finished from", {"seed": arguments.seed})
    print(f"{arguments.output}: {arguments.n} ways to finish {rows.words} by {model.name}, "
          f"seed {arguments.seed}")  # fmt: skip
    return 0


def run_vary(arguments: argparse.Namespace) -> int:
    """Vary what the input files hold, or samples."""
    from aemodel.cli.inputs import open_model, read_doodles

    kind = _kind(arguments)
    model = open_model(arguments.model)
    drawn, latents, labels = read_doodles(model, arguments.inputs, arguments.limit)
    rows = _Rows(kind, drawn, labels, arguments.n)
    n, distance, seed = arguments.n, arguments.distance, arguments.seed
    done = [model.variations(latent, n, distance, seed)[0] for latent in latents]
    rows.write(arguments, model, done, "Varied from", {"seed": seed, "distance": distance})
    print(f"{arguments.output}: {n} variations of {rows.words} by {model.name}, seed {seed}")
    return 0


def _kind(arguments: argparse.Namespace) -> str:
    from aemodel.cli.outputs import output_kind

    return output_kind(Path(arguments.output), arguments.output, (".png", ".npy", "folder"))


class _Rows:
    """Doodles (m, 28, 28), and what is made of each: a row of the sheet, a part of the folder."""

    def __init__(self, kind: str, doodles: "Floats", labels: Sequence["Label"], n: int) -> None:
        from aemodel.cli.outputs import check_sheet, count_words

        check_sheet(kind, len(doodles) * (n + 1))
        self.words = count_words(len(doodles))
        self._kind, self._doodles, self._labels = kind, doodles, labels

    def write(
        self,
        arguments: argparse.Namespace,
        model: "Bundle",
        made: Sequence["Floats"],
        verb: str,
        settings: Mapping[str, object],
    ) -> None:
        """Write `made`, images (n, 28, 28) for each doodle."""
        import numpy as np

        from aemodel.bundle.sheets import picture
        from aemodel.cli.inputs import few
        from aemodel.cli.outputs import notes_of, write_doodles, write_tiles

        path, scale = Path(arguments.output), arguments.scale
        if self._kind == ".png":
            notes = notes_of(model, **{verb: few(arguments.inputs)}, **settings)
            pairs = zip(self._doodles, made, strict=True)
            tiles = [picture(image, scale) for one, some in pairs for image in (one, *some)]
            write_tiles(path, tiles, notes, columns=arguments.n + 1)
            return
        names, each = [], []
        digits = len(str(len(self._labels) - 1)), len(str(arguments.n - 1))
        for i, (stem, row) in enumerate(self._labels):
            for k in range(arguments.n):
                names.append(f"{i:0{digits[0]}}-{stem}-{row}-s{arguments.seed}-{k:0{digits[1]}}")
                note = notes_of(model, **{verb: stem}, row=row, **settings, proposal=k)
                each.append(note)
        images = np.concatenate(made)
        write_doodles(self._kind, path, images, names=names, notes=each, scale=scale)
