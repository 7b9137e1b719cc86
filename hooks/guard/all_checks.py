"""All checks of the sources together."""

from collections import defaultdict
from functools import partial

from guard import (
    addresses,
    changes,
    consequences,
    contact,
    contact_values,
    counterparts,
    differences,
    downloads,
    files,
    former,
    front_matter,
    headings,
    held,
    language,
    leaflet,
    letters,
    link_targets,
    links,
    lists,
    markup,
    menu,
    pairs,
    pictures,
    plain_words,
    sections,
    settings,
    shapes,
    signs,
    slips,
    stand_ins,
    translation,
    unreadable,
    websites,
)
from guard.kept import kept
from guard.meant import Names
from guard.waivers import DRIFTED, apply_waivers, waiver_useless
from messages.problem import Problem
from sources.all_sources import Question, Sources
from sources.content import Content
from sources.files import entries
from sources.handouts import words_of_leaflets
from sources.history import content_with
from sources.memory import key_of
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
    problems = consequences.first_of_page([*_check_files(sources), *_check_settings(sources, publish), *_check_pages(sources, publish)])
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
    problems += [*leaflet.leaflet_part_missing(sources, sound), *leaflet.leaflet_part_twice(sources, sound)]
    return [*problems, *pictures.picture_unused(sources, {problem.path for problem in problems})]


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
        *pictures.picture_too_heavy(found),
        *pictures.logo_missing(found, sources.settings),
        *files.page_outside(sources.root),
        *unreadable.page_unreadable(written),
        *pairs.missing_translation(sources, to_be),
        *pairs.orphan_translation(sources, to_be),
        *addresses.slug_unusable(written),
        *addresses.address_taken(written, sources.addresses),
        *former.address_lost(past),
        *former.file_lost(past),
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
        *downloads.download_unclear(config, sources.root),
        *leaflet.leaflet_unclear(config),
        *leaflet.leaflet_title_unusable(sources),
        *settings.setting_twice(config),
        *settings.setting_unknown(config),
        *shapes.setting_shape(config),
        *settings.setting_useless(config),
        *settings.setting_fixed(config),
        *settings.first_published_unclear(config),
        *contact_values.contact_value_missing(config),
        *contact_values.contact_line_unclear(config),
        *contact_values.contact_value_unlikely(config, contacts),
        *contact_values.contact_text_differs(config),
        *language.other_language_in_settings(config),
        *contact_values.contact_typed_in_settings(config, contacts),
        *plain_words.markup_in_settings(config),
        *signs.placeholder_in_settings(config),
        *letters.letter_broken_in_settings(config),
        *settings.interface_word_missing(config, settings.words_in_templates(sources.root) | settings.WORDS_OF_PAGES | words_of_leaflets(config)),
        *([*settings.to_confirm(config), *stand_ins.stand_in_left(config, sources.contents)] if publish else []),
    ]


def _check_pages(sources: Sources, publish: bool) -> list[Problem]:
    """Everything that is wrong with a page in itself."""
    found = _check_front_matter(sources) + letters.letter_broken([page for page in sources.pages if page.unreadable])
    text, contacts, whole_addresses, has_lost_links = page_questions(sources, publish)
    found += [problem for content in sources.contents.values() for problem in text(content)]
    typed = [problem for content in sources.contents.values() for problem in contacts(content)]
    astray, names = consequences.paths_with_headings_astray(found), Names(sources)
    lost = [links.link_target_missing(content, sources, names, astray) for content in sources.contents.values() if has_lost_links(content)]
    whole = [problem for content in sources.contents.values() for problem in whole_addresses(content)]
    return found + typed + whole + [problem for each in lost for problem in each]


def page_questions(sources: Sources, publish: bool = False) -> tuple[Question, Question, Question, Question]:
    """What is asked of each page, and kept: four questions, in this order.

    What is wrong with its text; which contacts are typed into it, looked for anew before they are published; which links name
    a page of the site by its whole address; whether any link leads nowhere. What is meant by such a one hangs on all pages, and is not kept.
    """
    known, names = contact.known_to(sources), sources.settings.names
    given, named, meant = key_of(sorted(known.contacts), sorted(known.hosts)), key_of(names), Names(sources)
    own = addresses.own_addresses(sources)
    owned = key_of(own)

    def text(content: Content) -> list[Problem]:
        return kept("checks", content, partial(_check_text, content, names), named)

    def contacts(content: Content) -> list[Problem]:
        return kept("contacts", content, partial(contact.contact_typed_by_hand, content, known), given, anew=publish)

    def whole_addresses(content: Content) -> list[Problem]:
        return kept("whole_addresses", content, partial(addresses.link_by_whole_address, content, own), owned)

    def has_lost_links(content: Content) -> bool:
        return content.known("links", lambda: bool(links.link_target_missing(content, sources, meant)), sources.around[content.page.path])

    return text, contacts, whole_addresses, has_lost_links


