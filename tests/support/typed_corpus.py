"""What is typed and pasted for numbers and days, each with its right outcome: the value, by hand, or words of the refusal."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ketamine_calculators.fields import Day, Number, Whole
from ketamine_calculators.quantities import OTHER_LENGTHS, OTHER_WEIGHTS, WEIGHT_UNITS

FIELDS: dict[str, Any] = {
    "weight": Number(label="Weight", low=30, high=650, units=WEIGHT_UNITS, unit_from="weight_unit"),
    "kilograms": Number(label="Weight", unit="kg", low=30, high=650, also=OTHER_WEIGHTS),
    "height": Number(label="Height", unit="cm", low=120, high=230, also=OTHER_LENGTHS),
    "minutes": Number(label="Infusion time", unit="min", low=1, high=240),
    "hours": Number(label="Hours since the last dose", unit="hours", low=0, high=1000),
    "dose": Number(label="Dose", unit="mg/kg", above=0, high=1),
    "milligrams": Number(label="IV dose", unit="mg", above=0, high=100_000),
    "volume": Number(label="Final volume", unit="mL", above=0, high=1000),
    "share": Number(label="Improvement", unit="%", low=-10_000, high=100),
    "months": Number(label="Duration", unit="months", low=0, high=1200),
    "pressure": Number(label="Systolic pressure", unit="mmHg", low=50, high=300),
    "total": Number(label="Total", low=-1000, high=1000),
    "age": Whole(label="Age", unit="years", low=18, high=120),
    "day": Day(label="Start"),
}

AMBIGUOUS, COMMA, ONE_MARK = "can be read as", "write the decimal mark as a point", "write only one mark"
FINISH, ZERO_FIRST, DIGITS = "finish the number after the point", "put a zero before the point", "use the digits 0 to 9"
TURNED, BOTH_UNITS, SPACE = "reverses its order", "Write both units", "leave out the space"
DATE = "write the date like 2026-03-02 or 2 March 2026"
STRANGE_UNIT = "is not understood"
WEIGHT, HEIGHT, TIME = "from 30 to 650 kg", "Height must be", "from 1 to 240 min"


@dataclass(frozen=True)
class Case:
    """`outcome` is the value in the unit asked for, a day, or words of the refusal, which hold a letter before any figure."""

    field: str
    typed: str
    outcome: str
    unit: str = ""
    commas: bool = False

    @property
    def value(self) -> Fraction | str | None:
        """The value; None for a refusal."""
        if self.field == "day":
            return self.outcome if self.outcome[:1].isdigit() else None
        return Fraction(self.outcome) if self.outcome.lstrip("-")[:1].isdigit() else None


def _cases(field: str, *given: tuple[str, str], unit: str = "", commas: bool = False) -> tuple[Case, ...]:
    return tuple(Case(field, typed, outcome, unit, commas) for typed, outcome in given)


CASES = (
    *_cases(
        "weight",
        *(
            ("70", "70"),
            ("70.5", "70.5"),
            (" 70 ", "70"),
            ("\t70\n", "70"),
            ("070", "70"),
            ("+70", "70"),
            ("70.0", "70"),
        ),
        *(("70.50", "70.5"), ("70 kg", "70"), ("70kg", "70"), ("70 Kg.", "70"), ("70 KG", "70"), ("70 kgs", "70")),
        *(("70 kilograms", "70"), ("70 kilos", "70"), ("70\u00a0kg", "70"), ("70\u202fkg", "70"), ("70\u2009kg", "70")),
        *(("70\u3000kg", "70"), ("７０", "70"), ("７０．５ｋｇ", "70.5"), ("\u200b70", "70"), ("7\u200b0", "70")),
        *(("\ufeff70", "70"), ("70\u00ad", "70"), ("\u200e70.5\u200f", "70.5"), ("\u202a70\u202c", "70")),
        *(("70.1250", "70.125"), ("0070.50", "70.5")),
        *(
            ("70.000", AMBIGUOUS),
            ("1,000", AMBIGUOUS),
            ("70.125", AMBIGUOUS),
            ("070.000", AMBIGUOUS),
            ("70,500", AMBIGUOUS),
        ),
        *(("70.000 kg", AMBIGUOUS), ("７０．０００", AMBIGUOUS), ("7\u200b0.000", AMBIGUOUS)),
        *(("70,5", COMMA), ("70,50 kg", COMMA), ("７０，５", COMMA), ("1,5", COMMA)),
        *(
            ("1.234.567", ONE_MARK),
            ("1,234.5", ONE_MARK),
            ("1.234,5", ONE_MARK),
            ("70..5", ONE_MARK),
            ("70.,5", ONE_MARK),
        ),
        *(("70 000", SPACE), ("7 0", SPACE), ("70\u202f000", SPACE), ("70 70", SPACE)),
        *(
            ("70.", FINISH),
            ("70,", FINISH),
            ("70. kg", FINISH),
            (".5", ZERO_FIRST),
            (",5", ZERO_FIRST),
            ("-.5", ZERO_FIRST),
        ),
        *(("٧٠", DIGITS), ("७०", DIGITS), ("⁷⁰", DIGITS), ("⑦⓪", DIGITS), ("𝟕𝟎", DIGITS)),
        *(("\u202e07", TURNED), ("70\u2067", TURNED)),
        *(("154 lb", "typed in lb, but the unit beside it says kg"), ("154 pounds", "typed in lb")),
        *(("154 lb 3 oz", "typed in lb and oz"), ("11 st 2 lb", "typed in st and lb"), ("70000 g", "typed in g")),
        *(("70 stn", "“stn” is not understood"), ("7o", "“o” is not understood"), ("70 \u212ag", STRANGE_UNIT)),
        *(
            ("70 kg kg", STRANGE_UNIT),
            ("1e2", STRANGE_UNIT),
            ("7_0", STRANGE_UNIT),
            ("0x46", STRANGE_UNIT),
            ("seventy", WEIGHT),
        ),
        *(("½", WEIGHT), ("70½", STRANGE_UNIT), ("<70", WEIGHT), ("~70", WEIGHT), ("about 70", WEIGHT)),
        *(("- 70", WEIGHT), ("--70", WEIGHT), ("−70", WEIGHT), ("–70", WEIGHT), ("NaN", WEIGHT), ("inf", WEIGHT)),
        *(("70-80", STRANGE_UNIT), ("70 or 71", STRANGE_UNIT), ("1'000", WEIGHT), ("29.9", WEIGHT), ("650.1", WEIGHT)),
        *(("70·5", STRANGE_UNIT), ("70:5", STRANGE_UNIT), ("9" * 30, "too many digits")),
        unit="kg",
    ),
    *_cases(
        "weight",
        *(
            ("154 lb", "154"),
            ("154 lbs.", "154"),
            ("154 Pounds", "154"),
            ("154 lb 3 oz", "154.1875"),
            ("154lb3oz", "154.1875"),
        ),
        *(("11 st 2 lb", "156"), ("11st2", "156"), ("11 stone 2", "156"), ("11 st 0 lb", "154")),
        *(
            ("11 st", "typed in st, but the unit beside it says lb"),
            ("70 kg", "typed in kg, but the unit beside it says lb"),
        ),
        *(
            ("154 lb 3", "name the unit of 3"),
            ("154 lb 16 oz", "check 16 oz: 16 oz are 1 lb"),
            ("11 st 14 lb", "check 14 lb: 14 lb are 1 st"),
        ),
        *(
            ("11.5 st 2 lb", "Weight must be"),
            ("20 lb", "from 66.2 to 1433 lb"),
            ("3 st 2 lb", "from 4 st 10.2 lb to 102 st 5 lb"),
        ),
        unit="lb",
    ),
    *_cases(
        "weight",
        *(("70,5", "70.5"), ("70,5 kg", "70.5"), ("70.5", "70.5"), ("７０，５", "70.5"), ("70,1250", "70.125")),
        *(("70,500", AMBIGUOUS), ("70.500", AMBIGUOUS), ("1.234,5", ONE_MARK), ("70,5,5", ONE_MARK), ("70,", FINISH)),
        *((",5", ZERO_FIRST), ("\u202e5,07", TURNED)),
        unit="kg",
        commas=True,
    ),
    # 1 lb = 0.45359237 kg, 1 st = 14 lb: 154 lb = 69.85322498 kg, 154.1875 lb = 69.938273549375 kg, 156 lb = 70.76040972 kg.
    *_cases(
        "kilograms",
        *(("70", "70"), ("154 lb", "69.85322498"), ("11 st", "69.85322498"), ("154 lb 3 oz", "69.938273549375")),
        *(
            ("11 st 2 lb", "70.76040972"),
            ("11.5 st", BOTH_UNITS),
            ("70 oz", "typed in oz"),
            ("66 lb", "from 66.2 to 1433 lb"),
        ),
    ),
    # 1 in = 2.54 cm: 69 in = 175.26 cm, 69.5 in = 176.53 cm, 72 in = 182.88 cm.
    *_cases(
        "height",
        *(("175", "175"), ("175.26 cm", "175.26"), ("5 ft 9 in", "175.26"), ("5'9\"", "175.26"), ("5’9”", "175.26")),
        *(
            ("5′ 9″", "175.26"),
            ("5' 9''", "175.26"),
            ("5 feet 9", "175.26"),
            ("5 ft. 9 in.", "175.26"),
            ("69 in", "175.26"),
        ),
        *(("6 ft", "182.88"), ("6'", "182.88"), ("5 ft 9.5 in", "176.53"), ("5'9.5", "176.53"), ("５’９”", "175.26")),
        *(
            ("5.9 ft", BOTH_UNITS),
            ("5 9", SPACE),
            ("5'009", HEIGHT),
            ("5 ft 12 in", "check 12 in: 12 in are 1 ft"),
            ("5,9", COMMA),
        ),
        *(
            ("5 ft 9.125 in", AMBIGUOUS),
            ("1.75 m", "175"),
            ("1.70", "for 1.7 m write 170 cm"),
            ("1.1", HEIGHT),
            ("3 ft 2 in", "from 3 ft 11.3 in to 7 ft 6.5 in"),
        ),
        *(("-5 ft 9 in", HEIGHT), ("5 ft 9 cm", HEIGHT), ("1'000", HEIGHT), ("90 in tall", STRANGE_UNIT)),
    ),
    *_cases("height", ("5 ft 9,5 in", "176.53"), ("175,5", "175.5"), commas=True),
    *_cases(
        "minutes",
        *(("40", "40"), ("40 minutes", "40"), ("40 min.", "40"), ("40 Mins", "40"), ("1 h 30", "90"), ("1h30", "90")),
        *(
            ("1 h 30 min", "90"),
            ("1 hour 30 minutes", "90"),
            ("0 h 40", "40"),
            ("1 h 0 min", "60"),
            ("1 h 7.5 min", "67.5"),
        ),
        *(
            ("1 h", "typed in hours, and is asked for in min"),
            ("40'", "is asked for in min"),
            ("1:30", STRANGE_UNIT),
            ("40.000", AMBIGUOUS),
        ),
        *(
            ("1 h 60", "check 60 min: 60 min are 1 h"),
            ("5 h 0 min", "from 0 h 1 min to 4 h 0 min"),
            ("241", TIME),
            ("40 sec", "typed in s"),
        ),
    ),
    *_cases(
        "hours",
        ("36", "36"),
        ("36 hrs", "36"),
        ("1.5 h", "1.5"),
        ("1 h 30", "1.5"),
        ("1 h 20 min", "4/3"),
        ("2 days", "typed in days"),
    ),
    *_cases(
        "dose",
        *(("0.5", "0.5"), ("0.5 mg/kg", "0.5"), ("0.5 mg per kg", "0.5"), ("0.125", "0.125"), ("00.125", "0.125")),
        *(
            ("0.500", "0.5"),
            ("1.000", AMBIGUOUS),
            ("0,125", COMMA),
            ("0.5 mg", "typed in mg, and is asked for in mg/kg"),
        ),
        *((".5", ZERO_FIRST), ("5", "above 0 and at most 1 mg/kg"), ("0", "above 0 and at most 1 mg/kg")),
    ),
    *_cases("dose", ("0,125", "0.125"), ("0,5 mg/kg", "0.5"), ("1,125", AMBIGUOUS), commas=True),
    *_cases(
        "milligrams",
        *(
            ("35 mg", "35"),
            ("35 MG", "35"),
            ("35 milligrams", "35"),
            ("35 mcg", "typed in mcg"),
            ("35 µg", "typed in mcg"),
        ),
        *(
            ("1234.567", "1234.567"),
            ("1234", "1234"),
            ("1,234", AMBIGUOUS),
            ("1.250", AMBIGUOUS),
            ("35 U", "“U” is not understood"),
        ),
    ),
    *_cases(
        "volume",
        ("50 mL", "50"),
        ("50 ml.", "50"),
        ("50 millilitres", "50"),
        ("0.05 L", "typed in L"),
        ("50 cc", STRANGE_UNIT),
    ),
    *_cases(
        "share",
        ("50%", "50"),
        ("50 %", "50"),
        ("-20 percent", "-20"),
        ("−20", "-20"),
        ("–20", "Improvement must be"),
        ("0.5", "0.5"),
    ),
    *_cases(
        "months",
        ("18 mo", "18"),
        ("1 year 6 months", "18"),
        ("1 y 6 mo", "18"),
        ("1 year 6", "name the unit of 6"),
        ("2 years", "typed in years"),
    ),
    *_cases("pressure", ("120", "120"), ("120 mm Hg", "120"), ("120/80", STRANGE_UNIT), ("120 mmHg.", "120")),
    *_cases(
        "total",
        ("27", "27"),
        ("-3", "-3"),
        ("27 points", "plain number without a unit"),
        ("27 kg", "plain number without a unit"),
    ),
    *_cases(
        "age",
        *(
            ("45", "45"),
            ("45 y", "45"),
            ("45 yrs", "45"),
            ("45 Years", "45"),
            ("045", "45"),
            ("４５", "45"),
            ("+45", "45"),
        ),
        *(("45.0", "whole number"), ("45.5", "whole number"), ("45 years 6 months", "whole number"), ("45,0", COMMA)),
        *(("17", "from 18 to 120 years"), ("540 months", "typed in months"), ("1.000", AMBIGUOUS)),
    ),
    *_cases(
        "day",
        *(("2026-03-02", "2026-03-02"), (" 2026-03-02 ", "2026-03-02"), ("2026\u201103\u201102", "2026-03-02")),
        *(
            ("２０２６－０３－０２", "2026-03-02"),
            ("2026-03-\u200b02", "2026-03-02"),
            ("2026\u221203\u221202", "2026-03-02"),
        ),
        *(
            ("2026-3-2", "2026-03-02"),
            ("2026/03/02", "2026-03-02"),
            ("2026.3.2", "2026-03-02"),
            ("2026 03 02", "2026-03-02"),
        ),
        *(
            ("20260302", "2026-03-02"),
            ("2 March 2026", "2026-03-02"),
            ("2 mar 2026", "2026-03-02"),
            ("2Mar2026", "2026-03-02"),
        ),
        *(("2nd of March, 2026", "2026-03-02"), ("02-MAR-2026", "2026-03-02"), ("March 2, 2026", "2026-03-02")),
        *(("Mar. 2nd 2026", "2026-03-02"), ("2026 March 2", "2026-03-02"), ("9 Sept 2026", "2026-09-09")),
        *(
            ("Monday 2 March 2026", "2026-03-02"),
            ("Mon, 2 Mar 2026", "2026-03-02"),
            ("Sunday 2 March 2026", "is a Monday"),
        ),
        *(
            ("13/04/2026", "2026-04-13"),
            ("04/13/2026", "2026-04-13"),
            ("13.4.2026", "2026-04-13"),
            ("3-3-2026", "2026-03-03"),
        ),
        *(
            ("02/03/2026", AMBIGUOUS),
            ("2.3.2026", AMBIGUOUS),
            ("2 3 2026", AMBIGUOUS),
            ("31/02/2026", "there is no day"),
        ),
        *(("26-03-02", DATE), ("2026–03–02", DATE), ("2 March 26", DATE), ("2 March", DATE), ("March 2026", DATE)),
        *(
            ("2 Marhc 2026", DATE),
            ("2026-3/2", DATE),
            ("260302", DATE),
            ("02032026", "there is no day"),
            ("Mar 22026", DATE),
        ),
        *(("2026-13-02", "there is no day"), ("30 February 2026", "there is no day"), ("0/4/2026", "there is no day")),
        *(("2026-02-30", "there is no day"), ("٢٠٢٦-03-02", DATE), ("\u202e2026-03-02", TURNED)),
        *(("1999-12-31", "from 2000-01-01"), ("2 March 2101", "to 2100-12-31")),
    ),
)
