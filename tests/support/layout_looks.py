"""Starts `layout_checks`: which models, languages and scales of the screen it looks at."""

from __future__ import annotations

import os
from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path

from beside import ROOT, Beside, Ran

SUPPORT = Path(__file__).resolve().parent
SIZES = ("1024x680", "1600x1000")

Look = tuple[str, ...]
"""Model, languages, scale; the first language as the window starts, the others while it runs."""
LOOKS: list[Look] = [("vae", "en", "1"), ("vae", "en", "2"), ("atlas", "zh_CN,en", "1")]


def start_looks(beside: Beside, models: Mapping[str, Path], home: Path) -> dict[Look, Future[Ran]]:
    """Each look at a model that there is, the longest first; all in one home."""
    path = os.pathsep.join((str(ROOT), str(SUPPORT)))
    return {
        (model, languages, scale): beside.python(
            home,
            *(str(SUPPORT / "layout_checks.py"), str(models[model]), languages, *SIZES),
            QT_SCALE_FACTOR=scale,
            PYTHONPATH=path,
            LANG="C",
        )
        for model, languages, scale in reversed(LOOKS)
        if model in models
    }
