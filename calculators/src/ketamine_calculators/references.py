"""Every publication that a calculator rests on, once.

A DOI or PMID stands here only after it was seen beside this very publication in a look-up.
"""

from .definition import Reference
from .house_article import PROTOCOLS

HOUSE = Reference(
    cite="Ketamine Association. Treating treatment-resistant depression: advanced protocol considerations",
    url=f"/articles/{PROTOCOLS.slug}/",
)

THASE_RUSH_1997 = Reference(
    cite="Thase ME, Rush AJ. When at first you don't succeed: sequential strategies for antidepressant "
    "nonresponders. J Clin Psychiatry 1997;58(Suppl 13):23–29",
    url="https://www.psychiatrist.com/jcp/depression/dont-succeed-sequential-strategies-antidepressant/",
)
MURROUGH_2013 = Reference(
    cite="Murrough JW, et al. Antidepressant efficacy of ketamine in treatment-resistant major depression: a two-site "
    "randomized controlled trial. Am J Psychiatry 2013;170(10):1134–1142",
    pmid="23982301",
    doi="10.1176/appi.ajp.2013.13030392",
)
SINGH_2016 = Reference(
    cite="Singh JB, et al. A double-blind, randomized, placebo-controlled, dose-frequency study of intravenous "
    "ketamine in patients with treatment-resistant depression. Am J Psychiatry 2016;173(8):816–826",
    doi="10.1176/appi.ajp.2016.16010037",
)
SANACORA_2017 = Reference(
    cite="Sanacora G, et al. A consensus statement on the use of ketamine in the treatment of mood disorders. "
    "JAMA Psychiatry 2017;74(4):399–405",
    doi="10.1001/jamapsychiatry.2017.0080",
)
FAVA_2020 = Reference(
    cite="Fava M, et al. Double-blind, placebo-controlled, dose-ranging trial of intravenous ketamine as adjunctive "
    "therapy in treatment-resistant depression. Mol Psychiatry 2020;25(7):1592–1603",
    doi="10.1038/s41380-018-0256-5",
    pmid="30283029",
)
KETAMINE_LABEL = Reference(
    cite="Ketamine hydrochloride injection, US prescribing information, dosage and administration; compared in "
    "November 2026 with a published summary"
)

KROENKE_2001 = Reference(
    cite="Kroenke K, Spitzer RL, Williams JBW. The PHQ-9: validity of a brief depression severity measure. "
    "J Gen Intern Med 2001;16(9):606–613",
    doi="10.1046/j.1525-1497.2001.016009606.x",
    pmid="11556941",
)
SPITZER_2006 = Reference(
    cite="Spitzer RL, et al. A brief measure for assessing generalized anxiety disorder: the GAD-7. "
    "Arch Intern Med 2006;166(10):1092–1097",
    doi="10.1001/archinte.166.10.1092",
    pmid="16717171",
)
LOEWE_2004 = Reference(
    cite="Löwe B, et al. Monitoring depression treatment outcomes with the Patient Health Questionnaire-9. "
    "Med Care 2004;42(12):1194–1201",
    pmid="15550799",
    doi="10.1097/00005650-200412000-00006",
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
    "J Affect Disord 2013;150(2):384–388",
    doi="10.1016/j.jad.2013.04.028",
    pmid="23759278",
)
RUSH_2003 = Reference(
    cite="Rush AJ, et al. The 16-item Quick Inventory of Depressive Symptomatology (QIDS). "
    "Biol Psychiatry 2003;54(5):573–583",
    doi="10.1016/S0006-3223(02)01866-8",
    pmid="12946886",
)

