"""What a plan's folder holds for editors: the schema of its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


def write_schema(folder: Path, day: date) -> Path:
    """Write the schema of a plan into its folder, and say where.

    Raises:
        CannotWriteError: it could not be written.
    """
    from planctl.check import check_plan
    from planctl.edit import make_folder, write_whole
    from planctl.render.json import render_json
    from planctl.render.json_schema import SCHEMA_FILE, language_schema

    path = folder / SCHEMA_FILE
    schema = render_json(language_schema(check_plan(folder, day)))
    make_folder(path.parent)
    write_whole(path, schema.encode("utf-8", "backslashreplace"))
    return path
