"""Random damage to what others write, and what must hold whatever they wrote."""
