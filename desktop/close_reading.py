"""Reads closely, in the background, what the model has only seen at a glance, or not yet.

A model with a `refinement` reads a drawing several times, which takes more than half a frame. So
all that a hand waits for is read once, in the GUI thread, and marked (`Doodle.glance`). A drawing
with much ink takes as long with any model: it is marked before it has been read. As soon as
no gesture is under way, such doodles are read closely here, the current one first, and what is
shown of them becomes finer, without a step of undo. What has changed meanwhile does not come back:
the close reading is only remembered, by the engine, for undo and redo.

A doodle may leave before that. Sessions are saved with the mark, and their doodles read closely
when they are opened; what is exported, copied or varied is read closely first, in the background;
one that is kept, or put into the morph or the mix, is read closely where it is.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.background import Job, run_in_background
from desktop.editor import Editor
from desktop.paint.cache import warm
from desktop.state.document import LATENT_FIELDS, doodles_of


class CloseReading(QObject):
    """Watches the document of an editor; one doodle at a time is being read."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._job: Job | None = None
        editor.document.observe(lambda _: self._look(), *LATENT_FIELDS, "model")
        editor.rested.connect(self._look)

    def _look(self) -> None:
        """Shows what has been read meanwhile, or reads what is next."""
        if self._job is not None or self._editor.gesture:
            return
        engine, state = self._editor.engine, self._editor.document.state
        glanced = [d for d in doodles_of(state) if d.glance and d.model == engine.name]
        if any(engine.closer(doodle) is not doodle for doodle in glanced):
            self._editor.look_again()  # which is a change, and leads here again
        elif glanced:
            self._job = run_in_background(
                lambda job: warm([engine.closely(glanced[0])]),
                lambda _: self._read(),
                self._failed,
                urgent=True,
            )

    def _read(self) -> None:
        self._job = None
        self._look()

    def _failed(self, _: Exception) -> None:
        """It stays as it is until something changes."""
        self._job = None
