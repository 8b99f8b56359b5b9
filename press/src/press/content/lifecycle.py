"""The commands that change an article: begin, publish, review, withdraw, rename. None writes before it is carried out."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ketamine_calculators import every
from ketamine_calculators.wording import counted

from ..reading.day_words import day as day_words
from ..reading.errors import CommandRefused
from ..reading.file_changes import FileChanges
from ..reading.front_matter_edits import set_fields
from ..reading.ids import SLUG
from ..reading.problems import did_you_mean
from .address_changes import rewrite_addresses
from .articles import Article
from .closed_lists import Lists
from .new_article import address_of, article_text, drawing, words_to_replace
from .project import Project


@dataclass(frozen=True)
class Planned:
    """What a command changes, what is done by it in a sentence, and what the editor should do next.

    All of it twice: for the command line, and for the desk, where nothing is done yet until it is handed in.
    """

    command: str
    changes: FileChanges
    words: str
    at_desk: str
    next_steps: tuple[str, ...] = field(default=())
    next_at_desk: tuple[str, ...] = field(default=())

    def carry_out(self) -> None:
        """Write what the command changes, whole or not at all. Raises CommandRefused."""
        self.changes.carry_out(self.command, self.words)


def found_article(slug: str, project: Project) -> Article:
    """The article of this slug. Raises CommandRefused."""
    slug = slug.removesuffix(".md").rpartition("/")[2]
    article = next((article for article in project.articles if article.slug == slug), None)
    if article is None:
        meant = did_you_mean(slug, [article.slug for article in project.articles])
        raise CommandRefused(f'There is no article "{slug}".{meant}', at_desk="This article is not there any more.")
    if article.source.front_matter is None:
        raise CommandRefused(
            f"{article.source.path} has no front matter; run: press check {article.source.path}",
            at_desk=f"{_named(article)} has no title, author and day at its top: the list of problems says how to mend that.",
        )
    return article


def readable_lists(project: Project) -> Lists:
    """What an article's fields are chosen from. Raises CommandRefused while it cannot be read."""
    wrong = [problem for problem in project.list_problems if problem.severity == "error"]
    if wrong:
        raise CommandRefused(
            f"{wrong[0].path}:{wrong[0].line} is not right. See what is wrong: press check {wrong[0].path}",
            at_desk="The lists of categories, readers, tags and people of this site cannot be read, so nothing was done. "
            "Tell whoever looks after the site.",
        )
    return project.lists


def begin(title: str, category: str, project: Project, *, slug: str = "", author: str = "") -> Planned:
    """A new draft that passes the check, with a plain picture to be replaced. Raises CommandRefused."""
    title = " ".join(title.split())
    slug = slug or address_of(title)
    lists = readable_lists(project)
    if not title:
        raise CommandRefused("The title is empty.")
    if not SLUG.fullmatch(slug):
        raise CommandRefused(
            f'"{slug}" cannot stand in an address; give one with --slug, such as maintenance-after-response.',
            at_desk="The title needs some letters or figures from a to z and 0 to 9: the address of the page is made of them.",
        )
    if category not in lists.taxonomy.categories:
        meant = did_you_mean(category, lists.taxonomy.categories)
        raise CommandRefused(
            f'There is no category "{category}".{meant} Use one of: {", ".join(lists.taxonomy.categories)}.',
            at_desk="Choose a category from the list.",
        )
    writers = lists.writers
    author = author or next(iter(writers), "")
    if author not in writers:
        raise CommandRefused(
            f'"{author}" may not sign articles.{did_you_mean(author, writers)} Use one of: {", ".join(writers)}.',
            at_desk="Choose an author from the list.",
        )
    file = project.articles_folder / f"{slug}.md"
    if file.exists() or any(article.slug == slug for article in project.articles):
        raise CommandRefused(
            f"There is an article {slug} already; give another address with --slug.",
            at_desk="There is an article with this address already. Begin with another title; you can change it later.",
        )
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
        f"“{title}” is begun, as a draft that readers do not see.",
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
            "withdrawnReason first.",
            at_desk=f"{_named(article)} was withdrawn on {day_words(article.withdrawn)}. To show it again, delete the lines "
            "withdrawnAt and withdrawnReason first, below “Front matter as text” in “About the article”.",
        )
    if article.is_public(project.today):
        if day > project.today:
            raise CommandRefused(
                f"Readers see {article.slug} since {article.published}; a later day would take it from them. "
                f"To take it back, say: press withdraw {article.slug}",
                at_desk=f"{_named(article)} is published already; a later day would take it from readers. To do that, use "
                "“Withdraw”.",
            )
        raise CommandRefused(
            f"{article.slug} is published already, since {article.published}.",
            at_desk=f"{_named(article)} is marked as published already.",
        )
    if unwritten := words_to_replace(article.source.text):
        held = (
            f"still holds words that are to be replaced: {' '.join(f'“{words}”' for words in unwritten)} "
            "Write yours in their place."
        )
        raise CommandRefused(f"{article.slug} {held}", at_desk=f"{_named(article)} {held}")
    changes = FileChanges(project.root)
    set_fields(article.file, {"draft": None, "publishedAt": day.isoformat()}, changes)
    when = (
        "from the next build on"
        if day <= project.today
        else f"from {day.isoformat()} on, at the first build after that"
    )
    seen = "from that day on, once it has been taken in" if day > project.today else "when it has been taken in"
    return Planned(
        "publish",
        changes,
        f"Readers see {article.slug} {when}.",
        f"It is marked as published from {day_words(day)} on. Now hand it in: readers see it {seen}.",
        ("Build the site, or let the server build it: press build",),
    )


