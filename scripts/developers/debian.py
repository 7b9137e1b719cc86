"""Debian's packages that the tests need."""

import os
import shutil
import subprocess


def can_install() -> bool:
    """Whether this is Debian, or its like, and root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install packages where that can be; elsewhere nothing is done, and whoever needs them says so."""
    if can_install():
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", *command], env=environment, stdout=subprocess.DEVNULL)
