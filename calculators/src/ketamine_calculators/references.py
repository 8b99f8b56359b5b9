"""Every publication that a calculator rests on, once.

A DOI or PMID stands here only after it was seen beside this very publication in a look-up.
"""

from .declare import Reference

HOUSE = Reference(
    cite="Ketamine Association. Treating Treatment-Resistant Depression: Advanced Protocol Considerations",
    url="/articles/treatment-resistant-depression-protocols/",
)

THASE_RUSH_1997 = Reference(
    cite="Thase ME, Rush AJ. When at first you don't succeed: sequential strategies for antidepressant "
    "nonresponders. J Clin Psychiatry 1997;58(Suppl 13):23–29"
)
MURROUGH_2013 = Reference(
    cite="Murrough JW, et al. Antidepressant efficacy of ketamine in treatment-resistant major depression: a two-site "
    "randomized controlled trial. Am J Psychiatry 2013;170(10):1134–1142"
)
SINGH_2016 = Reference(
    cite="Singh JB, et al. A double-blind, randomized, placebo-controlled, dose-frequency study of intravenous "
    "ketamine in patients with treatment-resistant depression. Am J Psychiatry 2016;173(8):816–826"
)
SANACORA_2017 = Reference(
    cite="Sanacora G, et al. A consensus statement on the use of ketamine in the treatment of mood disorders. "
    "JAMA Psychiatry 2017;74(4):399–405",
    doi="10.1001/jamapsychiatry.2017.0080",
)
FAVA_2020 = Reference(
    cite="Fava M, et al. Double-blind, placebo-controlled, dose-ranging trial of intravenous ketamine as adjunctive "
    "therapy in treatment-resistant depression. Mol Psychiatry 2020;25:1592–1603"
)
KETAMINE_LABEL = Reference(
    cite="Ketamine hydrochloride injection, US prescribing information, dosage and administration"
)

KROENKE_2001 = Reference(
    cite="Kroenke K, Spitzer RL, Williams JBW. The PHQ-9: validity of a brief depression severity measure. "
    "J Gen Intern Med 2001;16(9):606–613",
    doi="10.1046/j.1525-1497.2001.016009606.x",
)
SPITZER_2006 = Reference(
    cite="Spitzer RL, et al. A brief measure for assessing generalized anxiety disorder: the GAD-7. "
    "Arch Intern Med 2006;166(10):1092–1097",
    doi="10.1001/archinte.166.10.1092",
)
LOEWE_2004 = Reference(
    cite="Löwe B, et al. Monitoring depression treatment outcomes with the Patient Health Questionnaire-9. "
    "Med Care 2004;42(12):1194–1201",
    pmid="15550799",
)
MONTGOMERY_1979 = Reference(
    cite="Montgomery SA, Åsberg M. A new depression scale designed to be sensitive to change. "
    "Br J Psychiatry 1979;134:382–389",
    doi="10.1192/bjp.134.4.382",
    pmid="444788",
)
SNAITH_1986 = Reference(
    cite="Snaith RP, et al. Grade scores of the Montgomery–Åsberg Depression and the Clinical Anxiety Scales. "
    "Br J Psychiatry 1986;148:599–601",
    doi="10.1192/bjp.148.5.599",
)
HAWLEY_2002 = Reference(
    cite="Hawley CJ, et al. Defining remission by cut off score on the MADRS: selecting the optimal value. "
    "J Affect Disord 2002;72(2):177–184",
    pmid="12200208",
)
HAMILTON_1960 = Reference(
    cite="Hamilton M. A rating scale for depression. J Neurol Neurosurg Psychiatry 1960;23:56–62",
    doi="10.1136/jnnp.23.1.56",
    pmid="14399272",
)
ZIMMERMAN_2013 = Reference(
    cite="Zimmerman M, et al. Severity classification on the Hamilton Depression Rating Scale. "
    "J Affect Disord 2013;150(2):384–388"
)
RUSH_2003 = Reference(
    cite="Rush AJ, et al. The 16-item Quick Inventory of Depressive Symptomatology (QIDS). "
    "Biol Psychiatry 2003;54(5):573–583",
    doi="10.1016/S0006-3223(02)01866-8",
)
