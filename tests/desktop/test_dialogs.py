"""Settings, command palette, help, about and the model card, with real keys and clicks."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QListView,
    QToolTip,
    QWidget,
)
from window_acts import LEFT, draw_cat

from desktop.dialogs.card import about_rows, metric_rows, training_rows
from desktop.dialogs.fuzzy import fuzzy_score, search, word_rank
from desktop.dialogs.pages import PAGES
from desktop.dialogs.palette import commands_of
from desktop.settings import REMEMBERED, Settings, read_settings
from desktop.theme import DARK, LIGHT, theme
from desktop.views.questions import Question

KEY = Qt.Key


# Settings -------------------------------------------------------------------------------------


def test_every_preference_has_a_row_with_words(window) -> None:
    dialog = window.dialogs.open("settings")
    shown = set(Settings.__dataclass_fields__) - set(REMEMBERED)
    assert set(dialog.rows) == shown and "theme" in shown and "language" in shown
    for name, row in dialog.rows.items():
        assert row.accessibleName() and row.toolTip(), name
        assert "_" not in row.accessibleName()
    for box in dialog.findChildren(QComboBox):
        texts = [box.itemText(index) for index in range(box.count())]
        assert all(texts) and len(set(texts)) == len(texts)


def test_settings_count_at_once_and_follow_the_window(window, qtbot) -> None:
    dialog, settings = window.dialogs.open("settings"), window.context.settings
    dialog.rows["theme"].setFocus()
    QTest.keyClick(dialog.rows["theme"], KEY.Key_End)
    assert settings.values.theme == "dark" and theme().colors is DARK
    assert window.commands["theme_dark"].isChecked()
    box = dialog.rows["thumbnails"]
    assert isinstance(box, QCheckBox) and box.isChecked()
    QTest.keyClick(box, KEY.Key_Space)
    assert not settings.values.thumbnails and not window.commands["thumbnails"].isChecked()
    window.commands["thumbnails"].trigger()
    assert box.isChecked()
    width = dialog.rows["pen_width"]
    assert isinstance(width, QDoubleSpinBox)
    QTest.keyClick(width, KEY.Key_Up)
    # In per cent of the page, whose parts are kept.
    assert width.text() == "2.8 %"
    assert settings.values.pen_width == pytest.approx(0.028 * 304, abs=0.01)
    assert json.loads(settings.path.read_text())["pen_width"] == settings.values.pen_width
    for key, limit in ((KEY.Key_Up, 20.0), (KEY.Key_Down, 1.0)):
        for _ in range(15):
            QTest.keyClick(width, key)
        assert read_settings(settings.path).pen_width == settings.values.pen_width
        assert settings.values.pen_width == pytest.approx(limit, abs=0.2)
    QTest.mouseClick(dialog.reset, LEFT)
    assert settings.values.pen_width == 7.0 and width.text() == "2.3 %"
    assert settings.values.theme == "system" and theme().colors in (LIGHT, DARK)
    assert dialog.rows["theme"].currentData() == "system"
    QTest.keyClick(dialog, KEY.Key_Escape)
    assert not dialog.isVisible()


def test_limits_are_said_in_the_unit_of_the_field(window, qtbot) -> None:
    dialog = window.dialogs.open("settings")
    width = dialog.rows["pen_width"]
    dialog.activateWindow()
    width.setFocus()
    qtbot.waitUntil(width.hasFocus)
    width.selectAll()
    QTest.keyClicks(width, "50")
    QTest.keyClick(width, KEY.Key_Tab)
    qtbot.waitUntil(lambda: QToolTip.text() == "Between 0.3 % and 6.6 %")
    QToolTip.hideText()


def test_reset_keeps_what_is_no_preference(window) -> None:
    settings = window.context.settings
    settings.change(tour_seen=True, model="vae", pen_width=9.0)
    settings.reset()
    assert settings.values.tour_seen and settings.values.model == "vae"
    assert settings.values.pen_width == 7.0


# Command palette ------------------------------------------------------------------------------


def test_the_palette_holds_every_action_once_with_its_keys(window) -> None:
    commands = commands_of(window)
    actions = [command.action for command in commands]
    assert len(set(actions)) == len(actions)
    assert {window.commands[name] for name in window.commands} <= set(actions)
    assert all(dock.shown in actions for dock in window.docks.values())
    undo = next(c for c in commands if c.action is window.commands["undo"])
    assert undo.text == "Edit: Undo" and undo.keys == "Ctrl+Z"


@pytest.mark.parametrize("keys", ["K", "P"])
def test_the_palette_works_by_keyboard_alone(window, qtbot, keys) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier if keys == "P" else Qt.KeyboardModifier(0)
    QTest.keyClick(window, getattr(KEY, f"Key_{keys}"), Qt.KeyboardModifier.ControlModifier | shift)
    palette = window.dialogs.open("palette")
    assert palette.isVisible() and len(palette.shown()) > 20
    QTest.keyClicks(palette.field, "chalk dark")
    QTest.keyClick(palette.field, KEY.Key_Backspace)
    assert palette.shown()[0].action is window.commands["theme_dark"]
    QTest.keyClick(palette.field, KEY.Key_Down)
    QTest.keyClick(palette.field, KEY.Key_Up)
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert not palette.isVisible()
    assert theme().colors is DARK


def test_the_palette_can_be_left_and_starts_afresh(window) -> None:
    palette = window.dialogs.open("palette")
    QTest.keyClicks(palette.field, "zzzz")
    assert palette.shown() == [] and palette.nothing.isVisible()
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(palette.field, KEY.Key_Escape)
    assert not palette.isVisible()
    window.dialogs.open("palette")
    assert palette.field.text() == "" and palette.shown() and not palette.nothing.isVisible()


def test_the_palette_finds_by_what_actions_do_where_no_name_fits(window) -> None:
    palette = window.dialogs.open("palette")
    for words, name in (("Thousand", "make_many"), ("animated gif", "export_morph")):
        palette.field.setText(words)
        assert [one.action for one in palette.shown()] == [window.commands[name]]


def test_the_palette_finds_what_all_words_say_together(open_window) -> None:
    palette = open_window("full").dialogs.open("palette")
    palette.field.setText("category cat")
    assert palette.shown()[0].words == "cat"
    palette.field.setText("width")
    assert [command.action.objectName() for command in palette.shown()] == ["settings"]


def test_the_palette_says_the_shortest_way(window) -> None:
    """Some rows stand in a sub-menu as well."""
    texts = {one.action.objectName(): one.text for one in commands_of(window)}
    assert texts["teach"] == "Generate: Teach it something new"


def test_the_palette_goes_to_panels_by_the_words_it_shows(window, qtbot) -> None:
    palette, shelf = window.dialogs.open("palette"), window.docks["shelf"]
    for words in ("View: Shelf", "view shelf", "shelf view"):
        palette.field.setText(words)
        assert palette.shown()[0].action is shelf.shown
    QTest.keyClick(palette.field, KEY.Key_Return)
    qtbot.waitUntil(shelf.in_front)
    # Once more it stays, unlike with a tick in the menu: whoever asks for it wants to see it.
    window.draw.canvas.setFocus()
    shelf.shown.trigger()
    assert shelf.in_front() and shelf.isAncestorOf(window.focusWidget())


def test_what_is_greyed_out_is_not_done(window) -> None:
    palette = window.dialogs.open("palette")
    assert not window.commands["undo"].isEnabled()
    QTest.keyClicks(palette.field, "undo")
    assert not palette.reason.isVisible()
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert palette.isVisible() and palette.shown()[0].action is window.commands["undo"]
    assert (
        palette.reason.isVisible() and palette.reason.text() == "There is no step to take back yet."
    )
    QTest.keyClick(palette.field, KEY.Key_Backspace)
    assert not palette.reason.isVisible()


def test_whoever_asks_for_what_is_greyed_out_hears_why(window) -> None:
    palette = window.dialogs.open("palette")
    QTest.keyClicks(palette.field, "finish")
    assert palette.shown()[0].action is window.commands["finish_sketch"]
    QTest.keyClick(palette.field, KEY.Key_Return)
    assert palette.isVisible()
    assert palette.reason.text() == window.commands["finish_sketch"].toolTip().split("\n")[1]
    # Every action that is greyed out has a reason, and not only the words of before.
    for name in window.commands:
        action = window.commands[name]
        if not action.isEnabled():
            assert action.statusTip() not in action.toolTip(), name


def test_fuzzy_search_prefers_words_and_neighbours() -> None:
    names = ["Quit", "Show the whole map", "Swap A and B", "Set A", "Settings"]
    assert search("swm", names, lambda name: [name]) == ["Show the whole map"]
    assert search("set", names, lambda name: [name]) == ["Set A", "Settings"]
    assert search("", names, lambda name: [name]) == names
    assert search("seting", names, lambda name: [name]) == ["Settings"]
    assert fuzzy_score("ba", "ab") is None
    assert fuzzy_score("undo", "Undo") > fuzzy_score("undo", "Unload model")
    assert fuzzy_score("地图", "显示整张地图") is not None


def test_words_of_the_sentences_win_over_scattered_letters() -> None:
    told = {"Go to the panel before": "Other way", "Export": "As an animated GIF", "Finish": ""}
    assert search("gif", told, lambda name: [name, told[name]]) == ["Export"]
    texts = "Set A", "morph from the doodle"
    for words, rank in (("set a", 4), ("se a", 3), ("set doodle", 2), ("doo", 1), ("set x", 0)):
        assert word_rank(words, texts) == rank
    # No two words are found at the same place.
    assert word_rank("cat category", ("Category", "menu")) == 0
    assert word_rank("cat category", ("cat", "the category")) == 2
    assert word_rank("地图", ["显示整张地图"]) == 2  # Han writes no blanks between words
    names = ["Set A", "Set B"]
    assert search("set", names, lambda name: [name], "Set B".__eq__) == names[::-1]


# Help and about -------------------------------------------------------------------------------


def test_every_action_is_explained_on_a_page_of_help(window) -> None:
    dialog, commands = window.dialogs.open("help"), window.commands
    told = ""
    for row in range(len(PAGES)):
        dialog.list.setCurrentRow(row)
        told += dialog.text.toPlainText()
    missing = [name for name in commands if commands[name].statusTip() not in told]
    assert missing == []
    dialog.close()


def test_help_says_to_which_choice_a_row_belongs(window) -> None:
    dialog = window.dialogs.open("help")
    told = {}
    for row, page in enumerate(PAGES):
        dialog.list.setCurrentRow(row)
        told[page.name] = dialog.text.toPlainText().split("\n")
    for page, group, rows in (
        ("window", "Language", ["As the system", "English", "简体中文"]),
        ("window", "Noise", ["Grain", "Specks", "Shake", "Next kind"]),
        ("morph", "Path", ["Through drawings", "Straight", "Spherical", "Spline"]),
    ):
        lines = told[page]
        first = lines.index(group)
        assert [line for line in lines[first + 1 :] if line in rows][: len(rows)] == rows
    dialog.close()


def test_no_key_on_a_page_of_help_is_broken_across_lines(window, qtbot) -> None:
    dialog = window.dialogs.open("help")
    for row in range(dialog.list.count()):
        dialog.list.setCurrentRow(row)
        qtbot.waitUntil(lambda: dialog.text.document().size().height() > 0)
        block = dialog.text.document().begin()
        while block.isValid():
            keys = block.text().split(", ")
            if all("+" in key and " " not in key for key in keys):
                assert block.layout().lineCount() <= len(keys), block.text()
            block = block.next()


def test_help_has_a_page_for_every_panel_and_f1_opens_it(window, qtbot) -> None:
    names = [page.name for page in PAGES]
    assert set(window.docks) <= set(names) and len(set(names)) == len(names)
    window.map.view.setFocus()
    qtbot.waitUntil(window.map.view.hasFocus)
    QTest.keyClick(window, KEY.Key_F1)
    dialog = window.dialogs.open("help")
    assert dialog.isVisible()
    assert dialog.list.currentItem().text() == "Map"
    text = dialog.text.toPlainText()
    assert "Show the whole map" in text and "\nF" in text
    QTest.keyClick(dialog.list, KEY.Key_Down)
    assert "Map" not in dialog.list.currentItem().text()


def test_about_tells_versions_licences_and_whose_drawings(window) -> None:
    from PySide6 import __version__ as pyside

    window.commands["about"].trigger()
    text = window.dialogs.open("about").text.toPlainText()
    for words in ("Doodlescape 0", pyside, "LiteRT", "MIT", "LGPL"):
        assert words in text
    credit = "Quick, Draw! drawings made available by Google, Inc. under CC BY 4.0"
    assert credit in " ".join(text.split())


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_about_shows_all_of_it_at_once(window, qtbot, language: str) -> None:
    window.context.settings.change(language=language)
    window.commands["about"].trigger()
    dialog = window.dialogs.open("about")
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.text.document().size().height() > 0)
    assert dialog.text.verticalScrollBar().maximum() == 0
    assert dialog.height() <= dialog.screen().availableGeometry().height()


# Models ---------------------------------------------------------------------------------------


def test_the_card_tells_the_manifest_and_its_numbers(window, qtbot, models) -> None:
    window.commands["model_card"].trigger()
    card = window.dialogs.open("model_card")
    text = card.text.toPlainText()
    bundle = window.editor.engine.bundle
    assert bundle.title in text and str(bundle.latent_size) in text and "cat, dog" in text
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.open_model(models["ae"])
    assert window.editor.engine.bundle.title in card.text.toPlainText()
    assert "cannot sample" in card.text.toPlainText()


def test_the_card_says_numbers_in_words() -> None:
    manifest = {
        "kind": "atlas",
        "prior": {"kind": "flow"},
        "files": [{"size": 3_000_000}],
        "categories": ["cat", "alarm clock"],
        "latent_size": 48,
        "map": {"variance_kept": 0.314},
        "metrics": {"sample_fid": 5.63, "samples_recognised": 0.914, "elbo": None},
        "training": {
            "seed": 3,
            "drawings": {"train": 12_000, "test": 1_500},
            "stages": {"one": {"epochs": 20, "seconds": 500}, "two": {"epochs": 10}},
        },
        "data": {"credit": "Quick, Draw!", "licence": "CC BY 4.0"},
    }
    about, training = dict(about_rows(manifest)), dict(training_rows(manifest))
    assert about["Draws"] == "cat, alarm clock" and "31 %" in about["Map"]
    assert "12,000" in training["Drawings"] and training["Training"] == "30 epochs in 8 minutes"
    assert training["Licence of the data"] == "CC BY 4.0"
    metrics = dict(metric_rows(manifest))
    assert "FID 5.6" in metrics["Invented doodles"] and "91 %" in metrics["Recognised"]
    assert len(metrics) == 2
    odd = manifest | {"metrics": {"elbo": "x"}, "training": {"stages": 3}, "data": {}, "map": None}
    assert metric_rows(odd) == [] == training_rows(odd) and "Map" not in dict(about_rows(odd))


def test_a_model_of_ones_own_is_opened_and_remembered(open_window, qtbot, models) -> None:
    window = open_window("vae")
    draw_cat(window.draw.canvas)
    with qtbot.waitSignal(window.models.opened, timeout=20_000):
        window.models.open_own(str(models["full"] / "model.json"))
    assert window.editor.engine.name == "full" or window.editor.engine.path == str(models["full"])
    assert window.editor.current.ink and window.editor.current.decoded is not None
    assert window.context.settings.values.model == str(models["full"])
    window.close()
    again = open_window("")
    assert again.editor.engine.path == str(models["full"])


def test_a_file_that_is_no_model_is_refused_in_a_sentence(window, qtbot, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"PK\x03\x04 nothing")
    window.models.open_own(str(bad))
    qtbot.waitUntil(lambda: bool(window.editor.document.state.notice), timeout=10_000)
    notice = window.editor.document.state.notice
    assert notice.endswith(".") and "Traceback" not in notice
    assert window.context.settings.values.model == ""
    assert window.editor.engine.name == "vae"


def test_open_model_asks_for_a_file(window, qtbot) -> None:
    from PySide6.QtWidgets import QFileDialog

    window.commands["open_model"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None and "*.zip" in dialog.nameFilters()[0]
    dialog.reject()


def test_dialogs_can_be_operated_and_read_aloud(window) -> None:
    for name in ("settings", "about", "model_card", "help"):
        dialog = window.dialogs.open(name)
        assert dialog.windowTitle()
        for button in dialog.findChildren(QAbstractButton):
            if not button.objectName().startswith("qt_"):
                assert button.text() or button.accessibleName()
        dialog.close()


def test_whatever_takes_the_keyboard_has_a_name(window) -> None:
    """In dialogs, and on pages that are not in sight."""
    for name in ("settings", "about", "model_card", "help", "teach"):
        window.dialogs.open(name)
    for widget in window.findChildren(QWidget):
        stops = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        of_qt = widget.objectName().startswith("qt_") or isinstance(widget, QListView)
        if stops and not of_qt:
            name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            assert name, f"{type(widget).__name__} in {widget.parentWidget()} has no name"


def test_no_button_of_a_question_is_narrower_than_its_words(window, qtbot) -> None:
    words = ("Put them on the shelf", "Throw them away for good", "Go on teaching it")
    question = Question(window, "Keep what you drew here?", "", [(one, one) for one in words])
    qtbot.addWidget(question)
    question.show()
    qtbot.waitExposed(question)
    for button in question.buttons:
        assert button.width() >= button.sizeHint().width(), button.text()
        assert question.rect().contains(button.geometry())
