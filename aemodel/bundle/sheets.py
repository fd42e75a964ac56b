"""Pictures out: doodles as PNG, contact sheets and animated GIF, with how to make them again."""

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from aemodel import __version__
from aemodel.bundle.checks import Floats, InvalidInput
from aemodel.files import replacing

PAPER = 255
GAP = 8
_GIF_LEVELS = [round(round(grey / 17) * 17) for grey in range(256)]
"""16 levels of grey: a GIF packs equal neighbours only, and no eye tells more in a moving line."""

SOFTWARE = f"Doodlescape {__version__}"


def picture(image: Floats, scale: int = 4) -> Image.Image:
    """An image (28, 28) in [0, 1], 1 = ink, as dark ink on white paper, `scale` times as large."""
    grey = np.round((1 - np.clip(image, 0, 1)) * PAPER).astype(np.uint8)
    height, width = grey.shape
    small = Image.fromarray(grey)
    if scale == 1:
        return small
    return small.resize((width * scale, height * scale), Image.Resampling.BICUBIC)


def contact_sheet(
    pictures: Sequence[Image.Image], columns: int | None = None, gap: int = GAP
) -> Image.Image:
    """Pictures of one size on one sheet, row by row; about as many rows as columns by default."""
    if not pictures:
        raise InvalidInput("A contact sheet needs at least one picture.")
    columns = columns or math.ceil(math.sqrt(len(pictures)))
    rows = math.ceil(len(pictures) / columns)
    width, height = pictures[0].size
    sheet = Image.new(
        "L", (columns * (width + gap) + gap, rows * (height + gap) + gap), color=PAPER
    )
    for index, tile in enumerate(pictures):
        row, column = divmod(index, columns)
        sheet.paste(tile, (gap + column * (width + gap), gap + row * (height + gap)))
    return sheet


def save_png(image: Image.Image, path: Path, notes: Mapping[str, str]) -> None:
    """Write a PNG, whole or not at all, with `notes` in its text chunks. Raises OSError."""
    text = PngInfo()
    for key, value in {"Software": SOFTWARE, **notes}.items():
        text.add_text(key, value)
    with replacing(path) as part, part.open("wb") as file:
        image.save(file, "PNG", pnginfo=text, optimize=True)


def save_gif(
    frames: Sequence[Image.Image],
    path: Path,
    notes: Mapping[str, str],
    milliseconds: int = 60,
    loop: bool = True,
) -> None:
    """Write an animated GIF, whole or not at all, with `notes` as its comment. Raises OSError."""
    comment = "; ".join(f"{key}: {value}" for key, value in {"Software": SOFTWARE, **notes}.items())
    repeat = {"loop": 0} if loop else {}
    levels = [frame.point(_GIF_LEVELS) for frame in frames]
    with replacing(path) as part, part.open("wb") as file:
        levels[0].save(
            file,
            "GIF",
            save_all=True,
            append_images=levels[1:],
            duration=milliseconds,
            comment=comment.encode("utf-8"),
            **repeat,
        )
