"""SMS through Twilio: out and in."""
