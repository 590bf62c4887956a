"""Words from one of a match to the other: sent, held back, heard, switched off."""
