"""Ids to a linked plan, with everything worked out that needs another part of it."""

from __future__ import annotations

from planctl.link.linked import LinkedItem, LinkedPlan, LinkedUpdate
from planctl.link.linker import Linked, link_plan

__all__ = ["Linked", "LinkedItem", "LinkedPlan", "LinkedUpdate", "link_plan"]
