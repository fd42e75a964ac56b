"""Mix: arithmetic on doodles in pictures, and directions with a name."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QScrollArea, QStackedLayout, QToolButton, QWidget

from desktop.context import Context
from desktop.mix.direction_maker import DirectionMaker
from desktop.mix.direction_sliders import DirectionSliders
from desktop.mix.equation import MOST_TERMS, Equation
from desktop.mix.forget_menu import ForgetMenu
from desktop.state.document import State
from desktop.state.mix import Term
from desktop.views.arriving import brings_doodles
from desktop.views.names import reason_words
from desktop.views.panel import Panel, quiet_label

EQUATION, DIRECTIONS, MAKER = range(3)
PAGES = (("mix_equation", EQUATION), ("mix_directions", DIRECTIONS), ("new_direction", MAKER))


class MixPanel(Panel):
    """Three pages: the equation, the directions as sliders, and making a direction."""

    name = "mix"
    bar = ("mix_add", "mix_use", "mix_clear")

    def __init__(self, context: Context) -> None:
        self._tabs = [QToolButton() for _ in range(3)]
        super().__init__(context)
        self.equation = Equation(context)
        self.sliders = DirectionSliders(context)
        self.maker = DirectionMaker(context)
        self._lack = quiet_label(wrap=True)
        self._lack.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = QStackedLayout(self)
        self.setContentsMargins(4, 4, 4, 0)  # which stacked pages would not heed
        # Many terms need more width than a small window has.
        wide = QScrollArea()
        wide.setWidget(self.equation)
        wide.setWidgetResizable(True)
        wide.setFrameShape(QScrollArea.Shape.NoFrame)
        wide.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        wide.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        wide.viewport().setAutoFillBackground(False)
        self.equation.setAutoFillBackground(False)
        for page in (wide, self.sliders, self.maker, self._lack):
            self._pages.addWidget(page)
        self._group = QButtonGroup(self)
        for number, tab in enumerate(self._tabs):
            tab.setCheckable(True)
            tab.setAutoRaise(True)
            self._group.addButton(tab, number)
        self._tabs[EQUATION].setChecked(True)
        self._group.idClicked.connect(self._go)
        self.forget_menu = ForgetMenu(self.sliders, self)
        actions = context.actions
        actions["mix_add"].triggered.connect(self._add)
        actions["mix_use"].triggered.connect(self.equation.use)
        actions["mix_clear"].triggered.connect(self._clear)
        actions["mix_place"].triggered.connect(self._add_place)
        self.answers("mix_place", "mix_clear", "example_with", "example_without")
        for name, number in PAGES:
            actions[name].triggered.connect(partial(self.show_page, number))
        for name, group in (("example_with", 0), ("example_without", 1)):
            actions[name].triggered.connect(partial(self._add_example, group))
        self.maker.made.connect(lambda: self.show_page(DIRECTIONS))
        self._blank = True
        self.document.observe(self._show, "model", "problem", "terms")
        self.document.observe(self._current_changed, "current")
        self._show(self.document.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The equation makes the best of it."""
        super().resizeEvent(event)
        self.equation.fit(event.size().width())

    def title(self) -> str:
        """In the title bar."""
        return self.tr("Mix")

    def welcomes(self, data: QMimeData) -> bool | None:
        """What misses the places goes into the nearest empty one; the other pages refuse it."""
        if not brings_doodles(data):
            return None
        return self._pages.currentIndex() == EQUATION

    def drop_beside(self, data: QMimeData, at: QPoint) -> None:
        """Near a place, but not on it."""
        self.equation.take(data, self.equation.mapFrom(self, at).x())

    def bar_widgets(self) -> list[QWidget]:
        """The pages; the buttons beside are for the equation, while it is in sight."""
        return [*self._tabs]

    def retranslate(self) -> None:
        """Texts."""
        texts = (
            (self.tr("A − B + C"), self.tr("Add and subtract doodles")),
            (self.tr("Directions"), self.tr("Named directions as sliders on the doodle")),
            (self.tr("New"), self.tr("Make a direction of doodles with and without something")),
        )
        for tab, (text, tip) in zip(self._tabs, texts, strict=True):
            tab.setText(text)
            tab.setToolTip(tip)
        for page in (self.equation, self.sliders, self.maker):
            page.retranslate()
        self.forget_menu.setTitle(self.tr("&Forget a direction"))
        self._show(self.document.state)

    def show_page(self, number: int) -> None:
        """Goes to a page."""
        self._tabs[number].setChecked(True)
        self._go(number)

    def _go(self, number: int) -> None:
        reason = self._reason()
        for name, page in PAGES[:MAKER]:
            self.context.actions[name].setChecked(page == number)
        self._pages.setCurrentIndex(3 if reason else number)
        self._lack.setText(reason)
        for button in self.bar_buttons.values():
            button.setVisible(number == EQUATION)

    def _reason(self) -> str:
        """Why the model cannot mix; "" while none was opened yet."""
        state = self.document.state
        if not (state.model or state.problem):
            return ""
        engine = self.editor.engine
        return reason_words(engine.missing("decode") or engine.missing("encode"))

    def _show(self, state: State) -> None:
        self._blank = state.current.blank
        self._go(self._group.checkedId())
        actions, reason = self.context.actions, self._reason()
        blank = self.tr("There is no doodle to add yet.") if state.current.blank else ""
        empty = all(term.doodle is None for term in state.terms)
        nothing = self.tr("Put doodles into the mix first.") if empty else ""
        actions.enable("mix_add", reason or blank)
        actions.enable("mix_use", reason or nothing)
        actions.enable("mix_clear", nothing)
        actions.enable("new_direction", reason)
        full = self.tr("The mix has room for {count} doodles.").format(count=MOST_TERMS)
        full = full if len(state.terms) >= MOST_TERMS else ""
        actions.enable("mix_place", reason or full)
        for name in ("example_with", "example_without"):
            actions.enable(name, reason or blank)

    def _current_changed(self, state: State) -> None:
        """Called at every point of the pen: only what is new there matters."""
        if state.current.blank is not self._blank:
            self._show(state)

    def _add(self) -> None:
        self.show_page(EQUATION)
        before = self.document.state.terms
        self.editor.add_terms((self.editor.current,))
        if self.document.state.terms != before:
            self.answered.emit(self.tr("The doodle is in the mix now."))

    def _add_place(self) -> None:
        self.show_page(EQUATION)
        self.equation.add_place()

    def _add_example(self, group: int) -> None:
        self.show_page(MAKER)
        (self.maker.having, self.maker.lacking)[group].add((self.editor.current,))

    def _clear(self) -> None:
        self.editor.change(self.tr("Empty the mix"), terms=(Term(1.0), Term(-1.0), Term(1.0)))
