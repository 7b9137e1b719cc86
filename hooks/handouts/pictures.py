"""Photographs as they are published: upright, and without what a camera writes beside them, such as where they were taken."""

import hashlib
import io
from pathlib import Path
from typing import Any

from sources.writing import write_whole

CACHE = ".cache/pictures"
_KINDS = {".jpeg", ".jpg", ".png", ".webp"}
# What a picture file may say besides the picture; its colours stay true with the profile.
_BESIDE = {"exif", "xmp", "photoshop", "comment", "XML:com.adobe.xmp"}
_QUALITY = 88


def published_picture(path: Path, root: Path) -> Path:
    """The file that is published for one in the sources: itself, or for a picture that says more than it shows a copy that does not.

    A copy is kept below the repository root, by the content of its picture.
    """
    if path.suffix.lower() not in _KINDS or not path.is_file():
        return path
    content = path.read_bytes()
    copy = root / CACHE / f"{hashlib.sha256(content).hexdigest()[:32]}{path.suffix.lower()}"
    return copy if copy.is_file() or _clean(path, copy) else path


def _clean(path: Path, copy: Path) -> bool:
    """Write the copy of a picture; whether it needs one."""
    # Most builds have no picture that is new.
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as picture:
            if not (_BESIDE & picture.info.keys() or getattr(picture, "text", None) or picture.getexif()):
                return False
            turned = picture.getexif().get(0x0112, 1) != 1
            shown: Any = ImageOps.exif_transpose(picture) if turned else picture
            how = _how(picture.format, turned) | {"icc_profile": picture.info.get("icc_profile")}
            moves = getattr(picture, "is_animated", False) and not turned
            saved = io.BytesIO()
            shown.save(saved, picture.format, exif=b"", save_all=moves, **how)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False  # The guard tells of a picture that cannot be opened.
    write_whole(copy, saved.getvalue())
    return True


def _how(kind: str | None, turned: bool) -> dict[str, Any]:
    """How a picture of a kind is saved: one that stays as it lies keeps its quality."""
    if kind == "JPEG":
        return {"quality": _QUALITY if turned else "keep", "comment": b"", "optimize": True}
    return {"quality": _QUALITY, "method": 6, "xmp": b""} if kind == "WEBP" else {"optimize": True}
