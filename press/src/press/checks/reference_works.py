"""The works of content/references.yml: every entry is right, and some article cites it."""

from collections.abc import Iterator

from ..markdown.citations import keys_in
from ..reading.problems import Problem
from ..site.pages import Pages


def problems(pages: Pages) -> Iterator[Problem]:
    """Everything about content/references.yml. A project may do without the file."""
    site = pages.site
    yield from site.reference_problems
    # The whole check parses articles in other processes; to parse them here again would double its time.
    cited = {key for article in site.project.articles for key in keys_in(article.source.body)}
    for key, work in site.references.works.items():
        if key not in cited:
            yield from site.references.problem(
                work,
                "reference-uncited",
                f'No article cites "{key}".',
                f"Write [@{key}] where a statement rests on it, or remove the entry.",
            )
