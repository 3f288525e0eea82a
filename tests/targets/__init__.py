"""Tests of the target language."""
