"""How words become messages: wordings, values, days, languages."""
