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


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"null", b'"dark"', b"\x00", b"\xff", b"[" * 90_000, b" " * 200_000]
)
def test_a_damaged_file_is_put_aside(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "s.json"
    for number in (1, 2):
        path.write_bytes(data)
        store = SettingsStore(path)
        assert store.values == Settings(tour_seen=True)
        assert store.aside == tmp_path / f"s-damaged-{number}.json"
        assert store.aside.read_bytes() == data and not path.exists()
    store.change(theme="dark")
    assert SettingsStore(path).aside is None and read_settings(path).theme == "dark"


def test_the_window_says_where_damaged_settings_are(open_window, settings) -> None:
    settings.path.write_text('{"own_models": ["/mine.zip"], ', encoding="utf-8")
    damaged = SettingsStore(settings.path)
    settings.aside = damaged.aside
    window = open_window()
    assert window._toast.isVisible() and str(damaged.aside) in window._toast.text()
    assert "/mine.zip" in damaged.aside.read_text(encoding="utf-8")


def test_good_values_survive_bad_neighbours(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    values = {
        "morph_path": 5,
        "theme": "purple",
        "outlines": False,
        "pen_width": 6,
        "thumbnails": 1,
        "x": 2,
    }
    path.write_text(json.dumps(values), encoding="utf-8")
    assert read_settings(path) == Settings(outlines=False, pen_width=6.0)
