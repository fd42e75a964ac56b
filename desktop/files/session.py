"""`.doodle` session files: one JSON object, UTF-8, with the document's plain form inside.

    {"kind": "doodlescape-session", "format": 1, "current": {...}, "collection": [...], ...}

Reading trusts nothing: the size is limited before reading, and every value is checked.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from aemodel.errors import DataError
from desktop.files.atomic import read_limited, write_atomically
from desktop.state.document import Document, State, state_to_plain

SUFFIX = ".doodle"
KIND = "doodlescape-session"
MOST_BYTES = 64 * 2**20


def session_bytes(state: State) -> bytes:
    """What a session file holds of the state."""
    plain = {"kind": KIND, **state_to_plain(state)}
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def parse_session(data: bytes, name: str = "This file") -> tuple[dict[str, Any], str]:
    """Fields for `Document.update`, and the name of the model. Raises DataError."""
    try:
        value = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise DataError(
            f"{name} is damaged and cannot be opened; try another copy of it."
        ) from error
    if not isinstance(value, dict) or value.get("kind") != KIND:
        raise DataError(f"{name} is not a session of Doodlescape; choose a .doodle file.")
    model = value.get("model")
    return Document.from_plain(value), model if isinstance(model, str) else ""


def write_session(path: Path, state: State) -> None:
    """Saves atomically. Raises DataError."""
    write_atomically(path, session_bytes(state))


def read_session(path: Path) -> tuple[dict[str, Any], str]:
    """Opens; see `parse_session`. Raises DataError."""
    return parse_session(read_limited(path, MOST_BYTES), path.name)
