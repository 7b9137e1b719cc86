"""Builds docs/ and docs-cy/ as one site, and stops a build that the guard finds fault with.

This is the only hook that mkdocs.yml names. It knows MkDocs and static-i18n;
the rules stand in the modules beside it, which know neither.
"""

import gc
import hashlib
import logging
import os
import sys
import time
from pathlib import Path

from jinja2 import Environment
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File
from mkdocs.utils import clean_directory
from watchdog.observers.polling import PollingObserver

from guard.all_checks import check_sources
from guard.welsh import proof_sources
from handouts.all_handouts import make_handouts
from handouts.handout import TEMPLATE, Frame
from handouts.links import Finished, Link, page_links
from messages.locales import ENGLISH, LOCALES, WELSH
from messages.message import Message
from messages.problem import BOTH, Problem, in_each, report
from sources.addresses import addresses
from sources.all_sources import Sources, read_sources
from sources.contact import contact_in
from sources.files import files_in
from sources.pages import Page
from sources.pairs import is_draft
from sources.settings import interface_words, questions
from web.bodies import page_bodies
from web.build import finish
from web.built import BuiltPage, built_pages
from web.lists import lists_for_templates
from web.offline import contact_mark
from web.policy import content_policy
from web.preview import bodies_with_problems
from web.read_back import check_built
from web.stylesheet import names_in, used_rules

log = logging.getLogger("mkdocs.hooks.bilingual")
_HOOKS = Path(__file__).resolve().parent
_STARTED = time.time()


class _Site:
    """What one build, of both languages, knows of the sources it builds from."""

    command = "build"
    root = Path()
    site_dir = Path()
    sources: Sources | None = None
    pages: dict[str, Page] = {}
    addresses: dict[str, str] = {}
    problems: list[Problem] = []
    warnings: list[Problem] = []
    handouts: list[Finished] = []
    handout_links: dict[str, list[Link]] = {}
    bodies: dict[str, str] = {}
    style = ""
    templates: Environment | None = None
    reported = False


def on_startup(command, dirty):
    _Site.command = command
    if command == "build":
        # Nearly all that a build makes stays until its end: looking for what does not takes an eighth of the time.
        gc.disable()
    # It tells each setting that it changes between the languages, at every build.
    logging.getLogger("mkdocs.plugins.mkdocs_static_i18n").setLevel(logging.WARNING)


def on_shutdown():
    # Python would look at all of it once more when it ends, which takes a second of a thousand pairs.
    gc.freeze()


def on_config(config):
    if not config.plugins["i18n"].building:
        _restart_with_new_rules()
        _Site.root = Path(config.config_file_path).resolve().parent
        _Site.site_dir = Path(config.site_dir)
        sheets = [_stylesheet(config, name) for name in ("main.*.css", "site.css")]
        # Nothing else of the theme is used, and MkDocs would look at each of its 14,000 icons, once a language.
        config.theme.dirs = [config.theme.custom_dir]
        # The guard renders the pages: MkDocs need not load for each what it has no use for, and static-i18n asks for this one.
        config.markdown_extensions = ["admonition"]
        _read_sources()
        _make_parts(config, "\n".join(sheets))
        _Site.reported = False


def _read_sources():
    """Read and check what editors wrote."""
    _Site.sources = read_sources(_Site.root, before=_Site.sources if _Site.command == "serve" else None)
    _Site.pages = {page.path: page for page in _Site.sources.pages}
    _Site.addresses = addresses(_Site.sources.pages)
    _Site.problems = check_sources(_Site.sources, _publishing(), os.environ.get("REQUIRE_REVIEWED") == "1")
    _Site.warnings = proof_sources(_Site.sources)


