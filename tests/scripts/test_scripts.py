"""The commands of scripts/, run as an editor runs them."""

import json
import os
import re
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import comrak
import pytest

from commands import start_command
from conftest import ROOT


def test_a_sound_site_has_nothing_to_mend(run):
    result = run("check_sources")
    assert (result.returncode, result.stdout) == (0, "Nid oes dim i'w gywiro.\nNothing to mend.\n")


def test_wrong_use_ends_with_2(run):
    assert run("check_sources", "--format", "pdf").returncode == 2
    assert run("check_sources", "--lang", "fr").returncode == 2
    assert run("mark_translated", "docs/nowhere.md").returncode == 2
    assert run("mark_translated", "docs-cy/sleep.md", "--reviewed-by", " ").returncode == 2
    assert run("mark_translated").returncode == 2
    assert run("mark_translated", "docs-cy/sleep.md", "--all").returncode == 2


# The engine speaks for itself.
COMMANDS = sorted({path.stem for path in (ROOT / "scripts").glob("[!_]*.py")} - {"run_engine"})


@pytest.mark.parametrize("script", COMMANDS)
def test_help_speaks_both_languages(run, script):
    both = start_command([f"scripts/{script}.py", "--help"], run.site, {**os.environ})
    welsh, english = (run(script, "--help", "--lang", code).stdout for code in ("cy", "en"))
    assert (both.returncode, both.stderr, both.stdout) == (0, "", f"{welsh}\n{english}")
    assert (welsh.startswith(f"defnydd: {script}.py"), english.startswith(f"usage: {script}.py")) == (True, True)
    # What stands in both is what is typed, and no sentence.
    assert [line for line in set(welsh.splitlines()) & set(english.splitlines()) if re.search(r"[a-z]{3,} [a-z]{3,}", line)] == []


@pytest.mark.parametrize(
    ("script", "words", "welsh", "english"),
    [
        ("proof", ["--fast"], "heb ei ddeall: --fast", "unrecognized arguments: --fast"),
        (
            "check_sources",
            ["--changed-since", "mian"],
            '--changed-since: nid yw git yn adnabod "mian" yma',
            'argument --changed-since: git knows no "mian" here',
        ),
        (
            "show_status",
            ["--changed-since", "mian"],
            '--changed-since: nid yw git yn adnabod "mian" yma',
            'argument --changed-since: git knows no "mian" here',
        ),
        ("zip_site", ["a", "b", "--changed-since", "-x"], "--changed-since: mae angen un gwerth", "argument --changed-since: expected one argument"),
        ("read_xliff", [], "mae angen hyn hefyd: FFEIL", "the following arguments are required: FILE"),
        ("proof", ["--lang", "fr"], "--lang: nid yw hwn yn un o'r dewisiadau: 'fr'", "argument --lang: invalid choice: 'fr'"),
        ("check_sources", ["--format"], "--format: mae angen un gwerth ar ei ôl", "argument --format: expected one argument"),
        ("proof", ["--help=now"], "-h/--help: nid yw'n cymryd gwerth: 'now'", "argument -h/--help: ignored explicit argument 'now'"),
    ],
)
def test_what_is_not_understood_is_told_in_both_languages(run, script, words, welsh, english):
    result = run(script, *words)
    told = result.stderr.split("\n\n")
    assert (result.returncode, len(told), f"{script}.py: gwall: {welsh}" in told[0], f"{script}.py: error: {english}" in told[1]) == (
        2,
        2,
        True,
        True,
    )
    assert run(script, *words, "--lang=en").stderr.count("error: ") == 1


