"""The hazard log: its file is right, what it names is there and has run, and its page shows all of it."""

from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from press.checks.hazards import problems
from press.checks.notice_rules import notice_rules, stop_rules
from press.content.hazards import CONTROLLED_BELOW, STATES, Hazard, Risk, read_hazards
from press.content.project import Project
from press.site.pages import Pages
from press.site.site_map import whole_site
from support.hazard_run import named_by, not_run
from support.small_project import small_project

PROJECT = Path(__file__).resolve().parents[3]
LOG, PROBLEMS = read_hazards(PROJECT / "content", "content/hazards.yml")
RIGHT = """groups: {dose: The dose}
hazards:
  pounds:
    group: dose
    hazard: Pounds are typed as kilograms.
    harm: More than twice the dose.
    cause: Both are asked for.
    control: The unit is chosen.
    rules: [iv_dose.bolus]
    tests: ["tests/unit/test_there.py::test_it_is_there"]
    constants: [house_protocol.PROTOCOL_DOSE]
    before: [4, 3]
    after: [4, 1]
    state: controlled
"""


def log_of(folder: Path, text: str) -> tuple[list[Hazard], list[str]]:
    (folder / "hazards.yml").write_text(text, "utf-8")
    log, found = read_hazards(folder, "content/hazards.yml")
    return list(log.hazards), [problem.message for problem in found]


# The file


def test_the_log_is_right() -> None:
    assert PROBLEMS == []
    assert len(LOG.hazards) >= 60
    assert {hazard.group for hazard in LOG.hazards} == set(LOG.groups)


def test_a_right_hazard_is_read(tmp_path: Path) -> None:
    (hazard,), found = log_of(tmp_path, RIGHT)
    assert found == []
    assert (hazard.before.score, hazard.after.score) == (12, 4)
    assert (hazard.before.level, hazard.after.level) == ("high", "low")
    assert hazard.tests == ("tests/unit/test_there.py::test_it_is_there",)


WRONG = [
    ("    before: [4, 3]", "    before: [4, 6]", 'before of "pounds" is no severity and likelihood from 1 to 5.'),
    ("    before: [4, 3]", "    before: [4, true]", 'before of "pounds" is no severity and likelihood from 1 to 5.'),
    ("    harm: More than twice the dose.\n", "", '"pounds" has no harm.'),
    ("    harm:", "    harms:", '"pounds" has an unknown line "harms". Did you mean "harm"?'),
    ("group: dose", "group: doses", '"pounds" is in the group "doses", which is not there. Did you mean "dose"?'),
    ("state: controlled", "state: closed", '"pounds" is neither controlled, nor accepted, nor open.'),
    ("state: controlled", "state: open", '"pounds" is open and does not say what remains.'),
    ("state: controlled", "state: accepted", '"pounds" is accepted and does not say what remains.'),
    ("after: [4, 1]", "after: [4, 4]", 'The risk of "pounds" is greater with its control than without.'),
    ("after: [4, 1]", "after: [5, 2]", '"pounds" is called controlled at a risk of 10.'),
    (
        '    tests: ["tests/unit/test_there.py::test_it_is_there"]\n',
        "",
        '"pounds" is called controlled, and no test proves it.',
    ),
    ("rules: [iv_dose.bolus]", "rules: iv_dose.bolus", 'rules of "pounds" must be a list of names.'),
    ("  pounds:", "  Pounds and more:", '"Pounds and more" cannot stand in an address.'),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "message"), WRONG)
def test_a_wrong_hazard_is_refused(tmp_path: Path, right: str, wrong: str, message: str) -> None:
    assert RIGHT.count(right) == 1
    hazards, found = log_of(tmp_path, RIGHT.replace(right, wrong))
    assert hazards == []
    assert found == [message]


def test_risks_have_their_names_at_both_ends() -> None:
    named = {score: Risk(1, 1).level for score in (1,)} | {
        Risk(s, k).score: Risk(s, k).level for s, k in ((4, 1), (5, 1))
    }
    assert named == {1: "low", 4: "low", 5: "moderate"}
    assert [Risk(*one).level for one in ((3, 3), (5, 2), (4, 3), (3, 5), (5, 5))] == [
        "moderate", "high", "high", "very high", "very high",
    ]  # fmt: skip


# What it names


def project_with(root: Path, text: str) -> list[str]:
    small_project(root)
    (root / "content" / "hazards.yml").write_text(text, "utf-8")
    test = root / "tests" / "unit" / "test_there.py"
    test.parent.mkdir(parents=True)
    test.write_text("def test_it_is_there() -> None:\n    assert True\n", "utf-8")
    found = problems(Pages(whole_site(Project(root))))
    return [f"{problem.line}: {problem.message}" for problem in found if "stops, and no hazard" not in problem.message]


def test_what_is_there_is_no_problem(tmp_path: Path) -> None:
    assert project_with(tmp_path, RIGHT) == []


