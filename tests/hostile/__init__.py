"""Tests with bad input: no bytes in any file end in a traceback."""
