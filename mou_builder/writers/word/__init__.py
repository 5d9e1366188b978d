"""Writes the agreement as a Word document."""
