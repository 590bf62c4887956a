"""Where people are reached: an address is lost, doubted after a silence, or a new one comes."""
