"""JSON Schema: of the plan language for editors, and of our documents for programs."""

from planctl.render.json_schema.documents import document_schema
from planctl.render.json_schema.language import language_schema

__all__ = ["SCHEMA_FILE", "document_schema", "language_schema", "modeline"]

SCHEMA_FILE = ".planctl/schema.json"


def modeline(name: str) -> str:
    """The first line of a plan file, by which editors find the plan's schema.

    Args:
        name: the file's name in the plan's folder: `updates/2024.yaml`.
    """
    up = "../" * name.count("/")
    return f"# yaml-language-server: $schema={up}{SCHEMA_FILE}\n"
