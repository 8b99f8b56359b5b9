"""The life of an article: begun, published, reviewed, renamed, withdrawn."""

import datetime
import re
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from ketamine_calculators import every

from ..reading.front_matter_edits import set_fields
from ..reading.ids import SLUG
from ..reading.ids import slug as slug_of
from ..reading.problems import did_you_mean
from ..reading.strict_yaml import Value
from .articles import Article
from .closed_lists import Lists
from .glossary import FILE as GLOSSARY
from .glossary import read_glossary
from .project import Project


class Refused(Exception):
    """The command cannot be done; the message says why and what to do."""


@dataclass(frozen=True)
class Done:
    """What was done, in a sentence, and what the editor should do next."""

    words: str
    next_steps: tuple[str, ...] = field(default=())


def found_article(slug: str, project: Project) -> Article:
    """The article of this slug. Raises Refused."""
    slug = slug.removesuffix(".md").rpartition("/")[2]
    article = next((article for article in project.articles if article.slug == slug), None)
    if article is None:
        meant = did_you_mean(slug, [article.slug for article in project.articles])
        raise Refused(f'There is no article "{slug}".{meant}')
    if article.source.front_matter is None:
        raise Refused(f"{article.source.path} has no front matter; run: press check {article.source.path}")
    return article


_EXCERPT = "What this article answers, in one or two sentences."
_OPENING = "In two or three sentences: which question this article answers, for which patients, and what the answer is."
_POINT = "The one thing to remember."


def readable_lists(project: Project) -> Lists:
    """What an article's fields are chosen from. Raises Refused while it cannot be read."""
    wrong = [problem for problem in project.list_problems if problem.severity == "error"]
    if wrong:
        raise Refused(f"{wrong[0].path}:{wrong[0].line} is not right. See what is wrong: press check {wrong[0].path}")
    return project.lists


_BODY = f"""
# {{title}}

{_OPENING}

## What to do

- First step
- Second step

## Key points

1. {_POINT}
"""

_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" role="img" aria-labelledby="t">
  <title id="t">{title}</title>
  <rect width="1200" height="630" fill="#f4f7f8"/>
  <rect x="80" y="290" width="1040" height="4" fill="#0d5163"/>
  <text x="80" y="250" font-family="system-ui, sans-serif" font-size="44" fill="#17232b">{title}</text>
</svg>
"""


def begin(title: str, category: str, project: Project, *, slug: str = "", author: str = "") -> Done:
    """A new draft that passes the check, with a plain picture to be replaced."""
    title = " ".join(title.split())
    slug = slug or slug_of(title).encode("ascii", "ignore").decode().strip("-")[:80].strip("-")
    lists = readable_lists(project)
    if not title:
        raise Refused("The title is empty.")
    if not SLUG.fullmatch(slug):
        raise Refused(f'"{slug}" cannot stand in an address; give one with --slug, such as maintenance-after-response.')
    if category not in lists.taxonomy.categories:
        meant = did_you_mean(category, lists.taxonomy.categories)
        raise Refused(f'There is no category "{category}".{meant} Use one of: {", ".join(lists.taxonomy.categories)}.')
    writers = [person.name for person in lists.people.values() if "write" in person.may]
    author = author or next(iter(writers), "")
    if author not in writers:
        raise Refused(
            f'"{author}" may not sign articles.{did_you_mean(author, writers)} Use one of: {", ".join(writers)}.'
        )
    file = project.articles_folder / f"{slug}.md"
    if file.exists() or any(article.slug == slug for article in project.articles):
        raise Refused(f"There is an article {slug} already; give another address with --slug.")
    drawing = project.images / "articles" / f"{slug}.svg"
    file.parent.mkdir(parents=True, exist_ok=True)
    drawing.parent.mkdir(parents=True, exist_ok=True)
    if not drawing.exists():
        drawing.write_text(_DRAWING.format(title=escape(title)), encoding="utf-8", newline="\n")
    file.write_text(f"---\n---\n{_BODY.format(title=_as_markdown(title))}", encoding="utf-8", newline="\n")
    set_fields(
        file,
        {
            "title": title,
            "slug": slug,
            "excerpt": _EXCERPT,
            "category": category,
            "author": author,
            "publishedAt": project.today.isoformat(),
            "featuredImage": f"/images/articles/{slug}.svg",
            "tags": [next(iter(lists.taxonomy.tags))] if "ketamine" not in lists.taxonomy.tags else ["ketamine"],
            "audience": next(iter(lists.taxonomy.audiences)),
            "draft": True,
        },
    )
    shown = project.shown(file)
    return Done(
        f"Began {shown}, a draft that readers do not see.",
        (
            f"Write in {shown}, and replace {project.shown(drawing)}.",
            f"See it: press preview {slug}",
            f"When it is ready: press publish {slug}",
        ),
    )


def _as_markdown(title: str) -> str:
    """The title as heading text: signs that Markdown would take for its own are escaped."""
    return re.sub(r"([\\`*_\[\]<>#{}|~])", r"\\\1", title)


def publish(article: Article, project: Project, on: datetime.date | None = None) -> Done:
    """Let readers see the article, from today or from a later day."""
    day = on or project.today
    if article.withdrawn:
        raise Refused(
            f"{article.slug} was withdrawn on {article.withdrawn}. To show it again, delete the lines withdrawnAt and "
            "withdrawnReason first."
        )
    if article.is_public(project.today):
        if day > project.today:
            raise Refused(
                f"Readers see {article.slug} since {article.published}; a later day would take it from them. "
                f"To take it back, say: press withdraw {article.slug}"
            )
        raise Refused(f"{article.slug} is published already, since {article.published}.")
    if unwritten := [words for words in (_EXCERPT, _OPENING, _POINT) if words in article.source.text]:
        raise Refused(
            f"{article.slug} still holds words that press new put there: {' '.join(f'“{words}”' for words in unwritten)} "
            "Write yours in their place."
        )
    set_fields(article.file, {"draft": None, "publishedAt": day.isoformat()})
    when = (
        "from the next build on"
        if day <= project.today
        else f"from {day.isoformat()} on, at the first build after that"
    )
    return Done(f"Readers see {article.slug} {when}.", ("Build the site, or let the server build it: press build",))


def review(article: Article, project: Project, by: str, due: datetime.date | None = None) -> Done:
    """Note that the whole article was read against its sources today."""
    reviewers = [person.name for person in readable_lists(project).people.values() if "review" in person.may]
    if by not in reviewers:
        raise Refused(f'"{by}" may not review.{did_you_mean(by, reviewers)} Use one of: {", ".join(reviewers)}.')
    due = due or a_year_after(project.today)
    if due <= project.today:
        raise Refused(f"The next review cannot be due on {due}, which is not in the future.")
    set_fields(
        article.file,
        {"reviewedAt": project.today.isoformat(), "reviewedBy": by, "reviewDue": due.isoformat()},
    )
    return Done(f"{article.slug}: reviewed on {project.today} by {by}, next due on {due}.")


def a_year_after(day: datetime.date) -> datetime.date:
    """The same day of the next year; the last of February stays the last."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def withdraw(article: Article, project: Project, reason: str) -> Done:
    """Take the text away from readers; its address stays and says why."""
    reason = " ".join(reason.split())
    if not reason:
        raise Refused("Readers must be told why; give --reason.")
    resting = _calculators_resting_on(article.slug)
    if resting:
        raise Refused(
            f"{article.slug} is not withdrawn, because calculators take numbers from it: {', '.join(resting)}. "
            "Have a maintainer review each of them, and change or remove what it quotes from this article, "
            "then withdraw it."
        )
    set_fields(article.file, {"withdrawnAt": project.today.isoformat(), "withdrawnReason": reason})
    return Done(
        f"{article.slug} is withdrawn: its page says so and why, and no list, search or feed shows it.",
    )


