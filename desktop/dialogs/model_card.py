"""The card of the open model: its manifest and its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop.dialogs.card import about_rows, metric_rows, training_rows
from desktop.dialogs.dialog import Dialog
from desktop.editor import Editor
from desktop.theme import GRID, theme
from desktop.views.names import reason_words, title_words


class ModelCard(Dialog):
    """Follows the open model."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("modelCard")
        self._editor = editor
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(True)
        self.text.document().setDocumentMargin(2 * GRID)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self.text)
        column.addWidget(self._buttons)
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.document.observe(lambda _: self.retranslate(), "model")
        theme().changed.connect(self.retranslate)
        self.retranslate()
        self.resize(656, 576)

    def retranslate(self) -> None:
        """Texts, of the model open now."""
        self.setWindowTitle(self.tr("Model card"))
        self.text.setAccessibleName(self.tr("Model card"))
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setText(self.tr("Close"))
        close.setToolTip(self.tr("Close (Esc)"))
        bundle = self._editor.engine.bundle
        if bundle is None:
            self.text.setPlainText(reason_words(self._editor.engine.missing("decode")))
            return
        manifest = bundle.manifest
        parts = [f"<h2>{escape(title_words(bundle.title))}</h2>", _table(about_rows(manifest))]
        metrics = metric_rows(manifest)
        if metrics:
            parts.append(_title(self.tr("How well it does on drawings it has never seen")))
            parts.append(_table(metrics))
        parts.append(_title(self.tr("How it was made")))
        parts.append(_table(training_rows(manifest)))
        if bundle.missing:
            parts.append(_title(self.tr("What it cannot do")))
            reasons = dict.fromkeys(reason_words(str(text)) for text in bundle.missing.values())
            parts.extend(f"<p>{escape(reason)}</p>" for reason in reasons)
        self.text.setHtml("".join(parts))


def _title(words: str) -> str:
    return f"<h3>{escape(words)}</h3>"


def _table(rows: Sequence[tuple[str, str]]) -> str:
    muted = theme().colors.muted
    cells = "".join(
        f"<tr><td width='27%' style='color:{muted}; padding-left:0'>{escape(name)}</td>"
        f"<td>{escape(value)}</td></tr>"
        for name, value in rows
    )
    return f"<table width='100%' cellspacing='0' cellpadding='4'>{cells}</table>"