def test_make_help_names_each_command_in_both_languages():
    told = subprocess.run(["make", "--silent", "help"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8").stdout
    welsh, english = (re.findall(r"(?m)^(make \S+)", part) for part in told.split("\n\n"))
    phony = re.search(r"(?m)^\.PHONY: help (.*)", (ROOT / "Makefile").read_text(encoding="utf-8"))[1].split()
    assert welsh == english and sorted(welsh) == sorted(f"make {each}" for each in phony)


def test_problems_as_json_and_as_annotations(run):
    (run.site / "docs-cy/sleep.md").unlink()
    result = run("check_sources", "--format", "json")
    assert result.returncode == 1
    assert json.loads(result.stdout) == [
        {
            "level": "error",
            "path": "docs/sleep.md",
            "line": 1,
            "check": "missing_translation",
            "message": "This page has no Welsh page: there is no file docs-cy/sleep.md.",
            "fix": "add docs-cy/sleep.md with the Welsh text, or take docs/sleep.md out too.",
            "message_cy": "Nid oes tudalen Gymraeg i gyd-fynd â hon: nid oes ffeil docs-cy/sleep.md.",
            "fix_cy": "ychwanegwch docs-cy/sleep.md gyda'r testun Cymraeg, neu dilëwch docs/sleep.md hefyd.",
        }
    ]
    assert run("check_sources", "--format", "github").stdout == (
        "::error file=docs/sleep.md,line=1,title=missing_translation::This page has no Welsh page: there is no file "
        "docs-cy/sleep.md.%0AFix: add docs-cy/sleep.md with the Welsh text, or take docs/sleep.md out too.\n"
    )


ENGLISH = (
    "  This page has no Welsh page: there is no file docs-cy/sleep.md.\n"
    "  Fix: add docs-cy/sleep.md with the Welsh text, or take docs/sleep.md out too.\n"
)
WELSH = (
    "  Nid oes tudalen Gymraeg i gyd-fynd â hon: nid oes ffeil docs-cy/sleep.md.\n"
    "  I'w gywiro: ychwanegwch docs-cy/sleep.md gyda'r testun Cymraeg, neu dilëwch docs/sleep.md hefyd.\n"
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), f"{ENGLISH}\nCanfuwyd 1 broblem.\n1 problem found.\n"),
        (("--lang", "en"), f"{ENGLISH}\n1 problem found.\n"),
        (("--lang", "cy"), f"{WELSH}\nCanfuwyd 1 broblem.\n"),
        (("--lang", "both"), f"{WELSH}{ENGLISH}\nCanfuwyd 1 broblem.\n1 problem found.\n"),
    ],
)
def test_problems_are_told_in_the_language_asked_for(run, words, told):
    (run.site / "docs-cy/sleep.md").unlink()
    assert run("check_sources", *words).stdout == f"docs/sleep.md:1 (missing_translation)\n{told}"


def test_annotations_speak_welsh_first_to_whom_may_read_it(run):
    page = run.site / "docs-cy/sleep.md"
    page.write_text(page.read_text(encoding="utf-8").replace("# Cwsg", "# Cwsg\n\n# Nos"), encoding="utf-8")
    told = run("check_sources", "--format", "github").stdout
    assert (
        'title=heading_twice::Mae "Nos" yn ail brif bennawd.%0AI\'w gywiro: ysgrifennwch ef fel "## Nos".'
        '%0A"Nos" is a second main heading.%0AFix: write it as "## Nos".\n'
    ) in told


def test_warnings_are_told_and_stop_nothing(run):
    page = run.site / "docs-cy/sleep.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Am gwsg", "Am cwsg"), encoding="utf-8")
    told = (
        'docs-cy/sleep.md:3 (mutation_wrong)\n  In "Am cwsg" the last word takes the soft mutation (treiglad meddal).\n'
        '  Fix: write "Am gwsg". If it is right as it is, write "mutation_wrong:" and the reason below "waive:" at the top of the page.\n\n'
        "1 warning found.\n"
    )

    result = run("check_sources", "--lang", "en")
    assert (result.returncode, result.stdout) == (0, f"Nothing to mend.\n\n{told}")
    assert run("check_sources", "--format", "github").stdout.startswith("::warning file=docs-cy/sleep.md,line=3,title=mutation_wrong::")
    assert [each["level"] for each in json.loads(run("check_sources", "--format", "json").stdout)] == ["warning"]
    assert run("check_sources", "--format", "markdown", "--lang", "en").stdout.startswith(
        "## Nothing to mend.\n\n#### <code>docs-cy/sleep.md</code>\n"
    )
    proof = run("proof", "--lang", "en")
    assert (proof.returncode, proof.stdout) == (1, told)


