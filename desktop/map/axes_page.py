"""Steering by principal directions: two of them on a pad, or a slider for each of the leading."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.background import Job, run_in_background
from desktop.context import Context
from desktop.map.axes import Axes, model_axes
from desktop.map.axes_pad import REACH, AxesPad
from desktop.problems import problem_words
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.views.bipolar import BipolarSlider
from desktop.views.choice_box import ChoiceBox
from desktop.views.following import Following
from desktop.views.hand import Hand
from desktop.views.names import reason_words
from desktop.views.panel import quiet_label
from desktop.views.words import number_words

TENTHS = 10
# So many directions have a slider; the pad can be had for any two.
LEADING = 10


class Steering(QObject):
    """The axes of the open model, found once in the background, and moves along them.

    `changed` tells that there are axes, or none and why (`reason`).
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = context.editor
        self._known: dict[tuple[str, str], Axes] = {}
        self._job: Job | None = None
        self._following = Following(self, self._show)
        self._hand = Hand(self._editor)
        self._base: Doodle | None = None
        self._steered: tuple[int, ...] = ()
        self.axes: Axes | None = None
        self._editor.document.observe(self._model_changed, "model")

    @property
    def reason(self) -> str:
        """Why there is nothing to steer, in one sentence; "" when there is."""
        engine = self._editor.engine
        if engine.bundle is None:
            return reason_words(engine.missing("sample"))
        lacking = engine.missing("sample") or engine.missing("decode")
        if lacking:
            return reason_words(lacking)
        if self.axes is None:
            return self.tr("Finding the directions along which doodles differ most…")
        if self._editor.current.latent is None:
            return self.tr("Draw or choose a doodle to steer it.")
        return ""

    def seek(self) -> None:
        """Finds the axes, unless they are known: called when they are about to be seen."""
        engine = self._editor.engine
        key = (engine.name, engine.path)
        self.axes = self._known.get(key)
        if self.axes is None and not engine.missing("sample") and not engine.missing("decode"):

            def found(axes: Axes) -> None:
                self._known[key] = self.axes = axes
                self.changed.emit()

            task = engine.bundle
            self._job = run_in_background(
                lambda _: model_axes(task),
                found,
                lambda error: self._editor.say(problem_words(error)),
                replaces=self._job,
            )
        self.changed.emit()

    def begin(self, text: str) -> None:
        """Starts a step from the current doodle."""
        self._following.drop()
        self._base = self._editor.current
        self._hand.begin(text)

    def steer(self, to: Mapping[int, float]) -> None:
        """Sets coordinates, in sigmas, within the step or as one of its own.

        The latter merges with the last one if that has set the same coordinates.
        """
        axes, engine = self.axes, self._editor.engine
        if axes is None:
            return
        if not self._hand.moving:
            self._base = self._editor.current
        base = self._base
        if base is not None and base.latent is not None and base.model == engine.name:
            # What was only glanced at is read closely first, which takes a moment.
            glanced = engine.closer(base).glance
            self._steered = tuple(to)
            self._following.want(
                lambda: engine.steered(axes, engine.closely(base), to), slow=glanced
            )

    def end(self) -> None:
        """The step ends here."""
        self._hand.end(self._following)

    def _show(self, doodle: Doodle) -> None:
        if self._hand.moving:
            self._editor.live(current=doodle)
        elif self._editor.engine.is_still(self._base, self._editor.current):
            self._base = doodle
            row = f"steer {self._steered}"
            self._editor.change(self.tr("Steer"), merge=row, current=doodle)

    def _model_changed(self, state: State) -> None:
        self._following.drop()
        if self._job is not None:
            self._job.cancel()
        self.axes = None
        self.changed.emit()


