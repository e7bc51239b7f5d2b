"""``factcheck cache info|clean``: what the cache holds, and emptying it."""

from __future__ import annotations

import click


def _cache_folder(config: str | None, cache_dir: str | None) -> str:
    from factcheck.errors import UserError
    from factcheck.settings import Settings

    settings, origins = Settings.load(config, overrides={"cache_dir": cache_dir})
    if settings.cache_dir is None:
        raise UserError("the configuration keeps no cache", path=origins["cache_dir"])
    return settings.cache_dir


@click.group()
def cache() -> None:
    """Readings of files are kept between runs, by content; nothing is lost by emptying the cache."""


_config = click.option("--config", type=click.Path(), metavar="FILE", help="Instead of the nearest factcheck.toml.")
_folder = click.option("--cache-dir", type=click.Path(), metavar="DIR", help="Instead of .factcheck/ by the settings.")


@cache.command()
@_config
@_folder
def info(config: str | None, cache_dir: str | None) -> None:
    """Say where the cache is and what it holds."""
    from factcheck.cli.running import print_text
    from factcheck.store.cache import info as cache_info

    held = cache_info(_cache_folder(config, cache_dir))
    print_text(f"{held.path}: {held.entries} files read, {held.size:,} bytes\n")


@cache.command()
@_config
@_folder
def clean(config: str | None, cache_dir: str | None) -> None:
    """Remove what the cache holds."""
    from factcheck.cli.running import print_text
    from factcheck.errors import UserError
    from factcheck.store.cache import clean as clean_cache

    folder = _cache_folder(config, cache_dir)
    try:
        held = clean_cache(folder)
    except OSError as fault:
        raise UserError(f"cannot empty the cache: {fault.strerror}", path=folder) from fault
    print_text(f"{held.path}: removed {held.entries} files read, {held.size:,} bytes\n")
