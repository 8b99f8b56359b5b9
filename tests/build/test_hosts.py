"""The recipes for hosts, tried where the host's program is on this machine: each file is sent as the declaration says."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from press.runtime.hosting import EVERYWHERE, apache_recipe, nginx_recipe, policy_of

PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
APACHE_MODULES = Path("/usr/lib/apache2/modules")
KEEP = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def small_site(site: Path) -> Iterator[Path]:
    """One file of each kind, where a server that is not run by us may read."""
    (drawing,) = sorted(site.glob("images/articles/*.svg"))[:1]
    (search,) = site.glob("search/parts/pages-*.json")
    names = ["index.html", "404.html", "about/index.html", "service-worker.js", "service-worker.js.br", "_headers"]
    names += [path.relative_to(site).as_posix() for path in sorted(site.glob("articles/*/index.html.md"))[:1]]
    names += [path.relative_to(site).as_posix() for path in (drawing, search, *site.glob("assets/app/worker-*.js"))]
    names += [path.relative_to(site).as_posix() for path in site.glob("assets/app/slim-core-*.wasm")]
    folder = Path(tempfile.mkdtemp())
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(site / name, folder / name)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    yield folder
    shutil.rmtree(folder)


def program(name: str, words: str) -> str:
    return shutil.which(name, path=PLACES) or pytest.skip(f"RECIPE NOT TRIED: there is no {words} on this machine")


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


@contextmanager
def started(start: list[str], stop: list[str]) -> Iterator[None]:
    """Both programs come back from `start` when they listen."""
    run = subprocess.run(start, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    try:
        yield
    finally:
        subprocess.run(stop, capture_output=True, check=True)


@pytest.fixture(scope="module")
def nginx(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port at which nginx sends the site by its recipe."""
    command, port, folder = program("nginx", "nginx"), free_port(), tmp_path_factory.mktemp("nginx")
    recipe = (
        nginx_recipe().replace("/srv/site", str(small_site)).replace("server {", f"server {{ listen 127.0.0.1:{port};")
    )
    places = "".join(
        f"{name}_temp_path {folder}/{name}; " for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    file = folder / "nginx.conf"
    file.write_text(
        f"pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {places}\n{recipe}}}\n",
        "utf-8",
    )
    run = [command, "-p", str(folder), "-c", str(file), "-e", f"{folder}/error.log"]
    with started(run, [*run, "-s", "quit"]):
        yield port


@pytest.fixture(scope="module")
def apache(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port at which Apache sends the site by its recipe."""
    command, port, folder = program("apache2", "Apache"), free_port(), tmp_path_factory.mktemp("apache")
    if not APACHE_MODULES.is_dir():
        pytest.skip("RECIPE NOT TRIED: Apache's modules are not where Debian puts them")
    modules = ("mpm_event", "authz_core", "alias", "dir", "headers", "mime")
    loaded = "".join(f"LoadModule {name}_module {APACHE_MODULES}/mod_{name}.so\n" for name in modules)
    # Apache does not serve as root.
    owner = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    file = folder / "apache.conf"
    file.write_text(
        f"ServerName localhost\nServerRoot {folder}\nPidFile {folder}/pid\nErrorLog {folder}/error.log\n"
        f"Listen 127.0.0.1:{port}\nTypesConfig /etc/mime.types\n{loaded}{owner}"
        f"DefaultRuntimeDir {folder}\n{apache_recipe().replace('/srv/site', str(small_site))}",
        "utf-8",
    )
    run = [command, "-f", str(file), "-k"]
    with started([*run, "start"], [*run, "stop"]):
        yield port


@pytest.fixture(params=["nginx", "apache"])
def port(request: pytest.FixtureRequest) -> int:
    found: int = request.getfixturevalue(request.param)
    return found


def asked(port: int, address: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", f"/{address}")
    return connection.getresponse()


def test_every_kind_of_file_is_sent_as_the_declaration_says(port: int, small_site: Path) -> None:
    files = [path.relative_to(small_site).as_posix() for path in small_site.rglob("*") if path.is_file()]
    addresses = [name.removesuffix("index.html") for name in files if not name.endswith((".br", "_headers"))]
    assert len(addresses) == 9
    for address in addresses:
        response = asked(port, address)
        assert response.status == 200, address
        assert {name: response.headers.get_all(name) for name in EVERYWHERE} == {
            name: [value] for name, value in EVERYWHERE.items()
        }, address
        assert response.headers.get_all("Content-Security-Policy") == [policy_of(address)], address
        named_by_content = address.startswith("assets/")
        assert response.headers["Cache-Control"] == (KEEP if named_by_content else "no-cache"), address


def test_a_core_is_sent_as_webassembly(port: int, small_site: Path) -> None:
    (core,) = small_site.glob("assets/app/*.wasm")
    assert asked(port, core.relative_to(small_site).as_posix()).headers["Content-Type"] == "application/wasm"


def test_markdown_is_sent_as_markdown(port: int, small_site: Path) -> None:
    (text,) = small_site.glob("articles/*/index.html.md")
    address = text.relative_to(small_site).as_posix()
    assert asked(port, address).headers["Content-Type"] == "text/markdown; charset=utf-8"


@pytest.mark.parametrize("address", ["_headers", "service-worker.js.br", "no/such/page/"])
def test_what_is_hidden_is_not_found_and_the_page_that_says_so_has_the_policy(port: int, address: str) -> None:
    response = asked(port, address)
    assert response.status == 404
    assert b"This page does not exist" in response.read()
    assert response.headers["Content-Security-Policy"] == policy_of("404.html")
