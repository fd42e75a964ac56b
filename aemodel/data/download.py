"""Fetching the official files: resumed, checked, finished atomically.

A file arrives as `<name>.part` beside `<name>.part.json`, which holds what the server said about
it (URL, length, entity tag). Only when its size, and its MD5 where the server tells one, are right
does it get its name. An interrupted transfer goes on where it stopped, if the server still has
the same file.
"""

import base64
import difflib
import errno
import hashlib
import http.client
import json
import os
import shutil
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import asdict, dataclass
from email.message import Message
from pathlib import Path
from typing import IO, Any

from aemodel.data.categories import CATEGORIES
from aemodel.data.dataset import FORMS
from aemodel.errors import DataError

BASE_URL = "https://storage.googleapis.com/quickdraw_dataset/full"
"""The dataset's public bucket."""

_REMOTE_FOLDERS = {"bitmap": "numpy_bitmap", "simplified": "simplified", "raw": "raw"}
_BLOCK = 256 * 1024
_ATTEMPTS = 4
_PARTIAL, _RANGE_NOT_SATISFIABLE = 206, 416

Progress = Callable[[int, int | None], None]
"""Called with the bytes that are there and the bytes expected (None when the server is silent)."""


@dataclass(frozen=True)
class _Remote:
    """What a server says about a file."""

    url: str
    length: int | None
    tag: str | None
    md5: str | None


class _ConnectionDroppedError(Exception):
    """The transfer ended early; what came is kept."""


def check_categories(names: list[str]) -> None:
    """Refuse names that are not official categories.

    Raises:
        DataError: naming the first unknown one and the closest official names.
    """
    for name in names:
        if name not in CATEGORIES:
            close = difflib.get_close_matches(name.lower(), [c.lower() for c in CATEGORIES], n=3)
            near = [category for category in CATEGORIES if category.lower() in close]
            hint = f" Did you mean {' or '.join(repr(n) for n in near)}?" if near else ""
            raise DataError(f"Quick, Draw! has no category {name!r}.{hint}")


def file_url(category: str, form: str = "bitmap", base_url: str = BASE_URL) -> str:
    """Address of an official file.

    Raises:
        DataError: when the base is not an http or https address.
    """
    if urllib.parse.urlsplit(base_url).scheme not in ("http", "https"):
        raise DataError(f"The address {base_url!r} must begin with http:// or https://.")
    file = urllib.parse.quote(category + FORMS[form])
    return f"{base_url.rstrip('/')}/{_REMOTE_FOLDERS[form]}/{file}"


def fetch_category(
    category: str,
    directory: Path,
    *,
    form: str = "bitmap",
    base_url: str = BASE_URL,
    again: bool = False,
    progress: Progress | None = None,
) -> Path:
    """Fetch one official file into a data folder, `<directory>/<form>/<category>`.

    A finished file is left as it is unless `again`.

    Raises:
        DataError: in one sentence, when there is no network, no such file, no room, or the
            connection keeps dropping.
    """
    target = directory / form / f"{category}{FORMS[form]}"
    if target.exists() and not again:
        return target
    fetch(file_url(category, form, base_url), target, progress=progress)
    return target


def fetch(
    url: str, target: Path, *, progress: Progress | None = None, timeout: float = 30.0
) -> None:
    """Download `url` to `target`; goes on with an earlier part of the same file.

    Raises:
        DataError: see `fetch_category`.
    """
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        best, failures = -1, 0
        while True:
            try:
                _transfer(url, part, progress, timeout)
                break
            except _ConnectionDroppedError as dropped:
                have = part.stat().st_size if part.exists() else 0
                failures = 1 if have > best else failures + 1
                best = max(best, have)
                if failures >= _ATTEMPTS:
                    raise DataError(
                        f"The connection to {url} dropped after {have} bytes ({dropped});"
                        " run the command again, it goes on from there."
                    ) from None
        part.replace(target)
        _remote_path(part).unlink(missing_ok=True)
    except urllib.error.HTTPError as error:
        raise DataError(f"{url} is not to be had: the server answers {error.code}.") from None
    except urllib.error.URLError as error:
        raise DataError(
            f"{_host(url)} cannot be reached ({error.reason}); check the network and run the"
            " command again."
        ) from None
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DataError(
                f"The disk that holds {target.parent} is full; make room and run the command"
                " again, it goes on from there."
            ) from None
        raise DataError(f"{target} cannot be written ({error.strerror or error}).") from None


