"""How it is said: one output a file."""
