"""How the time of two people ends: its last day, what each hears and is asked, and what is kept."""
