"""A tour of the window in five short steps, which can be left at any moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMargins,
    QObject,
    QPoint,
    QRect,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.dialog import heading
from desktop.marks import QT_TRANSLATE_NOOP
from desktop.theme import GRID, theme
from desktop.views.panel import PanelDock

if TYPE_CHECKING:
    from desktop.window import MainWindow

CARD_WIDTH = 340
RIM = QMargins(1, 1, 1, 1)

# Panel, title, text.
STEPS = (
    (
        "draw",
        QT_TRANSLATE_NOOP("Tour", "Draw something"),
        QT_TRANSLATE_NOOP("Tour", "A cat, for a start. Every stroke can be undone."),
    ),
    (
        "seen",
        QT_TRANSLATE_NOOP("Tour", "See how it is understood"),
        QT_TRANSLATE_NOOP(
            "Tour", "A small neural network redraws your doodle while you draw, from memory alone."
        ),
    ),
    (
        "map",
        QT_TRANSLATE_NOOP("Tour", "Wander"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Every doodle has its place here. Press anywhere, drag, and watch the doodle change.",
        ),
    ),
    (
        "sketches",
        QT_TRANSLATE_NOOP("Tour", "Ask for new ones"),
        QT_TRANSLATE_NOOP("Tour", "Doodles that nobody has drawn. Click one to go on with it."),
    ),
    (
        "morph",
        QT_TRANSLATE_NOOP("Tour", "Turn one into another"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Set A and B and walk between them. Ctrl+K finds everything else; F1 explains it.",
        ),
    ),
)


class Tour(QWidget):
    """Lies over the window, dims all but one panel, and says a sentence about it.

    That panel can be used meanwhile: whoever is asked to draw something can do so.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.setObjectName("tour")
        self._window = window
        self.step = 0
        self._shown: list[PanelDock] = []
        self._covered: list[PanelDock] = []
        self.card = QFrame(self)
        self.card.setObjectName("tourCard")
        self._count = heading()
        self._title = QLabel()
        self._title.setObjectName("tourTitle")
        self._text = QLabel()
        for label in (self._title, self._text):
            label.setWordWrap(True)
        self.leave = QPushButton()
        self.back = QPushButton()
        self.next = QPushButton()
        self.next.setProperty("primary", True)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.leave)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 2 * GRID, 20, 2 * GRID)
        column.setSpacing(GRID)
        for label in (self._count, self._title, self._text):
            column.addWidget(label)
        column.addSpacing(GRID)
        column.addLayout(row)
        self.leave.clicked.connect(self.end)
        self.back.clicked.connect(lambda: self.go(self.step - 1))
        self.next.clicked.connect(lambda: self.go(self.step + 1))
        for button in (self.leave, self.back, self.next):
            button.setAutoDefault(True)  # Enter presses it, as in a dialog
            button.installEventFilter(self)
        window.installEventFilter(self)
        for dock in window.docks.values():
            # Later, as panels go and come again while they are arranged.
            dock.visibilityChanged.connect(lambda _: QTimer.singleShot(0, self, self._look))
        self.hide()

    def start(self) -> None:
        """From the first step."""
        self.step = 0
        self.show()
        self.raise_()
        self.go(0)

    def end(self) -> None:
        """Leaves; it will not come by itself again."""
        self.hide()
        self._put_back()
        self._window.context.settings.change(tour_seen=True)
        self._window.draw.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, step: int) -> None:
        """To a step; past the last one the tour is over."""
        if step >= len(STEPS):
            self.end()
            return
        self.step = max(0, step)
        self._bring(self._window.docks[STEPS[self.step][0]])
        self.raise_()
        self.retranslate()
        self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        """The panel of the step stays in sight; whoever has hidden it has it hidden afterwards."""
        here = self.isVisible() and self._window.isVisible() and not self._window.isMinimized()
        if here and not self._window.docks[STEPS[self.step][0]].in_front():
            self.go(self.step)

    def _bring(self, dock: PanelDock) -> None:
        """Into sight, for as long as the tour goes."""
        if dock.isHidden():
            self._shown.append(dock)
        if not dock.in_front():
            self._covered += [
                other
                for other in self._window.docks.values()
                if other in self._window.tabifiedDockWidgets(dock) and other.in_front()
            ]
        dock.come()

    def _put_back(self) -> None:
        """What was hidden hides, and what was in front of its tabs is there again."""
        for dock in self._shown:
            dock.hide()
        for dock in reversed(self._covered):
            dock.raise_()
        self._shown, self._covered = [], []

    def retranslate(self) -> None:
        """Texts of the step."""
        _, title, text = STEPS[self.step]
        last = self.step == len(STEPS) - 1
        count = self.tr("Step {step} of {steps}")
        self._count.setText(count.format(step=self.step + 1, steps=len(STEPS)))
        self._title.setText(_words(title))
        self._text.setText(_words(text))
        self.card.setAccessibleName(f"{_words(title)} {_words(text)}")
        self.setAccessibleName(self.tr("Tour"))
        self.leave.setText(self.tr("Leave"))
        self.leave.setToolTip(self.tr("Leave the tour (Esc); Help opens it again"))
        self.leave.setVisible(not last)
        self.back.setText(self.tr("Back"))
        self.back.setToolTip(self.tr("The step before (Left)"))
        self.back.setEnabled(self.step > 0)
        self.next.setText(self.tr("Start drawing") if last else self.tr("Next"))
        self.next.setToolTip(self.tr("On with it (Right)"))
        self._place()

    def spot(self) -> QRect:
        """The panel that the step is about, with its tab, in the window's pixels."""
        dock = self._window.docks[STEPS[self.step][0]]
        spot = QRect(dock.mapTo(self._window, QPoint(0, 0)), dock.size())
        here = Qt.FindChildOption.FindDirectChildrenOnly
        for bar in self._window.findChildren(QTabBar, options=here):
            beneath = bar.geometry().adjusted(0, 0, 0, GRID)
            if bar.isVisible() and beneath.intersects(spot) and bar.y() < spot.top():
                spot = spot.united(bar.geometry())
        return spot

    # Events -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, arrows walk."""
        keys = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif Qt.Key(event.key()) in keys:
            self.go(self.step + keys[Qt.Key(event.key())])
        else:
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on what is dimmed leaves: nobody need look for a button."""
        self.end()

    def changeEvent(self, event: QEvent) -> None:
        """A change of language changes every text."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Covers the window, whatever its size; arrows walk, from a button too.

        Escape leaves from the panel too, where it has no use for that key.
        """
        if isinstance(event, QKeyEvent):
            keys = {Qt.Key.Key_Left, Qt.Key.Key_Right}
            if watched is self._window:
                keys = {Qt.Key.Key_Escape} if self.isVisible() else set()
            if event.type() == QEvent.Type.KeyPress and event.key() in keys:
                self.keyPressEvent(event)
                return True
            return False
        if event.type() == QEvent.Type.Close:
            self._put_back()  # before the layout is remembered
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.isVisible():
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything dimmed but the panel in question."""
        path = QPainterPath()
        path.addRect(QRectF(self.rect()))
        hole = _rounded(self.spot().marginsAdded(RIM))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade = QColor(0, 0, 0)
        shade.setAlphaF(0.45)
        painter.fillPath(path.subtracted(hole), shade)
        painter.setPen(QPen(theme().colors.color("accent"), 2))
        painter.drawPath(hole)

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(CARD_WIDTH, self.width() - 4 * GRID)
        self.card.setFixedWidth(width)
        layout = self.card.layout()
        assert layout is not None
        # Anew, as texts and buttons of the step before may have been wider or higher.
        layout.invalidate()
        height = layout.totalHeightForWidth(width)
        self.card.setFixedHeight(height)
        layout.activate()
        spot = self.spot()
        self.card.move(self._beside(spot, width, height))
        # Pen, mouse and fingers reach the panel through the hole.
        hole = QRegion(_rounded(spot).toFillPolygon().toPolygon())
        self.setMask(QRegion(self.rect()).subtracted(hole).united(self.card.geometry()))
        self.update()

    def _beside(self, spot: QRect, width: int, height: int) -> QPoint:
        """Where the card covers nothing of the panel: below, above, right or left of it."""
        gap = 2 * GRID
        inside = self.rect().adjusted(gap, gap, -gap, -gap)
        middle = spot.center() - QPoint(width // 2, height // 2)
        for left, top in (
            (middle.x(), spot.bottom() + gap),
            (middle.x(), spot.top() - height - gap),
            (spot.right() + gap, middle.y()),
            (spot.left() - width - gap, middle.y()),
        ):
            x = min(max(left, inside.left()), inside.right() - width)
            y = min(max(top, inside.top()), inside.bottom() - height)
            if not QRect(x, y, width, height).intersects(spot):
                return QPoint(x, y)
        return inside.bottomRight() - QPoint(width, height)


def _rounded(spot: QRect) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(spot), 10, 10)
    return path


def _words(text: str) -> str:
    return QCoreApplication.translate("Tour", text)
