"""Decides which clauses stand in an agreement, in which words, and remembers why."""
