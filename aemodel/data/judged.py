"""Doodles with grades: what `aemodel.models.judge` learns from.

A vision-language model looked at doodles on sheets of 24 to 48, samples of `atlas` among people's
drawings that `atlas` had redrawn, all rendered alike, without being told which were which nor how
many of each; it said of each whether one would take it for a person's doodle of the category: no
(0), unsure (0.5) or yes (1). Doodles that were graded several times, apart from one another, have
the mean (correlation of two gradings 0.7 to 0.8 for cats, dogs and frogs, 0.5 to 0.7 among what a
judge had chosen).

`assets/judged/doodles.npz` holds the samples: 10,968, a quarter of them cats and a third dogs or
frogs, at temperatures from 0.85 to 1.1; nearly half are not as the prior draws them but what an
earlier judge had chosen. No drawing of a person is in it. `assets/judged/drawings.npz` has the
grades of people's drawings of the training side, and of each drawing no more than a fingerprint,
by which it is found among the drawings that are trained on.
"""

import hashlib
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aemodel.assets import assets_dir
from aemodel.errors import DataError

_DOODLES = "doodles.npz"
_DRAWINGS = "drawings.npz"


@dataclass(frozen=True)
class JudgedDoodles:
    """Pictures uint8 (n, 28, 28), 255 = ink; category (n,), an index; grades float32 (n,), 0..1."""

    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    grades: NDArray[np.float32]


def judged_doodles(categories: Sequence[str]) -> JudgedDoodles:
    """Those of the given categories; `labels` are indices into them.

    Raises:
        DataError: when the file is missing or damaged.
    """
    arrays = _read(_DOODLES, "categories", "images", "labels", "grades")
    names, images, labels, grades = arrays
    places = np.array(
        [list(categories).index(n) if n in categories else -1 for n in names.tolist()]
    )
    wanted = places[labels] >= 0
    return JudgedDoodles(images[wanted], places[labels][wanted], grades[wanted].astype(np.float32))


def graded_drawings(
    images: NDArray[np.uint8],
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Which of these drawings (n, 28, 28) have been graded, (m,), and their grades (m,), 0..1.

    Raises:
        DataError: when the file is missing or damaged.
    """
    fingerprints, grades = _read(_DRAWINGS, "fingerprints", "grades")
    known = dict(zip(fingerprints.tolist(), grades.tolist(), strict=True))
    found = [known.get(fingerprint) for fingerprint in fingerprints_of(images).tolist()]
    rows = [row for row, grade in enumerate(found) if grade is not None]
    return np.array(rows, np.int64), np.array([found[row] for row in rows], np.float32)


def fingerprints_of(images: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """64 bits (n,) of the BLAKE2b hash of each drawing (n, 28, 28)."""
    digests = [hashlib.blake2b(image.tobytes(), digest_size=8).digest() for image in images]
    return np.frombuffer(b"".join(digests), "<u8").astype(np.uint64)


def _read(file: str, *names: str) -> list[NDArray[Any]]:
    """Arrays of a file of `assets/judged`, by name. Raises DataError where that fails."""
    path = assets_dir() / "judged" / file
    try:
        with np.load(path, allow_pickle=False) as arrays:
            return [arrays[name] for name in names]
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise DataError(f"{path} is damaged ({error}); install Doodlescape again.") from None
