"""Reads and writes the small arrays of a bundle (`.npz`), never through pickle."""

import io
import math
import zipfile
import zlib
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from aemodel.bundle.checks import Floats
from aemodel.bundle.manifest import FILE_LIMIT
from aemodel.errors import BundleError


def write_arrays(arrays: Mapping[str, NDArray[np.generic]]) -> bytes:
    """The bytes of a compressed `.npz`; equal arrays give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            part = io.BytesIO()
            np.lib.format.write_array(part, np.asarray(arrays[name]), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), part.getvalue(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def read_arrays(file: str, content: bytes) -> dict[str, NDArray[np.generic]]:
    """The arrays of a `.npz` by name.

    Raises BundleError for what is not an intact archive of plain arrays, unpacks to more than
    FILE_LIMIT bytes, or claims a shape that its bytes do not fill.
    """
    arrays: dict[str, NDArray[np.generic]] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > FILE_LIMIT:
                raise BundleError(f"{file} unpacks to more than the {FILE_LIMIT:,} bytes allowed.")
            for entry in archive.infolist():
                with archive.open(entry) as stream:
                    packed = stream.read(FILE_LIMIT + 1)
                arrays[entry.filename.removesuffix(".npy")] = _read_array(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise BundleError(f"{file} is not an intact archive of arrays: {error}.") from error
    except (ValueError, KeyError, TypeError, SyntaxError) as error:
        raise BundleError(f"{file} holds something else than plain arrays: {error}.") from error
    return arrays


def _read_array(packed: bytes) -> NDArray[np.generic]:
    stream = io.BytesIO(packed)
    version = np.lib.format.read_magic(stream)
    if version not in ((1, 0), (2, 0)):
        raise ValueError(f"array format {version}")
    read_header = (
        np.lib.format.read_array_header_1_0
        if version == (1, 0)
        else np.lib.format.read_array_header_2_0
    )
    shape, _, dtype = read_header(stream)
    if dtype.hasobject or math.prod(shape) * dtype.itemsize != len(packed) - stream.tell():
        raise ValueError("an array does not fill its shape")
    stream.seek(0)
    array: NDArray[np.generic] = np.lib.format.read_array(stream, allow_pickle=False)
    return array


def take_floats(
    file: str, arrays: Mapping[str, NDArray[np.generic]], name: str, shape: tuple[int | None, ...]
) -> Floats:
    """The array `name` as float32, of that shape (None: any size) and finite.

    `uint8` arrays, the compact form of values in [0, 1], are divided by 255.
    """
    if name not in arrays:
        raise BundleError(f"{file} lacks the array {name!r}.")
    array = arrays[name]
    if array.dtype.kind not in "fiu":
        raise BundleError(f"{file}: {name!r} must hold real numbers, not {array.dtype}.")
    fits = array.ndim == len(shape) and all(
        due is None or actual == due for actual, due in zip(array.shape, shape, strict=True)
    )
    if not fits:
        due_shape = tuple("n" if size is None else size for size in shape)
        raise BundleError(f"{file}: {name!r} has the shape {array.shape} instead of {due_shape}.")
    floats = array.astype(np.float32)
    if not np.isfinite(floats).all():
        raise BundleError(f"{file}: {name!r} holds values that are not finite.")
    return floats / np.float32(255) if array.dtype == np.uint8 else floats
