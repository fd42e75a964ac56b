"""Draw: the canvas with its tools."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent

from desktop.background import Job, run_in_background
from desktop.canvas.gallery import ExampleGallery
from desktop.canvas.strip import ExampleStrip
from desktop.canvas.tracing import ink_of
from desktop.canvas.widget import TOOLS, Canvas
from desktop.context import Context
from desktop.editor import ghost_of
from desktop.state.document import State
from desktop.state.ink import Ink
from desktop.theme import GRID
from desktop.views.elided import ElidedLabel
from desktop.views.panel import Panel, action_button

# Of its side the page keeps so much when the examples come beneath it.
LEAST_SHARE = 0.88


class DrawPanel(Panel):
    """The page, and its tools in the title bar."""

    name = "draw"
    bar = ("pen", "rubber", "eraser", "place", "mirror", "examples", "clear")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.canvas = Canvas(context.editor, context.settings)
        self.gallery = ExampleGallery(context, self)
        self.strip = ExampleStrip(self.gallery)
        self.how = ElidedLabel()
        self.how.setProperty("quiet", True)
        self._tracing: Job | None = None
        actions = context.actions
        self.to_ink = action_button(actions["turn_into_ink"], 16)
        self.to_ink.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.to_ink.setObjectName("toInk")
        for widget in (self.canvas, self.how, self.strip, self.to_ink):
            widget.setParent(self)
        actions["turn_into_ink"].triggered.connect(self._turn_into_ink)
        actions["pen"].setChecked(True)
        self.canvas.pen_taken.connect(actions["pen"].trigger)
        for tool in TOOLS:
            actions[tool].triggered.connect(partial(self.canvas.use_tool, tool))
            actions[tool].toggled.connect(self._explain)
        actions["clear"].triggered.connect(self.editor.clear)
        actions["mirror"].triggered.connect(self.editor.mirror)
        actions["examples"].triggered.connect(self._show_gallery)
        self.document.observe(self._show, "current")
        self._show(self.document.state)

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Draw")

    def retranslate(self) -> None:
        """Texts."""
        self.canvas.setAccessibleName(self.tr("Page to draw on"))
        self.gallery.retranslate()
        self.strip.retranslate()
        self._explain()
        self._show(self.document.state)

    def _explain(self) -> None:
        """Beneath the page: what the tool in hand does."""
        words = {
            "pen": self.tr("Draw; right button rubs out"),
            "eraser": self.tr("Rub out whole strokes"),
            "rubber": self.tr("Rub out only what is touched"),
            "place": self.tr("Drag to move, corners scale"),
        }
        held = next((tool for tool in TOOLS if self.context.actions[tool].isChecked()), "pen")
        self.how.setText(words.get(held, ""))
        self._arrange()

    def sizeHint(self) -> QSize:
        """The page and a line of text."""
        hint = self.canvas.sizeHint()
        return QSize(hint.width(), hint.height() + self._line())

    def minimumSizeHint(self) -> QSize:
        """A small page and a line of text."""
        least = self.canvas.minimumSizeHint()
        return QSize(least.width(), least.height() + self._line())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size for everything."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The page as large as can be; beneath it the line; beneath that, where room is, examples.

        A ghost's button stands at the end of the line: the whole page is there to be traced on.
        """
        width, height, line = self.width(), self.height(), self._line()
        strip = self.strip.sizeHint().height()
        room = strip + GRID // 2
        side, less = min(width, height - line), min(width, height - line - room)
        shown = less >= LEAST_SHARE * side
        side = less if shown else side
        self.canvas.setGeometry(0, 0, width, side)
        button = self.to_ink.sizeHint()
        taken = 0 if self.to_ink.isHidden() else button.width() + GRID
        # As wide as the page, or wider where the words need it.
        wide = min(max(side, self.how.sizeHint().width() + taken), width - GRID)
        left = (width - wide) // 2
        self.how.setGeometry(left, side + GRID // 2, wide - taken, line - GRID // 2)
        self.to_ink.resize(button)
        self.to_ink.move(left + wide - button.width(), side + line - button.height())
        self.strip.setVisible(shown)
        # Amid a little room; just beneath the line where there is much.
        gap = min((height - side - line - strip) // 2, GRID)
        self.strip.setGeometry(0, side + line + gap, width, strip)

    def _line(self) -> int:
        return max(self.how.sizeHint().height() + GRID, self.to_ink.sizeHint().height() + 2)

    def _show(self, state: State) -> None:
        current = state.current
        empty = current.blank and current.traced is None
        actions = self.context.actions
        actions.enable("clear", self.tr("The page is empty.") if empty else "")
        nothing = self.tr("There is nothing to mirror yet.") if current.blank else ""
        actions.enable("mirror", nothing)
        ghost = current.ink is None and ghost_of(current) is not None
        nothing = self.tr("There is nothing to trace.")
        if not current.blank:
            nothing = self.tr("It is ink already.")
        actions.enable("turn_into_ink", "" if ghost else nothing)
        self.to_ink.setVisible(ghost)
        self._arrange()

    def _turn_into_ink(self) -> None:
        current = self.editor.current
        ghost = ghost_of(current)

        def traced(ink: Ink) -> None:
            if not ink:
                self.editor.say(self.tr("The doodle is too faint to be traced; draw over it."))
            elif self.editor.current is current:
                doodle = self.editor.engine.from_ink(ink)
                self.editor.change(self.tr("Turn into ink"), current=doodle)

        self._tracing = run_in_background(lambda job: ink_of(ghost), traced, replaces=self._tracing)

    def _show_gallery(self) -> None:
        page = self.canvas.page().toRect()
        self.gallery.popup_below(self.canvas.mapToGlobal(QPoint(page.center().x(), page.y() + 8)))
