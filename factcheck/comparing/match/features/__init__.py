"""The comparison levels, one feature each: ``level`` names the rung, ``detail`` says it to a reader.

>>> {"closeness", "context", "contrast"} <= {feature.name for feature in FEATURES}
True
"""

from factcheck.comparing.match.features import about, context, exchange, place, release, structure, value, wording
from factcheck.comparing.match.features.ladder import Feature

FEATURES: tuple[Feature, ...] = tuple(
    sorted(
        (
            *about.FEATURES,
            *context.FEATURES,
            *exchange.FEATURES,
            *value.FEATURES,
            *place.FEATURES,
            *release.FEATURES,
            *structure.FEATURES,
            *wording.FEATURES,
        ),
        key=lambda feature: feature.name,
    )
)

__all__ = ["FEATURES", "Feature"]
