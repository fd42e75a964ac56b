"""Preferences: one frozen dataclass, one human-readable JSON file, written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QIODevice, QObject, QSaveFile, QStandardPaths, Signal

from desktop.marks import QT_TRANSLATE_NOOP
from desktop.state.ink import CANVAS_SIDE


def preference(
    default: Any,
    section: str,
    text: str,
    tip: str,
    *,
    choices: Mapping[str, str] | None = None,
    limits: tuple[float, float] | None = None,
    whole: float | None = None,
) -> Any:
    """A field that the settings dialog shows, with its words (marked for the context Settings).

    A number that is a part of `whole` is shown in per cent of it.
    """
    words = {"section": section, "text": text, "tip": tip, "choices": choices}
    return field(default=default, metadata=words | {"limits": limits, "whole": whole})


LOOKS = QT_TRANSLATE_NOOP("Settings", "Looks")
DOODLES = QT_TRANSLATE_NOOP("Settings", "Doodles")
MAP = QT_TRANSLATE_NOOP("Settings", "Map")


@dataclass(frozen=True)
class Settings:
    """Every preference with its default. Field types are bool, int, float, str or several str.

    What `preference` describes has a row in the settings dialog; plain fields are remembered
    without one.
    """

    theme: str = preference(
        "system",
        LOOKS,
        QT_TRANSLATE_NOOP("Settings", "Colours"),
        QT_TRANSLATE_NOOP("Settings", "Ink on paper, chalk on slate, or as the system has it"),
        choices={
            "system": QT_TRANSLATE_NOOP("Settings", "As the system"),
            "light": QT_TRANSLATE_NOOP("Settings", "Light: ink on paper"),
            "dark": QT_TRANSLATE_NOOP("Settings", "Dark: chalk on slate"),
        },
    )
    language: str = preference(
        "",
        LOOKS,
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "The language of the window; it changes at once"),
        choices={
            "": QT_TRANSLATE_NOOP("Settings", "As the system"),
            "en": "English",
            "zh_CN": "简体中文",
        },
    )
    model: str = ""
    own_models: tuple[str, ...] = ()
    outlines: bool = preference(
        True,
        DOODLES,
        QT_TRANSLATE_NOOP("Settings", "Smooth outlines"),
        QT_TRANSLATE_NOOP("Settings", "Smooth outlines instead of the model's raw pixels"),
    )
    pen_width: float = preference(
        7.0,
        DOODLES,
        QT_TRANSLATE_NOOP("Settings", "Width of the pen"),
        QT_TRANSLATE_NOOP(
            "Settings", "In parts of the page; on screen only: the model sees the same line always"
        ),
        limits=(1.0, 20.0),
        whole=CANVAS_SIDE,
    )
    thumbnails: bool = preference(
        True,
        MAP,
        QT_TRANSLATE_NOOP("Settings", "Doodles on the map"),
        QT_TRANSLATE_NOOP("Settings", "Show what the model draws at places of the map"),
    )
    keep_details: bool = preference(
        True,
        MAP,
        QT_TRANSLATE_NOOP("Settings", "Keep my doodle's details"),
        QT_TRANSLATE_NOOP(
            "Settings",
            "Moving on the map carries along what two dimensions cannot say, less of it the "
            "further away",
        ),
    )
    nearby: bool = preference(
        True,
        MAP,
        QT_TRANSLATE_NOOP("Settings", "Nearest doodles"),
        QT_TRANSLATE_NOOP("Settings", "Show what lies nearest to my doodle on the map"),
    )
    morph_path: str = "model"
    morph_repeat: str = "ping-pong"
    picture_folder: str = ""
    maximised: bool = False
    tour_seen: bool = False


CHOICES = {
    entry.name: tuple(entry.metadata["choices"])
    for entry in fields(Settings)
    if entry.metadata.get("choices")
}
LIMITS = {
    entry.name: entry.metadata["limits"]
    for entry in fields(Settings)
    if entry.metadata.get("limits")
}
LONGEST = 100_000
REMEMBERED = tuple(entry.name for entry in fields(Settings) if not entry.metadata)


class SettingsStore(QObject):
    """Holds the settings, tells of changes at once and saves them.

    `aside` is where a damaged file went that they were to be read from: what it holds is not lost.
    """

    changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = settings_dir() / "settings.json" if path is None else path
        self.aside: Path | None = None
        values = read_settings(self.path)
        if values is None:
            self.aside = _put_aside(self.path)
            values = Settings(tour_seen=True)  # it is not the first start
        self.values = values

    def change(self, **values: Any) -> None:
        """Sets some, with immediate effect."""
        changed = replace(self.values, **values)
        if changed == self.values:
            return
        self.values = changed
        self._save()
        self.changed.emit()

    def reset(self) -> None:
        """Back to the defaults, for everything that has a row in the settings dialog."""
        defaults = asdict(Settings())
        self.change(**{name: defaults[name] for name in defaults if name not in REMEMBERED})

    def _save(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        file = QSaveFile(str(self.path))
        if file.open(QIODevice.OpenModeFlag.WriteOnly):
            file.write(json.dumps(asdict(self.values), indent=2).encode())
            file.commit()


def settings_dir() -> Path:
    """Folder of the settings and of the window's layout."""
    kind = QStandardPaths.StandardLocation.AppConfigLocation
    return Path(QStandardPaths.writableLocation(kind))


def read_settings(path: Path) -> Settings | None:
    """From the file; what is missing or out of range is the default. None where it is damaged."""
    settings = Settings()
    try:
        text = path.read_text(encoding="utf-8")
        values = json.loads(text) if len(text) < LONGEST else None
    except FileNotFoundError:
        return settings
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(values, dict):
        return None
    good: dict[str, Any] = {}
    for entry in fields(Settings):
        value, default = values.get(entry.name), getattr(settings, entry.name)
        if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if isinstance(default, tuple) and isinstance(value, list):
            value = tuple(one for one in value if isinstance(one, str))
        allowed, limits = CHOICES.get(entry.name), LIMITS.get(entry.name)
        if type(value) is not type(default) or (allowed is not None and value not in allowed):
            continue
        if limits is None or limits[0] <= value <= limits[1]:
            good[entry.name] = value
    return replace(settings, **good)


def _put_aside(path: Path) -> Path | None:
    """Gives a damaged file a name of its own; None where nothing there can be changed."""
    for number in count(1):
        aside = path.with_name(f"{path.stem}-damaged-{number}{path.suffix}")
        if not aside.exists():
            break
    try:
        return path.rename(aside)
    except OSError:
        return None
