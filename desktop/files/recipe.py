"""What an exported picture says of itself, so that its doodles can be made again.

{"kind": "doodlescape-recipe", "format": 1, "made_by": "Doodlescape 0.1.0",
 "doodles": [{"model": ..., "latent": ..., "origin": {"kind": "sampled", "seed": ...}, ...}]}
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from aemodel import __version__
from aemodel.errors import DataError
from desktop.files import png, svg
from desktop.files.atomic import read_limited
from desktop.state.document import MOST_KEPT
from desktop.state.doodle import Doodle
from desktop.state.plain import list_from_plain

KIND = "doodlescape-recipe"
DAMAGED = "What this picture says of its doodles is damaged; open another copy of it."
FORMAT = 1
KEY = "Doodlescape"
MADE_BY = f"Doodlescape {__version__}"
MOST_BYTES = 64 * 2**20


def recipe_text(doodles: Sequence[Doodle], **more: Any) -> str:
    """As ASCII JSON, with `more` entries before the doodles."""
    return json.dumps(
        {
            "kind": KIND,
            "format": FORMAT,
            "made_by": MADE_BY,
            **more,
            "doodles": [doodle.to_plain() for doodle in doodles],
        },
        separators=(",", ":"),
    )


def parse_recipe(text: str) -> tuple[Doodle, ...]:
    """The doodles of a recipe. Raises DataError."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DataError(DAMAGED) from error
    if not isinstance(value, dict) or value.get("kind") != KIND:
        raise DataError(DAMAGED)
    if value.get("format") != FORMAT:
        raise DataError("This picture was made by a newer Doodlescape; update to open it.")
    return tuple(map(Doodle.from_plain, list_from_plain(value.get("doodles"), limit=MOST_KEPT)))


def doodles_of_picture(data: bytes) -> tuple[Doodle, ...]:
    """The doodles that a PNG or SVG carries; none for any other picture. Raises DataError."""
    is_png = data.startswith(png.SIGNATURE)
    text = png.text_of(data, KEY) if is_png else svg.text_of(data)
    return () if text is None else parse_recipe(text)


def doodles_of_file(path: Path) -> tuple[Doodle, ...]:
    """`doodles_of_picture` of a file with the name of a PNG or SVG. Raises DataError."""
    if path.suffix.lower() not in (".png", ".svg"):
        return ()
    return doodles_of_picture(read_limited(path, MOST_BYTES))


def carries_recipe(path: Path) -> bool:
    """Whether a PNG or SVG says at its very beginning that it has a recipe; quick."""
    if path.suffix.lower() not in (".png", ".svg"):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError:
        return False
    return KEY.encode() + b"\0" in head or svg.NAMESPACE.encode() in head
