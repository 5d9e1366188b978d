"""Reads what was typed into typed answers, parties and decisions."""
