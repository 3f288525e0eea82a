"""Improvement plans of school districts as checked text files."""

__version__ = "0.1.0"
