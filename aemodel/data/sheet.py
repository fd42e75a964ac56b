"""The sheet of paper in a photograph that also shows what it lies on.

A sheet is bright, convex with four corners at most (fewer sides in sight are fine), parted
sharply from darker surroundings, and something is drawn on it. Where no more is seen of the table
than a strip or a wedge at the rim, the picture must have the grain of a photograph besides: in a
picture that was drawn it is the ground, or a frame. NumPy and Pillow only.
"""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from aemodel.data.morphology import Mask, depth, opened, smoothed

Grey = NDArray[np.float32]

_SIDE = 128  # the sheet is sought in a picture of this longer side
_LINES = 9  # what is narrower than this of its pixels is drawn on the sheet
_LEAST_AREA, _MOST_AREA = 0.12, 0.999
_LITTLE_TABLE = 0.03  # of the picture: less of it may be what is drawn
_GRAIN = 0.25  # of neighbouring pixels differ in a photograph; in a drawn picture few do
_LEAST_STEP = 0.12  # of brightness, from the sheet to what lies beside it
_LEAST_INK = 0.08  # of brightness, from the sheet to what is drawn on it
_LEAST_LINE = 0.15  # of the brightness beside it: a line that goes on beyond the sheet
_INSET = 3  # pixels at its rim that may belong to the surroundings
_CORNERS = 18  # corners of the hull among which the four are sought


def has_grain(grey: Grey) -> bool:
    """Whether a picture (h, w) was photographed or scanned, not drawn with a program."""
    return float(np.count_nonzero(np.diff(grey))) > _GRAIN * grey.size


def paper_in(grey: Grey) -> Mask | None:
    """Where the paper of a picture (h, w) in 0..1 is, reduced; its rim is left out.

    None where no sheet is to be seen, or nothing but the sheet.
    """
    if min(grey.shape) < _SIDE // 2:
        return None
    sheet = _sheet(_reduced(grey))
    if sheet is None or (sheet.mean() > 1 - _LITTLE_TABLE and not has_grain(grey)):
        return None
    return np.asarray(depth(np.pad(sheet, 1, mode="edge"))[1:-1, 1:-1] > _INSET)


def alone(grey: Grey, inside: Mask) -> Grey:
    """The picture (h, w), or one of its colours, with the paper's own level around the paper."""
    around = _extended(_closed(_reduced(grey)), inside)
    height, width = grey.shape
    mask = Image.fromarray(inside.astype(np.uint8) * 255).resize((width, height))
    fill = Image.fromarray(around).resize((width, height), Image.Resampling.BICUBIC)
    laid: Grey = np.where(np.asarray(mask) > 127, grey, np.asarray(fill)).astype(np.float32)
    return laid


def _reduced(grey: Grey) -> Grey:
    height, width = grey.shape
    factor = _SIDE / max(height, width)
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    return np.asarray(Image.fromarray(grey).resize(size, Image.Resampling.BOX))


def _closed(small: Grey) -> Grey:
    """Without the lines that are drawn on it; what is dark at the picture's rim goes on beyond."""
    return -opened(-small, _LINES)


def _sheet(small: Grey) -> Mask | None:
    """The sheet's mask in the reduced picture, if there is one."""
    plain = _closed(small)
    best, clearest = None, _LEAST_STEP
    # Shadows make several kinds of paper and of table: one level parts the two best, if any does.
    darkest, lightest = np.quantile(plain, (0.001, 0.99))
    if lightest - darkest < _LEAST_STEP:
        return None
    for level in np.linspace(darkest, lightest, 16)[1:-1]:
        piece = _largest(plain > level)
        if not _LEAST_AREA < piece.mean() < _MOST_AREA:
            continue
        hull = _hull(_ends(piece))
        sheet = _filled(hull, piece.shape)
        solid = float(piece.sum() / sheet.sum())
        if solid > 0.85 and _quadrilateral(hull) and _holds_what_is_drawn(small, plain, sheet):
            clear = _step(plain, sheet) * solid**2
            if clear > clearest:
                best, clearest = sheet, clear
    return best


def _largest(mask: Mask) -> Mask:
    """The connected part around the deepest pixel."""
    deep = depth(mask)
    part = np.zeros_like(mask)
    part[np.unravel_index(int(deep.argmax()), deep.shape)] = True
    while True:
        padded = np.pad(part, 1)
        grown = padded[:-2, 1:-1] | padded[2:, 1:-1] | padded[1:-1, :-2] | padded[1:-1, 2:]
        grown = (grown | part) & mask
        if (grown == part).all():
            return part
        part = grown