FAVA_2003 = Reference(
    cite="Fava M. Diagnosis and definition of treatment-resistant depression. Biol Psychiatry 2003;53(8):649–659",
    doi="10.1016/S0006-3223(03)00231-2",
)
HAEGG_2020 = Reference(
    cite="Hägg D, et al. A register-based approach to identifying treatment-resistant depression: comparison with "
    "clinical definitions. PLoS One 2020;15(7):e0236434",
    doi="10.1371/journal.pone.0236434",
)
FEKADU_2009 = Reference(
    cite="Fekadu A, et al. A multidimensional tool to quantify treatment resistance in depression: the Maudsley "
    "staging method. J Clin Psychiatry 2009;70(2):177–184"
)
FEKADU_2018 = Reference(
    cite="Fekadu A, Donocik JG, Cleare AJ. Standardisation framework for the Maudsley staging method for treatment "
    "resistance in depression. BMC Psychiatry 2018;18:100",
    doi="10.1186/s12888-018-1679-x",
)
SOUERY_1999 = Reference(
    cite="Souery D, et al. Treatment resistant depression: methodological overview and operational criteria. "
    "Eur Neuropsychopharmacol 1999;9(1–2):83–91"
)
SFORZINI_2022 = Reference(
    cite="Sforzini L, et al. A Delphi-method-based consensus guideline for definition of treatment-resistant "
    "depression for clinical trials. Mol Psychiatry 2022;27(3):1286–1299",
    doi="10.1038/s41380-021-01381-x",
)
EMA_DEPRESSION_2013 = Reference(
    cite="European Medicines Agency. Guideline on clinical investigation of medicinal products in the treatment of "
    "depression. EMA/CHMP/185423/2010 Rev. 2, adopted 30 May 2013. Looked up in November 2026: the agency lists a "
    "Rev. 3 as well, whose text was not read for this site",
    url="https://www.ema.europa.eu/en/clinical-investigation-medicinal-products-treatment-depression-scientific-guideline",
)
SACKEIM_2019 = Reference(
    cite="Sackeim HA, et al. The assessment of resistance to antidepressant treatment: rationale for the "
    "Antidepressant Treatment History Form: Short Form (ATHF-SF). J Psychiatr Res 2019;113:125–136"
)
CHANDLER_2010 = Reference(
    cite="Chandler GM, et al. Validation of the Massachusetts General Hospital Antidepressant Treatment History "
    "Questionnaire (ATRQ). CNS Neurosci Ther 2010;16(5):322–325",
    doi="10.1111/j.1755-5949.2009.00102.x",
    pmid="19769599",
)
ANTIDEPRESSANT_LABELS = Reference(
    cite="US prescribing information of the antidepressant in question, dosage and administration; not compared label "
    "by label as of November 2026"
)
POSNER_2011 = Reference(
    cite="Posner K, et al. The Columbia–Suicide Severity Rating Scale: initial validity and internal consistency "
    "findings from three multisite studies with adolescents and adults. Am J Psychiatry 2011;168(12):1266–1277",
    doi="10.1176/appi.ajp.2011.10111704",
)
RIVA_POSSE_2018 = Reference(
    cite="Riva-Posse P, et al. Blood pressure safety of subanesthetic ketamine for depression: a report on 684 "
    "infusions. J Affect Disord 2018;236:291–297",
    doi="10.1016/j.jad.2018.02.025",
    pmid="29525051",
)
YIP_2022 = Reference(
    cite="Yip R, et al. Intravenous ketamine for depression: a clinical discussion reconsidering best practices in "
    "acute hypertension management. Front Psychiatry 2022;13:1017504",
    doi="10.3389/fpsyt.2022.1017504",
    pmid="36245888",
)
ESKETAMINE_LABEL = Reference(
    cite="Janssen Pharmaceuticals. SPRAVATO (esketamine) nasal spray, US prescribing information; compared in "
    "November 2026 with published copies and summaries of its texts of 2019 to 2025, not with its text of 13 March 2026"
)
POUND_1959 = Reference(
    cite="International yard and pound agreement, 1 July 1959: 1 lb = 0.45359237 kg and 1 in = 2.54 cm, exactly; tables "
    "in NIST Handbook 44, appendix C"
)
DEVINE_1974 = Reference(cite="Devine BJ. Gentamicin therapy. Drug Intell Clin Pharm 1974;8:650–655")
TRAYNOR_1995 = Reference(
    cite="Traynor AM, et al. Aminoglycoside dosing weight correction factors for patients of various body sizes. "
    "Antimicrob Agents Chemother 1995;39(2):545–548"
)
WHO_OBESITY = Reference(
    cite="World Health Organization. Definition of obesity in adults: body mass index of 30 or more"
)
KWASNA_2024 = Reference(
    cite="Kwaśna J, et al. The quest for optimal ketamine dosing formula in treatment-resistant major depressive "
    "disorder. Preprint, 2024 (28 inpatients)",
    doi="10.21203/rs.3.rs-4619443/v1",
)
NICIU_2014 = Reference(
    cite="Niciu MJ, et al. Clinical predictors of ketamine response in treatment-resistant major depression. "
    "J Clin Psychiatry 2014;75(5):e417–e423",
    doi="10.4088/JCP.13m08698",
    pmid="24922494",
)
YANAGIHARA_2003 = Reference(
    cite="Yanagihara Y, et al. Plasma concentration profiles of ketamine and norketamine after administration of various "
    "ketamine preparations to healthy Japanese volunteers. Biopharm Drug Dispos 2003;24(1):37–43",
    doi="10.1002/bdd.336",
    pmid="12516077",
)
ROLAN_2014 = Reference(
    cite="Rolan P, et al. The absolute bioavailability of racemic ketamine from a novel sublingual formulation. "
    "Br J Clin Pharmacol 2014;77(6):1011–1016",
    doi="10.1111/bcp.12264",
    pmid="24977293",
)
CHONG_2006 = Reference(
    cite="Chong C, et al. Bioavailability of ketamine after oral or sublingual administration (abstract). "
    "Pain Med 2006;7(5):469"
)
CHONG_2009 = Reference(
    cite="Chong C, et al. Development of a sublingual/oral formulation of ketamine for use in neuropathic pain. "
    "Clin Drug Investig 2009;29(5):317–324",
    doi="10.2165/00044011-200929050-00004",
    pmid="19366273",
)
CLEMENTS_1982 = Reference(
    cite="Clements JA, Nimmo WS, Grant IS. Bioavailability, pharmacokinetics, and analgesic activity of ketamine in "
    "humans. J Pharm Sci 1982;71(5):539–542"
)
VERAART_2021 = Reference(
    cite="Veraart JKE, et al. Pharmacodynamic interactions between ketamine and psychiatric medications used in the "
    "treatment of depression: a systematic review. Int J Neuropsychopharmacol 2021;24(10):808–831",
    doi="10.1093/ijnp/pyab039",
)
ANDRADE_2017 = Reference(
    cite="Andrade C. Ketamine for depression, 5: potential pharmacokinetic and pharmacodynamic drug interactions. "
    "J Clin Psychiatry 2017;78(7)",
    url="https://www.psychiatrist.com/JCP/article/Pages/2017/v78n07/17f11802.aspx",
)
WILLIAMS_2018 = Reference(
    cite="Williams NR, et al. Attenuation of antidepressant effects of ketamine by opioid receptor antagonism. "
    "Am J Psychiatry 2018;175(12):1205–1215",
    doi="10.1176/appi.ajp.2018.18020138",
)
COSTI_2019 = Reference(
    cite="Costi S, et al. Lithium continuation therapy following ketamine in patients with treatment resistant unipolar "
    "depression: a randomized controlled trial. Neuropsychopharmacology 2019;44(10):1812–1819",
    doi="10.1038/s41386-019-0365-0",
    pmid="30858518",
)
MUELLER_2003 = Reference(
    cite="Müller MJ, et al. Differentiating moderate and severe depression using the Montgomery–Åsberg depression rating "
    "scale (MADRS). J Affect Disord 2003;77(3):255–260",
    doi="10.1016/s0165-0327(02)00120-9",
    pmid="14612225",
)
MCINTYRE_2002 = Reference(
    cite="McIntyre R, Kennedy S, Bagby RM, Bakish D. Assessing full remission. J Psychiatry Neurosci 2002;27(4):235–239",
    pmid="12174732",
)
LOO_2023 = Reference(
    cite="Loo C, et al. Efficacy and safety of a 4-week course of repeated subcutaneous ketamine injections for "
    "treatment-resistant depression (KADS study): randomised double-blind active-controlled trial. "
    "Br J Psychiatry 2023;223(6):533–541",
    doi="10.1192/bjp.2023.79",
    pmid="38108319",
)
VANKAWALA_2021 = Reference(
    cite="Vankawala J, et al. Meta-analysis: hemodynamic responses to sub-anesthetic doses of ketamine in patients with "
    "psychiatric disorders. Front Psychiatry 2021;12:549080",
    doi="10.3389/fpsyt.2021.549080",
)
DOHERTY_2020 = Reference(
    cite="Doherty, et al. Cardiac findings in trials of esketamine nasal spray, 1,708 patients. CNS Drugs 2020;34:299 "
    "(described here by its content: its title was not looked up)",
    pmid="31994024",
)
DEL_SANT_2020 = Reference(
    cite="Del Sant LC, et al. Effects of subcutaneous esketamine on blood pressure and heart rate in treatment-resistant "
    "depression. J Psychopharmacol 2020",
    doi="10.1177/0269881120922955",
)
LUDWIG_2021 = Reference(
    cite="Ludwig VM, et al. Cardiovascular effects of combining subcutaneous or intravenous esketamine and the MAO inhibitor "
    "tranylcypromine for the treatment of depression: a retrospective cohort study. CNS Drugs 2021;35(8):881–892",
    doi="10.1007/s40263-021-00837-6",
    pmid="34283390",
)
GUICO_PABIA_2012 = Reference(
    cite="Guico-Pabia CJ, Fayyad RS, Soares CN. Assessing the relationship between functional impairment/recovery and "
    "depression severity: a pooled analysis. Int Clin Psychopharmacol 2012;27(1):1–7",
    doi="10.1097/YIC.0b013e32834c2488",
)
STEVANOVIC_2011 = Reference(
    cite="Stevanovic D. Quality of Life Enjoyment and Satisfaction Questionnaire – short form for quality of life "
    "assessments in clinical practice: a psychometric study. J Psychiatr Ment Health Nurs 2011;18(8):744–750",
    doi="10.1111/j.1365-2850.2011.01735.x",
    pmid="21896118",
)
CHERNIK_1990 = Reference(
    cite="Chernik DA, et al. Validity and reliability of the Observer's Assessment of Alertness/Sedation Scale: study with "
    "intravenous midazolam. J Clin Psychopharmacol 1990;10(4):244–251"
)
