"""Works to cite in tests, as content/references.yml has them."""

WORKS = """\
daly-2019:
  kind: article
  authors: [Daly EJ, Trivedi MH, Janik A, et al]
  year: 2019
  title: Efficacy of esketamine nasal spray plus oral antidepressant treatment for relapse prevention
  journal: JAMA Psychiatry
  volume: 76
  issue: 9
  pages: 893-903
  doi: 10.1001/jamapsychiatry.2019.1189
  pmid: 31166571
  seen: {where: PubMed, on: 2026-11-29}
  retracted: {state: none known, on: 2026-11-29}

label-esketamine-us:
  kind: label
  authors: ["Janssen Pharmaceuticals, Inc"]
  title: "SPRAVATO (esketamine) nasal spray, CIII: US prescribing information"
  published: 2026-03-13
  url: https://www.accessdata.fda.gov/spravato

made-up-2020:
  kind: article
  title: A made-up trial
  year: 2020
  retracted: {state: retracted, on: 2026-11-01, note: "Notice of retraction: 2021"}
"""
