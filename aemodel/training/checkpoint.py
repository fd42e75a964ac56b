"""Checkpoints: one `.npz` file, written atomically, read without pickle.

Variables are told apart by their position, not by their name: Keras numbers the names of layers by
what else the process has built. The same file therefore fits on any Keras backend.
"""

import json
import os
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, Any

import keras
import numpy as np
from keras import ops
from numpy.typing import NDArray

from aemodel.errors import TrainingError
from aemodel.files import replacing


def write_atomically(path: Path, write: Callable[[IO[bytes]], object]) -> None:
    """Call `write` on a new file that then takes `path`'s place: whole, or not at all.

    Raises:
        TrainingError: when the file cannot be written (a full disk, say); `path` is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as part, part.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise TrainingError(
            f"{path} could not be written ({error.strerror or error}); what was stored before is"
            " intact, so make room and give the same command again."
        ) from error


def write_text(path: Path, text: str) -> None:
    """`write_atomically` of UTF-8 text."""
    write_atomically(path, lambda file: file.write(text.encode()))


def save_arrays(path: Path, arrays: Mapping[str, NDArray[Any]]) -> None:
    """Write named arrays to one `.npz`, atomically."""
    write_atomically(path, lambda file: np.savez(file, **dict[str, Any](arrays)))


def load_arrays(path: Path) -> dict[str, NDArray[Any]]:
    """Read what `save_arrays` wrote.

    Raises:
        TrainingError: when the file is missing or damaged, or would need pickle.
    """
    try:
        with np.load(path, allow_pickle=False) as archive:
            return {name: archive[name] for name in archive.files}
    except FileNotFoundError as error:
        raise TrainingError(f"{path} is missing; train the model again.") from error
    except (OSError, ValueError, zipfile.BadZipFile, EOFError) as error:
        raise TrainingError(f"{path} is damaged ({error}); remove it and train again.") from error


def collect(variables: Iterable[keras.Variable], group: str) -> dict[str, NDArray[Any]]:
    """The values of variables under the names `group/0000`, `group/0001`, ..."""
    return {
        f"{group}/{index:04d}": ops.convert_to_numpy(variable.value)
        for index, variable in enumerate(variables)
    }


def restore(
    variables: Iterable[keras.Variable], group: str, arrays: Mapping[str, NDArray[Any]], path: Path
) -> None:
    """Assign what `collect` gave, after checking that everything fits.

    Raises:
        TrainingError: when number, shape or kind of the arrays differ from the variables'.
    """
    targets = list(variables)
    names = sorted(name for name in arrays if name.startswith(f"{group}/"))
    fits = len(names) == len(targets) and all(
        arrays[name].shape == tuple(target.shape)
        and arrays[name].dtype.kind == np.dtype(target.dtype).kind
        for name, target in zip(names, targets, strict=True)
    )
    if not fits:
        raise TrainingError(f"{path} was written by another model or version; train again.")
    for name, target in zip(names, targets, strict=True):
        target.assign(arrays[name])


def pack(state: Mapping[str, Any]) -> NDArray[Any]:
    """Plain values as an array of one string, to travel inside an `.npz`."""
    return np.array(json.dumps(state))


def unpack(array: NDArray[Any]) -> dict[str, Any]:
    """The inverse of `pack`."""
    state: dict[str, Any] = json.loads(str(array))
    return state
