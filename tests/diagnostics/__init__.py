"""Tests of diagnostics as values, and of the checks declared with them."""
