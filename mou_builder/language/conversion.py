"""Converts Jinja's expressions to ours: an allow-list of nodes, everything else is a fault."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from jinja2 import nodes

from mou_builder.diagnostics import Position
from mou_builder.language.pieces import Lexeme
from mou_builder.language.signatures import FILTERS, FUNCTIONS, TESTS, Signature
from mou_builder.language.sourcetext import Reading
from mou_builder.model.template import (
    Call,
    Compare,
    Constant,
    Expression,
    Filtered,
    Logic,
    Not,
    Path,
    Test,
)

# The first lexeme stands on line 2 of what Jinja reads: `read_expression` lays them out so.
_FIRST_LINE = 2

_OPERATORS = {
    "eq": "==", "ne": "!=", "lt": "<", "lteq": "<=", "gt": ">", "gteq": ">=", "in": "in",
    "notin": "not_in",
}  # fmt: skip

_REFUSED: dict[type[nodes.Node], tuple[str, str]] = {
    nodes.Add: ("`+`", "write `plus(a, b)`"),
    nodes.Sub: ("`-`", "write `minus(a, b)`"),
    nodes.Mul: ("`*`", "write `times(a, b)`"),
    nodes.Div: ("`/`", "write `share(amount, percent)`"),
    nodes.FloorDiv: ("`//`", "write `share(amount, percent)`"),
    nodes.Mod: ("`%`", "write `share(amount, percent)`"),
    nodes.Pow: ("`**`", "leave it out: agreements need no powers"),
    nodes.Neg: ("a minus sign", "write `minus(a, b)`"),
    nodes.Pos: ("a plus sign", "leave it out"),
    nodes.Concat: ("`~`", "put the two outputs side by side"),
    nodes.CondExpr: ("`... if ... else ...`", "write `{% if %}...{% else %}...{% endif %}`"),
    nodes.Getitem: ("a name in square brackets or a number after a dot", "write `group.field`"),
    nodes.List: ("a list", 'lists are understood after `in` only: `x in ["a", "b"]`'),
    nodes.Tuple: ("several values with commas", "write one expression only"),
    nodes.Dict: ("braces within a tag", "write one expression only, without more braces"),
}


@dataclass(frozen=True, slots=True)
class Converter:
    """Converts the nodes of one expression, whose lexemes stand one on a line."""

    reading: Reading
    lexemes: Sequence[Lexeme]

    def convert(self, node: nodes.Node) -> Expression | None:
        """Return our expression, or None after noting why there is none."""
        match node:
            case nodes.Const():
                return self._constant(node)
            case nodes.Name():
                return Path((node.name,), self._at(node))
            case nodes.Getattr():
                return self._attribute(node)
            case nodes.Call():
                return self._call(node)
            case nodes.Filter():
                return self._filtered(node)
            case _:
                return self._logical(node)

    def _logical(self, node: nodes.Node) -> Expression | None:
        match node:
            case nodes.Test():
                return self._test(node)
            case nodes.Compare():
                return self._compare(node)
            case nodes.And() | nodes.Or():
                return self._logic(node)
            case nodes.Not():
                return self._negation(node)
            case _:
                what, cure = _REFUSED.get(type(node), ("this", "use names and comparisons"))
                self._fault("MB503", f"{what} is no part of the clause language", node, cure)
                return None

    def _constant(self, node: nodes.Const) -> Expression | None:
        lexeme = self._lexeme(node)
        at = self._at(node)
        if isinstance(node.value, float):
            return Constant(lexeme.text, at, decimal=True)
        return Constant(node.value, at)

    def _attribute(self, node: nodes.Getattr) -> Expression | None:
        parts: list[str] = []
        inner: nodes.Expr = node
        while isinstance(inner, nodes.Getattr):
            parts.insert(0, inner.attr)
            inner = inner.node
        if not isinstance(inner, nodes.Name):
            self._fault(
                "MB503",
                f"`.{node.attr}` after something that is no name",
                node,
                "only names have parts: give a loop's member a name and write `name.field`",
                after=1,
            )
            return None
        start = self._lexeme(inner)
        end = self._lexeme(node, after=1).end
        at = self.reading.source.position(start.start, end - start.start)
        return Path((inner.name, *parts), at)

    def _call(self, node: nodes.Call) -> Expression | None:
        if not isinstance(node.node, nodes.Name):
            self._fault(
                "MB503",
                "a call of something that is no function of the language",
                node,
                "write a function's name, such as `count(staffing.schools)`",
                after=-1,
            )
            return None
        name = node.node.name
        signature = self._signature("MB504", "function", name, node.node, FUNCTIONS)
        arguments = self._arguments(node, node.node, signature, 0)
        if arguments is None:
            return None
        return Call(name, arguments, (), self._at(node.node))

    def _filtered(self, node: nodes.Filter) -> Expression | None:
        signature = self._signature("MB505", "filter", node.name, node, FILTERS)
        arguments = self._arguments(node, node, signature, 1)
        value = self.convert(node.node) if node.node else None
        if arguments is None or value is None:
            return None
        return Filtered(value, node.name, arguments, self._at(node))

    def _test(self, node: nodes.Test) -> Expression | None:
        value = self.convert(node.node)
        # The node stands at `is`; its name comes after it, maybe with a `not` between.
        name = self._lexeme(node, after=2 if self._lexeme(node, after=1).text == "not" else 1)
        if node.name not in TESTS or node.args or node.kwargs or node.dyn_args:
            self.reading.fault(
                "MB506",
                f"`is {node.name}` is no test of the clause language",
                name.start,
                name.end,
                "write `is answered`, `is not answered`, `is none`, or compare with `==`",
            )
            return None
        return Test(value, node.name, False, self._at(node)) if value else None

    def _compare(self, node: nodes.Compare) -> Expression | None:
        if len(node.ops) > 1:
            self._fault(
                "MB503",
                "a comparison of more than two values",
                node.expr,
                "compare two values at a time and join with `and`",
            )
            return None
        operator = _OPERATORS[node.ops[0].op]
        left = self.convert(node.expr)
        other = node.ops[0].expr
        if isinstance(other, nodes.List | nodes.Tuple) and operator in {"in", "not_in"}:
            return self._one_of(left, other, operator)
        right = self.convert(other)
        if left is None or right is None:
            return None
        return Compare(left, operator, right, left.at)

    def _one_of(
        self, left: Expression | None, listed: nodes.List | nodes.Tuple, operator: str
    ) -> Expression | None:
        options = [self.convert(each) for each in listed.items]
        if not options:
            self._fault("MB503", "an empty list", listed, "write what may be chosen")
        known = [each for each in options if each is not None]
        if left is None or not known or len(known) < len(options):
            return None
        found: Expression = Compare(left, "==", known[0], left.at)
        for option in known[1:]:
            found = Logic("or", found, Compare(left, "==", option, left.at), left.at)
        return Not(found, left.at) if operator == "not_in" else found

    def _logic(self, node: nodes.And | nodes.Or) -> Expression | None:
        left, right = self.convert(node.left), self.convert(node.right)
        if left is None or right is None:
            return None
        return Logic("and" if isinstance(node, nodes.And) else "or", left, right, left.at)

    def _negation(self, node: nodes.Not) -> Expression | None:
        operand = self.convert(node.node)
        if isinstance(operand, Test) and isinstance(node.node, nodes.Test):
            return Test(operand.value, operand.test, True, operand.at)
        return Not(operand, self._at(node)) if operand else None

    def _arguments(
        self,
        node: nodes.Call | nodes.Filter,
        named: nodes.Node,
        signature: Signature | None,
        before: int,
    ) -> tuple[Expression, ...] | None:
        found = [self.convert(each) for each in node.args]
        if node.kwargs or node.dyn_args or node.dyn_kwargs:
            self._fault("MB503", "an argument with a name or stars", node, "give plain arguments")
            return None
        known = tuple(each for each in found if each is not None)
        if signature is None or len(known) < len(found):
            return None
        if not signature.required <= len(known) + before <= len(signature.parameters):
            self._fault(
                "MB507",
                f"`{signature.name}` with {len(known)} arguments",
                named,
                f"write `{signature.shape(as_filter=before > 0)}`",
            )
            return None
        return known

    def _signature(
        self, code: str, what: str, name: str, node: nodes.Node, table: Mapping[str, Signature]
    ) -> Signature | None:
        if name not in table:
            near = get_close_matches(name, table, n=1)
            cure = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(table)}"
            self._fault(code, f"`{name}` is no {what} of the clause language", node, cure)
        return table.get(name)

    def _fault(self, code: str, message: str, node: nodes.Node, hint: str, after: int = 0) -> None:
        lexeme = self._lexeme(node, after)
        self.reading.fault(code, message, lexeme.start, lexeme.end, hint)

    def _lexeme(self, node: nodes.Node, after: int = 0) -> Lexeme:
        return self.lexemes[min(node.lineno - _FIRST_LINE + after, len(self.lexemes) - 1)]

    def _at(self, node: nodes.Node) -> Position:
        lexeme = self._lexeme(node)
        return self.reading.source.position(lexeme.start, lexeme.end - lexeme.start)
