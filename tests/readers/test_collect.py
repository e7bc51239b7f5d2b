"""Which files a run reads, and the mistakes that stop it."""

import pytest

from factcheck.errors import UserError
from factcheck.readers.collect import collect


@pytest.fixture
def tree(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deep/d.txt", "picture.png", "build/e.txt"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def paths(found):
    return [file.path for file in found.files]


def test_a_folder_is_walked_in_sorted_order_files_before_folders(tree):
    found = collect(["pages"], base=tree)
    assert paths(found) == [
        *("pages/a.txt", "pages/b.txt", "pages/build/e.txt", "pages/sub/c.txt", "pages/sub/deep/d.txt")
    ]
    assert found.skipped == ((".png", 1),)


def test_paths_stay_as_given_and_are_read_once(tree):
    assert paths(collect(["./pages/sub/", "pages/sub/c.txt", "pages/a.txt"], base=tree)) == [
        *("pages/sub/c.txt", "pages/sub/deep/d.txt", "pages/a.txt")
    ]


def test_gitignore_is_respected_also_a_nested_one(tree):
    (tree / "pages/.gitignore").write_text("build/\n*.txt\n!c.txt\n!b.txt\n")
    (tree / "pages/sub/.gitignore").write_text("!d.txt\n")
    found = collect(["pages"], base=tree)
    assert paths(found) == ["pages/b.txt", "pages/sub/c.txt", "pages/sub/deep/d.txt"]
    assert dict(found.skipped) == {".gitignore": 2, ".png": 1}


def test_gitignore_of_the_repository_holds_below_it_but_not_for_what_is_named(tree):
    (tree / ".git").mkdir()
    (tree / ".gitignore").write_text("build/\nb.txt\n")
    assert "pages/b.txt" not in paths(collect(["pages"], base=tree))
    assert paths(collect(["pages/build", "pages/b.txt"], base=tree)) == ["pages/build/e.txt", "pages/b.txt"]


def test_include_and_exclude(tree):
    assert paths(collect(["pages"], include=["sub/**"], base=tree)) == ["pages/sub/c.txt", "pages/sub/deep/d.txt"]
    found = collect(["pages"], exclude=["deep/", "pages/b.txt", "build"], base=tree)
    assert paths(found) == ["pages/a.txt", "pages/sub/c.txt"]
    assert dict(found.skipped)["--exclude"] == 3


def test_symbolic_links_inside_a_folder_are_not_followed(tree):
    (tree / "outside.txt").write_text("outside")
    (tree / "pages/link.txt").symlink_to(tree / "outside.txt")
    (tree / "pages/loop").symlink_to(tree / "pages")
    found = collect(["pages"], base=tree)
    assert len(found.files) == 5
    assert dict(found.skipped)["symbolic link"] == 2


def test_standard_input_is_a_file_of_json_lines(tree):
    (file,) = collect(["-"], base=tree).files
    assert (file.path, file.suffix) == ("-", ".jsonl")


def test_missing_paths_are_all_reported_with_a_suggestion(tree):
    with pytest.raises(UserError) as error:
        collect(["pagse", "pages/a.text"], base=tree)
    assert str(error.value).splitlines() == [
        "pagse: no such file or folder (did you mean 'pages'?)",
        "pages/a.text: no such file or folder (did you mean 'a.txt'?)",
    ]


def test_a_folder_with_nothing_to_read_is_a_mistake(tree):
    (tree / "empty").mkdir()
    with pytest.raises(UserError, match=r"empty: nothing to read \(readers take .*\.txt"):
        collect(["empty"], base=tree)
    (tree / "empty/x.png").write_text("")
    with pytest.raises(UserError, match=r"passed over: 1 × \.png"):
        collect(["empty"], base=tree)


def test_a_named_file_that_no_reader_takes_is_a_mistake(tree):
    with pytest.raises(UserError, match=r"pages/picture.png: no reader for '.png'"):
        collect(["pages/picture.png"], base=tree)
