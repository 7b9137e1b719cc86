"""Pictures as they are published."""

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from handouts.pictures import published_picture

ORIENTATION, CAMERA = 0x0112, 0x010F


def draw(path, **said):
    """A picture of three by two squares, red where its top left corner is."""
    picture = Image.new("RGB", (48, 32), "white")
    picture.paste("red", (0, 0, 16, 16))
    picture.save(path, **said)
    return path


def exif(orientation=1):
    said = Image.Exif()
    said[ORIENTATION], said[CAMERA] = orientation, "A camera"
    said.get_ifd(0x8825).update({1: "N", 2: (51.0, 28.0, 0.0)})
    return said


def author():
    said = PngInfo()
    said.add_text("Author", "Jane")
    return said


SAYING = {
    "photo.jpg": {"exif": exif(), "comment": b"Jane", "xmp": b"<x:xmpmeta>Jane</x:xmpmeta>"},
    "photo.webp": {"exif": exif(), "lossless": True},
    "photo.png": {"exif": exif(), "pnginfo": author()},
}


@pytest.mark.parametrize(("name", "said"), SAYING.items())
def test_a_picture_leaves_without_what_stands_beside_it(tmp_path, name, said):
    published = published_picture(draw(tmp_path / name, **said), tmp_path)
    content = published.read_bytes()
    assert [words for words in (b"A camera", b"Jane", b"Exif\0\0", b"xmpmeta") if words in content] == []
    assert not Image.open(published).getexif()


@pytest.mark.parametrize("name", SAYING)
def test_a_picture_that_lies_on_its_side_is_turned(tmp_path, name):
    shown = Image.open(published_picture(draw(tmp_path / name, exif=exif(orientation=6)), tmp_path)).convert("RGB")
    assert shown.size == (32, 48)
    assert shown.getpixel((26, 4))[1] < 60 < shown.getpixel((4, 4))[1]


@pytest.mark.parametrize("name", [*SAYING, "photo.gif"])
def test_a_picture_that_says_nothing_is_published_as_it_is(tmp_path, name):
    path = draw(tmp_path / name)
    assert published_picture(path, tmp_path) == path


def test_what_is_no_picture_is_published_as_it_is(tmp_path):
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    assert published_picture(tmp_path / "photo.jpg", tmp_path) == tmp_path / "photo.jpg"


def test_a_copy_is_made_once(tmp_path):
    path = draw(tmp_path / "photo.jpg", exif=exif())
    first = published_picture(path, tmp_path)
    made = first.stat().st_mtime_ns
    assert published_picture(path, tmp_path) == first
    assert first.stat().st_mtime_ns == made
