"""Which models there are, and opening one. No Qt; runs in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aemodel.errors import BundleError
from desktop.engine import Engine

PREFERRED = ("atlas", "vae")


@dataclass(frozen=True)
class ModelEntry:
    """A bundle on disk: `problem` says why it cannot be listed properly."""

    path: Path
    name: str
    title: str
    problem: BundleError | None = None


def installed_models() -> list[ModelEntry]:
    """The bundles in assets/models, the preferred ones first."""
    from aemodel.bundle.runtime import list_bundles

    entries = [_entry(Path(path)) for path in list_bundles()]
    names = [*PREFERRED, *sorted(entry.name for entry in entries)]
    return sorted(entries, key=lambda entry: names.index(entry.name))


def open_engine(path_or_name: str | Path) -> Engine:
    """Opens a bundle and loads what the first stroke will need. Raises BundleError."""
    import contourpy  # noqa: F401  the first outline must not wait for the import

    from aemodel.bundle.runtime import find_bundle, open_bundle
    from aemodel.data import raster, simplify  # noqa: F401

    return Engine(open_bundle(path_or_name), str(find_bundle(path_or_name)))


class NoneOpens(BundleError):
    """None of several models can be opened; each has its own reason."""

    def __init__(self, reasons: Sequence[BundleError]) -> None:
        super().__init__(" ".join(str(reason) for reason in reasons))
        self.reasons = tuple(reasons)


def open_first(candidates: Sequence[str | Path]) -> tuple[Engine, list[BundleError]]:
    """The first that opens, and what was wrong with those before. Raises BundleError if none."""
    problems: list[BundleError] = []
    for candidate in candidates:
        try:
            return open_engine(candidate), problems
        except BundleError as error:
            problems.append(error)
    if problems:
        raise NoneOpens(problems)
    raise BundleError(NONE_INSTALLED)


NONE_INSTALLED = (
    "No model is installed, so drawings cannot be redrawn yet. "
    "Put a model bundle into assets/models, or start with --model and the path of one."
)


def _entry(path: Path) -> ModelEntry:
    from aemodel.bundle.archive import read_manifest

    try:
        manifest = read_manifest(path)
    except BundleError as error:
        return ModelEntry(path, path.name, path.name, error.with_traceback(None))
    return ModelEntry(path, manifest.name, manifest.title)
