"""The language server ``factcheck lsp``: conflicts as diagnostics, facts on hover, waivers as code actions.

Needs the extra ``lsp`` (pygls). ``folder`` holds what is known of a workspace folder, ``diagnostics``, ``hover`` and
``waive`` say it in the protocol's types, ``server`` listens to the editor.
"""
