"""Which models there are, and opening one. No Qt; runs in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from aemodel.bundle.manifest import Manifest
from aemodel.errors import BundleError
from desktop.engine import Engine
from desktop.files.folders import is_there

PREFERRED = ("atlas", "vae")


@dataclass(frozen=True)
class ModelEntry:
    """A bundle on disk: `problem` says why it cannot be listed properly.

    `own`: it did not come along, a person has brought it.
    """

    path: Path
    name: str
    title: str
    problem: BundleError | None = None
    own: bool = False

    @property
    def key(self) -> str:
        """What settings remember it by: those that come along may be elsewhere after an update."""
        return str(self.path) if self.own else self.name

    def is_at(self, path: str | Path) -> bool:
        """Whether this is where it lies: names may be given twice."""
        return self.path.resolve() == Path(path).resolve()


def installed_models() -> list[ModelEntry]:
    """The bundles in assets/models, the preferred ones first."""
    from aemodel.bundle.runtime import list_bundles

    entries = [_entry(Path(path)) for path in list_bundles()]
    names = [*PREFERRED, *sorted(entry.name for entry in entries)]
    return sorted(entries, key=lambda entry: names.index(entry.name))


def known_models(own: Sequence[str]) -> list[ModelEntry]:
    """The installed ones, then those of one's own that still are where they were."""
    there = [Path(path) for path in own if is_there(Path(path))]
    return [*installed_models(), *(replace(_entry(path), own=True) for path in there)]


def name_of(path: Path, manifest: Manifest) -> str:
    """What a model is called here: one's own with a mark, as many may be given the same name.

    Their latents are different ones, and what one has made is not another's.
    """
    from aemodel.bundle import runtime

    shipped = (runtime.models_dir() / manifest.name).resolve() == path.resolve()
    return manifest.name if shipped else f"{manifest.name} ({manifest.mark})"


def open_engine(path_or_name: str | Path) -> Engine:
    """Opens a bundle and loads what the first stroke will need. Raises BundleError."""
    import contourpy  # noqa: F401  the first outline must not wait for the import

    from aemodel.bundle.runtime import find_bundle, open_bundle
    from aemodel.data import raster, simplify  # noqa: F401

    bundle, path = open_bundle(path_or_name), find_bundle(path_or_name)
    return Engine(bundle, str(path), name_of(path, bundle.info))


@dataclass(frozen=True)
class Unopened:
    """Why a model does not open; `name` is that of its file, "" where the reason is about none."""

    name: str
    reason: Exception


class NoneOpens(BundleError):
    """None of several models can be opened; each has its own reason."""

    def __init__(self, reasons: Sequence[Unopened]) -> None:
        super().__init__(" ".join(str(one.reason) for one in reasons))
        self.reasons = tuple(reasons)


def open_first(candidates: Sequence[str | Path]) -> tuple[Engine, list[Unopened]]:
    """The first that opens, and what was wrong with those before. Raises BundleError if none."""
    problems: list[Unopened] = []
    for candidate in candidates:
        try:
            return open_engine(candidate), problems
        except BundleError as error:
            problems.append(Unopened(Path(candidate).name, error))
    if problems:
        raise NoneOpens(problems)
    raise BundleError(NONE_INSTALLED)


NONE_INSTALLED = (
    "No model is installed, so drawings cannot be redrawn yet. "
    "Put a model bundle into assets/models, or start with --model and the path of one."
)


def _entry(path: Path) -> ModelEntry:
    from aemodel.bundle.archive import read_bundle, read_manifest

    try:
        manifest = read_manifest(path) if path.is_dir() else read_bundle(path)[0]
    except BundleError as error:
        return ModelEntry(path, path.name, path.name, error.with_traceback(None))
    return ModelEntry(path, name_of(path, manifest), manifest.title)
