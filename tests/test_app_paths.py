from pathlib import Path

import pytest

from tui import app_paths
from tui.__main__ import main


def test_the_seeds_and_themes_are_found_in_a_checkout() -> None:
    assert any(app_paths.shipped("seeds").glob("*.txt"))
    assert any(app_paths.shipped("themes").glob("*.toml"))


def test_a_folder_inside_the_package_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "tui" / "seeds"
    inside.mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    monkeypatch.setattr(app_paths, "PACKAGE", tmp_path / "tui")
    assert app_paths.shipped("seeds") == inside


@pytest.mark.parametrize(
    ("variable", "place"),
    [
        ("XDG_CONFIG_HOME", app_paths.config_home),
        ("XDG_DATA_HOME", app_paths.data_home),
        ("XDG_CACHE_HOME", app_paths.cache_home),
    ],
)
def test_an_absolute_xdg_variable_chooses_the_directory_and_nothing_is_made(
    variable: str, place: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, str(tmp_path / "own"))
    assert callable(place)
    assert place() == tmp_path / "own" / "cuttings"
    assert not (tmp_path / "own").exists()


def test_a_relative_xdg_variable_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    assert app_paths.cache_home() == tmp_path / ".cache" / "cuttings"


def test_macos_has_its_own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "darwin")
    assert app_paths.config_file() == tmp_path / "Library/Application Support/cuttings/config.toml"


def test_without_a_home_a_place_is_named_that_cannot_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError

    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(Path, "home", no_home)
    assert app_paths.data_home().is_relative_to(app_paths.NO_HOME)


@pytest.mark.parametrize("home", ["somewhere", "./here", "../up"])
def test_a_relative_home_is_none(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", home)
    assert app_paths.data_home().is_absolute()
    assert home not in str(app_paths.data_home())


def test_what_is_ignored_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", "/somewhere")
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("XDG_DATA_HOME", "")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/etc")
    assert app_paths.ignored_variables() == ["XDG_CACHE_HOME"]
    assert main(["--version"]) == 0
    assert capsys.readouterr().err == "cuttings: XDG_CACHE_HOME is ignored: it names no absolute path\n"
