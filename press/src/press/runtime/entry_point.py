"""What the browser's Python runs once, before it accepts a question."""

from ketamine_calculators.browser import answer
from ketamine_calculators.registry import every, worksheets

__all__ = ["answer", "every", "worksheets"]
