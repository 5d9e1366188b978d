"""The command line: the only package that prints, reads the clock and exits."""
