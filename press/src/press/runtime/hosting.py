"""How hosts should send the site: one declaration, from which `_headers` and the recipes of MAINTAINING.md are made."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .policy import (
    DATA_POLICY,
    DRAWING_POLICY,
    FRAMED_PAGE_POLICY,
    PYTHON_WORKER_POLICY,
    SENT_PAGE_POLICY,
    SMALL_WORKER_POLICY,
    sent_desk_policy,
)

HEADERS = "_headers"
"""The file that Netlify, Cloudflare Pages and some others read."""
# Addresses that change with the content, by us and by the theme.
NAMED_BY_CONTENT = re.compile(r"^assets/(?:app|desk)/|\.[0-9a-f]{8}\.min\.(js|css)$")

_POLICY = "Content-Security-Policy"
_CACHING = "Cache-Control"
_FRAMING = "X-Frame-Options"
_DESK = "desk"
_KEEP = "public, max-age=31536000, immutable"
# What no page here uses. Copying to the clipboard is used.
_NOT_USED = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), "
    "geolocation=(), gyroscope=(), hid=(), idle-detection=(), local-fonts=(), magnetometer=(), microphone=(), midi=(), "
    "payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), "
    "xr-spatial-tracking=()"
)
EVERYWHERE: Mapping[str, str] = {
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": _NOT_USED,
}
"""For every file."""


@dataclass(frozen=True)
class Kind:
    """Files that differ from pages in how they are sent: what they are, and their addresses as a pattern of hosts."""

    what: str
    address: str
    """Relative to the site; a star at its end stands for whatever follows, and a page is named by its folder."""
    policy: str
    caching: str | None = None
    framing: str | None = None
    """Who may show it in a frame, for browsers that do not read that from the policy."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The same, and a page by its file as well."""
        return (self.address, f"{self.address}index.html") if self.address.endswith("/") else (self.address,)

    @property
    def pattern(self) -> str:
        """The addresses as a regular expression, behind the slash of the site."""
        start = re.escape(self.address.removesuffix("*"))
        return (
            start
            if self.address.endswith("*")
            else f"{start}(index\\.html)?$"
            if self.address.endswith("/")
            else f"{start}$"
        )

    @property
    def headers(self) -> dict[str, str]:
        """What is sent with them."""
        given = {_POLICY: self.policy, _CACHING: self.caching, _FRAMING: self.framing}
        return {name: value for name, value in given.items() if value}


def kinds(repository: str = "") -> tuple[Kind, ...]:
    """Every kind. The editors' desk reaches the host of the `repository`, where there is one."""
    return (
        *KINDS,
        Kind("the editors' desk, which shows articles in a frame", f"{_DESK}/", sent_desk_policy(repository)),
    )


KINDS = (
    Kind("named by their content: a browser need never ask again; Python runs in a worker", "assets/app/*",
         PYTHON_WORKER_POLICY, _KEEP),
    Kind("the same of the editors' desk", "assets/desk/*", PYTHON_WORKER_POLICY, _KEEP),
    Kind("asked for at each visit", "service-worker.js", SMALL_WORKER_POLICY, "no-cache"),
    Kind("named by their content: parts of the search index", "search/parts/*", DATA_POLICY, _KEEP),
    Kind("a drawing that is opened by itself runs nothing and fetches nothing", "images/*", DRAWING_POLICY),
    Kind("shown in a frame by the editors' desk, and by no other site", f"{_DESK}/page/", FRAMED_PAGE_POLICY,
         framing="SAMEORIGIN"),
)  # fmt: skip
MARKDOWN_TYPE = "text/markdown; charset=utf-8"
"""Of the articles for programs. Hosts know no type for the ending `.md`, or different ones."""


def policy_of(address: str, repository: str = "") -> str:
    """The policy of a file by its address in the site."""
    return next((kind.policy for kind in kinds(repository) if re.match(kind.pattern, address)), SENT_PAGE_POLICY)


