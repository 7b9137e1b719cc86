"""The rules, one subject a file, and all_checks, their list."""
