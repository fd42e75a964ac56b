"""Reading with a limit; writing whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from aemodel.errors import DataError
from aemodel.files import replacing


def write_atomically(path: Path, data: bytes) -> None:
    """Writes beside the file, then takes its place. Raises DataError; the old file then stays."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not a temporary file of the system's: those are for their owner's eyes alone.
        with replacing(path) as part, part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError(f"{path.name} could not be written ({reason}); try another place.") from (
            error
        )


def read_limited(path: Path, limit: int) -> bytes:
    """The file's bytes. Raises DataError where it is missing or longer than `limit` bytes."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DataError(f"{path.name} could not be read ({reason}); check where it is.") from error
    if len(data) > limit:
        size = limit // 2**20
        raise DataError(f"{path.name} is larger than {size} MiB; it is no file of Doodlescape.")
    return data
