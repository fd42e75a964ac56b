"""Sketches of a model with grades: what `aemodel.models.judge` learns from.

`assets/judged/doodles.npz` holds 4,320 samples of the prior of `atlas` at temperature 0.85; 576 of
them, cats, dogs and frogs, are each the best of four by an earlier guess at the grades. A
vision-language model looked at them on sheets of 48, among people's drawings that `atlas` had
redrawn, all rendered alike, without being told which were which nor how many of each; it said of
each whether one would take it for a person's doodle of the category: no (0), unsure (0.5) or yes
(1). Two thirds of the cats, dogs and frogs were graded twice, apart from one another (correlation
0.7 to 0.8), and have the mean. No drawing of a person is in the file.
"""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aemodel.assets import assets_dir
from aemodel.errors import DataError

_FILE = "doodles.npz"


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
    path = assets_dir() / "judged" / _FILE
    try:
        with np.load(path, allow_pickle=False) as arrays:
            names = [str(name) for name in arrays["categories"]]
            images, labels, grades = (arrays[name] for name in ("images", "labels", "grades"))
    except (OSError, EOFError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise DataError(f"{path} is damaged ({error}); install Doodlescape again.") from None
    places = np.array([list(categories).index(n) if n in categories else -1 for n in names])
    wanted = places[labels] >= 0
    return JudgedDoodles(images[wanted], places[labels][wanted], grades[wanted].astype(np.float32))
