"""What a picture of a morph says of itself: its keyframes and its path. Any thread.

It is the recipe of `files.recipe` with one entry more, {"morph": {"path": "spline"}}; animated
GIFs carry it as their comment.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from aemodel.errors import DataError
from desktop.files import png
from desktop.files.atomic import read_limited
from desktop.files.recipe import KEY, KIND, MOST_BYTES, parse_recipe, recipe_text
from desktop.state.doodle import Doodle
from desktop.state.plain import DAMAGED, mapping_from_plain, text_from_plain

SUFFIXES = (".gif", ".png")
# A GIF has a palette of up to 768 bytes before its comment.
_HEAD = 2048


@dataclass(frozen=True, eq=False)
class SavedMorph:
    """Two or more keyframes, and the name of the path through them."""

    keyframes: tuple[Doodle, ...]
    path: str


def morph_entry(morph: SavedMorph) -> dict[str, Any]:
    """What a recipe of the keyframes says besides."""
    return {"morph": {"path": morph.path}}


def morph_text(morph: SavedMorph) -> str:
    """The recipe, as ASCII JSON."""
    return recipe_text(morph.keyframes, **morph_entry(morph))


def carries_morph(path: Path) -> bool:
    """Whether a picture says at its very beginning that it is a morph's; quick."""
    if path.suffix.lower() not in SUFFIXES:
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return KIND.encode() in head and b'"morph":' in head


def morph_of_file(path: Path) -> SavedMorph:
    """What a picture says of its morph. Raises DataError."""
    data = read_limited(path, MOST_BYTES)
    text = png.text_of(data, KEY) if data.startswith(png.SIGNATURE) else _comment(data)
    if text is None:
        raise DataError(DAMAGED)
    keyframes = parse_recipe(text)
    morph = mapping_from_plain(json.loads(text).get("morph"))
    if len(keyframes) < 2:
        raise DataError(DAMAGED)
    return SavedMorph(keyframes, text_from_plain(morph.get("path")))


def _comment(data: bytes) -> str | None:
    from PIL import Image

    try:
        with Image.open(BytesIO(data), formats=["GIF"]) as picture:
            comment = picture.info.get("comment", b"")
            return bytes(comment).decode("ascii") or None
    except (OSError, ValueError, EOFError):
        return None
