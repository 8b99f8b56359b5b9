"""The commands of `press` that change an article, and the one that takes them back."""

import argparse
import datetime
from collections.abc import Callable

from .checks.right_article import refuse_errors
from .content.articles import Article
from .content.lifecycle import Planned, begin, found_article, publish, readable_lists, rename, review, withdraw
from .content.project import Project
from .reading.file_changes import undone
from .site.dependents import depending_on
from .site.site_map import whole_site

AddCommand = Callable[[str, Callable[[argparse.Namespace, Project], None], str], argparse.ArgumentParser]
"""Adds a command by its name, what carries it out, and what it is for."""
UNDONE = ("new", "publish", "review", "rename", "withdraw", "fix")
"""The commands that change files; `fix` is `press check --fix --yes`."""


def add_article_commands(command: AddCommand) -> None:
    """Every command of this file, with its options."""
    new = command("new", _new, "begin an article, as a draft that passes the check")
    new.add_argument("title")
    new.add_argument("--category", required=True, help="one of content/taxonomy.yml, such as CLINICAL_PRACTICE")
    new.add_argument("--slug", default="", help="its name in the address; otherwise made from the title")
    new.add_argument("--author", default="", help="one of content/people.yml; otherwise the first who may write")

    published = command("publish", _publish, "let readers see an article")
    published.add_argument("slug")
    published.add_argument("--on", type=day, metavar="DATE", help="from this day on instead of today")

    reviewed = command("review", _review, "note that an article was read against its sources today")
    reviewed.add_argument("slug")
    reviewed.add_argument("--by", required=True, metavar="NAME", help="one of content/people.yml")
    reviewed.add_argument("--due", type=day, metavar="DATE", help="when the next review is due; otherwise in a year")

    renamed = command("rename", _rename, "give an article another address; the old one leads there")
    renamed.add_argument("old")
    renamed.add_argument("new")

    withdrawn = command("withdraw", _withdraw, "take an article away from readers and tell them why")
    withdrawn.add_argument("slug")
    withdrawn.add_argument("--reason", required=True, metavar="WORDS", help="what readers are told")

    undo = command("undo", _undo, "take back the last command that changed files, if they are still as it left them")
    undo.add_argument(
        "kind",
        nargs="?",
        default="",
        choices=["", *UNDONE],
        metavar="COMMAND",
        help=f"the last of one kind: {', '.join(UNDONE)}",
    )


def day(text: str) -> datetime.date:
    """A day as it is typed behind an option. Raises ArgumentTypeError."""
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day; write it as 2026-06-30') from None


def _new(chosen: argparse.Namespace, project: Project) -> None:
    _carry_out(begin(chosen.title, chosen.category, project, slug=chosen.slug, author=chosen.author))


def _publish(chosen: argparse.Namespace, project: Project) -> None:
    _carry_out(publish(_right_article(chosen.slug, project, "published"), project, chosen.on))


def _review(chosen: argparse.Namespace, project: Project) -> None:
    _carry_out(review(_right_article(chosen.slug, project, "noted as reviewed"), project, chosen.by, chosen.due))


def _right_article(slug: str, project: Project, done: str) -> Article:
    """An article in which the check finds no error; what it finds is printed. Raises CommandRefused."""
    readable_lists(project)
    article = found_article(slug, project)
    refuse_errors(article, whole_site(project), done, print)
    return article


def _rename(chosen: argparse.Namespace, project: Project) -> None:
    _carry_out(rename(found_article(chosen.old, project), chosen.new, project))


def _withdraw(chosen: argparse.Namespace, project: Project) -> None:
    article = found_article(chosen.slug, project)
    site = whole_site(project)
    _carry_out(withdraw(article, project, chosen.reason, depending_on(article, site)))


def _undo(chosen: argparse.Namespace, project: Project) -> None:
    print(undone(project.root, chosen.kind))


def _carry_out(planned: Planned) -> None:
    planned.carry_out()
    print(planned.words)
    for step in planned.next_steps:
        print(f"  {step}")
