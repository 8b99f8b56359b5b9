"""The worksheet of one infusion."""

from .card import WORKSHEET

__all__ = ["WORKSHEET"]
