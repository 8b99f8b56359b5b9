"""Articles of the tests' own, beside those of the site: some that readers must not see, and some that they may."""

from support.handouts import NEEDED

SECRET = "Xylophone7431"
"""A word that stands only in articles that readers must not see."""

ARTICLE = """---
title: "{title}"
slug: "{slug}"
excerpt: "{excerpt}"
category: "SAFETY"
author: "Ketamine Association Editorial Team"
publishedAt: "{published}"
featuredImage: "/images/articles/{picture}.svg"
tags: ["ketamine", "TRD", "safety"]
audience: "practitioners"
{more}---

# {title}

{text}
"""
HOSTILE = """Quotes " and ' & </title></script><script>alert(1)</script>"""


def article(slug: str, title: str, text: str, published: str = "2026-01-08", more: str = "", picture: str = "") -> str:
    return ARTICLE.format(
        slug=slug,
        title=title,
        excerpt=f"{title} in short.",
        published=published,
        picture=picture or "treatment-resistant-depression-protocols",
        more=more,
        text=text,
    )


RECOMMENDING = """This article says what to measure.

## Key points {#key-points}

- Measure the blood pressure before each dose.
- Breathing can slow.

## Doses {#doses}

> [!CONTRAINDICATIONS]
> - Aneurysmal vascular disease [1]
> - Intracerebral hemorrhage

> [!MONITORING]
> - Measure oxygen saturation until discharge [strong recommendation, low certainty, label] [1, section 5.3].

| Group | What to do |
|---|---|
| Pregnancy | Do not give it [conditional recommendation, very low certainty, our protocol and law] [2]. |

```calculator
id: iv_dose
```

## Dosing card {#dosing-card}

| Weight | Dose |
|---|---|
| 70 kg | 35 mg |

## More

See [the list](/articles/) <!-- a remark --> for more.

## References

1. A label. https://labels.example/a
2. A trial. doi:10.1000/abc PMID 123
"""
"""Every part of an article's form: key points, boxes, recommendations in an item and in a row, a calculator, references."""


def extra_articles() -> dict[str, str]:
    """Articles by slug. Those with the secret word are not for readers."""
    return {
        "hidden-draft": article(
            "hidden-draft", SECRET, f"{SECRET} text.", more='draft: true\nredirectFrom: ["/articles/hidden-before/"]\n'
        ),
        "hidden-future": article("hidden-future", f"{SECRET} later", f"{SECRET} text.", published="2099-01-01"),
        "taken-back": article(
            "taken-back",
            "Taken back",
            f"{SECRET} text.",
            more='withdrawnAt: "2026-02-01"\nwithdrawnReason: "Replaced & <b>newer</b>."\n',
        ),
        "moved-here": article(
            "moved-here",
            "Moved here",
            "A sentence [1].\n\n## References\n\n1. A paper. doi:10.1000/abc PMID 123",
            more=(
                'redirectFrom: ["/articles/moved-from/", "/old/place/"]\n'
                'reviewedAt: "2026-01-10"\nreviewedBy: "Ketamine Association Clinical Reviewer"\nreviewDue: "2026-01-11"\n'
                "changes:\n"
                '  - {date: "2026-01-09", kind: "clinical", text: "A dose <was> corrected."}\n'
                '  - {date: "2026-01-10", kind: "editorial", text: "A comma."}\n'
            ),
        ),
        "recommending": article(
            "recommending",
            "Recommending",
            RECOMMENDING,
            more=(
                'literatureTo: "2026-01-05"\n'
                "labels:\n"
                '  - {text: "US label", version: "2025-03-13", read: "2026-01-04", note: "A newer <text> exists."}\n'
            ),
        ),
        "for-patients": article("for-patients", "What to expect", f"Plain words. {NEEDED}").replace(
            'audience: "practitioners"', 'audience: "patients"'
        ),
        "hostile-words": article("hostile-words", "Hostile words", "Text.").replace(
            '"Hostile words in short."', f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'"
        ),
    }
