"""Builds docs/ and docs-cy/ as one site, and stops a build that the guard finds fault with.

The only hook that mkdocs.yml names: it alone knows MkDocs and static-i18n.
"""

import gc
import logging
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File
from mkdocs.utils import clean_directory

from messages.message import Message
from messages.problem import in_each, report
from messages.terminal import print_any_letter
from sources.files import SHARED, address_of_file
from sources.options import read_options
from web.assets import LeanTemplates, lean_script, name_by_content
from web.build import Build, folder_refused, hold_site, make_build
from web.preview import building_on, restart_with_new_code

log = logging.getLogger("mkdocs.hooks.bilingual")


@dataclass
class _Run:
    """What lasts from one event of MkDocs to the next; `names` has each file's path by the name that static-i18n has for it."""

    command: str = "build"
    site_dir: Path | None = None
    build: Build | None = None
    names: dict[str, str] = field(default_factory=dict)
    templates: Environment | None = None
    is_told: bool = False


_run = _Run()


def on_startup(command, dirty):
    print_any_letter()
    _run.command = command
    if command == "build":
        # Nearly all that a build makes stays until its end: looking for what does not takes an eighth of the time.
        gc.disable()
    # It tells each setting that it changes between the languages, at every build.
    logging.getLogger("mkdocs.plugins.mkdocs_static_i18n").setLevel(logging.WARNING)


def on_shutdown():
    if _run.build:
        _run.build.sources.remember()
    # Python would look at all of it once more when it ends, which takes a second of a thousand pairs.
    gc.freeze()


def on_config(config):
    if config.plugins["i18n"].building:
        return
    if _run.command == "serve":
        restart_with_new_code()
    # The guard renders the pages: MkDocs need not load for each what it has no use for, and static-i18n asks for this one.
    config.markdown_extensions = ["admonition"]
    config.theme.dirs[1:-1] = []  # Pages use nothing of the theme's: MkDocs would list its 14,000 icons twice.
    root = Path(config.config_file_path).resolve().parent
    if refused := folder_refused(Path(config.site_dir).resolve(), root):
        raise Abort(in_each(refused))
    _run.site_dir, _run.is_told = hold_site(Path(config.site_dir), log.info), False
    _run.build = make_build(root, config.site_url or "", read_options(), _run.build, _run.command == "serve")
    config.nav = _run.build.menu(config.nav)


def _name_by_language(files, config):
    """Offer static-i18n each file under the name that it knows, x.cy.md: it would take x.fr.md for French, and leave it out."""
    for file in [file for file in files if file.src_dir == config.docs_dir]:
        files.remove(file)
    for path, locale, name in _run.build.files:
        _run.names[alias := name.with_name(f"{name.stem}.{locale.code}{name.suffix}").as_posix()] = path
        files.append(File(alias, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


def _point(files, config):
    """Give each file, and its counterpart, its real source, edit link and address."""
    for file in [*files]:
        for alternate in {id(f): f for f in [file, *getattr(file, "alternates", {}).values()]}.values():
            _point_file(alternate, config)
        is_asset = file.src_uri.startswith("assets/") and not _source(file)
        # Stylesheets travel in the pages, and the other becomes handouts.
        if is_asset and file.src_uri.endswith(".css") or file.src_uri == "handout.typ":
            files.remove(file)
        elif is_asset:
            if file.src_uri.endswith(".js"):
                file.content_string = lean_script(file.content_string)
            file.dest_uri = file.url = name_by_content(file.src_uri, file.content_bytes)
            file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))


def _point_file(file, config):
    if not (path := _source(file)):
        return
    address = _run.build.sources.addresses.get(path)
    file.abs_src_path, file.edit_uri = str(_run.build.file_of(path)), f"../{path}"
    file.dest_uri = address_of_file(path) if address is None else f"{address}index.html"
    file.url = file._get_url(config.use_directory_urls)
    file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))


def _source(file) -> str:
    """The path that an editor knows a file by, or "" for a file of overrides/."""
    return _run.names.get(file.src_uri, "")


# static-i18n works at priority -100: the names before it, the places after it.
on_files = CombinedEvent(event_priority(50)(_name_by_language), event_priority(-150)(_point))


def on_env(env, config, files):
    # Compiling the templates takes long: both languages share them, and so does each build of a preview until one changes.
    env.add_extension(LeanTemplates)
    env = _run.templates = _run.templates or env
    env.auto_reload = _run.command == "serve"
    env.globals.update(_run.build.for_templates())
    env.globals["assets"] = {file.src_uri.removeprefix("assets/"): file.url for file in files if file.src_uri.startswith("assets/")}
    return env


def on_page_read_source(page, config):
    """Nothing for MkDocs to read or render: the guard has done so already, and both have to read the same."""
    return "" if _source(page.file) in _run.build.pages else None


def on_page_markdown(markdown, page, config, files):
    if source := _run.build.pages.get(_source(page.file)):
        page.meta = source.front_matter
        # MkDocs would make a Markdown parser of its own for each page, only to render nothing.
        page.content, page.render = "", lambda config, files: None


def on_page_content(html, page, config, files):
    return _run.build.bodies.get(_source(page.file), html)


def on_page_context(context, page, config, nav):
    return context | _run.build.for_template_of(_source(page.file))


def on_serve(server, config, builder):
    """Look for edits more often than MkDocs, which does so twice a second, where the site is small enough for that."""
    from watchdog.observers.polling import PollingObserver  # A build has no use for it.

    for path in (watched := [config.docs_dir, config.config_file_path]):
        server.unwatch(path)
    server.observer = PollingObserver(timeout=max(0.1, min(0.5, len(_run.build.pages) / 1000)))
    for path in [*watched, *map(str, Path(config.config_file_path).parent.glob(SHARED.folder))]:
        server.watch(path)
    server.builder = building_on(builder, lambda file: load_config(config_file=file, site_dir=config.site_dir), Path(config.config_file_path))


@event_priority(-200)
def on_post_build(config):
    """After both languages are built, tell everything that is wrong, and stop once."""
    if config.plugins["i18n"].building:
        return
    (build := _run.build).lead_on(_run.site_dir, _run.templates)
    if not _tell(build, is_finished=True) and not build.is_preview:
        raise Abort(in_each(Message("The site was not built: see the list above.")))
    build.finish(_run.site_dir)
    for message in build.ending(_run.site_dir):
        log.info("%s", in_each(message))


def _tell(build: Build, is_finished: bool) -> bool:
    """Report every problem of the sources and of what was built; whether there is none."""
    problems, _run.is_told = build.problems_of(_run.site_dir, is_finished), True
    if problems:
        log.error("%s", report(problems))
    if build.warnings:
        # Not as a warning of MkDocs, at which a strict build stops.
        log.info("%s", report(build.warnings, "warning"))
    return not problems


def on_build_error(error):
    """Say in plain words what stopped the build, where MkDocs itself gives up first."""
    if _run.command == "build" and _run.site_dir:
        if _run.build and not _run.is_told and not isinstance(error, OSError):
            _tell(_run.build, is_finished=False)
        # A site that failed must not be there to be published by mistake.
        clean_directory(_run.site_dir)
    if isinstance(error, OSError):
        what = {"reason": error.strerror, "where": error.filename or _run.site_dir}
        log.error("%s", in_each(Message("The site was not built: {reason}: {where}. Fix: make room, or let it be written.", **what)))
        raise Abort(in_each(Message("The site was not built.")))
