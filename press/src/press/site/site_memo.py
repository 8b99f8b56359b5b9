"""What has been read and parsed of a site, so that nothing is read twice."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..content.calculator_reviews import CalculatorReview
from ..content.change_entries import ChangeEntry
from ..content.facts import Facts
from ..content.glossary import Glossary
from ..content.hazards import HazardLog
from ..content.recalls import Recall
from ..content.references import References
from ..markdown.glossary_links import GlossaryLinks
from ..markdown.parsed_page import ParsedPage
from ..reading.problems import Problem
from ..reading.source_file import SourceFile
from .article_outline import ArticleOutline
from .docs_page import DocsPage


@dataclass
class SiteMemo:
    """What has been read and parsed of a site. A site with one article read anew goes on with it."""

    articles: dict[str, ParsedPage] = field(default_factory=dict)
    docs: dict[str, DocsPage | None] = field(default_factory=dict)
    outlines: dict[str, tuple[SourceFile, ArticleOutline]] = field(default_factory=dict)
    subjects: dict[str, tuple[SourceFile, tuple[str, ...]]] = field(default_factory=dict)
    ids: dict[str, Collection[str]] = field(default_factory=dict)
    """What can be linked to on pages that need not be parsed for it, by their source paths."""
    glossary_links: dict[str, GlossaryLinks] = field(default_factory=dict)
    """The glossary as articles link to it, by the source paths of their pages."""
    drawings: dict[str, str] = field(default_factory=dict)
    """What drawings say that they show, by their addresses below content/."""
    glossary: tuple[Glossary, list[Problem]] | None = None
    facts: tuple[Facts, list[Problem]] | None = None
    hazards: tuple[HazardLog, list[Problem]] | None = None
    references: tuple[References, list[Problem]] | None = None
    recalls: tuple[tuple[Recall, ...], list[Problem]] | None = None
    calculator_reviews: tuple[Mapping[str, CalculatorReview], list[Problem]] | None = None
    changes: list[ChangeEntry] | None = None
    earlier_docs: Mapping[str, str] | None = None
