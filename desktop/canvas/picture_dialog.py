"""Before a picture becomes a doodle: what it is, what is made of it, and where ink begins."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.background import Job, run_in_background
from desktop.engine import Engine
from desktop.paint.doodles import Washes, draw_pixels, fill_washes, washes_of
from desktop.pictures import Cleaned, Picture, clean_up
from desktop.problems import sentence_words
from desktop.state.doodle import Doodle, Image
from desktop.state.origin import Opened
from desktop.theme import GRID, theme
from desktop.views.panel import quiet_label
from desktop.views.slider import Slider

SIDE = 248


@dataclass(frozen=True)
class Look:
    """A picture cleaned up, and the doodle that it would be; None where there is no ink."""

    cleaned: Cleaned
    doodle: Doodle | None


def look_at(engine: Engine, picture: Picture, threshold: float | None = None) -> Look:
    """Cleans a picture up and reads it closely. For the background."""
    cleaned = clean_up(picture, threshold)
    if cleaned.image is None:
        return Look(cleaned, None)
    doodle = engine.from_image(cleaned.image, Opened(picture.name[:200]))
    return Look(cleaned, engine.closely(doodle))


class PictureView(QWidget):
    """The picture as it came, whole."""

    def __init__(self, image: QImage) -> None:
        super().__init__()
        self._image = image
        self._lightness = lightness_of(image) if image.hasAlphaChannel() else None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """A comfortable look."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Framed; what is transparent shows a ground that the picture stands out from."""
        painter = QPainter(self)
        square = _square(self)
        _page(painter, square)
        size = self._image.size().scaled(
            square.size().toSize() - QSize(8, 8), Qt.AspectRatioMode.KeepAspectRatio
        )
        rect = QRectF(0, 0, size.width(), size.height())
        rect.moveCenter(square.center())
        lightness = self._lightness
        if lightness is not None:
            grounds = [theme().colors.color(name) for name in ("page", "ink")]
            painter.fillRect(rect, max(grounds, key=lambda c: abs(c.lightnessF() - lightness)))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, self._image)


def lightness_of(image: QImage) -> float | None:
    """Mean lightness of what is not transparent, 0..1; None where all is opaque, or nothing."""
    small = image.scaled(64, 64, mode=Qt.TransformationMode.SmoothTransformation)
    small = small.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    levels = np.frombuffer(small.constBits(), np.uint8).reshape(-1, 4).astype(np.float64)
    cover = float(levels[:, 3].mean())
    return None if cover in (0, 255) else float(levels[:, :3].mean()) / cover


class ResultView(QWidget):
    """A 28x28 image: its pixels, or smooth outlines."""

    def __init__(self, *, smooth: bool) -> None:
        super().__init__()
        self._smooth = smooth
        self._image: Image | None = None
        self._washes: Washes = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """As large as the picture beside."""
        return QSize(SIDE, SIDE)

    def show_image(self, image: Image | None) -> None:
        """Shows another one, or an empty page."""
        self._image = image
        self._washes = washes_of(image) if self._smooth and image is not None else []
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ink on the page."""
        painter = QPainter(self)
        square, colors = _square(self), theme().colors
        _page(painter, square)
        inside = square.adjusted(4, 4, -4, -4)
        if self._smooth:
            fill_washes(painter, inside, self._washes, colors.color("ink"))
        elif self._image is not None:
            draw_pixels(painter, inside, self._image, colors.color("page"), colors.color("ink"))


class PictureDialog(QDialog):
    """`chosen(doodle)` tells the outcome when it is accepted."""

    chosen = Signal(object)

    def __init__(self, engine: Engine, picture: Picture, first: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._engine = engine
        self._picture = picture
        self._job: Job | None = None
        self.doodle: Doodle | None = None
        self._source = PictureView(picture.preview)
        self.result_view = ResultView(smooth=False)
        self.seen_view = ResultView(smooth=True)
        self.problem = quiet_label(wrap=True)
        self.threshold = Slider()
        self.threshold.setRange(3, 97)
        self.threshold.setValue(50)
        self.threshold.setMinimumHeight(24)
        self.automatic = QCheckBox()
        self.automatic.setChecked(True)
        self._labels = [quiet_label() for _ in range(3)]
        self._threshold_label = QLabel()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._arrange()
        self.threshold.valueChanged.connect(self._slid)
        self.automatic.toggled.connect(self._clean)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._retranslate()
        self._show(first)
        # One that has the form already is taken as it is.
        cleaned = first.doodle is None or first.cleaned.threshold is not None
        for part in (self.threshold, self.automatic):
            part.setEnabled(cleaned)
            if not cleaned:
                part.setToolTip(self.tr("The picture has the model's form already"))

    def accept(self) -> None:
        """Takes what is shown."""
        if self.doodle is not None:
            self.chosen.emit(self.doodle)
            super().accept()

    def done(self, result: int) -> None:
        """No late answer after this."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _arrange(self) -> None:
        views = QGridLayout()
        views.setSpacing(GRID)
        for place, view in enumerate((self._source, self.result_view, self.seen_view)):
            views.addWidget(self._labels[place], 0, place)
            views.addWidget(view, 1, place)
            views.setColumnStretch(place, 1)
        views.setRowStretch(1, 1)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._threshold_label)
        row.addWidget(self.threshold, 1)
        row.addWidget(self.automatic)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(views, 1)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Open a picture"))
        words = (
            self.tr("The picture"),
            self.tr("28×28: what the model gets"),
            self.tr("As the model redraws it"),
        )
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        self._source.setAccessibleName(words[0])
        self.result_view.setAccessibleName(words[1])
        self.seen_view.setAccessibleName(words[2])
        self._threshold_label.setText(self.tr("Ink begins at"))
        self.threshold.setAccessibleName(self.tr("Threshold between paper and ink"))
        self.threshold.setToolTip(self.tr("Left: faint lines count as ink. Right: only dark ones."))
        self.automatic.setText(self.tr("Automatic"))
        self.automatic.setToolTip(self.tr("Find the threshold by the picture's own contrast"))
        use = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        use.setText(self.tr("Use this doodle"))
        use.setProperty("primary", True)
        use.style().polish(use)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))

    def _slid(self) -> None:
        if self.automatic.isChecked():
            self.automatic.setChecked(False)
        else:
            self._clean()

    def _clean(self) -> None:
        threshold = None if self.automatic.isChecked() else self.threshold.value() / 100
        engine, picture = self._engine, self._picture
        self._job = run_in_background(
            lambda job: look_at(engine, picture, threshold), self._show, replaces=self._job
        )

    def _show(self, look: Look) -> None:
        cleaned, doodle = look.cleaned, look.doodle
        self.doodle = doodle
        if self.automatic.isChecked() and cleaned.threshold is not None:
            with QSignalBlocker(self.threshold):
                self.threshold.setValue(round(100 * cleaned.threshold))
        self.result_view.show_image(cleaned.image)
        self.seen_view.show_image(None if doodle is None else doodle.decoded)
        self.problem.setText(sentence_words(cleaned.problem))
        self.problem.setVisible(bool(cleaned.problem))
        use = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        use.setEnabled(doodle is not None)


def _square(widget: QWidget) -> QRectF:
    side = min(widget.width(), widget.height()) - 2
    return QRectF((widget.width() - side) / 2, (widget.height() - side) / 2, side, side)


def _page(painter: QPainter, square: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colors.color("line"), 1))
    painter.setBrush(theme().colors.color("page"))
    painter.drawRoundedRect(square, 8, 8)
