"""Tests of verdicts on targets."""
