"""Bad input: no bytes in any file end in a traceback."""
