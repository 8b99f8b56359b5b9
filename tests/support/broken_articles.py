"""Broken, odd and hostile articles: what each says to its editor, and whether it stops the build.

Think of a tired editor with Word, and of an attacker. Line 15 is the first line of an article's text.
"""

# ruff: noqa: E501  # messages are quoted whole

from dataclasses import dataclass

GOOD = """---
title: "A good article"
slug: "case"
excerpt: "What it answers."
category: "CLINICAL_PRACTICE"
author: "Ketamine Association Editorial Team"
publishedAt: "2026-01-08"
featuredImage: "/images/articles/curve.svg"
tags: ["ketamine"]
audience: "practitioners"
---

# A good article

"""


@dataclass(frozen=True)
class Case:
    """One article: the exit status it earns, and every problem as `line:column rule message`."""

    name: str
    article: str | bytes
    status: int
    says: tuple[str, ...]


def body(text: str) -> str:
    """A right article with this text."""
    return f"{GOOD}{text}\n"


def swap(old: str, new: str) -> str:
    """A right article with something else in its front matter."""
    assert old in GOOD
    return GOOD.replace(old, new) + "Text.\n"


CASES = (
    # A good article.
    # Encoding.
    Case(
        "saved in Latin-1",
        body("Größe").encode("latin-1"),
        1,
        ("15:3 encoding The byte 0xf6 is not UTF-8; articles are UTF-8.",),
    ),
    Case(
        "saved as UTF-16",
        body("Text.").encode("utf-16"),
        1,
        ("1:1 encoding This file is UTF-16; articles are UTF-8.",),
    ),
    Case(
        "with a byte order mark and Windows line ends",
        b"\xef\xbb\xbf" + body("Text.").replace("\n", "\r\n").encode(),
        0,
        (),
    ),
    Case(
        "an empty file",
        b"",
        1,
        (
            "1:1 front-matter The article has no front matter.",
            "1:1 heading The page has no title.",
        ),
    ),
    Case(
        "a null character",
        body("a\x00b"),
        1,
        ("15:2 character There is a null character here (U+0000).",),
    ),
    # Front matter.
    Case(
        "no front matter",
        "# A good article\n\nText.\n",
        1,
        ("1:1 front-matter The article has no front matter.",),
    ),
    Case(
        "front matter never closed",
        "---\ntitle: x\n\nText.\n",
        1,
        (
            "1:1 front-matter The front matter is opened and never closed.",
            "1:1 heading The page has no title.",
        ),
    ),
    Case(
        "an empty front matter",
        "---\n---\n\n# T\n",
        1,
        (
            "1:1 front-matter-audience audience is missing.",
            "1:1 front-matter-author author is missing.",
            "1:1 front-matter-category category is missing.",
            "1:1 front-matter-excerpt excerpt is missing.",
            "1:1 front-matter-featuredImage featuredImage is missing.",
            "1:1 front-matter-publishedAt publishedAt is missing.",
            "1:1 front-matter-slug slug is missing.",
            "1:1 front-matter-tags tags is missing.",
            "1:1 front-matter-title title is missing.",
        ),
    ),
    Case(
        "a colon in a title without quotes",
        swap('title: "A good article"', "title: Ketamine: a guide"),
        1,
        ("2:16 yaml This cannot be read: there is a second colon in this line.",),
    ),
    Case(
        "a tab before a field",
        swap('slug: "case"', '\tslug: "case"'),
        1,
        ("3:1 yaml This cannot be read: there is a tab here.",),
    ),
    Case(
        "a quotation mark never closed",
        swap('slug: "case"', 'slug: "case'),
        1,
        ("3:7 yaml This cannot be read: a quotation mark is opened and never closed.",),
    ),
    Case(
        "curly quotation marks",
        swap('slug: "case"', "slug: “case”"),
        1,
        ("3:7 front-matter-slug slug begins with a curly quotation mark, which would be shown.",),
    ),
    Case(
        "curly quotation marks around words",
        swap('excerpt: "What it answers."', "excerpt: “What it answers.”"),
        1,
        ("4:10 front-matter-excerpt excerpt begins with a curly quotation mark, which would be shown.",),
    ),
    Case(
        "no space behind a colon",
        swap('excerpt: "What', 'excerpt:"What'),
        1,
        ("4:9 yaml This cannot be read: there is no space behind the colon.",),
    ),
    Case(
        "no space behind the last colon",
        swap('audience: "', 'audience:"'),
        1,
        ("10:10 yaml This cannot be read: there is no space behind the colon.",),
    ),
    Case(
        "a field given twice",
        swap('slug: "case"', 'slug: "case"\nslug: "other"'),
        1,
        ('4:1 yaml-duplicate "slug" is given twice, first in line 3.',),
    ),
    Case(
        "an alias",
        swap('tags: ["ketamine"]', 'tags: &all ["ketamine"]'),
        1,
        ("9:7 yaml-alias Anchors (&) and aliases (*) are not allowed.",),
    ),
    Case(
        "a Python object",
        swap('excerpt: "What it answers."', 'excerpt: !!python/object/apply:os.system ["id"]'),
        1,
        ("4:10 yaml-tag Tags (!) are not allowed.",),
    ),
    Case(
        "a misspelt field",
        swap("publishedAt:", "publishdAt:"),
        1,
        (
            "1:1 front-matter-publishedAt publishedAt is missing.",
            '7:1 front-matter-field There is no field "publishdAt". Did you mean "publishedAt"?',
        ),
    ),
    Case(
        "a misspelt category",
        swap("CLINICAL_PRACTICE", "CLINICAL_PRACTISE"),
        1,
        (
            '5:11 front-matter-category category "CLINICAL_PRACTISE" is not in the list. Did you mean "CLINICAL_PRACTICE"?',
        ),
    ),
    Case(
        "an unknown author",
        swap("Ketamine Association Editorial Team", "Dr. Somebody"),
        1,
        ('6:9 front-matter-author author "Dr. Somebody" is not in the list.',),
    ),
    Case(
        "an unknown tag",
        swap('tags: ["ketamine"]', 'tags: ["ketamin"]'),
        1,
        ('9:8 front-matter-tags There is no tag "ketamin". Did you mean "ketamine"?',),
    ),
    Case(
        "tags that are no list",
        swap('tags: ["ketamine"]', "tags: ketamine"),
        1,
        ("9:7 front-matter-tags tags must be a list.",),
    ),
    Case(
        "a tag twice",
        swap('tags: ["ketamine"]', 'tags: ["ketamine", "ketamine"]'),
        1,
        ('9:20 front-matter-tags The tag "ketamine" is given twice.',),
    ),
    Case(
        "an unknown audience",
        swap('"practitioners"', '"practitioner"'),
        1,
        ('10:11 front-matter-audience audience "practitioner" is not in the list. Did you mean "practitioners"?',),
    ),
    Case(
        "a date in words",
        swap('"2026-01-08"', '"8 January 2026"'),
        1,
        ('7:14 front-matter-publishedAt publishedAt "8 January 2026" is not a date.',),
    ),
    Case(
        "a day that does not exist",
        swap('"2026-01-08"', '"2026-02-30"'),
        1,
        ('7:14 front-matter-publishedAt publishedAt "2026-02-30" is not a date.',),
    ),
    Case(
        "a slug with capitals and spaces",
        swap('slug: "case"', 'slug: "A Case"'),
        1,
        ('3:7 front-matter-slug slug "A Case" cannot stand in an address.',),
    ),
    Case(
        "a slug that climbs",
        swap('slug: "case"', 'slug: "../../etc/passwd"'),
        1,
        ('3:7 front-matter-slug slug "../../etc/passwd" cannot stand in an address.',),
    ),
    Case(
        "a slug that is a list's address",
        swap('slug: "case"', 'slug: "tags"'),
        1,
        (
            '3:7 address "tags" is the address of a list of articles.',
            '3:7 front-matter-slug The file is called "case.md" and the slug is "tags".',
        ),
    ),
    Case(
        "an empty title",
        swap('title: "A good article"', 'title: ""'),
        1,
        ("2:8 front-matter-title title is empty.",),
    ),
    Case(
        "a number for a title",
        swap('title: "A good article"', "title: 42"),
        1,
        ("2:8 front-matter-title title must be text.",),
    ),
    Case(
        "a missing picture",
        swap("curve.svg", "curves.svg"),
        1,
        (
            '8:16 front-matter-featuredImage There is no picture /images/articles/curves.svg. Did you mean "/images/articles/curve.svg"?',
        ),
    ),
    Case(
        "a picture from another site",
        swap('"/images/articles/curve.svg"', '"https://evil.example/x.svg"'),
        1,
        ('8:16 front-matter-featuredImage featuredImage "https://evil.example/x.svg" is not a picture of this site.',),
    ),
    Case(
        "a draft that is neither true nor false",
        swap('audience: "practitioners"', 'audience: "practitioners"\ndraft: yes'),
        1,
        ('11:8 front-matter-draft draft "yes" is neither true nor false.',),
    ),
    Case(
        "updated before published",
        swap('audience: "practitioners"', 'audience: "practitioners"\nupdatedAt: "2025-01-01"'),
        1,
        ("11:12 front-matter-updatedAt updatedAt is before publishedAt.",),
    ),
    Case(
        "reviewed by nobody",
        swap('audience: "practitioners"', 'audience: "practitioners"\nreviewedAt: "2026-01-08"'),
        1,
        (
            "11:13 front-matter-reviewedAt It is not recorded which text was reviewed; readers see a notice.",
            "11:13 front-matter-reviewedAt Nobody is named for this review.",
        ),
    ),
    Case(
        "literature of tomorrow",
        swap('audience: "practitioners"', 'audience: "practitioners"\nliteratureTo: "2030-01-08"'),
        1,
        ("11:15 front-matter-literatureTo literatureTo 2030-01-08 is in the future.",),
    ),
    Case(
        "a label of a month that no year has",
        swap(
            'audience: "practitioners"',
            'audience: "practitioners"\nlabels: [{text: "US label", version: "2025-13", read: "2026-01-13"}]',
        ),
        1,
        ('11:38 front-matter-labels version of a label "2025-13" is not a date.',),
    ),
    Case(
        "a label read before it was written",
        swap(
            'audience: "practitioners"',
            'audience: "practitioners"\nlabels: [{text: "US label", version: "2026-03-13", read: "2026-01-13"}]',
        ),
        1,
        ("11:58 front-matter-labels The text of 2026-03-13 cannot have been read on 2026-01-13.",),
    ),
    Case(
        "reviewed tomorrow",
        swap(
            'audience: "practitioners"',
            'audience: "practitioners"\nreviewedAt: "2030-01-08"\nreviewedBy: "Ketamine Association Clinical Reviewer"',
        ),
        1,
        (
            "11:13 front-matter-reviewedAt It is not recorded which text was reviewed; readers see a notice.",
            "11:13 front-matter-reviewedAt reviewedAt 2030-01-08 is in the future.",
        ),
    ),
    Case(
        "due before it was reviewed",
        swap(
            'audience: "practitioners"',
            'audience: "practitioners"\nreviewedAt: "2026-01-08"\nreviewDue: "2026-01-08"\nreviewedBy: "Ketamine Association Clinical Reviewer"',
        ),
        1,
        (
            "11:13 front-matter-reviewedAt It is not recorded which text was reviewed; readers see a notice.",
            "12:12 front-matter-reviewDue The review was due on 2026-01-08; readers see a notice.",
            "12:12 front-matter-reviewDue reviewDue is not after reviewedAt.",
        ),
    ),
    Case(
        "a review that is overdue",
        swap('audience: "practitioners"', 'audience: "practitioners"\nreviewDue: "2026-02-01"'),
        0,
        ("11:12 front-matter-reviewDue The review was due on 2026-02-01; readers see a notice.",),
    ),
    Case(
        "a change without its kind",
        swap('audience: "practitioners"', 'audience: "practitioners"\nchanges: [{date: "2026-02-01", text: "x"}]'),
        1,
        ("11:11 front-matter-changes A change needs exactly date, kind and text.",),
    ),
    Case(
        "an earlier address that is no address",
        swap('audience: "practitioners"', 'audience: "practitioners"\nredirectFrom: ["javascript:alert(1)"]'),
        1,
        ('11:16 front-matter-redirectFrom "javascript:alert(1)" is not an address of this site.',),
    ),
    Case(
        "an earlier address that is taken",
        swap('audience: "practitioners"', 'audience: "practitioners"\nredirectFrom: ["/articles/there/"]'),
        1,
        ("11:15 address /articles/there/ is the address of a page that exists.",),
    ),
    *(
        Case(
            f"an earlier address that the site needs: {address}",
            swap('audience: "practitioners"', f'audience: "practitioners"\nredirectFrom: ["{address}"]'),
            1,
            (f"11:15 address {address} is kept for {what}.",),
        )
        for address, what in (
            ("/service-worker/", "what keeps the site offline"),
            ("/offline/", "what keeps the site offline"),
            ("/assets/app/", "scripts and style sheets"),
            ("/images/articles/", "pictures"),
            ("/search/", "the search"),
            ("/sitemap/", "the map of the site"),
            ("/headers/", "what hosts are told"),
            ("/404/", "the page that hosts show for an unknown address"),
            ("/schemas/article/", "the fields of an article"),
            ("/articles/feed/", "lists of articles and feeds"),
            ("/articles/tags/gone/", "lists of articles and feeds"),
        )
    ),
    Case(
        "an earlier address outside the articles",
        swap('audience: "practitioners"', 'audience: "practitioners"\nredirectFrom: ["/old/place/", "/articles/old/"]'),
        0,
        (),
    ),
    Case(
        "withdrawn without a reason",
        swap('audience: "practitioners"', 'audience: "practitioners"\nwithdrawnAt: "2026-02-01"'),
        1,
        ("11:14 front-matter-withdrawnAt withdrawnAt needs withdrawnReason.",),
    ),
    Case(
        "a slug taken by another article",
        swap('slug: "case"', 'slug: "there"'),
        1,
        (
            '3:7 address The slug "there" is taken by content/articles/there.md.',
            '3:7 front-matter-slug The file is called "case.md" and the slug is "there".',
        ),
    ),
    Case(
        "a list nested a thousand deep",
        swap('tags: ["ketamine"]', "tags: " + "[" * 1000),
        1,
        ("9:18 yaml This is nested too deeply.",),
    ),
    # Headings.
    Case(
        "no title",
        GOOD.replace("# A good article", "Words."),
        1,
        ("12:1 heading The page has no title.",),
    ),
    Case(
        "a title unlike the front matter's",
        GOOD.replace("# A good article", "# Another title"),
        1,
        ('13:1 title The title here and the title in line 2 differ: "Another title", "A good article".',),
    ),
    Case(
        "two titles",
        body("# Again"),
        1,
        ("15:1 heading There is a second title.",),
    ),
    Case(
        "words before the title",
        GOOD.replace("# A good article", "Words.\n\n# A good article"),
        1,
        ("15:1 heading The title does not stand first.",),
    ),
    Case(
        "a level left out",
        body("## A\n\n#### B"),
        1,
        ("17:1 heading The heading jumps from level 2 to level 4.",),
    ),
    Case(
        "a heading without words",
        body("##\n\nText."),
        1,
        ("15:1 heading This heading has no words.",),
    ),
    Case(
        "a heading without a space",
        body("##Dose"),
        1,
        ('15:1 no-heading This line begins with "##" and no space, which makes no heading.',),
    ),
    Case(
        "a dividing line that makes a heading",
        body("Last words.\n---"),
        1,
        ("16:1 underlined This line turns the text above it into a heading.",),
    ),
    # Lists and tables.
    Case(
        "bullets from Word",
        body("• one\n• two"),
        1,
        (
            '15:1 no-list This line begins with "•", which makes no list.',
            '16:1 no-list This line begins with "•", which makes no list.',
        ),
    ),
    Case(
        "other bullets from Word",
        body("o\tone\n§   two\n➢ three"),
        1,
        (
            '15:1 no-list This line begins with "o", which makes no list.',
            '16:1 no-list This line begins with "§", which makes no list.',
            '17:1 no-list This line begins with "➢", which makes no list.',
        ),
    ),
    Case(
        "a box to tick with nothing in it",
        body("- [] confirm"),
        1,
        ("15:3 no-list This line looks like a box to tick and is none.",),
    ),
    Case(
        "no key points before the first of several sections",
        body("Text.\n\n## Dose\n\nText.\n\n## Route\n\nText."),
        1,
        ("17:1 key-points The article does not begin with its key points.",),
    ),
    Case(
        "a sentence that recommends without its strength",
        body("The pressure should be measured."),
        1,
        (
            '15:1 strength This sentence recommends ("should") and does not say how strong it is, how certain and what it rests on.',
        ),
    ),
    Case(
        "a box whose name is misspelt",
        body("> [!CONTRAINDICATION]\n> - Aneurysm\n> - Hemorrhage"),
        1,
        ('15:3 no-box There is no box called "CONTRAINDICATION". Did you mean "contraindications"?',),
    ),
    Case(
        "a certainty that is misspelt",
        body("Measure the pressure [strong recommendation, low certanty, label]."),
        1,
        ('15:22 recommendation "low certanty" is no certainty of a recommendation. Did you mean "low certainty"?',),
    ),
    Case(
        "a box of a kind that there is not",
        body("> [!DANGER]\n> Never undiluted."),
        1,
        ('15:3 no-box There is no box called "DANGER".',),
    ),
    Case(
        "a space in the address of a link",
        body("See [the protocol](/articles/treatment resistant/)."),
        1,
        ("15:18 no-link This is shown as it stands, because it makes no link.",),
    ),
    Case(
        "a space between the words and the address of a link",
        body("See [the calculator] (/calculators/iv-dose/)."),
        1,
        ("15:20 no-link This is shown as it stands, because it makes no link.",),
    ),
    Case(
        "a space in the name of a picture",
        body("![A course](/images/articles/My Pic.svg)"),
        1,
        ("15:11 no-link This is shown as it stands, because it makes no link.",),
    ),
    Case(
        "brackets that are no link",
        body("A citation in words [see there] (both arms), `[x] (/y)`."),
        0,
        (),
    ),
    Case(
        "a calculator with a capital",
        body("```Calculator\nid: iv_dose\n```"),
        1,
        ('15:1 calculator-fence "Calculator" shows this block as code, not as a calculator.',),
    ),
    Case(
        "a calculator misspelt",
        body("```calculater\nid: iv_dose\n```"),
        1,
        ('15:1 calculator-fence "calculater" shows this block as code, not as a calculator.',),
    ),
    Case(
        "a list sign without a space",
        body("-one\n-two"),
        1,
        (
            '15:1 no-list This line begins with "-" and no space, which makes no list.',
            '16:1 no-list This line begins with "-" and no space, which makes no list.',
        ),
    ),
    Case(
        "a number without a space",
        body("1.one"),
        1,
        ('15:1 no-list This line begins with "1." and no space, which makes no list.',),
    ),
    Case(
        "a list that goes on from five under words",
        body("Then:\n5. five\n6. six"),
        1,
        (
            "16:1 no-list This line would be a list item, and is part of the lines above it.",
            "17:1 no-list This line would be a list item, and is part of the lines above it.",
        ),
    ),
    Case(
        "a box without a dash",
        body("[ ] confirm"),
        1,
        ("15:1 no-list This line looks like a box to tick and is none.",),
    ),
    Case(
        "a row with too many cells",
        body("| a | b |\n|---|---|\n| 1 | 2 | 3 |"),
        1,
        ("17:1 table This row has 3 cells and its table 2; the last are lost.",),
    ),
    Case(
        "a row with too few cells",
        body("| a | b |\n|---|---|\n| 1 |"),
        1,
        ("17:1 table This row has 1 cells and its table 2; the row ends early.",),
    ),
    Case(
        "words straight under a table",
        body("| a | b |\n|---|---|\n| 1 | 2 |\nWords."),
        1,
        ("18:1 table This line is taken into the table above it.",),
    ),
    Case(
        "a table without its second line",
        body("| a | b |\n| 1 | 2 |"),
        1,
        (
            "15:1 no-table This line looks like a row of a table and is none.",
            "16:1 no-table This line looks like a row of a table and is none.",
        ),
    ),
    Case(
        "a list, a table and a calculator shown as they are typed",
        body("````markdown\n- an item\n\n| a | b |\n|---|---|\n| c | d |\n\n```calculator\nid: iv_dose\n```\n````"),
        0,
        (),
    ),
    Case(
        "a block of code never closed",
        body("```\ncode\n\nWords."),
        1,
        ("15:1 open-fence This block is opened and never closed; all text below it is shown as code.",),
    ),
    Case(
        "four spaces",
        body("Words.\n\n    more words"),
        1,
        ("17:1 indented Four spaces at the start make this code, not text.",),
    ),
    Case(
        "a comment never closed",
        body("<!-- note\n\nWords."),
        1,
        ("15:1 comment A comment begins here and never ends; all text below it would be lost.",),
    ),
    Case(
        "words behind a comment",
        body("<!-- note --> *words*"),
        1,
        ("15:1 comment The words behind a comment are not read as Markdown.",),
    ),
    Case(
        "stars in a note below the text",
        body("One[^a].\n\n[^a]: note ** here\n\nAnd __two more."),
        0,
        (
            "17:12 stray-stars ** is shown as it stands: bold is opened or closed only without a space inside.",
            "19:5 stray-stars __ is shown as it stands: bold is opened or closed only without a space inside.",
        ),
    ),
    Case(
        "bold with a space inside",
        body("**Dose **: 5 mg"),
        0,
        ("15:1 stray-stars ** is shown as it stands: bold is opened or closed only without a space inside.",),
    ),
    Case(
        "a footnote that is not there",
        body("Words[^1]."),
        1,
        ("15:6 footnote There is no footnote 1.",),
    ),
    Case(
        "a footnote nobody calls",
        body("Words.\n\n[^1]: Note."),
        1,
        ("17:1 footnote Footnote 1 is never called, so its words are not shown.",),
    ),
    Case(
        "a footnote written twice",
        body("Words[^1].\n\n[^1]: One.\n\n[^1]: Two."),
        1,
        (
            "17:7 lost-text The page does not show: One",
            "19:1 footnote Footnote 1 is written twice; one of the two is lost.",
        ),
    ),
    Case(
        "a line that vanishes as an address",
        body("[Dose]: #doses"),
        1,
        ("15:1 link-label This line is taken for the address of a link that nobody uses, so it is not shown.",),
    ),
    Case(
        "the address of a picture that is not there",
        body("![Curve][curve]\n\n[curve]: /images/articles/curb.png"),
        1,
        ('15:1 picture There is no picture /images/articles/curb.png. Did you mean "/images/articles/curve.svg"?',),
    ),
    Case(
        "a link to a label that is not there",
        body("See [the label][spravato]."),
        1,
        ("15:16 link-label There is no address for the link [spravato].",),
    ),
    Case(
        "two versions after a merge",
        body("<<<<<<< HEAD\nDose 0.5 mg\n=======\nDose 0.6 mg\n>>>>>>> other"),
        1,
        (
            "15:1 heading There is a second title.",
            "15:1 merge-conflict Two versions of the article stand here together.",
            "17:1 merge-conflict Two versions of the article stand here together.",
            "19:1 merge-conflict Two versions of the article stand here together.",
        ),
    ),
    Case(
        "a list of 40 levels",
        body("".join("  " * n + "- x\n" for n in range(40))),
        1,
        ("54:1 nesting This is nested 40 levels deep; what follows may be lost.",),
    ),
    Case(
        "a box of an unknown kind",
        body("!!! warn\n    Words."),
        1,
        ('15:1 callout There is no box called "warn". Did you mean "warning"?',),
    ),
    # Signs that Markdown takes for its own, and what other programs leave.
    Case(
        "a quotation that begins with a number",
        body("> 2 of 10 patients answered.\n> They were older."),
        1,
        ('15:1 quote-sign The lines from here on are taken for a quotation, and this ">" is not shown.',),
    ),
    Case(
        "a sign that begins a quotation below a sentence",
        body("The pressure is\n> the limit."),
        0,
        ('16:1 quote-sign This ">" begins a quotation, and is not shown. Does it belong to the sentence above?',),
    ),
    Case(
        "a plus taken for the sign of a list",
        body("+ 0.5 points"),
        1,
        ('15:1 list-sign This "+" is taken for the sign of a list, and is not shown.',),
    ),
    Case(
        "a minus taken for the sign of a list",
        body("The change was\n- 3.2 points"),
        1,
        (
            '16:1 list-sign This "-" is taken for the sign of a list, and readers would not see it in front of the number.',
        ),
    ),
    Case(
        "a list of one below a sentence",
        body("The dose was given on day\n1. Then it was raised."),
        0,
        ("16:1 list-of-one This line becomes a list of one item. Is it the rest of the sentence above it?",),
    ),
    Case(
        "a sentence broken at its dashes",
        body("The pressure falls\n- after the infusion -\n- and rises again."),
        0,
        ("16:1 list-sign These 2 lines become a list. Are they the rest of the sentence above them?",),
    ),
    Case(
        "a sentence that goes on with a number",
        body("The study ended in\n2026. It is longer."),
        1,
        ("16:1 no-list This line would be a list item, and is part of the lines above it.",),
    ),
    Case(
        "numbers with a gap",
        body("1. Measure\n3. Observe"),
        1,
        ("16:1 list-number This item is numbered 3, and readers would see 2: a list counts by itself.",),
    ),
    Case(
        "a second list that begins at 1",
        body("1. Measure.\n\nWords of it.\n\n1. Start."),
        0,
        ("19:1 list-number This is the second list with a single item 1 in this section.",),
    ),
    Case(
        "a list that is not inside the numbered one",
        body("1. Vital signs\n  - Pressure"),
        1,
        ("16:1 list-indent This item is set in, and yet it does not stand inside the numbered one above it.",),
    ),
    Case(
        "closing marks of a heading",
        body("## Dose ##\n\n### Vitamin C #"),
        1,
        (
            '15:9 heading-sign The "##" at the end of this heading is not shown.',
            '17:15 heading-sign The "#" at the end of this heading is not shown.',
        ),
    ),
    Case(
        "a heading in an item",
        body("- ## Dose"),
        1,
        ('15:3 heading-sign This "##" makes a heading of the line, and is not shown.',),
    ),
    Case(
        "a dividing line in a sentence",
        body("Give it\n***\nnow."),
        1,
        ("16:1 line-sign These signs draw a dividing line here, and are not shown.",),
    ),
    Case(
        "stars among numbers",
        body("The sum 5 *10* 6 is 300."),
        1,
        ("15:11 star-sign These two * make italics of what stands between them, and are not shown.",),
    ),
    Case(
        "a back tick for minutes",
        body("Over 40` and 15` more."),
        1,
        ("15:8 code-sign The ` behind this word begins code, and neither it nor the next one is shown.",),
    ),
    Case(
        "an empty box",
        body("!!! warning\n\nStop at 200."),
        1,
        ("15:1 box-empty There is nothing in this box; the lines below it stand outside.",),
    ),
    Case(
        "an item without words",
        body("-\n- one"),
        1,
        ('15:1 list-sign This "-" makes an item of a list with nothing in it, and is not shown.',),
    ),
    Case(
        "a colon that makes an explanation",
        body("Dose\n: of the day"),
        1,
        ('16:1 list-sign This ":" makes the line an explanation of the one above it, and is not shown.',),
    ),
    Case(
        "a star for a note",
        body("Pressure rises*.\n\n* See the label."),
        1,
        (
            '17:1 list-sign This "*" is taken for the sign of a list, and is not shown; is it the note to a star in the text?',
        ),
    ),
    Case(
        "short lines without signs",
        body("The nurse checks:\nBlood pressure\nHeart rate"),
        1,
        ("15:1 joined-lines These 3 lines would be shown as one sentence.",),
    ),
    Case(
        "a heading above a sentence",
        body("Monitoring\nMeasure the blood pressure every 15 minutes in the first hour."),
        1,
        ("15:1 joined-lines This line would be run into the one below it.",),
    ),
    Case(
        "columns by tabs",
        body("Time\tDose\n0 min\t35 mg"),
        1,
        ("15:1 columns The columns of this line would be run together: tabs and wide gaps are shown as one space.",),
    ),
    Case(
        "a word broken at a line end",
        body("Blood pres-\nsure rises."),
        1,
        ('15:11 word-break The word broken at the end of this line would be shown as "pres- sure".',),
    ),
    Case(
        "lines that are numbered",
        body("12 Blood pressure rises.\n13 It falls."),
        1,
        (
            "15:1 line-numbers The lines are numbered, as in a manuscript; the numbers would stand inside the sentences.",
        ),
    ),
    Case(
        "a line in bold for a heading",
        body("**Monitoring**\n\nMeasure every 15 minutes."),
        0,
        ("15:1 plain-heading This line looks like a heading and makes none.",),
    ),
    Case(
        "a title in bold",
        body("**A good article**\n\nMeasure every 15 minutes.").replace("# A good article\n\n", ""),
        1,
        (
            "12:1 heading The page has no title.",
            "13:1 plain-heading This line looks like the title and makes none.",
        ),
    ),
    Case(
        "a comment that hides a section",
        body("<!--\n## Dose\n\n0.5 mg/kg\n-->\n\nText."),
        0,
        ("15:1 hidden-text A comment takes the text from here on from readers.",),
    ),
    Case(
        "numbers of references that run into words",
        body("Give 0.5 mg/kg for 2 hours.1 Then wait."),
        1,
        ('15:22 reference-mark "hours.1" ends in the number of a reference, which is read as part of it.',),
    ),
    Case(
        "marks of a chat program",
        body("It rises 【1】 and :contentReference[oaicite:0]{index=0}."),
        1,
        ('15:10 pasted-citation "【1】" is the mark of a source in a chat program; readers cannot follow it.',),
    ),
    Case(
        "a comment of Word",
        body("Measure[JS1] it."),
        1,
        ('15:8 pasted-comment "[JS1]" is left of a comment in Word or Google Docs.',),
    ),
    Case(
        "a formula in LaTeX",
        body("The rate \\(x = 5\\) holds."),
        1,
        (
            '15:10 formula A formula in LaTeX begins here ("\\("); it is not shown as a formula, and some of its signs would be lost.',
        ),
    ),
    Case(
        "a warning hides no lost word",
        body("Most ketamine3 x*y*z."),
        1,
        (
            '15:6 reference-mark Is the number in "ketamine3" that of a reference?',
            "15:16 lost-text The page does not show: x * y * z",
        ),
    ),
    Case(
        "a table in HTML",
        body("<table>\n<tr><td>0.5</td></tr>\n</table>"),
        1,
        (
            "15:1 html-table This table is written in HTML, which is not allowed here.",
            "16:1 html-table This table is written in HTML, which is not allowed here.",
            "16:5 html-table This table is written in HTML, which is not allowed here.",
            "16:12 html-table This table is written in HTML, which is not allowed here.",
            "16:17 html-table This table is written in HTML, which is not allowed here.",
            "17:1 html-table This table is written in HTML, which is not allowed here.",
        ),
    ),
    # Links and pictures.
    Case(
        "a page that does not exist",
        body("See [there](/articles/thre/)."),
        1,
        ('15:5 link There is no page /articles/thre/. Did you mean "/articles/there/"?',),
    ),
    Case(
        "links to what the site is made with",
        body("[a](/assets/js/main.js) and [b](/assets/css/tokens.css)"),
        1,
        ("15:1 link There is no page /assets/js/main.js.", "15:29 link There is no page /assets/css/tokens.css."),
    ),
    Case(
        "a place that does not exist",
        body("See [there](/articles/there/#dosing)."),
        1,
        ('15:5 link-place There is no place "#dosing" on /articles/there/.',),
    ),
    Case(
        "a place on this page that does not exist",
        body("## Dosing\n\nSee [it](#dose)."),
        1,
        ('17:5 link-place There is no place "#dose" on this page. Did you mean "dosing"?',),
    ),
    Case(
        "a link out of the folder",
        body("[x](../../../etc/passwd)"),
        1,
        ("15:1 link The link ../../../etc/passwd leads out of the content folder.",),
    ),
    Case(
        "a script for an address",
        body("[x](javascript:alert(1))"),
        1,
        ('15:1 link Links may not begin with "javascript:".',),
    ),
    Case(
        "a script hidden by signs",
        body("[x](java&#10;script&colon;alert(1))"),
        1,
        ('15:1 link Links may not begin with "javascript:".',),
    ),
    Case(
        "data for an address",
        body("[x](data:text/html,<script>alert(1)</script>)"),
        1,
        ('15:1 link Links may not begin with "data:".',),
    ),
    Case(
        "an address without its scheme",
        body("[x](//evil.example/x)"),
        1,
        ("15:1 link The link //evil.example/x leaves this site without saying how, or has a backslash.",),
    ),
    Case(
        "backslashes",
        body(r"[x](\\evil.example\x)"),
        1,
        ("15:1 link The link \\evil.example\\x leaves this site without saying how, or has a backslash.",),
    ),
    Case(
        "an address that is none",
        body("[x](https://)"),
        1,
        ("15:1 link The link https:// names no site.",),
    ),
    Case(
        "an empty link",
        body("[x]()"),
        1,
        ("15:1 link This link leads nowhere.",),
    ),
    Case(
        "a file on one's own disk",
        body("[x](file:///C:/Users/me/dose.docx)"),
        1,
        ('15:1 link Links may not begin with "file:".',),
    ),
    Case(
        "a link to a draft",
        body("[x](/articles/unfinished/)"),
        1,
        ("15:1 link-hidden /articles/unfinished/ is a draft; readers would find no page.",),
    ),
    Case(
        "a picture without words",
        body("![](/images/articles/curve.svg)"),
        1,
        ("15:1 picture-words This picture has no words for those who cannot see it.",),
    ),
    Case(
        "a picture from elsewhere in the text",
        body("![x](https://evil.example/x.png)"),
        1,
        ("15:1 picture Pictures may not come from another site: the reader's browser would call it.",),
    ),
    Case(
        "a picture that is not there",
        body("![x](/images/articles/curv.svg)"),
        1,
        ('15:1 picture There is no picture /images/articles/curv.svg. Did you mean "/images/articles/curve.svg"?',),
    ),
    # Html.
    Case(
        "a script",
        body("Hello <script>alert(1)</script>"),
        1,
        (
            "15:7 raw-html HTML is not allowed here: <script>",
            "15:23 raw-html HTML is not allowed here: </script>",
        ),
    ),
    Case(
        "an event on an allowed tag",
        body("a<br onclick=alert(1)>b"),
        1,
        ("15:2 raw-html HTML is not allowed here: <br onclick=alert(1)>",),
    ),
    Case(
        "a frame",
        body("<iframe src=https://evil.example></iframe>"),
        1,
        (
            "15:1 raw-html HTML is not allowed here: <iframe src=https://evil.example>",
            "15:34 raw-html HTML is not allowed here: </iframe>",
        ),
    ),
    Case(
        "an inequality read as a tag",
        body("A<B and B>A"),
        1,
        ("15:2 raw-html HTML is not allowed here: <B and B>",),
    ),
    Case(
        "a style",
        body("<style>body{display:none}</style>"),
        1,
        (
            "15:1 raw-html HTML is not allowed here: <style>",
            "15:26 raw-html HTML is not allowed here: </style>",
        ),
    ),
    # Characters.
    Case(
        "turned text",
        body("Give \u202e05\u202c mg"),
        1,
        (
            "15:6 character There is a character here that turns the direction of text (U+202E); what is read is not what is stored.",
            "15:9 character There is a character here that turns the direction of text (U+202C); what is read is not what is stored.",
        ),
    ),
    Case(
        "an invisible space",
        body("keta\u200bmine"),
        1,
        ("15:5 character There is an invisible character here (U+200B).",),
    ),
    Case(
        "a Cyrillic letter in a word",
        body("ketаmine"),
        1,
        ('15:4 look-alike "ketаmine" mixes alphabets: а is Cyrillic small letter a. Search would not find the word.',),
    ),
    Case(
        "a unit with the g of phonetic spelling",
        body("Give 5 mɡ."),
        1,
        ('15:9 look-alike "mɡ" mixes alphabets: ɡ is Latin small letter script g. Search would not find the word.',),
    ),
    Case(
        "a unit with a Greek letter in place of k",
        body("A dose of 0.5 mg/κg."),
        1,
        ('15:18 look-alike "κg" mixes alphabets: κ is Greek small letter kappa. Search would not find the word.',),
    ),
    Case(
        "a unit of one letter from another alphabet",
        body("Give 2 ɡ at 4 МL."),
        1,
        (
            '15:8 look-alike "ɡ" mixes alphabets: ɡ is Latin small letter script g. Search would not find the word.',
            '15:15 look-alike "МL" mixes alphabets: М is Cyrillic capital letter em. Search would not find the word.',
        ),
    ),
    Case(
        "a unit in Cyrillic letters",
        body("Give 50 мг."),
        1,
        ('15:9 look-alike "мг" mixes alphabets: м is Cyrillic small letter em. Search would not find the word.',),
    ),
    Case(
        "a unit in full width",
        body("Give 50 ｍｇ."),
        1,
        (
            '15:9 look-alike "ｍｇ" mixes alphabets: ｍ is Fullwidth latin small letter m. Search would not find the word.',
        ),
    ),
    Case(
        "Greek letters of names beside numbers", body("Give 2 α-agonists or 3 β blockers, then Δ9-THC and α2."), 0, ()
    ),
    Case(
        "turned text by a code",
        swap('"What it answers."', r'"0.5 mg \u202e05 mg"'),
        1,
        (
            "4:18 character There is a character here that turns the direction of text (U+202E); what is read is not what is stored.",
        ),
    ),
    Case(
        "an invisible space by a short code, behind other letters than ASCII",
        swap('"What it answers."', r'"Für \xfc: keta\u200bmine \\u200b"'),
        1,
        ("4:25 character There is an invisible character here (U+200B).",),
    ),
    Case(
        "a hidden line break by its name",
        swap('"What it answers."', r'"0.5 mg\L05 mg"'),
        1,
        ("4:17 character There is a hidden line break here (U+2028).",),
    ),
    Case(
        "a Cyrillic letter by a code",
        swap('"What it answers."', r'"ket\u0430mine"'),
        1,
        ('4:14 look-alike "ketаmine" mixes alphabets: а is Cyrillic small letter a. Search would not find the word.',),
    ),
    Case(
        "turned text by a code in a list and in a name",
        swap(
            'tags: ["ketamine"]',
            'tags:\n  - "ketamine"\nchanges:\n  - {date: "2026-01-09", kind: "editorial", "t\\u0065xt": "a\\u202eb"}',
        ),
        1,
        (
            "12:60 character There is a character here that turns the direction of text (U+202E); what is read is not what is stored.",
        ),
    ),
    Case(
        "turned text by a code in a calculator block",
        body('```calculator\nid: iv_dose\nvalues: {weight: "7\\u202e0"}\n```'),
        1,
        (
            "17:20 character There is a character here that turns the direction of text (U+202E); what is read is not what is stored.",
        ),
    ),
    Case(
        "characters by codes of HTML",
        body(
            "Keta&shy;mine &lt;5&nbsp;points, `&#x202e;` is shown.\n\nGive &#x202E;05 mg, 5 m&#609;, &#8205;x &#x110000; ![a&#x200b;b](/images/articles/curve.svg)"
        ),
        1,
        (
            "15:5 character There is an invisible character here (U+00AD).",
            "17:6 character There is a character here that turns the direction of text (U+202E); what is read is not what is stored.",
            '17:24 look-alike "mɡ" mixes alphabets: ɡ is Latin small letter script g. Search would not find the word.',
            "17:32 character There is an invisible character here (U+200D).",
            "17:41 character There is a character that was lost in saving here (U+FFFD).",
            "17:55 character There is an invisible character here (U+200B).",
        ),
    ),
    Case(
        "an emoji joined by a code",
        swap('"What it answers."', r'"👩\u200d⚕️ reads it."'),
        0,
        (),
    ),
    Case(
        "text broken by an encoding",
        body("â‰¥50% and CafÃ©"),
        1,
        (
            '15:1 broken-text "â‰¥" is a sign that was broken by a wrong encoding.',
            '15:15 broken-text "Ã©" is a sign that was broken by a wrong encoding.',
        ),
    ),
    Case(
        "a lost character",
        body("dose \ufffd 5"),
        1,
        ("15:6 character There is a character that was lost in saving here (U+FFFD).",),
    ),
    # Notation.
    Case(
        "no zero before the point",
        body("Give .5 mg/kg."),
        1,
        (
            '15:6 naked-decimal ".5" has no zero before its point; the point is overlooked and the dose read ten times too high or more.',
        ),
    ),
    Case(
        "a zero behind the point",
        body("Give 1.0 mg/kg."),
        1,
        (
            '15:6 trailing-zero "1.0" has a zero behind its point; when the point is overlooked the dose is read ten times too high.',
        ),
    ),
    Case(
        "U for units",
        body("Give 10 U of insulin."),
        1,
        ('15:6 unit-u The U in "10 U" is read as a nought or a four.',),
    ),
    Case(
        "IU",
        body("Vitamin D 400 IU."),
        1,
        ('15:15 unit-iu "IU" is read as IV or 10.',),
    ),
    Case(
        "QD",
        body("Lithium 300 mg QD."),
        1,
        ('15:16 daily "QD" is read as four times daily.',),
    ),
    Case(
        "µg",
        body("Fentanyl 50 µg."),
        1,
        ('15:13 microgram "µg" is read as mg, a thousand times more.',),
    ),
    Case(
        "cc",
        body("Inject 5 cc."),
        1,
        ('15:10 cubic "cc" is read as units or as 00.',),
    ),
    Case(
        "number and unit run together",
        body("Give 35mg."),
        1,
        ('15:6 no-space Number and unit run together in "35mg"; the m is read as a nought.',),
    ),
    Case(
        "notation above the text",
        swap("What it answers.", "Whether .5 mg QD is enough."),
        1,
        (
            '4:19 naked-decimal ".5" has no zero before its point; the point is overlooked and the dose read ten times too high or more.',
            '4:25 daily "QD" is read as four times daily.',
        ),
    ),
    Case(
        "notation in the change log of an article",
        swap("tags:", 'changes:\n  - {date: "2026-01-09", kind: "editorial", text: "Now 35mg."}\ntags:'),
        1,
        ('10:56 no-space Number and unit run together in "35mg"; the m is read as a nought.',),
    ),
    Case(
        "notation in the words of a picture",
        body("![A dose of 0,5 mg](/images/articles/curve.svg)"),
        1,
        (
            '15:13 decimal-comma "0,5" has a comma in place of the point; the comma is overlooked and the dose read ten times too high.',
        ),
    ),
    Case(
        "a number whose unit stands in the head of its column",
        body("| Drug | Dose (mg) |\n|---|---|\n| Ketamine | 35.0 |"),
        1,
        (
            '17:14 trailing-zero "35.0" has a zero behind its point; when the point is overlooked the dose is read ten times too high.',
        ),
    ),
    Case(
        "a bold number in front of its unit, behind codes",
        body("A &amp; B: give **1.0** mg\nor 5 10 mg."),
        1,
        (
            '15:19 trailing-zero "1.0" has a zero behind its point; when the point is overlooked the dose is read ten times too high.',
            '16:4 number-pair Between the numbers of "5 10" a sign or a word is missing: it may be a range, or one number that was split.',
        ),
    ),
    Case(
        "banned signs quoted as code, and in a reference",
        body("Never `QD` or `.5 mg` [1].\n\n## References\n\n1. Ketamine 1.0 mg QD. doi:10.1000/abc"),
        0,
        (),
    ),
    Case(
        "twenty thousand groups of a number",
        body("1" + ",000" * 20000 + " mg"),
        0,
        (),
    ),
    Case(
        "a hundred thousand digits",
        body("1" * 100000 + " mg"),
        0,
        (
            '15:1 thousands-mark The digits of "'
            + "1" * 100000
            + '" are miscounted without a comma; this site writes one from 1,000.',
        ),
    ),
    # Codes of web pages, and other forms of letters.
    Case(
        "codes above the text, where none is read",
        swap("What it answers.", "Keta&shy;mine &amp; more, &#x202e;5 &lt 3."),
        1,
        (
            '4:15 entity "&shy;" is shown as it stands: codes of web pages are read in the text of a page only. There is an invisible character here (U+00AD).',
            '4:25 entity "&amp;" is shown as it stands: codes of web pages are read in the text of a page only.',
            '4:37 entity "&#x202e;" is shown as it stands: codes of web pages are read in the text of a page only. There is a character here that turns the direction of text (U+202E); what is read is not what is stored.',
            '4:47 entity "&lt" is shown as it stands: codes of web pages are read in the text of a page only.',
        ),
    ),
    Case(
        "codes that are none",
        body("A &shy B, &zwjn; C, &#99999999; D, and `&lt` is shown."),
        1,
        (
            '15:3 entity "&shy" is shown as it stands: a code of web pages ends with a semicolon. There is an invisible character here (U+00AD).',
            '15:11 entity "&zwjn;" is shown as it stands: there is no such code. Did you mean "zwj"?',
            '15:21 entity "&#99999999;" is shown as it stands: there is no such code.',
        ),
    ),
    Case(
        "digits and letters of other forms",
        body("Give \uff13\uff15 mg, \u338e, fu\u0308r the \ufb01rst."),
        1,
        (
            '15:6 digit "\uff13\uff15" holds digits of another script or width; search does not find the number, and not every program reads it.',
            '15:13 unit-character "\u338e" is one character for a whole unit; search does not find it, and not every font shows it.',
            '15:17 decomposed "u\u0308" is not stored as the one character that a keyboard types; search does not find the word.',
            '15:25 ligature "\ufb01" is one character for several letters; search does not find the word.',
        ),
    ),
    # Calculators.
    Case(
        "an unknown calculator",
        body("```calculator\nid: iv_dosage\n```"),
        1,
        ("16:5 calculator There is no calculator “iv_dosage”. Did you mean iv_dose?",),
    ),
    Case(
        "an unknown input",
        body("```calculator\nid: iv_dose\nvalues: {wheight: 70}\n```"),
        1,
        (
            "17:19 calculator iv_dose, wheight: There is no input “wheight”. The inputs are weight, weight_unit, dose_mg_per_kg, concentration_mg_ml, total_volume_ml, minutes, route.",
        ),
    ),
    Case(
        "a value out of range",
        body("```calculator\nid: iv_dose\nvalues: {weight: 7000}\n```"),
        1,
        (
            "17:18 calculator iv_dose, weight: Weight must be a number from 30 to 650 kg. Outside this range a typing error is likely.",
        ),
    ),
    Case(
        "a value that the form opens with by itself",
        body("```calculator\nid: iv_dose\nvalues: {dose_mg_per_kg: 0.75, minutes: 40}\n```"),
        0,
        ("17:41 calculator iv_dose opens with minutes: 40 anyway.",),
    ),
    Case(
        "a block that is no YAML",
        body("```calculator\nid: [\n```"),
        1,
        ("17:1 yaml This cannot be read: a bracket is opened and never closed.",),
    ),
    Case(
        "a block with another word",
        body("```calculator\nid: iv_dose\nvalue: {}\n```"),
        1,
        ('17:1 calculator A calculator block has no "value".',),
    ),
    Case(
        "a block without its id",
        body("```calculator\n```"),
        1,
        ("15:1 calculator The calculator block does not say which calculator.",),
    ),
    # References.
    Case(
        "a reference that is not in the list",
        body("Words [3].\n\n## References\n\n1. A paper. PMID 1."),
        1,
        (
            "15:7 reference-absent Reference 3 is cited here and is not in the list, which has 1.",
            "19:1 reference-uncited Reference 1 is never cited.",
        ),
    ),
    Case(
        "a citation without a list",
        body("Words [1]."),
        1,
        ('15:7 reference-absent [1] cites a reference, and the article has no numbered list under "References".',),
    ),
    Case(
        "sections of references",
        body(
            "Words [1, section 5.3; 2-3, table 2]. More [1, sections 5.3 and 5.4].\n\n## References\n\n1. A. PMID 1\n2. B. PMID 2\n3. C. PMID 3"
        ),
        0,
        (),
    ),
    Case(
        "a reference behind a section",
        body("Words [1, section 5.3, 2]. And [2 table 3].\n\n## References\n\n1. A. PMID 1\n2. B. PMID 2"),
        1,
        (
            '15:7 reference-part Is 2 in "section 5.3, 2" a reference or a part of the one before it?',
            "15:32 reference-part A comma is missing in [2 table 3]; it is not read as a citation.",
            "20:1 reference-uncited Reference 2 is never cited.",
        ),
    ),
    Case(
        "a reference never cited",
        body("Words [1].\n\n## References\n\n1. A. PMID 1\n2. B. PMID 2"),
        0,
        ("20:1 reference-uncited Reference 2 is never cited.",),
    ),
    Case(
        "a reference that nobody can look up",
        body("Words [1].\n\n## References\n\n1. Personal communication, ward round 2024"),
        0,
        (
            "19:1 reference-identifier Reference 1 has no DOI, no number in PubMed and no address: readers cannot find it.",
        ),
    ),
    Case(
        "a DOI that is none",
        body("Words [1].\n\n## References\n\n1. A paper. doi: 1176/appi"),
        1,
        ('19:13 reference-identifier "doi: 1176/appi" is not a DOI.',),
    ),
    Case(
        "a heading in title case",
        body("## The Dose And its Rate\n\nThe dose and its rate."),
        0,
        ("15:1 heading-case Headings are in sentence case, and this one has a capital in Dose, And, Rate.",),
    ),
    Case("a name in a heading", body("## How Spravato is given\n\nHere Spravato is given."), 0, ()),
    Case(
        "a page break of another program",
        body("Blood pressure rises.\n\x0c\nIt falls again."),
        1,
        ("16:1 character There is a hidden line break here (U+000C).",),
    ),
    Case(
        "a PMID that is none",
        body("Words [1].\n\n## References\n\n1. A paper. PMID 123456789012"),
        1,
        ('19:13 reference-identifier "PMID 123456789012" is not a PMID.',),
    ),
    Case(
        "one paper twice",
        body("Words [1] [2].\n\n## References\n\n1. A. doi:10.1000/abc\n2. B. doi:10.1000/ABC"),
        1,
        ("20:1 reference-twice Reference 2 has the same DOI as reference 1.",),
    ),
    # Hostile.
    Case(
        "three thousand brackets",
        body("[" * 3000),
        0,
        (),
    ),
    Case(
        "twenty thousand stars",
        body("*a " * 20000),
        0,
        ("15:1 long-paragraph This paragraph has 20000 words without a break; on a phone it fills several screens.",),
    ),
    Case(
        "a line of a million letters",
        body("a" * 1000000),
        0,
        (),
    ),
    Case(
        "an excerpt that breaks out of its place in the page's head",
        swap('"What it answers."', "'\"><script>alert(1)</script>'"),
        0,
        (),
    ),
    Case(
        "a name with a script",
        swap('"ketamine"', '"<img src=x onerror=alert(1)>"'),
        1,
        ('9:8 front-matter-tags There is no tag "<img src=x onerror=alert(1)>".',),
    ),
    Case(
        "tables within tables of quotes",
        body("> > | a |\n> > |---|\n> > | 1 |"),
        0,
        (),
    ),
    Case(
        "a right article",
        body("## Dose\n\nGive 0.5 mg/kg over 40 min [1].\n\n- one\n\n## References\n\n1. A paper. doi:10.1000/abc"),
        0,
        (),
    ),
    Case(
        "a thousand quotes deep",
        body(">" * 1000 + " x"),
        1,
        ("15:1 nesting This is nested 49 levels deep; what follows may be lost.",),
    ),
    # Slips that come with pasting and haste.
    Case(
        "a dose ten times too high",
        body("Give 5 mg/kg over 40 min."),
        0,
        ("15:6 dose-range 5 mg/kg is ten times the 0.5 mg/kg of our protocol: a point may have been lost.",),
    ),
    Case(
        "a dose far above all of ours",
        body("Give 3 mg/kg over 40 min."),
        0,
        (
            "15:6 dose-range 3 mg/kg is far above the 1 mg/kg that is the highest dose of our protocol: a point may have been lost.",
        ),
    ),
    Case(
        "a day that can be two",
        body("Reviewed on 03/04/2026."),
        0,
        ('15:13 ambiguous-day "03/04/2026" is one day in the United States and another elsewhere.',),
    ),
    Case(
        "a day that is none",
        body("Reviewed on 2026-13-45."),
        1,
        ('15:13 ambiguous-day "2026-13-45" is no day of the calendar.',),
    ),
    Case(
        "a minus that was lost",
        body("The change was 3.2 (95% CI 5.1 to 1.3)."),
        0,
        (
            '15:25 reversed-interval The interval in "CI 5.1 to 1.3" runs downward: a minus sign may have been lost, or the two ends changed places.',
        ),
    ),
    Case(
        "two spaces where a sign was",
        body("The change was  3.2 points."),
        0,
        ('15:17 lost-sign Two spaces stand before "3.2": a minus or another sign may have been lost on the way.',),
    ),
    Case(
        "a power that was lost",
        body("At 10-3 mol/L nothing is left."),
        0,
        (
            '15:4 lost-power The power in "10-3 mol/" stands beside its 10, and is read as a range or as another number.',
        ),
    ),
    Case(
        "signs of a keyboard",
        body("A mean of 12 +/- 3, 2 x 10 mL -> stop."),
        0,
        (
            '15:14 typed-sign "+/-" stands for the sign ±, and its minus is read as a sign of the number.',
            '15:23 typed-sign The letter in "x" stands for the sign ×, and is read as part of a number or a name.',
            '15:31 typed-sign "->" is a sign of programmers, and is read in more than one way.',
        ),
    ),
    Case(
        "a unit with blanks",
        body("Give 35 mg / h."),
        0,
        ('15:9 typed-sign The unit in "mg / h" is parted, and its second half may come to stand on the next line.',),
    ),
    Case(
        "minutes as a prime",
        body("Measure every 15'."),
        0,
        ('15:15 typed-sign "15\'" may be minutes, seconds, feet or inches.',),
    ),
    Case(
        "a number without its point",
        body("MADRS fell by 4 0 points."),
        0,
        ('15:15 split-number The point of "4 0" may have been lost: two numbers stand where one is meant.',),
    ),
    Case(
        "a bullet within a line",
        body("Hold 24 h • 48 h."),
        0,
        ("15:11 bullet-within A bullet stands within the line, so that several items run together.",),
    ),
    Case(
        "the same paragraph twice",
        body(
            "Blood pressure rises during the infusion and falls again.\n\nBlood pressure rises during the infusion and falls again."
        ),
        0,
        ("17:1 repeated-text Line 15 has the same words.",),
    ),
    Case(
        "a heading in capitals",
        body("## MONITORING\n\nText."),
        0,
        ("15:1 heading-form This heading is in capitals, which take longer to read.",),
    ),
    Case(
        "a heading with a colon",
        body("## Monitoring:\n\nText."),
        0,
        ('15:1 heading-form The heading ends with ":".',),
    ),
    Case(
        "a heading with a number of its own",
        body("## 2.1. Monitoring\n\nText."),
        0,
        (
            '15:1 heading-form The heading carries the number "2.1." of another document, which is wrong as soon as one is moved.',
        ),
    ),
    Case(
        "a heading of many words",
        body(
            "## Monitoring of the patient during the infusion and Monitoring of the patient during the infusion and Monitoring of the patient during the infusion and after it\n\nText."
        ),
        0,
        ("15:1 heading-form This heading has 158 characters; the contents and the search cut it off.",),
    ),
    Case(
        "a table without names of columns",
        body("|  |  |\n|---|---|\n| Dose | 35 mg |"),
        0,
        ("15:1 table-head No column of this table has a heading.",),
    ),
    Case(
        "a table without a row",
        body("| Drug | Dose |\n|---|---|"),
        0,
        ("15:1 table-head This is taken for a table that has headings and no row, and the line below is not shown.",),
    ),
    Case(
        "a link that says nothing",
        body("See [here](https://www.fda.gov/)."),
        0,
        (
            "15:5 link-form The words of this link do not say where it leads; read alone, as screen readers list them, they mean nothing.",
        ),
    ),
    Case(
        "an address with a sign of the sentence",
        body("See [the label](https://www.fda.gov/.)"),
        0,
        ('15:5 link-form The address ends with ".", which belongs to the sentence.',),
    ),
    Case(
        "an address that can be changed on its way",
        body("See [the label](http://www.fda.gov/)."),
        0,
        ("15:5 link-form The address begins with http://; what is sent from there can be changed on its way.",),
    ),
    Case(
        "an address of a search",
        body("See [trials](https://pubmed.ncbi.nlm.nih.gov/?term=ketamine)."),
        0,
        ("15:5 link-form This is the address of a search; what it finds changes.",),
    ),
    Case(
        "another author than the one that is named",
        body(
            "Sanacora wrote it [1].\n\n## References\n\n1. Murrough JW, et al. A trial. PMID 1\n2. Sanacora G. Words. PMID 2"
        ),
        0,
        (
            "15:19 cited-name The sentence names Sanacora, and the work that it cites is by Murrough. Sanacora is reference 2.",
            "20:1 reference-uncited Reference 2 is never cited.",
        ),
    ),
    Case(
        "a caption without its table",
        body("Table 1: Observation times"),
        0,
        ("15:1 left-behind Table 1 is announced here, and there is none: it may not have come along.",),
    ),
    Case(
        "a page of paper",
        body("See the figure on page 3."),
        0,
        ('15:16 left-behind "on page 3" speaks of paper; a page of the web has no pages.',),
    ),
    Case(
        "an open question in a comment",
        body("It falls. <!-- Is that so? -->"),
        0,
        ("15:11 open-question A question or a task stands in a comment that readers do not see: “Is that so?”.",),
    ),
    Case(
        "the frame of a web page",
        body("Similar articles"),
        0,
        ('15:1 page-furniture "Similar articles" is left of the frame of a web page.',),
    ),
    Case(
        "an abstract with its labels",
        body("BACKGROUND: It works. RESULTS: It did."),
        0,
        ("15:1 page-furniture This is the abstract of a paper, with its labels.",),
    ),
    Case(
        "a mark of an encyclopedia",
        body("It is safe.[citation needed]"),
        0,
        ('15:12 other-markup "[citation needed]" is left of an encyclopedia on the web.',),
    ),
)
