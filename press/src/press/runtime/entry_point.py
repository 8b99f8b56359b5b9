"""What the page's Python does once, before it accepts a question: open the calculators' door."""

from ketamine_calculators.browser import answer
from ketamine_calculators.registry import every, worksheets

__all__ = ["answer", "every", "worksheets"]
