"""The only package that opens files: answers, the library, instruments and house styles."""
