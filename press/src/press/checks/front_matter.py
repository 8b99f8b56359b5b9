"""Fields of an article that must agree with each other and with the file."""

from collections.abc import Iterator

from ..content.articles import Article
from ..reading.problems import Problem, Severity
from .checked_page import CheckedPage


def problems(page: CheckedPage) -> Iterator[Problem]:
    """What the reader of single fields cannot see. Wrong single fields are in `article.problems`."""
    article = page.article
    if article is None:
        return
    yield from _name(page, article)
    yield from _dates(page, article)
    yield from _picture(page, article)


def _at(
    page: CheckedPage, article: Article, field: str, message: str, fix: str, severity: Severity = "error"
) -> Problem:
    line, column = article.front_matter.place(field)
    return page.problem(line, column, f"front-matter-{field}", message, fix, severity)


def _name(page: CheckedPage, article: Article) -> Iterator[Problem]:
    slug = article.front_matter.values.get("slug")
    if slug and article.file.stem != slug:
        yield _at(
            page,
            article,
            "slug",
            f'The file is called "{article.file.name}" and the slug is "{slug}".',
            f"Call the file {slug}.md. A new slug keeps the old address if Rename at the desk gives it (press rename).",
            "warning",
        )


def _dates(page: CheckedPage, article: Article) -> Iterator[Problem]:
    today = page.site.project.today
    if article.updated and article.published and article.updated < article.published:
        yield _at(page, article, "updatedAt", "updatedAt is before publishedAt.", "Correct one of the two days.")
    if article.reviewed and article.reviewed > today:
        yield _at(
            page,
            article,
            "reviewedAt",
            f"reviewedAt {article.reviewed} is in the future.",
            "Write the day it was done.",
        )
    if article.literature_to and article.literature_to > today:
        yield _at(
            page,
            article,
            "literatureTo",
            f"literatureTo {article.literature_to} is in the future.",
            "Write the day up to which literature was read.",
        )
    if any(label.read > today for label in article.labels):
        yield _at(page, article, "labels", "A label is read on a day in the future.", "Write the day it was read.")
    if article.reviewed and "reviewedBy" not in article.front_matter.places:
        yield _at(page, article, "reviewedAt", "Nobody is named for this review.", "Add reviewedBy.")
    if article.is_changed_since_review:
        yield _at(
            page,
            article,
            "reviewedText",
            f"Words or numbers have changed since the review of {article.reviewed}; readers see a notice.",
            f"Have the change reviewed, then choose Review at the desk (press review {article.slug} --by …).",
            "warning",
        )
    if article.is_review_of_unknown_text:
        yield _at(
            page,
            article,
            "reviewedAt",
            "It is not recorded which text was reviewed; readers see a notice.",
            f"Have it reviewed, then choose Review at the desk (press review {article.slug} --by …).",
            "warning",
        )
    if article.review_due and article.reviewed and article.review_due <= article.reviewed:
        yield _at(page, article, "reviewDue", "reviewDue is not after reviewedAt.", "Correct one of the two days.")
    if article.review_due and article.review_due < today:
        yield _at(
            page,
            article,
            "reviewDue",
            f"The review was due on {article.review_due}; readers see a notice.",
            f"Review it, then choose Review at the desk (press review {article.slug} --by …).",
            "warning",
        )
    for field, other in (("withdrawnAt", "withdrawnReason"), ("withdrawnReason", "withdrawnAt")):
        if field in article.front_matter.values and other not in article.front_matter.places:
            fix = f"Choose Withdraw at the desk, which writes both (press withdraw {article.slug} --reason …)."
            yield _at(page, article, field, f"{field} needs {other}.", fix)


def _picture(page: CheckedPage, article: Article) -> Iterator[Problem]:
    if article.picture is None:
        return
    target = page.site.addresses.target(article.picture, page.address, picture=True)
    if target.url is None:
        yield _at(
            page,
            article,
            "featuredImage",
            target.refusal,
            "Correct the name, put the picture in with Picture at the desk, or put the file in content/images/articles/.",
        )