def review(article: Article, project: Project, by: str, due: datetime.date | None = None) -> Planned:
    """Note that the whole article was read against its sources today. Raises CommandRefused."""
    reviewers = readable_lists(project).reviewers
    if by not in reviewers:
        raise CommandRefused(
            f'"{by}" may not review.{did_you_mean(by, reviewers)} Use one of: {", ".join(reviewers)}.',
            at_desk="Choose who reviewed it from the list.",
        )
    if by == article.author:
        raise CommandRefused(
            f"{by} has written {article.slug}, and nobody reviews their own text.",
            at_desk=f"{by} has written {_named(article)}, and nobody reviews their own text.",
        )
    if article.withdrawn:
        raise CommandRefused(
            f"{article.slug} was withdrawn on {article.withdrawn}; readers do not see its text.",
            at_desk=f"{_named(article)} was withdrawn on {day_words(article.withdrawn)}; readers do not see its text.",
        )
    due = due or _a_year_after(project.today)
    if due <= project.today:
        raise CommandRefused(
            f"The next review cannot be due on {due}, which is not in the future.",
            at_desk=f"The next review cannot be due on {day_words(due)}, which is not in the future.",
        )
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
    return Planned(
        "review",
        changes,
        f"{article.slug}: reviewed on {project.today} by {by}, next due on {due}.",
        f"It is noted as reviewed on {day_words(project.today)} by {by}; the next review is due on {day_words(due)}. "
        "Now hand it in.",
    )


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
        raise CommandRefused(
            "Readers must be told why; give --reason.", at_desk="Readers must be told why: write the reason first."
        )
    changes = FileChanges(project.root)
    set_fields(article.file, {"withdrawnAt": project.today.isoformat(), "withdrawnReason": reason}, changes)
    return Planned(
        "withdraw",
        changes,
        f"{article.slug} is withdrawn: its page says so and why, and no list, search or feed shows it.",
        "It is marked as withdrawn. Now hand it in: when it has been taken in, its page says so and why, and no list or "
        "search shows it. Until then readers see it as before.",
        ("To take this back: press undo withdraw", *depending),
        depending,
    )


def rename(article: Article, new: str, project: Project) -> Planned:
    """Give an article another address; the old one leads there, and links are rewritten. Raises CommandRefused."""
    old = article.slug
    if not SLUG.fullmatch(new):
        raise CommandRefused(f'"{new}" cannot stand in an address; use small letters, digits and single hyphens.')
    if any(other.slug == new for other in project.articles) or (article.file.parent / f"{new}.md").exists():
        raise CommandRefused(
            f"There is an article {new} already.", at_desk="Another article has this address. Choose another."
        )
    earlier = [address for address in article.redirect_from if address != f"/articles/{new}/"]
    changes = FileChanges(project.root)
    rewritten = rewrite_addresses(project, old, new, changes)
    set_fields(article.file, {"slug": new, "redirectFrom": [*earlier, f"/articles/{old}/"]}, changes)
    file = article.file.with_name(f"{new}.md")
    changes.set(file, changes.text(article.file))
    changes.remove(article.file)
    steps = [f"Links rewritten in {project.shown(file if page == article.file else page)}." for page in rewritten]
    resting = [card for card in every() if any(passage.article == old for passage in card.house)]
    steps += [f'The calculator {card.id} names the article as "{old}"; write "{new}".' for card in resting]
    return Planned(
        "rename",
        changes,
        f"{old} is now {new}; /articles/{old}/ leads there.",
        "It has the new address, and the old one leads there. Now hand it in: readers find it there when it has been taken in.",
        tuple(steps),
        tuple(_steps_after_rename(article, project, rewritten, [card.title for card in resting])),
    )


def _steps_after_rename(article: Article, project: Project, rewritten: list[Path], resting: list[str]) -> Iterator[str]:
    others = [page for page in rewritten if page != article.file]
    articles = sum(page.is_relative_to(project.articles_folder) for page in others)
    counts = [counted(articles, "article"), counted(len(others) - articles, "other page")]
    if said := " and ".join(count for count in counts if not count.startswith("0 ")):
        yield f"Links to it were changed in {said}, which are handed in with it."
    if resting:
        yield f"Calculators name it by its old address: {', '.join(resting)}. Say so when you hand it in."


def _named(article: Article) -> str:
    return f"“{article.title}”"
