"""Seen as: the doodle as the model redraws it, what it was given, and what it sees in it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.editor import Editor
from desktop.paint.cache import washes_for
from desktop.paint.doodles import draw_pixels, fill_washes
from desktop.seen.caption import Caption
from desktop.seen.denoising import Denoising, NoiseBar
from desktop.seen.proposals import Proposals
from desktop.settings import SettingsStore
from desktop.sight import Guess, guesses_of, likelihood_tells, typicality_of
from desktop.state.doodle import Doodle, Image
from desktop.theme import GRID, theme
from desktop.views.panel import Panel
from desktop.views.words import category_words, number_words, origin_words

SETTLED_MS = 120
# Wider than this many times its height, the words have their place beside the picture.
BESIDE = 1.6
LEAST_LETTERS = 9
# Per cent of all drawings that a plain or an unusual one is among.
FEW = 10


class Reconstruction(QWidget):
    """The decoded image of the current doodle, as large as there is room."""

    def __init__(self, editor: Editor, settings: SettingsStore, denoising: Denoising) -> None:
        super().__init__()
        self._editor = editor
        self._settings = settings
        self._denoising = denoising
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._drawn: Image | None = None
        denoising.changed.connect(self._changed)
        settings.changed.connect(self.update)

    def _changed(self) -> None:
        """A drawing that only moves looks the same to the model."""
        drawn = self._denoising.shown.decoded
        if drawn is None or drawn is not self._drawn:
            self._drawn = drawn
            self.update()

    def sizeHint(self) -> QSize:
        """As large as the canvas."""
        return QSize(360, 360)

    def minimumSizeHint(self) -> QSize:
        """Still a doodle."""
        return QSize(96, 96)

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
        doodle = self._denoising.shown
        if doodle.decoded is None:
            painter.setPen(colors.color("muted"))
            words = state.problem or (
                self.tr("What you draw, redrawn by the model as you go")
                if state.model
                else self.tr("Opening the model…")
            )
            _paint_words(painter, rect, words)
        elif self._settings.values.outlines:
            ink, paper = colors.color("ink"), colors.color("page")
            fill_washes(painter, rect, washes_for(doodle), ink, paper)
        else:
            inside = rect.adjusted(4, 4, -4, -4)
            paper, ink = colors.color("page"), colors.color("ink")
            draw_pixels(painter, inside, doodle.decoded, paper, ink)


class InputImage(QWidget):
    """A 28x28 image, two screen pixels each."""

    SIDE = 56

    def __init__(self) -> None:
        super().__init__()
        self._image: Image | None = None
        self.setFixedSize(self.SIDE + 2, self.SIDE + 2)

    def show_image(self, image: Image | None) -> None:
        """Shows another one, or none."""
        if image is not self._image:
            self._image = image
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pixels, or an empty square."""
        colors = theme().colors
        painter = QPainter(self)
        image = np.zeros((28, 28), np.float32) if self._image is None else self._image
        rect = QRectF(1, 1, self.SIDE, self.SIDE)
        draw_pixels(painter, rect, image, colors.color("page"), colors.color("ink"))
        painter.setPen(QPen(colors.color("line"), 1))
        painter.drawRect(QRectF(0.5, 0.5, self.SIDE + 1, self.SIDE + 1))


