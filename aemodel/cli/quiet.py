"""Keeps the start-up chatter of native libraries off the terminal."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator


@contextlib.contextmanager
def quiet_start() -> Iterator[None]:
    """What native code writes to stderr inside the block is shown only if the block fails.

    TensorFlow greets with half a dozen lines on its processor and on the lack of a GPU that no
    setting of its own turns off. Python's own stderr is left as it is.
    """
    sys.stderr.flush()
    terminal = os.dup(2)
    with tempfile.TemporaryFile() as held:
        os.dup2(held.fileno(), 2)
        try:
            yield
        except BaseException:
            held.seek(0)
            os.write(terminal, held.read())
            raise
        finally:
            os.dup2(terminal, 2)
            os.close(terminal)
