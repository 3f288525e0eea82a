"""Tests with input that nobody would write, and somebody will send."""
