"""Names on the map, and the legend that filters it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_acts import LEFT, settled

from desktop.map.lattice import cells_in, centre_of, level_of, size_of
from desktop.map.legend import GAP, rows_of
from desktop.map.plane import LEGEND_SHARE
from desktop.map.signs import MARKER, paint_sign
from desktop.theme import category_color
from desktop.views.names import CATEGORIES
from desktop.window import MainWindow


def test_the_legend_filters_the_ground_and_the_thumbnails(window: MainWindow, qtbot) -> None:
    plane, view = window.map.plane, window.map.view
    buttons = plane.legend.buttons
    assert [button.text() for button in buttons] == ["cat", "dog", "tree"]
    qtbot.waitUntil(lambda: view.ground._shades is not None)
    everything = view.ground._shades
    QTest.mouseClick(buttons[1], LEFT)
    assert view.shown == {1} and buttons[1].isChecked()
    qtbot.waitUntil(lambda: view.ground._shades != everything)
    QTest.mouseClick(buttons[0], LEFT)
    assert view.shown == {0, 1}
    window.commands["all_categories"].trigger()
    assert view.shown is None and not window.commands["all_categories"].isEnabled()


def test_pointing_at_the_legend_shows_where_a_category_is(window: MainWindow, qtbot) -> None:
    """With the pointer or the Tab key; the other names fade."""
    view, button = window.map.view, window.map.plane.legend.buttons[2]
    qtbot.waitUntil(lambda: view.ground._shades is not None)
    peak = view.ground.peak(2)
    assert peak is not None
    spot = QPoint(*(round(value) for value in view.view.to_screen(*peak)))
    QTest.qWait(20)

    def there() -> str:
        return view.grab().toImage().pixelColor(spot).name()

    tree = category_color(2).name()
    assert there() != tree
    for begin, end in ((QEvent.Type.Enter, QEvent.Type.Leave), (None, None)):
        if begin is None:
            button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            QApplication.sendEvent(button, QEvent(begin))
        assert there() == tree
        if end is None:
            view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            QApplication.sendEvent(button, QEvent(end))
        assert there() != tree


def test_no_name_lies_under_the_marker_or_over_another(window: MainWindow) -> None:
    view = window.map.view
    view.grab()
    names = view.ground.names_beside(None)
    assert names
    for _, home, _ in names:
        for x, y in ((0.1, 0.2), (0.5, 0.5), (0.9, 0.9)):
            marker = QPointF(home.x() + x * home.width(), home.y() + y * home.height())
            boxes = [box for _, box, _ in view.ground.names_beside(marker)]
            assert boxes
            for number, box in enumerate(boxes):
                near = QPointF(
                    min(max(marker.x(), box.left()), box.right()),
                    min(max(marker.y(), box.top()), box.bottom()),
                )
                assert (near - marker).manhattanLength() >= MARKER
                assert view.rect().contains(box.toAlignedRect())
                assert not any(box.intersects(other) for other in boxes[:number])


def test_signs_tell_all_categories_apart(qapp) -> None:
    """Thirty-two of them: eight of each shape, which differ by their colours."""
    signs = {(index % 8, index // 8) for index in range(32)}
    looks = set()
    for index in range(32):
        image = QImage(22, 22, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        # In one colour: shapes alone.
        paint_sign(painter, QPointF(11, 11), 8, index, QColor("black"))
        painter.end()
        looks.add((index % 8, bytes(image.constBits())))
    assert len(looks) == len(signs) == 32


@pytest.mark.parametrize("size", [(1024, 680), (1600, 1000)])
def test_names_stand_between_the_rows_of_thumbnails(window: MainWindow, qtbot, size) -> None:
    window.resize(*size)
    settled(window, qtbot)
    view, ground = window.map.view, window.map.view.ground
    view.grab()
    level = level_of(view.view.scale)
    side = size_of(level) * view.view.scale
    rows = {round(view.view.to_screen(*centre_of(key))[1]) for key in cells_in(view.view, level)}
    names = ground.names_beside(None)
    assert names
    for _, box, _ in names:
        nearest = min(abs(box.center().y() - row) for row in rows)
        assert nearest == pytest.approx(side / 2, abs=2), "a name over a thumbnail"
    with_pictures = {index for index, _, _ in names}
    window.commands["thumbnails"].trigger()
    view.grab()
    alone = {index for index, _, _ in ground.names_beside(None)}
    assert len(alone) >= len(with_pictures)


def test_a_name_at_the_border_stands_inside(window: MainWindow, qtbot) -> None:
    view = window.map.view
    view.grab()
    (index, home, _), *_ = view.ground.names_beside(None)
    peak = view.ground.peak(index)
    view._view = view.view.centred(*peak).panned(6 - view.width() / 2, 0)
    view.ground.changed()
    view.grab()
    boxes = [box for one, box, _ in view.ground.names_beside(None) if one == index]
    assert view.view.to_screen(*peak)[0] == pytest.approx(6)
    leftmost = min(boxes, key=lambda box: box.left())
    assert leftmost.left() == pytest.approx(4, abs=1) and leftmost.size() == home.size()


def test_every_category_shown_has_its_name_before_one_has_two(window: MainWindow, qtbot) -> None:
    """Where it is denser than the others that are shown."""
    plane, ground = window.map.plane, window.map.view.ground
    for index in (0, 2):
        QTest.mouseClick(plane.legend.buttons[index], LEFT)
    window.map.view.grab()
    named = [index for index, _, _ in ground._names]
    assert set(named[:2]) == {0, 2} == set(named)


def test_a_name_is_a_tag_with_the_sign_of_the_legend(window: MainWindow) -> None:
    """Bare words between thumbnails would be read as captions of those."""
    label = window.map.view.ground.label(1).toImage()
    sign = label.pixelColor(9, label.height() // 2)
    assert sign.name() == category_color(1).name()
    assert label.pixelColor(0, 0).alpha() == 0, "round corners"
    assert label.pixelColor(label.width() // 2, 3).alpha() > 200, "on paper of its own"


def test_a_right_click_on_the_legend_lists_its_signs_by_name(window: MainWindow) -> None:
    legend, menu = window.map.plane.legend, window.map.filter_menu
    sign = legend.buttons[1]
    spot = sign.rect().center()
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, sign.mapToGlobal(spot))
    QApplication.sendEvent(sign, asked)
    assert menu.isVisible()
    assert [row.text() for row in menu.actions()] == [button.text() for button in legend.buttons]
    box = menu.actionGeometry(menu.actions()[2])
    QTest.mouseClick(menu, LEFT, pos=box.center())
    assert legend.shown == {2} and menu.isVisible() and menu.actions()[2].isChecked()
    for row, button in zip(menu.actions(), legend.buttons, strict=True):
        assert row.icon().cacheKey() == button.icon().cacheKey()
    menu.close()


def test_names_of_the_legend_do_not_come_and_go_with_its_scroll_bar(
    window: MainWindow, qtbot
) -> None:
    """Where they find room without it, and none beside it."""
    plane, settings = window.map.plane, window.context.settings
    legend, ranges = plane.legend, []
    legend.show_categories(CATEGORIES)
    legend.verticalScrollBar().rangeChanged.connect(lambda *ends: ranges.append(ends))
    first, seen = legend.buttons[0], set()

    def settled() -> bool:
        rows = rows_of([one.width_with(named=True) for one in legend.buttons], legend.width())
        fits = rows * (legend.row_height() + GAP) - GAP <= plane.height() * LEGEND_SHARE
        seen.add(fits)
        barred = legend.verticalScrollBar().isVisible()
        return first.width() == first.width_with(named=fits) and not barred

    for width in range(1260, 1300, 10):
        window.resize(width, 800)
        for language in ("en", "zh_CN"):
            settings.change(language=language)
            qtbot.wait(100)  # the panels share the window a moment later
            qtbot.waitUntil(settled)
            ranges.clear()
            for _ in range(10):
                QApplication.processEvents()
            assert settled() and not ranges, (width, language)
    assert seen == {False, True}
