"""Settings: one row for every preference, made from the fields of `desktop.settings.Settings`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, fields
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.dialog import Dialog, heading, scrolled
from desktop.settings import Settings, SettingsStore
from desktop.theme import GRID
from desktop.views.choice_box import ChoiceBox
from desktop.views.number_box import NumberBox, WholeBox

WIDTH = 440
LABEL_WIDTH = 150


class SettingsDialog(Dialog):
    """Every change counts at once; Reset brings the defaults back."""

    def __init__(self, settings: SettingsStore, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsDialog")
        self._settings = settings
        self.rows: dict[str, QWidget] = {}
        self._labels: dict[str, QLabel] = {}
        self._headings: dict[str, QLabel] = {}
        self._show_value: dict[str, Callable[[Any], None]] = {}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, GRID)
        forms: dict[str, QFormLayout] = {}
        for entry in fields(Settings):
            if entry.metadata:
                section = entry.metadata["section"]
                if section not in forms:
                    forms[section] = self._section(section, column)
                self._add(entry, forms[section])
        column.addStretch(1)
        self.reset = QPushButton()
        self.reset.clicked.connect(settings.reset)
        self.close_button = QPushButton()
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        area = scrolled(body)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it comes along with what has the focus
        whole.addWidget(area, 1)
        whole.addLayout(buttons)
        settings.changed.connect(self._refresh)
        self.retranslate()
        self._refresh()
        self.resize(WIDTH, body.sizeHint().height() + 72)

    def retranslate(self) -> None:
        """Texts."""
        self.setWindowTitle(self.tr("Settings"))
        self.reset.setText(self.tr("Reset to defaults"))
        self.reset.setToolTip(self.tr("All settings here as they were at first"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Everything is saved already (Esc)"))
        for section, label in self._headings.items():
            label.setText(_words(section).upper())
        for entry in fields(Settings):
            if entry.name in self.rows:
                self._name(entry)

    def _section(self, name: str, column: QVBoxLayout) -> QFormLayout:
        if self._headings:
            column.addSpacing(2 * GRID)
        self._headings[name] = heading()
        column.addWidget(self._headings[name])
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        column.addLayout(form)
        return form

    def _add(self, entry: Field[Any], form: QFormLayout) -> None:
        name = entry.name
        change = partial(self._change, name)
        row: QWidget
        if entry.metadata["choices"]:
            row = self._choice_row(entry, change)
        elif isinstance(entry.default, bool):
            row = box = QCheckBox()
            box.toggled.connect(change)
            self._show_value[name] = box.setChecked
        elif isinstance(entry.default, int | float):
            row = self._number_row(entry, change)
        else:
            row = line = QLineEdit()
            line.editingFinished.connect(lambda: change(line.text()))
            self._show_value[name] = line.setText
        row.setObjectName(name)
        self.rows[name] = row
        if isinstance(row, QCheckBox):
            form.addRow(row)
        else:
            label = self._labels[name] = QLabel()
            label.setBuddy(row)
            label.setMinimumSize(LABEL_WIDTH, row.sizeHint().height())
            form.addRow(label, row)

    def _choice_row(self, entry: Field[Any], change: Callable[[Any], None]) -> QWidget:
        row = ChoiceBox()
        for value in entry.metadata["choices"]:
            row.addItem("", value)
        row.activated.connect(lambda index: change(row.itemData(index)))
        self._show_value[entry.name] = lambda value: row.setCurrentIndex(row.findData(value))
        return row

    def _number_row(self, entry: Field[Any], change: Callable[[Any], None]) -> QWidget:
        low, high = entry.metadata["limits"] or (0, 1_000_000)
        whole = entry.metadata["whole"]
        if whole:
            return self._share_row(entry, low, high, whole, change)
        row: WholeBox | NumberBox
        if isinstance(entry.default, int):
            row = WholeBox()
            row.setRange(int(low), int(high))
        else:
            row = NumberBox()
            row.setRange(low, high)
            row.setDecimals(1)
        row.lineEdit().setTextMargins(6, 0, 0, 0)
        row.valueChanged.connect(change)
        self._show_value[entry.name] = row.setValue
        return row

    def _share_row(
        self,
        entry: Field[Any],
        low: float,
        high: float,
        whole: float,
        change: Callable[[Any], None],
    ) -> QWidget:
        """Per cent on screen, parts of the whole in the settings."""
        row = NumberBox()
        row.setRange(100 * low / whole, 100 * high / whole)
        row.setDecimals(1)
        row.setSingleStep(0.5)
        row.lineEdit().setTextMargins(6, 0, 0, 0)
        row.valueChanged.connect(lambda part: change(min(max(part * whole / 100, low), high)))
        self._show_value[entry.name] = lambda value: row.setValue(100 * value / whole)
        return row

    def _name(self, entry: Field[Any]) -> None:
        row, metadata = self.rows[entry.name], entry.metadata
        text = _words(metadata["text"])
        row.setAccessibleName(text)
        row.setToolTip(_words(metadata["tip"]))
        row.setAccessibleDescription(_words(metadata["tip"]))
        if isinstance(row, QCheckBox):
            row.setText(text)
        else:
            self._labels[entry.name].setText(text)
        if isinstance(row, NumberBox) and metadata["whole"]:
            row.setSuffix(self.tr(" %"))
        if isinstance(row, QComboBox):
            for index, words in enumerate(metadata["choices"].values()):
                row.setItemText(index, _words(words))

    def _change(self, name: str, value: Any) -> None:
        self._settings.change(**{name: value})

    def _refresh(self) -> None:
        for name, row in self.rows.items():
            with QSignalBlocker(row):
                self._show_value[name](getattr(self._settings.values, name))


def _words(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
