"""What is closed is gone: nothing remembers it, and its memory is free again."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_acts import draw_cat

from desktop.background import background_jobs
from desktop.editor import Editor
from desktop.settings import SettingsStore
from desktop.state.doodle import Doodle
from desktop.state.origin import Picked
from desktop.theme import install_theme
from desktop.window import MainWindow

DIALOGS = ("settings", "palette", "help", "tour", "about", "model_card", "teach", "export_morph")
ACTS = ("keep", "set_a", "random", "set_b", "map_axes", "map_sliders", "more_like_this", "mix_add")


def use(window: MainWindow, qtbot: QtBot) -> None:
    """A little of everything."""
    draw_cat(window.draw.canvas)
    for name in ACTS:
        window.commands[name].trigger()
        qtbot.waitUntil(lambda: not background_jobs())
    for name in DIALOGS:
        assert window.commands[name].isEnabled(), name
        window.commands[name].trigger()
    window.commands["toggle_theme"].trigger()


@pytest.mark.parametrize("used", [False, True])
def test_a_window_that_was_closed_is_not_remembered(
    qapp: QApplication,
    qtbot: QtBot,
    settings: SettingsStore,
    models: dict[str, Path],
    used: bool,
) -> None:
    def come_and_go() -> list[ref[object]]:
        window = MainWindow(settings, str(models["full"]))
        window.show()
        state = window.editor.document
        qtbot.waitUntil(lambda: bool(state.state.sketches) and not background_jobs())
        if used:
            use(window, qtbot)
        window.close()
        window.deleteLater()
        return [ref(window), ref(window.editor), ref(state), ref(state.state.sketches[0])]

    install_theme(qapp).choose("light")
    gone = come_and_go()
    qapp.sendPostedEvents(None, 0)
    qapp.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    gc.collect()
    assert [one() for one in gone] == [None] * len(gone)


def test_what_lies_between_the_ends_of_a_step_is_not_remembered(qapp: QApplication) -> None:
    editor = Editor()
    moments = []
    for x in range(4):
        doodle = Doodle(Picked(x, 0.0))
        moments.append(ref(doodle))
        editor.change("Move", merge="nudge", current=doodle)
    del doodle
    gc.collect()
    assert editor.undo_stack.count() == 1
    assert [moment() is None for moment in moments] == [True, True, True, False]
    editor.undo()
    editor.redo()
    assert editor.current is moments[-1]()
