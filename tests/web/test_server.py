"""The published site behind nginx, as scripts/nginx/ sets it up."""

import http.client
import json
import re
import signal
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path

import brotli
import pytest

from conftest import ROOT
from run_server import serving
from test_publish import publish

pytestmark = pytest.mark.everything


def let_all_in(folder):
    """pytest keeps its folders to itself, and nginx works with fewer rights."""
    for path in (folder, *folder.parents):
        if path == Path(tempfile.gettempdir()):
            return
        path.chmod(0o755)


@pytest.fixture(scope="module")
def server(service, tmp_path_factory):
    """The port of nginx with the published site."""
    folder = tmp_path_factory.mktemp("nginx")
    assert publish(service, folder / "site").returncode == 0
    let_all_in(folder)
    with serving(folder / "site") as (port, _):
        yield port


def ask(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer, answer.read()


def test_pages_are_compressed_and_asked_for_anew(server):
    plain, html = ask(server, "/cy/tyfu/")
    packed, body = ask(server, "/cy/tyfu/", Accept_Encoding="gzip, br")
    assert (packed.getheader("Content-Encoding"), brotli.decompress(body)) == ("br", html)
    assert ask(server, "/cy/tyfu/", Accept_Encoding="gzip")[0].getheader("Content-Encoding") == "gzip"
    assert {name: plain.getheader(name) for name in ("Content-Type", "Cache-Control", "X-Content-Type-Options", "Referrer-Policy")} == {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    assert [answer.getheader("Vary") for answer in (plain, packed)] == ["Accept-Encoding"] * 2
    assert plain.getheader("Content-Security-Policy") == "frame-ancestors 'none'"
    assert plain.getheader("Strict-Transport-Security") == "max-age=31536000"


def test_what_is_named_by_its_content_is_kept(server):
    html = ask(server, "/")[1].decode()
    script = re.search(r'src="([^"]+\.js)"', html)[1]
    answer, _ = ask(server, f"/{script}")
    assert (answer.status, answer.getheader("Cache-Control")) == (200, "public, max-age=31536000, immutable")
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    for path in ("/pagefind/pagefind.js", "/worker.js", "/offline.html"):
        assert ask(server, path)[0].getheader("Cache-Control") == "no-cache"


def test_a_wrong_address_speaks_both_languages(server):
    answer, body = ask(server, "/cy/nid-yma/")
    assert answer.status == 404
    assert "Heb ddod o hyd" in body.decode() and "Page not found" in body.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/../nginx.conf",
        "/..%2fnginx.conf",
        "/%2e%2e/nginx.conf",
        "/_headers",
        "/checksums.txt",
        "/checksums.txt.gz",
        "/.published-site",
        "/cy/.git/config",
        "/cy/..%5c..%5cnginx.conf",
    ],
)
def test_nothing_else_is_given_away(server, path):
    assert ask(server, path)[0].status in (400, 404)


def test_the_page_list_of_folders_is_not_shown(server):
    assert ask(server, "/assets/")[0].status == 404
    assert json.loads(ask(server, "/pagefind/pagefind-entry.json")[1])["languages"].keys() == {"cy", "en"}


def test_what_is_no_page_runs_nothing(server):
    html = ask(server, "/")[1].decode()
    script = re.search(r'src="([^"]+\.js)"', html)[1]
    runs = {path: ask(server, path)[0] for path in ("/cy/", "/index.html", "/not/here", "/worker.js", "/pagefind/pagefind.js", f"/{script}")}
    assert {path: answer.getheader("Content-Security-Policy") for path, answer in runs.items()} == dict.fromkeys(runs, "frame-ancestors 'none'")
    drawing = re.search(r'href="([^"]+\.svg)"|rel=icon href="?([^" >]+)', html)
    for path in ("sitemap.xml", "pagefind/pagefind-entry.json", drawing[1] or drawing[2]):
        answer, _ = ask(server, f"/{path}")
        policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"
        assert (answer.status, answer.getheader("Content-Security-Policy")) == (200, policy), path


def test_an_etag_stands_for_the_content(server):
    answer, _ = ask(server, "/cy/")
    assert answer.getheader("Last-Modified") is None
    again, body = ask(server, "/cy/", If_None_Match=answer.getheader("ETag"))
    assert (again.status, body) == (304, b"")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_nginx_ends_with_the_command_that_started_it(tmp_path, ending):
    (tmp_path / "index.html").write_text("Here.", encoding="utf-8")
    command = [sys.executable, str(ROOT / "scripts/run_server.py"), str(tmp_path)]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    address = run.stdout.readline().split(" ")[0]
    run.send_signal(ending)
    run.communicate(timeout=20)
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=2)
    assert run.returncode == 0
