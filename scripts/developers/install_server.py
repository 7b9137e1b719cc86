"""Makes sure that the tests have nginx with Brotli, and installs Debian's packages where they are missing."""

import os
import shutil
import sys
from pathlib import Path

import debian

MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")

FAILED = """nginx with its Brotli module could not be installed.
  Fix: install them (Debian: apt-get install nginx-light libnginx-mod-http-brotli-static)."""


def is_there() -> bool:
    return bool(shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")) and MODULE.exists()


def main() -> int:
    if not is_there() and debian.can_install():
        print("Installing nginx ...", flush=True)
        # Only its program is wanted: no server is to start by itself.
        policy = Path("/usr/sbin/policy-rc.d")
        ours = not policy.exists()
        if ours:
            policy.write_text("#!/bin/sh\nexit 101\n", encoding="utf-8")
            policy.chmod(0o755)
        debian.install("nginx-light", "libnginx-mod-http-brotli-static")
        if ours:
            policy.unlink()
    if not is_there():
        print(FAILED, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
