"""Labelled drawings from a data folder: read, rid of exact duplicates, split.

A data folder holds `bitmap/<category>.npy`, `simplified/<category>.ndjson` and
`raw/<category>.ndjson`, any of them; `aemodel data fetch --to DIR` makes it.
"""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from aemodel.data.formats import DamageReport, open_bitmaps, read_raw, read_simplified
from aemodel.data.raster import rasterize_batch
from aemodel.data.simplify import simplify
from aemodel.data.split import TEST, TRAIN, VALIDATION, split_of
from aemodel.data.strokes import Drawing
from aemodel.errors import DataError

FORMS = {"bitmap": ".npy", "simplified": ".ndjson", "raw": ".ndjson"}
"""Sub-folders of a data folder, in order of preference, and the suffix of their files."""

_BATCH = 1024


@dataclass(frozen=True)
class LabelledDrawings:
    """Pictures with their categories.

    Attributes:
        images: uint8 (n, 28, 28), 255 = ink.
        labels: int64 (n,), index into `categories`.
        categories: the names, in the order that was asked for.
    """

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    categories: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.images)


@dataclass
class LoadReport:
    """What became of the drawings of each category.

    Attributes:
        form: category -> bitmap, simplified or raw.
        read: category -> drawings that could be read.
        duplicates: category -> exact copies that were removed.
        damage: what the readers left out.
    """

    form: dict[str, str] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)
    duplicates: dict[str, int] = field(default_factory=dict)
    damage: DamageReport = field(default_factory=DamageReport)

    def summary(self) -> str:
        """One or two sentences for a log."""
        copies = sum(self.duplicates.values())
        text = f"{sum(self.read.values())} drawings of {len(self.read)} categories"
        text += f", {copies} exact duplicates removed."
        return f"{text} {self.damage.summary()}.".strip() if self.damage.damages else text


@dataclass(frozen=True)
class Dataset:
    """The three sides of the split, and how they came about."""

    train: LabelledDrawings
    validation: LabelledDrawings
    test: LabelledDrawings
    report: LoadReport

    @property
    def categories(self) -> tuple[str, ...]:
        """The category names, in label order."""
        return self.train.categories


def available_forms(directory: Path | str) -> dict[str, dict[str, Path]]:
    """category -> form -> file, for everything in a data folder; sorted by category.

    Raises:
        DataError: when the folder does not exist.
    """
    root = Path(directory)
    if not root.is_dir():
        raise DataError(
            f"There is no data folder {root}; make one with"
            f" `aemodel data fetch cat dog tree --to {root}`."
        )
    found: dict[str, dict[str, Path]] = {}
    for form, suffix in FORMS.items():
        for path in sorted((root / form).glob(f"*{suffix}")):
            found.setdefault(path.stem, {})[form] = path
    return dict(sorted(found.items()))


def available_categories(directory: Path | str) -> dict[str, int]:
    """Number of drawings in the preferred file of each category, read from headers or lines.

    Raises:
        DataError: when the folder does not exist or a file cannot be read.
    """
    counts = {}
    for category, files in available_forms(directory).items():
        form, path = next(iter(files.items()))
        if form == "bitmap":
            counts[category] = len(open_bitmaps(path))
        else:
            with path.open("rb") as file:
                counts[category] = sum(1 for line in file if line.strip())
    return counts


def load_drawings(
    directory: Path | str,
    categories: Sequence[str],
    limit: int | None = None,
    form: str | None = None,
) -> Dataset:
    """Read categories, remove exact duplicates within each, and split by `split_of`.

    Args:
        directory: the data folder.
        categories: names in the order that the labels get.
        limit: at most this many drawings of each category, the first in the file.
        form: bitmap, simplified or raw; by default the first of these that a category has.

    Raises:
        DataError: on an unknown category (with what is there), an unknown form, or no drawing.
    """
    found = available_forms(directory)
    names = tuple(categories)
    if not names:
        raise DataError("Name at least one category.")
    if len(set(names)) != len(names):
        raise DataError("A category is named twice.")
    if form is not None and form not in FORMS:
        raise DataError(f"The form {form!r} is unknown; choose one of {', '.join(FORMS)}.")
    report = LoadReport()
    parts = []
    for name in names:
        chosen, path = _choose(name, form, found, Path(directory))
        images = read_images(path, chosen, limit, report.damage)
        kept = without_duplicates(images)
        if not len(kept):
            raise DataError(f"{path} holds no readable drawing; fetch it again.")
        report.form[name], report.read[name] = chosen, len(images)
        report.duplicates[name] = len(images) - len(kept)
        parts.append(kept)
    images = np.concatenate(parts)
    labels = np.repeat(np.arange(len(names), dtype=np.int64), [len(part) for part in parts])
    sides = split_of(images)
    train, validation, test = (
        LabelledDrawings(images[sides == side], labels[sides == side], names)
        for side in (TRAIN, VALIDATION, TEST)
    )
    return Dataset(train, validation, test, report)


def _choose(
    name: str, form: str | None, found: dict[str, dict[str, Path]], directory: Path
) -> tuple[str, Path]:
    """The form and the file to read a category from."""
    files = found.get(name, {})
    for candidate in (form,) if form else FORMS:
        if candidate in files:
            return candidate, files[candidate]
    there = sorted(category for category in found if form is None or form in found[category])
    if not there:
        what = f"{form} files" if form else "drawings"
        raise DataError(
            f"{directory} holds no {what}; fetch some with `aemodel data fetch {name} --to"
            f" {directory}`."
        )
    close = difflib.get_close_matches(name, there, n=1)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    shown = ", ".join(there[:60]) + (", ..." if len(there) > 60 else "")
    raise DataError(f"There is no category {name!r} in {directory}.{hint} There are: {shown}.")


def read_images(
    path: Path, form: str, limit: int | None, report: DamageReport
) -> NDArray[np.uint8]:
    """The first drawings of one file as uint8 (n, 28, 28), rasterised if they are strokes."""
    if form == "bitmap":
        return np.array(open_bitmaps(path, report)[:limit])
    records: Iterable[Drawing]
    if form == "simplified":
        records = (record.strokes for record in read_simplified(path, report))
    else:
        records = (simplify(record.strokes) for record in read_raw(path, report))
    batches = [rasterize_batch(batch) for batch in _batched(islice(records, limit))]
    return np.concatenate(batches) if batches else np.zeros((0, 28, 28), dtype=np.uint8)


def _batched(drawings: Iterable[Drawing]) -> Iterator[list[Drawing]]:
    iterator = iter(drawings)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def without_duplicates(images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The pictures (n, 28, 28) without exact copies, the first of each kept, in order."""
    if not len(images):
        return images
    rows = np.ascontiguousarray(images).reshape(len(images), -1)
    keys = rows.view(np.dtype((np.void, rows.shape[1]))).ravel()
    _, first = np.unique(keys, return_index=True)
    return images[np.sort(first)]
