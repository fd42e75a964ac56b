"""Programs of their own that take long: started early, they run while other tests go on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "APPDATA")

Ran = subprocess.CompletedProcess[str]


class Beside:
    """Runs what it is given one after another: the tests keep a core for themselves."""

    def __init__(self, session: pytest.Session) -> None:
        self._chosen = {item.path.stem for item in session.items}
        self._chosen |= {item.name.partition("[")[0] for item in session.items}
        self.pool = ThreadPoolExecutor(1)

    def chosen(self, name: str) -> bool:
        """Whether a test, or one of a file, of this name will run: else nothing need start."""
        return name in self._chosen

    def python(self, home: Path, *arguments: str, **variables: str) -> Future[Ran]:
        """Runs Python off screen in the root of the repository, with a home of its own."""
        environment = os.environ | dict.fromkeys(_HOMES, str(home)) | variables
        environment["QT_QPA_PLATFORM"] = "offscreen"
        return self.pool.submit(_run, [sys.executable, *arguments], environment)

    def stop(self) -> None:
        """Starts nothing more, and waits for what runs."""
        self.pool.shutdown(cancel_futures=True)


def _run(command: list[str], environment: Mapping[str, str]) -> Ran:
    return subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
