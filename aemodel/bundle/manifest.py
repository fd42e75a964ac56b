"""The manifest of a bundle (`model.json`): what the model is, whence it comes, what files it has.

Parsed by hand from JSON so that every refusal is a sentence; unknown keys are ignored, so that an
older runtime can read what a newer one of the same schema adds.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aemodel.errors import BundleError

SCHEMA_VERSION = 1
MANIFEST_NAME = "model.json"
MANIFEST_LIMIT = 1 << 20
FILE_LIMIT = 64 << 20
TOTAL_LIMIT = 128 << 20
FILE_COUNT_LIMIT = 32
LATENT_LIMIT = 1 << 16
CATEGORY_LIMIT = 1024

DATA_CREDIT = (
    "Quick, Draw! drawings, made available by Google, Inc. under the Creative Commons "
    "Attribution 4.0 International license (CC BY 4.0)"
)
DATA_SOURCE: Mapping[str, str] = {
    "name": "Quick, Draw!",
    "source": "https://github.com/googlecreativelab/quickdraw-dataset",
    "licence": "CC BY 4.0",
    "licence_url": "https://creativecommons.org/licenses/by/4.0/",
    "credit": DATA_CREDIT,
}

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class FileEntry:
    """One file of a bundle: its plain name (no folders), its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str

    @classmethod
    def of(cls, name: str, content: bytes) -> "FileEntry":
        """The entry that `content` has to have under `name`."""
        return cls(name, len(content), hashlib.sha256(content).hexdigest())


