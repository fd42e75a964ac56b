"""Folders of their own for many files."""

from __future__ import annotations

from pathlib import Path


def free_folder(folder: Path, name: str) -> Path:
    """A path in a folder that does not exist yet: `name`, `name 2`, ..."""
    number = 1
    while (path := folder / (name if number == 1 else f"{name} {number}")).exists():
        number += 1
    return path
