"""Asks where files are to be saved; pictures begin in the folder of the last time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.files.folders import is_folder, is_there
from desktop.settings import SettingsStore
from desktop.views.questions import ask

PNG, SVG, GIF = ".png", ".svg", ".gif"


def ask_file(widget: QWidget, title: str, start: Path, kinds: Mapping[str, str]) -> Path | None:
    """A file whose name ends in one of `kinds`; None where it was not chosen.

    kinds: what the question calls them, "PNG picture (*.png)", by their endings. It begins with
    `start`, whose ending is the likeliest.
    """
    filters, likeliest = ";;".join(kinds.values()), kinds[start.suffix]
    chosen, kind = QFileDialog.getSaveFileName(widget, title, str(start), filters, likeliest)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in kinds:
        endings = {words: ending for ending, words in kinds.items()}
        path = path.with_name(path.name + endings.get(kind, start.suffix))
        # The file dialog has asked about the name without its ending only.
        if is_there(path) and not _may_replace(widget, path):
            return None
    return path if is_there(path.parent) or _may_make(widget, path.parent) else None


def ask_picture_file(
    widget: QWidget,
    settings: SettingsStore,
    title: str,
    name: str,
    suffix: str = PNG,
    suffixes: Sequence[str] = (PNG, SVG),
) -> Path | None:
    """A file that ends in one of `suffixes`; None where it was not chosen.

    `name` is where the question begins, without its ending; `suffix` the likelier kind.
    """
    words = {
        PNG: QCoreApplication.translate("Where", "PNG picture (*.png)"),
        SVG: QCoreApplication.translate("Where", "SVG drawing (*.svg)"),
        GIF: QCoreApplication.translate("Where", "Animated GIF (*.gif)"),
    }
    plain = "".join(" " if letter in '/\\:*?"<>|' else letter for letter in name)
    start = last_folder(settings) / f"{' '.join(plain.split()).strip(' .')}{suffix}"
    path = ask_file(widget, title, start, {one: words[one] for one in suffixes})
    if path is not None:
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


def _may_make(widget: QWidget, folder: Path) -> bool:
    translate = QCoreApplication.translate
    answer = ask(
        widget.window(),
        translate("Where", "Make the folder {name}?").format(name=folder.name),
        translate("Where", "There is no folder of this name yet."),
        [
            ("stay", translate("Where", "Do not save")),
            ("make", translate("Where", "Make the folder")),
        ],
    )
    return answer == "make"


def last_folder(settings: SettingsStore) -> Path:
    """Where pictures went the last time; else the system's place for them."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    for place in (settings.values.picture_folder, pictures):
        if place and is_folder(Path(place)):
            return Path(place)
    return Path.home()
