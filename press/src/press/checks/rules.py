"""Every rule of the check, by what it looks at. A new rule is a module of its own, named here."""

from collections.abc import Callable, Iterator

from ..reading.problems import Problem
from ..site.pages import Pages
from . import (
    address_collisions,
    article_files,
    blocks,
    calculator_reviews,
    characters,
    cited_names,
    contradicting_facts,
    crisis_list,
    dose_notation,
    dose_range,
    eaten_signs,
    fact_sources,
    front_matter,
    glossary,
    glossary_drift,
    handouts,
    hazards,
    heading_case,
    heading_forms,
    headings,
    house_passages,
    joined_lines,
    key_points,
    labels,
    left_behind,
    link_forms,
    links,
    list_forms,
    list_notation,
    mistaken_lines,
    own_values,
    pasted_page,
    pasted_text,
    plain_headings,
    plain_words,
    reading_age,
    recalls,
    recommendations,
    reference_marks,
    reference_works,
    references,
    repeated_text,
    stray_markup,
    table_heads,
    unwritten_words,
    written_out,
)
from .checked_page import PageRule

SiteRule = Callable[[Pages], Iterator[Problem]]
"""A rule for what pages and files have to do with each other."""

PAGE_RULES: tuple[PageRule, ...] = (
    characters.problems,
    headings.problems,
    blocks.problems,
    table_heads.problems,
    mistaken_lines.problems,
    joined_lines.problems,
    list_forms.problems,
    eaten_signs.problems,
    pasted_text.problems,
    plain_headings.problems,
    reference_marks.problems,
    stray_markup.problems,
    labels.problems,
    links.problems,
    dose_notation.problems,
    heading_forms.problems,
    repeated_text.problems,
    link_forms.problems,
    crisis_list.problems,
    contradicting_facts.page_problems,
    plain_words.problems,
)
"""For every page of Markdown."""

ARTICLE_RULES: tuple[PageRule, ...] = (
    *PAGE_RULES,
    list_notation.front_matter_problems,
    front_matter.problems,
    references.problems,
    cited_names.problems,
    dose_range.problems,
    left_behind.problems,
    unwritten_words.problems,
    key_points.problems,
    recommendations.problems,
    own_values.problems,
    fact_sources.article_problems,
    reading_age.problems,
    handouts.problems,
    heading_case.problems,
    written_out.problems,
    glossary_drift.problems,
    pasted_page.problems,
)
"""For articles."""

ON_WORDS: frozenset[PageRule] = frozenset(
    (
        dose_notation.problems,
        plain_words.problems,
        contradicting_facts.page_problems,
        repeated_text.problems,
        written_out.problems,
        glossary_drift.problems,
        recommendations.problems,
    )
)
"""Of these, the rules on words and numbers that stand on the page as they were written."""

SITE_RULES: tuple[SiteRule, ...] = (
    article_files.problems,
    address_collisions.problems,
    house_passages.problems,
    contradicting_facts.problems,
    glossary.problems,
    hazards.problems,
    recalls.problems,
    reference_works.problems,
    calculator_reviews.problems,
    list_notation.problems,
    plain_words.list_problems,
)
"""For the site as a whole."""

STRUCTURE = frozenset({"no-list", "no-table", "table", "indented", "open-fence", "comment", "nesting", "list-indent"})
"""Names of rules that explain why a list or a table did not become one."""

CHOICES = frozenset(f"front-matter-{name}" for name in ("category", "tags", "audience", "author", "reviewedBy"))
"""Names of rules on what is chosen from a closed list."""
