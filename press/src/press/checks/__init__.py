"""The rules for editors, each in a file of its own."""
