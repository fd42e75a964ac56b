"""Where panels lie in a window, as a tree of rows and columns; moving one of them. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TypeAlias


class Side(Enum):
    """Where to: `down` if along the height, `far` if to the right or below."""

    LEFT = (False, False)
    RIGHT = (False, True)
    UP = (True, False)
    DOWN = (True, True)

    def __init__(self, down: bool, far: bool) -> None:
        self.down = down
        self.far = far


@dataclass(frozen=True)
class Box:
    """Left, top, right and bottom in pixels of the window; right and bottom lie outside."""

    left: int
    top: int
    right: int
    bottom: int

    def begin(self, down: bool) -> int:
        """Top or left."""
        return self.top if down else self.left

    def end(self, down: bool) -> int:
        """Bottom or right."""
        return self.bottom if down else self.right


Place: TypeAlias = tuple[str, ...]
"""Names of the panels that share a place as tabs; one where a panel is alone."""


@dataclass(frozen=True)
class Split:
    """Parts beneath one another if `down`, else side by side; two or more, none split alike."""

    down: bool
    parts: tuple[Node, ...]


Node: TypeAlias = "Place | Split"
Boxes: TypeAlias = Mapping[Place, Box]


def places(node: Node) -> Iterator[Place]:
    """All places, from the left and from above."""
    if isinstance(node, Split):
        for part in node.parts:
            yield from places(part)
    else:
        yield node


def arrangement(boxes: Boxes) -> Node:
    """The tree of places that do not overlap; rows before columns where both would do."""
    if len(boxes) == 1:
        return next(iter(boxes))
    for down in (True, False):
        parts = _cut(boxes, down)
        if len(parts) > 1:
            return Split(down, tuple(arrangement(part) for part in parts))
    # Nothing cuts through: panels wound around one, which neither mouse nor keys can make.
    return Split(False, tuple(boxes))


def moved(boxes: Boxes, name: str, side: Side) -> Node:
    """The tree after one step of a panel.

    From among tabs it goes beside them; alone, it joins the tabs of its neighbour; without a
    neighbour it takes the whole side of the window. The tree stays as it is where it has that.
    """
    tree = arrangement(boxes)
    home = next(place for place in boxes if name in place)
    if len(home) > 1:
        rest = tuple(other for other in home if other != name)
        return _replaced(tree, home, _pair((name,), rest, side))
    neighbour = _neighbour(boxes, home, side)
    if neighbour is not None:
        return _replaced(_without(tree, home), neighbour, (*neighbour, name))
    if len(boxes) == 1:
        return tree
    return _pair(home, _without(tree, home), side)


def _pair(place: Place, rest: Node, side: Side) -> Split:
    return _split(side.down, [rest, place] if side.far else [place, rest])


def _split(down: bool, parts: list[Node]) -> Split:
    """What is split the same way again becomes parts of the whole."""
    flat: list[Node] = []
    for part in parts:
        same = isinstance(part, Split) and part.down == down
        flat += part.parts if isinstance(part, Split) and same else [part]
    return Split(down, tuple(flat))


def _replaced(node: Node, place: Place, by: Node) -> Node:
    if isinstance(node, Split):
        return _split(node.down, [_replaced(part, place, by) for part in node.parts])
    return by if node == place else node


def _without(node: Node, place: Place) -> Node:
    """For a place that is not the whole."""
    if not isinstance(node, Split):
        return node
    parts = [_without(part, place) for part in node.parts if part != place]
    return parts[0] if len(parts) == 1 else _split(node.down, parts)


def _neighbour(boxes: Boxes, place: Place, side: Side) -> Place | None:
    """The nearest on that side; among those as near, the one with the longest border in common."""
    box = boxes[place]

    def gap(other: Box) -> int:
        if side.far:
            return other.begin(side.down) - box.end(side.down)
        return box.begin(side.down) - other.end(side.down)

    def shared(other: Box) -> int:
        across = not side.down
        ends = min(box.end(across), other.end(across))
        return ends - max(box.begin(across), other.begin(across))

    near = [
        (gap(other), -shared(other), name)
        for name, other in boxes.items()
        if name != place and gap(other) >= 0 and shared(other) > 0
    ]
    return min(near)[2] if near else None


def _cut(boxes: Boxes, down: bool) -> list[dict[Place, Box]]:
    """Cuts wherever a straight line from side to side goes through no place."""
    ordered = sorted(boxes.items(), key=lambda item: item[1].begin(down))
    parts = [[ordered[0]]]
    end = ordered[0][1].end(down)
    for _, following in pairwise(ordered):
        if following[1].begin(down) >= end:
            parts.append([])
        parts[-1].append(following)
        end = max(end, following[1].end(down))
    return [dict(part) for part in parts]


def extent(node: Node, boxes: Mapping[str, Box], down: bool) -> int:
    """How high, or how wide, the panels of a node have been together."""
    known = [boxes[name] for place in places(node) for name in place]
    return max(box.end(down) for box in known) - min(box.begin(down) for box in known)
