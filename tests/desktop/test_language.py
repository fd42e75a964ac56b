"""English and Chinese: nothing untranslated, and the language changes while the window is open."""

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar, QToolButton, QWidget

from aemodel.bundle import runtime
from aemodel.bundle.manifest import parse_manifest
from desktop.dialogs.card import CREDIT
from desktop.language import TRANSLATIONS, system_language, use_language
from desktop.translations.catalogue import PACKAGE, SOURCE, collect, translations, untranslated
from desktop.views.names import CATEGORIES, MODELS, REASONS, category_words, reason_words
from desktop.window import MainWindow

# Names and formats that are the same in every language.
SAME = {"Doodlescape", "English", "PNG", "SVG", "GIF", "FID", "Ctrl", "Shift", "Space", "atlas"}


@pytest.fixture(autouse=True)
def english_again(qapp) -> Iterator[None]:
    yield
    use_language("en")


def test_every_text_of_the_code_is_translated(tmp_path: Path) -> None:
    fresh = tmp_path / SOURCE.name
    shutil.copy(SOURCE, fresh)
    collect(fresh)
    assert untranslated(fresh) == [], "add the Chinese, then run python -m desktop.translations"


def test_translations_keep_places_and_tags() -> None:
    for (context, text), words in translations(SOURCE).items():
        # What a library says in English is left out of a sentence in Chinese.
        said = text.replace("{detail}", "") if context == "Problems" else text
        for pattern in (r"{\w*}", r"</?p>", r"\*\.\w+"):
            found = sorted(re.findall(pattern, words))
            assert found == sorted(re.findall(pattern, said)), (context, text)
        assert words.count("&") == text.count("&"), (context, text)


def test_the_compiled_file_is_up_to_date() -> None:
    translator = QTranslator()
    assert translator.load("doodlescape_zh_CN", str(TRANSLATIONS))
    for (context, text), words in translations(SOURCE).items():
        assert translator.translate(context, text) == words, (context, text)


def test_another_language_moves_no_panel(window: MainWindow, qtbot) -> None:
    """Lines of Chinese are higher by nature; everything has room for them in any language."""
    qtbot.wait(120)

    def places() -> dict[str, tuple[int, ...]]:
        widgets = {name: dock for name, dock in window.docks.items() if dock.in_front()}
        widgets |= {"page": window.draw.canvas, "square": window.seen.reconstruction}
        return {name: widget.geometry().getRect() for name, widget in widgets.items()}

    before = places()
    window.context.settings.change(language="zh_CN")
    qtbot.wait(120)
    now = places()
    assert {name: box[1::2] for name, box in now.items()} == {
        name: box[1::2] for name, box in before.items()
    }, "tops and heights"


def test_texts_are_written_so_that_they_are_found() -> None:
    """Literals only, and no helper that the extraction does not know."""
    for path in PACKAGE.rglob("*.py"):
        if path.name == "names.py" or path.parent.name == "translations":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            assert name not in ("_tr", "_"), f"{path.name}:{node.lineno} is not extracted"
            if name == "tr" and isinstance(node.func, ast.Attribute):
                literal = node.args and isinstance(node.args[0], ast.Constant)
                assert literal, f"{path.name}:{node.lineno} is not a literal"


def test_what_comes_from_models_is_known() -> None:
    for reason in (*runtime._DEFAULT_REASONS.values(), runtime._VANILLA):
        assert reason in REASONS
    for path in runtime.list_bundles():
        manifest = parse_manifest((path / "model.json").read_bytes())
        assert set(manifest.categories) <= set(CATEGORIES)
        assert set(manifest.missing.values()) <= set(REASONS)
        assert MODELS[manifest.name] == manifest.title and manifest.data["credit"] == CREDIT
    assert len(CATEGORIES) == 30
    use_language("zh_CN")
    assert category_words("alarm clock") == "闹钟" and category_words("zebra") == "zebra"
    assert len({category_words(name) for name in CATEGORIES}) == 30
    assert all(re.search(r"[\u4e00-\u9fff]", reason_words(text)) for text in REASONS)


@pytest.mark.parametrize(
    ("system", "language"),
    [("zh_CN", "zh_CN"), ("zh_SG", "zh_CN"), ("en_GB", "en"), ("de_DE", "en"), ("C", "en")],
)
def test_the_language_of_the_system(monkeypatch, system: str, language: str) -> None:
    monkeypatch.setattr(QLocale, "system", staticmethod(lambda: QLocale(system)))
    assert system_language() == language


def visible_texts(window: MainWindow) -> Iterator[str]:
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.objectName().startswith(("qt_", "Scroll")):  # Qt's own
            continue
        if isinstance(widget, QLabel | QAbstractButton):
            yield re.sub(r"<[^>]*>|&\w+;", " ", widget.text())
        yield from (widget.toolTip(), widget.accessibleName(), widget.windowTitle())
    for menu in window._menus.values():
        for action in menu.actions():
            yield from (action.text(), action.toolTip())


def test_the_language_changes_at_once_and_everywhere(window: MainWindow, qtbot) -> None:
    assert window.docks["map"].windowTitle() == "Map"
    window.editor.say("Kept on the shelf.")
    window.context.settings.change(language="zh_CN")
    qtbot.wait(20)
    assert not window._toast.isVisible()
    assert window.docks["map"].windowTitle() == "地图"
    assert window._menus["file"].title() == "文件(&F)"
    assert window.commands["undo"].text() == "撤销(&U)"
    assert "Ctrl+K" in window.commands["palette"].toolTip()
    titles = {entry.title for entry in window.models._entries}
    left = []
    for text in visible_texts(window):
        if text in titles:
            continue
        words = re.findall(r"[A-Za-z]{4,}", text)
        if [word for word in words if word not in SAME] and not re.search(r"[\u4e00-\u9fff]", text):
            left.append(text)
    assert not left
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    arrows = [arrow.accessibleName() for bar in bars for arrow in bar.findChildren(QToolButton)]
    assert set(arrows) == {"向左滚动", "向右滚动"}
    window.context.settings.change(language="en")
    qtbot.wait(20)
    assert window.docks["map"].windowTitle() == "Map"
    assert not [text for text in visible_texts(window) if re.search(r"[\u4e00-\u9fff]", text)]


def test_open_dialogs_follow_the_language(window: MainWindow, qtbot) -> None:
    names = ("settings", "help", "about", "model_card")
    dialogs = [window.dialogs.open(name) for name in names]
    box = window.dialogs.open("settings").rows["language"]
    window.context.settings.change(language="zh_CN")
    qtbot.wait(20)
    for dialog in dialogs:
        assert re.search(r"[\u4e00-\u9fff]", dialog.windowTitle())
    assert box.currentText() == "简体中文" and box.accessibleName() == "语言"
    palette = window.dialogs.open("palette")
    palette.field.setText("撤销")
    assert palette.shown()[0].action is window.commands["undo"]
    palette.field.setText("undo")
    assert window.commands["undo"] in [command.action for command in palette.shown()]


def test_chinese_is_not_left_to_japanese_fonts(window, settings, qtbot) -> None:
    """Every text asks for Chinese fonts while the window speaks Chinese, and only then."""
    label = window.findChildren(QLabel)[3]
    before = label.font().families()
    settings.change(language="zh_CN")
    for widget in (label, window.menuBar(), window.sketches.tiles[0]):
        qtbot.waitUntil(lambda widget=widget: "Noto Sans CJK SC" in widget.font().families())
    settings.change(language="en")
    qtbot.waitUntil(lambda: label.font().families() == before)
    assert "Noto Sans CJK SC" not in window.menuBar().font().families()
