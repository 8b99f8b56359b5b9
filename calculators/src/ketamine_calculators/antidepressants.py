"""The classes of antidepressants that treatment histories are told in."""

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
