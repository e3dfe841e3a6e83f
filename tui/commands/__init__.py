"""The command line: one module a command. Never imports Textual."""
