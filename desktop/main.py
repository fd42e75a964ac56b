"""Starts the window: `doodlescape`, or `python -m desktop`."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
from collections.abc import Sequence
from types import TracebackType

from desktop.clock import milliseconds_since_start

# Before NumPy loads: its arrays are small here, and waking more threads costs more than they save.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs until the window is closed; returns the exit status."""
    arguments = _arguments(argv)
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    # Every point of the pen counts; what is costly is done once a frame anyway. Only now, because
    # an application on X11 begins with events that are thinned out while it is busy.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, on=False)
    app.setApplicationName("Doodlescape")
    app.setApplicationDisplayName("Doodlescape")

    from desktop.settings import SettingsStore
    from desktop.theme import install_theme
    from desktop.window import MainWindow

    # The GUI thread gets its turn soon, even while a background task computes in Python.
    sys.setswitchinterval(0.001)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    settings = SettingsStore()
    install_theme(app).choose(settings.values.theme)
    window = MainWindow(settings, arguments.model, arguments.file)
    _report_surprises(window)
    if arguments.smoke_test:
        from desktop.smoke import SmokeTest

        test = SmokeTest(window, arguments.report, milliseconds_since_start)
        window.show()
        test.start()
    else:
        window.show()
        if not settings.values.tour_seen:
            window.models.opened.connect(
                window.dialogs.offer_tour, Qt.ConnectionType.SingleShotConnection
            )
    try:
        return app.exec()
    finally:
        window.close()


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    from aemodel import __version__

    parser = argparse.ArgumentParser(
        prog="doodlescape", description="Draw a cat and see how a model redraws it."
    )
    parser.add_argument("--version", action="version", version=f"Doodlescape {__version__}")
    parser.add_argument("file", nargs="?", default="", help="a session or a picture to open")
    parser.add_argument(
        "--model", default="", metavar="NAME_OR_PATH", help="the model to open first"
    )
    parser.add_argument(
        "--smoke-test",
        action="store_true",
        help="draw, sample, morph and use the map by itself, print one line of JSON and exit",
    )
    parser.add_argument("--report", default="", metavar="FILE", help="also write that line here")
    return parser.parse_args(argv)


def _report_surprises(window: object) -> None:
    """An error nobody expected becomes a sentence in the window; the details go to the log."""
    from desktop.problems import surprise_words
    from desktop.window import MainWindow

    def surprised(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        logging.getLogger("desktop").error("unexpected error", exc_info=(kind, error, trace))
        if isinstance(window, MainWindow):
            window.editor.say(surprise_words())

    sys.excepthook = surprised


if __name__ == "__main__":
    sys.exit(main())
