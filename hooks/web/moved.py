"""What stands at addresses that pages and PDFs had formerly, so that paper goes on leading somewhere."""

import posixpath
import re
import shutil
from pathlib import Path
from urllib.parse import quote

from jinja2 import Template

from messages.locales import Locale
from sources.succession import Moved, Succession
from web.offline import for_worker_of_moved

TEMPLATE = "moved.html"
# What nginx and other hosts read as it stands.
_PLAIN = re.compile(r"[\w .~/-]*")


def page_file(moved: Moved) -> str:
    """The HTML file of the site that leads on from an address; "" for a PDF or another download."""
    return f"{moved.old}index.html" if _is_folder(moved.old) else moved.old if moved.old.endswith(".html") else ""


def files_that_lead_on(found: Succession) -> dict[str, Locale]:
    """Each HTML file that leads on, with its language."""
    return {name: moved.locale for moved in found.moved if (name := page_file(moved))}


def write_pages(site_dir: Path, found: Succession, template: Template, is_preview: bool) -> None:
    """Write a page at each former address of one, which leads on wherever the site lies."""
    sources = found.sources
    titles = {sources.addresses[page.path]: page.title for page in sources.pages}
    for moved in found.moved:
        if (name := page_file(moved)) and _is_free(path := site_dir / name):
            for_worker = None if is_preview else for_worker_of_moved(moved, sources)
            whole = str(sources.settings.get("site_url") or "").rstrip("/") + quote(f"/{moved.new}")
            base = posixpath.relpath(".", posixpath.dirname(name) or ".")
            html = template.render(page=None, moved=moved, title=titles[moved.new], whole=whole, base_url=base, for_worker=for_worker)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, encoding="utf-8", newline="")


def write_papers(site_dir: Path, found: Succession) -> None:
    """Serve at each former address of a PDF or another download the one that takes its place."""
    for moved in found.moved:
        if not page_file(moved) and (site_dir / moved.new).is_file() and _is_free(path := site_dir / moved.old):
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(site_dir / moved.new, path)


def write_for_servers(site_dir: Path, found: Succession) -> None:
    """List what leads on to a page as hosts read it from `_redirects`, and nginx from `_redirects.map`."""
    # Servers may take Sleep/ for sleep/.
    there = {address.casefold() for address in found.sources.addresses.values()}
    leading = [moved for moved in found.moved if page_file(moved) or _is_folder(moved.new)]
    plain = [moved for moved in leading if moved.old.casefold() not in there and _PLAIN.fullmatch(moved.old)]
    if plain:
        lines = [f"{quote(f'/{moved.old}')} {quote(f'/{moved.new}')} 301\n" for moved in plain]
        (site_dir / "_redirects").write_text("".join(lines), encoding="utf-8", newline="")
        lines = [f'"/{moved.old}" "{quote(f"/{moved.new}")}";\n' for moved in plain]
        (site_dir / "_redirects.map").write_text("".join(lines), encoding="utf-8", newline="")


def _is_folder(address: str) -> bool:
    """Whether an address is that of a page, as a site without names of files has it."""
    return not address or address.endswith("/")


def _is_free(path: Path) -> bool:
    """Whether a file can be put there; a disk may take Sleep for sleep."""
    return not path.exists() and not any(parent.is_file() for parent in path.parents)
