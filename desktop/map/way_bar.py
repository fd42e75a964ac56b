"""Controls of the way, over the map, which stays as it is when they come and go."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from desktop.context import Context
from desktop.map.signs import MARKER
from desktop.map.view import MapView
from desktop.theme import GRID, theme
from desktop.views.bipolar import BipolarSlider
from desktop.views.panel import action_button, quiet_label

PACE_STEPS, PACE_STEP = 10, 2
MARGIN = GRID // 2
# What a point of the way takes of the map around it.
ROOM = round(MARKER) + 4


def corners(size: QSize, area: QSize) -> list[QRect]:
    """Where controls of a size can be in an area, the best first."""
    left, top = MARGIN, MARGIN
    right, bottom = area.width() - size.width() - MARGIN, area.height() - size.height() - MARGIN
    spots = ((left, bottom), (left, top), (right, bottom), (right, top))
    return [QRect(QPoint(*spot), size) for spot in spots]


def covered(box: QRect, spots: Sequence[QPointF]) -> int:
    """How many of the spots something in this box would cover."""
    wide = box.adjusted(-ROOM, -ROOM, ROOM, ROOM)
    return sum(wide.contains(spot.toPoint()) for spot in spots)


class WayBar(QFrame):
    """Play, speed, wipe: in a corner of the map where they cover no marker and little of the way.

    They step aside when the marker comes, unless the pointer is on them.
    """

    def __init__(self, context: Context, view: MapView) -> None:
        super().__init__(view)
        self._actions = context.actions
        self._view = view
        self.pace = BipolarSlider()
        self.pace.setRange(-PACE_STEPS, PACE_STEPS)
        self.pace.setMaximumWidth(160)
        self._label = quiet_label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        play, wipe = (action_button(self._actions[name]) for name in ("play_way", "forget_way"))
        for widget in (play, self._label, self.pace, wipe):
            row.addWidget(widget)
        self.setObjectName("wayBar")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._actions["play_way"].triggered.connect(self._play)
        self._actions["forget_way"].triggered.connect(view.mover.forget_way)
        for name, step in (("walk_faster", PACE_STEP), ("walk_slower", -PACE_STEP)):
            self._actions[name].triggered.connect(partial(self._change_pace, step))
        self.pace.valueChanged.connect(self._pace_changed)
        view.installEventFilter(self)
        view.looked.connect(self.settle)
        view.mover.way_changed.connect(self.refresh)
        theme().changed.connect(self.refresh)
        context.editor.document.observe(lambda _: self._make_way(), "current")
        self.refresh()

    def retranslate(self) -> None:
        """Texts."""
        self._label.setText(self.tr("Speed"))
        self.pace.setAccessibleName(self.tr("Speed of the walk"))
        self.pace.setToolTip(self.tr("Slower or faster along the way"))
        self.refresh()

    def limit_width(self, *, wide: bool) -> None:
        """Says what the slider is for only where there is room for that."""
        self._label.setVisible(wide)
        self.settle()

    def refresh(self) -> None:
        """Shows what can be done with the way."""
        mover = self._view.mover
        there = mover.way.length > 0
        reason = "" if there else self.tr("Draw a way on the map first.")
        for name in ("play_way", "forget_way", "walk_faster", "walk_slower"):
            self._actions.enable(name, reason)
        self._actions["play_way"].setIcon(theme().icon("pause" if mover.playing else "play"))
        self.setVisible(there or self._view.draws_ways)
        self.settle()

    def settle(self) -> None:
        """Goes where it covers least, and stays where it is if that is no worse."""
        self.adjustSize()
        marker = self._view.marker()
        spots, way = [marker] if marker else [], self._view.way_spots()
        boxes = corners(self.size(), self._view.size())
        boxes.sort(key=lambda box: box.topLeft() != self.pos())
        best = min(boxes, key=lambda box: (covered(box, spots), covered(box, way)))
        self.move(best.topLeft())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The map has another size."""
        if event.type() == QEvent.Type.Resize:
            self.settle()
        return False

    def _make_way(self) -> None:
        marker = self._view.marker()
        hidden = marker is not None and covered(self.geometry(), [marker])
        if hidden and self.isVisible() and not self.underMouse():
            self.settle()

    def _play(self) -> None:
        mover = self._view.mover
        (mover.stop if mover.playing else mover.play)()

    def _change_pace(self, step: int) -> None:
        self.pace.setValue(self.pace.value() + step)

    def _pace_changed(self, value: int) -> None:
        self._view.mover.speed = 8.0 ** (value / PACE_STEPS)