def _check_front_matter(sources: Sources) -> list[Problem]:
    """Everything that is wrong with what stands between the two --- of pages."""
    written = sources.pages
    return [
        *front_matter.front_matter_missing(sources.contents, sources.today),
        *front_matter.front_matter_twice(written),
        *front_matter.front_matter_key_unknown(written),
        *front_matter.front_matter_not_text(written),
        *front_matter.front_matter_cut(written),
        *front_matter.title_too_long(written),
        *front_matter.title_taken(written),
        *front_matter.description_missing(written),
        *front_matter.description_too_long(written),
        *front_matter.updated_unclear(written, sources.today),
        *front_matter.review_by_unclear(written, sources.today),
        *changes.change_unclear(written),
        *sections.section_list_unclear(sources),
    ]


def _check_text(content: Content, names: list[str]) -> list[Problem]:
    """What is wrong with the text of one page, whatever any other says."""
    one = {content.page.path: content}
    return [
        *front_matter.cards_missing(one),
        *front_matter.title_missing(one),
        *headings.heading_missing(one),
        *headings.heading_twice(one),
        *headings.heading_level_skipped(one),
        *headings.heading_empty(one),
        *headings.page_empty(one),
        *slips.heading_in_bold(one),
        *lists.list_run_on(one),
        *signs.markup_left(one),
        *signs.sign_not_seen(one),
        *slips.note_empty(one),
        *slips.footnote_unused(one),
        *slips.text_indented(one),
        *slips.code_not_closed(one),
        *slips.table_cells_lost(one),
        *slips.nested_too_deep(one),
        *slips.page_too_long(one),
        *signs.placeholder_left(one),
        *letters.letter_broken([content.page]),
        *markup.markup_not_allowed(one),
        *markup.markup_not_closed(one),
        *markup.markup_out_of_place(one),
        *markup.anchor_twice(one),
        *language.other_language_left(one, names),
        *language.language_unknown(one, names),
        *links.link_text_empty(one),
        *links.link_dials_more(one),
        *links.link_words_differ(one),
        *websites.link_without_scheme(one),
        *websites.link_not_secure(one),
        *websites.link_through_another(one),
        *websites.link_tracked(one),
        *websites.link_private(one),
        *websites.link_host_unclear(one),
        *websites.picture_on_other_host(one),
        *links.picture_without_words(one),
    ]


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
        *pair_differences(pair.translation, sources),
    ]
    if not any(problem.check == "headings_differ" for problem in problems):
        problems += leaflet.leaflet_part_untold(pair, sources.settings)
    return problems


def pair_differences(content: Content, sources: Sources) -> list[Problem]:
    """What differs between a translation and its source, and should not, or is the same, and should not be: kept while both are the same."""
    pair = sources.pairs.get(content.page.name)
    if not pair or content is not pair.translation:
        return []
    settings, around = sources.settings, [sources.around[each.page.path] for each in (pair.source, content)]
    hang_on = pair.source.page.key, around, pair.state == "pending", settings.names, settings.language_addresses, settings.downloads
    return kept("differences", content, partial(_differences, pair, sources), *hang_on)


def _differences(pair: Pair, sources: Sources) -> list[Problem]:
    same = language.text_identical(pair, sources.settings.names)
    if pair.state == "pending":
        return same  # Where a translation is known to be behind, that it differs is no news.
    return (
        same
        + changes.change_missing(pair)
        + waiver_useless(pair)
        + apply_waivers(pair, differences.sections_moved(pair, _drift(pair, sources)), DRIFTED)
    )


def _drift(pair: Pair, sources: Sources) -> list[Problem]:
    return [
        *differences.headings_differ(pair),
        *differences.points_differ(pair),
        *differences.tables_differ(pair),
        *differences.images_differ(pair),
        *differences.notes_differ(pair),
        *differences.footnotes_differ(pair),
        *link_targets.links_differ(pair, sources.contents, sources.settings),
        *differences.numbers_differ(pair),
        *differences.measures_differ(pair),
        *counterparts.passages_differ(pair),
    ]
