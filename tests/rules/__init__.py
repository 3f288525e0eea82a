"""Tests of the rules: one golden folder each, and the form that all have."""
