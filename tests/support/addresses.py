"""Addresses of the site that several tests look at."""

ARTICLE = "articles/treatment-resistant-depression-protocols/"
ABOUT = (
    "about",
    "limits",
    "how-calculators-are-made",
    "change-log",
    "report-an-error",
    "privacy",
    "accessibility",
    "glossary",
    "abbreviations",
)
"""The pages about the site, by their addresses."""
FOR_PROGRAMMERS = ("launch", "security")
"""Pages about the site for those who connect or host it: the foot of a page does not lead to them."""
