"""Tests of charts: what they say, how they are drawn, how they look."""
