"""One build of the site, of both languages: what editors wrote, what is wrong with it, and all that pages are put together from."""

import gzip
import json
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from pathlib import Path, PurePath
from typing import Any

from jinja2 import Environment

from guard.all_checks import check_sources, page_questions, pair_differences
from guard.former import history_missing
from guard.welsh import page_warnings, proof_sources
from handouts.links import Finished, Link, page_links
from handouts.pictures import published_picture
from messages.locales import ENGLISH, LOCALES, WELSH, Locale
from messages.message import Message
from messages.problem import Problem, for_programs, in_each
from sources.all_sources import Sources, read_sources
from sources.content import Content
from sources.files import address_of_file, files_in
from sources.menu import without
from sources.options import Options
from sources.pages import Page
from sources.pairs import is_draft
from sources.pictures import shared_pictures, size_of
from sources.settings import in_locale, questions
from sources.succession import Succession, succession
from sources.writing import PUBLISHED_MARK, hold_folder, write_whole
from web.bodies import CLASSES, body_question, page_bodies
from web.built import built_pages
from web.lists import lists_for_templates, menu_folds
from web.moved import TEMPLATE, files_that_lead_on, write_for_servers, write_pages, write_papers
from web.offline import complete_worker, for_worker, leads
from web.policy import content_policy, headers_file
from web.preview import bodies_with_problems
from web.read_back import check_built
from web.search import build_index, search_words
from web.side_by_side import side_by_side_address, write_pairs
from web.stylesheet import names_in, used_rules
from welsh.word_forms import forms_among, words_among


