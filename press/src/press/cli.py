"""The `press` command."""

import argparse
import datetime
import gc
import json
import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ketamine_calculators.wording import upper_first

from .article_commands import add_article_commands, day
from .check_commands import check, links, report, run, say_facts, say_where
from .content.lifecycle import found_article
from .content.project import Project, root_above
from .content.review_dates import calendar, never_reviewed, reviews_due
from .content.schemas import SCHEMAS
from .reading.errors import CommandRefused, PressError, SetupError
from .reading.file_changes import finish_cut_off

Command = Callable[[argparse.Namespace, Project], int | None]
"""Carries out a command. Returns an exit code only where another program gave one. Raises PressError."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the number is its exit code."""
    if arguments is None:
        # What this process makes lives until it ends. Looking for what does not took a quarter of a large check.
        gc.disable()
    chosen = parser().parse_args(arguments)
    try:
        code = _exit_code_of(chosen.run, chosen)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whatever reads the output stopped early, as `head` does: no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _exit_code_of(command: Command, chosen: argparse.Namespace) -> int:
    try:
        root = root_above(Path.cwd())
        if cut_off := finish_cut_off(root):
            print(f"press: {cut_off}", file=sys.stderr)
        return command(chosen, Project(root, chosen.as_of or datetime.date.today())) or 0
    except PressError as error:
        for message in error.args:
            print(f"press: {message}", file=sys.stderr)
        return exit_code(error)


def exit_code(error: PressError) -> int:
    """1 when what was checked or built is wrong; 2 when nothing was done, as for an unknown option."""
    match error:
        case CommandRefused() | SetupError():
            return 2
        case _:  # ArticleErrors, BuildError
            return 1


def parser() -> argparse.ArgumentParser:
    """Every command with its options."""
    press = argparse.ArgumentParser(prog="press", description="Write, check and publish articles.")
    commands = press.add_subparsers(title="commands", metavar="COMMAND", required=True, dest="command")

    def command(name: str, run: Command, words: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words, description=f"{upper_first(words)}.")
        added.add_argument("--as-of", type=day, metavar="DATE", help="take this day for today, written 2026-06-30")
        added.set_defaults(run=run)
        return added

    add_article_commands(command)

    checked = command("check", check, "say everything that is wrong, with the place and the remedy")
    checked.add_argument("names", nargs="*", metavar="NAME", help="articles, files or folders; without any, everything")
    form = checked.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as data")
    form.add_argument("--fix", action="store_true", help="show what would be written where there is one right form")
    checked.add_argument("--yes", action="store_true", help="with --fix: write it, and check again")

    preview = command("preview", _preview, "see the site as it will be, drafts included, renewed at every save")
    preview.add_argument("slug", nargs="?", default="", help="one article alone, which is quicker")
    preview.add_argument("--port", type=int, default=8000, help="where it is served, 8000 unless given")

    due = command("review-due", _review_due, "list the reviews that are overdue or due soon")
    due.add_argument("--within", type=_days, default="60d", metavar="DAYS", help="how far ahead to look, such as 60d")
    due.add_argument("--ics", type=Path, metavar="FILE", help="write them to a calendar file as well")

    health = command("report", report, "say what is overdue, lonely, unused or without words")
    health.add_argument("--html", type=Path, metavar="FILE", help="write it as a page")

    places = command(
        "where", say_where, "say everywhere that a number stands, in the order in which a change goes through it"
    )
    places.add_argument("quantity", help="the number with its unit, as “0.5 mg/kg”")

    facts = command(
        "facts", say_facts, "list the numbers that several pages say, each with its source and every place that says it"
    )
    facts.add_argument("names", nargs="*", metavar="NAME", help="words of names or subjects, as “naltrexone”")

    asking = command(
        "links", links, "ask whether the addresses of other sites are still there, politely; needs a network"
    )
    asking.add_argument("--all", action="store_true", help="ask also those that answered within 30 days")
    asking.add_argument(
        "--pause", type=float, default=1.0, metavar="SECONDS", help="between two questions to one host; 1 unless given"
    )

    calculators = command("calculators", _calculators, "list the calculators, or one with its inputs")
    calculators.add_argument("id", nargs="?", default="")

    running = command("run", run, "calculate; prints JSON, and on standard error what the page says before the answer")
    running.add_argument("id", metavar="ID")
    running.add_argument(
        "inputs",
        nargs=argparse.REMAINDER,
        metavar="INPUTS",
        help="a flag for each input, as --weight 70, or --json; --full prints the whole answer",
    )

    host = command("verify-host", _verify_host, "compare what a host sends with the built site, file by file")
    host.add_argument("url", metavar="URL", help="where the site is published, such as https://guidance.example.org/")
    host.add_argument("--site", type=Path, metavar="FOLDER", help="the built site; otherwise site/")

    schema = command("schema", _schema, "print a JSON Schema for a text editor")
    schema.add_argument("of", nargs="?", choices=SCHEMAS, default="article", help="what the schema is of")
    command("build", _build, "make the site for readers, in site/; any error stops it")
    return press


