"""Where each handout and leaflet is published."""

from messages.locales import ENGLISH, LOCALES, WELSH, Locale
from sources.all_sources import Sources
from sources.leaflet import has_leaflet
from sources.menu import LISTS
from sources.settings import Settings

# The key of each form among the words of the interface; "" is the handout in the usual print.
FORMS = ("", "large_print")
# The leaflets: one of each language, and one of both.
LEAFLETS = (*((locale,) for locale in LOCALES), (WELSH, ENGLISH))


def has_handout(name: str, settings: Settings) -> bool:
    """Whether a page goes on paper: lists of pages lead on, which paper does not."""
    return name not in (settings.get("extra", key) for key in LISTS)


def handout_address(address: str, locale: Locale, form: str, settings: Settings) -> str:
    """The place of the handout of the page at an address: beside the page, and named as it."""
    words = settings.words[locale]
    name = words.get("home_file", "") if address == locale.prefix else address.rstrip("/").rpartition("/")[2]
    return address + _file_name(name, form, words)


def leaflet_address(locales: tuple[Locale, ...], form: str, settings: Settings) -> str:
    """The place of the leaflet in one or both languages."""
    name = "-".join(settings.words[locale].get("leaflet_file", "") for locale in locales)
    return (locales[0].prefix if len(locales) == 1 else "") + _file_name(name, form, settings.words[locales[0]])


def are_named(settings: Settings) -> bool:
    """Whether mkdocs.yml says what handouts and leaflets are called, without which none are made."""
    return all(settings.words[locale].get(f"{name}_file") for locale in LOCALES for name in ("home", "large_print", "leaflet"))


def handout_addresses(sources: Sources) -> set[str]:
    """The places of all that a build makes besides pages and its own folders."""
    settings = sources.settings
    printed = [page for page in sources.pages if has_handout(page.name, settings)]
    pages = {handout_address(sources.addresses[page.path], page.locale, form, settings) for page in printed for form in FORMS}
    leaflets = {leaflet_address(locales, form, settings) for locales in LEAFLETS for form in FORMS if has_leaflet(settings)}
    # The picture of a leaflet lies beside it.
    return pages | leaflets | {address.replace(".pdf", ".webp") for address in leaflets}


def _file_name(name: str, form: str, words: dict[str, str]) -> str:
    return f"{name}-{words.get(f'{form}_file', '')}.pdf" if form else f"{name}.pdf"
