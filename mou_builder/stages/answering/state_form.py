"""Reads what is done about a form that the state publishes: attached, or departed from."""

from __future__ import annotations

from mou_builder.model.answers import FormAnswer
from mou_builder.stages.answering.deciding import Deciding, parts_of
from mou_builder.stages.answering.typed import is_blank

HINT = (
    "write `state_form: {attached: file.docx}`, "
    "or `state_form: {departed: the reason, by: Jane Doe}`"
)


def state_form(deciding: Deciding) -> FormAnswer | None:
    """Return the answer; None while it is open, or after a fault."""
    node = deciding.root.get("state_form")
    if node is None or is_blank(node):
        return None
    parts = parts_of(deciding, node, ("attached", "departed", "by"), HINT)
    if not parts:
        return None
    if "attached" in parts and "departed" in parts:
        message = "the state's form is either attached or departed from, not both"
        deciding.fault("MB331", message, parts["departed"].at, HINT)
        return None
    words = {key: " ".join(each.text.split()) for key, each in parts.items()}
    if "attached" in words:
        return FormAnswer(attached=words["attached"], at=parts["attached"].at)
    if "departed" in words and "by" in words:
        return FormAnswer("", words["departed"], words["by"], parts["departed"].at)
    return None
