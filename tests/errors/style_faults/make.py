"""Takes the shipped style's Word file."""

from pathlib import Path

from mou_builder.source import resource_root

shipped = resource_root().joinpath("templates", "styles", "standard", "reference.docx")
Path("ours/reference.docx").write_bytes(shipped.read_bytes())
