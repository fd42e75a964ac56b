"""Every action of the window, in one table: menus, tool bars, shortcuts, palette come from it.

A panel takes its actions by name and connects `triggered` (or `toggled`) to what it does. Texts
are marked for translation here and translated in `retranslate`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.marks import QT_TRANSLATE_NOOP, without_mnemonic
from desktop.theme import theme
from desktop.views.names import reason_words


@dataclass(frozen=True)
class ActionSpec:
    """One row. `shortcut` may hold several, separated by "; ". Equal `group`s exclude each other.

    `section` counts up within a menu: a separator is drawn where it changes.
    """

    name: str
    menu: str
    section: int
    text: str
    tip: str
    shortcut: str = ""
    icon: str = ""
    checkable: bool = False
    group: str = ""


MENUS = (
    ("file", QT_TRANSLATE_NOOP("Menus", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menus", "&Edit")),
    ("model", QT_TRANSLATE_NOOP("Menus", "&Model")),
    ("generate", QT_TRANSLATE_NOOP("Menus", "&Generate")),
    ("map", QT_TRANSLATE_NOOP("Menus", "M&ap")),
    ("morph", QT_TRANSLATE_NOOP("Menus", "M&orph")),
    ("mix", QT_TRANSLATE_NOOP("Menus", "M&ix")),
    ("view", QT_TRANSLATE_NOOP("Menus", "&View")),
    ("help", QT_TRANSLATE_NOOP("Menus", "&Help")),
)

SPECS = (
    ActionSpec(
        "new_session",
        "file",
        0,
        QT_TRANSLATE_NOOP("Actions", "&New"),
        QT_TRANSLATE_NOOP("Actions", "Start with nothing but an empty page"),
        "Ctrl+N",
    ),
    ActionSpec(
        "open",
        "file",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open a session, or a picture that was made here"),
        "Ctrl+O",
        "open",
    ),
    ActionSpec(
        "save",
        "file",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Save"),
        QT_TRANSLATE_NOOP("Actions", "Save everything: page, shelf, morph, mix"),
        "Ctrl+S",
        "save",
    ),
    ActionSpec(
        "save_as",
        "file",
        0,
        QT_TRANSLATE_NOOP("Actions", "Save &as…"),
        QT_TRANSLATE_NOOP("Actions", "Save everything to another file"),
        "Ctrl+Shift+S",
    ),
    ActionSpec(
        "export_picture",
        "file",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Take the doodle away…"),
        QT_TRANSLATE_NOOP("Actions", "Save the doodle as a picture of any size, PNG or SVG"),
        "Ctrl+E",
        "export",
    ),
    ActionSpec(
        "copy",
        "edit",
        0,
        QT_TRANSLATE_NOOP("Actions", "C&opy the doodle"),
        QT_TRANSLATE_NOOP("Actions", "Copy the doodle as a picture, PNG and SVG"),
        "Ctrl+C",
        "copy",
    ),
    ActionSpec(
        "keep",
        "edit",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Keep the doodle"),
        QT_TRANSLATE_NOOP("Actions", "Put the current doodle onto the shelf"),
        "Ctrl+D",
        "keep",
    ),
    ActionSpec(
        "rename",
        "edit",
        2,
        QT_TRANSLATE_NOOP("Actions", "Re&name"),
        QT_TRANSLATE_NOOP("Actions", "Give the doodle on the shelf a name"),
        "F2",
    ),
    ActionSpec(
        "discard",
        "edit",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Delete from the shelf"),
        QT_TRANSLATE_NOOP("Actions", "Take the doodle off the shelf"),
        "Del",
        "clear",
    ),
    ActionSpec(
        "open_picture",
        "file",
        1,
        QT_TRANSLATE_NOOP("Actions", "Open a &picture…"),
        QT_TRANSLATE_NOOP("Actions", "Make a doodle of a picture, a photograph or a scan"),
        "Ctrl+I",
        "picture",
    ),
    ActionSpec(
        "examples",
        "file",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Example doodles…"),
        QT_TRANSLATE_NOOP("Actions", "Start from one of our doodles"),
        "X",
        "examples",
    ),
    ActionSpec(
        "quit",
        "file",
        9,
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close the window"),
        "Ctrl+Q",
        "quit",
    ),
    ActionSpec(
        "undo",
        "edit",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Undo"),
        QT_TRANSLATE_NOOP("Actions", "Take back the last step"),
        "Ctrl+Z",
        "undo",
    ),
    ActionSpec(
        "redo",
        "edit",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        QT_TRANSLATE_NOOP("Actions", "Do the step again"),
        "Ctrl+Shift+Z; Ctrl+Y",
        "redo",
    ),
    ActionSpec(
        "paste",
        "edit",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Paste"),
        QT_TRANSLATE_NOOP("Actions", "Make a doodle of the picture on the clipboard"),
        "Ctrl+V",
        "paste",
    ),
    ActionSpec(
        "pen",
        "edit",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Pen"),
        QT_TRANSLATE_NOOP("Actions", "Draw strokes"),
        "P",
        "pen",
        True,
        "tool",
    ),
    ActionSpec(
        "eraser",
        "edit",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Eraser"),
        QT_TRANSLATE_NOOP("Actions", "Rub out whole strokes; the right button does it too"),
        "E",
        "eraser",
        True,
        "tool",
    ),
    ActionSpec(
        "rubber",
        "edit",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Rub out parts"),
        QT_TRANSLATE_NOOP("Actions", "Rub out only what is touched; strokes fall into pieces"),
        "Shift+E",
        "rubber",
        True,
        "tool",
    ),
    ActionSpec(
        "place",
        "edit",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Move and scale"),
        QT_TRANSLATE_NOOP(
            "Actions", "Move the whole drawing, or scale it: handles, wheel, arrows, + and -"
        ),
        "V",
        "place",
        True,
        "tool",
    ),
    ActionSpec(
        "mirror",
        "edit",
        1,
        QT_TRANSLATE_NOOP("Actions", "M&irror"),
        QT_TRANSLATE_NOOP("Actions", "Exchange left and right"),
        "M",
        "mirror",
    ),
    ActionSpec(
        "turn_into_ink",
        "edit",
        1,
        QT_TRANSLATE_NOOP("Actions", "Turn into in&k"),
        QT_TRANSLATE_NOOP("Actions", "Make strokes of the doodle, to draw on with the pen"),
        "I",
        "nib",
    ),
    ActionSpec(
        "clear",
        "edit",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Clear the page"),
        QT_TRANSLATE_NOOP("Actions", "Start with an empty page"),
        "Ctrl+Backspace",
        "clear",
    ),
    ActionSpec(
        "random",
        "generate",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Random sketches"),
        QT_TRANSLATE_NOOP("Actions", "Draw new sketches from a new seed"),
        "R",
        "random",
    ),
    ActionSpec(
        "next_seed",
        "generate",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Next seed"),
        QT_TRANSLATE_NOOP("Actions", "Draw sketches from the next seed"),
        "]",
    ),
    ActionSpec(
        "previous_seed",
        "generate",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Previous seed"),
        QT_TRANSLATE_NOOP("Actions", "Draw sketches from the seed before"),
        "[",
    ),
    ActionSpec(
        "more_like_this",
        "generate",
        2,
        QT_TRANSLATE_NOOP("Actions", "&More like this"),
        QT_TRANSLATE_NOOP("Actions", "Variations of the current doodle; once more brings others"),
        "Shift+M",
        "more",
    ),
    ActionSpec(
        "finish_sketch",
        "generate",
        2,
        QT_TRANSLATE_NOOP("Actions", "Fi&nish my sketch"),
        QT_TRANSLATE_NOOP(
            "Actions", "Let the model finish what you began; once more brings other ideas"
        ),
        "Shift+F",
        "finish",
    ),
    ActionSpec(
        "lock_seed",
        "generate",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Lock the seed"),
        QT_TRANSLATE_NOOP("Actions", "Keep the seed while category, temperature and number change"),
        "Ctrl+L",
        "lock",
        True,
    ),
    ActionSpec(
        "select_all",
        "generate",
        1,
        QT_TRANSLATE_NOOP("Actions", "Select &all sketches"),
        QT_TRANSLATE_NOOP("Actions", "Select all sketches, or none"),
        "A",
    ),
    ActionSpec(
        "compare",
        "generate",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Compare the selected"),
        QT_TRANSLATE_NOOP("Actions", "Show only the selected sketches, large"),
        "Q",
        "compare",
        True,
    ),
    ActionSpec(
        "keep_selected",
        "generate",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Keep the selected"),
        QT_TRANSLATE_NOOP("Actions", "Put the selected sketches onto the shelf, or all"),
        "Shift+K",
        "keep",
    ),
    ActionSpec(
        "contact_sheet",
        "generate",
        2,
        QT_TRANSLATE_NOOP("Actions", "Contact &sheet…"),
        QT_TRANSLATE_NOOP("Actions", "Save the selected sketches, or all, as one picture"),
        "Ctrl+Shift+C",
        "sheet",
    ),
    ActionSpec(
        "make_many",
        "generate",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Many to a folder…"),
        QT_TRANSLATE_NOOP("Actions", "Save a thousand doodles at once"),
        "Ctrl+M",
    ),
    ActionSpec(
        "stop",
        "generate",
        2,
        QT_TRANSLATE_NOOP("Actions", "S&top"),
        QT_TRANSLATE_NOOP("Actions", "Stop making doodles"),
        "Ctrl+.",
        "close",
    ),
    ActionSpec(
        "center_map",
        "map",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Centre on my doodle"),
        QT_TRANSLATE_NOOP("Actions", "Bring the marker to the middle of the map"),
        "C",
        "center",
    ),
    ActionSpec(
        "fit_map",
        "map",
        0,
        QT_TRANSLATE_NOOP("Actions", "Show the &whole map"),
        QT_TRANSLATE_NOOP("Actions", "Zoom out until everything is in sight"),
        "F",
        "fit",
    ),
    ActionSpec(
        "thumbnails",
        "map",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Doodles on the map"),
        QT_TRANSLATE_NOOP("Actions", "Show what the model draws at places of the map"),
        "T",
        "thumbnails",
        True,
    ),
    ActionSpec(
        "keep_details",
        "map",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Keep my doodle's details"),
        QT_TRANSLATE_NOOP(
            "Actions", "Moving on the map carries along what two dimensions cannot say"
        ),
        "K",
        "details",
        True,
    ),
    ActionSpec(
        "nearby",
        "map",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Nearest doodles"),
        QT_TRANSLATE_NOOP("Actions", "Show what lies nearest to my doodle on the map"),
        "N",
        "nearby",
        True,
    ),
    ActionSpec(
        "all_categories",
        "map",
        1,
        QT_TRANSLATE_NOOP("Actions", "Show &all categories"),
        QT_TRANSLATE_NOOP("Actions", "Take the legend's filter away"),
        "Shift+C",
    ),
    ActionSpec(
        "reroll_map",
        "map",
        1,
        QT_TRANSLATE_NOOP("Actions", "Fill in &anew"),
        QT_TRANSLATE_NOOP("Actions", "Another seed for what places of the map do not say"),
        "Shift+R",
        "random",
    ),
    ActionSpec(
        "map_plane",
        "map",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Map"),
        QT_TRANSLATE_NOOP("Actions", "The map: every doodle in two dimensions"),
        "Alt+1",
        "",
        True,
        "map_mode",
    ),
    ActionSpec(
        "map_axes",
        "map",
        2,
        QT_TRANSLATE_NOOP("Actions", "A&xes"),
        QT_TRANSLATE_NOOP("Actions", "Any two principal directions of the latent"),
        "Alt+2",
        "",
        True,
        "map_mode",
    ),
    ActionSpec(
        "map_sliders",
        "map",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Sliders"),
        QT_TRANSLATE_NOOP("Actions", "The leading principal directions, one slider each"),
        "Alt+3",
        "",
        True,
        "map_mode",
    ),
    ActionSpec(
        "draw_way",
        "map",
        3,
        QT_TRANSLATE_NOOP("Actions", "&Draw a way"),
        QT_TRANSLATE_NOOP("Actions", "Draw a way on the map; my doodle walks along it"),
        "W",
        "way",
        True,
    ),
    ActionSpec(
        "play_way",
        "map",
        3,
        QT_TRANSLATE_NOOP("Actions", "&Walk the way"),
        QT_TRANSLATE_NOOP("Actions", "Walk along the way, or stop there"),
        "F6",
        "play",
    ),
    ActionSpec(
        "forget_way",
        "map",
        3,
        QT_TRANSLATE_NOOP("Actions", "Wipe the wa&y off"),
        QT_TRANSLATE_NOOP("Actions", "Take the way off the map"),
        "Shift+W",
        "clear",
    ),
    ActionSpec(
        "set_a",
        "morph",
        0,
        QT_TRANSLATE_NOOP("Actions", "Set &A"),
        QT_TRANSLATE_NOOP("Actions", "Morph from the current doodle"),
        "Ctrl+1",
    ),
    ActionSpec(
        "set_b",
        "morph",
        0,
        QT_TRANSLATE_NOOP("Actions", "Set &B"),
        QT_TRANSLATE_NOOP("Actions", "Morph to the current doodle"),
        "Ctrl+2",
    ),
    ActionSpec(
        "swap",
        "morph",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Swap A and B"),
        QT_TRANSLATE_NOOP("Actions", "Morph the other way round"),
        "Ctrl+3",
        "swap",
    ),
    ActionSpec(
        "add_keyframe",
        "morph",
        0,
        QT_TRANSLATE_NOOP("Actions", "A&dd my doodle"),
        QT_TRANSLATE_NOOP("Actions", "Morph through the current doodle too"),
        "Ctrl+4",
        "plus",
    ),
    ActionSpec(
        "random_keyframe",
        "morph",
        0,
        QT_TRANSLATE_NOOP("Actions", "Add a &random doodle"),
        QT_TRANSLATE_NOOP("Actions", "Morph through a random doodle too"),
        "Ctrl+5",
        "random",
    ),
    ActionSpec(
        "play_morph",
        "morph",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Play"),
        QT_TRANSLATE_NOOP("Actions", "Play the morph, or stop there"),
        "F5",
        "play",
    ),
    ActionSpec(
        "export_morph",
        "morph",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Export the morph..."),
        QT_TRANSLATE_NOOP("Actions", "Save the morph as an animation, a strip or single pictures"),
        "Ctrl+Shift+E",
        "export",
    ),
    ActionSpec(
        "mix_add",
        "mix",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Add the doodle to the mix"),
        QT_TRANSLATE_NOOP("Actions", "Put the current doodle into the next free place of the mix"),
        "Ctrl+Shift+A",
        "plus",
    ),
    ActionSpec(
        "mix_use",
        "mix",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Use the mix"),
        QT_TRANSLATE_NOOP("Actions", "Make the result of the mix the current doodle"),
        "Ctrl+Return",
        "check",
    ),
    ActionSpec(
        "mix_clear",
        "mix",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Empty the mix"),
        QT_TRANSLATE_NOOP("Actions", "Take all doodles out of the mix"),
        "Ctrl+Shift+X",
        "clear",
    ),
    ActionSpec(
        "new_direction",
        "mix",
        1,
        QT_TRANSLATE_NOOP("Actions", "New &direction…"),
        QT_TRANSLATE_NOOP("Actions", "Make a direction of doodles with and without something"),
        "Ctrl+Shift+D",
    ),
    ActionSpec(
        "outlines",
        "view",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Smooth outlines"),
        QT_TRANSLATE_NOOP("Actions", "Smooth outlines, or the model's raw pixels"),
        "O",
        "outlines",
        True,
    ),
    ActionSpec(
        "theme_system",
        "view",
        1,
        QT_TRANSLATE_NOOP("Actions", "Light or dark as the s&ystem"),
        QT_TRANSLATE_NOOP("Actions", "Follow the system's colours"),
        "Ctrl+Alt+0",
        "",
        True,
        "theme",
    ),
    ActionSpec(
        "theme_light",
        "view",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Light: ink on paper"),
        QT_TRANSLATE_NOOP("Actions", "Ink on warm paper"),
        "Ctrl+Alt+1",
        "light",
        True,
        "theme",
    ),
    ActionSpec(
        "theme_dark",
        "view",
        1,
        QT_TRANSLATE_NOOP("Actions", "&Dark: chalk on slate"),
        QT_TRANSLATE_NOOP("Actions", "Chalk on slate"),
        "Ctrl+Alt+2",
        "dark",
        True,
        "theme",
    ),
    ActionSpec(
        "toggle_theme",
        "view",
        1,
        QT_TRANSLATE_NOOP("Actions", "Switch light and dark"),
        QT_TRANSLATE_NOOP("Actions", "Switch between paper and slate"),
        "Ctrl+T",
        "dark",
    ),
    ActionSpec(
        "full_screen",
        "view",
        2,
        QT_TRANSLATE_NOOP("Actions", "&Full screen"),
        QT_TRANSLATE_NOOP("Actions", "Nothing but doodles"),
        "F11",
        "",
        True,
    ),
    ActionSpec(
        "reset_layout",
        "view",
        3,
        QT_TRANSLATE_NOOP("Actions", "&Put the panels back"),
        QT_TRANSLATE_NOOP("Actions", "Arrange the panels as they were at first"),
        "Ctrl+Alt+L",
    ),
    ActionSpec(
        "settings",
        "edit",
        9,
        QT_TRANSLATE_NOOP("Actions", "Se&ttings…"),
        QT_TRANSLATE_NOOP("Actions", "Colours, language and habits; changes count at once"),
        "Ctrl+,",
        "settings",
    ),
    ActionSpec(
        "palette",
        "view",
        4,
        QT_TRANSLATE_NOOP("Actions", "&Commands…"),
        QT_TRANSLATE_NOOP("Actions", "Find anything that the window can do"),
        "Ctrl+Shift+P; Ctrl+K",
        "search",
    ),
    ActionSpec(
        "open_model",
        "model",
        8,
        QT_TRANSLATE_NOOP("Actions", "&Open model…"),
        QT_TRANSLATE_NOOP(
            "Actions", "A model of your own: its zip, or the model.json in its folder"
        ),
        "Ctrl+Alt+O",
    ),
    ActionSpec(
        "model_card",
        "model",
        8,
        QT_TRANSLATE_NOOP("Actions", "Model &card…"),
        QT_TRANSLATE_NOOP("Actions", "What the open model is, and how well it does"),
        "Ctrl+Alt+I",
    ),
    ActionSpec(
        "help",
        "help",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        QT_TRANSLATE_NOOP("Actions", "The page about the panel that you are in"),
        "F1",
        "help",
    ),
    ActionSpec(
        "tour",
        "help",
        0,
        QT_TRANSLATE_NOOP("Actions", "&Tour"),
        QT_TRANSLATE_NOOP("Actions", "The window in five short steps"),
        "Shift+F1",
    ),
    ActionSpec(
        "about",
        "help",
        1,
        QT_TRANSLATE_NOOP("Actions", "&About Doodlescape"),
        QT_TRANSLATE_NOOP("Actions", "Versions, licences, and whose drawings taught it"),
        "Ctrl+F1",
    ),
)


class Actions(QObject):
    """The QActions by name, all added to the window so that their shortcuts work everywhere."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for spec in SPECS:
            action = QAction(window)
            action.setObjectName(spec.name)
            action.setCheckable(spec.checkable)
            action.setShortcuts([QKeySequence(key) for key in spec.shortcut.split("; ") if key])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            if spec.group:
                group = self._groups.setdefault(spec.group, QActionGroup(window))
                group.addAction(action)
            window.addAction(action)
            self._actions[spec.name] = action
        theme().changed.connect(self.refresh_icons)
        self.refresh_icons()
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def of_menu(self, menu: str) -> list[tuple[int, QAction]]:
        """Section and action of each row of a menu, in order."""
        return [(spec.section, self[spec.name]) for spec in SPECS if spec.menu == menu]

    def enable(self, name: str, reason: str = "") -> None:
        """Enables an action, or greys it out with the reason as its tooltip."""
        action = self[name]
        action.setEnabled(not reason)
        action.setToolTip(reason_words(reason) or self._tip(name))

    def confine(self, name: str, widget: QWidget) -> None:
        """Lets the shortcut of an action work only while the focus is inside of a widget."""
        action = self[name]
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._window.removeAction(action)
        widget.addAction(action)

    def refresh_icons(self) -> None:
        """Tints the icons anew."""
        for spec in SPECS:
            if spec.icon:
                self[spec.name].setIcon(theme().icon(spec.icon))

    def retranslate(self) -> None:
        """Sets texts and tooltips in the language of now."""
        for spec in SPECS:
            action = self[spec.name]
            text = QCoreApplication.translate("Actions", spec.text)
            action.setText(text)
            action.setIconText(without_mnemonic(text).rstrip("…"))
            action.setToolTip(self._tip(spec.name))
            action.setStatusTip(QCoreApplication.translate("Actions", spec.tip))

    def _tip(self, name: str) -> str:
        spec = next(spec for spec in SPECS if spec.name == name)
        tip = QCoreApplication.translate("Actions", spec.tip)
        native = QKeySequence.SequenceFormat.NativeText
        keys = ", ".join(key.toString(native) for key in self[name].shortcuts())
        return f"{tip} ({keys})" if keys else tip
