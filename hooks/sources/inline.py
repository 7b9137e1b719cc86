"""A short cut through Python-Markdown: text without any mark in it is passed by.

It looks for each of its inline patterns, a dozen, in each text of a page, and
most texts hold nothing that one of them could start with. Such a text is kept
from it with the sign that Python-Markdown has for that, AtomicString, and is
an ordinary text again before what comes next, such as abbreviations.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

# What each of Python-Markdown's own patterns needs: of a link and a picture the bracket, of a line break its two spaces.
_MARK = re.compile(rf"[`\\\[<&*_{STX}]|  \n")


class _Kept(Treeprocessor):
    """Keeps texts without a mark from the inline patterns."""

    def __init__(self, md: Markdown):
        super().__init__(md)
        self.texts: list[tuple[Element, str]] = []

    def run(self, root: Element) -> None:
        self.texts = [(node, node.text) for node in root.iter() if type(node.text) is str and not _MARK.search(node.text)]
        for node, text in self.texts:
            node.text = AtomicString(text)


class _GivenBack(Treeprocessor):
    """Makes the texts that were kept ordinary ones."""

    def __init__(self, md: Markdown, kept: _Kept):
        super().__init__(md)
        self.kept = kept

    def run(self, root: Element) -> None:
        for node, text in self.kept.texts:
            node.text = text


def pass_plain_text_by(md: Markdown) -> None:
    """Take the short cut, unless an extension has brought patterns of its own."""
    own, all_of = ({pattern.pattern for pattern in each.inlinePatterns} for each in (Markdown(), md))
    if all_of <= own:
        kept = _Kept(md)
        # Just before and after the inline patterns, which stand at 20.
        md.treeprocessors.register(kept, "kept", 20.1)
        md.treeprocessors.register(_GivenBack(md, kept), "given_back", 19.9)