def test_a_summary_tells_what_a_change_touches_first_and_what_a_build_found(run, tmp_path):
    def git(*words):
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words]
        subprocess.run(command, cwd=run.site, check=True, capture_output=True)

    (run.site / "docs-cy/more/play.md").unlink()
    for words in (["init"], ["add", "."], ["commit", "--message", "A fault that was there"]):
        git(*words)
    settings, page = run.site / "mkdocs.yml", run.site / "docs/sleep.md"
    settings.write_text(settings.read_text(encoding="utf-8").replace("990 133", "990 134"), encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8").replace("title: Sleep\n", ""), encoding="utf-8")
    problem = {"level": "error", "path": "mkdocs.yml", "line": 3, "check": "leaflet_too_long", "message": "Too long.", "fix": "shorten it."}
    found = tmp_path / "found.json"
    found.write_text(json.dumps([problem | {"message_cy": "Rhy hir.", "fix_cy": "byrhewch ef."}]), encoding="utf-8")

    told = run("check_sources", "--format", "markdown", "--changed-since", "HEAD", "--found", str(found)).stdout

    welsh, english = told.split("<summary>English</summary>")
    assert welsh.startswith("## I'w cywiro: 3\n\n**Mae hyn yn newid y manylion cyswllt (rhif ffôn)")
    lines = [line for line in english.splitlines() if line.startswith(("#", "**", "- "))]
    assert [re.sub("<.*?>", "", line) for line in lines] == [
        "## To mend: 3",
        "**This changes the contact details&#58; telephone number, from &#34;03069 990 133&#34; to &#34;03069 990 134&#34;.**",
        "### In the files that this change touches",
        "#### docs/sleep.md",
        "- line 1 (title&#95;missing)This page has no title.",
        "#### mkdocs.yml",
        "- line 3 (leaflet&#95;too&#95;long)Too long.",
        "### In other files",
        "#### docs/more/play.md",
        "- line 1 (missing&#95;translation)This page has no Welsh page&#58; there is no file docs-cy/more/play.md.",
    ]


def test_sound_welsh_has_nothing_to_look_at(run):
    proof = run("proof")
    assert (proof.returncode, proof.stdout) == (0, "Nid oes dim i edrych arno.\nNothing to look at.\n")


def test_status_names_each_state(run):
    (run.site / "docs-cy/more/play.md").unlink()
    page = run.site / "docs/sleep.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Sleep", "Rest"), encoding="utf-8")
    assert run("show_status", "--lang", "en").stdout == (
        "Page          Written in  Translation  State  Checked by  On  Updated     Next review\n"
        "index.md      English     current      draft                  2026-11-01\n"
        "more/play.md  English     missing                             2026-11-01\n"
        "sleep.md      English     outdated     draft                  2026-11-01\n"
    )
    assert run("show_status", "--format", "markdown").stdout == (
        "| Tudalen / Page | Iaith wreiddiol / Written in | Cyfieithiad / Translation | Cyflwr / State | "
        "Gwiriwyd gan / Checked by | Dyddiad / On | Diweddarwyd / Updated | Adolygiad nesaf / Next review |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
        "| index.md | Saesneg / English | cyfredol / current | drafft / draft |  |  | 2026-11-01 |  |\n"
        "| more/play.md | Saesneg / English | ar goll / missing |  |  |  | 2026-11-01 |  |\n"
        "| sleep.md | Saesneg / English | wedi dyddio / outdated | drafft / draft |  |  | 2026-11-01 |  |\n"
    )


def test_status_for_machines_names_pairs_and_open_questions(run):
    (run.site / "docs-cy/more/play.md").unlink()
    settings = run.site / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    asked = "  to_confirm:\n    - item: hours\n      question:\n        en: Which hours?\n        cy: Pa oriau?\n"
    settings.write_text(text.replace("  to_confirm:\n", asked, 1), encoding="utf-8")
    told = json.loads(run("show_status", "--format", "json").stdout)
    assert told["open_questions"][:1] == [{"item": "hours", "question": {"en": "Which hours?", "cy": "Pa oriau?"}}]
    assert [(pair["page"], pair["written_in"], pair["state"], pair["checked_by"], pair["checked_on"]) for pair in told["pairs"]] == [
        ("index.md", "en", "current", None, None),
        ("more/play.md", "en", "missing", None, None),
        ("sleep.md", "en", "current", None, None),
    ]


