"""Tests of the forms in which findings are written, each read by another reader."""
