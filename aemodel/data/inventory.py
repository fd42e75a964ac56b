"""What a data folder holds: counts, damage, duplicates, sides of the split, a contact sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from aemodel.data.dataset import available_forms, read_images, without_duplicates
from aemodel.data.formats import DamageReport
from aemodel.data.split import TEST, TRAIN, VALIDATION, split_of
from aemodel.errors import DataError


@dataclass(frozen=True)
class Holding:
    """One file of a data folder.

    Attributes:
        category, form: what it is; `path` where.
        drawings: how many can be read, `duplicates` of them exact copies of an earlier one.
        train, validation, test: sizes of the sides, without duplicates.
        damage: what could not be read.
    """

    category: str
    form: str
    path: Path
    drawings: int
    duplicates: int
    train: int
    validation: int
    test: int
    damage: DamageReport


def take_stock(directory: Path, categories: Sequence[str] = ()) -> Iterator[Holding]:
    """Read every file of a data folder, one at a time; only `categories` when some are named.

    Raises:
        DataError: on a missing or empty folder, or a category that it does not hold.
    """
    found = available_forms(directory)
    if not found:
        raise DataError(f"{directory} holds no drawings; fetch some with `aemodel data fetch`.")
    for name in categories:
        if name not in found:
            raise DataError(f"{directory} holds no {name!r}; there are: {', '.join(found)}.")
    for category in categories or found:
        for form, path in found[category].items():
            yield _holding(category, form, path)


def _holding(category: str, form: str, path: Path) -> Holding:
    damage = DamageReport()
    try:
        images = read_images(path, form, None, damage)
    except DataError as error:
        damage.add(path, None, str(error), None)
        return Holding(category, form, path, 0, 0, 0, 0, 0, damage)
    kept = without_duplicates(images)
    sides = np.bincount(split_of(kept), minlength=3)
    return Holding(
        category,
        form,
        path,
        len(images),
        len(images) - len(kept),
        int(sides[TRAIN]),
        int(sides[VALIDATION]),
        int(sides[TEST]),
        damage,
    )


def contact_sheet(
    directory: Path, categories: Sequence[str] = (), columns: int = 16
) -> Image.Image:
    """The first drawings of every category, one row each, its name on the left; dark on light.

    Raises:
        DataError: on a missing or empty folder.
    """
    found = available_forms(directory)
    names = [name for name in (categories or found) if name in found]
    if not names:
        raise DataError(f"{directory} holds none of these drawings.")
    cell, left, zoom = 60, 170, 2
    sheet = Image.new("L", (left + columns * cell, len(names) * cell), 255)
    draw = ImageDraw.Draw(sheet)
    for row, name in enumerate(names):
        form, path = next(iter(found[name].items()))
        draw.text((8, row * cell + cell // 2 - 6), f"{name} ({form})", fill=0)
        try:
            images = read_images(path, form, columns, DamageReport())
        except DataError:
            draw.text((left, row * cell + cell // 2 - 6), "cannot be read", fill=0)
            continue
        for column, image in enumerate(images):
            doodle = np.kron(255 - image, np.ones((zoom, zoom), dtype=np.uint8))
            sheet.paste(Image.fromarray(doodle), (left + column * cell, row * cell + 2))
    return sheet
