"""What is told, and in which language."""
