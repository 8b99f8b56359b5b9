"""Antidepressants as people write them: every name, each product's class, and the dose above which it is asked about."""
