"""The address of a draft that nobody has seen, made anew of a title that it was given later."""

from ..reading.errors import CommandRefused
from ..reading.file_changes import FileChanges
from ..reading.front_matter_edits import set_fields
from .address_changes import rewrite_addresses
from .articles import Article
from .lifecycle import Planned
from .new_article import address_of, drawing, is_drawing, picture_of
from .project import Project


def address_by_title(article: Article, project: Project) -> Planned:
    """Let a draft be as if it had been begun with its title: its file, its address and the plain picture. Raises CommandRefused.

    Nothing leads from the old address to the new one, for no reader has had the old one.
    """
    old, new = article.slug, address_of(article.title)
    if not article.draft:
        raise CommandRefused(f"{old} is no draft; its address is changed with: press rename {old} {new}")
    file = article.file.with_name(f"{new}.md")
    if not new:
        raise CommandRefused("The title needs some letters or figures from a to z and 0 to 9 for an address.")
    if file.exists() or any(other.slug == new for other in project.articles):
        raise CommandRefused(f"Another article has the address {new}. This one keeps {old}.")
    changes = FileChanges(project.root)
    rewrite_addresses(project, old, new, changes)
    pictures = project.images / "articles"
    before, after = pictures / f"{old}.svg", pictures / f"{new}.svg"
    named = {"slug": new}
    has_drawing = article.front_matter.values.get("featuredImage") == picture_of(old) and before.is_file()
    if has_drawing and is_drawing(changes.text(before)) and not after.exists():
        named["featuredImage"] = picture_of(new)
        changes.set(after, drawing(article.title))
        changes.remove(before)
    set_fields(article.file, named, changes)
    changes.set(file, changes.text(article.file))
    changes.remove(article.file)
    words = f"The address of the page is now articles/{new}."
    return Planned("readdress", changes, words, words)
