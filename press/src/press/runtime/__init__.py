"""Everything that makes Python run in a reader's browser, and the scripts and style sheets of the pages."""
