"""The project's own example doodles, drawn for it; not from the dataset."""

import json

import numpy as np
from numpy.typing import NDArray

from aemodel.assets import assets_dir
from aemodel.errors import DataError


def example_drawings() -> dict[str, list[NDArray[np.float64]]]:
    """Name -> drawing in simplified coordinates, sorted by name; `cat`, `dog`, `tree` and more.

    Raises:
        DataError: when the installation lacks them or a file is damaged.
    """
    folder = assets_dir() / "examples"
    drawings: dict[str, list[NDArray[np.float64]]] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            drawings[record["name"]] = [
                np.array(stroke, dtype=np.float64).T for stroke in record["drawing"]
            ]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise DataError(f"{path} is damaged ({error}); install Doodlescape again.") from None
    if not drawings:
        raise DataError(f"{folder} holds no example doodles; install Doodlescape again.")
    return drawings
