"""``factcheck rules list|test``: the rule packs in force, and their embedded examples."""

from __future__ import annotations

import click


@click.group()
def rules() -> None:
    """Rules are YAML files, each with its examples; --rules DIR adds packs of your own."""


_dirs = click.option("--rules", "rules_dirs", multiple=True, type=click.Path(), metavar="DIR", help="More rules.")
_config = click.option("--config", type=click.Path(), metavar="FILE", help="Instead of the nearest factcheck.toml.")


def _folders(rules_dirs: tuple[str, ...], config: str | None) -> tuple[str, ...]:
    from factcheck.settings import Settings

    return Settings.load(config, overrides={"rules_dirs": rules_dirs})[0].rules_dirs


@rules.command("list")
@_dirs
@_config
@click.option("-f", "--format", type=click.Choice(["text", "markdown"]), default="text", help="text is the default.")
def list_rules(rules_dirs: tuple[str, ...], config: str | None, format: str) -> None:
    """List the rules in force: id, severity, name, what it finds."""
    from factcheck.cli.running import print_text
    from factcheck.rulebook import rules_in_force
    from factcheck.rulebook.render import index

    found = rules_in_force(_folders(rules_dirs, config))
    if format == "markdown":
        print_text(index(found))
        return
    width = max(len(rule.name) for rule in found)
    print_text("".join(f"{rule.id}  {rule.severity:<7}  {rule.name:<{width}}  {rule.summary}\n" for rule in found))


@rules.command("test")
@_dirs
@_config
def run_examples(rules_dirs: tuple[str, ...], config: str | None) -> int:
    """Run every rule's examples; exits with 1 when one does not give what it says."""
    from factcheck.cli.running import CLEAN, CONFLICTS, print_text
    from factcheck.comparing.judge.example import judge_example
    from factcheck.pipeline import read_passage
    from factcheck.rulebook import rules_in_force
    from factcheck.rulebook.examples import run_examples as outcomes

    found = rules_in_force(_folders(rules_dirs, config))
    passed = failed = 0
    for outcome in outcomes(found, read_passage, judge_example):
        passed, failed = passed + outcome.passed, failed + (not outcome.passed)
        if not outcome.passed:
            print_text(f"{outcome.words}\n")
    print_text(f"{len(found)} rules: {passed} examples as expected, {failed} not\n")
    return CONFLICTS if failed else CLEAN
