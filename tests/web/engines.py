"""Firefox and WebKit, driven as far as the tests need: open a page in a window of any size, ask it something, print it."""

import base64
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

WINDOW = Path(__file__).with_name("webkit_window.py")


class Firefox:
    """Firefox, over Marionette, its own protocol for tests: each message is a JSON list behind its length and a colon."""

    def __init__(self, port: int):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=120)
        self._count, self._zoom = 0, 1
        self._read()
        self._ask("WebDriver:NewSession")

    def open(self, address: str, width: int = 1280) -> None:
        # No window is as narrow as a phone: one of twice the width is, where everything is shown in twice the size.
        zoom = 2 if width < 500 else 1
        rect = self._ask("WebDriver:GetWindowRect")
        edges = rect["width"] - self.run("innerWidth") * self._zoom
        self._ask("WebDriver:SetWindowRect", width=edges + width * zoom, height=900)
        self._ask("WebDriver:Navigate", url=address)
        self._ask("Marionette:SetContext", value="chrome")
        self._ask("WebDriver:ExecuteScript", script=f"gBrowser.selectedBrowser.fullZoom = {zoom}", args=[])
        self._ask("Marionette:SetContext", value="content")
        self._zoom = zoom

    def back(self) -> None:
        self._ask("WebDriver:Back")

    def run(self, script: str) -> Any:
        """What an expression comes to on the page; a promise is waited for."""
        body = f"const done = arguments[0]; (async () => ({script}))().then((found) => done([found]), (error) => done([null, `${{error}}`]))"
        found, *errors = self._ask("WebDriver:ExecuteAsyncScript", script=body, args=[], scriptTimeout=60000)["value"]
        assert not errors, errors
        return found

    def pdf(self, margin: int) -> bytes:
        around = dict.fromkeys(("top", "right", "bottom", "left"), margin / 10)
        answer = self._ask("WebDriver:Print", page={"width": 21, "height": 29.7}, margin=around)
        return base64.b64decode(answer["value"])

    def _ask(self, command: str, **said: Any) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, command, said]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, answer = self._read()
        assert error is None, error
        return answer

    def _read(self) -> Any:
        length = b""
        while (byte := self._socket.recv(1)) != b":":
            assert byte, "Firefox has gone"
            length += byte
        content = b""
        while len(content) < int(length):
            content += self._socket.recv(int(length) - len(content))
        return json.loads(content)


class WebKit:
    """WebKit, in a window of the system's own Python: its driver knows no printing, and no window as narrow as a phone."""

    def __init__(self, process: subprocess.Popen):
        self._process = process

    def open(self, address: str, width: int = 1280) -> None:
        self._ask("open", address, width)

    def back(self) -> None:
        self._ask("back")

    def run(self, script: str) -> Any:
        """What an expression comes to on the page; a promise is waited for."""
        return json.loads(self._ask("run", f"return JSON.stringify((await ({script})) ?? null)"))

    def pdf(self, margin: int) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "page.pdf"
            self._ask("print", path.as_uri(), margin)
            return path.read_bytes()

    def _ask(self, *said: Any) -> Any:
        self._process.stdin.write(json.dumps(said) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline() or '{"error": "WebKit has gone"}')
        assert "error" not in answer, answer
        return answer["value"]


@contextlib.contextmanager
def engine(name: str) -> Iterator[Firefox | WebKit]:
    """The engine of that name, until it is no longer needed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        command = _webkit() if name == "webkit" else _firefox(Path(profile), port)
        # WebKit keeps there what Firefox keeps in its profile.
        where = {**os.environ, "XDG_DATA_HOME": profile, "XDG_CACHE_HOME": profile}
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True, env=where
        )
        try:
            yield WebKit(process) if name == "webkit" else _reached(port)
        finally:
            # With this WebKit's window ends, and then its screen.
            process.stdin.close()
            if name == "firefox":
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)


def _firefox(profile: Path, port: int) -> list[str]:
    (profile / "user.js").write_text(f'user_pref("marionette.port", {port});\n', encoding="utf-8")
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    assert program, "no Firefox; `make test-all` installs one"
    return [program, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", str(profile)]


def _reached(port: int) -> Firefox:
    for _ in range(240):
        with contextlib.suppress(ConnectionRefusedError):
            return Firefox(port)
        time.sleep(0.5)
    raise AssertionError("Firefox does not answer")


def _webkit() -> list[str]:
    """A screen that nobody sees, and on it the window; the tests' own Python has no GTK."""
    screen = shutil.which("xvfb-run")
    assert screen, "no screen for WebKit; `make test-all` installs one"
    return [screen, "-a", "/usr/bin/python3", str(WINDOW)]
