"""How an article of this site is cited: in words, as BibTeX and as RIS."""

import datetime
from dataclasses import dataclass

from ..content.articles import Article

_BIBTEX_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True)
class CitedArticle:
    """What a citation says."""

    key: str
    author: str
    title: str
    publisher: str
    published: datetime.date
    updated: datetime.date
    url: str

    def words(self) -> str:
        """The citation in a line."""
        updated = "" if self.updated == self.published else f" Updated {self.updated.isoformat()}."
        return f"{self.author}. {self.title}. {self.publisher}. {self.published.isoformat()}.{updated} {self.url}"

    def bibtex(self) -> str:
        """For LaTeX and reference managers."""
        fields = {
            # Doubled braces keep the name of a team from being split into first and last name.
            "author": f"{{{_tex(self.author)}}}",
            "title": f"{{{_tex(self.title)}}}",
            "organization": _tex(self.publisher),
            "year": str(self.published.year),
            "month": str(self.published.month),
            "url": self.url,
            "note": f"Updated {self.updated.isoformat()}",
        }
        inside = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
        return f"@online{{{self.key},\n{inside}\n}}\n"

    def ris(self) -> str:
        """For reference managers; lines end as the format asks."""
        lines = [
            ("TY", "ELEC"),
            ("AU", self.author),
            ("TI", self.title),
            ("PB", self.publisher),
            ("PY", str(self.published.year)),
            ("DA", self.published.strftime("%Y/%m/%d")),
            ("ET", f"Updated {self.updated.isoformat()}"),
            ("UR", self.url),
            ("ER", ""),
        ]
        return "".join(f"{tag}  - {value}\r\n" for tag, value in lines)


def _tex(text: str) -> str:
    return text.translate(_BIBTEX_ESCAPES)


def cited_article(article: Article, site_name: str, site_url: str) -> CitedArticle | None:
    """None for an article without a date, which nobody can cite."""
    if article.published is None:
        return None
    return CitedArticle(
        key=f"{article.slug}-{article.published.year}",
        author=article.author or site_name,
        title=article.title,
        publisher=site_name,
        published=article.published,
        updated=article.last_change or article.published,
        url=f"{site_url}{article.url}",
    )
