"""The site as it is published, at an address of this machine, which its pages, sitemap and service worker then know."""

import os
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port on which one site can be served several times in turn."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port: int = held.getsockname()[1]
    return port


def build(site: Path, address: str, runtime: str = "full") -> None:
    """Build the site for an address without a slash at its end, with the layers of that setting."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    environment = {**os.environ, "SITE_URL": f"{address}/", "PRESS_RUNTIME": runtime}
    subprocess.run(command, cwd=ROOT, check=True, env=environment)
