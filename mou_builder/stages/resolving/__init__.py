"""Turns a draft into the agreement: numbers, references, terms, open items."""
