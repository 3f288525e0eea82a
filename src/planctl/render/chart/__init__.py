"""Draws charts as SVG: what a chart says, as a picture that stands for itself."""

from __future__ import annotations

from planctl.render.chart.drawing import draw_beside, draw_chart

__all__ = ["draw_beside", "draw_chart"]
