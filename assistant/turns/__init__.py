"""One reply in, and what follows: gather, decide, persist."""
