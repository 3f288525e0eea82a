"""Tests of what editors make of a plan: completion, explanation, marks."""
