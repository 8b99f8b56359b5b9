"""The worksheet of all dates of a treatment."""

from .card import WORKSHEET

__all__ = ["WORKSHEET"]
