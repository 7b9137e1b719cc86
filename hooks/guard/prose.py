"""The words of a page as its editor typed them, signs of Markdown that made nothing among them."""

from collections.abc import Iterator

from sources.content import Content
from sources.tree import Text, line_of


def prose(content: Content) -> Iterator[list[Text]]:
    """The texts of each paragraph, point, heading and cell, without those that are code."""
    code = {id(text) for node in content.nodes if node.tag == "code" for text in node.children}
    for section in content.sections:
        for unit in section.units:
            if pieces := [piece for piece in unit if id(piece) not in code]:
                yield pieces


def joined(pieces: list[Text]) -> str:
    return "".join([piece.text for piece in pieces])


def line_at(pieces: list[Text], offset: int) -> int:
    """The line of the file on which a letter of some texts stands."""
    for piece in pieces:
        if offset < len(piece.text):
            return line_of(piece.at) + piece.text.count("\n", 0, offset) + (piece.text[: offset + 1] == "\n")
        offset -= len(piece.text)
    return line_of(pieces[-1].at)
