"""Jobs as an XLIFF 1.2 file, which a translator's program opens."""

from difflib import SequenceMatcher

from lxml import etree
from translate.storage.xliff import Xliff1File

from messages.locales import WELSH
from translators.answers import PIN, SPACE
from translators.inline import Pieces, shown
from translators.job import KINDS, Job, Unit, as_seen

_EMPTY = (
    b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    b'<file original="NoName" source-language="en" datatype="plaintext"><body/></file></xliff>'
)


def xliff_of(jobs: list[Job]) -> bytes:
    """The file for the translator of these jobs."""
    store = Xliff1File.parsestring(_EMPTY)
    for job in jobs:
        page = job.source.page
        store.switchfile(page.path, createifmissing=True)
        node = store.getfilenode(page.path)
        node.set("source-language", page.locale.code)
        node.set("target-language", job.locale.code)
        header = etree.Element(store.namespaced("header"))
        node.insert(0, header)
        etree.SubElement(header, store.namespaced("note"), {"from": PIN}).text = job.source.fingerprint
        for unit in job.units:
            _add(store, job, unit)
    etree.cleanup_namespaces(store.document)
    return bytes(store)


def _add(store: Xliff1File, job: Job, unit: Unit) -> None:
    """Add a passage: its source in place of the translation too, because OmegaT shows that alone; what it was; and where it stands."""
    added = store.UnitClass("")
    store.addunit(added)
    added.setid(unit.id)
    node = added.xmlelement
    node.set("approved", "no")
    _fill(added.source_dom, unit.pieces)
    target = etree.Element(f"{SPACE}target", {"state": "needs-translation"})
    added.source_dom.addnext(target)
    _fill(target, unit.pieces)
    kind = KINDS[unit.source.kind]
    said = f"{kind.in_(WELSH)} / {kind}"
    group = etree.SubElement(node, f"{SPACE}context-group", {"purpose": "location"})
    section = job.source.section_at(unit.line).title
    contexts = {"sourcefile": job.source.page.path, "linenumber": str(unit.line), "x-heading": section, "x-kind": said}
    for name, text in contexts.items():
        if text:
            etree.SubElement(group, f"{SPACE}context", {"context-type": name}).text = text
    etree.SubElement(node, f"{SPACE}note").text = said
    if unit.was and unit.place:
        seen = [as_seen(unit.source.kind, each.text) for each in (unit.was, unit.source, unit.place)]
        etree.SubElement(node, f"{SPACE}note").text = _difference(*seen[:2])
        former = etree.SubElement(node, f"{SPACE}alt-trans", {"alttranstype": "previous-version"})
        etree.SubElement(former, f"{SPACE}source").text = seen[0]
        etree.SubElement(former, f"{SPACE}target").text = seen[2]
    elif unit.place:
        former = etree.SubElement(node, f"{SPACE}alt-trans", {"alttranstype": "previous-version"})
        etree.SubElement(former, f"{SPACE}target").text = as_seen(unit.source.kind, unit.place.text)


def _fill(node: etree._Element, pieces: Pieces) -> None:
    """Put the pieces of a passage into an element."""
    node.text, last = "", None
    for piece in pieces:
        if isinstance(piece, str):
            if last is None:
                node.text += piece
            else:
                last.tail = (last.tail or "") + piece
        elif piece.after is None:
            last = etree.SubElement(node, f"{SPACE}x", {"id": piece.id, "ctype": piece.kind, "equiv-text": shown(piece)})
        else:
            last = etree.SubElement(node, f"{SPACE}g", {"id": piece.id, "ctype": piece.kind})
            _fill(last, piece.inside)


def _difference(was: str, now: str) -> str:
    """What changed, as translators know it from wdiff: [-what went-] {+what came+}."""
    old, new = was.split(), now.split()
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += old[a:b]
            continue
        found += [f"[-{' '.join(old[a:b])}-]"] if b > a else []
        found += [f"{{+{' '.join(new[c:d])}+}}"] if d > c else []
    return " ".join(found)
