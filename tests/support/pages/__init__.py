"""Page objects: the only place that knows selectors, and class names of the theme."""
