"""What people do on the board of the mix."""

from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from window_acts import LEFT, drop

from desktop.mix.panel import MAKER
from desktop.views.tile import doodle_mime
from desktop.window import MainWindow


def drop_on(tile, doodle) -> None:  # type: ignore[no-untyped-def]
    drop(tile, doodle_mime(doodle), QPointF(tile.rect().center()))


def make_direction(window: MainWindow, qtbot, name: str) -> None:
    maker, sketches = window.mix.maker, window.editor.document.state.sketches
    window.commands["new_direction"].trigger()
    assert window.mix._pages.currentIndex() == MAKER and not maker.make.isEnabled()
    drop_on(maker.having.board, sketches[0])
    drop_on(maker.having.board, sketches[1])
    drop_on(maker.lacking.board, sketches[2])
    QTest.keyClicks(maker.name, name)
    with qtbot.waitSignal(maker.made):
        QTest.mouseClick(maker.make, LEFT)
