"""The clause language: parses clause texts and conditions, evaluates them, renders them."""