@dataclass(frozen=True)
class Manifest:
    """Everything that `model.json` says.

    `prior` is `{"kind": "none" | "normal" | "gaussian" | ...}` with the settings of that kind;
    `map` is None for a model without a map; `refinement` is `{"passes": ..., "rate": ...}` where
    drawings are read more than once, else None; `missing` gives the reason, one sentence, for each
    capability that the exporter left out; `data`, `training` and `metrics` are free JSON objects.
    """

    name: str
    title: str
    kind: str
    latent_size: int
    categories: tuple[str, ...]
    files: tuple[FileEntry, ...]
    prior: Mapping[str, Any] = field(default_factory=lambda: {"kind": "none"})
    map: Mapping[str, Any] | None = None
    refinement: Mapping[str, Any] | None = None
    missing: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=lambda: dict(DATA_SOURCE))
    training: Mapping[str, Any] = field(default_factory=dict)
    metrics: Mapping[str, Any] = field(default_factory=dict)
    schema: int = SCHEMA_VERSION

    def file(self, name: str) -> FileEntry | None:
        """The entry of that name, or None."""
        return next((entry for entry in self.files if entry.name == name), None)

    @property
    def mark(self) -> str:
        """Six hex digits that differ where the content of any file does: names may be the same."""
        contents = "".join(sorted(entry.name + entry.sha256 for entry in self.files))
        return hashlib.sha256(contents.encode()).hexdigest()[:6]

    def to_dict(self) -> dict[str, Any]:
        """The plain JSON form."""
        return {
            "schema": self.schema,
            "name": self.name,
            "title": self.title,
            "kind": self.kind,
            "latent_size": self.latent_size,
            "categories": list(self.categories),
            "prior": dict(self.prior),
            "map": None if self.map is None else dict(self.map),
            "refinement": None if self.refinement is None else dict(self.refinement),
            "missing": dict(self.missing),
            "data": dict(self.data),
            "training": dict(self.training),
            "metrics": dict(self.metrics),
            "files": [
                {"name": entry.name, "size": entry.size, "sha256": entry.sha256}
                for entry in self.files
            ],
        }

    def to_json(self) -> bytes:
        """The text of `model.json`. Raises BundleError where it could not be read back."""
        try:
            text = json.dumps(self.to_dict(), indent=1, ensure_ascii=False, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise BundleError(f"The manifest of {self.name} is not plain JSON: {error}.") from error
        content = (text + "\n").encode()
        parse_manifest(content)
        return content


def parse_manifest(content: bytes) -> Manifest:
    """Read `model.json`. Raises BundleError with the key at fault."""
    if len(content) > MANIFEST_LIMIT:
        raise BundleError(
            f"{MANIFEST_NAME} is {len(content):,} bytes, more than the {MANIFEST_LIMIT:,} allowed."
        )
    try:
        tree = json.loads(content.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise BundleError(f"{MANIFEST_NAME} is not valid JSON: {error}.") from error
    if not isinstance(tree, dict):
        raise BundleError(f"{MANIFEST_NAME} must hold a JSON object.")
    schema = _whole(tree, "schema", 1, None)
    if schema > SCHEMA_VERSION:
        raise BundleError(
            f"The model has schema version {schema}, but this program reads up to "
            f"{SCHEMA_VERSION}; install a newer Doodlescape to open it."
        )
    manifest = Manifest(
        schema=schema,
        name=_plain_name(tree, "name"),
        title=_text(tree, "title", 200),
        kind=_plain_name(tree, "kind"),
        latent_size=_whole(tree, "latent_size", 1, LATENT_LIMIT),
        categories=_categories(tree),
        files=_files(tree),
        prior=_object(tree, "prior"),
        map=None if tree.get("map") is None else _object(tree, "map"),
        refinement=None if tree.get("refinement") is None else _object(tree, "refinement"),
        missing=_missing(tree),
        data=_object(tree, "data"),
        training=_object(tree, "training"),
        metrics=_object(tree, "metrics"),
    )
    _text(manifest.prior, "kind", 64, "prior.kind")
    return manifest


def check_file(entry: FileEntry, content: bytes) -> None:
    """Raise BundleError unless `content` is exactly what the manifest promises."""
    if len(content) != entry.size:
        raise BundleError(
            f"{entry.name} has {len(content):,} bytes where the manifest says {entry.size:,}; "
            "it was cut short or altered, so get the model again."
        )
    if hashlib.sha256(content).hexdigest() != entry.sha256:
        raise BundleError(
            f"{entry.name} was altered: its SHA-256 is not the one in the manifest, "
            "so get the model again."
        )


def _refuse_constant(text: str) -> float:
    raise ValueError(f"{text} is not a number")


def _get(tree: Mapping[str, Any], key: str, label: str | None = None) -> Any:
    if key not in tree:
        raise BundleError(f"{MANIFEST_NAME} lacks the key {label or key!r}.")
    return tree[key]


def _whole(tree: Mapping[str, Any], key: str, low: int, high: int | None) -> int:
    value = _get(tree, key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BundleError(f"{MANIFEST_NAME}: {key!r} must be a whole number.")
    if high is None and value < low:
        raise BundleError(f"{MANIFEST_NAME}: {key!r} must be at least {low}, not {value}.")
    if high is not None and not low <= value <= high:
        raise BundleError(
            f"{MANIFEST_NAME}: {key!r} must be between {low} and {high:,}, not {value}."
        )
    return value


def _text(tree: Mapping[str, Any], key: str, limit: int, label: str | None = None) -> str:
    value = _get(tree, key, label)
    if not isinstance(value, str) or not value.strip() or len(value) > limit:
        raise BundleError(
            f"{MANIFEST_NAME}: {label or key!r} must be a text of 1 to {limit} characters."
        )
    if not value.isprintable():
        raise BundleError(f"{MANIFEST_NAME}: {label or key!r} holds unprintable characters.")
    return value


def _plain_name(tree: Mapping[str, Any], key: str) -> str:
    value = _text(tree, key, 64)
    if not _NAME.fullmatch(value):
        raise BundleError(
            f"{MANIFEST_NAME}: {key!r} may hold only lower-case letters, digits, - and _, "
            f"not {value!r}."
        )
    return value


def _object(tree: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = _get(tree, key)
    if not isinstance(value, dict):
        raise BundleError(f"{MANIFEST_NAME}: {key!r} must be an object.")
    return value


def _list(tree: Mapping[str, Any], key: str, limit: int) -> list[Any]:
    value = _get(tree, key)
    if not isinstance(value, list):
        raise BundleError(f"{MANIFEST_NAME}: {key!r} must be a list.")
    if len(value) > limit:
        raise BundleError(f"{MANIFEST_NAME}: {key!r} has {len(value)} entries; {limit} at most.")
    return value


def _categories(tree: Mapping[str, Any]) -> tuple[str, ...]:
    names = _list(tree, "categories", CATEGORY_LIMIT)
    for name in names:
        if not isinstance(name, str) or not name.strip() or len(name) > 64 or name != name.strip():
            raise BundleError(
                f"{MANIFEST_NAME}: 'categories' must hold names of 1 to 64 characters."
            )
        if not name.isprintable():
            raise BundleError(f"{MANIFEST_NAME}: a category holds unprintable characters.")
    if len(set(names)) != len(names):
        raise BundleError(f"{MANIFEST_NAME}: 'categories' names one category twice.")
    return tuple(names)


def _missing(tree: Mapping[str, Any]) -> dict[str, str]:
    reasons = _object(tree, "missing")
    for capability in reasons:
        _text(reasons, capability, 500, f"missing.{capability}")
    return reasons


def _files(tree: Mapping[str, Any]) -> tuple[FileEntry, ...]:
    entries: list[FileEntry] = []
    for item in _list(tree, "files", FILE_COUNT_LIMIT):
        if not isinstance(item, dict):
            raise BundleError(f"{MANIFEST_NAME}: each of 'files' must be an object.")
        name = _text(item, "name", 100, "files.name")
        if not _FILE.fullmatch(name) or name.endswith(".") or _RESERVED.fullmatch(name):
            raise BundleError(
                f"{MANIFEST_NAME}: {name!r} is not a plain file name inside the bundle."
            )
        if name.lower() == MANIFEST_NAME:
            raise BundleError(f"{MANIFEST_NAME} must not list itself among 'files'.")
        size = _whole(item, "size", 0, None)
        if size > FILE_LIMIT:
            raise BundleError(
                f"{name} is said to have {size:,} bytes, more than the {FILE_LIMIT:,} allowed."
            )
        sha256 = _text(item, "sha256", 64, f"files.{name}.sha256")
        if not _SHA256.fullmatch(sha256):
            raise BundleError(f"{MANIFEST_NAME}: the sha256 of {name} must be 64 hex digits.")
        entries.append(FileEntry(name, size, sha256))
    names = [entry.name.lower() for entry in entries]
    if len(set(names)) != len(names):
        raise BundleError(f"{MANIFEST_NAME}: 'files' names one file twice.")
    if sum(entry.size for entry in entries) > TOTAL_LIMIT:
        raise BundleError(
            f"The files of the model add up to more than the {TOTAL_LIMIT:,} bytes allowed."
        )
    return tuple(entries)
