"""The commands that change an article: begin, publish, review, withdraw, rename. None writes before it is carried out."""

import datetime
from dataclasses import dataclass, field

from ketamine_calculators import every

from ..reading.errors import CommandRefused
from ..reading.file_changes import FileChanges
from ..reading.front_matter_edits import set_fields
from ..reading.ids import SLUG
from ..reading.ids import slug as slug_of
from ..reading.problems import did_you_mean
from .address_changes import rewrite_addresses
from .articles import Article
from .closed_lists import Lists
from .new_article import article_text, drawing, words_to_replace
from .project import Project


@dataclass(frozen=True)
class Planned:
    """What a command changes, what is done by it in a sentence, and what the editor should do next."""

    command: str
    changes: FileChanges
    words: str
    next_steps: tuple[str, ...] = field(default=())

    def carry_out(self) -> None:
        """Write what the command changes, whole or not at all. Raises CommandRefused."""
        self.changes.carry_out(self.command, self.words)


def found_article(slug: str, project: Project) -> Article:
    """The article of this slug. Raises CommandRefused."""
    slug = slug.removesuffix(".md").rpartition("/")[2]
    article = next((article for article in project.articles if article.slug == slug), None)
    if article is None:
        meant = did_you_mean(slug, [article.slug for article in project.articles])
        raise CommandRefused(f'There is no article "{slug}".{meant}')
    if article.source.front_matter is None:
        raise CommandRefused(f"{article.source.path} has no front matter; run: press check {article.source.path}")
    return article


def readable_lists(project: Project) -> Lists:
    """What an article's fields are chosen from. Raises CommandRefused while it cannot be read."""
    wrong = [problem for problem in project.list_problems if problem.severity == "error"]
    if wrong:
        raise CommandRefused(
            f"{wrong[0].path}:{wrong[0].line} is not right. See what is wrong: press check {wrong[0].path}"
        )
    return project.lists


def begin(title: str, category: str, project: Project, *, slug: str = "", author: str = "") -> Planned:
    """A new draft that passes the check, with a plain picture to be replaced. Raises CommandRefused."""
    title = " ".join(title.split())
    slug = slug or slug_of(title).encode("ascii", "ignore").decode().strip("-")[:80].strip("-")
    lists = readable_lists(project)
    if not title:
        raise CommandRefused("The title is empty.")
    if not SLUG.fullmatch(slug):
        raise CommandRefused(
            f'"{slug}" cannot stand in an address; give one with --slug, such as maintenance-after-response.'
        )
    if category not in lists.taxonomy.categories:
        meant = did_you_mean(category, lists.taxonomy.categories)
        raise CommandRefused(
            f'There is no category "{category}".{meant} Use one of: {", ".join(lists.taxonomy.categories)}.'
        )
    writers = lists.writers
    author = author or next(iter(writers), "")
    if author not in writers:
        raise CommandRefused(
            f'"{author}" may not sign articles.{did_you_mean(author, writers)} Use one of: {", ".join(writers)}.'
        )
    file = project.articles_folder / f"{slug}.md"
    if file.exists() or any(article.slug == slug for article in project.articles):
        raise CommandRefused(f"There is an article {slug} already; give another address with --slug.")
    picture = project.images / "articles" / f"{slug}.svg"
    changes = FileChanges(project.root)
    if not picture.exists():
        changes.set(picture, drawing(title))
    changes.set(file, article_text(title, slug, category, author, lists, project.today))
    shown = project.shown(file)
    return Planned(
        "new",
        changes,
        f"Began {shown}, a draft that readers do not see.",
        (
            f"Write in {shown}, and replace {project.shown(picture)}.",
            f"See it: press preview {slug}",
            f"When it is ready: press publish {slug}",
        ),
    )


