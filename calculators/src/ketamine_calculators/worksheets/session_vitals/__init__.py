"""The worksheet of one treatment session."""

from .card import WORKSHEET

__all__ = ["WORKSHEET"]
