"""Labels of other regions, alerts, the manufacturer's information and what trials excluded: what warnings rest on.

As in `references.py`, a DOI or PMID stands here only after it was seen beside this very publication.
"""

from .definition import Reference

ESKETAMINE_EU = Reference(
    cite="SPRAVATO (esketamine) nasal spray, EU and UK product information; compared in November 2026 with published "
    "summaries, as copies of the text itself were not at hand"
)
ESKETAMINE_MISSED = Reference(
    cite="J&J Innovative Medicine, Medical Information. Management of missed dose or reinitiation after SPRAVATO "
    "discontinuation; updated 10 October 2025",
    url="https://www.jnjmedicalconnect.com/products/spravato/medical-content/"
    "dosage-and-administration-management-of-missed-dose-or-reinitiation-after-spravato-discontinuation",
)
ESKETAMINE_TRIALS_HEART = Reference(
    cite="J&J Innovative Medicine, Medical Information. Use of SPRAVATO in patients with cardiovascular or cerebrovascular "
    "conditions: exclusion criteria of the phase 3 trials; updated 19 February 2025",
    url="https://jnjmedicalconnect.com/products/spravato/medical-content/"
    "use-of-spravato-in-patients-with-cardiovascular-or-cerebrovascular-conditions",
)
ESKETAMINE_TRIALS_BREATHING = Reference(
    cite="J&J Innovative Medicine, Medical Information. SPRAVATO and respiratory function: exclusion criteria of the phase 3 "
    "trials; updated 12 June 2024"
)
ESKETAMINE_TRIALS_PRESSURE = Reference(
    cite="J&J Innovative Medicine, Medical Information. Concomitant use of SPRAVATO with antihypertensive medications; seen "
    "in November 2026",
    url="https://www.jnjmedicalconnect.com/products/spravato/medical-content/"
    "concomitant-use-of-spravato-with-antihypertensive-medications",
)
ER_KETAMINE_2023 = Reference(
    cite="ER-Ketamine study of intramuscular ketamine for suicidal ideation (NCT04640636), design and exclusion criteria. "
    "J Affect Disord Rep 2023;15:100690",
    doi="10.1016/j.jadr.2023.100690",
)
FDA_2022 = Reference(
    cite="US Food and Drug Administration. Potential risks associated with compounded ketamine nasal spray. Alert of "
    "16 February 2022; read in published reports of it",
    url="https://www.fda.gov/drugs/human-drug-compounding/"
    "fda-alerts-health-care-professionals-potential-risks-associated-compounded-ketamine-nasal-spray",
)
FDA_2023 = Reference(
    cite="US Food and Drug Administration. Potential risks associated with compounded ketamine products, oral ones "
    "included. Warning of 10 October 2023; read in published reports of it"
)
ANDRADE_2019 = Reference(
    cite="Andrade C. Oral ketamine for depression, 2: practical considerations. J Clin Psychiatry 2019;80(2)",
    url="https://www.psychiatrist.com/jcp/depression/oral-ketamine-for-depression-practical-considerations/",
)
MAOI_COMBINATIONS = Reference(
    cite="Drug interactions of MAO inhibitors with antidepressants, sympathomimetics and opioids, from published drug "
    "guides; seen in November 2026, the labels themselves not compared",
    url="https://www.alpfmedical.info/pharmacology/drug-interactions-pzw.html",
)
CYP3A4_TEXTS = Reference(
    cite="Ketamine for injection, product texts from outside the US on CYP3A4 inhibitors and inducers, secondary copies; seen "
    "in November 2026"
)
VALPROATE_UK = Reference(
    cite="NHS Greater Glasgow and Clyde. Valproate pregnancy prevention programme; seen in November 2026",
    url="https://mypsych.nhsggc.org.uk/medicines-companion/antidepressants-mood-stabilisers/"
    "valproate-pregnancy-prevention-programme/",
)
