"""The site as a whole: its addresses, articles, lists, glossary, feeds and everything made from them."""
