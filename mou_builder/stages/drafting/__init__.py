"""Builds the parts of the document: opening, parties, sections, definitions, signatures."""
