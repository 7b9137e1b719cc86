"""How large a browser will show a picture, read from its file."""

import pytest
from PIL import Image

from sources.pictures import size_of

DRAWINGS = {
    'width="300" height="200"': (300, 200),
    'width="10mm" height="1in" viewBox="0 0 5 5"': (38, 96),
    'width="30" viewBox="0 0 12 8"': (30, 20),
    'height="30px" viewBox="-1,-1,12,8"': (45, 30),
    # With proportions alone it is as wide as its column.
    'viewBox="0 0 12 8"': (2000, 1333),
    'width="100%" viewBox="0 0 12 8"': (2000, 1333),
    'viewBox="0 0 0 8"': None,
    'viewBox="wide"': None,
    'viewBox="- . e 8"': None,
    'width="1.2.3" height="8"': None,
    f'width="{"9" * 400}" height="8"': None,
    "": None,
}


@pytest.mark.parametrize(("said", "size"), DRAWINGS.items())
def test_the_size_of_a_drawing(tmp_path, said, size):
    (tmp_path / "a.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {said}/>', encoding="utf-8")
    assert size_of(tmp_path / "a.svg") == size


@pytest.mark.parametrize("name", ["a.avif", "a.gif", "a.jpg", "a.PNG", "a.webp"])
def test_the_size_of_a_photograph(tmp_path, name):
    Image.new("RGB", (30, 20)).save(tmp_path / name)
    assert size_of(tmp_path / name) == (30, 20)


def test_a_photograph_that_was_turned_is_as_high_as_it_was_wide(tmp_path):
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (30, 20)).save(tmp_path / "a.jpg", exif=exif)
    assert size_of(tmp_path / "a.jpg") == (20, 30)


@pytest.mark.parametrize("name", ["a.svg", "a.png", "a.txt"])
def test_what_is_no_picture_has_no_size(tmp_path, name):
    (tmp_path / name).write_bytes(b"\x89PNG no more")
    assert size_of(tmp_path / name) is None
    assert size_of(tmp_path / f"gone-{name}") is None
