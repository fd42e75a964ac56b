"""What the generating commands write: contact sheets, animations, arrays, folders of pictures."""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL.Image import Image

from aemodel.bundle.checks import Floats
from aemodel.bundle.runtime import Bundle
from aemodel.bundle.sheets import contact_sheet, picture, save_gif, save_png
from aemodel.errors import DoodlescapeError
from aemodel.files import replacing

SHEET_LIMIT = 2500
Notes = dict[str, str]


class OutputError(DoodlescapeError):
    """A file that cannot be written as asked."""


def output_kind(path: Path, text: str, kinds: Sequence[str]) -> str:
    """One of `kinds` (".png", ".npy", ".gif" or "folder") for what was given to `-o`.

    A folder is an existing one, a name that ends with a slash, or a name without an extension.
    Raises OutputError for anything else, and where the place to write to does not exist.
    """
    folder = path.is_dir() or text.endswith(("/", os.sep)) or not path.suffix
    kind = "folder" if folder else path.suffix.lower()
    if kind not in kinds:
        known = ", ".join(k for k in kinds if k != "folder")
        also = " or a folder" if "folder" in kinds else ""
        what = "a folder" if folder else f"the ending {path.suffix!r}"
        raise OutputError(f"{text}: {what} is not possible here; choose {known}{also}.")
    if kind == "folder" and path.exists() and not path.is_dir():
        raise OutputError(f"{text} is a file, not a folder.")
    if kind != "folder" and not path.absolute().parent.is_dir():
        raise OutputError(f"There is no folder {path.parent} to write {path.name} into.")
    return kind


def notes_of(model: Bundle, **settings: object) -> Notes:
    """The text that goes with every picture: the model, its data's credit, how to make it again."""
    credit = str(model.manifest["data"].get("credit", ""))
    notes = {"Model": f"{model.name} ({model.title})"}
    notes |= {key.replace("_", " ").capitalize(): str(value) for key, value in settings.items()}
    return notes | ({"Source": f"Trained on {credit}"} if credit else {})


def count_words(n: int) -> str:
    """Such as "1 doodle" or "2,000 doodles"."""
    return f"{n:,} doodle{'s' if n != 1 else ''}"


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file, whole or not at all."""
    try:
        with replacing(path) as part:
            part.write_bytes(content)
    except OSError as error:
        raise _unwritable(path, error) from error


def write_doodles(
    kind: str,
    path: Path,
    images: Floats,
    *,
    names: Sequence[str],
    notes: Sequence[Notes],
    scale: int,
) -> None:
    """Write images (n, 28, 28) as a contact sheet, an array or a folder of pictures.

    `names` and `notes` are those of each picture; what all notes agree on goes on the sheet.
    """
    if kind == ".png":
        shared = {k: v for k, v in notes[0].items() if all(n.get(k) == v for n in notes)}
        write_tiles(path, [picture(image, scale) for image in images], shared)
        return
    try:
        if kind == ".npy":
            with replacing(path) as part, part.open("wb") as file:
                np.save(file, images.astype(np.float32), allow_pickle=False)
            return
        path.mkdir(parents=True, exist_ok=True)
        for image, name, note in zip(images, names, notes, strict=True):
            save_png(picture(image, scale), path / f"{name}.png", note)
    except OSError as error:
        raise _unwritable(path, error) from error


def write_tiles(
    path: Path, tiles: Sequence[Image], notes: Notes, columns: int | None = None
) -> None:
    """Write pictures as one contact sheet."""
    check_sheet(".png", len(tiles))
    try:
        save_png(contact_sheet(tiles, columns), path, notes)
    except OSError as error:
        raise _unwritable(path, error) from error


def write_animation(
    path: Path, frames: Sequence[Image], notes: Notes, milliseconds: int, *, once: bool
) -> None:
    """Write frames as a GIF that goes back and forth for ever, or forth once."""
    played = list(frames) if once else [*frames, *frames[-2:0:-1]]
    try:
        save_gif(played, path, notes, milliseconds, loop=not once)
    except OSError as error:
        raise _unwritable(path, error) from error


def check_sheet(kind: str, count: int) -> None:
    """Refuse a contact sheet that nobody could open."""
    if kind == ".png" and count > SHEET_LIMIT:
        raise OutputError(
            f"{count:,} doodles do not fit on one sheet of at most {SHEET_LIMIT:,}; "
            "write a .npy file or a folder, or ask for fewer."
        )


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path} cannot be written: {error.strerror or error}.")
