"""All checks, in the order in which an editor would want them run."""

from pathlib import Path

import addresses
import contact
import pages
import pairs
import settings
from problem import Problem


def check_sources(root: Path, publish: bool) -> list[Problem]:
    """Everything wrong with mkdocs.yml and the Markdown of both languages.

    `publish` also counts what the owner has yet to confirm.
    """
    config = settings.read_settings(root / settings.PATH)
    written = pages.read_pages(root)
    return [
        *pages.unreadable(written),
        *pairs.missing_translation(written),
        *pairs.orphan_translation(written),
        *pairs.menu_page_missing(config, written),
        *addresses.slug_unusable(written),
        *addresses.address_taken(written),
        *contact.contact_value_missing(config),
        *settings.interface_word_missing(config),
        *(settings.to_confirm(config) if publish else []),
    ]
