"""The working folder and the command line of the tests here."""

from tests.in_pages import pages, run

__all__ = ["pages", "run"]
