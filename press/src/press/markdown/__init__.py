"""Markdown made into pages: parser, visitor, links, references and the rules of rendering."""
