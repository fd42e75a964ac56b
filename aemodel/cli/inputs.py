"""What the generating commands read: models, pictures, arrays, drawings."""

import contextlib
import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from aemodel.bundle.checks import Floats, as_images
from aemodel.bundle.runtime import Bundle, open_bundle
from aemodel.defaults import TEMPERATURE
from aemodel.errors import DataError, DoodlescapeError

ANY_CATEGORY = "any"
Label = tuple[str, int]
"""The name of a file without its ending, and the row of it that a drawing stood in."""


def open_model(name_or_path: str) -> Bundle:
    """`open_bundle`, without the line that LiteRT's C++ prints on standard error."""
    with _native_stderr_silenced():
        return open_bundle(name_or_path)


def read_images(path: Path, limit: int | None = None) -> Floats:
    """The doodles of a file as images (n, 28, 28): a picture, a `.npy` or an `.ndjson` file.

    Raises DataError where there is no such file or nothing to read in it.
    """
    if not path.exists():
        raise DataError(f"There is no file {path}.")
    if path.is_dir():
        raise DataError(f"{path} is a folder; name the files in it.")
    if path.suffix == ".npy":
        images = _read_npy(path, limit)
    elif path.suffix == ".ndjson":
        images = _read_ndjson(path, limit)
    else:
        images = _read_picture(path)
    if len(images) == 0:
        raise DataError(f"{path} holds no drawing.")
    return images


def read_all(names: Sequence[str], limit: int | None = None) -> tuple[Floats, list[Label]]:
    """The doodles of several files, and from which file and row of it each comes."""
    parts = [read_images(Path(name), limit) for name in names]
    labels = [
        (Path(name).stem, row)
        for name, part in zip(names, parts, strict=True)
        for row in range(len(part))
    ]
    return np.concatenate(parts), labels


def read_doodles(
    model: Bundle,
    points: Sequence[str],
    limit: int | None = None,
    temperature: float = TEMPERATURE,
) -> tuple[Floats, Floats, list[Label]]:
    """Images (n, 28, 28), latents (n, L) and labels of files, or of samples by `CATEGORY:SEED`
    (`any:SEED` too)."""
    images: list[Floats] = []
    latents: list[Floats] = []
    labels: list[Label] = []
    for point in points:
        sample = re.fullmatch(r"(.+):([0-9]{1,18})", point)
        if sample and not Path(point).exists():
            category = None if sample[1] == ANY_CATEGORY else sample[1]
            drawn, latent = model.sample(1, category, temperature, int(sample[2]))
            label = [(f"{sample[1].replace(' ', '_')}-{sample[2]}", 0)]
        elif Path(point).exists():
            drawn, label = read_all([point], limit)
            _, latent = model.redraw(drawn)
        else:
            raise DataError(f"{point!r} is neither a file nor a sample such as cat:7 or any:7.")
        images.append(drawn)
        latents.append(latent)
        labels += label
    return np.concatenate(images), np.concatenate(latents), labels


def few(names: Sequence[str]) -> str:
    """The first names of a list, without their folders, and how many more there are."""
    plain = list(dict.fromkeys(Path(name).name for name in names))
    more = f" and {len(plain) - 5} more" if len(plain) > 5 else ""
    return ", ".join(plain[:5]) + more


def _read_npy(path: Path, limit: int | None) -> Floats:
    try:
        array = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError) as error:
        raise DataError(f"{path} is not a readable array of numbers.") from error
    if not isinstance(array, np.ndarray):
        raise DataError(f"{path} is an archive of arrays; name a single .npy array.")
    if array.ndim == 2 and array.shape[1] == 784:
        array = array.reshape(-1, 28, 28)
    elif array.shape == (28, 28):
        array = array[None]
    try:
        return as_images(array[:limit] if array.ndim else array)
    except DoodlescapeError as error:
        raise DataError(f"{path}: {error}") from error


def _read_ndjson(path: Path, limit: int | None) -> Floats:
    from aemodel.data.formats import DamageReport, read_raw, read_simplified
    from aemodel.data.raster import rasterize_batch
    from aemodel.data.simplify import simplify

    report = DamageReport()
    if _is_raw(path):
        drawings = [simplify(record.strokes) for record in islice(read_raw(path, report), limit)]
    else:
        drawings = [list(r.strokes) for r in islice(read_simplified(path, report), limit)]
    if report.damages:
        print(f"aemodel: {report.summary()}", file=sys.stderr)
    return as_images(rasterize_batch(drawings))


def _is_raw(path: Path) -> bool:
    """Whether the first line's first stroke has times."""
    with path.open("rb") as file:
        line = file.readline(1 << 22)
    try:
        return len(json.loads(line)["drawing"][0]) == 3
    except (ValueError, LookupError, TypeError, RecursionError):
        return False


def _read_picture(path: Path) -> Floats:
    from aemodel.data.picture import picture_to_ink, read_picture

    try:
        return as_images(picture_to_ink(read_picture(path))[None])
    except DataError as error:
        named = str(error) if str(path) in str(error) else f"{path}: {error}"
        raise DataError(named) from error


@contextlib.contextmanager
def _native_stderr_silenced() -> Iterator[None]:
    """Sends file descriptor 2 to nowhere; the command has a single thread while a model opens."""
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
