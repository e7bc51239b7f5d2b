"""The command line: ``factcheck COMMAND``. Each command is a module of this folder, imported when it is called.

>>> sorted(COMMANDS)
['accept', 'cache', 'check', 'completion', 'explain', 'extract', 'init', 'lsp', 'rules', 'watch']
"""

from factcheck.cli.group import COMMANDS, factcheck
from factcheck.cli.running import main

__all__ = ["COMMANDS", "factcheck", "main"]
