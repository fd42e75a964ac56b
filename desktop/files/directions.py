"""The named directions that are kept from one session to the next, as one JSON file."""

from __future__ import annotations

import json
from pathlib import Path

from aemodel.errors import DataError
from desktop.files.atomic import read_limited, write_atomically
from desktop.state.mix import Direction
from desktop.state.plain import list_from_plain

KIND = "doodlescape-directions"
MOST_BYTES = 64 * 2**20
MOST = 200


def write_directions(path: Path, directions: tuple[Direction, ...]) -> None:
    """Writes atomically. Raises DataError."""
    plain = {"kind": KIND, "directions": [direction.to_plain() for direction in directions]}
    write_atomically(path, json.dumps(plain, ensure_ascii=False).encode())


def read_directions(path: Path) -> tuple[Direction, ...]:
    """None where there is no such file yet. Raises DataError for a damaged one."""
    if not path.exists():
        return ()
    try:
        value = json.loads(read_limited(path, MOST_BYTES).decode())
    except (ValueError, RecursionError) as error:
        raise DataError(f"{path.name} is damaged; the directions in it are lost.") from error
    if not isinstance(value, dict) or value.get("kind") != KIND:
        raise DataError(f"{path.name} is damaged; the directions in it are lost.")
    listed = list_from_plain(value.get("directions"), limit=MOST)
    return tuple(map(Direction.from_plain, listed))
