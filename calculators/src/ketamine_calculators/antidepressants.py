"""The classes of antidepressants that treatment histories are told in, and what makes a trial of one adequate."""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Minimum:
    """The least daily dose of an adequate trial in mg, and how well it is grounded."""

    mg: int
    grade: str


# House default, to be confirmed by each clinic. The dose tables of ATHF-SF and MGH-ATRQ are copyrighted and not copied.
MINIMA = {
    "citalopram": Minimum(20, "A"),
    "escitalopram": Minimum(10, "A"),
    "fluoxetine": Minimum(20, "A"),
    "paroxetine": Minimum(20, "A"),
    "sertraline": Minimum(50, "A"),
    "fluvoxamine": Minimum(100, "C"),
    "venlafaxine": Minimum(150, "B"),
    "desvenlafaxine": Minimum(50, "A"),
    "duloxetine": Minimum(60, "B"),
    "levomilnacipran": Minimum(40, "A"),
    "bupropion": Minimum(300, "B"),
    "mirtazapine": Minimum(30, "C"),
    "trazodone": Minimum(300, "C"),
    "vilazodone": Minimum(20, "A"),
    "vortioxetine": Minimum(10, "A"),
    "amitriptyline": Minimum(150, "C"),
    "imipramine": Minimum(150, "C"),
    "desipramine": Minimum(150, "C"),
    "clomipramine": Minimum(150, "C"),
    "doxepin": Minimum(150, "C"),
    "nortriptyline": Minimum(75, "B"),
    "phenelzine": Minimum(45, "B"),
    "tranylcypromine": Minimum(30, "B"),
    "isocarboxazid": Minimum(30, "C"),
}
