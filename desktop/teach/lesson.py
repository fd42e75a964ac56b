"""A category while it is being taught."""

from __future__ import annotations

from PySide6.QtCore import QObject

from aemodel.errors import DataError
from desktop.editor import Editor
from desktop.state.document import State
from desktop.state.doodle import BLANK, Doodle, Image
from desktop.state.origin import Opened
from desktop.state.taught import Taught, by_key, new_key, plain_name, teach
from desktop.views.names import all_names


class Lesson(QObject):
    """Examples on a board and one on a page, as a little document with steps of its own.

    desk: its editor, without a model; `current` is what is on the page, `collection` the board.
    editor: that of the window, where only what comes of the lesson is a step. The lesson so far is
    its `lesson` meanwhile, so that a crash cannot take it.
    key: of the category, be it new or one that gets other examples.
    """

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self.editor = editor
        self.desk = Editor(self)
        self.key = new_key()
        self._drawn: set[Doodle] = set()
        self.desk.document.observe(self._keep, "collection", "current")

    @property
    def board(self) -> tuple[Doodle, ...]:
        """The examples without the one on the page."""
        return self.desk.document.state.collection

    @property
    def former(self) -> Taught | None:
        """The category that is taught more; None for a new one."""
        return by_key(self.editor.document.state.taught, self.key)

    def examples(self) -> tuple[Doodle, ...]:
        """Those on the board, and the one on the page."""
        page = self.desk.current
        return self.board if page.blank or page in self.board else (*self.board, page)

    def unsaved(self) -> tuple[Doodle, ...]:
        """Examples that are nowhere else: what was drawn here."""
        page = self.desk.current
        return tuple(
            doodle
            for doodle in self.examples()
            if doodle in self._drawn or (doodle is page and doodle.ink)
        )

    def made(self, name: str) -> Taught:
        """The category that all examples make. Raises DataError."""
        return teach(name, [doodle.picture for doodle in self.examples()], self.key)

    def changes(self, name: str) -> bool:
        """Whether a category that there is already would become another one."""
        former = self.former
        if former is None:
            return False
        try:
            return self.made(name) != former
        except DataError:
            return True

    def name_taken(self, name: str) -> bool:
        """Whether another category of one's own is called so."""
        others = [one for one in self.editor.document.state.taught if one.key != self.key]
        return plain_name(name).casefold() in [other.name.casefold() for other in others]

    def name_of_model(self, name: str) -> bool:
        """Whether the open model has a category called so; one's own may keep its name."""
        former, plain = self.former, plain_name(name).casefold()
        if former is not None and former.name.casefold() == plain:
            return False
        return plain in map(str.casefold, all_names(self.editor.engine.categories))

    def take_page(self) -> None:
        """What is on the page becomes an example; the page is free for the next."""
        page, board = self.desk.current, self.board
        if page.blank:
            return
        if page not in board:
            self._drawn.add(page)
            board = (*board, page)
        self.desk.change(self.tr("Add example"), collection=board, current=BLANK)

    def begin(self, former: Taught | None) -> None:
        """An empty board for something new, or the examples of a category."""
        self.key = new_key() if former is None else former.key
        self._put(() if former is None else tuple(map(_example, former.pictures)), drawn=False)

    def resume(self, examples: tuple[Doodle, ...]) -> None:
        """A lesson that was cut short goes on."""
        self._put(examples, drawn=True)

    def forget(self) -> None:
        """Deletes the category; what was drawn for it just now stays, for something new."""
        former, drawn = self.former, self.unsaved()
        if former is not None:
            self.editor.forget(former)
            self.begin(None)
            self.resume(drawn)

    def keep_drawings(self) -> None:
        """What was drawn here goes onto the shelf of the window."""
        engine = self.editor.engine
        self.editor.keep(tuple(engine.adapt(doodle) for doodle in self.unsaved()))

    def _put(self, examples: tuple[Doodle, ...], *, drawn: bool) -> None:
        self._drawn = set(examples) if drawn else set()
        self.desk.commit()
        self.desk.undo_stack.clear()
        self.desk.document.update(collection=examples, current=BLANK, notice="")

    def _keep(self, state: State) -> None:
        """As soon as something was drawn; called at every point of the pen."""
        self.editor.document.update(lesson=self.examples() if self.unsaved() else ())


def _example(picture: Image) -> Doodle:
    return Doodle(Opened(""), input=picture)
