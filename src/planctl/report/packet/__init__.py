"""The board packet: what a board member holds in the meeting, as frozen views."""

from __future__ import annotations

from planctl.report.packet.build import build_packet
from planctl.report.packet.views import Packet

__all__ = ["Packet", "build_packet"]
