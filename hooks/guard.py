"""All checks of the sources together."""

import addresses
import contact
import contact_text
import language
import links
import pages
import pairs
import settings
import structure
import translation
from history import content_with
from locales import LOCALES
from problem import Problem
from sources import Sources
from translation import Pair
from waivers import apply_waivers


def check_sources(sources: Sources, publish: bool = False, require_reviewed: bool = False) -> list[Problem]:
    """Everything wrong with mkdocs.yml and the Markdown of both languages.

    `publish` also counts what the owner has yet to confirm, `require_reviewed`
    each translation that nobody has checked.
    """
    config, written = sources.settings, sources.pages
    if config.unreadable:
        return [config.unreadable]
    contacts = [contact.contact_in(config, locale) for locale in LOCALES]
    problems = [
        *filter(None, [sources.reader.problem]),
        *pages.unreadable(written),
        *pairs.missing_translation(written),
        *pairs.orphan_translation(written),
        *pairs.menu_page_missing(config, written),
        *pairs.menu_title_missing(config),
        *addresses.slug_unusable(written),
        *addresses.address_taken(written),
        *contact.contact_value_missing(config),
        *contact_text.contact_value_unlikely(config, contacts),
        *contact_text.contact_typed_by_hand(sources.contents, contacts, config),
        *settings.interface_word_missing(config, settings.words_in_templates(sources.root)),
        *(settings.to_confirm(config) if publish else []),
    ]
    problems += language.other_language_left(sources.contents, config.names)
    problems += [
        *links.link_target_missing(sources.contents, sources.root),
        *links.link_text_empty(sources.contents),
        *links.link_not_secure(sources.contents),
        *links.picture_on_other_host(sources.contents),
        *links.picture_without_words(sources.contents),
    ]
    for pair in sources.pairs.values():
        problems += check_pair(pair, sources)
        if require_reviewed:
            problems += translation.review_missing(pair)
    return problems


def check_pair(pair: Pair, sources: Sources) -> list[Problem]:
    """Everything in which the two pages of a pair have drifted apart."""
    was = None
    if pair.state == "outdated":
        was = content_with(pair.pin, pair.source.page, sources.reader, sources.root)
    problems = [
        *translation.translation_unmarked(pair),
        *translation.outdated_translation(pair, was),
        *translation.pending_unclear(pair),
        *translation.review_unclear(pair),
        *language.text_identical(pair, sources.settings.names),
    ]
    if pair.state == "pending":
        # Its translation is known to be behind: that it differs is no news.
        return problems
    return problems + apply_waivers(
        pair,
        [
            *structure.headings_differ(pair),
            *structure.points_differ(pair),
            *structure.tables_differ(pair),
            *structure.images_differ(pair),
            *structure.notes_differ(pair),
            *structure.links_differ(pair, sources.contents, sources.settings),
            *structure.numbers_differ(pair),
        ],
    )
