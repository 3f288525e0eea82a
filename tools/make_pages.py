"""Make the pages and schemas that the program knows best: run it after a change.

python tools/make_pages.py
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from planctl.check import CheckedPlan, check_plan
from planctl.render.explanations import rules_page
from planctl.render.findings_page import findings_page
from planctl.render.json import render_json
from planctl.render.json_schema import (
    SCHEMA_FILE,
    document_schema,
    language_schema,
)
from planctl.render.language_page import language_page
from planctl.render.progress_page import progress_page
from planctl.render.views_page import views_page
from planctl.report import export, status, validation
from planctl.report.progress import document as progress

ROOT = Path(__file__).resolve().parent.parent
AS_OF = date(2024, 11, 1)


def pages() -> dict[str, str]:
    """Every generated file by its path in the repository."""
    documents = {
        "export": document_schema(export.ExportDocument, export.SCHEMA),
        "progress": document_schema(progress.ProgressDocument, progress.SCHEMA),
        "status": document_schema(status.StatusDocument, status.SCHEMA),
        "validate": document_schema(validation.ValidationDocument, validation.SCHEMA),
    }
    return {
        "docs/findings.md": findings_page(_examples()),
        "docs/language.md": language_page(),
        "docs/progress.md": progress_page(),
        "docs/packet-views.md": views_page(),
        "docs/rules.md": rules_page(),
        "schemas/plan.schema.json": render_json(language_schema()),
        **{
            f"schemas/output/{name}.schema.json": render_json(schema)
            for name, schema in documents.items()
        },
        **_schemas_of_examples(),
    }


@cache
def _examples() -> dict[str, CheckedPlan]:
    """Each example by its folder, on one day."""
    folders = sorted(path.parent for path in ROOT.glob("examples/*/plan.yaml"))
    return {f"examples/{folder.name}": check_plan(folder, AS_OF) for folder in folders}


def _schemas_of_examples() -> dict[str, str]:
    """The schema of each example; it is the same on every day."""
    return {
        f"{path}/{SCHEMA_FILE}": render_json(language_schema(checked))
        for path, checked in _examples().items()
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (ROOT / name).parent.mkdir(exist_ok=True)
        (ROOT / name).write_text(text, "utf-8", newline="\n")
