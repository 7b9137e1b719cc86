"""Sets handouts as PDF with Typst, and keeps what it has set until something that it was made of changes."""

import contextlib
import hashlib
import io
import json
import re
import threading
from importlib.metadata import version
from pathlib import Path

import fontpkg_source_sans_3
import manimgx_fonts
import manimgx_fonts_cjk
import typst

from handouts.handout import TEMPLATE, Handout
from handouts.nodes import pictures_in
from messages.message import Message
from messages.problem import Problem
from sources.leaflet import SIDES, Leaflet
from sources.tree import line_of, text_of
from sources.writing import write_whole

CACHE = ".cache/handouts"
# Only these: what is installed on a machine would make other bytes there. The second and third have what the first lacks,
# from emoji to the scripts of other languages.
_FONT_PACKAGES = ("fontpkg-source-sans-3", "manimgx-fonts", "manimgx-fonts-cjk")
_FONTS = [str(Path(each.__file__).parent) for each in (fontpkg_source_sans_3, manimgx_fonts, manimgx_fonts_cjk)]
_DOTS_PER_INCH = 30
_QUALITY = 25


class Typesetter:
    """Makes the PDFs and pictures of one build, below a repository root; several threads may ask it at once."""

    def __init__(self, root: Path):
        self._root = root
        self._folder = root / CACHE
        self._kept: set[Path] = set()
        self._compilers = threading.local()
        parts = [typst.__version__.encode(), (root / TEMPLATE).read_bytes(), *(version(name).encode() for name in _FONT_PACKAGES)]
        self._base = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts))

    def pdf(self, handout: Handout) -> bytes | Problem:
        """The PDF of a handout; a problem where it cannot be set."""
        return self._made(handout, "pdf", pdf_standards=["ua-1"])

    def picture(self, handout: Handout) -> bytes | Problem:
        """The first page of a handout as a small WebP: a phone fetches a few kilobytes, not the seventy of a PNG."""
        made = self._made(handout, "png", ppi=_DOTS_PER_INCH)
        if isinstance(made, Problem):
            return made
        from PIL import Image

        small = io.BytesIO()
        Image.open(io.BytesIO(made)).convert("RGB").save(small, "WEBP", quality=_QUALITY, method=6)
        return small.getvalue()

    def forget_the_rest(self) -> None:
        """Delete what was kept and not asked for in this build."""
        for path in set(self._folder.glob("[!.]*.*")) - self._kept:
            path.unlink(missing_ok=True)  # Another build may have done so.

    def _made(self, handout: Handout, kind: str, **options) -> bytes | Problem:
        data = json.dumps(handout.data, ensure_ascii=False, sort_keys=True)
        kept = self._folder / f"{self._hash(handout, f'{data} {options}')}.{kind}"
        self._kept.add(kept)
        with contextlib.suppress(FileNotFoundError):
            return kept.read_bytes()
        try:
            made, warnings = self._compiler().compile_with_warnings(format=kind, sys_inputs={"data": data}, **options)
        except typst.TypstError as error:
            return _told(handout, str(error))
        if warnings:  # Typst drops what it warns of.
            return _told(handout, str(warnings[0]))
        made = made[0] if isinstance(made, list) else made
        write_whole(kept, made)
        return made

    def _compiler(self) -> typst.Compiler:
        """The compiler of this thread: one serves one at a time."""
        if not hasattr(self._compilers, "own"):
            self._compilers.own = typst.Compiler(str(self._root / TEMPLATE), root=str(self._root), font_paths=_FONTS, ignore_system_fonts=True)
        return self._compilers.own

    def _hash(self, handout: Handout, data: str) -> str:
        found = self._base.copy()
        found.update(data.encode())
        for name in sorted({name for side in handout.data["sides"] for name in [side["logo"], *pictures_in(side["body"])]}):
            path = self._root / name.lstrip("/")
            found.update(path.read_bytes() if path.is_file() else b"")
        return found.hexdigest()


def _told(handout: Handout, error: str) -> Problem:
    """What Typst stopped at, in an editor's words."""
    if unknown := re.search(r"no layout: ([\w-]+)", error):
        return _layout_missing(handout, unknown[1])
    if handout.leaflet and (outgrown := re.search(r"too long: (\d+) (\d+)", error)):
        return _too_long(handout, handout.leaflet, int(outgrown[1]), int(outgrown[2]))
    if lacking := re.search(r'the text `?"(.+?)"`? could not be displayed', error):
        return _letters_missing(handout, lacking[1])
    message = Message("A handout of this page cannot be made: {reason}.", reason=" ".join(error.split()))
    fix = Message("look at the page's pictures and special characters; if they are in order, ask a developer: {template} sets it.", template=TEMPLATE)
    return Problem(handout.source, 1, "handout_not_made", message, fix)


def _letters_missing(handout: Handout, words: str) -> Problem:
    message = Message('The typefaces of the handouts have no letters for "{words}".', words=words)
    fix = Message("write it in other letters, or put a picture of the words there.")
    for content in handout.contents:
        if words in content.page.text:
            return Problem(content.page.path, content.page.line_of(words), "handout_not_made", message, fix)
    return Problem(handout.source, 1, "handout_not_made", message, fix)


def _layout_missing(handout: Handout, tag: str) -> Problem:
    for content in [content for side in handout.sides for content in side]:
        if node := content.first(tag):
            text = " ".join(text_of(node).split())
            message = Message('The page holds <{tag}>, and its handout has no layout for that: "{words}".', tag=tag, words=text[:40].strip())
            fix = Message("write it in another way, or ask a developer to add {tag} to the layouts in {template}.", tag=tag, template=TEMPLATE)
            return Problem(content.page.path, line_of(node.at), "handout_layout_missing", message, fix)
    message = Message("The handouts have no layout for <{tag}>.", tag=tag)
    fix = Message("add {tag} to the layouts in {template} again.", tag=tag, template=TEMPLATE)
    return Problem(TEMPLATE, 1, "handout_layout_missing", message, fix)


def _too_long(handout: Handout, leaflet: Leaflet, index: int, millimetres: int) -> Problem:
    """A side of a leaflet that does not fit its page; the problem names the page that fills most of it."""
    contents = handout.sides[index]
    longest = max(contents, key=lambda content: sum(len(section.text) for section in content.sections))
    page = longest.page
    least = handout.data["forms"][-1][0]
    message = Message(
        'The {side} of the {language} leaflet "{title}" is {millimetres} mm too long for one page, even in type of {least} point. This page makes most of it.',
        side=[SIDES[side] for side in leaflet.sides][index % len(leaflet.sides)],
        title=leaflet.titles[page.locale],
        language=page.locale.language,
        millimetres=millimetres,
        least=least,
    )
    # A line of the smallest type, with what stands between lines, is about five millimetres high.
    lines = -(-millimetres // 5)
    fix = Message("shorten it by about {lines} lines, or name fewer pages for that side in mkdocs.yml.", lines=lines)
    return Problem(page.path, 1, "leaflet_too_long", message, fix)
