"""The editors' desk: press asked by a page of the site, one question at a time, in JSON."""
