"""What is done to a site once all its pages are there."""

from pathlib import Path

from built import BuiltPage
from locales import WELSH
from policy import POLICY_MARK, content_policy, headers_file
from search_index import build_index
from sources import Sources
from stylesheet import STYLE_MARK, names_in, used_rules
from word_forms import word_forms
from worker import complete_worker


def put_style_in(built: list[BuiltPage], sheets: list[str]) -> str:
    """Put one stylesheet, made of those rules that some page uses, into every page; the policy that allows it and no other."""
    style = used_rules("\n".join(sheets), names_in(page.html for page in built))
    policy = content_policy(style)
    for page in built:
        html = page.html.replace(STYLE_MARK, style, 1).replace(POLICY_MARK, policy, 1)
        page.path.write_text(html, encoding="utf-8", newline="")
    return policy


def finish(site_dir: Path, policy: str, sources: Sources) -> None:
    """Add what a published site has and a preview has not: the headers, the search, and what works without a signal."""
    (site_dir / "_headers").write_text(headers_file(policy), encoding="utf-8", newline="")
    welsh = [content for content in sources.contents.values() if content.page.locale is WELSH]
    build_index(site_dir, word_forms(welsh))
    complete_worker(site_dir, sources)