def _ends(mask: Mask) -> NDArray[np.int64]:
    """The first and the last pixel (row, column) of each row."""
    rows = np.flatnonzero(mask.any(axis=1))
    first = mask[rows].argmax(axis=1)
    last = mask.shape[1] - 1 - mask[rows, ::-1].argmax(axis=1)
    return np.concatenate([np.column_stack([rows, first]), np.column_stack([rows, last])])


def _hull(points: NDArray[np.int64]) -> NDArray[np.float64]:
    """Corners of the convex hull, in order (Andrew's monotone chain, 1979)."""
    ordered = sorted(map(tuple, points.tolist()))
    chains = []
    for row in (ordered, ordered[::-1]):
        chain: list[tuple[int, ...]] = []
        for point in row:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        chains += chain[:-1]
    return np.array(chains, np.float64)


def _turn(a: tuple[int, ...], b: tuple[int, ...], c: tuple[int, ...]) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _filled(corners: NDArray[np.float64], shape: tuple[int, ...]) -> Mask:
    image = Image.new("1", (shape[1], shape[0]))
    ImageDraw.Draw(image).polygon([(x, y) for y, x in corners], fill=1, outline=1)
    return np.asarray(image, bool)


def _quadrilateral(hull: NDArray[np.float64]) -> bool:
    """Whether four of the corners span nearly all of the hull; those of a disc span 64 %."""
    step = max(1, -(-len(hull) // _CORNERS))
    some = hull[::step]
    if len(some) < 4:
        return True
    fours = some[np.array(list(combinations(range(len(some)), 4)))]
    return float(_areas(fours).max()) > 0.86 * float(_areas(hull))


def _areas(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Of polygons (..., corners, 2)."""
    y, x = corners[..., 0], corners[..., 1]
    twice = (x * np.roll(y, -1, -1) - y * np.roll(x, -1, -1)).sum(axis=-1)
    return np.asarray(np.abs(twice) / 2)


def _step(plain: Grey, sheet: Mask) -> float:
    """How much brighter it is than what lies right beside it, nearly everywhere along its rim."""
    deep = depth(np.pad(sheet, 1, mode="edge"))[1:-1, 1:-1]
    far = depth(np.pad(~sheet, 1, mode="edge"))[1:-1, 1:-1]
    rim = np.argwhere((deep == 2) & _near(far > 0, 3))
    steps = []
    for y, x in rim[:: max(1, len(rim) // 120)]:
        window = (slice(max(0, y - 4), y + 5), slice(max(0, x - 4), x + 5))
        inner, outer = plain[window][deep[window] > 2], plain[window][far[window] > 1]
        if len(inner) and len(outer):
            steps.append(float(np.median(inner) - np.median(outer)))
    return float(np.quantile(steps, 0.15)) if len(steps) > 8 else 0.0


def _near(mask: Mask, reach: int) -> Mask:
    image = Image.fromarray(mask.astype(np.uint8) * 255)
    return np.asarray(image.filter(ImageFilter.MaxFilter(2 * reach + 1))) > 0


def _holds_what_is_drawn(small: Grey, plain: Grey, sheet: Mask) -> bool:
    """Whether there are lines on the sheet, and none that goes on beyond its rim.

    An area without any is itself what is drawn; over the rim of a shadow lines go on.
    """
    deep = depth(np.pad(sheet, 1, mode="edge"))[1:-1, 1:-1]
    far = depth(np.pad(~sheet, 1, mode="edge"))[1:-1, 1:-1]
    ink = plain - small
    inner = ink[deep > 2 * _INSET]
    if not len(inner) or float(np.quantile(inner, 0.995)) < _LEAST_INK:
        return False
    lines = ink > _LEAST_LINE * plain
    within = lines & (deep > 2) & (deep < 6)
    return not (_near(within, 6) & lines & (far > 2) & (far < 6)).any()


def _extended(paper: Grey, inside: Mask) -> Grey:
    """The brightness of the paper inside, carried on beyond it."""
    known = inside.astype(np.float32)
    result = np.full_like(paper, float(paper[inside].mean()))
    for radius in (24, 8, 2):
        weight = smoothed(known, radius)
        near = weight > 0.002
        result[near] = smoothed(paper * known, radius)[near] / weight[near]
    return np.where(inside, paper, result).astype(np.float32)
