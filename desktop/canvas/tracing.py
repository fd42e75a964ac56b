"""A 28x28 picture as ink: strokes along the centres of its lines. No Qt; for the background.

The picture is up-sampled, cut at half ink and thinned; the centre lines are walked from end to end
as a graph, straight on through crossings, and simplified.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from desktop.paint.outline import PAD, SIZE, UPSAMPLING, upsample
from desktop.state.doodle import Image
from desktop.state.ink import CANVAS_ORIGIN, CANVAS_SIDE, Ink, Stroke

LEVEL = 0.5  # of full ink, and no more than this share of the darkest spot:
_SHARE = 0.6
_FAINTEST = 0.1
_SPUR = 6  # shorter ends of lines, in fine pixels, are burrs of the thinning
_TOLERANCE = 1.2  # canvas units
_END = 4.5  # canvas units by which thinning shortens the open end of a line
_AHEAD = 5  # fine pixels over which the direction of a line is taken

Pixel = tuple[int, int]
Line = list[Pixel]


def ink_of(image: Image) -> Ink:
    """The strokes of a picture (28, 28) in [0, 1]; none where nothing reaches the level."""
    from aemodel.data.morphology import thin

    fine = upsample(image)
    darkest = float(fine.max())
    if darkest < _FAINTEST:
        return ()
    mask = thin(fine > min(LEVEL, _SHARE * darkest))
    pixels = {(int(y), int(x)) for y, x in np.argwhere(mask)}
    lines = _joined(_without_bridges(_without_spurs(_lines(pixels))))
    crossings = Counter(pixel for line in lines for pixel in set(line))
    return tuple(Stroke(_smooth(line, crossings)) for line in lines)


def _neighbours(pixels: set[Pixel], pixel: Pixel) -> list[Pixel]:
    """Connected pixels: sides, and corners that no side already leads to."""
    y, x = pixel
    sides = [(y + dy, x + dx) for dy, dx in ((-1, 0), (0, 1), (1, 0), (0, -1))]
    found = [side for side in sides if side in pixels]
    for dy, dx in ((-1, -1), (-1, 1), (1, 1), (1, -1)):
        corner = (y + dy, x + dx)
        if corner in pixels and (y + dy, x) not in pixels and (y, x + dx) not in pixels:
            found.append(corner)
    return found


def _lines(pixels: set[Pixel]) -> list[Line]:
    """The graph's edges, each from a node to a node; closed curves; lone pixels."""
    around = {pixel: _neighbours(pixels, pixel) for pixel in sorted(pixels)}
    nodes = [pixel for pixel, others in around.items() if len(others) != 2]
    used: set[frozenset[Pixel]] = set()
    lines: list[Line] = [[node] for node in nodes if not around[node]]
    # What no node leads to is a closed curve: it may start anywhere.
    for start in [*nodes, *around]:
        for step in around[start]:
            if frozenset((start, step)) in used:
                continue
            line = [start]
            ahead: Pixel | None = step
            while ahead is not None and frozenset((line[-1], ahead)) not in used:
                used.add(frozenset((line[-1], ahead)))
                line.append(ahead)
                onward = [pixel for pixel in around[ahead] if pixel != line[-2]]
                ahead = onward[0] if len(around[ahead]) == 2 and onward else None
            lines.append(line)
    return lines


def _without_spurs(lines: list[Line]) -> list[Line]:
    """Without short lines that hang on a crossing by one end."""
    ends = _ends(lines)

    def hangs(line: Line) -> bool:
        alone = [ends[line[0]] == 1, ends[line[-1]] == 1]
        return len(line) <= _SPUR and any(alone) and not all(alone)

    return [line for line in lines if len(line) == 1 or not hangs(line)]


def _without_bridges(lines: list[Line]) -> list[Line]:
    """Thinning tears a crossing into two forks with a short line between: they become one again."""
    lines = [list(line) for line in lines]
    while True:
        ends = _ends(lines)
        bridge = next(
            (
                line
                for line in lines
                if 1 < len(line) <= _SPUR
                and line[0] != line[-1]
                and min(ends[line[0]], ends[line[-1]]) >= 3
            ),
            None,
        )
        if bridge is None:
            tiny = [line for line in lines if 1 < len(line) <= 2 * _SPUR and line[0] == line[-1]]
            return [line for line in lines if line not in tiny]
        lines = [line for line in lines if line is not bridge]
        for line in lines:
            if line[-1] == bridge[-1]:
                line.extend(bridge[-2::-1])
            if line[0] == bridge[-1]:
                line[:0] = bridge[:-1]


def _ends(lines: list[Line]) -> Counter[Pixel]:
    """How many ends of lines lie at each pixel."""
    return Counter(end for line in lines for end in (line[0], line[-1]))


def _joined(lines: list[Line]) -> list[Line]:
    """Lines that meet are one stroke, the straightest pairs first."""
    lines = [list(line) for line in lines]
    while True:
        best: tuple[float, int, int, bool, bool] | None = None
        for first in range(len(lines)):
            for second in range(first + 1, len(lines)):
                for turn in ((False, False), (False, True), (True, False), (True, True)):
                    one, two = _turned(lines[first], turn[0]), _turned(lines[second], turn[1])
                    if one[-1] != two[0] or one[0] == one[-1] or two[0] == two[-1]:
                        continue
                    straight = float(_direction(one[::-1]) @ -_direction(two))
                    if best is None or straight > best[0]:
                        best = (straight, first, second, *turn)
        if best is None or best[0] < -0.3:
            return lines
        _, first, second, flip_first, flip_second = best
        two = _turned(lines.pop(second), flip_second)
        lines[first] = _turned(lines[first], flip_first) + two[1:]


def _turned(line: Line, flip: bool) -> Line:
    return line[::-1] if flip else line


def _direction(line: Line) -> NDArray[np.float64]:
    """Unit vector from the line's first pixel along its beginning."""
    step = np.subtract(line[min(_AHEAD, len(line) - 1)], line[0]).astype(np.float64)
    unit: NDArray[np.float64] = step / max(float(np.hypot(*step)), 1e-9)
    return unit


def _smooth(line: Line, crossings: Counter[Pixel]) -> NDArray[np.float32]:
    """Points (n, 2) in canvas units, without the stairs of the pixels, open ends made whole."""
    from aemodel.data.simplify import reduce_points

    fine = np.array(line, np.float64)[:, ::-1]
    points = (fine + 0.5) / UPSAMPLING - PAD
    closed = len(line) > 2 and line[0] == line[-1]
    for _ in range(3 if len(points) > 4 else 0):
        middle = (points[:-2] + 2 * points[1:-1] + points[2:]) / 4
        if closed:
            end = (points[-2] + 2 * points[0] + points[1]) / 4
            points = np.concatenate([end[None], middle, end[None]])
        else:
            points = np.concatenate([points[:1], middle, points[-1:]])
    units = points * (CANVAS_SIDE / SIZE) + CANVAS_ORIGIN
    if len(line) > 1 and not closed:
        if crossings[line[0]] == 1:
            units[0] -= _END * _direction(line)[::-1]
        if crossings[line[-1]] == 1:
            units[-1] -= _END * _direction(line[::-1])[::-1]
    return reduce_points(units, _TOLERANCE).astype(np.float32)