def _make_parts(config, sheets: str):
    """Make what pages are put together from: handouts, the text of each page, and the stylesheet that all of them share."""
    _Site.handouts = []
    if not _Site.problems and os.environ.get("HANDOUTS", "1" if _Site.command == "build" else "0") == "1":
        _Site.handouts, _Site.problems = make_handouts(Frame(_Site.sources, _Site.addresses))
    _Site.handout_links = page_links(_Site.handouts, _Site.sources.settings)
    _Site.bodies = page_bodies(_Site.sources, _Site.addresses, config.site_url or "")
    if _Site.command == "serve":
        _Site.bodies = bodies_with_problems(_Site.bodies, _Site.sources, _Site.addresses, _Site.problems + _Site.warnings)
    templates = [path.read_text(encoding="utf-8") for path in sorted(Path(config.theme.custom_dir).rglob("*.html"))]
    _Site.style = used_rules(sheets, names_in([*_Site.bodies.values(), *templates]))


def _restart_with_new_rules():
    """Start the preview anew when its own code has changed: Python would keep the old."""
    if _Site.command == "serve" and any(path.stat().st_mtime > _STARTED for path in _HOOKS.rglob("*.py")):
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])


def _add_welsh(files, config):
    """Offer static-i18n each file of docs-cy/ under the name that it knows: x.cy.md."""
    folder = _Site.root / WELSH.folder
    for path in files_in(folder):
        name = path.relative_to(folder)
        alias = name.with_name(f"{name.stem}.{WELSH.code}{name.suffix}").as_posix()
        files.append(File(alias, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def _point(files, config):
    """Give each file, and its counterpart, its real source, edit link and address."""
    for file in [*files]:
        for alternate in {id(f): f for f in [file, *getattr(file, "alternates", {}).values()]}.values():
            _point_file(alternate, config)
    for file in [*files]:
        is_asset = file.src_uri.startswith("assets/")
        # Stylesheets travel in the pages.
        if is_asset and file.src_uri.endswith(".css") or file.src_uri == Path(TEMPLATE).name:
            files.remove(file)
        elif is_asset:
            _name_by_content(file, config)
    return files


def _name_by_content(file, config):
    """Put a fingerprint of its content into a file's name, so that browsers may keep it for good."""
    path = Path(file.src_uri)
    digest = hashlib.sha256(Path(file.abs_src_path).read_bytes()).hexdigest()[:8]
    file.dest_uri = file.url = path.with_name(f"{path.stem}.{digest}{path.suffix}").as_posix()
    file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))


def _point_file(file, config):
    path = _source(file)
    if path.startswith(f"{WELSH.folder}/"):
        file.abs_src_path = str(_Site.root / path)
        file.edit_uri = f"../{path}"
    address = _Site.addresses.get(path)
    if address is not None:
        file.dest_uri = f"{address}index.html"
        file.url = file._get_url(config.use_directory_urls)
        file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))


def _source(file) -> str:
    """The path that an editor knows a file by; static-i18n calls the Welsh ones x.cy.md."""
    locale = WELSH if getattr(file, "localization", None) == WELSH.code else ENGLISH
    return f"{locale.folder}/{getattr(file, 'norm_src_uri', file.src_uri)}"


# static-i18n works at priority -100: the names before it, the places after it.
on_files = CombinedEvent(event_priority(50)(_add_welsh), event_priority(-150)(_point))


def on_env(env, config, files):
    # Compiling the templates takes long: both languages share them, and so does each build of a preview until one changes.
    env = _Site.templates = _Site.templates or env
    env.auto_reload = _Site.command == "serve"
    env.globals["contacts"] = {locale.code: contact_in(_Site.sources.settings, locale) for locale in LOCALES}
    env.globals["words"] = {locale.code: interface_words(_Site.sources.settings, locale) for locale in LOCALES}
    env.globals["homes"] = {locale.code: locale.prefix or "." for locale in LOCALES}
    env.globals["home_urls"] = [locale.prefix for locale in LOCALES]
    env.globals["assets"] = {file.src_uri.removeprefix("assets/"): file.url for file in files if file.src_uri.startswith("assets/")}
    env.globals.update(lists_for_templates(_Site.sources, _Site.addresses, _Site.handouts))
    env.globals["style"] = _Site.style
    # The preview puts a program into each page that reloads it.
    env.globals["policy"] = content_policy(_Site.style) if _Site.command == "build" else None
    # Nor is a preview kept on a device.
    env.globals["contact_mark"] = contact_mark(_Site.sources.settings) if _Site.command == "build" else None
    return env


