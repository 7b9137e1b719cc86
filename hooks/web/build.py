"""What is done to a site once all its pages are there."""

from pathlib import Path

from messages.locales import WELSH
from sources.all_sources import Sources
from web.offline import complete_worker
from web.policy import headers_file
from web.search import build_index
from welsh.word_forms import word_forms


def finish(site_dir: Path, policy: str, sources: Sources, addresses: dict[str, str]) -> None:
    """Add what a published site has and a preview has not: the headers, the search, and what works without a signal."""
    (site_dir / "_headers").write_text(headers_file(policy), encoding="utf-8", newline="")
    welsh = (
        passage
        for content in sources.contents.values()
        if content.page.locale is WELSH
        for section in content.sections
        for passage in section.passages
    )
    build_index(site_dir, sorted(f"{address}index.html" for address in addresses.values()), word_forms(welsh))
    complete_worker(site_dir, sources)
