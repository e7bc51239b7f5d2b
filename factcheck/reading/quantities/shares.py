"""Fractions that are shares of something: "a third of voters", "two-thirds majority", "1/4 of".

>>> low = "two thirds of voters"
>>> figure = Figure(0, 10, 2 / 3, None, "fraction")
>>> give_share(Source(low, low, 0, len(low)), figure)
>>> figure.unit, figure.dimension
('dimensionless', 'percent')
"""

from __future__ import annotations

from factcheck.reading.quantities.figure import Figure, Source

_OF = (" of ", " the ", " its ", " their ", " his ", " her ", " all ", " our ", " full", " majority", "-majority")


def give_share(source: Source, figure: Figure) -> None:
    """Make a bare fraction below one a share, comparable with percentages (the unit is pint's "dimensionless")."""
    if figure.unit or figure.form != "fraction" or not 0 < figure.value < 1:
        return
    if source.low.startswith(_OF, figure.end) or source.low[figure.start].isalpha():
        figure.unit, figure.dimension, figure.kind = "dimensionless", "percent", "percent"
