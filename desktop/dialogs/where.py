"""Asks where pictures are to be saved; begins in the folder of the last time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.settings import SettingsStore
from desktop.views.questions import ask

PNG, SVG = ".png", ".svg"


def ask_picture_file(
    widget: QWidget, settings: SettingsStore, title: str, name: str, suffix: str = PNG
) -> Path | None:
    """A file that ends in .png or .svg; None where it was not chosen.

    `name` is where the question begins, without its ending; `suffix` the likelier kind.
    """
    kinds = {
        PNG: QCoreApplication.translate("Where", "PNG picture (*.png)"),
        SVG: QCoreApplication.translate("Where", "SVG drawing (*.svg)"),
    }
    plain = "".join(" " if letter in '/\\:*?"<>|' else letter for letter in name)
    start = last_folder(settings) / f"{plain.strip(' .')}{suffix}"
    filters = ";;".join(kinds.values())
    chosen, kind = QFileDialog.getSaveFileName(widget, title, str(start), filters, kinds[suffix])
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in kinds:
        path = path.with_name(path.name + (SVG if kind == kinds[SVG] else PNG))
        # The file dialog has asked about the name without its ending only.
        if path.exists() and not _may_replace(widget, path):
            return None
    settings.change(picture_folder=str(path.parent))
    return path


def ask_folder(widget: QWidget, settings: SettingsStore, title: str) -> Path | None:
    """A folder; None where it was not chosen."""
    chosen = QFileDialog.getExistingDirectory(widget, title, str(last_folder(settings)))
    if not chosen:
        return None
    settings.change(picture_folder=chosen)
    return Path(chosen)


def _may_replace(widget: QWidget, path: Path) -> bool:
    translate = QCoreApplication.translate
    answer = ask(
        widget.window(),
        translate("Where", "Replace {name}?").format(name=path.name),
        translate("Where", "There is a file of this name already."),
        [
            ("stay", translate("Where", "Leave it as it is")),
            ("replace", translate("Where", "Replace")),
        ],
    )
    return answer == "replace"


def last_folder(settings: SettingsStore) -> Path:
    """Where pictures went the last time; else the system's place for them."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    for place in (settings.values.picture_folder, pictures):
        if place and Path(place).is_dir():
            return Path(place)
    return Path.home()
