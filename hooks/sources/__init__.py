"""What editors wrote, read once: says what is there, never what is wrong."""
