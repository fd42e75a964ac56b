"""Folders of their own for many files; what is there, and what is not."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def is_folder(path: Path) -> bool:
    """False as well where nobody can tell: on a drive that is gone, in a folder that is locked."""
    with suppress(OSError):
        return path.is_dir()
    return False


def is_file(path: Path) -> bool:
    """As `is_folder`, for files."""
    with suppress(OSError):
        return path.is_file()
    return False


def is_there(path: Path) -> bool:
    """As `is_folder`, for whatever it is."""
    return is_folder(path) or is_file(path)


def free_folder(folder: Path, name: str) -> Path:
    """A path in a folder that does not exist yet: `name`, `name 2`, ..."""
    number = 1
    while (path := folder / (name if number == 1 else f"{name} {number}")).exists():
        number += 1
    return path
