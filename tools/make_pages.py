"""Make the pages and schemas that the program knows best: run it after a change.

python tools/make_pages.py
"""

from __future__ import annotations

from pathlib import Path

from planctl.render.explanations import rules_page
from planctl.render.json import render_json
from planctl.render.json_schema import document_schema, language_schema
from planctl.report import export, status, validation

ROOT = Path(__file__).resolve().parent.parent


def pages() -> dict[str, str]:
    """Every generated file by its path in the repository."""
    documents = {
        "export": document_schema(export.ExportDocument, export.SCHEMA),
        "status": document_schema(status.StatusDocument, status.SCHEMA),
        "validate": document_schema(validation.ValidationDocument, validation.SCHEMA),
    }
    return {
        "docs/rules.md": rules_page(),
        "schemas/plan.schema.json": render_json(language_schema()),
        **{
            f"schemas/output/{name}.schema.json": render_json(schema)
            for name, schema in documents.items()
        },
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (ROOT / name).write_text(text, "utf-8", newline="\n")
