"""The window under test: off-screen, with a home of its own, and nothing left behind."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import cache
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from beside import Beside, Ran
from layout_looks import Look, start_looks
from PySide6.QtCore import QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from reading_door import Door, closely_behind
from starts import start_in_several_ways
from teaching_acts import start_lesson
from toy_bundle import write_toy

from aemodel.bundle.runtime import Bundle, list_bundles, open_bundle
from desktop.background import background_jobs, stop_background
from desktop.settings import SettingsStore
from desktop.teach.dialog import TeachDialog
from desktop.theme import install_theme
from desktop.window import MainWindow

BEGIN = Bundle.__init__


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["doodlescape"]


@pytest.fixture(autouse=True)
def isolated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings and files of a test stay in its own folder."""
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    QStandardPaths.setTestModeEnabled(False)
    for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
        QSettings.setPath(QSettings.Format.IniFormat, scope, str(tmp_path))
    return tmp_path


@pytest.fixture(autouse=True)
def nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows close without a question about what is not saved; tests of the question answer it."""
    for asking in ("desktop.session.ask", "desktop.teach.dialog.ask"):
        monkeypatch.setattr(asking, lambda *question: "drop")
    monkeypatch.setattr("desktop.views.saving.ask_whether", lambda question: "stop")


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """No job, no thread, no window and no running timer outlives a test."""
    yield
    assert stop_background()
    qapp.processEvents()
    assert background_jobs() == 0
    assert not [t for t in threading.enumerate() if t.name.startswith("doodlescape")]
    qapp.sendPostedEvents(None, 0)
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    assert not qapp.topLevelWidgets()
    # A picture over Python's memory on the clipboard would be freed after Python itself.
    qapp.clipboard().clear()
    timers = [timer for timer in qapp.findChildren(QTimer) if timer.isActive()]
    assert not timers


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Bundles by name: `vae` and `ae` as shipped (toys while they are not); toys that can all."""
    folder = tmp_path_factory.mktemp("models")
    toys = {kind: write_toy(folder / kind, kind) for kind in ("vae", "ae", "full", "filled")}
    shipped = {path.name: path for path in list_bundles() if path.name in ("vae", "ae")}
    return toys | shipped


@pytest.fixture(autouse=True)
def opened_once(models: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The models of `models` are opened once for all tests: a bundle never changes.

    Unless a test has changed how bundles begin.
    """

    def open_once(path_or_name: str | Path) -> Bundle:
        shared = Path(path_or_name) in models.values() and Bundle.__init__ is BEGIN
        return _opened(path_or_name) if shared else open_bundle(path_or_name)

    monkeypatch.setattr("aemodel.bundle.runtime.open_bundle", open_once)


@cache
def _opened(path: str | Path) -> Bundle:
    return open_bundle(path)


@pytest.fixture(scope="session", autouse=True)
def looks(
    beside: Beside, models: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[Look, Future[Ran]]:
    """The window, looked at in programs of their own from the first test on."""
    if not beside.chosen("test_layout"):
        return {}
    paths = {path.name: path for path in list_bundles()} | models
    return start_looks(beside, paths, tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session", autouse=True)
def started(
    looks: object, beside: Beside, models: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Future[Ran]]:
    """The program, started in several ways from the first test on."""
    if not beside.chosen("test_start"):
        return {}
    return start_in_several_ways(beside, models, tmp_path_factory)


@pytest.fixture
def settings(isolated: Path) -> SettingsStore:
    return SettingsStore(isolated / "settings.json")


@pytest.fixture
def open_window(
    qtbot: QtBot, qapp: QApplication, settings: SettingsStore, models: dict[str, Path]
) -> Iterator[Callable[..., MainWindow]]:
    """Makes a shown window and, unless told otherwise, waits for its model and first sketches."""
    made: list[MainWindow] = []

    def make(model: str | Path = "vae", file: Path | str = "", *, wait: bool = True) -> MainWindow:
        install_theme(qapp).choose("light")
        window = MainWindow(settings, str(models.get(str(model), model)), str(file))
        window.resize(1280, 832)
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        state = window.editor.document
        if wait:
            qtbot.waitUntil(lambda: bool(state.state.model), timeout=20_000)
            if not window.editor.engine.missing("sample"):
                qtbot.waitUntil(lambda: bool(state.state.sketches), timeout=20_000)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window()


@pytest.fixture
def lesson(open_window: Callable[..., MainWindow], qtbot: QtBot) -> TeachDialog:
    """The dialog that teaches, open over a window whose model can do everything."""
    return start_lesson(open_window("full"), qtbot)


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Iterator[Door]:
    """Every model refines from now on; its readings go through the door, and in no GUI thread."""
    door = Door()
    closely_behind(door, monkeypatch)
    yield door
    door.open()


@pytest.fixture
def drawing(door: Door, window: MainWindow) -> MainWindow:
    """A window with a model that refines."""
    return window


@pytest.fixture
def mixing(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the mix in front."""
    window.docks["mix"].raise_()
    qtbot.wait(50)
    return window