def headers_file(addresses: Iterable[str], base: str, repository: str = "") -> str:
    """The text of `_headers` for a site with these files, whose desk reaches the host of the `repository`.

    Hosts join what several rules say of one address, so no two name a policy for the same one: pages are named by the folders
    in which they stand. The theme's files are named one by one, because hosts do not agree on patterns.
    """
    addresses = sorted(addresses)
    rules = [
        ("for every file", "*", EVERYWHERE),
        *((kind.what, address, kind.headers) for kind in kinds(repository) for address in kind.addresses),
        ("compiled while it arrives", "assets/app/*.wasm", {"Content-Type": "application/wasm"}),
        ("", "assets/desk/*.wasm", {"Content-Type": "application/wasm"}),
    ]
    pages = {"", *(one.partition("/")[0] + "/*" for one in addresses if one.endswith("/index.html"))}
    pages -= {f"{_DESK}/*"}
    rules += [("", page, {_POLICY: SENT_PAGE_POLICY}) for page in sorted(pages)]
    texts = [one for one in addresses if one.endswith(".md")]
    rules += [("", one, {"Content-Type": MARKDOWN_TYPE}) for one in texts]
    themes = [
        one for one in addresses if NAMED_BY_CONTENT.search(one) and not one.startswith(("assets/app/", "assets/desk/"))
    ]
    rules += [("", one, {_CACHING: _KEEP}) for one in themes]
    return "# How hosts that read this file send the site.\n" + "\n".join(_rule(base, *rule) for rule in rules)


def _rule(base: str, what: str, address: str, headers: Mapping[str, str]) -> str:
    comment = f"# {what[0].upper()}{what[1:]}.\n" if what else ""
    lines = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    return f"{comment}{base}{address}\n{lines}"


def nginx_recipe(repository: str = "") -> str:
    """For the `http` block of nginx, with one server that sends the site.

    How long a file is kept is said of files that are there: a browser would else keep for a year that one was missing while the
    site was being updated.
    """
    everywhere = "\n".join(f'    add_header {name} "{value}" always;' for name, value in EVERYWHERE.items())
    policies = "\n".join(f'    "~^/{kind.pattern}" "{kind.policy}";' for kind in kinds(repository))
    framing = "\n".join(f'    "~^/{kind.pattern}" "{kind.framing}";' for kind in kinds(repository) if kind.framing)
    return f"""\
map $uri $site_policy {{
    default "{SENT_PAGE_POLICY}";
{policies}
}}
map $uri $site_framing {{
    default "";
{framing}
}}
map $uri $site_caching {{
    default "no-cache";
    "~^/assets/(app|desk)/" "{_KEEP}";
    "~\\.[0-9a-f]{{8}}\\.min\\.(js|css)$" "{_KEEP}";
}}
server {{
    root /srv/site;
    error_page 404 /404.html;
    gzip_static on;
    add_header Content-Security-Policy $site_policy always;
    add_header Cache-Control $site_caching;
    add_header {_FRAMING} $site_framing always;
{everywhere}
    location ~ \\.md$ {{ types {{ }} default_type "{MARKDOWN_TYPE}"; }}
    location = /_headers {{ return 404; }}
    location ~ \\.(br|gz)$ {{ return 404; }}
}}
"""


def apache_recipe(repository: str = "") -> str:
    """For a virtual host of Apache, with its modules `alias`, `dir`, `headers` and `mime`."""
    everywhere = "\n".join(f'Header always set {name} "{value}"' for name, value in EVERYWHERE.items())
    policies = "\n".join(
        f'<LocationMatch "^/{kind.pattern}">\n    Header always set {_POLICY} "{kind.policy}"\n'
        + (f'    Header always set {_FRAMING} "{kind.framing}"\n' if kind.framing else "")
        + "</LocationMatch>"
        for kind in kinds(repository)
    )
    return f"""\
DocumentRoot /srv/site
<Directory /srv/site>
    Require all granted
</Directory>
DirectoryIndex index.html
ErrorDocument 404 /404.html
AddType application/wasm .wasm
AddType "{MARKDOWN_TYPE}" .md
Header always set {_POLICY} "{SENT_PAGE_POLICY}"
Header set {_CACHING} "no-cache"
{everywhere}
{policies}
<LocationMatch "^/assets/(app|desk)/|\\.[0-9a-f]{{8}}\\.min\\.(js|css)$">
    Header set {_CACHING} "{_KEEP}"
</LocationMatch>
RedirectMatch 404 "^/_headers$|\\.(br|gz)$"
"""
