"""How somebody signs in to the console: links, passwords, and browsers that are signed in."""
