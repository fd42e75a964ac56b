"""What a person does with files: chooses one, answers a question, drops one on the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QUrl
from PySide6.QtWidgets import QFileDialog
from window_acts import drop

from desktop.window import MainWindow


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))


def answer(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    asked: list[str] = []
    waiting = list(answers)

    def ask(parent: object, question: str, *rest: object) -> str:
        asked.append(question)
        return waiting.pop(0)

    monkeypatch.setattr("desktop.session.ask", ask)
    return asked


def drop_file(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(window, data, QPointF(300, 300))
