"""The commands that look and say what they find: check, report, where, facts, links, run.

An editor waits for whatever is imported above, so what only one of them needs is imported in it.
"""

import argparse
import contextlib
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from .checks.kept_checks import KeptChecks
from .checks.repeated import one_of_a_kind
from .checks.run import everything, files_in, some
from .content.kept_content import read_with
from .content.project import Project
from .reading.errors import ArticleErrors, CommandRefused
from .reading.kept_results import KEPT, KeptResults
from .reading.problems import Problem, all_words, did_you_mean, has_errors
from .site.kept_lists import know_lists
from .site.pages import Pages
from .site.site_map import whole_site


def check(chosen: argparse.Namespace, project: Project) -> None:
    """Say what is wrong with everything, or with what is named. Raises ArticleErrors where that is an error."""
    kept = KeptResults(project.root / KEPT)
    project = read_with(kept, project)
    files = _named_files(chosen.names, project)
    if chosen.yes and not chosen.fix:
        raise CommandRefused("--yes belongs to --fix: press check --fix --yes.")
    problems = problems_of(files, project, kept)
    if chosen.fix:
        problems = _mended(problems, files, project, kept, write=chosen.yes)
    if chosen.json:
        print(json.dumps([problem.as_data() for problem in problems], indent=2, ensure_ascii=False))
    else:
        print(all_words(one_of_a_kind(problems), problems))
    if has_errors(problems):
        raise ArticleErrors


def problems_of(files: Sequence[Path], project: Project, kept: KeptResults) -> list[Problem]:
    """What is wrong with the chosen files as they are now."""
    site = whole_site(project)
    know_lists(site, kept)
    checks = KeptChecks(site, kept)
    return some(files, site, kept=checks) if files else everything(site, kept=checks)


def _mended(
    problems: list[Problem], chosen: Sequence[Path], project: Project, kept: KeptResults, *, write: bool
) -> list[Problem]:
    """Show what would be mended, and write it if that was asked for. What is wrong afterwards."""
    from .checks.mending import differences, mended_files
    from .checks.mending import write as write_mended

    files = mended_files(problems, project)
    print(differences(files, problems))
    if not write or not files:
        print("Nothing is written." + (" press check --fix --yes writes it.\n" if files else "\n"))
        return problems
    write_mended(files, project.root)
    print("Written, and checked again:\n")
    return problems_of(chosen, read_with(kept, Project(project.root, project.today)), kept)


def _named_files(names: Sequence[str], project: Project) -> list[Path]:
    """The files that are named, by their paths or as articles by their slugs. Raises CommandRefused."""
    absent, paths = [], []
    for name in names:
        path = Path(name)
        if path.exists() or path.is_symlink():
            paths.append(path)
        elif article := next((article for article in project.articles if article.slug == name.strip("/")), None):
            paths.append(article.file)
        else:
            absent.append(f"there is no file {name}{_meant(name, project)}")
    if absent:
        raise CommandRefused(*absent)
    files = files_in(paths)
    if names and not files:
        raise CommandRefused(f"there is nothing to check in {', '.join(names)}")
    return files


def _meant(name: str, project: Project) -> str:
    """That no article is called so either, where the name could be that of one."""
    if "/" in name or "." in name:
        return ""
    return f", and no article is called so.{did_you_mean(name, [article.slug for article in project.articles])}"


def report(chosen: argparse.Namespace, project: Project) -> None:
    """Say or write how the site is."""
    from .checks.health_report import as_html, as_text
    from .checks.health_report import report as sections_of

    sections = sections_of(whole_site(project))
    if chosen.html:
        chosen.html.write_text(as_html(sections, f"Health of the site on {project.today}"), encoding="utf-8")
        print(f"Report: {chosen.html}")
    else:
        print(as_text(sections), end="")


def say_where(chosen: argparse.Namespace, project: Project) -> None:
    """Say where a number stands."""
    from .checks.places import as_text as as_places
    from .checks.quantity import Quantity
    from .checks.where import where

    quantity = Quantity.read(chosen.quantity)
    print(as_places(quantity, where(quantity, Pages(whole_site(project)))), end="")


def links(chosen: argparse.Namespace, project: Project) -> None:
    """Ask the addresses of other sites, keep what they answer, and say which are not simply there."""
    from ketamine_calculators.wording import counted

    from .checks.outside_links import asked_links
    from .content.link_checks import FILE as LINK_CHECKS
    from .content.link_checks import LinkCheck, is_due, link_checks_text, read_link_checks
    from .content.site_address import site_address
    from .hosting.outside_address import outcome_of  # only this command asks over the network
    from .hosting.outside_asking import asked
    from .reading.file_text import write_bytes
    from .site.outside_addresses import outside_addresses

    site = whole_site(project)
    written = outside_addresses(site)
    checks = {address: one for address, one in read_link_checks(project.content).items() if address in written}
    due = [address for address in written if chosen.all or is_due(checks.get(address), project.today)]
    print(f"{counted(len(written), 'address', 'addresses')} of other sites, {len(due)} to be asked.", flush=True)
    address = site_address(project.root)
    program = f"press-links/1.0 ({f'+{address}' if address else 'a site made with press'})"
    try:
        for address, outcome in asked(due, lambda one: outcome_of(one, program), chosen.pause):
            checks[address] = LinkCheck(project.today, outcome.state, outcome.detail, outcome.to)
            if outcome.state != "found":
                print(f"  {address} {checks[address].words}", flush=True)
    finally:
        # What was asked before somebody stopped it is not asked again.
        if due and checks:
            write_bytes(project.content / LINK_CHECKS, link_checks_text(checks).encode())
    for section in asked_links(site):
        print(f"{section.title}: {len(section.links) or 'none'}")
    print(f"Kept in {project.shown(project.content / LINK_CHECKS)}; hand it in, and the report and the desk show it.")


def say_facts(chosen: argparse.Namespace, project: Project) -> None:
    """Say each fact and every place that says it. Raises ArticleErrors where a place says another number."""
    from .checks.fact_places import as_text as as_facts
    from .checks.fact_places import fact_places

    found = fact_places(Pages(whole_site(project)), chosen.names)
    print(as_facts(found), end="")
    if any(one.fact.is_vital and one.contradicting for one in found):
        raise ArticleErrors


def run(chosen: argparse.Namespace, project: Project) -> int:
    """Calculate as `ketamine-calculators run` does, and say first what the calculator's page says first."""
    from ketamine_calculators.__main__ import main

    from .site.told_of_calculator import told_of

    told = told_of(chosen.id, whole_site(project))
    for words in told:
        print(f"stop: {words}", file=sys.stderr)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = main(["run", chosen.id, *chosen.inputs])
    text = printed.getvalue()
    if told and code == 0 and "--full" in chosen.inputs:
        text = json.dumps({"withdrawn": told, **json.loads(text)}, indent=2, ensure_ascii=False) + "\n"
    print(text, end="")
    return code
