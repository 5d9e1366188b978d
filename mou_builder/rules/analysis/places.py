"""The names of cities, counties, districts, schools and police departments in a text."""

from __future__ import annotations

import re

_PART = r"(?:(?:St|Ste|Mt|Ft)\. )?[A-Z][a-z][\w\u2019'-]*"
_KINDS = (
    "County|Parish|Township|Borough|Village|Police Department"
    "|Sheriff[\u2019']s (?:Office|Department)"
    "|(?:(?:Unified|Union|Independent|Consolidated|Community|Area|High) )*School District"
    "|Public Schools|(?:High|Middle|Elementary|Charter) School|City Council|Board of Education"
)
PLACE = re.compile(
    rf"\b(?:City|Town|Village|Township|Borough|County|Parish) of (?P<after>{_PART}(?: {_PART})*)"
    rf"|\b(?P<before>(?:{_PART} )+?)(?:{_KINDS})\b"
)
