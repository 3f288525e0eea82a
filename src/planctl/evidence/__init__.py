"""What rules look at in a linked plan: its words, numbers and measures, gathered."""
