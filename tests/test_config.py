from pathlib import Path

import pytest

from tui.config import Config, line_of, load_config


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_no_file_means_the_defaults_and_no_problem(file: Path) -> None:
    assert load_config(file) == (Config(), ())


def test_every_setting_is_read(file: Path) -> None:
    file.write_text(
        'library = "/press"\ntheme = "slate"\nglyphs = "plain"\nmeasure = 72\nwatch = false\n'
        '[keys]\nstar = "+"\nnext = ["j", "down"]\nquit = []\n[map]\ntitle = "kop"\ntext = "a.b"\n',
        encoding="utf-8",
    )
    config, problems = load_config(file)
    assert problems == ()
    keys = {"star": ("+",), "next": ("j", "down"), "quit": ()}
    fields = {"headline": "kop", "text": "a.b"}
    assert config == Config(Path("/press"), "slate", "plain", 72, False, keys, fields)


def test_a_tilde_is_the_home(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reporter")
    file.write_text('library = "~/press"')
    assert load_config(file)[0].library == Path("/home/reporter/press")


def test_an_unknown_key_is_named_with_its_nearest_known_one_and_the_rest_stands(file: Path) -> None:
    file.write_text('mesure = 60\ntheme = "sepia"')
    config, (problem,) = load_config(file)
    assert config == Config(theme="sepia")
    assert problem.path == f"{file}:1"
    assert problem.words.startswith("mesure: ")
    assert "measure" in problem.remedy


@pytest.mark.parametrize(
    "line",
    [
        "library = 3",
        'library = ""',
        "theme = true",
        'watch = "no"',
        "watch = 1",
        'glyphs = "emoji"',
        "glyphs = []",
        'map = "title"',
        "map = {title = 1}",
        'map = {colour = "x"}',
        "measure = true",
        "measure = 0",
        "measure = 9999",
        'measure = "68"',
        'keys = "j"',
        "[keys]\nstar = 1",
        "[keys]\nstar = [1]",
    ],
)
def test_a_wrong_value_is_a_problem_that_names_the_key_and_the_default_stands(line: str, file: Path) -> None:
    file.write_text(line)
    config, (problem,) = load_config(file)
    assert config == Config()
    assert problem.path == f"{file}:{line.count(chr(10)) + 1}"
    key = ".".join(part.split(" =")[0].strip("[]") for part in line.split("\n"))
    assert problem.words.startswith(f"{key}: ")


def test_one_wrong_key_leaves_the_others_as_they_were_wished(file: Path) -> None:
    file.write_text('theme = "slate"\n\n[keys]\n# mine\nstar = 3\nquit = "Q"\n')
    config, (problem,) = load_config(file)
    assert config == Config(theme="slate", keys={"quit": ("Q",)})
    assert problem.path == f"{file}:5"


@pytest.mark.parametrize(
    ("source", "names", "line"),
    [
        ("a = 1\n\n# no\nb = 2\n", ("b",), 4),
        ('a = """\nb = 1\n"""\nb = 2', ("b",), 4),
        ("[keys]\nstar = [\n'x',\n]\nquit = 'q'", ("keys", "star"), 2),
        ("[keys]\nstar = [\n'x',\n]\nquit = 'q'", ("keys", "quit"), 5),
        ("keys = { star = 'x' }", ("keys", "star"), 1),
        ("keys.star = 'x'\nkeys.quit = 'q'", ("keys", "quit"), 2),
        ("a = 1", ("b",), 0),
        ("a = 1\r\nb = 2\r\n", ("b",), 2),
    ],
)
def test_the_line_of_a_setting_is_the_one_it_begins_on(
    source: str, names: tuple[str, ...], line: int, file: Path
) -> None:
    file.write_bytes(source.encode())
    assert line_of(file, *names) == line


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"measure = 60\ntheme = \n", ":2"),
        (b'measure = 60\ntheme = "', ":2"),
        (b'measure = 60\ntheme = "caf\xe9"', ":2"),
        (b"\xff\xfe\x00", ":1"),
    ],
)
def test_a_file_that_cannot_be_understood_is_one_problem_and_the_defaults(
    content: bytes, line: str, file: Path
) -> None:
    file.write_bytes(content)
    config, (problem,) = load_config(file)
    assert config == Config()
    assert problem.path == f"{file}{line}"


def test_a_byte_order_mark_is_allowed(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbftheme = "slate"')
    assert load_config(file) == (Config(theme="slate"), ())


def test_a_folder_in_place_of_the_file_is_a_problem(tmp_path: Path) -> None:
    config, (problem,) = load_config(tmp_path)
    assert config == Config()
    assert "cannot be read" in problem.words
