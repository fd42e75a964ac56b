"""Rows, columns and tabs of panels, and what a step of one makes of them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.arrangement import (
    Box,
    Node,
    Place,
    Side,
    Split,
    arrangement,
    extent,
    moved,
    places,
)

GAP = 8


def laid_out(node: Node, box: Box) -> dict[Place, Box]:
    """Shares a box among the parts of a tree, with a gap between them."""
    if not isinstance(node, Split):
        return {node: box}
    count = len(node.parts)
    begin, end = box.begin(node.down), box.end(node.down)
    each = (end - begin - GAP * (count - 1)) // count
    boxes: dict[Place, Box] = {}
    for index, part in enumerate(node.parts):
        low = begin + index * (each + GAP)
        if node.down:
            inner = Box(box.left, low, box.right, low + each)
        else:
            inner = Box(low, box.top, low + each, box.bottom)
        boxes |= laid_out(part, inner)
    return boxes


WINDOW = Box(0, 0, 4000, 4000)
ROWS = Split(True, (Split(False, (("a",), ("b",), ("c",))), Split(False, (("d", "e"), ("f",)))))


def grown(names: list[str], down: bool, draw: st.DrawFn) -> Node:
    """A tree in which no part is split as the whole is."""
    if len(names) == 1 or draw(st.booleans()):
        return tuple(names)
    cuts = draw(st.sets(st.integers(1, len(names) - 1), min_size=1, max_size=2))
    ends = [0, *sorted(cuts), len(names)]
    parts = [names[low:high] for low, high in pairwise(ends)]
    return Split(down, tuple(grown(part, not down, draw) for part in parts))


def holds(node: Node, boxes: dict[Place, Box]) -> bool:
    """Whether the parts lie as a tree says.

    Not which tree: of four that meet in a point, rows of columns and columns of rows look alike.
    """
    if not isinstance(node, Split):
        return True
    lie = [[boxes[place] for place in places(part)] for part in node.parts]
    apart = all(
        max(box.end(node.down) for box in before) <= min(box.begin(node.down) for box in after)
        for before, after in pairwise(lie)
    )
    return apart and all(holds(part, boxes) for part in node.parts)


@st.composite
def trees(draw: st.DrawFn) -> Node:
    count = draw(st.integers(1, 7))
    return grown(list("abcdefg")[:count], draw(st.booleans()), draw)


def test_a_tree_is_read_from_where_its_panels_lie() -> None:
    assert arrangement(laid_out(ROWS, WINDOW)) == ROWS


def test_a_panel_alone_joins_its_neighbour_and_leaves_it_on_the_other_side() -> None:
    joined = moved(laid_out(ROWS, WINDOW), "a", Side.RIGHT)
    assert next(places(joined)) == ("b", "a")
    passed = moved(laid_out(joined, WINDOW), "a", Side.RIGHT)
    assert list(places(passed))[:3] == [("b",), ("a",), ("c",)]


def test_a_panel_among_tabs_goes_beside_them() -> None:
    above = moved(laid_out(ROWS, WINDOW), "e", Side.UP)
    assert isinstance(above, Split)
    assert above.parts[1] == Split(False, (Split(True, (("e",), ("d",))), ("f",)))


def test_the_neighbour_is_the_one_with_the_longest_border_in_common() -> None:
    below = list(places(moved(laid_out(ROWS, WINDOW), "c", Side.DOWN)))
    assert ("f", "c") in below


def test_without_a_neighbour_a_panel_takes_the_whole_side() -> None:
    left = moved(laid_out(ROWS, WINDOW), "a", Side.LEFT)
    assert isinstance(left, Split) and not left.down and left.parts[0] == ("a",)
    boxes = laid_out(left, WINDOW)
    assert moved(boxes, "a", Side.LEFT) == arrangement(boxes)


def test_a_row_is_as_high_as_it_was() -> None:
    boxes = {name: box for place, box in laid_out(ROWS, WINDOW).items() for name in place}
    first = Split(False, (("a",), ("b",), ("c",)))
    assert extent(first, boxes, True) == (4000 - GAP) // 2
    assert extent(("a",), boxes, False) == (4000 - 2 * GAP) // 3


@given(trees(), st.data())
def test_no_step_loses_a_panel_and_every_tree_can_be_read_again(tree: Node, data) -> None:  # type: ignore[no-untyped-def]
    boxes = laid_out(tree, WINDOW)
    names = [name for place in boxes for name in place]
    for _ in range(3):
        side = data.draw(st.sampled_from(list(Side)))
        tree = moved(boxes, data.draw(st.sampled_from(names)), side)
        assert sorted(name for place in places(tree) for name in place) == sorted(names)
        boxes = laid_out(tree, WINDOW)
        assert holds(arrangement(boxes), boxes)


@given(trees(), st.data())
def test_every_panel_reaches_every_side(tree: Node, data) -> None:  # type: ignore[no-untyped-def]
    boxes = laid_out(tree, WINDOW)
    names = [name for place in boxes for name in place]
    name, side = data.draw(st.sampled_from(names)), data.draw(st.sampled_from(list(Side)))
    for _ in range(3 * len(names)):
        tree = moved(boxes, name, side)
        boxes = laid_out(tree, WINDOW)
    box = next(box for place, box in boxes.items() if name in place)
    edge = box.end(side.down) if side.far else WINDOW.begin(side.down)
    reached = max(b.end(side.down) for b in boxes.values()) if side.far else box.begin(side.down)
    assert edge == reached
