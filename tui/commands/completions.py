"""`cuttings completions`: what a shell needs to complete the commands and their options."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator

from tui.commands.command_syntax import READER, Option, Syntax, every_syntax

_BASH = """\
# cuttings completions bash > ~/.local/share/bash-completion/completions/cuttings
_cuttings() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} words=
    if [ "$COMP_CWORD" -eq 1 ]; then
        words="{first}"
    else
        case ${{COMP_WORDS[1]}} in
{cases}
        esac
    fi
    COMPREPLY=($(compgen -W "$words" -- "$word"))
}}
complete -o bashdefault -o default -F _cuttings cuttings
"""
_ZSH = """\
#compdef cuttings
# cuttings completions zsh > a folder of $fpath, as _cuttings
_cuttings() {{
    local -a commands
    commands=(
{commands}
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        _arguments {options} '*:file:_files'
        return
    fi
    local command=$words[2]
    shift words
    (( CURRENT-- ))
    case $command in
{cases}
    *) _files ;;
    esac
}}
_cuttings "$@"
"""


def run(options: argparse.Namespace) -> int:
    """Write the completions for that shell."""
    sys.stdout.write(_SHELLS[options.shell](every_syntax()))
    return 0


def _flags(options: tuple[Option, ...]) -> Iterator[str]:
    for option in options:
        yield from option.flags


def _bash(commands: tuple[Syntax, ...]) -> str:
    first = " ".join([*(command.name for command in commands), *_flags(READER)])
    cases = "\n".join(
        f'        {one.name}) words="{" ".join([*_flags(one.options), *one.choices])}" ;;' for one in commands
    )
    return _BASH.format(first=first, cases=cases)


def _zsh(commands: tuple[Syntax, ...]) -> str:
    listed = "\n".join(f"        {_quoted(f'{one.name}:{one.words}')}" for one in commands)
    cases = "\n".join(f"    {one.name}) _arguments {_zsh_case(one)} ;;" for one in commands)
    options = " ".join(_zsh_options(READER))
    return _ZSH.format(commands=listed, options=options, cases=cases)


def _zsh_case(command: Syntax) -> str:
    operands = f"'*:word:({' '.join(command.choices)})'" if command.choices else "'*:file:_files'"
    return " ".join([*_zsh_options(command.options), operands])


def _zsh_options(options: tuple[Option, ...]) -> Iterator[str]:
    for option in options:
        words = "".join(f"\\{sign}" if sign in "[]:\\" else sign for sign in option.words)
        value = f":{option.value}:" if option.value else ""
        yield from (_quoted(f"{flag}[{words}]{value}") for flag in option.flags)


def _fish(commands: tuple[Syntax, ...]) -> str:
    lines = ["# cuttings completions fish > ~/.config/fish/completions/cuttings.fish"]
    lines += [f"complete -c cuttings -n __fish_use_subcommand {_fish_option(option)}" for option in READER]
    for one in commands:
        lines.append(f"complete -c cuttings -n __fish_use_subcommand -a {one.name} -d {_quoted(one.words)}")
        seen = f"complete -c cuttings -n {_quoted(f'__fish_seen_subcommand_from {one.name}')}"
        lines += [f"{seen} {_fish_option(option)}" for option in one.options]
        lines += [f"{seen} -f -a {choice}" for choice in one.choices]
    return "\n".join(lines) + "\n"


def _fish_option(option: Option) -> str:
    flags = [f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags]
    value = ["-r"] if option.value else []
    return " ".join([*flags, *value, "-d", _quoted(option.words)])


def _quoted(words: str) -> str:
    """The words in single quotation marks: what shells read as it stands."""
    return "'" + words.replace("'", "’") + "'"


_SHELLS: dict[str, Callable[[tuple[Syntax, ...]], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
