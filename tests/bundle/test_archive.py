"""Reading bundles from folders and zips: verified, bounded, never outside of the bundle."""

import io
import json
import os
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from toy_bundle import edit_manifest

from aemodel.bundle import archive, open_bundle
from aemodel.bundle.archive import read_bundle
from aemodel.bundle.manifest import MANIFEST_NAME, FileEntry
from aemodel.errors import BundleError

Toy = Callable[..., Path]


def zipped(folder: Path, prefix: str = "", **extra: bytes | zipfile.ZipInfo) -> Path:
    """The folder as a zip beside it."""
    target = folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.iterdir()):
            packed.write(path, f"{prefix}{path.name}")
    return target


@pytest.mark.parametrize("prefix", ["", "vae/"])
def test_a_zip_opens_as_its_folder_does(toy: Toy, prefix: str) -> None:
    folder = toy()
    assert read_bundle(zipped(folder, prefix)) == read_bundle(folder)
    assert open_bundle(zipped(folder, prefix)).name == open_bundle(folder).name


def test_other_files_in_the_folder_are_left_alone(toy: Toy) -> None:
    folder = toy()
    (folder / ".DS_Store").write_bytes(b"x")
    (folder / "README").mkdir()
    assert "README" not in read_bundle(folder)[1]


def test_what_is_not_there_is_said(tmp_path: Path, toy: Toy) -> None:
    with pytest.raises(BundleError, match="no model"):
        open_bundle(tmp_path / "nowhere")
    with pytest.raises(BundleError, match=r"lacks its file model\.json"):
        open_bundle(tmp_path)
    folder = toy()
    (folder / "decoder.tflite").unlink()
    with pytest.raises(BundleError, match=r"lacks its file decoder\.tflite"):
        open_bundle(folder)
    with pytest.raises(BundleError, match=r"lacks its file decoder\.tflite"):
        open_bundle(zipped(folder))


