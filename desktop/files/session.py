"""`.doodle` session files: one JSON object, UTF-8, with the document's plain form inside.

    {"kind": "doodlescape-session", "format": 1, "current": {...}, "collection": [...], ...}

A copy that is kept for a crash says as well to which file it belongs, if to any: "file".

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


def session_bytes(state: State, file: Path | None = None) -> bytes:
    """What a session file holds of the state; `file` is what a copy belongs to."""
    plain = {"kind": KIND, **state_to_plain(state)}
    if file is not None:
        plain["file"] = str(file.absolute())
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def parse_session(data: bytes, name: str = "This file") -> tuple[dict[str, Any], str]:
    """Fields for `Document.update`, and the name of the model. Raises DataError."""
    value = _plain(data, name)
    model = value.get("model")
    return Document.from_plain(value), model if isinstance(model, str) else ""


def write_session(path: Path, state: State, file: Path | None = None) -> None:
    """Saves atomically, as a copy of `file` if there is one. Raises DataError."""
    write_atomically(path, session_bytes(state, file))


def read_session(path: Path) -> tuple[dict[str, Any], str]:
    """Opens; see `parse_session`. Raises DataError."""
    return parse_session(read_limited(path, MOST_BYTES), path.name)


def read_copy(path: Path) -> tuple[dict[str, Any], str, Path | None]:
    """As `read_session`, and the file that the copy belongs to, if to any. Raises DataError.

    None as well where that file was written after the copy: it may hold more than the copy does.
    """
    data = read_limited(path, MOST_BYTES)
    file = _plain(data, path.name).get("file")
    home = Path(file) if isinstance(file, str) and "\0" not in file else None
    if home is not None and not (home.is_absolute() and home.suffix and _no_newer(home, path)):
        home = None
    return *parse_session(data, path.name), home


def _no_newer(file: Path, copy: Path) -> bool:
    """Whether a file is gone, or was last written before the copy."""
    try:
        return not file.exists() or (
            file.is_file() and file.stat().st_mtime <= copy.stat().st_mtime
        )
    except OSError:
        return False


def _plain(data: bytes, name: str) -> dict[str, Any]:
    try:
        value = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise DataError(
            f"{name} is damaged and cannot be opened; try another copy of it."
        ) from error
    if not isinstance(value, dict) or value.get("kind") != KIND:
        raise DataError(f"{name} is not a session of Doodlescape; choose a .doodle file.")
    return value