@pytest.mark.parametrize("wrong", ["test_there.py::test_it_is_gone", "test_gone.py::test_it_is_there", "test_there.py"])
def test_a_hazard_that_names_a_test_that_does_not_exist_stops_the_build(tmp_path: Path, wrong: str) -> None:
    found = project_with(tmp_path, RIGHT.replace("test_there.py::test_it_is_there", wrong))
    assert found == [f'10: "pounds" names the test tests/unit/{wrong}, which does not exist.']


@pytest.mark.parametrize("wrong", ["house_protocol.PROTOCOL_DOSES", "house_protocols.PROTOCOL_DOSE", "PROTOCOL_DOSE"])
def test_a_hazard_that_names_a_constant_that_does_not_exist_stops_the_build(tmp_path: Path, wrong: str) -> None:
    found = project_with(tmp_path, RIGHT.replace("house_protocol.PROTOCOL_DOSE", wrong))
    assert found == [f'11: "pounds" names the constant {wrong}, which does not exist.']


def test_a_rule_that_stops_without_a_hazard_stops_the_build(tmp_path: Path) -> None:
    small_project(tmp_path)
    (tmp_path / "content" / "hazards.yml").write_text(RIGHT, "utf-8")
    found = [problem.message for problem in problems(Pages(whole_site(Project(tmp_path))))]
    others = {rule.id for rule in stop_rules() if rule.id != "iv_dose.bolus"}
    assert len(others) >= 10
    assert all(any(f"The rule {rule} " in message for message in found) for rule in others)
    assert not any("iv_dose.bolus" in message for message in found)


SPEAKING = """
def warnings(visit):
    yield Notice("stop", "Do not.", rule="a.first", short="no")
    yield Notice("caution", "Look.", rule="a.careful", short="look")
    yield Notice(visit.kind, "It depends.", rule="a.either", short="it depends")
    yield Notice("stop", "By place.", "", "a.placed", "no")
    yield Notice("stop", "Made.", rule=f"a.{visit.level}", short="no")
    yield Notice("stop", "Nameless.")
    yield helped("a.handed")
    yield helped(rule="a.named")


def helped(rule):
    return Notice("stop", "For others.", rule=rule, short="no")
"""


def test_rules_that_stop_are_found_however_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(SPEAKING, "utf-8")
    found = [rule.id for rule in stop_rules(tmp_path)]
    assert found == ["a.first", "a.either", "a.placed", "a.*", "", "a.handed", "a.named"]
    cautions = [rule.id for rule in notice_rules(tmp_path) if rule.kind == "caution"]
    assert cautions == ["a.careful"]


def test_a_rule_that_a_hazard_names_is_one_of_a_calculator_or_of_the_check() -> None:
    patterns = [rule.id for rule in notice_rules()]
    checks = "".join(file.read_text("utf-8") for file in (PROJECT / "press" / "src" / "press").rglob("*.py"))
    unknown = [
        f"{hazard.id}: {rule}"
        for hazard in LOG.hazards
        for rule in hazard.rules
        if not any(fnmatchcase(rule, pattern) for pattern in patterns if pattern) and f'"{rule}"' not in checks
    ]
    assert unknown == []


def test_the_real_log_has_no_problem(pages: Pages) -> None:
    assert [problem.words() for problem in problems(pages)] == []


# What has run


def test_a_report_is_that_of_its_test() -> None:
    assert named_by("tests/unit/test_a.py::test_b[1@2]@group") == "tests/unit/test_a.py::test_b"
    assert named_by("tests/unit/test_a.py::test_b@group") == "tests/unit/test_a.py::test_b"


def test_only_what_was_asked_for_has_to_have_passed() -> None:
    named = ["tests/unit/test_a.py::test_b", "tests/unit/test_a.py::test_c", "tests/e2e/test_d.py::test_e"]
    passed = {"tests/unit/test_a.py::test_b"}
    assert list(not_run(named, passed, ["tests/unit"])) == ["tests/unit/test_a.py::test_c"]
    assert list(not_run(named, passed, ["tests"])) == named[1:]
    assert list(not_run(named, passed, ["."])) == named[1:]
    assert list(not_run(named, passed, [])) == []


# The page


def test_the_page_shows_every_hazard_with_its_state_and_its_risks(pages: Pages) -> None:
    docs = pages.site.docs_page("hazards.md")
    assert docs is not None
    assert docs.problems == ()
    page = BeautifulSoup(pages.docs(docs).html, "html5lib")
    for hazard in LOG.hazards:
        (row,) = page.select(f"tr#{hazard.id}")
        words = " ".join(row.get_text(" ").split())
        for text in (hazard.hazard, hazard.harm, hazard.cause, hazard.control, hazard.remains, STATES[hazard.state]):
            assert " ".join(text.split()) in words
        for risk in (hazard.before, hazard.after):
            assert f"{risk.severity} × {risk.likelihood} = {risk.score}" in words
    counts = Counter(hazard.state for hazard in LOG.hazards)
    said = ", ".join(f"{counts[state]} {words.lower()}" for state, words in STATES.items())
    assert f"{len(LOG.hazards)} hazards: {said}." in page.get_text()
    assert f"A hazard of {CONTROLLED_BELOW} or more is not called controlled." in page.get_text()
