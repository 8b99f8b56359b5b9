"""Numbers of the house protocol that several calculators say, each with the heading of the house article that gives it.

A number that one calculator uses alone stands in its own file.
"""

from fractions import Fraction

# Induction phase protocols
PROTOCOL_DOSE = Fraction(1, 2)  # mg/kg of actual weight
PROTOCOL_MINUTES = 40  # of one infusion
USUAL_SESSIONS = 6  # of induction

# Treatment frequency optimization: "Stretch to 8-10 where benefit is coming slowly"
EXTENDED_FROM, EXTENDED_TO = 8, 10  # treatments of induction, where the response comes slowly

# Dose optimization strategies
REDUCED_DOSE = Fraction(2, 5)  # mg/kg, after an excellent response with side effects
OVERSIGHT_ABOVE = Fraction(3, 4)  # mg/kg; above it under experienced oversight
HIGHEST_DOSE = Fraction(1)  # mg/kg
# mg/kg: the doses at which the titration table begins a step
FIRST_STEP, SECOND_STEP, THIRD_STEP = Fraction(1, 2), Fraction(3, 5), Fraction(3, 4)
SESSIONS_BEFORE_INCREASE = 2  # at one dose

# Defining non-response
ASSESSED_AFTER = (2, 4, 6)  # treatments

# Verifying treatment resistance, in the list and in the table
TRIAL_WEEKS = (4, 8)  # "≥4-8 weeks at a therapeutic dose"
FULL_DOSE_WEEKS = (6, 8)  # "≥6-8 weeks at full dose"
