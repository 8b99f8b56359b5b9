"""Calculators for treatment-resistant depression and ketamine treatment: staging, dosing, response, scheduling.

from ketamine_calculators import evaluate
evaluate("iv_dose", {"weight": 70, "weight_unit": "kg", "concentration_mg_ml": 50})
"""

from .errors import InputProblem, InvalidInputs, UnknownCalculator
from .registry import evaluate, every, find

__all__ = ["InputProblem", "InvalidInputs", "UnknownCalculator", "evaluate", "every", "find"]
