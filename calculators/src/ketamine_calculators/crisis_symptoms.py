"""The symptoms of a crisis of blood pressure, once, for every tool and sheet that asks for them or names them.

The esketamine label names hypertensive crisis and hypertensive encephalopathy and asks for emergency care at once; the list
is our own.
"""

CRISIS_SYMPTOMS = (
    "chest pain",
    "breathlessness",
    "sudden or severe headache",
    "headache with a change of vision",
    "change of vision",
    "weakness or trouble with speech",
    "confusion",
    "seizure",
)
REMEASURE_MINUTES = 5  # Yip 2022: a number without symptoms is measured again before it is treated

IN_WORDS = ", ".join(CRISIS_SYMPTOMS)
MILD_HEADACHE = f"A mild headache alone is no crisis: measure again in {REMEASURE_MINUTES} min, call, and ask again"
