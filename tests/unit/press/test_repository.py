"""The repository that the editors' desk hands in to, as the settings of the site name it."""

import pytest

from press.reading.errors import SetupError
from press.runtime.policy import desk_policy, page_policy
from press.runtime.repository import Repository, repository_of


def test_without_a_host_there_is_no_repository() -> None:
    assert repository_of({}) == repository_of({"host": "", "name": "owner/name"}) == Repository()
    assert Repository().origin == ""
    assert "connect-src 'self';" in desk_policy(Repository().origin)


@pytest.mark.parametrize(
    ("given", "address", "origin"),
    [
        ({"host": "github"}, "https://github.com", "https://api.github.com"),
        ({"host": "gitlab"}, "https://gitlab.com", "https://gitlab.com"),
        (
            {"host": "gitea", "address": "https://git.example.org/"},
            "https://git.example.org",
            "https://git.example.org",
        ),
        (
            {"host": "gitea", "address": "https://a.example:8443/git"},
            "https://a.example:8443/git",
            "https://a.example:8443",
        ),
    ],
)
def test_a_host_is_known_by_its_address(given: dict[str, str], address: str, origin: str) -> None:
    found = repository_of({**given, "name": "group/part/name"})
    assert (found.address, found.origin, found.name, found.branch) == (address, origin, "group/part/name", "main")
    assert f"connect-src 'self' {origin};" in desk_policy(found.origin)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"host": "sourceforge"}, "is no kind of host. Say github, gitlab, gitea, or nothing."),
        ({"host": "gitea"}, "the address of the host is to be like https://git.example.org"),
        ({"host": "gitlab", "address": "http://git.example.org"}, "the address of the host is to be like"),
        (
            {"host": "gitlab", "address": "https://git.example.org; script-src *"},
            "the address of the host is to be like",
        ),
        ({"host": "github", "name": "name"}, "its name is to be like owner/name"),
    ],
)
def test_a_wrong_setting_is_refused_with_what_is_right(given: dict[str, str], says: str) -> None:
    with pytest.raises(SetupError, match=says):
        repository_of({"name": "owner/name", **given})


def test_the_desk_may_do_no_more_than_a_page_but_for_its_frame_and_the_repository() -> None:
    more = set(desk_policy("https://git.example.org").split("; ")) ^ set(page_policy().split("; "))
    assert more == {
        "connect-src 'self'",
        "connect-src 'self' https://git.example.org",
        "frame-src 'none'",
        "frame-src 'self'",
    }
