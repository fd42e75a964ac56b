"""Draw: the canvas with its tools."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout

from desktop.canvas.gallery import ExampleGallery
from desktop.canvas.widget import TOOLS, Canvas
from desktop.context import Context
from desktop.state.document import State
from desktop.views.panel import Panel


class DrawPanel(Panel):
    """The page, and its tools in the title bar."""

    name = "draw"
    bar = ("pen", "rubber", "eraser", "place", "mirror", "examples", "clear")

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.canvas = Canvas(context.editor, context.settings)
        self.gallery = ExampleGallery(context, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.canvas)
        actions = context.actions
        actions["pen"].setChecked(True)
        for tool in TOOLS:
            actions[tool].triggered.connect(partial(self.canvas.use_tool, tool))
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
        self._show(self.document.state)

    def _show(self, state: State) -> None:
        current = state.current
        empty = current.blank and current.traced is None
        actions = self.context.actions
        actions.enable("clear", self.tr("The page is empty.") if empty else "")
        nothing = self.tr("There is nothing to mirror yet.") if current.blank else ""
        actions.enable("mirror", nothing)

    def _show_gallery(self) -> None:
        page = self.canvas.page().toRect()
        self.gallery.popup_below(self.canvas.mapToGlobal(QPoint(page.center().x(), page.y() + 8)))
