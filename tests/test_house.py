"""The rules of the house, checked against the house itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "tui"
SOURCES = sorted(path for folder in ("tui", "tests", "bench") for path in (ROOT / folder).rglob("*.py"))
SWEEPING_WORDS = ("Manager", "Handler", "Helper", "Utils", "Data", "Info", "Base")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _children() -> Iterator[str]:
    """Folders and modules right under tui/, as the architecture page writes them."""
    for child in sorted(PACKAGE.iterdir()):
        if child.is_dir() and any(child.glob("*.py")):
            yield f"{child.name}/"
        elif child.suffix in (".py", ".tcss") and child.name != "__init__.py":
            yield child.name


def test_no_class_has_a_name_that_says_nothing() -> None:
    classes = [
        (_name(path), node.name)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert [(where, name) for where, name in classes if name.endswith(SWEEPING_WORDS)] == []


def _public_classes() -> dict[str, list[str]]:
    """The classes right in the modules of the program: name -> where they are."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found.setdefault(node.name, []).append(_name(path))
    return found


def test_no_two_classes_of_the_program_share_a_name() -> None:
    assert {name: where for name, where in _public_classes().items() if len(where) > 1} == {}


def test_the_glossary_has_every_class_of_the_model_and_nothing_else() -> None:
    page = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    glossary = page.partition("## Words")[2].partition("\n## ")[0]
    terms = re.findall(r"\*\*(\w+)\*\*", glossary.partition("| printed |")[2])
    model = [
        name
        for name, where in _public_classes().items()
        if any(path.startswith("tui/model/") for path in where)
    ]
    assert sorted(terms) == sorted([*model, "Library"])


@pytest.mark.parametrize("path", [path for path in SOURCES if PACKAGE in path.parents], ids=_name)
def test_no_message_is_answered_twice(path: Path) -> None:
    """Textual calls `on_…` of all classes of a widget: one that calls its super's is run twice."""
    handlers = (
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.lstrip("_").startswith("on_")
    )
    chained = [handler.name for handler in handlers if f"super().{handler.name}(" in ast.unparse(handler)]
    assert chained == []


def test_the_architecture_page_names_every_folder_and_module() -> None:
    page = (ROOT / "docs" / "ARCHITECTURE.md").read_text(encoding="utf-8")
    missing = [child for child in _children() if not re.search(rf"(?<![\w/]){re.escape(child)}", page)]
    assert missing == []


EXAMPLES = "subtitles.py test_library_subtitles.py tags.py".split()
"""Files that the recipes of CONTRIBUTING.md make."""


@pytest.mark.parametrize("page", ["docs/ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_a_page_for_developers_names_nothing_that_is_not_there(page: str) -> None:
    written = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:tui|tests|bench|docs|seeds|themes)/[\w./]*)`", written)
    named = [path for path in named if path.rpartition("/")[2] not in EXAMPLES]
    modules = {name for name in re.findall(r"`(\w+\.py)`", written) if name not in EXAMPLES}
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
    assert sorted(modules - {path.name for path in SOURCES}) == []


def test_every_recipe_names_what_there_is() -> None:
    """The names that the recipes ask for: a page that is followed by somebody who has only the clone."""
    recipes = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Recipes")[2]
    code = re.sub(r"(?s)```.*?```", "", recipes)
    names = {name for name in re.findall(r"`([A-Z]\w*|_[A-Z]\w*)`", code) if name not in ("W", "PATH")}
    sources = "".join(path.read_text(encoding="utf-8") for path in SOURCES if path != Path(__file__))
    assert names
    assert sorted(name for name in names if not re.search(rf"\b{name}\b", sources)) == []


def test_the_press_half_loads_neither_textual_nor_rich() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for folder in ("model", "extract", "search", "related", "library", "commands")
        for path in sorted((PACKAGE / folder).rglob("*.py"))
        if path.name != "__init__.py"
    ]
    code = (
        f"import sys, importlib\n"
        f"for name in {[*modules, 'tui.__main__']!r}: importlib.import_module(name)\n"
        f"print(sorted({{name.partition('.')[0] for name in sys.modules}} & {{'textual', 'rich'}}))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_loads_nothing_but_what_it_prints() -> None:
    code = (
        "import sys; from tui.__main__ import main; main(['--help']);"
        "print(sorted(name for name in sys.modules if name.startswith('tui')), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr.split() == [
        "['tui',",
        "'tui.__main__',",
        "'tui.commands',",
        "'tui.commands.guard',",
        "'tui.commands.help_text']",
    ]


def test_the_first_paint_loads_neither_search_engine_nor_analysis() -> None:
    code = (
        "import sys, tui.app, tui.library.service.folder_library;"
        "heavy = ('tui.search', 'tui.extract', 'tui.related', 'rapidfuzz');"
        "print(sorted(name for name in sys.modules if name.startswith(heavy)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The names of the files in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built).namelist()


def test_the_wheel_carries_the_seeds_and_the_themes(wheel: list[str]) -> None:
    assert sum(name.startswith("tui/seeds/") and name.endswith(".txt") for name in wheel) == 4
    assert sum(name.startswith("tui/themes/") and name.endswith(".toml") for name in wheel) == 6


def test_the_wheel_carries_every_file_of_the_package(wheel: list[str]) -> None:
    ours = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert [name for path in ours if (name := _name(path)) not in wheel] == []
    assert {"tui/py.typed", "tui/cuttings.tcss"} <= set(wheel)


def test_the_wheel_carries_nothing_else(wheel: list[str]) -> None:
    assert {name.partition("/")[0] for name in wheel if ".dist-info/" not in name} == {"tui"}


def test_the_quick_loop_names_tests_that_there_are() -> None:
    quick = re.search(r"^QUICK := (.*?[^\\])$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M | re.S)
    assert quick
    named = quick[1].replace("$(STORY)", "tests/stories/test_story_").replace("\\\n", " ").split()
    assert named
    for path, _, test in (name.partition("::") for name in named):
        assert (ROOT / path).exists(), path
        assert f"def {test}(" in (ROOT / path).read_text(encoding="utf-8") if test else True, test
