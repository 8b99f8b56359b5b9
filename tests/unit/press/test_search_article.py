"""An article is searched by what its Markdown was parsed to, and no HTML is read for it."""

from press.markdown.links import SiteMap
from press.markdown.parser import parse
from press.reading.source_file import source_of
from press.site.search_article import searched_article
from press.site.search_lines import SearchedSection

TEXT = """# Title

Above all. It begins.

## Dose {#dose}

- Give 0.5 mg/kg [1], no more.
- Wait

| Drug | What to do |
|---|---|
| Lithium | Continue. Measure it |

```calculator
id: iv_dose
```

## References

1. Daly EJ & others, 2019.
"""


def test_sections_have_lines_of_sentences_items_and_rows_without_citations_and_forms() -> None:
    addresses = SiteMap({"articles/x.md": "articles/x/"})
    page = parse(source_of(TEXT.encode(), "x.md"), addresses=addresses, page="articles/x.md", passages=True)
    assert searched_article(page.tokens) == (
        SearchedSection("", "Title", ("Above all.", "It begins.")),
        SearchedSection(
            "dose",
            "Dose",
            ("Give 0.5 mg/kg, no more.", "Wait", "Drug; What to do.", "Lithium; Continue.", "Measure it."),
        ),
        SearchedSection("references", "References", ("Daly EJ & others, 2019.",)),
    )
