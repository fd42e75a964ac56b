"""Files are written whole or not at all."""

import os
import stat
import sys
from pathlib import Path

import pytest

from aemodel.files import replacing, replacing_folder

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX modes and links")


def test_a_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with replacing(path) as part:
        part.write_text("new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_block_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(RuntimeError), replacing(path) as part:
        part.write_text("half")
        raise RuntimeError
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@POSIX
def test_links_are_followed_and_devices_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    with replacing(link) as part:
        part.write_text("new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    with replacing(Path(os.devnull)) as part:
        part.write_text("nothing")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@POSIX
def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    with replacing(tmp_path / "a") as part:
        part.write_text("x")
    (tmp_path / "b").write_text("x")
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_a_folder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "old").write_text("x")
    with replacing_folder(folder) as part:
        (part / "new").write_text("y")
        assert (folder / "old").exists()
    assert [path.name for path in folder.iterdir()] == ["new"]
    with pytest.raises(RuntimeError), replacing_folder(folder) as part:
        raise RuntimeError
    assert [path.name for path in folder.iterdir()] == ["new"]
    assert list(tmp_path.iterdir()) == [folder]
