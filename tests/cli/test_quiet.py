"""Native chatter is held back, and shown when it matters."""

import os

import pytest

from aemodel.cli.quiet import quiet_start


def test_native_messages_are_dropped(capfd: pytest.CaptureFixture[str]):
    with quiet_start():
        os.write(2, b"chatter\n")
    os.write(2, b"after\n")
    assert capfd.readouterr().err == "after\n"


def test_native_messages_are_shown_when_the_start_fails(capfd: pytest.CaptureFixture[str]):
    with pytest.raises(ImportError), quiet_start():
        os.write(2, b"libcudart is missing\n")
        raise ImportError
    assert capfd.readouterr().err == "libcudart is missing\n"
