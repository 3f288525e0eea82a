"""How a plan stands: statuses that hold, and how they add up."""
