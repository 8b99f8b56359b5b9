"""What the `_headers` of a built site says of an address, read as Netlify and Cloudflare Pages read it."""

from pathlib import Path

from support.violations import REPORTS

POLICY = "Content-Security-Policy"
Rules = list[tuple[str, dict[str, str]]]


def rules_of(site: Path) -> Rules:
    """Each rule: the pattern of its addresses, and its headers. None for a folder without that file."""
    file = site / "_headers"
    rules: Rules = []
    for line in file.read_text("utf-8").splitlines() if file.is_file() else ():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1][name] = value
        elif line and not line.startswith("#"):
            rules.append((line, {}))
    return rules


def sent(rules: Rules, address: str) -> dict[str, str]:
    """The headers of all rules that match; the values of one name are joined."""
    headers: dict[str, str] = {}
    for pattern, given in rules:
        start, star, end = pattern.partition("*")
        if address == pattern or (star and address.startswith(start) and address.endswith(end)):
            for name, value in given.items():
                headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def reporting(headers: dict[str, str]) -> dict[str, str]:
    """The same; what a browser refuses for the policy, it reports to the host."""
    policy = headers.get(POLICY)
    return headers | {POLICY: f"{policy}; report-uri {REPORTS}"} if policy else headers
