"""What a person does to teach a category of their own."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_acts import draw

from desktop.engine import ink_image
from desktop.state.doodle import Doodle
from desktop.state.ink import Ink, ink_from_lines
from desktop.state.origin import Learnt
from desktop.state.taught import Taught, teach
from desktop.teach.dialog import TeachDialog
from desktop.window import MainWindow

KEY = Qt.Key


def house(number: int) -> Ink:
    """A house that is never quite the same."""
    low, roof = 230 - 6 * number, 20 + 8 * number
    walls = [[40, 40, 210, 210, 40], [110, low, low, 110, 110]]
    return ink_from_lines([walls, [[30, 120 + number, 220], [110, roof, 110]]])


def start_lesson(window: MainWindow, qtbot) -> TeachDialog:
    window.commands["teach"].trigger()
    dialog = window.dialogs.open("teach")
    assert isinstance(dialog, TeachDialog)
    qtbot.waitExposed(dialog)
    return dialog


def draw_houses(dialog: TeachDialog, count: int, first: int = 0) -> None:
    for number in range(first, first + count):
        draw(dialog.page.canvas, house(number))
        QTest.keyClick(dialog.page.canvas, KEY.Key_Return)


def previewed(dialog: TeachDialog, qtbot) -> tuple[Doodle, ...]:
    """The eight new ones that the examples of now give."""
    count = len(dialog.lesson.desk.document.state.collection)

    def there() -> bool:
        doodles = dialog.preview.doodles
        return len(doodles) == 8 and all(d.origin.taught.count == count for d in doodles)

    qtbot.waitUntil(there, timeout=10_000)
    return dialog.preview.doodles


def sketched(window: MainWindow, qtbot, name: str, count: int = 12) -> tuple[Doodle, ...]:
    """The sketches, once they are of that category; "" for those of none of one's own."""
    state = window.editor.document

    def there() -> bool:
        origins = [doodle.origin for doodle in state.state.sketches]
        if len(origins) != count:
            return False
        if not name:
            return not any(isinstance(origin, Learnt) for origin in origins)
        return all(isinstance(o, Learnt) and o.category == name for o in origins)

    qtbot.waitUntil(there, timeout=10_000)
    return state.state.sketches


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """The questions asked; what no answer is given for is thrown away."""
    asked: list[str] = []
    waiting = list(answers)

    def ask(parent: object, question: str, *rest: object) -> str:
        asked.append(question)
        return waiting.pop(0) if waiting else "drop"

    monkeypatch.setattr("desktop.teach.dialog.ask", ask)
    return asked


def taught(window: MainWindow, qtbot, name: str = "house", count: int = 5) -> Taught:
    category = teach(name, [example(number) for number in range(count)])
    window.editor.teach(category)
    sketched(window, qtbot, name)
    return category


def example(number: int) -> np.ndarray:
    return ink_image(house(number))
