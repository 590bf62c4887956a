"""What mentor and mentee work on: goals, matches, meetings, feedback."""
