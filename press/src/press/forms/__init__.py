"""Calculators as HTML: forms, pages, and the blocks by which articles place them."""
