"""What to say: frozen views of a checked plan, for people and for programs."""
