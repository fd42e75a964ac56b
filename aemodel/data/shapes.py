"""A mask of ink -> the lines of a doodle, painted with the pen of the dataset in its frame.

The dataset consists of line drawings. Lines, however wide, become their centre lines; a filled
shape becomes its outline, with those of its holes; a filled area that is too small for the pen to
go around it stays filled. NumPy and Pillow only.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from aemodel.data.morphology import Mask, depth, grow, pieces, thin
from aemodel.data.outline import PEN_UNITS, PIXELS_PER_UNIT, SIDE
from aemodel.data.strokes import FRAME

_WORK = 208  # longer side of the ink when its centre lines are sought
_PEN = PEN_UNITS / FRAME * _WORK / 2  # the dataset's, there: half its width
_FAT = _WORK / 13  # half of a pen that is hardly met: at such a width shapes close
_SMALL = 13  # depth of an area up to which it stays filled: the pen around it leaves no hole
_LARGEST_ZOOM = 8
_FINE = 8  # sub-pixels per pixel, each way, when it is painted


def to_work_size(mask: Mask) -> Mask:
    """Crop to the ink and bring its longer side to about 208 pixels without losing thin lines.

    Args:
        mask: bool (h, w), some of it true.
    """
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    box = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    tiny = max(box.shape) < max(mask.shape) / 10
    if tiny and min(box.shape) > max(box.shape) / 2 and box.mean() > 0.6:
        return np.ones((1, 1), dtype=bool)  # a dot, not an area to be enlarged
    scale = min(_WORK / max(box.shape), _LARGEST_ZOOM)
    # Lines that would become narrower than three pixels are thickened first.
    thicken = max(0.0, (3 / scale - _thickness(box)) / 2)
    box = grow(np.pad(box, 2 + int(2 / scale + thicken)), thicken)
    height, width = (max(1, round(side * scale)) for side in box.shape)
    levels = Image.fromarray(box.astype(np.uint8) * 255)
    filtered = Image.Resampling.BOX if scale < 1 else Image.Resampling.BICUBIC
    resized = np.asarray(
        levels.resize((width, height), filtered).filter(ImageFilter.GaussianBlur(1))
    )
    return np.asarray(resized > min(127, int(resized.max()) // 2))  # of dots alone, little is left


def _thickness(mask: Mask) -> float:
    """Usual width of the lines in pixels: twice their area over the length of their borders."""
    return 2.0 * float(mask.sum()) / max(1.0, float(_border(mask).sum()))


def _border(mask: Mask) -> Mask:
    """Its pixels that have one beside them which is not."""
    padded = np.pad(mask, 1)
    within = padded[:-2, 1:-1] & padded[2:, 1:-1] & padded[1:-1, :-2] & padded[1:-1, 2:]
    return mask & ~within


def to_lines(mask: Mask) -> Mask:
    """Where a pen would go to draw a mask of work size: lines one pixel wide, and small areas."""
    lines = thin(mask)
    deep = depth(mask)
    pen = _pen(lines, deep)
    core = deep > 2 * pen + 2
    if not core.any():
        return lines
    areas = grow(core, pen + 2) & mask  # as far inside as the middle of the pen would go
    names = pieces(areas)
    large = np.zeros(names.max() + 1, dtype=bool)
    large[names[depth(areas) > _SMALL]] = True
    return (lines & ~areas) | np.where(large[names], _border(areas), areas)


def _pen(lines: Mask, deep: NDArray[np.int32]) -> float:
    """Half the width of the pen, by how deep in the ink the centre lines run.

    A pen makes lines of much the same depth, and longer than wide. Wide shapes whose depth varies
    were made with none: what is narrower in them than about the dataset's pen becomes a line.
    """
    depths = deep[lines]
    usual = float(np.median(depths))
    if usual <= _PEN:
        return usual
    alike = float(((depths > 0.75 * usual) & (depths < usual / 0.75)).mean())
    lengths = np.bincount(pieces(lines)[lines])[1:] / (2 * usual)
    excess = float(np.maximum(lengths - 1, 0).sum())
    # Fitted to some 270 fills of real drawings and 800 of the same with wide pens.
    drawn = alike + np.log(0.3 + excess) / 9 > 0.9
    return usual if drawn and (usual <= _FAT or alike > 0.95) else _PEN / 2


def paint(lines: Mask) -> NDArray[np.uint8]:
    """The picture uint8 (28, 28) of lines, with the pen of the dataset, in its frame."""
    points = np.argwhere(lines).astype(np.float64)
    low, high = points.min(axis=0), points.max(axis=0)
    extent = float((high - low).max())
    fine = PIXELS_PER_UNIT * _FINE
    scale = FRAME * fine / extent if extent > 3 else 0.0  # a dot has no extent to scale by
    middle = (SIDE * _FINE - 1) / 2
    place = np.rint((points - (low + high) / 2) * scale + middle).astype(np.int64)
    place = np.clip(place, 0, SIDE * _FINE - 1)
    canvas = np.zeros((SIDE * _FINE, SIDE * _FINE), dtype=bool)
    canvas[place[:, 0], place[:, 1]] = True
    painted = grow(canvas, PEN_UNITS / 2 * fine)
    coverage = painted.reshape(SIDE, _FINE, SIDE, _FINE).mean(axis=(1, 3))
    levels: NDArray[np.uint8] = np.rint(coverage * 255).astype(np.uint8)
    return levels