def test_any_altered_byte_is_noticed(toy: Toy) -> None:
    folder = toy()
    for path in sorted(folder.iterdir()):
        if path.name == MANIFEST_NAME:
            continue
        content = path.read_bytes()
        for place in (0, len(content) // 2, len(content) - 1):
            altered = bytearray(content)
            altered[place] ^= 1
            path.write_bytes(bytes(altered))
            with pytest.raises(BundleError, match=f"{path.name} was altered"):
                open_bundle(folder)
        path.write_bytes(content[:-1])
        with pytest.raises(BundleError, match="cut short or altered"):
            open_bundle(folder)
        path.write_bytes(content)
    assert open_bundle(folder)


def test_an_oversized_file_is_refused_before_it_is_read(toy: Toy) -> None:
    folder = toy()
    with (folder / "encoder.tflite").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(BundleError, match="more than the"):
        open_bundle(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")
def test_links_are_refused(toy: Toy, tmp_path: Path) -> None:
    folder = toy()
    path = folder / "encoder.tflite"
    path.replace(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BundleError, match="is a link"):
        open_bundle(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_does_not_hang_the_program(toy: Toy) -> None:
    folder = toy()
    (folder / "encoder.tflite").unlink()
    os.mkfifo(folder / "encoder.tflite")
    with pytest.raises(BundleError, match="regular file"):
        open_bundle(folder)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip at all" * 100])
def test_a_file_that_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "model.zip"
    path.write_bytes(content)
    with pytest.raises(BundleError, match="neither a folder nor an intact zip"):
        open_bundle(path)


@pytest.mark.parametrize("name", ["../evil", "/evil", "a/../../evil", "a\\..\\evil", "C:evil"])
def test_a_zip_with_a_path_that_leads_out_is_refused(toy: Toy, name: str) -> None:
    path = zipped(toy())
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(zipfile.ZipInfo(name), b"x")
    with pytest.raises(BundleError, match="leads out"):
        open_bundle(path)


def test_a_zip_with_a_link_is_refused(toy: Toy) -> None:
    path = zipped(toy())
    link = zipfile.ZipInfo("link")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(link, b"/etc/passwd")
    with pytest.raises(BundleError, match="a link"):
        open_bundle(path)


def test_a_zip_of_two_models_or_none_is_refused(toy: Toy, tmp_path: Path) -> None:
    path = zipped(toy(), "one/")
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("two/model.json", b"{}")
    with pytest.raises(BundleError, match="more than one"):
        open_bundle(path)
    with zipfile.ZipFile(tmp_path / "none.zip", "w") as packed:
        packed.writestr("deep/in/model.json", b"{}")
    with pytest.raises(BundleError, match=r"no model\.json"):
        open_bundle(tmp_path / "none.zip")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_zip_that_holds_a_name_twice_is_refused(toy: Toy) -> None:
    path = zipped(toy())
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("encoder.tflite", b"x")
    with pytest.raises(BundleError, match="twice"):
        open_bundle(path)


def test_a_zip_of_thousands_of_entries_is_refused(toy: Toy) -> None:
    path = zipped(toy())
    with zipfile.ZipFile(path, "a") as packed:
        for number in range(archive.ZIP_ENTRY_LIMIT):
            packed.writestr(f"x/{number}", b"")
    with pytest.raises(BundleError, match="a few files"):
        open_bundle(path)


def bomb(toy: Toy, content: bytes) -> Path:
    """A zipped bundle whose encoder is `content`, promised as such in its manifest."""
    folder = toy()
    entry = FileEntry.of("encoder.tflite", content)
    (folder / entry.name).write_bytes(content)
    files = json.loads((folder / MANIFEST_NAME).read_text())["files"]
    files = [f for f in files if f["name"] != entry.name]
    files.append({"name": entry.name, "size": entry.size, "sha256": entry.sha256})
    edit_manifest(folder, files=files)
    return zipped(folder)


def test_a_bomb_is_refused_by_its_ratio(toy: Toy) -> None:
    with pytest.raises(BundleError, match="times its size"):
        open_bundle(bomb(toy, bytes(20 << 20)))


def test_a_zip_that_unpacks_to_too_much_is_refused(
    toy: Toy, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(toy())
    monkeypatch.setattr(archive, "FILE_LIMIT", 1000)
    with pytest.raises(BundleError, match="more than the 1,000 allowed"):
        open_bundle(path)
    monkeypatch.setattr(archive, "TOTAL_LIMIT", 100)
    with pytest.raises(BundleError, match="larger than"):
        open_bundle(path)


def test_a_zip_that_lies_about_sizes_is_refused(toy: Toy) -> None:
    path = bomb(toy, bytes(2 << 20))
    content = bytearray(path.read_bytes())
    true_size = (2 << 20).to_bytes(4, "little")
    place = content.rfind(true_size)
    while place >= 0:
        content[place : place + 4] = (1000).to_bytes(4, "little")
        place = content.rfind(true_size, 0, place)
    path.write_bytes(bytes(content))
    with pytest.raises(BundleError, match="encoder"):
        open_bundle(path)


def test_an_encrypted_zip_is_refused(toy: Toy) -> None:
    path = zipped(toy())
    content = bytearray(path.read_bytes())
    place = content.find(b"PK\x01\x02")
    while place >= 0:
        content[place + 8] |= 1
        place = content.find(b"PK\x01\x02", place + 1)
    path.write_bytes(bytes(content))
    with pytest.raises(BundleError, match="encrypted"):
        open_bundle(path)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(damage=st.data())
def test_a_damaged_zip_opens_as_it_was_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, small_zip: bytes, damage: st.DataObject
) -> None:
    place = damage.draw(st.integers(0, len(small_zip) - 1))
    value = damage.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged.zip"
    path.write_bytes(small_zip[:place] + bytes([value]) + small_zip[place + 1 :])
    try:
        manifest, files = read_bundle(path)
    except BundleError as error:
        assert str(error)
    else:
        assert files == {"map.npz": b"doodle" * 9}
        assert manifest.name == "vae"


@pytest.fixture(scope="module")
def small_zip() -> bytes:
    """A zip of a manifest and one small file."""
    content = b"doodle" * 9
    entry = FileEntry.of("map.npz", content)
    tree = {
        "schema": 1, "name": "vae", "title": "V", "kind": "vae", "latent_size": 2,
        "categories": [], "prior": {"kind": "none"}, "missing": {}, "data": {}, "training": {},
        "metrics": {}, "files": [{"name": "map.npz", "size": 54, "sha256": entry.sha256}],
    }  # fmt: skip
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(MANIFEST_NAME, json.dumps(tree))
        packed.writestr("map.npz", content)
    assert np.frombuffer(buffer.getvalue(), np.uint8).size > 400
    return buffer.getvalue()
