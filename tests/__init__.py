"""Tests of planctl; run from the root of the repository."""
