"""Makes an answer file that is larger than any that is read."""

from pathlib import Path

Path("answers.yaml").write_text("# padding\n" * 210_000, encoding="utf-8")
