"""The pictures that both languages share, and how wide and how high any is, so that a page keeps its place while it loads."""

import re
from pathlib import Path, PurePath
from xml.etree import ElementTree

from sources.files import SHARED, files_in, is_file

PHOTOGRAPHS = {".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp"}
KINDS = {*PHOTOGRAPHS, ".svg"}
# A drawing that has proportions and no size fills the column in browsers: no column is as wide as this.
_FILLING = 2000
# Pixels of a browser in the units of a drawing, by their names.
_UNITS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4}
_NUMBER = r"-?(?:\d{1,6}(?:\.\d*)?|\.\d+)"
_LENGTH = re.compile(rf"({_NUMBER})\s*(|px|pt|pc|in|cm|mm)")
_BOX = re.compile(r"[\s,]+".join([rf"({_NUMBER})"] * 4))
_TURNED = {5, 6, 7, 8}  # by a quarter, as cameras note it


def shared_pictures(root: Path) -> list[str]:
    """The pictures that both languages share, from the repository root; what else lies beside them is not published."""
    return [path.relative_to(root).as_posix() for path in files_in(root / SHARED.folder) if is_picture(path)]


def is_picture(path: PurePath) -> bool:
    """Whether a file is one by its name."""
    return path.suffix.lower() in KINDS


def size_of(path: Path) -> tuple[int, int] | None:
    """The width and height in pixels that a browser gives a picture; None where the file does not say."""
    if not is_file(path):
        return None
    size = _size_of_drawing(path) if path.suffix.lower() == ".svg" else _size_of_photograph(path) if path.suffix.lower() in PHOTOGRAPHS else None
    return size if size and min(size) > 0 else None


def _size_of_photograph(path: Path) -> tuple[int, int] | None:
    # Most builds have no picture.
    from PIL import Image

    try:
        with Image.open(path) as picture:
            width, height = picture.size
            return (height, width) if picture.getexif().get(0x0112) in _TURNED else (width, height)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None  # The guard tells of a picture that cannot be opened.


def _size_of_drawing(path: Path) -> tuple[int, int] | None:
    try:
        root = ElementTree.fromstring(path.read_bytes())
    except ElementTree.ParseError:
        return None
    width, height = (_pixels(root.get(name, "")) for name in ("width", "height"))
    if width and height:
        return round(width), round(height)
    box = _BOX.fullmatch(root.get("viewBox", "").strip())
    if not box or float(box[3]) <= 0 or float(box[4]) <= 0:
        return None
    proportion = float(box[4]) / float(box[3])
    width = width or (height / proportion if height else _FILLING)
    return round(width), round(width * proportion)


def _pixels(length: str) -> float | None:
    said = _LENGTH.fullmatch(length.strip())
    return float(said[1]) * _UNITS[said[2]] if said else None
