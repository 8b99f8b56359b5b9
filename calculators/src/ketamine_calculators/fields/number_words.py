"""A number in English words, so that a reader hears which mark was taken for the decimal mark."""

_BELOW_TWENTY = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_THOUSANDS = ("", " thousand", " million", " billion")


def number_in_words(written: str) -> str:
    """`70.5` is `seventy point five`, `-12` is `minus twelve`. What is beyond the billions is said digit by digit."""
    sign, digits = ("minus ", written[1:]) if written.startswith("-") else ("", written)
    whole, point, decimals = digits.partition(".")
    said = _whole(int(whole)) if len(whole) <= 3 * len(_THOUSANDS) else _digits(whole)
    return f"{sign}{said} point {_digits(decimals)}" if point else f"{sign}{said}"


def _digits(digits: str) -> str:
    return " ".join(_BELOW_TWENTY[int(digit)] for digit in digits)


def _whole(number: int) -> str:
    if number == 0:
        return _BELOW_TWENTY[0]
    groups: list[str] = []
    for name in _THOUSANDS:
        number, group = divmod(number, 1000)
        if group:
            groups.insert(0, f"{_below_thousand(group)}{name}")
    return " ".join(groups)


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    said = [f"{_BELOW_TWENTY[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        tens, ones = divmod(rest, 10)
        said.append(f"{_TENS[tens]}-{_BELOW_TWENTY[ones]}" if ones else _TENS[tens])
    elif rest:
        said.append(_BELOW_TWENTY[rest])
    return " ".join(said)
