"""What pages, workers and drawings of the site may do: the policies that hosts send and that each page names itself.

A page may run the site's own scripts and nothing that stands in its text. Only web/trusted.js, by the one Trusted Types policy
that is named here, makes an address of a worker or a piece of markup of a text.
"""

from collections.abc import Mapping

_PAGE = {
    "default-src": "'self'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "object-src": "'none'",
    "frame-src": "'none'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "trusted-types": "press",
    "require-trusted-types-for": "'script'",
}
_WORKER = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "connect-src": "'self'",
    "trusted-types": "'none'",
    "require-trusted-types-for": "'script'",
}
"""Python runs in a worker that reaches no host but its own."""
_SMALL_WORKER = {**_WORKER, "script-src": "'self'"}

# The program that shows a preview anew writes a script into each page. This exception is for it alone: no site that is
# built has it.
_PREVIEW = {"script-src": f"{_PAGE['script-src']} 'unsafe-inline'"}


def _words(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def page_policy(*, preview: bool = False) -> str:
    """What a page names in its own head, where `frame-ancestors` would not count."""
    return _words(_PAGE | _PREVIEW if preview else _PAGE)


def desk_policy(repository: str = "", *, preview: bool = False) -> str:
    """The same of the editors' desk: it shows an article in a frame of this site, and reaches the host of the repository."""
    desk = {"connect-src": f"'self' {repository}".strip(), "frame-src": "'self'"}
    return _words(_PAGE | (_PREVIEW if preview else {}) | desk)


_FRAMED_BY_NONE = "frame-ancestors 'none'"
SENT_PAGE_POLICY = f"{page_policy()}; {_FRAMED_BY_NONE}"
"""The same as a host sends it."""
FRAMED_PAGE_POLICY = f"{page_policy()}; frame-ancestors 'self'"
"""Of the one page that the desk shows in a frame. It may do no more than others."""


def sent_desk_policy(repository: str = "") -> str:
    """The policy of the editors' desk as a host sends it."""
    return f"{desk_policy(repository)}; {_FRAMED_BY_NONE}"


PYTHON_WORKER_POLICY = _words(_WORKER)
SMALL_WORKER_POLICY = _words(_SMALL_WORKER)
"""For the service worker, which has no Python."""
DATA_POLICY = "default-src 'none'; sandbox"
"""What is only read can do nothing where it is opened by itself."""
DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""A drawing that is opened by itself is a page of this site. It can run nothing and fetch nothing."""
