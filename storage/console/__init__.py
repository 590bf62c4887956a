"""The console: accounts and what each may see, how they sign in, and what they did."""
