"""The pages of Help, one for each panel and a few about the whole.

Texts are HTML, marked for translation here and translated in `help`. Beneath each page Help lists
the actions named in `actions` and those of the menus in `menus`, so that no shortcut is written
down twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.marks import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Page:
    """`name` is that of its panel, or any other word for a page about the whole."""

    name: str
    title: str
    body: str
    menus: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


PAGES = (
    Page(
        "start",
        QT_TRANSLATE_NOOP("Help", "Start here"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>Everything in the window is about one thing, the <b>current doodle</b>. Draw it, "
            "find it on the map, pick it among sketches, morph or mix it: every panel shows the "
            "same doodle and every panel can change it.</p>"
            "<p>A small neural network, an <i>autoencoder</i>, squeezes each drawing into a short "
            "row of numbers, its <b>latent</b>, and draws it anew from those numbers alone. What "
            "comes out is how the model understood you.</p>"
            "<p>Whatever becomes of the doodle, the shelf, the morph and the mix is one step back "
            "with Undo, so try whatever you like.</p>",
        ),
        actions=("undo", "redo", "palette", "help", "tour", "settings"),
    ),
    Page(
        "draw",
        QT_TRANSLATE_NOOP("Help", "Draw"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>Draw with mouse, pen or finger. The model sees your strokes as a picture of 28×28 "
            "pixels, made the way the drawings of its training were made; neither the width of the "
            "pen nor the size of the page changes that.</p>"
            "<p>The right mouse button rubs out. A pen tablet draws thicker where you press "
            "harder, and its other end erases. Two fingers move and scale the drawing.</p>"
            "<p>Open, paste or drop a picture, even a photograph of paper on a table: you see what "
            "becomes of it before it is taken. The model learnt from drawings of lines: lines are "
            "redrawn along their middle, filled shapes along their outline. Several pictures at "
            "once go to the shelf.</p>"
            "<p>When the current doodle was not drawn by you, it lies on the page as a ghost that "
            "you can trace, or turn into ink.</p>",
        ),
        actions=(
            *("pen", "eraser", "rubber", "place", "mirror", "turn_into_ink", "clear"),
            *("copy", "paste", "examples"),
        ),
    ),
    Page(
        "seen",
        QT_TRANSLATE_NOOP("Help", "Seen as"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>The doodle as the model redraws it, live while you draw. While the pen moves, the "
            "model reads your drawing at a glance; when it lifts, a model such as Atlas reads it "
            "again, compares and finds the small things: eyes, whiskers. Smooth outlines are "
            "crisp at any size; raw pixels show what really came out of the model.</p>"
            "<p>Beneath you see the 28×28 picture that the model was given and, if the model can "
            "tell, what it takes your drawing for. Where it is rather sure of that, it also says "
            "how likely it finds such a drawing, among real ones. That is no mark: plain drawings "
            "are likely, those with many details of their own are rarer.</p>"
            "<p>The noise slider disturbs what the model is given, not your drawing. Atlas has "
            "learnt to take noise away: it still finds your drawing under grain and specks that "
            "you can hardly see through; a strong shake misleads it. Models that have not learnt "
            "it redraw roughly and so smooth some of the noise away.</p>"
            "<p><b>More like this</b> proposes variations, <b>Finish my sketch</b> goes on where "
            "you stopped; click a proposal to take it.</p>",
        ),
        actions=(
            *("outlines", "more_noise", "less_noise", "no_noise", "next_noise"),
            *("more_like_this", "finish_sketch", "ask_again", "hide_proposals"),
        ),
    ),
    Page(
        "map",
        QT_TRANSLATE_NOOP("Help", "Map"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>All doodles on one sheet: similar ones lie close together, colours tell the "
            "categories, and the shading is stronger where real drawings are dense. The marker is "
            "your doodle. Click to jump, drag to wander; the arrow keys move the marker, with "
            "Shift in long steps. The wheel, plus and minus, or two fingers zoom; two fingers, the "
            "right button, or Ctrl with the arrow keys move the map.</p>"
            "<p>Click categories beneath the map, or choose them under <b>Show only</b> in the Map "
            "menu, to see no others: the thumbnails, the neighbours and what a click brings are of "
            "these. <b>Nearby</b> are doodles you kept and the densest places around yours; click "
            "one to take it.</p>"
            "<p><b>Draw a way</b> and your doodle walks along it. With the keys: arrows move the "
            "marker, the space bar sets a point, Enter sets the last one, Escape gives up.</p>"
            "<p>Two numbers cannot say everything about a doodle, so the map is an approximation. "
            "Your doodle's own details travel along a little way, and give way to what drawings "
            "have there; switch them off to see what the place alone means.</p>"
            "<p><b>Axes</b> is a pad of any two directions along which doodles differ, the "
            "widest first; <b>Sliders</b> has the ten leading ones. Both are counted in standard "
            "deviations (σ) from the mean.</p>",
        ),
        ("map",),
    ),
    Page(
        "sketches",
        QT_TRANSLATE_NOOP("Help", "Generate"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>New doodles that nobody drew, as many as you like. The same seed with the same "
            "settings always brings the same sketches back, and Undo those that were there before. "
            "A low temperature gives typical doodles, a high one gives surprises. Atlas draws "
            "several for each and shows the first that one would take for a person's.</p>"
            "<p>Click a sketch to make it the current doodle, or drag it to another panel. A "
            "vanilla autoencoder cannot do this, and says why.</p>"
            "<p>Ctrl with a click or the space bar selects several, Shift all that lie between: to "
            "compare them large, to keep them, or to save them as one sheet. "
            "<b>Many to a folder</b> goes on with the same row of sketches, by the thousand; each "
            "file remembers how its doodle was made.</p>"
            "<p><b>Teach it something new</b>: draw anything a few times, five or more are best, "
            "and give it a name. It then stands in the category menu as yours; every model learns "
            "it from your drawings, and it can go to others as a file.</p>",
        ),
        ("generate",),
    ),
    Page(
        "shelf",
        QT_TRANSLATE_NOOP("Help", "Shelf"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>A shelf for the doodles you want to keep. Drag them in from any panel and out to "
            "any panel, or to another program as a picture; drop pictures that were made here to "
            "get their doodles back. Renaming and deleting can be undone.</p>"
            "<p>Ctrl with a click or the space bar selects several, Shift all that lie between: to "
            "delete them or to save them as one sheet. "
            "Arrow keys walk along, with Ctrl they move a doodle; Enter makes it the current "
            "one.</p>",
        ),
        actions=("keep", "rename", "discard", "shelf_sheet"),
    ),
    Page(
        "morph",
        QT_TRANSLATE_NOOP("Help", "Morph"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>Set a doodle as A and another as B, then walk between them with the slider or "
            "along the film beneath. Each point on the way is a whole doodle of its own, and you "
            "can draw on from there.</p>"
            "<p>Doodles can be dropped on the places and between them from any panel; dragging a "
            "keyframe moves it in the row. Drag a picture of the film up or down to take it to "
            "another panel. The arrow keys move the slider; no mouse is needed.</p>"
            "<p>The path <b>through drawings</b> is the model's own: whatever lies between is a "
            "drawing too. The others go straight, along great circles, or on one smooth curve "
            "through all keyframes, and may cross places where nothing is drawn.</p>"
            "<p>A saved GIF or strip remembers its keyframes: drop it on the window to get them "
            "back.</p>",
        ),
        ("morph",),
    ),
    Page(
        "mix",
        QT_TRANSLATE_NOOP("Help", "Mix"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>Arithmetic with doodles: A − B + C takes away what B has and adds what C has. "
            "The weights say how strongly; a click on a sign makes plus of minus. Delete empties "
            "a place, and takes an empty one away.</p>"
            "<p>A <b>direction</b> is the difference between two groups of doodles, such as cats "
            "with whiskers and cats without; saved, it becomes a slider for any doodle.</p>",
        ),
        ("mix",),
    ),
    Page(
        "files",
        QT_TRANSLATE_NOOP("Help", "Files"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>A session is saved with everything in it: drawing, shelf, morph and mix, with "
            "your directions and what you have taught. Nothing is lost if the program ends "
            "unexpectedly: it shows what it kept at the next start, and what you do not bring "
            "back waits under Open recent.</p>"
            "<p>Pictures leave as PNG or as SVG, crisp at any size. They carry how they were made: "
            "drop one on the window and the doodle is back, with the model that made it.</p>"
            "<p>Other pictures are cleaned up: dropped on the page, you see how before it is done; "
            "dropped on the shelf, the morph or the mix, they become doodles right there, and "
            "several at once, or a whole folder, go to the shelf.</p>",
        ),
        ("file",),
    ),
    Page(
        "models",
        QT_TRANSLATE_NOOP("Help", "Models"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>Another model, another opinion: switch, and your drawing stays and is seen anew. "
            "The vanilla autoencoder redraws well but cannot invent; the variational one can, a "
            "little blurred; Atlas draws crisp doodles of every category it knows.</p>"
            "<p>The card of a model tells how it was trained and how well it does. You can open a "
            "model of your own, trained with this project's <code>aemodel</code> command; it stays "
            "in the menu until you take it off there; its file is never touched.</p>",
        ),
        ("model",),
    ),
    Page(
        "window",
        QT_TRANSLATE_NOOP("Help", "Window and keys"),
        QT_TRANSLATE_NOOP(
            "Help",
            "<p>Everything can be done with the keyboard: Tab goes from one control to the next, "
            "and the command palette finds any action by a word of what it is called or does.</p>"
            "<p>Panels can be dragged by their titles, laid on one another as tabs, and hidden in "
            "the View menu, which ticks those that are shown; the window remembers where you put "
            "them. Tabs are dragged into another order; to pull a panel out from among them, drag "
            "it by the empty part of the bar beneath its tab. "
            "Ctrl, Shift and an arrow move the panel that has the keys: alone, it joins the "
            "tabs beside it; from among tabs, it gets a place of its own. "
            "Shift and F2 to F8 go to a panel, from behind its tab if need be; the same keys "
            "once more hide it.</p>",
        ),
        ("view", "help"),
    ),
)
