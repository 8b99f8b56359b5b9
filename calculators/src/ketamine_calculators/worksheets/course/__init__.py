"""The worksheet of one course of treatment."""

from .card import WORKSHEET

__all__ = ["WORKSHEET"]
