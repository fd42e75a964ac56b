"""Files of categories of one's own: all of them for the next session, and one to give away.

The one to give away is what `aemodel.bundle.few_shot` writes, with the drawings in it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from aemodel.errors import DataError
from desktop.files.atomic import read_limited, write_atomically
from desktop.state.taught import Taught, taught_from_plain

SUFFIX = ".category"
SUFFIXES = (SUFFIX, ".npz")
"""What it is called here, and by `aemodel learn`."""
KIND = "doodlescape-categories"
MOST_BYTES = 64 * 2**20
MOST_BYTES_OF_ONE = 8 * 2**20


def write_all(path: Path, taught: tuple[Taught, ...]) -> None:
    """Writes atomically. Raises DataError."""
    plain = {"kind": KIND, "categories": [category.to_plain() for category in taught]}
    write_atomically(path, json.dumps(plain, ensure_ascii=False).encode())


def read_all(path: Path) -> tuple[Taught, ...]:
    """None where there is no such file yet. Raises DataError for a damaged one."""
    if not path.exists():
        return ()
    try:
        value = json.loads(read_limited(path, MOST_BYTES).decode())
    except (ValueError, RecursionError) as error:
        raise DataError(f"{path.name} is damaged; the categories in it are lost.") from error
    if not isinstance(value, dict) or value.get("kind") != KIND:
        raise DataError(f"{path.name} is damaged; the categories in it are lost.")
    return taught_from_plain(value.get("categories"))


def write_one(path: Path, learnt: Any) -> None:
    """Writes a `LearnedCategory` atomically. Raises DataError."""
    write_atomically(path, learnt.to_bytes())


def read_one(path: Path) -> Any:
    """The `LearnedCategory` in a file. Raises DoodlescapeError for any other file."""
    from aemodel.bundle.few_shot import LearnedCategory

    return LearnedCategory.from_bytes(read_limited(path, MOST_BYTES_OF_ONE))
