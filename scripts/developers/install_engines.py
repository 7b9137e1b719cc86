"""Makes sure that the tests have Firefox, and WebKit with a screen for it, and installs Debian's packages where they are missing."""

import shutil
import subprocess
import sys

import debian

PACKAGES = ("firefox-esr", "gir1.2-webkit2-4.1", "python3-gi", "xauth", "xvfb")
# The system's own Python shows WebKit: what it is shown with comes with the system alone.
WEBKIT = ["/usr/bin/python3", "-c", "import gi; gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')"]
FAILED = f"""Firefox and WebKit could not be installed.
  Fix: install them (Debian: apt-get install {" ".join(PACKAGES)})."""


def are_there() -> bool:
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    return bool(firefox and shutil.which("xvfb-run")) and subprocess.run(WEBKIT, stderr=subprocess.DEVNULL).returncode == 0


def main() -> int:
    if not are_there():
        print("Installing Firefox and WebKit ...", flush=True)
        debian.install(*PACKAGES)
    if not are_there():
        print(FAILED, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
