"""How somebody joins: which programme, consent, getting to know them."""
