"""Where the shipped assets lie: inside the installed package, or at the root of a checkout."""

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def assets_dir() -> Path:
    """Folder that holds `models/`, `icons/`, `examples/`, `evaluation/` and `judged/`."""
    installed = _HERE / "assets"
    return installed if installed.is_dir() else _HERE.parent / "assets"