def publish(article: Article, project: Project, on: datetime.date | None = None) -> Planned:
    """Let readers see the article, from today or from a later day. Raises CommandRefused."""
    day = on or project.today
    if article.withdrawn:
        raise CommandRefused(
            f"{article.slug} was withdrawn on {article.withdrawn}. To show it again, delete the lines withdrawnAt and "
            "withdrawnReason first."
        )
    if article.is_public(project.today):
        if day > project.today:
            raise CommandRefused(
                f"Readers see {article.slug} since {article.published}; a later day would take it from them. "
                f"To take it back, say: press withdraw {article.slug}"
            )
        raise CommandRefused(f"{article.slug} is published already, since {article.published}.")
    if unwritten := words_to_replace(article.source.text):
        raise CommandRefused(
            f"{article.slug} still holds words that are to be replaced: {' '.join(f'“{words}”' for words in unwritten)} "
            "Write yours in their place."
        )
    changes = FileChanges(project.root)
    set_fields(article.file, {"draft": None, "publishedAt": day.isoformat()}, changes)
    when = (
        "from the next build on"
        if day <= project.today
        else f"from {day.isoformat()} on, at the first build after that"
    )
    words = f"Readers see {article.slug} {when}."
    return Planned("publish", changes, words, ("Build the site, or let the server build it: press build",))


def review(article: Article, project: Project, by: str, due: datetime.date | None = None) -> Planned:
    """Note that the whole article was read against its sources today. Raises CommandRefused."""
    reviewers = readable_lists(project).reviewers
    if by not in reviewers:
        raise CommandRefused(f'"{by}" may not review.{did_you_mean(by, reviewers)} Use one of: {", ".join(reviewers)}.')
    if by == article.author:
        raise CommandRefused(f"{by} has written {article.slug}, and nobody reviews their own text.")
    if article.withdrawn:
        raise CommandRefused(f"{article.slug} was withdrawn on {article.withdrawn}; readers do not see its text.")
    due = due or _a_year_after(project.today)
    if due <= project.today:
        raise CommandRefused(f"The next review cannot be due on {due}, which is not in the future.")
    changes = FileChanges(project.root)
    set_fields(
        article.file,
        {
            "reviewedAt": project.today.isoformat(),
            "reviewedBy": by,
            "reviewedText": article.text_digest,
            "reviewDue": due.isoformat(),
        },
        changes,
    )
    return Planned("review", changes, f"{article.slug}: reviewed on {project.today} by {by}, next due on {due}.")


def _a_year_after(day: datetime.date) -> datetime.date:
    """The same day of the next year; the last of February stays the last."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def withdraw(article: Article, project: Project, reason: str, depending: tuple[str, ...] = ()) -> Planned:
    """Take the text away from readers; its address stays and says why. Raises CommandRefused.

    `depending` are sentences on what else the text stands behind, to be said next.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise CommandRefused("Readers must be told why; give --reason.")
    changes = FileChanges(project.root)
    set_fields(article.file, {"withdrawnAt": project.today.isoformat(), "withdrawnReason": reason}, changes)
    return Planned(
        "withdraw",
        changes,
        f"{article.slug} is withdrawn: its page says so and why, and no list, search or feed shows it.",
        ("To take this back: press undo withdraw", *depending),
    )


def rename(article: Article, new: str, project: Project) -> Planned:
    """Give an article another address; the old one leads there, and links are rewritten. Raises CommandRefused."""
    old = article.slug
    if not SLUG.fullmatch(new):
        raise CommandRefused(f'"{new}" cannot stand in an address; use small letters, digits and single hyphens.')
    if any(other.slug == new for other in project.articles) or (article.file.parent / f"{new}.md").exists():
        raise CommandRefused(f"There is an article {new} already.")
    earlier = [address for address in article.redirect_from if address != f"/articles/{new}/"]
    changes = FileChanges(project.root)
    rewritten = rewrite_addresses(project, old, new, changes)
    set_fields(article.file, {"slug": new, "redirectFrom": [*earlier, f"/articles/{old}/"]}, changes)
    file = article.file.with_name(f"{new}.md")
    changes.set(file, changes.text(article.file))
    changes.remove(article.file)
    steps = [f"Links rewritten in {project.shown(file if page == article.file else page)}." for page in rewritten]
    steps += [
        f'The calculator {id} names the article as "{old}"; write "{new}".' for id in _calculators_resting_on(old)
    ]
    return Planned("rename", changes, f"{old} is now {new}; /articles/{old}/ leads there.", tuple(steps))


def _calculators_resting_on(slug: str) -> list[str]:
    """The calculators that quote an article."""
    return [c.id for c in every() if any(passage.article == slug for passage in c.house)]
