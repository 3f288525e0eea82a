"""Tests of reading: bytes to data and places, and what is said of what is wrong."""
