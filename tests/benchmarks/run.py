"""Prints how long the program takes, as ratios of one run on one machine: `python run.py`.

Cold: a whole process, `render` of the `full` example, against a process that only imports the four
packages any such program needs. Warm: from the resolved agreement to the bytes of the Word file,
structural check included, against docxtpl printing the same paragraphs. Best of several runs each,
since what disturbs a measurement only ever lengthens it.
"""

from __future__ import annotations

import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[2]
ANSWERS = ROOT / "examples" / "full" / "answers.yaml"
IMPORTS = "import docx, jinja2, yaml, click"
AS_OF = date(2026, 7, 1)
COLD_RUNS, WARM_RUNS = 15, 20


def best(runs: int, action: Callable[[], object]) -> float:
    """Return the shortest time of several runs, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def python(*arguments: str, **environment: str) -> Callable[[], object]:
    """Return an action that runs this Python in a process of its own."""
    # An installed program is compiled, and so are the packages that it is measured against.
    inherited = {key: text for key, text in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(
        [sys.executable, *arguments],
        check=True,
        capture_output=True,
        env={**inherited, **environment},
    )


def peak_memory(*arguments: str) -> float:
    """Return the peak resident memory of a process in MiB."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "capture_output=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    shown = subprocess.run(
        [sys.executable, "-c", code, sys.executable, *arguments],
        check=True,
        capture_output=True,
        text=True,
    )
    unit = 1 if sys.platform == "darwin" else 1024
    return int(shown.stdout) * unit / 2**20


def cold(folder: Path) -> None:
    """Print the cold measurements."""
    output = folder / "full.docx"
    render = ["-m", "mou_builder", "render", str(ANSWERS), "-o", str(output), "--force", "--quiet"]
    cached = {"XDG_CACHE_HOME": str(folder / "cache")}
    in_the_way = folder / "no cache"
    in_the_way.write_text("a file where the cache folder would be", encoding="utf-8")
    floor = best(COLD_RUNS, python("-c", IMPORTS))
    python(*render, **cached)()
    with_cache = best(COLD_RUNS, python(*render, **cached))
    without = best(5, python(*render, XDG_CACHE_HOME=str(in_the_way)))
    print(f"cold: importing docx, jinja2, yaml, click      1.00   ({floor:.0f} ms)")
    print(f"cold: render full, library cached   {with_cache / floor:14.2f}   ({with_cache:.0f} ms)")
    print(f"cold: render full, no cache         {without / floor:14.2f}   ({without:.0f} ms)")
    if shutil.which("pandoc"):
        pandoc_ms = pandoc(folder)
        print(
            f"cold: pandoc, same text             {pandoc_ms / floor:14.2f}   ({pandoc_ms:.0f} ms)"
        )
    floor_memory = peak_memory("-c", IMPORTS)
    memory = peak_memory(*render)
    print(f"peak memory, against the imports    {memory / floor_memory:14.2f}   ({memory:.0f} MiB)")


def pandoc(folder: Path) -> float:
    """Return the time in which pandoc turns the same text, as Markdown, into a Word file."""
    source = folder / "full.md"
    python("-m", "mou_builder", "render", str(ANSWERS), "-o", str(source), "--force", "--quiet")()
    target = str(folder / "pandoc.docx")
    return best(5, lambda: subprocess.run(["pandoc", str(source), "-o", target], check=True))


def warm() -> None:
    """Print the warm measurements."""
    from mou_builder import pipeline  # noqa: PLC0415 - its import is not what is measured
    from mou_builder.writers import word  # noqa: PLC0415
    from mou_builder.writers.text import plain_text  # noqa: PLC0415

    job = pipeline.Request(answers=ANSWERS, as_of=AS_OF)
    assembled = pipeline.assemble(job).ok
    ours = best(WARM_RUNS, lambda: pipeline.write(assembled, word.WRITER))
    theirs = docxtpl_time([line for line in plain_text(assembled.agreement).splitlines() if line])
    if theirs is None:
        print("warm: docxtpl is not installed, not compared")
        return
    print(f"warm: docxtpl, same paragraphs, no numbering    1.00   ({theirs:.1f} ms)")
    print(f"warm: our Word file, checks on      {ours / theirs:14.2f}   ({ours:.1f} ms)")


def docxtpl_time(paragraphs: list[str]) -> float | None:
    """Return the time docxtpl takes to print the paragraphs; None where it is not installed."""
    try:
        from docx import Document  # noqa: PLC0415 - only here
        from docxtpl import DocxTemplate  # noqa: PLC0415 - not one of our own dependencies
    except ImportError:
        return None
    template = Document()
    for line in ("{%p for text in paragraphs %}", "{{ text }}", "{%p endfor %}"):
        template.add_paragraph(line)
    buffer = io.BytesIO()
    template.save(buffer)

    def render() -> None:
        document = DocxTemplate(io.BytesIO(buffer.getvalue()))
        document.render({"paragraphs": paragraphs}, autoescape=True)
        document.save(io.BytesIO())

    return best(WARM_RUNS, render)


def main() -> None:
    """Print all measurements."""
    with tempfile.TemporaryDirectory() as folder:
        cold(Path(folder))
    warm()
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"(measured with Python {sys.version.split()[0]}; this process peaked at {own // 1024} MiB)"
    )


if __name__ == "__main__":
    main()