def on_page_read_source(page, config):
    """Nothing for MkDocs to read or render: the guard has done so already, and both have to read the same."""
    return "" if _source(page.file) in _Site.pages else None


def on_page_markdown(markdown, page, config, files):
    source = _Site.pages.get(_source(page.file))
    if source:
        page.meta = source.front_matter
        # MkDocs would make a Markdown parser of its own for each page, only to render nothing.
        page.content, page.render = "", lambda config, files: None


def on_page_content(html, page, config, files):
    return _Site.bodies.get(_source(page.file), html)


def on_page_context(context, page, config, nav):
    content = _Site.sources.contents.get(_source(page.file))
    pair = _Site.sources.pairs.get(content.page.name) if content else None
    context["draft"] = bool(content and is_draft(content, pair))
    if pair and content is pair.translation and pair.state == "pending":
        context["pending_since"] = pair.pending[0].strftime("%d/%m/%Y")
    context["handouts"] = _Site.handout_links.get(_source(page.file), [])


def on_serve(server, config, builder):
    """Look for edits more often than MkDocs, which does so twice a second, where the site is small enough for that."""
    seconds = max(0.1, min(0.5, len(_Site.pages) / 1000))
    watched = [config.docs_dir, config.config_file_path]
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=seconds)
    for path in watched:
        server.watch(path)
    return server


@event_priority(-200)
def on_post_build(config):
    """After both languages are built, tell everything that is wrong, and stop once."""
    if config.plugins["i18n"].building:
        return
    if not _publishing():
        open_yet = [
            Message("To confirm before launch: {item}: {question}", item=item, question=question)
            for item, question in questions(_Site.sources.settings)
        ]
        for line in [message.in_(locale) for locale in BOTH for message in open_yet]:
            log.info("%s", line)
    built = built_pages(_Site.site_dir, _Site.pages, _Site.addresses)
    sound = _sound(built, is_finished=True)
    if not sound and _Site.command == "build":
        raise Abort(in_each(Message("The site was not built: see the list above.")))
    for finished in _Site.handouts:
        finished.write(_Site.site_dir)
    if _Site.command == "build":
        finish(_Site.site_dir, content_policy(_Site.style), _Site.sources, _Site.addresses)


def _stylesheet(config, name: str) -> str:
    return next(path for folder in config.theme.dirs for path in Path(folder).glob(f"assets/stylesheets/{name}")).read_text(encoding="utf-8")


def on_build_error(error):
    """Say in plain words what stopped the build, where MkDocs itself gives up first."""
    if _Site.command == "build":
        if not _Site.reported and not isinstance(error, OSError):
            _sound(built_pages(_Site.site_dir, _Site.pages, _Site.addresses), is_finished=False)
        # A site that failed must not be there to be published by mistake.
        clean_directory(_Site.site_dir)
    if isinstance(error, OSError):
        where = error.filename or _Site.site_dir
        message = Message("The site was not built: {reason}: {where}. Fix: make room, or let it be written.", reason=error.strerror, where=where)
        log.error("%s", in_each(message))
        raise Abort(in_each(Message("The site was not built.")))


def _sound(built: list[BuiltPage], is_finished: bool) -> bool:
    """Report every problem of the sources and of what was built; whether there is none."""
    problems = _Site.problems + check_built(built, _Site.sources, _Site.style, _Site.command == "serve", is_finished)
    _Site.reported = True
    if problems:
        log.error("%s", report(problems))
    if _Site.warnings:
        # Not as a warning of MkDocs, at which a strict build stops.
        log.info("%s", report(_Site.warnings, "warning"))
    return not problems


def _publishing() -> bool:
    return os.environ.get("PUBLISH") == "1"
