"""What tests of all kinds are made with."""
