"""Loading rule packs: every mistake at once, each with its line, a caret and what was probably meant."""

from pathlib import Path

import pytest

from factcheck.errors import CombinedUserError, UserError
from factcheck.rulebook.load import builtin_packs, load_rules, rule_cards, rules_in_force

GOOD = """\
id: XY001
name: ferries-differ
severity: warning
summary: Two timetables differ.
why: Because.
applies: {measure: [ferries], kind: [count]}
ladder:
  - incomparable: {missing: value}
  - agree:
      - {values: overlap}
      - {gap: "<= 1 %"}
  - conflict: {attributed: differs}
    class: dispute
  - conflict: otherwise
message: "{left.quote} / {right.quote}"
false_positives: [Another harbour.]
examples:
  - {expect: conflict, left: "Nine ferries sail.", right: {text: "Seven ferries sail.", published: 2024-05-03}}
"""


def pack(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def mistakes(folder: Path) -> list[UserError]:
    with pytest.raises(UserError) as caught:
        load_rules(folder)
    error = caught.value
    return list(error.errors) if isinstance(error, CombinedUserError) else [error]


def test_a_good_rule_is_read_as_it_stands(tmp_path):
    (rule,) = load_rules(pack(tmp_path, ferries=GOOD))
    assert (rule.id, rule.name, rule.severity, rule.conflict_class) == (
        "XY001", "ferries-differ", "warning", "contradiction",
    )  # fmt: skip
    assert [rung.words for rung in rule.ladder] == [
        "missing value", "values overlap, or gap <= 1 %", "attributed differs", "otherwise",
    ]  # fmt: skip
    assert [rule.class_of(rung) for rung in rule.ladder][2:] == ["dispute", "contradiction"]
    assert [rule.severity_of(rung) for rung in rule.ladder] == ["note", "note", "warning", "warning"]
    assert rule.applies.measure == ("ferries",)
    assert rule.examples[0].right is not None
    assert rule.examples[0].right.published == "2024-05-03"
    assert (rule.line, rule.examples[0].line) == (1, 18)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("values: overlap", "valuez: overlap", "10:10: unknown condition 'valuez' (did you mean 'values'?)"),
        ("values: overlap", "values: overlaps", "did you mean 'overlap'?"),
        ('"<= 1 %"', '"<= 1 h"', "11:10: condition 'gap': unknown unit 'h'"),
        ("  - agree:\n", "  - agrees:\n", "9:5: unknown verdict 'agrees' (did you mean 'agree'?)"),
        ("class: dispute", "class: disput", "13:5: unknown class 'disput' (did you mean 'dispute'?)"),
        ("severity: warning", "severity: warn", "3:1: unknown severity 'warn' (did you mean 'warning'?)"),
        ("kind: [count]", "kind: [cuont]", "unknown kind 'cuont' (did you mean 'count'?)"),
        ("measure: [ferries]", "mesure: [ferries]", "6:11: unknown key 'mesure' (did you mean 'measure'?)"),
        ("summary: Two", "sumary: Two", "4:1: unknown key 'sumary' (did you mean 'summary'?)"),
        ("{right.quote}", "{right.qoute}", "unknown placeholder {right.qoute} (did you mean 'right.quote'?)"),
        ("id: XY001", "id: 17", "1:1"),
        ("name: ferries-differ", "name: Ferries Differ", "lower-case words joined by hyphens"),
        ("  - conflict: otherwise\n", "", "the last rung must be 'otherwise'"),
        ("  - incomparable: {missing: value}\n", "  - agree: otherwise\n", "hides the rungs below it"),
        ("severity: warning", "severity: warning\ncheck: recompute", "needs a formula"),
        ("severity: warning", "severity: warning\nformula: order", "does not belong to check: compare"),
        ('left: "Nine ferries sail.", right:', "text:", "has 'left' and 'right'"),
        ('left: "Nine ferries sail."', "left: 9", "a passage is a text"),
        ("false_positives: [Another harbour.]\n", "", "missing key 'false_positives'"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(tmp_path, old, new, said):
    assert old in GOOD
    found = mistakes(pack(tmp_path, ferries=GOOD.replace(old, new)))
    told = "\n".join(str(error) for error in found)
    assert said in told
    assert "^" in told


def test_all_mistakes_of_all_files_are_told_at_once_in_order(tmp_path):
    first = GOOD.replace("valu", "vulu").replace("attributed", "atributed")
    second = GOOD.replace("gap", "gape").replace("XY001", "XY002").replace("ferries-differ", "boats-differ")
    found = mistakes(pack(tmp_path, a=first, b=second))
    places = [(Path(error.path).name, error.line) for error in found]
    assert places == [("a.yaml", 8), ("a.yaml", 10), ("a.yaml", 12), ("b.yaml", 11)]
    assert all(error.source and error.column for error in found)


def test_ids_and_names_are_used_once(tmp_path):
    found = mistakes(pack(tmp_path, a=GOOD, b=GOOD))
    assert [error.message.split(" is")[0] for error in found] == ["id 'XY001'", "name 'ferries-differ'"]
    assert all(Path(error.path).name == "b.yaml" and "a.yaml" in error.message for error in found)


@pytest.mark.parametrize("text", ["id: [", "id: XY001\n name: x\n", "id: XY001\nid: XY002\n", "- a\n- b\n", "", "\t"])
def test_a_file_that_is_no_rule_is_one_mistake(tmp_path, text):
    (error,) = mistakes(pack(tmp_path, odd=text))
    assert error.path.endswith("odd.yaml")


def test_bytes_that_are_no_text_are_a_mistake(tmp_path):
    (tmp_path / "odd.yaml").write_bytes(b"id: \xff\xfe")
    (error,) = mistakes(tmp_path)
    assert "UTF-8" in str(error)


def test_a_missing_and_an_empty_folder_are_mistakes(tmp_path):
    assert "no such folder" in str(mistakes(tmp_path / "nowhere")[0])
    assert "no rules" in str(mistakes(tmp_path)[0])


def test_further_packs_join_the_built_in_ones(tmp_path):
    rules = rules_in_force([str(pack(tmp_path, ferries=GOOD))])
    assert "XY001" in {rule.id for rule in rules}
    assert len(rules) == len(load_rules(builtin_packs())) + 1
    assert [card.id for card in rule_cards(rules)] == [rule.id for rule in rules] == sorted(rule.id for rule in rules)


def test_a_further_pack_cannot_reuse_a_built_in_id(tmp_path):
    folder = pack(tmp_path, ferries=GOOD.replace("XY001", "FC101"))
    with pytest.raises(UserError, match=r"id 'FC101' is already used by rules/quantities/quantities-differ\.yaml"):
        rules_in_force([str(folder)])


KEYS = (
    "id", "name", "severity", "summary", "why", "applies", "ladder", "message", "false_positives", "examples", "check",
    "class", "formula", "inputs", "known_gaps",
)  # fmt: skip
ODD = (
    None,
    3,
    [],
    {},
    "x",
    [1],
    {"a": 1},
    [[]],
    [{"agree": None}],
    [{3: 4}],
    [{"conflict": [{"values": ["a"]}]}],
    True,
)


def said_of(folder: Path) -> str:
    try:
        load_rules(folder)
    except UserError as error:
        return str(error)
    return ""


@pytest.mark.parametrize("key", KEYS)
def test_whatever_stands_in_a_file_only_the_users_mistakes_are_raised(tmp_path, key):
    from ruamel.yaml import YAML

    yaml = YAML(typ="safe")
    for odd in ODD:
        data = yaml.load(GOOD)
        data[key] = odd
        with (tmp_path / "odd.yaml").open("w", encoding="utf-8") as file:
            yaml.dump(data, file)
        told = said_of(tmp_path)
        assert told == "" or "odd.yaml" in told
