"""Writers turn the one document value into bytes, one module a format."""
