"""Judging: what two aligned claims, or one claim and what can be computed, say about each other.

>>> from factcheck.comparing.judge import ORDER
>>> ORDER
('agree', 'compatible', 'superseded', 'conflict')
"""

from factcheck.comparing.judge.arithmetic import recompute
from factcheck.comparing.judge.verdicts import ORDER, judge, judge_by

__all__ = ["ORDER", "judge", "judge_by", "recompute"]
