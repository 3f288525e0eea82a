"""Tests of linking: ids, names, times and reports looked up."""
