"""Seen as: the doodle as the model redraws it, and the 28x28 image that it was given."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.context import Context
from desktop.editor import Editor
from desktop.paint.cache import washes_for
from desktop.paint.doodles import draw_pixels, fill_washes
from desktop.settings import SettingsStore
from desktop.state.document import State
from desktop.theme import GRID, theme
from desktop.views.panel import Panel, quiet_label
from desktop.views.words import category_words, origin_words


class Reconstruction(QWidget):
    """The decoded image of the current doodle, as large as there is room."""

    def __init__(self, editor: Editor, settings: SettingsStore) -> None:
        super().__init__()
        self._editor = editor
        self._settings = settings
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        editor.document.observe(lambda _: self.update(), "current", "model", "problem")
        settings.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As large as the canvas."""
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:
        """Still a doodle."""
        return QSize(120, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Outlines or pixels; words where there is nothing yet."""
        colors = theme().colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height()) - 8
        rect = QRectF((self.width() - side) // 2, 4, side, side)
        painter.setPen(QPen(colors.color("line"), 1))
        painter.setBrush(colors.color("page"))
        painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), 8, 8)
        state = self._editor.document.state
        doodle = state.current
        if doodle.decoded is None:
            painter.setPen(colors.color("muted"))
            words = state.problem or (
                self.tr("What you draw, redrawn by the model as you go")
                if state.model
                else self.tr("Opening the model…")
            )
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(rect.adjusted(24, 24, -24, -24), flags, words)
        elif self._settings.values.outlines:
            fill_washes(painter, rect, washes_for(doodle), colors.color("ink"))
        else:
            inside = rect.adjusted(4, 4, -4, -4)
            paper, ink = colors.color("page"), colors.color("ink")
            draw_pixels(painter, inside, doodle.decoded, paper, ink)


class InputImage(QWidget):
    """The 28x28 image that the model really gets, two screen pixels each."""

    SIDE = 56

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self.setFixedSize(self.SIDE + 2, self.SIDE + 2)
        editor.document.observe(lambda _: self.update(), "current")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pixels, or an empty square."""
        colors = theme().colors
        image = self._editor.current.input
        painter = QPainter(self)
        if image is None:
            image = np.zeros((28, 28), np.float32)
        rect = QRectF(1, 1, self.SIDE, self.SIDE)
        draw_pixels(painter, rect, image, colors.color("page"), colors.color("ink"))
        painter.setPen(QPen(colors.color("line"), 1))
        painter.drawRect(QRectF(0.5, 0.5, self.SIDE + 1, self.SIDE + 1))


class SeenPanel(Panel):
    """The reconstruction, the input beside it, and what the model makes of it in words."""

    name = "seen"
    bar = ("outlines",)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.reconstruction = Reconstruction(context.editor, context.settings)
        self.input = InputImage(context.editor)
        self._caption = quiet_label(wrap=True)
        self._words = quiet_label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.reconstruction, 1)
        row = QHBoxLayout()
        row.setSpacing(GRID + 4)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self.input)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(self._words)
        texts.addWidget(self._caption)
        texts.addStretch(1)
        row.addLayout(texts, 1)
        column.addLayout(row)
        self._words.setProperty("quiet", False)
        action = context.actions["outlines"]
        action.setChecked(context.settings.values.outlines)
        action.toggled.connect(lambda on: context.settings.change(outlines=on))
        context.settings.changed.connect(
            lambda: action.setChecked(context.settings.values.outlines)
        )
        self.document.observe(self._show, "current", "model")

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Seen as")

    def retranslate(self) -> None:
        """Texts."""
        self.reconstruction.setAccessibleName(self.tr("The doodle as the model redraws it"))
        self.input.setAccessibleName(self.tr("The 28x28 image that the model gets"))
        self.input.setToolTip(self.tr("The 28x28 image that the model really gets"))
        self._show(self.document.state)

    def _show(self, state: State) -> None:
        doodle = state.current
        words = origin_words(doodle)
        engine = self.editor.engine
        if doodle.latent is not None and not engine.missing("classify"):
            chances = engine.bundle.classify(doodle.latent[None])[0]
            best = int(np.argmax(chances))
            words = self.tr("I see: {category} {percent} %").format(
                category=category_words(engine.categories[best]),
                percent=round(100 * float(chances[best])),
            )
        self._words.setText(words)
        if doodle.input is not None:
            caption = self.tr("28×28: what the model gets")
        elif doodle.latent is not None:
            caption = self.tr("Made from the latent alone")
        else:
            caption = self.tr("Your drawing as 28×28 pixels appears here")
        self._caption.setText(caption)
