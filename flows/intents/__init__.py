"""The ways of asking for something in own words, one table for each request."""
