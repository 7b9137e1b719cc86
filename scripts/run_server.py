"""Serves a published site with nginx on this machine, as scripts/nginx/ sets it up, until Ctrl+C.

run_server.py /srv/site
"""

import contextlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path += [str(ROOT / "scripts/developers"), str(ROOT / "hooks")]

from _arguments import argument, read_arguments
from _command import run, say
from install_server import MODULE, is_there
from messages.message import Message

_MAIN = """load_module {module};
worker_processes auto;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    include {folder}/site.conf;
}}
"""


@contextlib.contextmanager
def serving(site: Path):
    """The port on which nginx serves a published site, and its process."""
    with tempfile.TemporaryDirectory() as name, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        folder = Path(name)
        # nginx gives its work to a user with few rights, who has to come this far.
        folder.chmod(0o755)
        shutil.copy(ROOT / "scripts/nginx/headers.conf", folder)
        ours = (ROOT / "scripts/nginx/site.conf").read_text(encoding="utf-8")
        ours = ours.replace("/srv/site", str(site.resolve())).replace("127.0.0.1:8080", f"127.0.0.1:{port}")
        (folder / "site.conf").write_text(ours, encoding="utf-8")
        (folder / "nginx.conf").write_text(_MAIN.format(module=MODULE, folder=folder), encoding="utf-8")
        nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin")
        with subprocess.Popen([nginx, "-c", folder / "nginx.conf", "-p", folder, "-g", "daemon off;"]) as process:
            try:
                _wait_for(port, process)
                yield port, process
            finally:
                process.terminate()


def _wait_for(port: int, process: subprocess.Popen) -> None:
    for _ in range(100):
        with socket.socket() as probe:
            if process.poll() is not None or probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


def main() -> int:
    options = read_arguments(
        Message("Serves a published site with nginx on this machine, as scripts/nginx/ sets it up, until Ctrl+C."),
        argument("folder", metavar=Message("FOLDER"), type=Path, help=Message("the published site")),
    )
    site, languages = options.folder, options.lang
    if not (site / "index.html").is_file():
        say(Message("{folder} holds no site. Fix: make publish TO={folder}", folder=site), languages, failed=True)
        return 2
    if not is_there():
        say(Message("nginx is not there. Fix: scripts/developers/install_server.py"), languages, failed=True)
        return 1
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda *_: sys.exit(0))
    with contextlib.suppress(KeyboardInterrupt), serving(site) as (port, nginx):
        if nginx.poll() is None:
            say(Message("http://127.0.0.1:{port}/ (Ctrl+C ends it)", port=port), languages)
        nginx.wait()
        say(Message("nginx has ended. Fix: see what it told above, and run this again."), languages, failed=True)
        return 1
    return 0


if __name__ == "__main__":
    run(main)