class SeenPanel(Panel):
    """The reconstruction, the input beside it, and what the model makes of it in words."""

    name = "seen"
    bar = ("more_like_this", "finish_sketch", "outlines")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.denoising = Denoising(context.editor, self)
        self.reconstruction = Reconstruction(context.editor, context.settings, self.denoising)
        self.input = InputImage()
        self.noisy = InputImage()
        self.noise = NoiseBar(context, self.denoising)
        self.proposals = Proposals(context)
        self._job: Job | None = None
        self._judged: Doodle | None = None
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._ask_typicality)
        self._typicality: float | None = None
        self.caption = Caption()
        self._arrange()
        context.actions["outlines"].toggled.connect(self._choose_outlines)
        context.settings.changed.connect(self._show_choice)
        self._show_choice()
        self.denoising.changed.connect(self._show)

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Seen as")

    def minimumSizeHint(self) -> QSize:
        """As narrow as the words beneath the picture, as low as both are beside one another.

        Proposals that were asked for must be seen.
        """
        picture, words = self.reconstruction.minimumSizeHint(), self._words.minimumSizeHint()
        asked = not self.proposals.isHidden()
        beneath = picture.height() + self._both.spacing() + words.height()
        beside = max(picture.height(), words.height())
        return QSize(max(picture.width(), words.width()), beneath if asked else beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words lie beside the picture where the panel is low; proposals take their width."""
        super().resizeEvent(event)
        self._place_words()

    def event(self, event: QEvent) -> bool:
        """Proposals that come or go change what there is room for."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_words()
        return super().event(event)

    def _place_words(self) -> None:
        """Beneath the picture or beside it; where there is room for neither, they go."""
        picture, words = self.reconstruction.minimumSizeHint(), self._words.minimumSizeHint()
        gap = self._both.spacing()
        fits_beneath = self.height() >= picture.height() + gap + words.height()
        fits_beside = self.width() >= picture.width() + gap + words.width()
        low = self.width() > BESIDE * self.height()
        beside = fits_beside and (low or not fits_beneath)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)
        self._both.setStretch(1, int(beside))
        self._words.setVisible(fits_beneath or beside)
        self.proposals.fit(self.width() // (1 + beside))

    def retranslate(self) -> None:
        """Texts."""
        self.reconstruction.setAccessibleName(self.tr("The doodle as the model redraws it"))
        self.noisy.setAccessibleName(self.tr("The image with noise"))
        self.noisy.setToolTip(self.tr("With noise: this is what the model gets now"))
        self.noise.retranslate()
        self.proposals.retranslate()
        self._show()

    def _name_input(self) -> None:
        """For pointers and readers: with noise, the model does not get what was drawn."""
        name = self.tr("The 28x28 image that the model gets")
        tip = self.tr("The 28x28 image that the model really gets")
        if self.denoising.on:
            name = self.tr("The 28x28 image without noise")
            tip = self.tr("Without noise: this is what the model would get")
        self.input.setAccessibleName(name)
        self.input.setToolTip(tip)

    def _input_words(self) -> list[str]:
        """Which of the small pictures the model gets."""
        shown = [image for image in (self.input, self.noisy) if not image.isHidden()]
        if len(shown) > 1:
            return [self.tr("28×28: the right one is what the model gets")]
        return [self.tr("28×28: what the model gets")] if shown else []

    def _choose_outlines(self, on: bool) -> None:
        self.context.settings.change(outlines=on)

    def _show_choice(self) -> None:
        self.context.actions["outlines"].setChecked(self.context.settings.values.outlines)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID + 4)
        row.setContentsMargins(4, 0, 4, 0)
        row.addWidget(self.input)
        row.addWidget(self.noisy)
        row.addWidget(self.caption, 1)
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(self.proposals)
        words.addLayout(row)
        words.addWidget(self.noise)
        both = self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(4)
        both.addWidget(self.reconstruction, 1)
        both.addWidget(self._words)

    def _show(self) -> None:
        doodle, current = self.denoising.shown, self.editor.current
        self.input.show_image(current.input)
        self.input.setVisible(current.input is not None or current.blank)
        self.noisy.show_image(doodle.input)
        self.noisy.setVisible(self.denoising.on)
        self._name_input()
        guesses = guesses_of(self.editor.engine, doodle)
        words = origin_words(current)
        if guesses:
            words = self.tr("I see: {category} {percent} %").format(**_guess(guesses[0]))
        self._judge(doodle, guesses)
        others = [
            self.tr("{category} {percent} %").format(**_guess(guess)) for guess in guesses[1:]
        ]
        details = self._detail_words(doodle)
        self.caption.say(words, [*others, *details] or self._input_words(), [*details, *others])
        likely = self.tr(
            "How likely the model finds such a drawing, among real ones. It is no mark: plain "
            "drawings are likely, those with many details of their own are rarer."
        )
        self.caption.details.setToolTip("" if self._typicality is None else likely)

    def _judge(self, doodle: Doodle, guesses: tuple[Guess, ...]) -> None:
        """Asks for the typicality once the doodle rests; until it comes, the last one stays."""
        if doodle is self._judged:
            return
        self._judged = doodle
        if self._job is not None:
            self._job.cancel()
        lacking = doodle.latent is None or self.editor.engine.missing("typicality")
        if lacking or not likelihood_tells(doodle, guesses):
            self._settled.stop()
            self._typicality = None
        else:
            self._settled.start()

    def _ask_typicality(self) -> None:
        engine, doodle = self.editor.engine, self.denoising.shown

        def judged(typicality: float | None) -> None:
            self._typicality = typicality
            self._show()

        self._job = run_in_background(
            lambda job: typicality_of(engine, doodle),
            judged,
            lambda error: judged(None),
            replaces=self._job,
        )

    def _detail_words(self, doodle: Doodle) -> list[str]:
        """Typicality and place."""
        words = []
        if self._typicality is not None:
            words.append(self._typical_words(round(self._typicality)))
        if doodle.place is not None:
            x, y = doodle.place
            where = self.tr("on the map at {x}, {y}")
            words.append(where.format(x=number_words(x), y=number_words(y)))
        return words

    def _typical_words(self, percent: int) -> str:
        """What is likely is plain; neither end of the scale is better than the other."""
        if percent == 0:
            return self.tr("unusual: rarer than almost any drawing")
        if percent == 100:
            return self.tr("plain: likelier than almost any drawing")
        if percent < 50:
            rare = self.tr("rarer than {percent} % of drawings")
            unusual = self.tr("unusual: rarer than {percent} % of drawings")
            return (unusual if percent <= FEW else rare).format(percent=100 - percent)
        likely = self.tr("likelier than {percent} % of drawings")
        plain = self.tr("plain: likelier than {percent} % of drawings")
        return (plain if percent >= 100 - FEW else likely).format(percent=percent)


def _paint_words(painter: QPainter, rect: QRectF, words: str) -> None:
    """In the middle of a square; smaller where it is too small for them."""
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    margin = min(24.0, rect.width() / 16)
    inside = rect.adjusted(margin, margin, -margin, -margin)
    font = painter.font()
    for size in range(painter.fontInfo().pixelSize(), LEAST_LETTERS - 1, -1):
        font.setPixelSize(size)
        painter.setFont(font)
        if inside.contains(painter.boundingRect(inside, flags, words)):
            break
    painter.drawText(inside, flags, words)


def _guess(guess: Guess) -> dict[str, str]:
    category, chance = guess
    return {"category": category_words(category), "percent": str(round(100 * chance))}