@dataclass(frozen=True)
class Build:
    """What a site is made of.

    `bodies` are by the path of a page's file. `problems` stop
    the build, `warnings` do not. `style` is the stylesheet of every page,
    `words` are those of the Welsh pages.
    """

    options: Options
    is_preview: bool
    sources: Sources
    problems: list[Problem]
    warnings: list[Problem]
    handouts: list[Finished]
    bodies: dict[str, str]
    style: str
    words: list[str]

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The pages of both languages, by the path of their file."""
        return {page.path: page for page in self.sources.pages}

    @cached_property
    def handout_links(self) -> dict[str, list[Link]]:
        return page_links(self.handouts, self.sources.settings)

    @property
    def files(self) -> Iterator[tuple[str, Locale, PurePath]]:
        """The files that become part of the site: the path of each, the language that brings it along, and its name there."""
        held, root = {page.path for page in self.sources.held}, self.sources.root
        for locale in LOCALES:
            names = (path.relative_to(root / locale.folder) for path in files_in(root / locale.folder))
            paths = ((f"{locale.folder}/{name.as_posix()}", name) for name in names)
            yield from ((path, locale, name) for path, name in paths if path not in held)
        yield from ((path, ENGLISH, PurePath(address_of_file(path))) for path in shared_pictures(root))

    def menu(self, nav: object) -> object:
        """The menu without pages that are held back."""
        return without(nav, {page.name for page in self.sources.held})

    def file_of(self, path: str) -> Path:
        """The file that is published for a path of the sources."""
        return published_picture(self.sources.root / path, self.sources.root)

    def ending(self, site_dir: Path) -> list[Message]:
        """What a build that is done says last: what waits for the owner, what is held back, where the site is, and how to look at it."""
        if self.is_preview:
            return []
        told = []
        if asked := len(questions(self.sources.settings)):
            told.append(Message('Questions that only the owner of the service can answer: {number} ("make status" shows them).', number=asked))
        held = {page.name: page.front_matter["hold"] for page in self.sources.held if page.is_held}
        told += [Message("Held back: {name} ({reason})", name=name, reason=reason) for name, reason in held.items()]
        told += filter(None, [history_missing(self.succession)])
        # What is being published moves from here, and publish_site.py says where to.
        return told if (site_dir / PUBLISHED_MARK).exists() else [*told, _how_to_see(site_dir)]

    @cached_property
    def lists(self) -> dict[str, dict[str, Any]]:
        """The lists of pages and handouts that templates print, by name and then by language."""
        return lists_for_templates(self.sources, self.handouts)

    def for_templates(self) -> dict[str, Any]:
        """What every template may print, by the name that it has there."""
        settings = self.sources.settings
        return {
            "contacts": {locale.code: contact for locale, contact in self.sources.contacts.items()},
            "words": {locale.code: words for locale, words in settings.words.items()},
            "homes": {locale.code: locale.prefix or "." for locale in LOCALES},
            "home_urls": [locale.prefix for locale in LOCALES],
            **self.lists,
            "menu_folds": menu_folds(self.sources),
            "logos": {locale.code: self._logo(in_locale(settings.get("extra", "logo"), locale)) for locale in LOCALES},
            "style": self.style,
            # The preview puts a program into each page that reloads it, and no device keeps its pages.
            "policy": None if self.is_preview else content_policy(self.style),
            "for_worker": None if self.is_preview else for_worker("", self.sources, [], []),
        }

    def _logo(self, path: str) -> tuple[str, tuple[int, int] | None] | None:
        """The address of the service's logo, if it has one, and how wide and high that is."""
        return (address_of_file(path), size_of(self.sources.root / path)) if path else None

    def for_template_of(self, path: str) -> dict[str, Any]:
        """What the template of one page may print besides."""
        content = self.sources.contents.get(path)
        pair = self.sources.pairs.get(content.page.name) if content else None
        found = {"draft": bool(content and is_draft(content, pair)), "handouts": self.handout_links.get(path, []), "days": _days(content)}
        if pair and content is pair.translation and pair.state == "pending":
            found["pending_since"] = content.page.locale.long_day(pair.pending[0])
        if pair and self.is_preview:
            found["side_by_side"] = side_by_side_address(pair.source.page.name)
        if content and not self.is_preview:
            links = [*self._links_of_list(content.page), *found["handouts"]]
            found["for_worker"] = for_worker(path, self.sources, [link.path for link in links], [link.picture for link in links if link.picture])
        return found

    def _links_of_list(self, page: Page) -> list[Link]:
        """On the page that lists all handouts, the links to the leaflets and to each page's; on any other none."""
        if page.name != self.sources.settings.get("extra", "handout_list"):
            return []
        code = page.locale.code
        return [link for name in ("leaflets", "all_handouts") for _, links in self.lists[name][code] for link in links]

    def problems_of(self, site_dir: Path, is_finished: bool) -> list[Problem]:
        """All that is wrong, in the sources and in the built site, written down if that was asked for; of one that is not finished pages are lacking."""
        built = built_pages(site_dir, self.sources, files_that_lead_on(self.succession))
        found = check_built(built, self.sources, self.style, self.is_preview, is_finished, anew=self.options.publish)
        # What was typed in a source is told there, with its line.
        if any(problem.check.startswith("contact_typed") for problem in self.problems):
            found = [problem for problem in found if problem.check != "contact_unknown"]
        if self.options.problems_file:
            told = json.dumps(for_programs(self.problems + found, self.warnings), ensure_ascii=False)
            write_whole(Path(self.options.problems_file), told.encode())
        return self.problems + found

    @cached_property
    def succession(self) -> Succession:
        """What stands where something was published formerly."""
        return succession(self.sources)

    def lead_on(self, site_dir: Path, templates: Environment) -> None:
        """Write the pages that stand where a page was formerly."""
        write_pages(site_dir, self.succession, templates.get_template(TEMPLATE), self.is_preview)

    def finish(self, site_dir: Path) -> None:
        """Add the handouts; to a preview its pairs, and to what is published headers, search and what works without a signal."""
        for finished in self.handouts:
            finished.write(site_dir)
        write_papers(site_dir, self.succession)
        if self.is_preview:
            write_pairs(site_dir, self.sources, self.bodies, self.style)
            return
        write_for_servers(site_dir, self.succession)
        # MkDocs packs it with the day in it, and the same sources give the same bytes on any day.
        (site_dir / "sitemap.xml.gz").write_bytes(gzip.compress((site_dir / "sitemap.xml").read_bytes(), mtime=0))
        endings = {path.suffix for path in site_dir.rglob("*") if path.is_file()}
        (site_dir / "_headers").write_text(headers_file(content_policy(self.style), endings), encoding="utf-8", newline="")
        pages = sorted(f"{address}index.html" for address in self.sources.addresses.values())
        build_index(site_dir, pages, self._word_forms(), search_words(self.sources.settings))
        complete_worker(site_dir, self.sources)

    def _word_forms(self) -> dict[str, list[str]]:
        return self.sources.known("forms", lambda: forms_among(self.words), self.words)


