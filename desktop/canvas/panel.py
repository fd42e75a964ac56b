"""Draw: the canvas with its tools."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop.canvas.widget import Canvas
from desktop.context import Context
from desktop.state.document import State
from desktop.views.panel import Panel


class DrawPanel(Panel):
    """The page, and pen, eraser, clear, undo and redo in the title bar."""

    name = "draw"
    bar = ("pen", "eraser", "undo", "redo", "clear")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.canvas = Canvas(context.editor, context.settings)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        actions = context.actions
        actions["pen"].setChecked(True)
        actions["pen"].triggered.connect(lambda: self.canvas.use_tool("pen"))
        actions["eraser"].triggered.connect(lambda: self.canvas.use_tool("eraser"))
        actions["clear"].triggered.connect(self.editor.clear)
        self.document.observe(self._show, "current")
        self._show(self.document.state)

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Draw")

    def retranslate(self) -> None:
        """Texts."""
        self.canvas.setAccessibleName(self.tr("Page to draw on"))

    def _show(self, state: State) -> None:
        current = state.current
        empty = current.blank and current.traced is None
        self.context.actions["clear"].setEnabled(not empty)
