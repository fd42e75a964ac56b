"""Taking doodles away: as files, and through the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.background import run_in_background
from desktop.context import Context
from desktop.dialogs.dialog import add_row, form_rows
from desktop.files.atomic import write_atomically
from desktop.paint.export import LARGEST, SMALLEST, PictureForm, picture_bytes
from desktop.state.document import State
from desktop.state.doodle import Doodle
from desktop.theme import GRID
from desktop.views.carrying import doodle_mime
from desktop.views.tile import DoodleTile


class FormDialog(QDialog):
    """How large, and with or without paper."""

    def __init__(self, parent: QWidget, form: PictureForm, preview: DoodleTile | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Take the doodle away"))
        self.side = QSpinBox()
        self.side.setRange(SMALLEST, LARGEST)
        self.side.setSingleStep(128)
        self.side.setSuffix(self.tr(" pixels"))
        self.side.setValue(form.side)
        self.side.setAccessibleName(self.tr("Width and height"))
        self.side.setToolTip(self.tr("Width and height of a PNG; an SVG is crisp at any size"))
        self.side.lineEdit().setTextMargins(6, 0, 0, 0)
        self.transparent = QCheckBox(self.tr("Without paper: transparent"))
        self.transparent.setChecked(form.transparent)
        self.transparent.setToolTip(self.tr("Only the ink, to lay over something else"))
        note = QLabel(
            self.tr("The file remembers how the doodle was made: drop it here to get it back.")
        )
        note.setWordWrap(True)
        note.setProperty("quiet", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = buttons.addButton(self.tr("Save…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("primary", True)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        if preview is not None:
            preview.setFixedSize(240, 240)
            preview.setAccessibleName(self.tr("The doodle"))
            centred = QVBoxLayout()
            centred.addWidget(preview)
            column.addLayout(centred)
        rows = form_rows()
        add_row(rows, self.tr("Size"), self.side)
        add_row(rows, "", self.transparent)
        column.addLayout(rows)
        column.addWidget(note)
        column.addWidget(buttons)

    def form(self, former: PictureForm) -> PictureForm:
        """What was chosen."""
        return replace(former, side=self.side.value(), transparent=self.transparent.isChecked())


class Taking(QObject):
    """Connects the actions for the current doodle; panels use it for many."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.context = context
        self.editor = context.editor
        self.form = PictureForm()
        self._window = window
        context.actions["export_picture"].triggered.connect(self.export_current)
        context.actions["copy"].triggered.connect(self.copy)
        self.editor.document.observe(self._current_changed, "current")
        self._current_changed(self.editor.document.state)

    def copy(self) -> None:
        """The current doodle as a doodle, a PNG and an SVG at once."""
        if not self.editor.current.blank:
            QGuiApplication.clipboard().setMimeData(doodle_mime(self.editor.current))
            self.editor.say(self.tr("Copied: paste it here, or into another program."))

    def export_current(self) -> None:
        """Asks for the form, then for the file."""
        doodle = self.editor.current
        preview = DoodleTile(self.editor)
        preview.show_doodle(doodle)
        dialog = FormDialog(self._window, self.form, preview)

        def accepted() -> None:
            self.form = dialog.form(self.form)
            self.save_as([doodle], doodle.name or self.tr("Doodle"))

        dialog.accepted.connect(accepted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_as(self, doodles: Sequence[Doodle], name: str, columns: int = 1) -> None:
        """Asks for a file, then writes the doodles as one picture."""
        chosen, kind = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the picture"),
            str(Path.home() / f"{name}.png"),
            self.tr("PNG picture (*.png);;SVG drawing (*.svg)"),
        )
        if chosen:
            path = Path(chosen)
            if path.suffix.lower() not in (".png", ".svg"):
                path = path.with_name(path.name + (".svg" if "*.svg" in kind else ".png"))
            self.write(path, doodles, self.form, columns)

    def write(
        self, path: Path, doodles: Sequence[Doodle], form: PictureForm, columns: int = 1
    ) -> None:
        """Writes PNG or SVG, as the name says, in the background."""
        run_in_background(
            lambda job: write_atomically(path, picture_bytes(path.suffix, doodles, form, columns)),
            lambda _: self.editor.say(self.tr("Saved {name}.").format(name=path.name)),
            lambda error: self.editor.say(str(error)),
        )

    def _current_changed(self, state: State) -> None:
        for name in ("export_picture", "copy"):
            self.context.actions[name].setEnabled(not state.current.blank)
