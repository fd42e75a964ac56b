"""How the window looks: warm paper by day, chalk on slate by night, one accent colour.

Spacing is in steps of 8 px. Custom-painted widgets read `theme().colors` while painting; setting
the style sheet makes Qt repaint them all when the scheme changes.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from aemodel.assets import assets_dir
from desktop.stylesheet import STYLE_SHEET

GRID = 8
# A row for each shape of the map's signs. All of them can be told apart with any kind of colour
# vision, even where the ground shows no shapes, and on paper as on slate; best within a row. The
# first row is Okabe and Ito's palette with a crimson in place of their black; the others were
# searched for.
CATEGORY_COLORS = (
    ("#E69F00", "#56B4E9", "#009E73", "#CC79A7", "#0072B2", "#D55E00", "#F0E442", "#EE2255"),
    ("#9C3F5D", "#BB8CFD", "#589100", "#AE44B7", "#B01C37", "#CF3292", "#FC7E56", "#7ED786"),
    ("#824D78", "#AE695A", "#86B361", "#F75D8B", "#E8B74B", "#7F6BE8", "#4ACDB5", "#796E25"),
    ("#8C84C0", "#A33B09", "#F2B0E1", "#94CF9A", "#296F41", "#AF843C", "#3654C2", "#D0C96E"),
)


@dataclass(frozen=True)
class Colors:
    """Every colour of one scheme, as #rrggbb.

    Text is `ink`, or `muted` where it is quiet: at least 4.5:1 on every ground (WCAG AA). `faint`
    is for marks without words (borders of fields, empty places, what is disabled): at least 3:1.
    `line` only parts one area from another.
    """

    window: str
    surface: str
    page: str
    ink: str
    muted: str
    faint: str
    line: str
    hover: str
    accent: str
    on_accent: str
    accent_soft: str

    def color(self, name: str) -> QColor:
        """One of them as a QColor."""
        return QColor(getattr(self, name))


LIGHT = Colors(
    window="#F1EBDF",
    surface="#FAF6EE",
    page="#FFFDF8",
    ink="#2B2723",
    muted="#685F55",
    faint="#8C8172",
    line="#E0D6C5",
    hover="#EFE7D9",
    accent="#B53E26",
    on_accent="#FFFFFF",
    accent_soft="#F6DDD3",
)
DARK = Colors(
    window="#1E2326",
    surface="#272D31",
    page="#2C3337",
    ink="#ECE6DA",
    muted="#AAB0B0",
    faint="#808A89",
    line="#3A4347",
    hover="#333B3F",
    accent="#FF9070",
    on_accent="#2A1710",
    accent_soft="#55392F",
)


class Theme(QObject):
    """Applies the colours to the application and follows the system where asked to."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice = "system"
        self._applied: Colors | None = None
        self.colors = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @property
    def dark(self) -> bool:
        """Whether chalk on slate is on."""
        return self.colors is DARK

    def choose(self, choice: str) -> None:
        """`system`, `light` or `dark`."""
        self._choice = choice
        self._apply()

    def dress(self) -> None:
        """Sets the style sheet; from then on it follows the colours.

        Not earlier than a window needs it: Qt dresses a widget and all within it anew whenever it
        is put into another one, so a window that is put together first is there sooner.
        """
        if not self._app.styleSheet():
            self._app.setStyleSheet(_style_sheet(self.colors))

    def _follow(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        dark = self._choice == "dark"
        if self._choice == "system":
            dark = system_is_dark()
        colors = DARK if dark else LIGHT
        if colors is self._applied:
            return
        self.colors = self._applied = colors
        self._app.setPalette(_palette(colors))
        # Never taken away again: widgets of former windows would be unknown to the next sheet's
        # style, which looks them up after they are gone (Qt 6.11 crashes).
        if self._app.styleSheet():
            self._app.setStyleSheet(_style_sheet(colors))
        self.changed.emit()

    def icon(self, name: str) -> QIcon:
        """The project's own icon, tinted: ink, faint when disabled, accent when on."""
        return _icon(name, self.colors)


def system_is_dark() -> bool:
    """Whether the system asks for a dark scheme."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def install_theme(app: QApplication) -> Theme:
    """The application's theme, made at the first call."""
    existing = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if existing is not None:
        return existing
    app.setStyle("Fusion")
    return Theme(app)


def theme() -> Theme:
    """The theme of the running application."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("the theme needs a QApplication")
    return install_theme(app)


def category_color(index: int) -> QColor:
    """A colour of its own for each of 32 categories; then from the beginning."""
    return QColor(CATEGORY_COLORS[category_shape(index)][index % len(CATEGORY_COLORS[0])])


def category_shape(index: int) -> int:
    """Which shape the sign of a category has: the number of its row of colours."""
    return index // len(CATEGORY_COLORS[0]) % len(CATEGORY_COLORS)


def icon_pixmap(name: str, color: str, side: int, ratio: float = 1.0) -> QPixmap:
    """An icon of assets/icons in one colour; side in logical pixels."""
    pixmap = QPixmap(_shape(name, side, ratio))
    painter = QPainter(pixmap)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(pixmap.rect(), QColor(color))
    painter.end()
    return pixmap


@lru_cache(maxsize=512)
def _shape(name: str, side: int, ratio: float) -> QPixmap:
    """An icon without its colour: reading and drawing it takes far longer than tinting it."""
    svg = (assets_dir() / "icons" / f"{name}.svg").read_bytes()
    renderer = QSvgRenderer(QByteArray(svg.replace(b"currentColor", b"black")))
    device = round(side * ratio)
    pixmap = QPixmap(device, device)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, device, device))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@lru_cache(maxsize=256)
def _icon(name: str, colors: Colors) -> QIcon:
    icon = QIcon()
    looks = (
        (QIcon.Mode.Normal, QIcon.State.Off, colors.ink),
        (QIcon.Mode.Normal, QIcon.State.On, colors.accent),
        (QIcon.Mode.Disabled, QIcon.State.Off, colors.faint),
        (QIcon.Mode.Disabled, QIcon.State.On, colors.faint),
    )
    for ratio in (1.0, 2.0, 3.0):
        for mode, state, color in looks:
            icon.addPixmap(icon_pixmap(name, color, 20, ratio), mode, state)
    return icon


def _palette(colors: Colors) -> QPalette:
    roles = {
        QPalette.ColorRole.Window: colors.window,
        QPalette.ColorRole.WindowText: colors.ink,
        QPalette.ColorRole.Base: colors.page,
        QPalette.ColorRole.AlternateBase: colors.surface,
        QPalette.ColorRole.Text: colors.ink,
        QPalette.ColorRole.PlaceholderText: colors.muted,
        QPalette.ColorRole.Button: colors.surface,
        QPalette.ColorRole.ButtonText: colors.ink,
        QPalette.ColorRole.ToolTipBase: colors.surface,
        QPalette.ColorRole.ToolTipText: colors.ink,
        QPalette.ColorRole.Highlight: colors.accent,
        QPalette.ColorRole.HighlightedText: colors.on_accent,
        QPalette.ColorRole.Link: colors.accent,
    }
    palette = QPalette()
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.faint))
    return palette


@lru_cache
def _style_sheet(colors: Colors) -> str:
    sheet = STYLE_SHEET
    names = sorted((field.name for field in fields(colors)), key=len, reverse=True)
    for name in names:
        sheet = sheet.replace(f"@{name}", getattr(colors, name))
    icons = (assets_dir() / "icons").as_posix()
    checked = "checked-dark" if colors is DARK else "checked"
    return sheet.replace("@checked", f"{icons}/{checked}.svg").replace("@icons", icons)
