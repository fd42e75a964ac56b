"""Where an animation is at a moment: once through, in a loop, or to and fro. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

ONCE, LOOP, PING_PONG = "once", "loop", "ping-pong"
REPEATS = (ONCE, LOOP, PING_PONG)


@dataclass(frozen=True)
class Playback:
    """A way from 0 to `length` walked at so many units a second, now at `position`.

    repeat: `once` stops at the end, `loop` begins again, `ping-pong` turns round at both ends.
    forward: the direction of now; only `ping-pong` ever goes back.
    """

    length: float
    repeat: str = ONCE
    position: float = 0.0
    forward: bool = True

    @property
    def finished(self) -> bool:
        """Whether nothing more will move."""
        return self.length <= 0 or (self.repeat == ONCE and self.position >= self.length)

    def advanced(self, distance: float) -> Playback:
        """After walking `distance` >= 0 further."""
        if self.length <= 0:
            return replace(self, position=0.0)
        if self.repeat == PING_PONG:
            # To and fro is a loop of twice the length, folded.
            at = self.position if self.forward else 2 * self.length - self.position
            at = (at + distance) % (2 * self.length)
            forward = at < self.length
            return replace(self, position=at if forward else 2 * self.length - at, forward=forward)
        at = self.position + distance
        if self.repeat == LOOP:
            return replace(self, position=at % self.length, forward=True)
        return replace(self, position=min(at, self.length), forward=True)

    def restarted(self) -> Playback:
        """From the beginning, if it has come to its end."""
        return replace(self, position=0.0, forward=True) if self.finished else self
