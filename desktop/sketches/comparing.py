"""Comparing sketches: each says beneath what the model sees in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.editor import Editor
from desktop.sight import Guess, guesses_of
from desktop.views.panel import action_button
from desktop.views.tile import DoodleTile
from desktop.views.words import category_words, doodle_words

BUTTONS = ("compare", "keep_selected", "contact_sheet")


class ComparingButtons(QWidget):
    """Beside the tiles while they are compared: the way back, and what to do with them.

    One beneath the other, as many as there is height for.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.buttons = [action_button(context.actions[name]) for name in BUTTONS]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setRowStretch(len(BUTTONS), 1)
        self._place(len(BUTTONS))
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another height."""
        super().resizeEvent(event)
        self._place(max(1, self.height() // self.buttons[0].sizeHint().height()))

    def _place(self, rows: int) -> None:
        for number, button in enumerate(self.buttons):
            self._grid.addWidget(button, number % rows, number // rows)


class Comparing(QObject):
    """Gives tiles their captions, and takes them away again."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._job: Job | None = None

    def show(self, tiles: Sequence[DoodleTile]) -> None:
        """Beneath each of these stands at first which it is, and soon what the model sees."""
        engine = self._editor.engine
        doodles = [tile.doodle for tile in tiles if tile.doodle is not None]
        for tile, doodle in zip(tiles, doodles, strict=True):
            tile.show_caption(doodle_words(doodle))

        def seen(guesses: list[tuple[Guess, ...]]) -> None:
            for tile, doodle, best in zip(tiles, doodles, guesses, strict=True):
                if best and tile.doodle is doodle:
                    tile.show_caption(self._words(*best[0]))

        self._job = run_in_background(
            lambda job: [guesses_of(engine, doodle) for doodle in doodles],
            seen,
            replaces=self._job,
        )

    def leave(self, tiles: Sequence[DoodleTile]) -> None:
        """No captions any more."""
        if self._job is not None:
            self._job.cancel()
        for tile in tiles:
            tile.show_caption(None)

    def _words(self, category: str, share: float) -> str:
        words = self.tr("{category} {percent} %")
        return words.format(category=category_words(category), percent=round(100 * share))
