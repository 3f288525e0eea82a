"""Documents as JSON: the same bytes for the same plan."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from enum import Enum
from functools import cache
from typing import Any

from planctl.model.record import Record

_PLACES = Decimal("0.000001")


def render_json(document: object) -> str:
    """Write a document as JSON, indented, with a newline at the end.

    Numbers are as written, or rounded half to even at 6 places; dates are ISO; keys
    are those of the document's class, in its order.
    """
    return json.dumps(plain(document), ensure_ascii=False, indent=2) + "\n"


def plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 - any value, one return for each kind
    """A value as JSON knows it."""
    if value is None or (
        isinstance(value, str | int | float) and not isinstance(value, Enum)
    ):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return _number(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [plain(one) for one in value]
    if isinstance(value, Record):
        return {
            key: plain(getattr(value, name)) for name, key in _record_keys(type(value))
        }
    if is_dataclass(value):
        return {
            key: plain(getattr(value, name)) for name, key in _keys(value.__class__)
        }
    raise TypeError(f"{type(value).__name__} has no form in JSON")


@cache
def _keys(cls: type) -> tuple[tuple[str, str], ...]:
    """Attributes and their keys; `if_` is `if`, which Python keeps for itself."""
    return tuple((one.name, one.name.rstrip("_")) for one in fields(cls))


@cache
def _record_keys(cls: type[Record]) -> tuple[tuple[str, str], ...]:
    return tuple((name, one.alias or name) for name, one in cls.model_fields.items())


def _number(value: Decimal) -> int | float:
    rounded = value.quantize(_PLACES, ROUND_HALF_EVEN) if _is_long(value) else value
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


def _is_long(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -6  # noqa: PLR2004 - 6 places
