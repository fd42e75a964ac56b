"""Files and pictures: opened, saved, dropped."""

from desktop.marks import QT_TRANSLATE_NOOP

FILES = (
    QT_TRANSLATE_NOOP("Problems", "{name} could not be written ({reason}); try another place."),
    QT_TRANSLATE_NOOP("Problems", "{name} could not be read ({reason}); check where it is."),
    QT_TRANSLATE_NOOP("Problems", "{name} cannot be read ({reason}); try another copy."),
    QT_TRANSLATE_NOOP("Problems", "There is no picture in the folder {name}; choose another one."),
    QT_TRANSLATE_NOOP(
        "Problems", "{name} is larger than {size} MiB; it is no file of Doodlescape."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "The folder {name} could not be written; choose another place for it."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "{name} is damaged and cannot be opened; try another copy of it."
    ),
    QT_TRANSLATE_NOOP("Problems", "{name} is not a session of Doodlescape; choose a .doodle file."),
    QT_TRANSLATE_NOOP("Problems", "This file was made by a newer Doodlescape; update to open it."),
    QT_TRANSLATE_NOOP(
        "Problems", "This doodle is damaged and cannot be read; open another copy of the file."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "What this picture says of its doodles is damaged; open another copy of it."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "This picture was made by a newer Doodlescape; update to open it."
    ),
    QT_TRANSLATE_NOOP("Problems", "{name} is damaged; the directions in it are lost."),
    QT_TRANSLATE_NOOP("Problems", "{name} is damaged; the categories in it are lost."),
    QT_TRANSLATE_NOOP(
        "Problems", "The example doodle {category} is missing; install Doodlescape again."
    ),
)

PICTURES = (
    QT_TRANSLATE_NOOP("Problems", "{name} is larger than {size} MiB; use a smaller one."),
    QT_TRANSLATE_NOOP("Problems", "{name} is too large for a drawing; use a smaller one."),
    QT_TRANSLATE_NOOP("Problems", "{name} has too many pixels; use a smaller one."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{name} has {width} x {height} pixels, which is too many; "
        "use one of at most {most} million.",
    ),
    QT_TRANSLATE_NOOP("Problems", "There is no picture {name}; check where it is."),
    QT_TRANSLATE_NOOP(
        "Problems",
        "{name} is not a picture that can be read; save it as PNG or JPEG.",
    ),
    QT_TRANSLATE_NOOP("Problems", "Only pictures are taken together; drop {name} by itself."),
    QT_TRANSLATE_NOOP(
        "Problems", "{name} is not an SVG drawing that can be read; save it again as PNG."
    ),
    QT_TRANSLATE_NOOP("Problems", "{name} cannot be read ({detail}); save it again as PNG."),
    QT_TRANSLATE_NOOP("Problems", "The picture is empty; copy it again."),
    QT_TRANSLATE_NOOP(
        "Problems", "Only the first {count} pictures were taken; drop the others by themselves."
    ),
    QT_TRANSLATE_NOOP(
        "Problems",
        "Nothing is drawn in this picture; choose one with lines darker or lighter than the paper.",
    ),
)
