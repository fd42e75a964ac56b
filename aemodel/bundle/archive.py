"""Reads the files of a bundle, from a folder or a zip, into memory; nothing is ever extracted.

Whatever is read was checked before: plain names, no links, sizes within the limits, sizes and
SHA-256 as the manifest says.
"""

import stat
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from aemodel.bundle.manifest import (
    FILE_LIMIT,
    MANIFEST_LIMIT,
    MANIFEST_NAME,
    TOTAL_LIMIT,
    Manifest,
    check_file,
    parse_manifest,
)
from aemodel.errors import BundleError

ZIP_ENTRY_LIMIT = 256
ZIP_RATIO_LIMIT = 100
_RATIO_FREE = 1 << 20

Read = Callable[[str, int], bytes]
"""Returns the bytes of a file of that plain name, having refused more than that many."""


def read_bundle(path: Path) -> tuple[Manifest, dict[str, bytes]]:
    """The manifest and the files that it lists, each verified.

    `path` is a folder that holds `model.json`, or a zip that holds it at its top or in its one
    top folder. Raises BundleError for anything missing, oversized, altered, linked or unreadable.
    """
    try:
        if path.is_dir():
            return _read_all(lambda name, limit: _read_plain(path / name, limit))
        if path.is_file():
            if path.stat().st_size > TOTAL_LIMIT:
                raise BundleError(
                    f"{path} is larger than the {TOTAL_LIMIT:,} bytes that a model may have."
                )
            with zipfile.ZipFile(path) as archive:
                members = _members(archive)
                return _read_all(lambda name, limit: _read_member(archive, members, name, limit))
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise BundleError(f"{path} is not a model: neither a folder nor an intact zip.") from error
    except OSError as error:
        reason = error.strerror or error
        raise BundleError(f"{path} cannot be read ({reason}); try another copy.") from error
    raise BundleError(f"There is no model at {path}; check where it is.")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a model in a folder, whose files are left alone. Raises BundleError."""
    try:
        return parse_manifest(_read_plain(folder / MANIFEST_NAME, MANIFEST_LIMIT))
    except OSError as error:
        reason = error.strerror or error
        raise BundleError(f"{folder} cannot be read ({reason}); try another copy.") from error


def _read_all(read: Read) -> tuple[Manifest, dict[str, bytes]]:
    manifest = parse_manifest(read(MANIFEST_NAME, MANIFEST_LIMIT))
    files: dict[str, bytes] = {}
    for entry in manifest.files:
        content = read(entry.name, FILE_LIMIT)
        check_file(entry, content)
        files[entry.name] = content
    return manifest, files


def _read_plain(path: Path, limit: int) -> bytes:
    try:
        mode = path.lstat()
    except FileNotFoundError as error:
        raise BundleError(f"The model in {path.parent} lacks its file {path.name}.") from error
    if stat.S_ISLNK(mode.st_mode):
        raise BundleError(f"{path} is a link; the files of a model must be real files.")
    if not stat.S_ISREG(mode.st_mode):
        raise BundleError(f"{path} is not a regular file.")
    if mode.st_size > limit:
        raise BundleError(f"{path} has {mode.st_size:,} bytes, more than the {limit:,} allowed.")
    with path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise BundleError(f"{path} grew past the {limit:,} bytes allowed while it was read.")
    return content


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Plain file name -> entry, for the folder of the zip that holds the manifest."""
    entries = archive.infolist()
    if len(entries) > ZIP_ENTRY_LIMIT:
        raise BundleError(f"The zip has {len(entries)} entries; a model has a few files.")
    paths: dict[PurePosixPath, zipfile.ZipInfo] = {}
    for entry in entries:
        path = _safe_path(entry)
        if entry.is_dir():
            continue
        if path in paths:
            raise BundleError(f"The zip holds {entry.filename!r} twice.")
        paths[path] = entry
    if sum(entry.file_size for entry in entries) > TOTAL_LIMIT:
        raise BundleError(f"The zip unpacks to more than the {TOTAL_LIMIT:,} bytes allowed.")
    homes = [p.parent for p in paths if p.name == MANIFEST_NAME and len(p.parts) <= 2]
    if len(homes) != 1:
        found = "no" if not homes else "more than one"
        raise BundleError(f"The zip holds {found} {MANIFEST_NAME}; it must hold exactly one model.")
    return {path.name: entry for path, entry in paths.items() if path.parent == homes[0]}


def _safe_path(entry: zipfile.ZipInfo) -> PurePosixPath:
    name = entry.filename
    path = PurePosixPath(name)
    drive = len(name) > 1 and name[1] == ":"
    if not path.parts or path.is_absolute() or ".." in path.parts or "\\" in name or drive:
        raise BundleError(f"The zip holds {name!r}, a path that leads out of the model.")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise BundleError(f"The zip holds {name!r}, a link; a model must hold real files.")
    return path


def _read_member(
    archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], name: str, limit: int
) -> bytes:
    entry = members.get(name)
    if entry is None:
        raise BundleError(f"The zipped model lacks its file {name}.")
    if entry.flag_bits & 0x1:
        raise BundleError(f"{name} in the zip is encrypted, which a model must not be.")
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise BundleError(f"{name} in the zip is packed in a way other than store or deflate.")
    if entry.file_size > limit:
        raise BundleError(
            f"{name} in the zip has {entry.file_size:,} bytes, more than the {limit:,} allowed."
        )
    packed = max(entry.compress_size, 1)
    if entry.file_size > _RATIO_FREE and entry.file_size / packed > ZIP_RATIO_LIMIT:
        raise BundleError(f"{name} in the zip unpacks to over {ZIP_RATIO_LIMIT} times its size.")
    try:
        with archive.open(entry) as file:
            content = file.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BundleError(f"{name} in the zip is damaged: {error}.") from error
    if len(content) > limit:
        raise BundleError(f"{name} in the zip unpacks to more than the {limit:,} bytes allowed.")
    return content
