"""What the open model would draw after the examples so far: eight sketches, while one teaches."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from aemodel.errors import DoodlescapeError
from desktop.background import Job, run_in_background
from desktop.dialogs.dialog import heading
from desktop.editor import Editor
from desktop.paint.cache import warm
from desktop.problems import problem_words
from desktop.state.doodle import Doodle
from desktop.state.taught import Taught
from desktop.theme import GRID, theme
from desktop.views.names import reason_words
from desktop.views.panel import quiet_label
from desktop.views.tile import DoodleTile
from desktop.views.tile_area import TileArea

COUNT = 8


class TeachPreview(QWidget):
    """Eight sketches, by the model of `editor`; a click makes one the current doodle there."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._taught: Taught | None = None
        self._job: Job | None = None
        self.seed = 1
        self.caption = heading()
        self.others = QPushButton()
        self.others.setAutoDefault(False)
        self.tiles = [DoodleTile(editor) for _ in range(COUNT)]
        self.reason = quiet_label(wrap=True)
        self.reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = TileArea(52, 128)
        self.area.show_tiles(self.tiles)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.area)
        self._pages.addWidget(self.reason)
        head = QHBoxLayout()
        head.addWidget(self.caption, 1)
        head.addWidget(self.others)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addLayout(self._pages, 1)
        self.others.clicked.connect(self._next)
        theme().changed.connect(self._icon)
        self._icon()
        editor.document.observe(lambda state: self._make(), "model", "problem")
        self._make()

    @property
    def doodles(self) -> tuple[Doodle, ...]:
        """What is shown."""
        return tuple(tile.doodle for tile in self.tiles if tile.doodle is not None)

    def retranslate(self) -> None:
        """Texts."""
        self.caption.setText(self.tr("What it makes of them").upper())
        self.others.setText(self.tr("Others"))
        self.others.setToolTip(self.tr("Eight others from the same examples"))
        self.area.setAccessibleName(self.tr("What it makes of them"))
        for number, tile in enumerate(self.tiles, 1):
            tile.setAccessibleName(self.tr("New one {number}").format(number=number))
        self._name_tiles()
        self.reason.setText(reason_words(self._lack()))

    def show_taught(self, taught: Taught | None) -> None:
        """Shows sketches of another category, or empty places."""
        if taught != self._taught:
            self._taught = taught
            self._make()

    def _icon(self) -> None:
        self.others.setIcon(theme().icon("random"))

    def _lack(self) -> str:
        engine = self._editor.engine
        return engine.missing("encode") or engine.missing("sample")

    def _next(self) -> None:
        self.seed += 1
        self._make()

    def _make(self) -> None:
        engine, taught, seed = self._editor.engine, self._taught, self.seed
        lack = self._lack()
        self.reason.setText(reason_words(lack))
        self._pages.setCurrentIndex(1 if lack else 0)
        self.others.setEnabled(taught is not None and not lack)
        if self._job is not None:
            self._job.cancel()
        if taught is None or lack:
            self._show(())
            return

        def task(job: Job) -> tuple[Doodle, ...]:
            doodles = engine.samples_of(taught, COUNT, seed)
            warm(doodles)
            return doodles

        self._job = run_in_background(task, self._show, self._failed, replaces=self._job)

    def _failed(self, error: Exception) -> None:
        self._show(())
        words = problem_words(error) if isinstance(error, DoodlescapeError) else ""
        self.reason.setText(words or self.tr("The model could not learn from these drawings."))
        self._pages.setCurrentIndex(1)

    def _show(self, doodles: tuple[Doodle, ...]) -> None:
        for index, tile in enumerate(self.tiles):
            doodle = doodles[index] if index < len(doodles) else None
            tile.show_doodle(doodle)
            focus = Qt.FocusPolicy.NoFocus if doodle is None else Qt.FocusPolicy.StrongFocus
            tile.setFocusPolicy(focus)
        self._name_tiles()

    def _name_tiles(self) -> None:
        for tile in self.tiles:
            tile.setToolTip(
                self.tr("Two examples are enough to begin")
                if tile.doodle is None
                else self.tr("Click: make it the current doodle. Drag: take it.")
            )
