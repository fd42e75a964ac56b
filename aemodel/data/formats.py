"""Readers of the three official Quick, Draw! forms; a damaged piece costs only itself.

- *numpy_bitmap*: `.npy`, uint8 (n, 784), row-major 28x28, 0 = paper, 255 = ink; memory-mapped.
- *simplified*: `.ndjson`, one object a line; `drawing` = strokes `[[x...], [y...]]` in 0..255.
- *raw*: the same with `[[x...], [y...], [t...]]` in canvas pixels and milliseconds.

Every reader appends what it had to leave out to a `DamageReport`: file, line or row, and reason.
Nothing is ever unpickled.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.lib import format as npy_format
from numpy.typing import NDArray

from aemodel.errors import DataError

PIXELS = 784
MAX_LINE_BYTES = 4 * 1024 * 1024
"""Longest line of an .ndjson file that is parsed; the longest official raw drawing is far below."""
MAX_POINTS = 200_000
"""Most points of one drawing."""


@dataclass(frozen=True)
class Damage:
    """One piece of a file that was left out."""

    path: Path
    line: int | None
    reason: str
    count: int | None = 1
    """How many drawings this cost; None when the file does not tell."""

    def __str__(self) -> str:
        where = f", line {self.line}" if self.line is not None else ""
        return f"{self.path}{where}: {self.reason}"


@dataclass
class DamageReport:
    """What the readers left out, piece by piece."""

    damages: list[Damage] = field(default_factory=list)

    def add(self, path: Path, line: int | None, reason: str, count: int | None = 1) -> None:
        """Note one piece that was left out."""
        self.damages.append(Damage(path, line, reason, count))

    @property
    def left_out(self) -> int:
        """Number of drawings known to be left out."""
        return sum(damage.count or 0 for damage in self.damages)

    def summary(self) -> str:
        """One sentence on everything, empty when nothing was left out."""
        if not self.damages:
            return ""
        files = len({damage.path for damage in self.damages})
        number = f"{self.left_out} drawing{'s' * (self.left_out != 1)}"
        if any(damage.count is None for damage in self.damages):
            number = f"at least {number}"
        return f"{number} left out in {files} file{'s' * (files != 1)}; first: {self.damages[0]}"


@dataclass(frozen=True)
class StrokeRecord:
    """One line of a simplified or raw file.

    Attributes:
        strokes: float64 (points, 2) each, columns x and y.
        times: float64 (points,) each, milliseconds; empty for the simplified form.
        word: the category that was asked for, or "".
        key_id: the official identifier, or "".
        recognized: whether Google's classifier recognised it; None when not said.
        line: 1-based line of the file.
    """

    strokes: tuple[NDArray[np.float64], ...]
    times: tuple[NDArray[np.float64], ...]
    word: str
    key_id: str
    recognized: bool | None
    line: int


def open_bitmaps(path: Path, report: DamageReport | None = None) -> NDArray[np.uint8]:
    """Memory-map the pictures of a numpy_bitmap file, read-only.

    A file that ends early gives its whole rows; the missing ones go to the report.

    Returns:
        uint8 (n, 28, 28).

    Raises:
        DataError: when the file cannot be read, or is not a C-ordered uint8 array (n, 784).
    """
    try:
        with path.open("rb") as file:
            rows, offset = _bitmap_header(path, file)
        available = path.stat().st_size - offset
    except OSError as error:
        raise DataError(f"{path} cannot be read ({error.strerror or error}).") from None
    readable = min(rows, available // PIXELS)
    if readable < rows and report is not None:
        reason = f"the file ends after {readable} of {rows} drawings; fetch it again"
        report.add(path, readable + 1, reason, rows - readable)
    if readable == 0:
        return np.zeros((0, 28, 28), dtype=np.uint8)
    return np.memmap(path, dtype=np.uint8, mode="r", offset=offset, shape=(readable, 28, 28))


def _bitmap_header(path: Path, file: Any) -> tuple[int, int]:
    """Number of rows and the offset of the first one."""
    not_bitmap = f"{path} is not a numpy_bitmap file"
    try:
        version = npy_format.read_magic(file)
        if version == (1, 0):
            shape, fortran, dtype = npy_format.read_array_header_1_0(file)
        elif version == (2, 0):
            shape, fortran, dtype = npy_format.read_array_header_2_0(file)
        else:
            raise DataError(f"{not_bitmap} (.npy version {version}).")
    except (ValueError, SyntaxError, EOFError, TypeError) as error:
        raise DataError(f"{not_bitmap} ({str(error).splitlines()[0]}); fetch it again.") from None
    if dtype != np.uint8 or fortran:
        raise DataError(f"{not_bitmap}: it holds {dtype}, not uint8 in C order.")
    if len(shape) != 2 or shape[1] != PIXELS:
        raise DataError(f"{not_bitmap}: its shape is {shape}, not (n, {PIXELS}).")
    return int(shape[0]), int(file.tell())


def read_simplified(path: Path, report: DamageReport | None = None) -> Iterator[StrokeRecord]:
    """Stream the drawings of a simplified .ndjson file, line by line.

    Raises:
        DataError: when the file cannot be opened or read.
    """
    return _read_lines(path, report, with_times=False)


def read_raw(path: Path, report: DamageReport | None = None) -> Iterator[StrokeRecord]:
    """Stream the drawings of a raw .ndjson file, line by line; strokes carry times.

    Raises:
        DataError: when the file cannot be opened or read.
    """
    return _read_lines(path, report, with_times=True)


def _read_lines(
    path: Path, report: DamageReport | None, *, with_times: bool
) -> Iterator[StrokeRecord]:
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(MAX_LINE_BYTES + 1):
                number += 1
                if len(line) > MAX_LINE_BYTES and not line.endswith(b"\n"):
                    while rest := file.readline(MAX_LINE_BYTES):
                        if rest.endswith(b"\n"):
                            break
                    _note(report, path, number, f"longer than {MAX_LINE_BYTES} bytes")
                    continue
                if not line.strip():
                    continue
                try:
                    yield _parse(line, number, with_times)
                except ValueError as error:
                    ended = "" if line.endswith(b"\n") else "; the file may be truncated here"
                    _note(report, path, number, f"{error}{ended}")
    except OSError as error:
        raise DataError(f"{path} cannot be read ({error.strerror or error}).") from None


def _note(report: DamageReport | None, path: Path, line: int, reason: str) -> None:
    if report is not None:
        report.add(path, line, reason)


def _parse(line: bytes, number: int, with_times: bool) -> StrokeRecord:
    """One line as a record; ValueError says what is wrong with it."""
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise ValueError("not UTF-8 text") from None
    except RecursionError:
        raise ValueError("not valid JSON (nested too deeply)") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not valid JSON ({error.msg} at column {error.colno})") from None
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    drawing = record.get("drawing")
    if not isinstance(drawing, list) or not drawing:
        raise ValueError("it has no strokes in `drawing`")
    columns = 3 if with_times else 2
    strokes, times, points = [], [], 0
    for index, stroke in enumerate(drawing, start=1):
        array = _columns(stroke, columns, index)
        points += array.shape[1]
        if points > MAX_POINTS:
            raise ValueError(f"it has more than {MAX_POINTS} points")
        strokes.append(np.ascontiguousarray(array[:2].T))
        if with_times:
            times.append(array[2])
    recognized = record.get("recognized")
    return StrokeRecord(
        tuple(strokes),
        tuple(times),
        str(record.get("word", "")),
        str(record.get("key_id", "")),
        recognized if isinstance(recognized, bool) else None,
        number,
    )


def _columns(stroke: Any, columns: int, index: int) -> NDArray[np.float64]:
    """A stroke's coordinate lists as float64 (columns, points), checked."""
    if not isinstance(stroke, list) or len(stroke) < columns:
        raise ValueError(f"stroke {index} has not the {columns} lists of coordinates")
    lists = stroke[:columns]
    if not all(isinstance(values, list) for values in lists):
        raise ValueError(f"stroke {index} has not the {columns} lists of coordinates")
    if len({len(values) for values in lists}) != 1 or not lists[0]:
        raise ValueError(f"stroke {index} has coordinate lists of unequal length or without points")
    if not all(type(value) in (int, float) for values in lists for value in values):
        raise ValueError(f"stroke {index} has a coordinate that is not a number")
    try:
        array = np.array(lists, dtype=np.float64)
    except OverflowError:
        raise ValueError(f"stroke {index} has a coordinate that is too large") from None
    if not np.isfinite(array).all():
        raise ValueError(f"stroke {index} has a coordinate that is not finite")
    return array
