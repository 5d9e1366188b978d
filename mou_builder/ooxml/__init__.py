"""The only code that knows Word: packages, ids, part builders and the structural check."""

from mou_builder.ooxml.checks import check_own_output, check_package
from mou_builder.ooxml.named_styles import check_reference
from mou_builder.ooxml.package import content_digest, is_untouched_output

__all__ = [
    "check_own_output",
    "check_package",
    "check_reference",
    "content_digest",
    "is_untouched_output",
]
