"""LOINC codes of scales and measurements, each read at the place that stands beside it. What was not found has no code here.

Not found in a public source that could be read: totals and items of MADRS, HAM-D17, QIDS-SR16, IDS-SR30, PHQ-8, HAM-A, SDS,
Q-LES-Q-SF and WHODAS 2.0. The codes of the C-SSRS stand in its own file.
"""

from collections.abc import Mapping


def _scale(total: str, *items: str) -> Mapping[str, str]:
    return {"total": total, **{f"items.{place}": item for place, item in enumerate(items)}}


# Items and totals: loinc.org/69729-2 (panel PHQ-SADS, version 2.77). Totals as well: HL7 Personal Health Records, value set
# ObservationScoredAssessmentScore. Order of the items: the examples of both scales in the same guide.
PHQ_9 = _scale(
    "44261-6",
    "44250-9",
    "44255-8",
    "44259-0",
    "44254-1",
    "44251-7",
    "44258-2",
    "44252-5",
    "44253-3",
    "44260-8",
)
GAD_7 = _scale("70274-6", "69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7")
# What was measured, by the name that the input has in every calculator.
MEASUREMENTS: Mapping[str, str] = {
    # HL7 FHIR R4, vital signs profiles (body weight, body height)
    "weight": "29463-7",
    "weight_kg": "29463-7",
    "height_cm": "8302-2",
    # HL7 FHIR R4, vital signs profiles (blood pressure, its two components)
    "systolic": "8480-6",
    "diastolic": "8462-4",
    # HL7 US Core 7.0.0, pulse oximetry
    "spo2": "59408-5",
}
# What is calculated of it. A weight in another unit is the same weight: it has its code once, where it was entered.
CALCULATED: Mapping[str, str] = {
    # HL7 US Core 7.0.0, body mass index
    "bmi": "39156-5",
}
