"""Where each handout and leaflet is published, and what a leaflet is called."""

from collections.abc import Sequence

from messages.locales import ENGLISH, LOCALES, WELSH, Locale
from sources.all_sources import Sources
from sources.leaflet import FIRST, Leaflet, asked_leaflets, leaflets_in
from sources.settings import Settings

# The key of each form among the words of the interface; "" is the handout in the usual print.
FORMS = ("", "large_print")
# Of each leaflet there is one in each language, and one in both.
LEAFLETS = (*((locale,) for locale in LOCALES), (WELSH, ENGLISH))


def has_handout(name: str, settings: Settings) -> bool:
    """Whether a page goes on paper: of lists, which lead on, that of all pages alone, and with it all that it lists."""
    return name not in (settings.get("extra", key) for key in ("handout_list", "change_list"))


def handout_address(address: str, locale: Locale, form: str, settings: Settings) -> str:
    """The place of the handout of the page at an address: beside the page, and named as it."""
    words = settings.words[locale]
    name = words.get("home_file", "") if address == locale.prefix else address.rstrip("/").rpartition("/")[2]
    return address + _file_name(name, form, words)


def leaflet_address(leaflet: Leaflet, locales: tuple[Locale, ...], form: str, settings: Settings) -> str:
    """The place of a leaflet in one or both languages."""
    name = "-".join(leaflet.files[locale] for locale in locales)
    return (locales[0].prefix if len(locales) == 1 else "") + _file_name(name, form, settings.words[locales[0]])


def leaflet_addresses(leaflet: Leaflet, settings: Settings) -> dict[str, tuple[tuple[Locale, ...], str]]:
    """The languages and the form that a leaflet has at each of its places."""
    return {leaflet_address(leaflet, locales, form, settings): (locales, form) for locales in LEAFLETS for form in FORMS}


def leaflet_word(leaflet: Leaflet, locales: Sequence[Locale], form: str) -> str:
    """The key of what a leaflet in one or both languages is called among the words of the interface; two sides in both take two sheets."""
    which = ["leaflet"]
    if len(locales) > 1:
        which += ["bilingual", *(["one_sheet"] if not form and len(leaflet.sides) == 1 else [])]
    return "_".join([*which, *filter(None, [form])])


def words_of_leaflets(settings: Settings) -> set[str]:
    """The keys of the words that the leaflets need among those of the interface."""
    leaflets = [*asked_leaflets(settings)]
    called = {leaflet_word(leaflet, locales, form) for leaflet in leaflets for locales in LEAFLETS for form in FORMS}
    return called | ({"leaflet_front", "leaflet_file"} if leaflets and leaflets[0].place == FIRST else set())


def are_named(settings: Settings) -> bool:
    """Whether mkdocs.yml says what handouts and leaflets are called, without which none are made."""
    return all(settings.words[locale].get(f"{name}_file") for locale in LOCALES for name in ("home", "large_print", "leaflet"))


def handout_addresses(sources: Sources) -> set[str]:
    """The places of all that a build makes besides pages and its own folders."""
    leaflets = {address for leaflet in leaflets_in(sources.settings) for address in leaflet_addresses(leaflet, sources.settings)}
    # The picture of a leaflet lies beside it.
    return page_handout_addresses(sources) | leaflets | {address.replace(".pdf", ".webp") for address in leaflets}


def page_handout_addresses(sources: Sources) -> set[str]:
    """The places of the handouts of all pages."""
    printed = [page for page in sources.pages if has_handout(page.name, sources.settings)]
    return {handout_address(sources.addresses[page.path], page.locale, form, sources.settings) for page in printed for form in FORMS}


def _file_name(name: str, form: str, words: dict[str, str]) -> str:
    return f"{name}-{words.get(f'{form}_file', '')}.pdf" if form else f"{name}.pdf"
