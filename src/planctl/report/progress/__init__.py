"""How the targets of a plan stand: a document for programs, a view for people."""