def _transfer(url: str, part: Path, progress: Progress | None, timeout: float) -> None:
    """One connection's worth: begin or continue `part`, and check it when it is whole."""
    known = _load_remote(part)
    have = part.stat().st_size if part.exists() else 0
    if known is None or known.url != url or known.tag is None:
        known, have = None, 0
    if known is not None and have == known.length:
        _verify(part, known)
        return
    headers = {"Accept-Encoding": "identity", "User-Agent": "aemodel"}
    if known is not None and known.tag is not None and have:
        headers |= {"Range": f"bytes={have}-", "If-Range": known.tag}
    try:
        response = urllib.request.urlopen(
            urllib.request.Request(url, headers=headers), timeout=timeout
        )
    except urllib.error.HTTPError as error:
        if error.code != _RANGE_NOT_SATISFIABLE or not have:
            raise
        if known is not None and known.length is not None:
            _verify(part, known)
        _discard(part)
        raise _ConnectionDroppedError("the server has a shorter file now") from None
    except http.client.InvalidURL as error:
        raise DataError(f"{url} is not a usable address ({error}).") from None
    except (http.client.HTTPException, ConnectionError, TimeoutError) as error:
        raise _ConnectionDroppedError(str(error) or type(error).__name__) from None
    with response:
        if response.status == _PARTIAL and known is not None:
            remote = known
            if not response.headers.get("Content-Range", "").startswith(f"bytes {have}-"):
                _discard(part)
                raise _ConnectionDroppedError("the server sent another part than asked for")
        else:
            remote, have = _describe(url, response.headers), 0
            _save_remote(part, remote)
        _check_room(part, remote, have)
        _receive(response, part, remote, have, progress)
    _verify(part, remote)


def _receive(
    response: IO[bytes], part: Path, remote: _Remote, have: int, progress: Progress | None
) -> None:
    """Append the body to the first `have` bytes of the part."""
    with part.open("r+b" if have else "wb") as file:
        file.truncate(have)
        file.seek(have)
        while True:
            try:
                block = response.read(_BLOCK)
            except http.client.IncompleteRead as error:
                have += file.write(error.partial)
                raise _ConnectionDroppedError("the body ended early") from None
            except (http.client.HTTPException, ConnectionError, TimeoutError) as error:
                raise _ConnectionDroppedError(str(error) or type(error).__name__) from None
            if not block:
                break
            have += file.write(block)
            if progress:
                progress(have, remote.length)
        file.flush()
        os.fsync(file.fileno())
    if remote.length is not None and have < remote.length:
        raise _ConnectionDroppedError(f"{have} of {remote.length} bytes came")


def _verify(part: Path, remote: _Remote) -> None:
    """Refuse and remove a part whose size or MD5 is wrong."""
    size = part.stat().st_size
    reason = None
    if remote.length is not None and size != remote.length:
        reason = f"{size} bytes instead of {remote.length}"
    elif remote.md5 is not None:
        digest = hashlib.md5(usedforsecurity=False)
        with part.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
        if digest.digest() != base64.b64decode(remote.md5):
            reason = "its checksum is wrong"
    if reason:
        _discard(part)
        raise DataError(f"{remote.url} arrived damaged ({reason}); run the command again.")


def _describe(url: str, headers: Message) -> _Remote:
    """The server's words on a whole file."""
    length = headers.get("Content-Length", "")
    tag = headers.get("ETag")
    hashes = dict(
        item.strip().split("=", 1)
        for header in headers.get_all("x-goog-hash", [])
        for item in header.split(",")
        if "=" in item
    )
    return _Remote(
        url,
        int(length) if length.isdigit() else None,
        tag if tag and not tag.startswith("W/") else headers.get("Last-Modified"),
        hashes.get("md5"),
    )


def _check_room(part: Path, remote: _Remote, have: int) -> None:
    if remote.length is None:
        return
    there = part.stat().st_size if part.exists() else 0
    if remote.length - have > shutil.disk_usage(part.parent).free + there - have:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _remote_path(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _save_remote(part: Path, remote: _Remote) -> None:
    _remote_path(part).write_text(json.dumps(asdict(remote)), encoding="utf-8")


def _load_remote(part: Path) -> _Remote | None:
    """What was noted beside the part; None when there is nothing usable."""
    try:
        fields: dict[str, Any] = json.loads(_remote_path(part).read_text(encoding="utf-8"))
        return _Remote(**fields)
    except (OSError, ValueError, TypeError):
        return None


def _discard(part: Path) -> None:
    part.unlink(missing_ok=True)
    _remote_path(part).unlink(missing_ok=True)


def _host(url: str) -> str:
    return urllib.parse.urlsplit(url).hostname or url
