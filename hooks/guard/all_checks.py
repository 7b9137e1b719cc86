"""All checks of the sources together."""

from collections import defaultdict

from guard import (
    addresses,
    consequences,
    contact,
    contact_values,
    counterparts,
    differences,
    files,
    former,
    front_matter,
    headings,
    held,
    language,
    leaflet,
    letters,
    links,
    lists,
    markup,
    menu,
    pairs,
    settings,
    signs,
    slips,
    stand_ins,
    translation,
    unreadable,
    websites,
)
from guard.waivers import DRIFTED, apply_waivers, waiver_useless
from messages.problem import Problem
from sources.all_sources import Sources
from sources.files import entries
from sources.history import content_with
from sources.pairs import Pair
from sources.succession import succession


def check_sources(sources: Sources, publish: bool = False, require_reviewed: bool = False) -> list[Problem]:
    """Everything wrong with mkdocs.yml and the Markdown of both languages.

    `publish` also counts what the owner has yet to confirm, `require_reviewed`
    each translation that nobody has checked.
    """
    if refused := unreadable.settings_unreadable(sources.settings):
        return refused
    if missing := files.folder_missing(sources.root):
        return missing
    problems = consequences.first_of_page([*_check_files(sources), *_check_settings(sources, publish), *check_pages(sources)])
    by_page = defaultdict(list)
    for problem in problems:
        by_page[problem.path].append(problem)
    for pair in sources.pairs.values():
        faults = [*by_page[pair.source.page.path], *by_page[pair.translation.page.path]]
        problems += consequences.first_of_pair(check_pair(pair, sources), pair, faults)
        if require_reviewed:
            problems += translation.review_missing(pair)
    astray = consequences.paths_with_headings_astray(problems)
    sound = {path: content for path, content in sources.contents.items() if path not in astray}
    return problems + leaflet.leaflet_part_missing(sources, sound)


def _check_files(sources: Sources) -> list[Problem]:
    """Everything wrong with the files as such: names, kinds, places, counterparts, addresses."""
    found, written, past = entries(sources.root), sources.pages, succession(sources)
    to_be = files.paths_to_be(found)
    return [
        *files.file_name_unusable(found),
        *files.file_expected(found),
        *files.link_leaves_folder(found, sources.root),
        *files.file_in_the_way(found, sources),
        *files.file_active(found),
        *files.file_kind_unknown(found),
        *files.file_not_what_it_seems(found),
        *files.picture_too_heavy(found),
        *files.logo_missing(found, sources.settings),
        *files.page_outside(sources.root),
        *unreadable.page_unreadable(written),
        *pairs.missing_translation(sources, to_be),
        *pairs.orphan_translation(sources, to_be),
        *addresses.slug_unusable(written),
        *addresses.address_taken(written, sources.addresses),
        *former.address_lost(past),
        *former.formerly_unclear(past),
        *held.hold_unclear(sources),
        *held.held_page_named(sources),
    ]


def _check_settings(sources: Sources, publish: bool) -> list[Problem]:
    """Everything wrong with mkdocs.yml, and the contact details that stand elsewhere than in it."""
    config, contacts = sources.settings, [*sources.contacts.values()]
    return [
        *menu.menu_page_missing(sources),
        *menu.menu_page_twice(config),
        *menu.menu_title_missing(config),
        *settings.setting_twice(config),
        *settings.setting_unknown(config),
        *settings.setting_useless(config),
        *settings.setting_fixed(config),
        *settings.first_published_unclear(config),
        *contact_values.contact_value_missing(config),
        *contact_values.contact_line_unclear(config),
        *contact_values.contact_value_unlikely(config, contacts),
        *contact_values.contact_typed_in_settings(config, contacts),
        *contact.contact_typed_by_hand(sources.contents, contacts, config),
        *settings.interface_word_missing(config, settings.words_in_templates(sources.root) | settings.WORDS_OF_PAGES),
        *([*settings.to_confirm(config), *stand_ins.stand_in_left(config, sources.contents)] if publish else []),
    ]


def check_pages(sources: Sources) -> list[Problem]:
    """Everything that is wrong with a page in itself."""
    contents, written = sources.contents, sources.pages
    found = [
        *front_matter.front_matter_missing(contents, sources.today),
        *front_matter.front_matter_twice(written),
        *front_matter.front_matter_key_unknown(written),
        *front_matter.front_matter_not_text(written),
        *front_matter.cards_missing(contents),
        *front_matter.front_matter_cut(written),
        *front_matter.title_missing(contents),
        *front_matter.title_too_long(written),
        *front_matter.title_taken(written),
        *front_matter.description_missing(written),
        *front_matter.description_too_long(written),
        *front_matter.updated_unclear(written, sources.today),
        *front_matter.review_by_unclear(written, sources.today),
        *headings.heading_missing(contents),
        *headings.heading_twice(contents),
        *headings.heading_level_skipped(contents),
        *headings.heading_empty(contents),
        *headings.page_empty(contents),
        *slips.heading_in_bold(contents),
        *lists.list_run_on(contents),
        *signs.markup_left(contents),
        *signs.sign_not_seen(contents),
        *slips.note_empty(contents),
        *slips.footnote_unused(contents),
        *slips.text_indented(contents),
        *slips.code_not_closed(contents),
        *slips.table_cells_lost(contents),
        *slips.nested_too_deep(contents),
        *slips.page_too_long(contents),
        *signs.placeholder_left(contents),
        *letters.letter_broken(written),
        *markup.markup_not_allowed(contents),
        *markup.markup_not_closed(contents),
        *markup.markup_out_of_place(contents),
        *markup.anchor_twice(contents),
        *language.other_language_left(contents, sources.settings.names),
        *language.language_unknown(contents, sources.settings.names),
        *links.link_text_empty(contents),
        *links.link_dials_more(contents),
        *links.link_words_differ(contents),
        *websites.link_without_scheme(contents),
        *websites.link_not_secure(contents),
        *websites.link_through_another(contents),
        *websites.link_host_unclear(contents),
        *websites.picture_on_other_host(contents),
        *links.picture_without_words(contents),
    ]
    return found + links.link_target_missing(sources, consequences.paths_with_headings_astray(found))


def check_pair(pair: Pair, sources: Sources) -> list[Problem]:
    """Everything in which the two pages of a pair have drifted apart."""
    was = None
    if pair.state == "outdated":
        was = content_with(pair.pin, pair.source.page, sources.root)
    problems = [
        *translation.translation_unmarked(pair),
        *translation.outdated_translation(pair, was),
        *translation.pending_unclear(pair),
        *translation.review_unclear(pair, sources.root),
        *language.text_identical(pair, sources.settings.names),
    ]
    # Where a translation is known to be behind, that it differs is no news.
    if pair.state != "pending":
        problems += waiver_useless(pair) + apply_waivers(pair, differences.sections_moved(pair, _drift(pair, sources)), DRIFTED)
    if not any(problem.check == "headings_differ" for problem in problems):
        problems += leaflet.leaflet_part_untold(pair, sources.settings)
    return problems


def _drift(pair: Pair, sources: Sources) -> list[Problem]:
    return [
        *differences.headings_differ(pair),
        *differences.points_differ(pair),
        *differences.tables_differ(pair),
        *differences.images_differ(pair),
        *differences.notes_differ(pair),
        *differences.footnotes_differ(pair),
        *differences.links_differ(pair, sources.contents, sources.settings),
        *differences.numbers_differ(pair),
        *differences.measures_differ(pair),
        *counterparts.passages_differ(pair),
    ]
