"""The board packet: what a board member holds in the meeting, as frozen views."""

from __future__ import annotations

from planctl.report.packet.build import build_packet
from planctl.report.packet.focus import WHOLE, Focus, find_focus
from planctl.report.packet.summary import on_one_page
from planctl.report.packet.views import Packet

__all__ = ["WHOLE", "Focus", "Packet", "build_packet", "find_focus", "on_one_page"]
