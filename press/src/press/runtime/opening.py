"""What the page's Python does once, before it accepts a question: import every calculator."""

from ketamine_calculators.browser import answer
from ketamine_calculators.library import every

every()
__all__ = ["answer"]