def _days(text: str) -> datetime.timedelta:
    found = re.fullmatch(r"(\d{1,4})d?", text)
    if not found:
        raise argparse.ArgumentTypeError(f'"{text}" is not a number of days; write it as 60d')
    return datetime.timedelta(days=int(found[1]))


def _preview(chosen: argparse.Namespace, project: Project) -> int:
    from .mkdocs_plugin.file_watching import ONLY  # it watches files: no other command needs what that takes

    only = found_article(chosen.slug, project) if chosen.slug else None
    address = f"127.0.0.1:{chosen.port}"
    if _is_taken(chosen.port):
        raise CommandRefused(f"Something else is on {address} already. Stop it, or choose another with --port.")
    print(f"Starting. The {'article' if only else 'site'} will be on http://{address}/{only.url if only else ''}")
    variables = {ONLY: only.slug} if only else {}
    return _mkdocs("serve", "--livereload", "--dev-addr", address, project=project, variables=variables)


def _is_taken(port: int) -> bool:
    """Whether a program listens on this port already."""
    import socket  # no other command needs it

    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _review_due(chosen: argparse.Namespace, project: Project) -> None:
    due, undated = reviews_due(project, chosen.within), never_reviewed(project)
    for one in due:
        print(one.words(project.today))
    for article in undated:
        print(f"no date     {article.slug}  published, and no review date set")
    if not due and not undated:
        print(f"No review is due within {chosen.within.days} days.")
    if chosen.ics:
        chosen.ics.write_text(calendar(due, project.today), encoding="utf-8", newline="")
        print(f"Calendar: {chosen.ics}")


def _calculators(chosen: argparse.Namespace, project: Project) -> int:
    words = ["describe", chosen.id] if chosen.id else ["list"]
    return _exit_code_of_program([sys.executable, "-m", "ketamine_calculators", *words])


def _verify_host(chosen: argparse.Namespace, project: Project) -> int:
    from .hosting.verify_host import as_text, verify_host  # only this command asks over the network

    verdict = verify_host(chosen.url, chosen.site or project.root / "site")
    print(as_text(verdict), end="")
    return 1 if verdict.findings else 0


def _schema(chosen: argparse.Namespace, project: Project) -> None:
    print(json.dumps(SCHEMAS[chosen.of](project.lists), indent=2, ensure_ascii=False))


def _build(chosen: argparse.Namespace, project: Project) -> int:
    return _mkdocs("build", "--strict", "--clean", project=project)


def _mkdocs(*arguments: str, project: Project, variables: Mapping[str, str] | None = None) -> int:
    command = [sys.executable, "-m", "mkdocs", *arguments]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **(variables or {})}
    try:
        return _exit_code_of_program(command, cwd=project.root, env=environment)
    except KeyboardInterrupt:
        return 0


def _exit_code_of_program(command: Sequence[str], **where: Any) -> int:
    import subprocess  # what a check imports an editor waits for

    return subprocess.run(command, check=False, **where).returncode


if __name__ == "__main__":
    sys.exit(main())
