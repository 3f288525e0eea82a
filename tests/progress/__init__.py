"""Tests of progress: what holds in a cycle, and how statuses add up."""
