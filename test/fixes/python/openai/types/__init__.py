"""What answers are read into."""
