"""What crashes have left: one question that lists it, and stays answerable until it is answered.

A copy is on disk until somebody throws it away, or it is brought back and safely inside another.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.autosave import Autosave, discard
from desktop.background import Job, run_in_background
from desktop.files.session import read_copy
from desktop.paint.export import PictureForm, picture
from desktop.state.doodle import BLANK, Doodle
from desktop.theme import theme
from desktop.views.questions import Question

SIDE = 56
MOST_ROWS = 4
"""So many are in sight at once."""


@dataclass(frozen=True, eq=False)
class Left:
    """The copy, when it was written, what it holds, of which model, and the file it belongs to."""

    copy: Path
    moment: float
    fields: dict[str, Any]
    model: str
    home: Path | None

    @property
    def face(self) -> Doodle | None:
        """A doodle to know it by."""
        fields = self.fields
        rows = (fields[name] for name in ("collection", "keyframes", "lesson"))
        every = (fields["current"], *chain(*rows))
        return next((doodle for doodle in every if doodle and not doodle.blank), None)


class Recovery(QObject):
    """`look` asks, if there is anything; `chosen` tells what is to be brought back."""

    chosen = Signal(object)

    def __init__(self, autosave: Autosave, window: QWidget) -> None:
        super().__init__(autosave)
        self._autosave = autosave
        self._window = window
        self._job: Job | None = None
        self._asking = False

    def look(self) -> None:
        """Reads what there is in the background, then asks."""
        abandoned = self._autosave.abandoned
        self._job = run_in_background(
            lambda job: left_behind(abandoned()), self._offer, replaces=self._job
        )

    def _offer(self, found: list[Left]) -> None:
        if not found or self._asking:
            return
        box, self._asking = LeftQuestion(self._window, found), True

        def answered() -> None:
            self._asking = False
            if box.answer == "back":
                self.chosen.emit(box.left)
            elif box.answer == "drop":
                discard(box.left.copy)
                self.look()  # for what else there is
            box.deleteLater()

        box.finished.connect(answered)
        box.open()


class LeftQuestion(Question):
    """Which of them, the newest first; Escape leaves all where they are."""

    def __init__(self, parent: QWidget, found: list[Left]) -> None:
        one = self.tr("Throw this one away")
        several = self.tr("Choose which; the others stay in the File menu, under Open recent.")
        super().__init__(
            parent,
            self.tr("Doodlescape did not close properly. Bring your doodles back?"),
            several if len(found) > 1 else "",
            [
                ("back", self.tr("Bring them back")),
                ("drop", one if len(found) > 1 else self.tr("Throw them away")),
                ("later", self.tr("Not now")),
            ],
        )
        self._found = found
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What was kept"))
        self.list.setIconSize(QSize(SIDE, SIDE))
        for left in found:
            self.list.addItem(QListWidgetItem(_icon(left), self._words(left)))
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(lambda _: self.buttons[0].click())
        rows = min(len(found), MOST_ROWS)
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth())
        self.details.setVisible(len(found) > 1)
        self._column.insertWidget(1, self.list)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)  # arrows choose, Enter brings back

    @property
    def left(self) -> Left:
        """The one that is chosen."""
        return self._found[max(0, self.list.currentRow())]

    def _words(self, left: Left) -> str:
        """Its file, when it was kept, and how much there is on its shelf."""
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(left.moment)), QLocale.FormatType.ShortFormat
        )
        lines = [self.tr("Not saved yet") if left.home is None else left.home.name, when]
        kept = len(left.fields["collection"])
        if kept:
            lines[1] += " · " + self.tr("{count} on the shelf").format(count=kept)
        return "\n".join(lines)


def left_behind(copies: list[Path]) -> list[Left]:
    """Copies that can be read; damaged ones are set aside under another name."""
    found = []
    for path in copies:
        try:
            fields, model, home = read_copy(path)
            found.append(Left(path, path.stat().st_mtime, fields, model, home))
        except Exception:
            with suppress(OSError):
                path.replace(path.with_suffix(".damaged"))
    return found


def _icon(left: Left) -> QIcon:
    colors = theme().colors
    form = PictureForm(side=2 * SIDE, ink=colors.ink, paper=colors.page)
    face = QPixmap.fromImage(picture([left.face or BLANK], form))
    icon = QIcon(face)
    icon.addPixmap(face, QIcon.Mode.Selected)  # which Qt would tint
    return icon
