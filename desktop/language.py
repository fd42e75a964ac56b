"""Which language the window speaks; it can change while the program runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop.marks import QT_TRANSLATE_NOOP

TRANSLATIONS = Path(__file__).resolve().parent / "translations"
_installed: list[QTranslator] = []
QT_LACKS = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
)
"""What Qt has not translated of its own dialogs: it asks our translator too, and first."""
QT_KEYS = (
    QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
)
"""What Qt has translated of only some keys: ours are called as they are labelled."""
# Han characters are drawn differently in Chinese and Japanese; left to itself, a system that is set
# to neither may well choose the Japanese forms.
HAN = {"zh_CN": ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC")}


def use_language(choice: str) -> None:
    """`en`, `zh_CN`, or "" for the language of the system. Widgets hear of it by LanguageChange."""
    language = choice or system_language()
    app = QApplication.instance()
    if not isinstance(app, QApplication) or app.property("language") == language:
        return
    app.setProperty("language", language)
    _use_fonts(app, language)
    while _installed:
        app.removeTranslator(_installed.pop())
    if language == "en":
        return
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in (("qtbase", qt_folder), ("doodlescape", str(TRANSLATIONS))):
        translator = QTranslator(app)
        # Qt's own words (of file dialogs, say) may be left out of a frozen program.
        if translator.load(f"{name}_{language}", folder):
            app.installTranslator(translator)
            _installed.append(translator)


def _use_fonts(app: QApplication, language: str) -> None:
    first = app.property("families") or app.font().families()
    app.setProperty("families", first)
    font, families = app.font(), [*first, *HAN.get(language, ())]
    if families != font.families():
        font.setFamilies(families)
        app.setFont(font)
        # Widgets with a style sheet take another font only when they are polished again.
        app.setStyleSheet(app.styleSheet())


def system_language() -> str:
    """The first language of the system that the window speaks; English if it speaks none."""
    for name in QLocale.system().uiLanguages():
        language = name.split("-")[0].split("_")[0]
        if language == "zh":
            return "zh_CN"
        if language == "en":
            break
    return "en"
