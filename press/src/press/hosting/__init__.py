"""Whether a host sends the site as it was built."""
