"""Doodles that are dropped: from panels of the window, from other programs, as files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QDropEvent, QImage

from aemodel.errors import DataError
from desktop.background import Job, run_in_background
from desktop.editor import Editor
from desktop.files.folders import is_folder
from desktop.files.morph import carries_morph, morph_of_file
from desktop.files.recipe import doodles_of_file
from desktop.pictures import SUFFIXES, clean_up, open_picture
from desktop.problems import problem_words
from desktop.state.doodle import Doodle
from desktop.state.origin import Opened
from desktop.views.carrying import DOODLE_MIME, mime_doodles
from desktop.views.words import list_words

translate = QCoreApplication.translate

Doodles = tuple[Doodle, ...]
Problems = list[tuple[str, Exception]]
Source = tuple[Path | QImage, str]
MOST_TAKEN = 1000
TOO_MANY = "Only the first {count} pictures were taken; drop the others by themselves."
ALONE = "Only pictures are taken together; drop {name} by itself."
NO_PICTURES = "There is no picture in the folder {name}; choose another one."


def copy_of(event: QDropEvent) -> None:
    """Accepts, as a copy: whoever is told that a file was moved may delete it."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def files_of(data: QMimeData) -> list[Path]:
    """The files of this computer among what is dropped."""
    urls = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def is_picture(path: Path) -> bool:
    """By its name."""
    return path.suffix.lower().lstrip(".") in SUFFIXES


def is_pictures(path: Path) -> bool:
    """A picture, or a folder that may have some."""
    return is_picture(path) or is_folder(path)


def brings_doodles(data: QMimeData) -> bool:
    """Whether there are doodles in it, or pictures that doodles may be made of."""
    if data.hasFormat(DOODLE_MIME):
        return True
    files = files_of(data)
    return any(map(is_pictures, files)) or (data.hasImage() and not files)


def brings_morph(data: QMimeData) -> bool:
    """Whether it is the picture of a morph, to be opened as a whole."""
    return not data.hasFormat(DOODLE_MIME) and any(map(carries_morph, files_of(data)[:1]))


def receive(editor: Editor, data: QMimeData, then: Callable[[Doodles], None]) -> None:
    """Gives `then` the doodles that are dropped: at once, or when the files have been read."""
    doodles = mime_doodles(data)
    if doodles:
        then(doodles)
        return

    def received(result: tuple[Doodles, Problems]) -> None:
        arrived, problems = result
        editor.say("")
        if arrived:
            then(arrived)
        if problems:
            # What became of the others, if that was said, stays beside it.
            editor.say(f"{editor.document.state.notice} {words_of(problems)}".strip())

    run_in_background(doodles_in(data), received)


def words_of(problems: Problems) -> str:
    """What became of one file, and why; of several, which could not be taken."""
    about = [(name, problem_words(error)) for name, error in problems]
    names = [name for name, _ in about if name]
    if len(names) < 2:
        said = [words if name in words else f"{name}: {words}" for name, words in about]
    else:
        each = translate("Incoming", "{names} could not be taken; try each by itself.")
        said = [each.format(names=list_words(names))]
        said += [words for name, words in about if not name]
    return " ".join(said)


def doodles_in(data: QMimeData) -> Callable[[Job], tuple[Doodles, Problems]]:
    """A task that reads the pictures that were dropped, cleaned up without asking.

    Of a folder those in it. What cannot be read does not keep the others away; names and reasons
    come with them.
    """
    sources: list[Source] = [(file, file.name) for file in files_of(data)]
    if not sources and data.hasImage():
        image = data.imageData()
        name = translate("Incoming", "Dropped picture")
        sources = [(image if isinstance(image, QImage) else QImage(image), name)]

    def task(job: Job) -> tuple[Doodles, Problems]:
        doodles: list[Doodle] = []
        problems: Problems = []
        for source, name in _unfolded(sources, problems):
            try:
                doodles += _doodles_of(source, name)
            except DataError as error:
                problems.append((name, error))
        return tuple(doodles), problems

    return task


def _unfolded(sources: list[Source], problems: Problems) -> list[Source]:
    """With the pictures of folders instead of the folders; at most MOST_TAKEN."""
    found: list[Source] = []
    for source, name in sources:
        if isinstance(source, Path) and len(sources) > 1 and not is_pictures(source):
            problems.append((name, DataError(ALONE.format(name=name))))
        elif isinstance(source, Path) and is_folder(source):
            try:
                found += [(path, path.name) for path in _pictures_in(source)]
            except DataError as error:
                problems.append((name, error))
        else:
            found.append((source, name))
    if len(found) > MOST_TAKEN:
        problems.append(("", DataError(TOO_MANY.format(count=MOST_TAKEN))))
    return found[:MOST_TAKEN]


def _pictures_in(folder: Path) -> list[Path]:
    """By name; those in folders of the folder are not meant. Raises DataError."""
    name = folder.name
    try:
        found = sorted(path for path in folder.iterdir() if is_picture(path))
    except OSError as error:
        raise DataError(f"{name} cannot be read ({error.strerror}); try another copy.") from error
    if not found:
        raise DataError(NO_PICTURES.format(name=name))
    return found


def _doodles_of(source: Path | QImage, name: str) -> Doodles:
    if isinstance(source, Path):
        if carries_morph(source):
            return morph_of_file(source).keyframes
        made_here = doodles_of_file(source)
        if made_here:
            return made_here
    cleaned = clean_up(open_picture(source, name), None)
    if cleaned.image is None:
        raise DataError(cleaned.problem)
    return (Doodle(Opened(name[:200]), input=cleaned.image),)
