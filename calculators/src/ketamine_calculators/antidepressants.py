"""The classes of antidepressants that treatment histories are told in, and how long a trial lasts in published forms."""

CLASSES = {
    "SSRI": "SSRI",
    "SNRI": "SNRI",
    "NDRI": "NDRI (bupropion)",
    "NASSA": "NaSSA (mirtazapine)",
    "SARI": "SARI (trazodone)",
    "MULTIMODAL": "Multimodal (vortioxetine, vilazodone)",
    "TCA": "Tricyclic (TCA)",
    "MAOI": "MAO inhibitor (MAOI)",
    "OTHER": "Another class",
}

# Weeks at an adequate dose: ATHF-SF (Sackeim 2019), MGH-ATRQ (Chandler 2010), MGH staging (Fava 2003).
ATHF_WEEKS, ATRQ_WEEKS, FAVA_WEEKS = 4, 6, 6
