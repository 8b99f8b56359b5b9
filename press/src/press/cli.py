"""The `press` command."""

import argparse
import datetime
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .addresses import edition_of
from .checks import everything, some
from .problems import Problem, has_errors
from .project import Project


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the number is the exit status."""
    parser = _parser()
    chosen = parser.parse_args(arguments)
    root = _root(Path.cwd())
    if root is None:
        print("press: this folder is no checkout of the site (there is no mkdocs.yml above it).", file=sys.stderr)
        return 2
    return int(chosen.run(chosen, root))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="press", description="Write, check and publish articles.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = commands.add_parser("check", help="say everything that is wrong with the articles")
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders; without any, everything")
    check.add_argument("--json", action="store_true", help="as data")
    _as_of(check)
    check.set_defaults(run=_check)
    return parser


def _as_of(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--as-of",
        type=_day,
        default=None,
        metavar="DATE",
        help="take this day for today, written 2026-06-30",
    )


def _day(text: str) -> datetime.date:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day; write it as 2026-06-30') from None


def _root(folder: Path) -> Path | None:
    """The checkout that a folder lies in."""
    return next((above for above in (folder, *folder.parents) if (above / "mkdocs.yml").is_file()), None)


def _check(chosen: argparse.Namespace, root: Path) -> int:
    edition = edition_of(Project(root, chosen.as_of or datetime.date.today()))
    paths = [path for path in chosen.paths if not path.exists()]
    if paths:
        for path in paths:
            print(f"press: there is no file {path}", file=sys.stderr)
        return 2
    inside = (sorted(path.rglob("*")) if path.is_dir() else [path] for path in chosen.paths)
    files = [file for found in inside for file in found if file.is_file()]
    problems = some(files, edition) if chosen.paths else everything(edition)
    if chosen.json:
        print(json.dumps([problem.plain() for problem in problems], indent=2, ensure_ascii=False))
    else:
        _say(problems)
    return 1 if has_errors(problems) else 0


def _say(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(problem.words(), end="\n\n")
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    print(f"{_count(errors, 'error')}, {_count(warnings, 'warning')}.")


def _count(number: int, what: str) -> str:
    return f"{number or 'No'} {what}{'' if number == 1 else 's'}"


if __name__ == "__main__":
    # A pipe that is closed early, as by `| head`, is no fault.
    try:
        sys.exit(main())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
