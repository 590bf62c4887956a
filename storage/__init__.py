"""What is remembered; knows no channel and no flow."""
