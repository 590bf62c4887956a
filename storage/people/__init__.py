"""Who is written to: persons, their addresses and enrolments, and the programmes they are in."""
