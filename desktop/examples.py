"""The project's own example doodles, in assets/examples."""

from __future__ import annotations

import json
from pathlib import Path

from aemodel.assets import assets_dir
from aemodel.errors import DataError
from desktop.state.ink import Ink, ink_from_lines
from desktop.state.plain import list_from_plain, mapping_from_plain


def example_names() -> list[str]:
    """Names of the example doodles."""
    return sorted(path.stem for path in (assets_dir() / "examples").glob("*.json"))


def load_example(name: str) -> Ink:
    """The ink of one: `{"name": ..., "drawing": [[[x...], [y...]], ...]}`. Raises DataError."""
    path: Path = assets_dir() / "examples" / f"{name}.json"
    try:
        value = mapping_from_plain(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise DataError(f"The example doodle {name} is missing; install Doodlescape again.") from (
            error
        )
    return ink_from_lines(list_from_plain(value.get("drawing")))
