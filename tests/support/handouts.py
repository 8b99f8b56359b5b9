"""What a handout for patients must say, so that the check has nothing to ask."""

NEEDED = """Call your local emergency number now if you find it hard to breathe. Phone at night if you think of ending
your life, or if it hurts when you pass urine. Tell us of very high blood pressure, and if you are pregnant.

Do not drive until the next day, after a good night’s sleep.
"""