def test_status_in_markdown_holds_no_markup_of_a_name(run):
    page = run.site / "docs-cy/sleep.md"
    assert run("mark_translated", "docs-cy/sleep.md", "--reviewed-by", "NAME").returncode == 0
    text = page.read_text(encoding="utf-8").replace("review: NAME", "review: '[A](/b) <i>|www.d.uk")
    page.write_text(re.sub(r"(?m)^(review: '[^'\n]*)$", r"\1'", text), encoding="utf-8")
    told = run("show_status", "--format", "markdown", "--lang", "en").stdout
    html = comrak.markdown_to_html(told, comrak.ExtensionOptions(table=True, autolink=True))
    assert ("<a" in html, "<i>" in html, "[A](/b) &lt;i&gt;|www.d.uk" in html, html.count("<td>")) == (False, False, True, 24)


def test_what_is_staged_is_checked_and_nothing_else(run, git):
    (run.site / "docs-cy/sleep.md").unlink()
    assert run("check_sources", "--staged", "--lang", "en").stdout == "Nothing to mend.\n"
    git("add", "--all")
    (run.site / "docs-cy/sleep.md").write_text("---\ntitle: Cwsg\n---\n", encoding="utf-8")
    assert run("check_sources", "--staged", "--lang", "en").stdout == (
        "docs/sleep.md:1 (missing_translation)\n  This page has no Welsh page: there is no file docs-cy/sleep.md.\n"
        "  Fix: add docs-cy/sleep.md with the Welsh text, or take docs/sleep.md out too.\n\n1 problem found.\n"
    )


def test_what_is_staged_is_compared_with_what_git_remembers(run, git):
    source = run.site / "docs/sleep.md"
    source.write_text(source.read_text(encoding="utf-8").replace("See [play]", "Do see [play]"), encoding="utf-8")
    git("add", "--all")
    assert 'from "Sleep See play." to "Sleep Do see play."' in run("check_sources", "--staged").stdout


def test_without_git_nothing_can_be_staged(run):
    result = run("check_sources", "--staged")
    assert (result.returncode, result.stderr) == (
        2,
        "Nid oes modd llwyfannu dim yma: nid ystorfa git yw hon. I'w gywiro: hepgorwch --staged.\n"
        "Nothing can be staged here: this is no git repository. Fix: leave --staged out.\n",
    )


def test_pages_changed_in_one_language_are_listed(run, git):
    assert run("show_status", "--changed-since", "HEAD", "--lang", "en").stdout == "No page changed in one language only.\n"
    for name in ("docs/sleep.md", "docs/index.md", "docs-cy/index.md"):
        page = run.site / name
        page.write_text(page.read_text(encoding="utf-8") + "\nMore.\n", encoding="utf-8")
    assert run("show_status", "--changed-since", "HEAD").stdout == (
        "Wedi newid mewn un iaith yn unig:\n\n- `docs/sleep.md`, ond nid `docs-cy/sleep.md`\n\n"
        "Changed in one language only:\n\n- `docs/sleep.md`, and not `docs-cy/sleep.md`\n"
    )


def test_outside_links_that_do_not_answer_are_told(run):
    class Server(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path == "/there" else 404)
            self.end_headers()

        def log_message(self, *words):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}"
    page = run.site / "docs/sleep.md"
    page.write_text(page.read_text(encoding="utf-8") + f"\n[One]({address}/there) and [two]({address}/gone).\n", encoding="utf-8")
    result = run("check_outside_links")
    server.shutdown()
    assert (result.returncode, result.stdout) == (
        1,
        f"docs/sleep.md:11 (outside_link)\n  Mae {address}/gone yn ateb â'r cod 404.\n"
        "  I'w gywiro: chwiliwch am ei gyfeiriad newydd, ac ysgrifennwch hwnnw yn y ddwy iaith; neu dilëwch y ddolen.\n"
        f"  {address}/gone answers 404.\n"
        "  Fix: look for its new address, and write that in both languages; or take the link out.\n\n"
        "Canfuwyd 1 broblem.\n1 problem found.\n",
    )