def _ask_pages(sources: Sources, site_url: str, publish: bool) -> None:
    """Find out what hangs on one page or pair, page by page: the trees of all would take more room than all else."""
    questions = [*page_questions(sources, publish), partial(pair_differences, sources=sources), partial(page_warnings, sources=sources)]
    sources.ask_in_turn(*questions, body_question(sources, site_url), _words_of, partial(leads, sources=sources))


def _welsh_words(sources: Sources) -> list[str]:
    return sorted(set().union(*map(_words_of, sources.contents.values())))


def _words_of(content: Content) -> list[str]:
    """The words of a Welsh page."""
    if content.page.locale is not WELSH:
        return []
    return content.known("words", lambda: sorted(words_among(passage for section in content.sections for passage in section.passages)))


def _how_to_see(site_dir: Path) -> Message:
    return Message(
        'The site is in "{folder}". To see it, run "{command}" and open "{address}".',
        folder=site_dir,
        command=f"python3 -m http.server --bind 127.0.0.1 --directory {shlex.quote(str(site_dir))}",
        address="http://127.0.0.1:8000/",
    )


def _days(content: Content | None) -> dict[str, str]:
    """When a page was last changed, and by when it is to be read again, in words of its language."""
    days = {key: content.page.day(key) for key in ("updated", "review_by")} if content else {}
    return {key: content.page.locale.long_day(day) for key, day in days.items() if day}


def folder_refused(site_dir: Path, root: Path) -> Message | None:
    """Why no site may be built into a folder: it, or what lies around it, is the project's own."""
    if site_dir == root / "site" or not (site_dir.is_relative_to(root) or root.is_relative_to(site_dir)):
        return None
    folder = site_dir.name or str(site_dir)
    return Message(
        'The site was not built: within the project a build may fill "site" alone, and not "{folder}". '
        'Fix: write "site_dir: site" in mkdocs.yml, and behind -d nothing, or a folder outside the project.',
        folder=folder,
    )


@cache  # It stays held until the process ends, which may build more than once.
def hold_site(site_dir: Path, tell: Callable[[str], None]) -> Path:
    """The folder of a site, held for this process alone; where another one fills it, `tell` so and wait."""
    message = Message('Another build is filling "{folder}": waiting until it is done.', folder=str(site_dir))
    hold_folder(site_dir, lambda: tell(in_each(message)))
    return site_dir


def make_build(root: Path, site_url: str, options: Options, before: Build | None, is_preview: bool) -> Build:
    """Read and check the sources below a repository root, and make what pages are put together from.

    `before` is the build before this one of a preview.
    """
    sources = read_sources(root, memory=before.sources.memory if before else None, with_held=is_preview)
    if not is_preview and not sources.settings.unreadable:
        _ask_pages(sources, site_url, options.publish)
    problems = check_sources(sources, options.publish, options.require_reviewed)
    warnings = proof_sources(sources, terms=False)
    handouts: list[Finished] = []
    if not problems and (not is_preview if options.handouts is None else options.handouts):
        # Here: a preview that makes none starts sooner.
        from handouts.all_handouts import make_handouts
        from handouts.handout import Frame

        handouts, problems = make_handouts(Frame(sources))
    if is_preview and before and sources.settings.unreadable:
        # The pages are shown as the last settings that could be read have them, with what is wrong now.
        sources = replace(sources, settings=before.sources.settings)
    bodies = page_bodies(sources, site_url)
    if is_preview:
        bodies = bodies_with_problems(bodies, sources, problems + warnings)
    templates = [path.read_text(encoding="utf-8") for path in sorted((root / "overrides").rglob("*.html"))]
    css = (root / "overrides/assets/stylesheets/site.css").read_text(encoding="utf-8")
    style = used_rules(css, names_in(templates, bodies.values(), CLASSES))
    words = [] if is_preview else _welsh_words(sources)
    return Build(options, is_preview, sources, problems, warnings, handouts, bodies, style, words)
