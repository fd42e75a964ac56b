"""Preferences: readable, immediate, and sturdy."""

import json
from pathlib import Path

import pytest

from desktop.settings import Settings, SettingsStore, read_settings


def test_changes_are_told_saved_and_read_again(tmp_path: Path) -> None:
    store, told = SettingsStore(tmp_path / "s.json"), []
    store.changed.connect(lambda: told.append(store.values.theme))
    store.change(theme="dark", pen_width=7.0)
    store.change(theme="dark")
    assert told == ["dark"]
    assert read_settings(store.path) == Settings(theme="dark", pen_width=7.0)
    store.reset()
    assert read_settings(store.path) == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"dark"', "\x00", '{"theme": 5}'])
def test_damage_falls_back_to_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.json"
    path.write_text(text, encoding="utf-8")
    assert read_settings(path) == Settings()


def test_good_values_survive_bad_neighbours(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    values = {"theme": "purple", "outlines": False, "pen_width": 6, "thumbnails": 1, "x": 2}
    path.write_text(json.dumps(values), encoding="utf-8")
    assert read_settings(path) == Settings(outlines=False, pen_width=6.0)
