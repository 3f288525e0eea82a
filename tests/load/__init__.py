"""Tests of loading: a folder to records, and what is said of mistakes in them."""
