"""``factcheck explain ID``: a rule, or a conflict of the last report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from factcheck.model import Conflict, Report
    from factcheck.model.finding import Step


# So many conflicts are named to somebody who asked for one that is not there.
_NAMED = 5


def _complete_id(context: click.Context, parameter: click.Parameter, typed: str) -> list[str]:
    """Rules in force, and conflicts of the last report, by the settings that the command would take; none of them
    where these are wrong: a shell that completes is no place for their mistakes."""
    from factcheck.errors import UserError
    from factcheck.rulebook import rules_in_force
    from factcheck.settings import Settings
    from factcheck.store import last_report

    given = {name: context.params.get(name) for name in ("rules_dirs", "cache_dir")}
    try:
        settings, _ = Settings.load(context.params.get("config"), overrides=given)
        rules = rules_in_force(settings.rules_dirs)
    except UserError:
        return []
    report = last_report.load(settings.cache_dir)
    known = [*(rule.id for rule in rules), *(each.id for each in (report.conflicts if report else ()))]
    return [each for each in known if each.lower().startswith(typed.lower())]


@click.command()
@click.argument("id", shell_complete=_complete_id)
@click.option("--rules", "rules_dirs", multiple=True, type=click.Path(), metavar="DIR", help="More rules.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Instead of the nearest factcheck.toml.")
@click.option("--cache-dir", type=click.Path(), metavar="DIR", help="Where the last report was kept.")
def explain(id: str, rules_dirs: tuple[str, ...], config: str | None, cache_dir: str | None) -> None:
    """Explain a rule (FC101): what it finds, why, its false positives and examples.

    Or a conflict of the last report (fc-3f9a1c02): every step that led to it.
    """
    from factcheck.cli.running import print_text
    from factcheck.settings import Settings

    settings, _ = Settings.load(config, overrides={"rules_dirs": rules_dirs, "cache_dir": cache_dir})
    is_conflict = id.startswith("fc-")
    explained = _conflict(id, settings.cache_dir, settings.rules_dirs) if is_conflict else None
    print_text(explained or _rule(id.upper(), settings.rules_dirs))


def _conflict(id: str, cache_dir: str | None, rules_dirs: tuple[str, ...]) -> str:
    from factcheck.errors import UserError, did_you_mean
    from factcheck.store import last_report

    report = last_report.load(cache_dir)
    if report is None:
        raise UserError("there is no report to explain", hint="run factcheck check first, without --no-cache")
    for conflict in report.conflicts:
        if conflict.id == id:
            return explained(conflict, report, rules_dirs)
    known = [conflict.id for conflict in report.conflicts]
    more = f" and {len(known) - _NAMED} more" if len(known) > _NAMED else ""
    hint = did_you_mean(id, known) or (f"it has {', '.join(known[:_NAMED])}{more}" if known else "it has none")
    raise UserError(f"the last report has no conflict {id!r}", hint=hint)


def explained(conflict: Conflict, report: Report, rules_dirs: tuple[str, ...]) -> str:
    """The whole chain of one conflict of a report."""
    from factcheck.writers.explain import explain_conflict

    return explain_conflict(conflict, report, _steps(conflict, report, rules_dirs))


def _steps(conflict: Conflict, report: Report, rules_dirs: tuple[str, ...]) -> tuple[Step, ...]:
    """The rule's ladder, climbed once more for the pair that gave the verdict; () where that cannot be done."""
    from factcheck.comparing.climb import climb
    from factcheck.rulebook import rules_in_force

    by_id = {claim.claim_id: claim for position in conflict.positions for claim in position.claims}
    pair = [by_id[each] for each in conflict.judged if each in by_id]
    rules = {rule.id: rule for rule in rules_in_force(rules_dirs)}
    return climb(pair, rules.get(conflict.rule), {card.doc_id: card for card in report.documents})


def _rule(id: str, rules_dirs: tuple[str, ...]) -> str:
    from factcheck.errors import UserError, did_you_mean
    from factcheck.rulebook import rules_in_force
    from factcheck.rulebook.render import rule_page

    rules = {rule.id: rule for rule in rules_in_force(rules_dirs)}
    if id not in rules:
        raise UserError(f"there is no rule {id!r}", hint=did_you_mean(id, rules) or "factcheck rules list names them")
    return rule_page(rules[id])
