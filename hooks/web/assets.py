"""What travels with the pages: programs and drawings, under names of their content, and templates; without what readers have no use for."""

import hashlib
import re
from html import escape
from pathlib import Path

from jinja2 import Environment
from jinja2.ext import Extension


def name_by_content(name: str, content: bytes) -> str:
    """A file's name with a fingerprint of its content in it, so that browsers may keep it for good."""
    path = Path(name)
    return path.with_name(f"{path.stem}.{hashlib.sha256(content).hexdigest()[:8]}{path.suffix}").as_posix()


def lean_script(text: str) -> str:
    """A program without its indents and the remarks that have a line of their own: a fifth of what a page loads of it."""
    return re.sub(r"^\s*(//.*\n)?", "", text, flags=re.MULTILINE)


class LeanTemplates(Extension):
    """Reads templates without their indents, which would stand on each page, and prints apostrophes as pages have them.

    Attributes stand between double quotes in all templates, so an apostrophe ends none.
    """

    def __init__(self, environment: Environment):
        super().__init__(environment)
        environment.filters["e"] = lambda text: escape(str(text), quote=False).replace('"', "&#34;")

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return re.sub(r"^[ \t]+", "", source, flags=re.MULTILINE)