def rename(article: Article, new: str, project: Project) -> Done:
    """Another address for an article; the old one leads there, and links are rewritten."""
    old = article.slug
    if not SLUG.fullmatch(new):
        raise Refused(f'"{new}" cannot stand in an address; use small letters, digits and single hyphens.')
    if any(other.slug == new for other in project.articles) or (article.file.parent / f"{new}.md").exists():
        raise Refused(f"There is an article {new} already.")
    earlier = [address for address in article.redirect_from if address != f"/articles/{new}/"]
    set_fields(article.file, {"slug": new, "redirectFrom": [*earlier, f"/articles/{old}/"]})
    article.file.rename(article.file.with_name(f"{new}.md"))
    pages = [*project.article_files(), *sorted(project.docs.rglob("*.md"))]
    changed = [project.shown(page) for page in pages if _rewritten(page, old, new)]
    if _glossary_rewritten(project.content / GLOSSARY, old, new):
        changed.append(project.shown(project.content / GLOSSARY))
    steps = [f"Links rewritten in {page}." for page in changed]
    steps += [
        f'The calculator {id} names the article as "{old}"; write "{new}".' for id in _calculators_resting_on(old)
    ]
    return Done(f"{old} is now {new}; /articles/{old}/ leads there.", tuple(steps))


def _rewritten(page: Path, old: str, new: str) -> bool:
    """Whether links to the old address stood in a page; they are changed."""
    data = page.read_bytes()
    if old.encode() not in data:
        return False
    text = data.decode("utf-8", "surrogateescape")
    # Only in the address of a link: [words](…), [label]: …, never in front matter's redirectFrom.
    address = re.compile(
        rf"((?:\]\(|\]:\s*)<?(?:/articles/|(?:\.\./)*(?:articles/)?(?:\.\./)*|\./)){re.escape(old)}(?=(?:\.md|/)?[)#?>\s])"
    )
    changed = address.sub(rf"\g<1>{new}", text)
    if changed == text:
        return False
    page.write_bytes(changed.encode("utf-8", "surrogateescape"))
    return True


def _glossary_rewritten(file: Path, old: str, new: str) -> bool:
    """Whether terms sent readers to the old address, or were kept out of the article under its old name; they are changed."""
    entries = read_glossary(file.parent, file.name)[0].entries if file.is_file() else ()
    places: list[Value] = []
    for entry in entries:
        given = dict(entry.place.entries) if entry.place else {}
        if f"{entry.see.partition('#')[0].rstrip('/')}/" == f"/articles/{old}/":
            places.append(given["see"])
        if old in entry.not_in:
            places += [item for item in given["not_in"].items if item.plain == old]
    lines = file.read_text("utf-8").split("\n") if places else []
    for place in sorted(places, key=lambda place: (place.line, place.column), reverse=True):
        line, start = lines[place.line - 1], place.column - 1
        lines[place.line - 1] = line[:start] + line[start:].replace(old, new, 1)
    if places:
        file.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    return bool(places)


def _calculators_resting_on(slug: str) -> list[str]:
    return [c.id for c in every() if any(passage.article == slug for passage in c.house)]
