"""The shape of the code: small modules, short functions, one public function a stage."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "mou_builder"
MODULES = sorted(PACKAGE.rglob("*.py"))


def _functions(module: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


@pytest.mark.parametrize("module", MODULES, ids=lambda each: str(each.relative_to(PACKAGE)))
def test_a_module_stays_small(module: Path) -> None:
    """No module passes 300 lines, no function 45: past that, it has two reasons to change."""
    long = {
        each.name: each.end_lineno - each.lineno + 1
        for each in _functions(module)
        if each.end_lineno and each.end_lineno - each.lineno >= 45
    }

    assert module.read_text(encoding="utf-8").count("\n") <= 300
    assert long == {}


def test_each_stage_has_one_public_function() -> None:
    """`stages` offers exactly the four steps of the flow."""
    from mou_builder import stages  # noqa: PLC0415 - the package under test

    assert sorted(stages.__all__) == ["answer", "draft", "resolve", "select"]


@pytest.mark.parametrize("module", MODULES, ids=lambda each: str(each.relative_to(PACKAGE)))
def test_no_name_is_empty_of_meaning(module: Path) -> None:
    """A name says what the thing is: never manager, handler, utils, helper, data or info."""
    empty = ("manager", "handler", "utils", "helper", "info")
    names = [node.name.lower() for node in _functions(module)] + [module.stem.lower()]

    assert [name for name in names if name.split("_")[-1] in empty] == []
