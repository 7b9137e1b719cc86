"""Measures how pages are read: how many examples of a specification of Markdown agree, what 2,000 pages cost, what hostile text does.

benchmarks/dialect.py FILE   the text of a specification, such as GitHub's: each example stands between two lines of 32 backticks,
the Markdown above a line with a dot and the HTML below it. GitHub's and its text of extensions lie in the repository github/cmark-gfm,
in test/spec.txt and test/extensions.txt; they are under CC BY-SA 4.0, and no part of this project.

On purpose this site reads some in another way: what is typed and not closed is closed where its paragraph ends (and told), comments
are left out, www. leads to https, code carries no name of its language, bare addresses are links everywhere.
"""

import gc
import itertools
import re
import sys
from pathlib import Path
from time import process_time
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

import comrak
from selectolax.lexbor import LexborHTMLParser, LexborNode

from guard.all_checks import check_sources
from messages.locales import LOCALES
from sources.all_sources import make_sources
from sources.markdown import EXTENSIONS, read_markdown
from sources.pages import parse_page
from sources.settings import read_settings
from sources.tree import html_of

EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n(.*?)^`{32}$", re.MULTILINE | re.DOTALL)
# Between these white space means nothing.
BLOCKS = {"body", "blockquote", "div", "hr", "li", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul"}
BLOCKS |= {f"h{level}" for level in range(1, 7)}
PAGES = 2000
LETTERS = 100_000
HOSTILE = {
    "[": "[", "![": "![", "> ": "> ", "*a ": "*a ", "**a": "**a", "`a": "`a", "<": "<", "<a ": "<a ", "- ": "- ", "1. ": "1. ", "_a": "_a",
    "[a](": "[a](", "~~a ": "~~a ", "|a": "|a", "<!--": "<!--", "<span>": "<span>", "&": "&", "\\": "\\", "[^1]": "[^1]", "www.": "www.a.",
    "# ": "#\n", "a@b.": "a@b.", "digits": "07", "letters": "a", "tŷ ": "tŷ ", "| a |": "| a |\n|---|\n", "[a]: b": "[a]: b\n", "> - ": "> - ",
}  # fmt: skip


def canonical(html: str) -> list[str]:
    """What a browser makes of some HTML: the same list where two texts differ in spelling alone."""
    found: list[str] = []
    _add(LexborHTMLParser(f"<body>{html}").body, found, False)
    return [each for each in found if each]


def _add(parent: LexborNode, found: list[str], is_code: bool) -> None:
    children = [child for child in parent.iter(include_text=True) if child.tag == "-text" or (child.tag or "-")[0] != "-"]
    for index, child in enumerate(children):
        if child.tag == "-text":
            text = child.text_content or ""
            if not is_code:
                text = re.sub(r"\s+", " ", text)
                before = children[index - 1].tag if index else parent.tag
                after = children[index + 1].tag if index + 1 < len(children) else parent.tag
                text = text.lstrip() if before in BLOCKS else text
                text = text.rstrip() if after in BLOCKS else text
            found.append(text)
            continue
        carried = sorted((name, unquote(value or "") if name in ("href", "src") else value or "") for name, value in child.attributes.items())
        found.append(f"<{child.tag} {carried}>")
        _add(child, found, is_code or child.tag == "pre")
        found.append(f"</{child.tag}>")


def as_comrak_writes(markdown: str) -> str:
    return comrak.markdown_to_html(markdown, EXTENSIONS, render_options=comrak.RenderOptions(unsafe_=True))


def as_this_site_reads(markdown: str) -> str:
    return html_of(read_markdown(markdown).root.children)


def tell_agreement(path: Path) -> None:
    """How many examples of a specification agree, and the numbers of the others."""
    examples = EXAMPLE.findall(path.read_text(encoding="utf-8").replace("→", "\t"))
    for read in (as_comrak_writes, as_this_site_reads):
        others = [str(number) for number, (markdown, html) in enumerate(examples, 1) if canonical(read(markdown)) != canonical(html)]
        said = read.__name__.replace("_", " ")
        print(f"{path.name}, {said}: {len(examples) - len(others)} of {len(examples)} examples agree; not {', '.join(others)}")


def cost() -> tuple[float, float]:
    """CPU seconds of the trees, and of the bodies, of 2,000 pages made of the site's own."""
    texts = [path.read_text(encoding="utf-8") for locale in LOCALES for path in sorted((ROOT / locale.folder).rglob("*.md"))]
    pages = list(itertools.islice(itertools.cycle(texts), PAGES))
    gc.disable()
    start = process_time()
    trees = [read_markdown(page) for page in pages]
    middle = process_time()
    for tree in trees:
        html_of(tree.root.children)
    end = process_time()
    gc.enable()
    return middle - start, end - middle


def hostile(kind: str) -> float:
    """CPU seconds that the guard takes for a pair of pages with 100 kB of one kind."""
    text = (HOSTILE[kind] * LETTERS)[:LETTERS]
    pages = [parse_page(locale, "a.md", f"---\ntitle: A\ndescription: B\n---\n\n# A\n\n{text}\n") for locale in LOCALES]
    start = process_time()
    check_sources(make_sources(ROOT, read_settings(ROOT / "mkdocs.yml"), pages))
    return (process_time() - start) / 2


def main() -> int:
    for path in map(Path, sys.argv[1:]):
        tell_agreement(path)
    trees, bodies = cost()
    print(f"{PAGES} pages: trees {trees:.2f} s, bodies {bodies:.2f} s of CPU")
    times = sorted(((hostile(kind), kind) for kind in HOSTILE), reverse=True)
    print(f"100 kB of {len(times)} hostile kinds, checked a page: at most", ", ".join(f"{kind!r} {seconds:.2f} s" for seconds, kind in times[:5]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
