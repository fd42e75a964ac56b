"""The tour: five steps, left at any moment; the panel of each can be used."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from window_acts import LEFT, drag, draw_cat

from desktop.dialogs.tour import STEPS

KEY = Qt.Key


def test_the_tour_has_five_steps_and_can_be_walked_by_keys(window, qtbot) -> None:
    assert len(STEPS) == 5
    assert window.dialogs.tour is None, "a tour must not come unasked"
    window.commands["tour"].trigger()
    tour = window.dialogs.tour
    spots = []
    for step in range(5):
        assert tour.isVisible() and tour.step == step
        assert tour.geometry() == window.rect()
        assert tour.rect().contains(tour.card.geometry())
        qtbot.wait(20)
        assert not tour.spot().intersects(tour.card.geometry())
        spots.append(tour.spot().topLeft().toTuple())
        if step == 2:
            QTest.keyClick(tour.next, KEY.Key_Left)
            assert tour.step == 1
            QTest.keyClick(tour.next, KEY.Key_Right)
        QTest.keyClick(tour.next, KEY.Key_Return if step % 2 else KEY.Key_Space)
    assert len(set(spots)) == 5
    assert not tour.isVisible() and window.context.settings.values.tour_seen


@pytest.mark.parametrize("way", ["escape", "button", "beside"])
def test_the_tour_can_be_left_at_once(window, way) -> None:
    window.commands["tour"].trigger()
    tour = window.dialogs.tour
    if way == "escape":
        QTest.keyClick(tour.next, KEY.Key_Escape)
    elif way == "button":
        QTest.mouseClick(tour.leave, LEFT)
    else:
        QTest.mouseClick(tour, LEFT, pos=window.rect().bottomRight() / 2)
    assert not tour.isVisible()
    draw_cat(window.draw.canvas)
    assert window.editor.current.ink


def test_the_panel_of_a_step_can_be_used_and_the_tour_goes_on(window, qtbot) -> None:
    window.activateWindow()
    window.commands["tour"].trigger()
    tour, canvas = window.dialogs.tour, window.draw.canvas
    middle = canvas.mapTo(window, canvas.page().center().toPoint())
    there = window.childAt(middle)
    assert there is canvas, "the tour lies over the page"
    assert window.childAt(tour.card.geometry().center()) is not canvas
    beside = window.seen.mapTo(window, window.seen.rect().center())
    assert window.childAt(beside) is tour
    draw_cat(there)
    assert window.editor.current.ink and tour.isVisible() and tour.step == 0
    QTest.mouseClick(tour.next, LEFT)
    assert tour.step == 1
    # From the panel too, where it has no use for the key.
    canvas.setFocus()
    QTest.keyClick(canvas, KEY.Key_Escape)
    assert not tour.isVisible()


def test_the_map_says_nothing_of_a_marker_that_may_not_be_there(window) -> None:
    """What the third step asks for can be done with an empty page."""
    window.commands["tour"].trigger()
    tour, view = window.dialogs.tour, window.map.view
    tour.go(2)
    assert view.marker() is None and "marker" not in tour.card.accessibleName()
    middle = view.mapTo(window, view.rect().center())
    assert window.childAt(middle) is view
    drag(view, [view.rect().center(), view.rect().center() + QPoint(30, 10)])
    assert view.marker() is not None and tour.isVisible()


@pytest.mark.parametrize("end", ["leave", "close"])
def test_panels_that_the_tour_shows_are_put_back(window, qtbot, end) -> None:
    docks = window.docks
    docks["seen"].hide()
    for name in ("shelf", "mix"):
        docks[name].come()
        qtbot.waitUntil(docks[name].in_front)
    window.commands["tour"].trigger()
    tour = window.dialogs.tour
    for step, name in enumerate(("draw", "seen", "map", "sketches", "morph")):
        tour.go(step)
        qtbot.waitUntil(docks[name].in_front)
    if end == "close":
        window.close()
        window.show()
    else:
        tour.end()
    assert docks["seen"].isHidden()
    qtbot.waitUntil(lambda: docks["shelf"].in_front() and docks["mix"].in_front())
    assert not docks["sketches"].in_front() and not docks["morph"].in_front()


def test_the_tour_never_comes_over_a_hand_that_draws(window) -> None:
    canvas = window.draw.canvas
    QTest.mousePress(canvas, LEFT, pos=canvas.page().center().toPoint())
    window.dialogs.offer_tour()
    assert window.dialogs.tour is None
    QTest.mouseRelease(canvas, LEFT, pos=canvas.page().center().toPoint())
    window.dialogs.offer_tour()
    assert window.dialogs.tour is None
    window.commands["clear"].trigger()
    window.dialogs.offer_tour()
    assert window.dialogs.tour.isVisible()


@pytest.mark.parametrize("way", ["hide", "cover"])
def test_the_panel_of_a_step_stays_in_sight(window, qtbot, way: str) -> None:
    """Whoever hides it, or goes behind it, finds it so afterwards."""
    docks = window.docks
    window.activateWindow()
    window.commands["tour"].trigger()
    tour = window.dialogs.tour
    step, name, key, times = {
        "hide": (2, "map", KEY.Key_F4, 2),
        "cover": (3, "sketches", KEY.Key_F6, 1),
    }[way]
    tour.go(step)
    qtbot.waitUntil(docks[name].in_front)
    for _ in range(times):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: docks[name].in_front() and tour.next.hasFocus())
    assert tour.isVisible() and tour.step == step
    spot = tour.spot()
    assert spot.contains(docks[name].geometry()) and not spot.intersects(tour.card.geometry())
    QTest.keyClick(tour.next, KEY.Key_Right)
    assert tour.step == step + 1
    QTest.keyClick(tour.next, KEY.Key_Escape)
    assert not tour.isVisible()
    if way == "hide":
        assert docks["map"].isHidden()
    else:
        qtbot.waitUntil(docks["shelf"].in_front)
