"""What panels have as boxes, sliders and pages, from the menus, by keys and from the palette."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu
from window_acts import LEFT, draw_cat

from desktop.dialogs.palette import commands_of
from desktop.views.choice_box import ChoiceBox
from desktop.window import MainWindow

KEY, CTRL, ALT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def ticked(window: MainWindow, *names: str) -> list[str]:
    return [name for name in names if window.commands[name].isChecked()]


def press(window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(window.focusWidget() or window, key, held)


def menu_of(window: MainWindow, name: str, title: str) -> QMenu:
    rows = window._menus[name].actions()
    return next(row.menu() for row in rows if row.menu() and row.text().replace("&", "") == title)


def choose(menu: QMenu, words: str) -> None:
    """By the keyboard, as whoever has opened it."""
    menu.popup(menu.parentWidget().mapToGlobal(menu.parentWidget().rect().center()))
    row = next(row for row in menu.actions() if row.text() == words)
    menu.setActiveAction(row)
    QTest.keyClick(menu, KEY.Key_Space if row.isCheckable() else KEY.Key_Return)
    menu.hide()


def test_the_path_and_the_repeat_of_a_morph_by_keys(window: MainWindow) -> None:
    settings, morph = window.context.settings, window.morph
    paths = ("path_model", "path_straight", "path_spherical", "path_spline")
    # The toy knows no path of its own, so that one is passed over.
    assert not window.commands["path_model"].isEnabled()
    assert ticked(window, *paths) == ["path_straight"]
    for kind in ("spherical", "spline", "straight"):
        press(window, KEY.Key_P, CTRL | ALT)
        assert settings.values.morph_path == morph.path_choice.currentData() == kind
        assert ticked(window, *paths) == [f"path_{kind}"]
    repeats = ("repeat_once", "repeat_loop", "repeat_ping_pong")
    assert ticked(window, *repeats) == ["repeat_ping_pong"]
    for repeat in ("once", "loop"):
        press(window, KEY.Key_R, CTRL | ALT)
        assert settings.values.morph_repeat == morph.repeat.currentData() == repeat
        assert ticked(window, *repeats) == [f"repeat_{repeat}"]
    morph.repeat.setFocus()
    QTest.keyClick(morph.repeat, KEY.Key_Home)
    assert ticked(window, *repeats) == ["repeat_once"]


def test_a_list_opens_at_what_is_chosen(window: MainWindow) -> None:
    for box in window.findChildren(QComboBox):
        assert isinstance(box, ChoiceBox)
    box = window.morph.path_choice
    assert box.currentData() == "straight"
    for key in (KEY.Key_Escape, KEY.Key_Return):
        box.showPopup()
        QTest.keyClick(box.view(), KEY.Key_Down)
        if key == KEY.Key_Escape:
            QTest.keyClick(box.view(), KEY.Key_Down)
        QTest.keyClick(box.view(), key)
    assert box.currentData() == "spherical"


def test_the_speed_of_a_morph_by_keys(window: MainWindow) -> None:
    pace = window.morph.pace
    press(window, KEY.Key_Period)
    press(window, KEY.Key_Period)
    assert pace.value() == 4
    press(window, KEY.Key_Comma)
    assert pace.value() == 2


def test_noise_by_keys(window: MainWindow, qtbot) -> None:
    draw_cat(window.draw.canvas)
    noise, kinds = window.seen.noise, ("noise_grain", "noise_specks", "noise_shake")
    assert ticked(window, *kinds) == ["noise_grain"]
    press(window, KEY.Key_U)
    press(window, KEY.Key_U)
    press(window, KEY.Key_U, SHIFT)
    assert noise.level.value() == 10
    qtbot.waitUntil(lambda: window.seen.denoising.on)
    press(window, KEY.Key_U, ALT)
    assert window.seen.denoising.kind == noise.kind.currentData() == "specks"
    assert ticked(window, *kinds) == ["noise_specks"]
    press(window, KEY.Key_U, CTRL)
    assert noise.level.value() == 0 and not window.seen.denoising.on


def test_what_sketches_are_asked_for_by_keys(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("full")
    state, controls = window.editor.document, window.sketches.controls
    count, heat = state.state.count, state.state.temperature
    press(window, KEY.Key_BracketRight, ALT)
    press(window, KEY.Key_BracketRight, ALT)
    press(window, KEY.Key_BracketLeft, ALT)
    assert state.state.count == controls.count.value() == count + 1
    press(window, KEY.Key_BracketRight, CTRL)
    assert state.state.temperature == pytest.approx(heat + 0.05)
    press(window, KEY.Key_BracketLeft, CTRL)
    assert state.state.temperature == pytest.approx(heat)
    for picked in (("cat",), ("dog",)):
        press(window, KEY.Key_G, CTRL)
        assert state.state.categories == picked
    press(window, KEY.Key_G, CTRL | SHIFT)
    press(window, KEY.Key_G, CTRL | SHIFT)
    assert state.state.categories == ()
    choose(menu_of(window, "generate", "Category"), "tree")
    assert state.state.categories == ("tree",)


def test_the_pages_of_the_mix_and_what_they_hold_by_keys(
    open_window: Callable[..., MainWindow], qtbot
) -> None:
    window = open_window("full")
    draw_cat(window.draw.canvas)
    mix, document = window.mix, window.editor.document
    pages = ("mix_equation", "mix_directions")
    assert not window.docks["mix"].in_front()
    for key, name in ((KEY.Key_7, "mix_directions"), (KEY.Key_6, "mix_equation")):
        press(window, key, CTRL)
        assert window.docks["mix"].in_front() and ticked(window, *pages) == [name]
    assert mix.equation.isVisible()
    press(window, KEY.Key_8, CTRL)
    assert len(document.state.terms) == 4
    press(window, KEY.Key_9, CTRL)
    QTest.mouseClick(window.sketches.tiles[0], LEFT)
    press(window, KEY.Key_0, CTRL)
    assert mix.maker.isVisible() and ticked(window, *pages) == []
    assert [len(group) for group in document.state.groups] == [1, 1]
    mix.maker.name.setFocus()
    QTest.keyClicks(mix.maker.name, "whiskers")
    QTest.keyClick(mix.maker.name, KEY.Key_Return)
    qtbot.waitUntil(lambda: bool(document.state.directions))
    assert ticked(window, *pages) == ["mix_directions"]
    forget = menu_of(window, "mix", "Forget a direction")
    choose(forget, "whiskers")
    assert document.state.directions == ()
    window.commands["undo"].trigger()
    assert len(document.state.directions) == 1


def test_the_map_by_keys_and_menu(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("full")
    view, legend = window.map.view, window.map.plane.legend
    scale = view.view.scale
    press(window, KEY.Key_Equal, CTRL)
    assert view.view.scale > scale
    press(window, KEY.Key_Minus, CTRL)
    assert view.view.scale == pytest.approx(scale)
    only = menu_of(window, "map", "Show only")
    choose(only, "dog")
    assert legend.shown == {1} and legend.buttons[1].isChecked()
    choose(only, "tree")
    assert legend.shown == {1, 2}
    assert [row.text() for row in only.actions() if row.isChecked()] == ["dog", "tree"]
    press(window, KEY.Key_C, SHIFT)
    assert legend.shown is None


def test_proposals_are_asked_for_again_and_hidden_by_keys(
    open_window: Callable[..., MainWindow], qtbot
) -> None:
    window = open_window("full")
    strip, commands = window.seen.proposals, window.commands
    assert not commands["ask_again"].isEnabled() and not commands["hide_proposals"].isEnabled()
    draw_cat(window.draw.canvas)
    press(window, KEY.Key_M, SHIFT)
    qtbot.waitUntil(lambda: strip.tiles[0].doodle is not None)
    first = strip.tiles[0].doodle
    press(window, KEY.Key_A, SHIFT)
    qtbot.waitUntil(lambda: strip.tiles[0].doodle not in (first, None))
    press(window, KEY.Key_H, SHIFT)
    assert strip.isHidden()
    assert not commands["ask_again"].isEnabled() and not commands["hide_proposals"].isEnabled()


def test_the_language_by_keys(window: MainWindow, qapp: QApplication) -> None:
    names = ("language_system", "language_en", "language_zh_CN")
    press(window, KEY.Key_9, CTRL | ALT)
    assert window.context.settings.values.language == "zh_CN"
    assert ticked(window, *names) == ["language_zh_CN"]
    qapp.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
    assert window.commands["more_noise"].text() == "增加噪声(&M)"
    assert window.commands["language_en"].text() == "&English"
    press(window, KEY.Key_8, CTRL | ALT)
    assert window.context.settings.values.language == "en"
    assert ticked(window, *names) == ["language_en"]
    assert window.commands["language_zh_CN"].text() == "简体中文"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("gif", "export_morph"),
        ("noise", "more_noise"),
        ("chinese", "language_zh_CN"),
        ("spline", "path_spline"),
        ("speed", "morph_faster"),
        ("loop", "repeat_loop"),
        ("temperature", "warmer"),
        ("next category", "next_category"),
        ("zoom", "zoom_in"),
        ("whole map", "fit_map"),
    ],
)
def test_the_palette_finds_them(window: MainWindow, words: str, name: str) -> None:
    palette = window.dialogs.open("palette")
    QTest.keyClicks(palette.field, words)
    menus = {one.action.objectName(): one.menus for one in palette.shown()}
    if name == "warmer":
        assert menus[name] == ("Generate", "Number and temperature")
    best = next(iter(menus))
    assert best == name or menus[best] == menus[name], list(menus)


def test_the_palette_knows_the_rows_of_menus_that_are_filled_when_they_open(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window("full")
    texts = [command.text for command in commands_of(window)]
    assert {"Generate: Category: cat", "Map: Show only: cat"} <= set(texts)
    palette = window.dialogs.open("palette")
    QTest.keyClicks(palette.field, "category dog")
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert window.editor.document.state.categories == ("dog",)
