"""The worksheet of one treatment history."""

from .card import WORKSHEET

__all__ = ["WORKSHEET"]
