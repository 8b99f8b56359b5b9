"""Which licenses the packages of the locks name, and whether each is one that the site may be built with."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any

from license_expression import ExpressionError, get_spdx_licensing

# What may build this site or be part of it, by the ids of SPDX. Another license is for a person to read, and to add here.
ALLOWED = {
    *("MIT", "ISC", "0BSD", "BlueOak-1.0.0", "CC0-1.0", "NCSA", "BSD-2-Clause", "BSD-3-Clause", "Zlib"),
    *("Apache-2.0", "MPL-2.0", "PSF-2.0"),
}
# The words for them of packages that name no id of SPDX.
IN_WORDS = {
    *("MIT License", "BSD", "BSD License", "Apache 2.0", "APACHE-2.0", "Apache Software License"),
    *("Mozilla Public License 2.0 (MPL 2.0)", "Python Software Foundation License"),
}
# Licenses that a package names only in its text, read by a person.
READ = {"parse-cache-control": "BSD-3-Clause"}
_LICENSING = get_spdx_licensing()


def is_allowed(license: str) -> bool:
    """Whether a license, or a way through an expression of licenses, is on the list."""
    if license in ALLOWED | IN_WORDS:
        return True
    try:
        return _is_allowed(_LICENSING.parse(license))
    except ExpressionError:
        return False


def _is_allowed(expression: Any) -> bool:
    if isinstance(expression, _LICENSING.OR):
        return any(map(_is_allowed, expression.args))
    if isinstance(expression, _LICENSING.AND):
        return all(map(_is_allowed, expression.args))
    return getattr(expression, "key", "") in ALLOWED


def python_licenses(name: str) -> list[str]:
    """The licenses that an installed package names, all of which apply."""
    said = metadata(name)
    classifiers = [line.rpartition(":: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License")]
    free_text = (said.get("License") or "").partition("\n")[0].strip()
    expression = said.get("License-Expression")
    return [expression] if expression else classifiers or [free_text or "none"]


def license_findings(requirements: str, lock: dict[str, Any]) -> Iterator[str]:
    """Every package whose license is not on the list."""
    for name in re.findall(r"^([\w.-]+)==", requirements, re.MULTILINE):
        try:
            licenses = python_licenses(name)
        except PackageNotFoundError:
            continue  # for another system
        yield from (f"{name}: the license “{one}” is not on the list." for one in licenses if not is_allowed(one))
    for place, package in lock["packages"].items():
        license = str(package.get("license") or READ.get(place.rpartition("node_modules/")[2], "none"))
        if place and not is_allowed(license):
            yield f"{place}: the license “{license}” is not on the list."
