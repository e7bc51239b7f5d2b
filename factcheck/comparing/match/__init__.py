"""Matching: are two claims about the same fact?  Evidence as ladders of comparison levels with integer weights.

>>> from factcheck.comparing.match import load_weights
>>> load_weights().prior < 0
True
"""

from factcheck.comparing.match.score import Match, Matcher
from factcheck.comparing.match.weights import Weights, load_weights

__all__ = ["Match", "Matcher", "Weights", "load_weights"]
