"""About: what this is, in which versions, under which licences, and whose drawings taught it."""

from __future__ import annotations

import math
import platform
from html import escape
from importlib.metadata import PackageNotFoundError, version

import PySide6
from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from aemodel import __version__
from desktop.dialogs.dialog import Dialog
from desktop.theme import GRID, theme

WIDTH = 600
CC_BY = '<a href="https://creativecommons.org/licenses/by/4.0/">CC&nbsp;BY&nbsp;4.0</a>'
LICENCES = (
    ("Doodlescape", "MIT"),
    ("Qt, PySide6", "LGPL 3.0"),
    ("LiteRT", "Apache 2.0"),
    ("NumPy, contourpy", "BSD 3-Clause"),
    ("Pillow", "MIT-CMU"),
    ("Python", "PSF"),
)


class AboutDialog(Dialog):
    """Versions can be selected and copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        mark = QLabel()
        mark.setPixmap(parent.windowIcon().pixmap(QSize(64, 64), self.devicePixelRatioF()))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._mark = mark
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(True)
        self.text.document().setDocumentMargin(GRID)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.close)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addLayout(row)
        column.addWidget(self._buttons)
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        theme().changed.connect(self.retranslate)
        self.retranslate()

    def present(self) -> None:
        """Large enough for all of it, if the screen is."""
        self.ensurePolished()
        self.resize(WIDTH, self.sizeHint().height())
        self._column.activate()  # else the text has its size only once it is shown
        around = self.height() - self.text.height()
        self.text.document().setTextWidth(self.text.viewport().width())
        needed = math.ceil(self.text.document().size().height()) + 2 * self.text.frameWidth()
        room = self.screen().availableGeometry().height() - 6 * GRID
        self.resize(WIDTH, min(needed + around, room))
        super().present()

    def retranslate(self) -> None:
        """Texts."""
        self.setWindowTitle(self.tr("About Doodlescape"))
        self._mark.setAccessibleName(self.tr("The sign of Doodlescape"))
        self.text.setAccessibleName(self.tr("About Doodlescape"))
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        what = self.tr("Draw a doodle, and a neural network redraws it as it understood it.")
        taught = self.tr("The bundled models learned from these drawings; none is included.")
        credit = self.tr("Quick, Draw! drawings made available by Google, Inc. under {licence}")
        drawings, running, terms = self.tr("Drawings"), self.tr("Versions"), self.tr("Licences")
        licences = "".join(_row(name, licence) for name, licence in LICENCES)
        versions = "".join(_row(name, number) for name, number in versions_in_use())
        self.text.setHtml(
            f"<h2>Doodlescape {escape(__version__)}</h2>"
            f"<p>{escape(what)}</p>"
            f"<h3>{escape(drawings)}</h3><p>{credit.format(licence=CC_BY)}</p>"
            f"<p>{escape(taught)}</p>"
            f"<h3>{escape(running)}</h3><table cellspacing='0' cellpadding='3'>{versions}</table>"
            f"<h3>{escape(terms)}</h3><table cellspacing='0' cellpadding='3'>{licences}</table>"
        )


def versions_in_use() -> list[tuple[str, str]]:
    """Names and versions of what runs here."""
    try:
        litert = version("ai-edge-litert")
    except PackageNotFoundError:
        litert = "-"
    return [
        ("Doodlescape", __version__),
        ("Python", platform.python_version()),
        ("Qt", qVersion()),
        ("PySide6", PySide6.__version__),
        ("LiteRT", litert),
    ]


def _row(name: str, value: str) -> str:
    muted = theme().colors.muted
    return (
        f"<tr><td width='140' style='padding-left:0'>{escape(name)}</td>"
        f"<td style='color:{muted}'>{escape(value)}</td></tr>"
    )
