"""People under 18, and who answers for them: asked, answered, ended."""