class AxesPage(QWidget):
    """Two directions that one chooses, on a pad."""

    def __init__(self, context: Context, steering: Steering) -> None:
        super().__init__()
        self._steering = steering
        self.pad = AxesPad(context, steering.begin, steering.steer, steering.end)
        self.across, self.up = ChoiceBox(), ChoiceBox()
        self._labels = [quiet_label(), quiet_label()]
        row = QHBoxLayout()
        row.setSpacing(4)
        for label, box in zip(self._labels, (self.across, self.up), strict=True):
            if row.count():
                row.addSpacing(4)  # each name nearer to its own box than to the other
            row.addWidget(label)
            row.addWidget(box, 1)
            box.setMinimumContentsLength(8)
            box.setProperty("tight", True)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.activated.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pad, 1)
        column.addLayout(row)
        steering.changed.connect(self._refresh)
        context.editor.document.observe(self._current_changed, "current")
        self._refresh()

    def retranslate(self) -> None:
        """Texts."""
        self._labels[0].setText(self.tr("Across"))
        self._labels[1].setText(self.tr("Up"))
        self.across.setAccessibleName(self.tr("Direction across"))
        self.up.setAccessibleName(self.tr("Direction up"))
        for box in (self.across, self.up):
            box.setToolTip(self.tr("A principal direction, and its share of the variance"))
        self.pad.setAccessibleName(self.tr("Pad of two principal directions"))
        self.pad.setAccessibleDescription(self.tr("Arrow keys move the doodle"))
        self._refresh()

    def _current_changed(self, state: State) -> None:
        self._show()

    def _refresh(self) -> None:
        axes = self._steering.axes
        count = 0 if axes is None else len(axes)
        for number, box in enumerate((self.across, self.up)):
            chosen = box.currentIndex() if box.count() else number
            with QSignalBlocker(box):
                box.clear()
                for axis in range(count):
                    share = float(axes.share[axis]) if axes is not None else 0.0
                    box.addItem(
                        self.tr("Axis {number}: {percent} %").format(
                            number=axis + 1, percent=f"{100 * share:.1f}"
                        )
                    )
                box.setCurrentIndex(min(chosen, count - 1))
            box.setEnabled(count > 1)
        self._show()

    def _chosen(self, _: int) -> None:
        """The same direction twice is none: the other one gives way."""
        if self.across.currentIndex() == self.up.currentIndex():
            other = self.up if self.sender() is self.across else self.across
            other.setCurrentIndex((other.currentIndex() + 1) % other.count())
        self._show()

    def _show(self) -> None:
        pair = (self.across.currentIndex(), self.up.currentIndex())
        axes = self._steering.axes if min(pair) >= 0 and pair[0] != pair[1] else None
        self.pad.show_axes(axes, pair, self._steering.reason)


class SlidersPage(QScrollArea):
    """A slider for each of the leading directions, in sigmas from the mean."""

    def __init__(self, context: Context, steering: Steering) -> None:
        super().__init__()
        self._editor = context.editor
        self._steering = steering
        self.sliders: list[BipolarSlider] = []
        self._names: list[QLabel] = []
        self._values: list[QLabel] = []
        self._reason = quiet_label(wrap=True)
        self._reason.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QWidget()
        grid = self._grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 4, 0)
        grid.setVerticalSpacing(2)
        for axis in range(LEADING):
            slider = BipolarSlider()
            slider.setRange(round(-REACH * TENTHS), round(REACH * TENTHS))
            slider.setPageStep(TENTHS)
            slider.setMinimumHeight(24)
            slider.sliderPressed.connect(lambda: steering.begin(self.tr("Steer")))
            slider.sliderReleased.connect(steering.end)
            slider.valueChanged.connect(lambda value, i=axis: steering.steer({i: value / TENTHS}))
            name, value = quiet_label(), quiet_label()
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            value.setMinimumWidth(48)
            for column, widget in enumerate((name, slider, value)):
                grid.addWidget(widget, axis, column)
            self.sliders.append(slider)
            self._names.append(name)
            self._values.append(value)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._reason, LEADING, 0, 1, 3)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it comes along with the sliders
        steering.changed.connect(self._refresh)
        self._editor.document.observe(lambda _: self._refresh(), "current")
        self._refresh()

    def retranslate(self) -> None:
        """Texts."""
        for axis, slider in enumerate(self.sliders):
            slider.setAccessibleName(self.tr("Axis {number}").format(number=axis + 1))
            slider.setToolTip(
                self.tr("Standard deviations from the mean along this principal direction")
            )
        self._refresh()

    def _refresh(self) -> None:
        axes, latent = self._steering.axes, self._editor.current.latent
        ready = axes is not None and latent is not None and not self._steering.reason
        self._reason.setText(self._steering.reason)
        self._reason.setVisible(not ready)
        for row in range(LEADING + 1):
            self._grid.setRowStretch(row, int(ready != (row == LEADING)))
        at: list[float] = []
        if ready and axes is not None and latent is not None and axes.mean.shape == latent.shape:
            at = axes.coordinates(latent).tolist()
        for axis, slider in enumerate(self.sliders):
            there = axis < len(at)
            for widget in (slider, self._names[axis], self._values[axis]):
                widget.setVisible(there)
            if not there or axes is None:
                continue
            if not slider.isSliderDown():
                with QSignalBlocker(slider):
                    slider.setValue(round(at[axis] * TENTHS))
            self._names[axis].setText(
                self.tr("Axis {number}: {percent} %").format(
                    number=axis + 1, percent=f"{100 * axes.share[axis]:.1f}"
                )
            )
            self._values[axis].setText(f"{number_words(at[axis], signed=True)} σ")
