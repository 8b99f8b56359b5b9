"""The editors' folder: articles, people, taxonomy, glossary, and what becomes of an article over time."""
