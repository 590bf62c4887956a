"""What takes messages in: the HTTP door, and what makes them durable."""
