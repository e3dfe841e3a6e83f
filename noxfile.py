"""What `make test` checks, on every Python that pyproject.toml declares: `nox`, or `nox -s checks-3.12`."""

import nox

nox.needs_version = ">=2025.2.9"
nox.options.error_on_missing_interpreters = False

PYPROJECT = nox.project.load_toml("pyproject.toml")


@nox.session(python=nox.project.python_versions(PYPROJECT))
def checks(session: nox.Session) -> None:
    """Format, lint, types, layers and tests."""
    session.install("--editable", ".", *nox.project.dependency_groups(PYPROJECT, "dev"))
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("mypy")
    session.run("lint-imports")
    session.run("pytest", "--numprocesses", "auto", *session.posargs)
