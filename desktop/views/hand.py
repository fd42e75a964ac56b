"""What a hand moves from press to release, as one step of undo."""

from __future__ import annotations

from desktop.editor import Editor
from desktop.views.following import Following


class Hand:
    """A gesture of the editor's that one view began; another that begins takes over from it."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self.gesture = 0

    @property
    def moving(self) -> bool:
        """Whether its gesture is under way."""
        return bool(self.gesture) and self._editor.gesture == self.gesture

    def begin(self, text: str) -> None:
        """Starts a step."""
        self.gesture = self._editor.begin(text)

    def end(self, following: Following) -> None:
        """The step ends as soon as the last doodle that `following` wants has been shown."""
        gesture = self.gesture

        def commit() -> None:
            if self._editor.gesture == gesture:
                self._editor.commit()

        following.finish(commit)

    def let_go(self) -> None:
        """What still comes belongs to no step."""
        self.gesture = 0
