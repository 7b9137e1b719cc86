"""Writes hooks/welsh/lexicon.tsv and endings.tsv anew from apertium-cym.cym.dix, the Welsh dictionary of Apertium.

    .venv/bin/python scripts/developers/write_lexicon.py apertium-cym.cym.dix

That file is under the GPL, version 3; NOTICE says whose it is. Only what the rules ask
for is kept: how a word is used, in letters; no names but of places, and no subjunctives, which look like verb-nouns.
"""

import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "hooks/welsh"
# How a form is used, the more telling first, by the marks that Apertium gives it; welsh/lexicon.py explains the letters.
USES = (
    (("n", "pl"), "p"), (("n", "mf"), "mf"), (("n", "m"), "m"), (("n", "f"), "f"), (("np", "top"), "t"),
    (("adj", "comp"), "c"), (("adj", "sup"), "c"), (("adj",), "a"), (("vblex", "inf"), "n"),
    (("vblex", "imp", "p2"), "vo"), (("vblex", "impers"), "v"), (("vblex", "p3", "sg"), "v"), (("vblex",), "vo"), (("vbmod",), "v"),
)  # fmt: skip


def main() -> None:
    root = ElementTree.parse(sys.argv[1]).getroot()
    paradigms = {each.get("n"): each for each in root.find("pardefs")}
    endings = {name: sorted(set(_endings(each))) for name, each in paradigms.items() if "__" in name}
    numbers: dict[tuple, int] = {}
    # Last those whose forms have no letter in common, as mynd and aeth: their endings are whole words.
    stems = {
        (stem, numbers.setdefault(tuple(endings[name]), len(numbers))) for stem, name in sorted(_entries(root, endings), key=lambda each: not each[0])
    }
    _write("lexicon.tsv", sorted(stems))
    _write("endings.tsv", [(number, *ending) for some, number in numbers.items() for ending in some])


def _entries(root: ElementTree.Element, endings: dict[str, list]) -> Iterator[tuple[str, str]]:
    """The stem of each word, "" where its forms have none in common, and the name of the list of its endings."""
    for entry in root.iterfind("section/e"):
        written = [each.get("n") for each in entry.iterfind("par")]
        name = written[-1] if written else ""
        if entry.get("r") == "RL" or not endings.get(name) or entry.find("p") is not None:
            continue
        initial = "".join(each.removeprefix("initial-") for each in written[:-1])
        stem = initial + "".join(map(_text, entry.iterfind("i")))
        if stem.replace("-", "").isalpha() or not stem:
            yield stem, name


def _endings(paradigm: ElementTree.Element) -> Iterator[tuple[str, str, str]]:
    """The ending of each form, that of the word as a dictionary lists it, and its use."""
    for entry in paradigm.iterfind("e"):
        pair, initial = entry.find("p"), next((each.get("n").removeprefix("initial-") for each in entry.iterfind("par")), "")
        if pair is None or len(entry) > 1 + bool(initial) or entry.get("r") == "RL":
            continue
        marks = {each.get("n") for each in pair.iterfind("r/s")}
        use = next((letters for wanted, letters in USES if marks.issuperset(wanted)), "")
        if use and "prs" not in marks and not pair.findall("r/j"):
            # The initial of the form, and that of the word listed where it has another or none: "g_d" of gwaeth and drwg, "g_null" of gwell and da.
            made, _, listed = initial.partition("_")
            yield made + _text(pair.find("l")), (listed or made).removeprefix("null") + _text(pair.find("r")), use


def _text(element: ElementTree.Element) -> str:
    return (element.text or "") + "".join(" " + (each.tail or "") if each.tag == "b" else each.tail or "" for each in element)


def _write(name: str, rows: list[tuple]) -> None:
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    (FOLDER / name).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
