"""``factcheck lsp``: the language server, on standard input and output."""

from __future__ import annotations

import click


@click.command(short_help="Serve an editor.")
def lsp() -> None:
    """Serve an editor over standard input and output (Language Server Protocol).

    Conflicts are shown as diagnostics with the other places beside them, figures explain themselves on hover, and a
    conflict can be waived where it stands. The settings are those of the workspace folder.
    """
    from factcheck.cli.today import today
    from factcheck.errors import UserError

    try:
        from factcheck.lsp.server import make_server
    except ImportError as fault:
        if fault.name is None or fault.name.partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise UserError("the language server is not installed", hint="pip install factcheck-sources[lsp]") from fault
    make_server(today).start_io()
