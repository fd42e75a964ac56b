"""Morphs that tests begin with."""

from PySide6.QtTest import QTest
from window_acts import LEFT, draw_cat

from desktop.morph.paths import PathChoice
from desktop.state.doodle import Doodle
from desktop.window import MainWindow


def set_ends(window: MainWindow) -> None:
    """A drawn cat and a sketch; the cat as it is when it has been read closely."""
    draw_cat(window.draw.canvas)
    while window.editor.current.glance:
        QTest.qWait(1)
    window.commands["set_a"].trigger()
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    window.commands["set_b"].trigger()


def three_keyframes(window: MainWindow) -> tuple[Doodle, ...]:
    """The cat, and two sketches; the last one added by its action."""
    set_ends(window)
    window.editor.adopt(window.editor.document.state.sketches[3])
    window.commands["add_keyframe"].trigger()
    keyframes = window.editor.document.state.keyframes
    assert len(keyframes) == 3
    return keyframes


def choose(choice: PathChoice, kind: str) -> None:
    """As a click on a row of the list does."""
    index = choice.findData(kind)
    choice.setCurrentIndex(index)
    choice.activated.emit(index)
