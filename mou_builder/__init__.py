"""Assembles school resource officer agreements; what `__all__` names is public, nothing else is."""

__all__ = ["__version__"]

__version__ = "0.1.0"
