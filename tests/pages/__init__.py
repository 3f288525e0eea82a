"""Tests of rendered pages in a real browser."""
