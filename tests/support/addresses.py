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
    "launch",
    "security",
    "glossary",
    "abbreviations",
)
"""The pages about the site, by their addresses."""
