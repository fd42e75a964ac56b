"""Writes the frames of a morph: animated GIF, a strip, numbered PNGs or SVGs. Any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtGui import QImage

from aemodel.errors import DataError
from aemodel.files import replacing_folder
from desktop.files.atomic import write_atomically
from desktop.files.morph import SavedMorph, morph_entry, morph_text
from desktop.paint.export import PictureForm, picture, png_bytes, png_file, svg_bytes
from desktop.playback import ONCE, PING_PONG
from desktop.state.doodle import Doodle

GIF, STRIP, PNGS, SVGS = "gif", "strip", "pngs", "svgs"
KINDS = (GIF, STRIP, PNGS, SVGS)
FOLDERS = (PNGS, SVGS)

WentOn = Callable[[int], bool]
"""Called after each frame with how many are done; False ends it, and nothing is left behind."""


def write_morph(
    kind: str,
    frames: Sequence[Doodle],
    form: PictureForm,
    path: Path,
    went_on: WentOn,
    *,
    milliseconds: int = 60,
    repeat: str = PING_PONG,
    morph: SavedMorph | None = None,
) -> bool:
    """Writes to a file, or for `pngs` and `svgs` to a new folder, whole or not at all.

    `milliseconds` (of a frame) and `repeat` (one of playback.REPEATS) are those of animations.
    Files of many frames remember the `morph`, single ones their own doodle.
    Returns False where `went_on` ended it. Raises DataError where it cannot be written.
    """
    if kind in FOLDERS:
        return _write_folder(kind, frames, form, path, went_on)
    try:
        if kind == STRIP:
            data = _strip(frames, form, morph)
            if not went_on(len(frames)):
                return False
        else:
            data = _animation(frames, form, went_on, milliseconds, repeat, morph)
    except _Ended:
        return False
    write_atomically(path, data)
    return True


class _Ended(Exception):
    """Leaves what would go on."""


def _strip(frames: Sequence[Doodle], form: PictureForm, morph: SavedMorph | None) -> bytes:
    image = picture(frames, form, len(frames))
    if morph is None:
        return png_file(image, frames)
    return png_file(image, morph.keyframes, **morph_entry(morph))


def _animation(
    frames: Sequence[Doodle],
    form: PictureForm,
    went_on: WentOn,
    milliseconds: int,
    repeat: str,
    morph: SavedMorph | None,
) -> bytes:
    """A GIF; frames are drawn while Pillow asks for them, so that it can be ended."""

    def drawn() -> Iterator[Any]:
        there = []
        for done, frame in enumerate(frames, 1):
            there.append(_pillow(picture([frame], form)))
            if not went_on(done):
                raise _Ended
            yield there[-1]
        if repeat == PING_PONG:
            yield from there[-2:0:-1]

    extras: dict[str, Any] = {} if repeat == ONCE else {"loop": 0}
    if morph is not None:
        extras["comment"] = morph_text(morph).encode("ascii")
    rest, buffer = drawn(), BytesIO()
    next(rest).save(
        buffer, "GIF", save_all=True, append_images=rest, duration=milliseconds, **extras
    )
    return buffer.getvalue()


def _write_folder(
    kind: str, frames: Sequence[Doodle], form: PictureForm, path: Path, went_on: WentOn
) -> bool:
    make, suffix = (svg_bytes, "svg") if kind == SVGS else (png_bytes, "png")
    try:
        with replacing_folder(path) as part:
            for number, frame in enumerate(frames, 1):
                (part / f"{number:04d}.{suffix}").write_bytes(make([frame], form))
                if not went_on(number):
                    raise _Ended
    except _Ended:
        return False
    except OSError as error:
        raise DataError(
            f"The folder {path.name} could not be written; choose another place for it."
        ) from error
    return True


def _pillow(image: QImage):
    """As a Pillow picture with 64 tones, which a GIF packs well."""
    from PIL import Image

    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    pixels = flat[:, : 3 * rgb.width()].reshape(rgb.height(), rgb.width(), 3)
    return Image.fromarray(pixels.copy()).quantize(64, dither=Image.Dither.NONE)
