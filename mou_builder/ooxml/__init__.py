"""The only code that knows Word: packages, ids, part builders and the structural check."""
