"""Preferences: one frozen dataclass, one human-readable JSON file, written whole or not at all."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QIODevice, QObject, QSaveFile, QStandardPaths, Signal


@dataclass(frozen=True)
class Settings:
    """Every preference with its default. Field types are bool, int, float or str."""

    theme: str = "system"
    model: str = ""
    language: str = ""
    outlines: bool = True
    keep_details: bool = True
    thumbnails: bool = True
    pen_width: float = 5.0


CHOICES = {"theme": ("system", "light", "dark")}


class SettingsStore(QObject):
    """Holds the settings, tells of changes at once and saves them."""

    changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = settings_dir() / "settings.json" if path is None else path
        self.values = read_settings(self.path)

    def change(self, **values: Any) -> None:
        """Sets some, with immediate effect."""
        changed = replace(self.values, **values)
        if changed == self.values:
            return
        self.values = changed
        self._save()
        self.changed.emit()

    def reset(self) -> None:
        """Back to the defaults."""
        self.change(**asdict(Settings()))

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


def read_settings(path: Path) -> Settings:
    """From the file; whatever is missing, damaged or out of range is the default."""
    settings = Settings()
    try:
        text = path.read_text(encoding="utf-8")
        values = json.loads(text) if len(text) < 100_000 else {}
    except (OSError, ValueError):
        return settings
    if not isinstance(values, dict):
        return settings
    good: dict[str, Any] = {}
    for field in fields(Settings):
        value, default = values.get(field.name), getattr(settings, field.name)
        if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        allowed = CHOICES.get(field.name)
        if type(value) is type(default) and (allowed is None or value in allowed):
            good[field.name] = value
    return replace(settings, **good)
