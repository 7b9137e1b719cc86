"""Packs a built site into one zip, to be read from a disk or a stick without a server.

    zip_site.py site guidance.zip

Its pages, language links and handouts work when index.html is opened from the
unpacked folder. Search needs a server, and is left out: its link leads to the
list of all pages.
"""

import re
import sys
import zipfile
from html import unescape
from pathlib import Path
from urllib.parse import unquote

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _arguments import argument, known_commit, read_arguments
from _command import run, say
from messages.message import Message
from sources.all_sources import read_sources
from sources.writing import written_whole
from web.changed_page import NAME, changed_page

# What is of use to a server alone.
LEFT_OUT = re.compile(
    r"pagefind/|assets/javascripts/|404\.html|offline\.html|worker\.js|_headers|_redirects(\.map)?|\.published-site|checksums\.txt|sitemap\.xml|.*\.(br|gz)$"
)
# The same sources give the same bytes: the earliest day that a zip can hold.
DAY = (1980, 1, 1, 0, 0, 0)

_FOLDER = re.compile(r'(\shref=")((?:\.{0,2}/)*(?:[\w.-]+/)*\.{0,2})((?:#[^"]*)?")')
_LINKED = re.compile(r'\s(?:href|src)="([^"#?:]+)')
_FOR_SERVERS = re.compile(r'\s*<script [^>]*></script>|\s*<meta http-equiv="Content-Security-Policy"[^>]*>|\sdata-search="[^"]*"')


def for_disk(html: str) -> str:
    """A page whose links name files, as no server is there to look for a folder's index.html."""
    return _FOLDER.sub(_named, _FOR_SERVERS.sub("", html))


def _named(match: re.Match) -> str:
    start, folder, rest = match.groups()
    if not folder:  # A place in the same page.
        return match[0]
    folder = f"{folder}/" if folder.endswith("..") else folder.removesuffix(".")
    return f"{start}{folder}index.html{rest}"


def zip_site(site: Path, target: Path, more: dict[str, str] | None = None) -> int:
    """Write the zip, with `more` pages by their names; the number of files in it."""
    files = [path for path in sorted(site.rglob("*")) if path.is_file() and not LEFT_OUT.match(path.relative_to(site).as_posix())]
    leading_on = {path for path in files if path.suffix == ".html" and b'http-equiv="refresh"' in path.read_bytes()}
    linked = _linked({*files} - leading_on)
    files = [path for path in files if path not in leading_on and (path.suffix == ".html" or path.resolve() in linked)]
    with written_whole(target) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            content = path.read_bytes()
            if path.suffix == ".html":
                content = for_disk(content.decode("utf-8")).encode("utf-8")
            archive.writestr(zipfile.ZipInfo(path.relative_to(site).as_posix(), DAY), content, zipfile.ZIP_DEFLATED)
        for name, html in (more or {}).items():
            archive.writestr(zipfile.ZipInfo(name, DAY), html, zipfile.ZIP_DEFLATED)
    return len(files) + len(more or {})


def _linked(files: set[Path]) -> set[Path]:
    """What pages link and show: any other file is there for an address that one had formerly, which no disk had."""
    pages = [path for path in files if path.suffix == ".html"]
    return {(page.parent / unquote(unescape(link))).resolve() for page in pages for link in _LINKED.findall(page.read_text(encoding="utf-8"))}


def main() -> int:
    options = read_arguments(
        Message("Packs a built site into one zip, to be read from a disk or a stick without a server."),
        argument("site", metavar=Message("FOLDER"), type=Path, help=Message("a built site, such as site")),
        argument("zip", metavar=Message("FILE"), type=Path, help=Message("the file to write")),
        argument(
            "--changed-since",
            metavar="COMMIT",
            type=known_commit,
            help=Message("add changed.html, which shows the pages that changed since, for a reviewer"),
        ),
    )
    if not (options.site / "index.html").is_file():
        say(Message("{folder} holds no site. Fix: run make site first.", folder=options.site), options.lang, failed=True)
        return 2
    try:
        more = {NAME: changed_page(read_sources(ROOT), options.changed_since)} if options.changed_since else {}
        count = zip_site(options.site, options.zip, more)
    except OSError as error:
        message = Message(
            "{path} cannot be written: {reason}. Fix: name a file in a folder that can be written.", path=options.zip, reason=error.strerror
        )
        say(message, options.lang, failed=True)
        return 1
    first = NAME if more else "index.html"
    say(Message("{path} holds {count} files. Unpack it, and open {first}.", path=options.zip, count=count, first=first), options.lang)
    return 0


if __name__ == "__main__":
    run(main)
