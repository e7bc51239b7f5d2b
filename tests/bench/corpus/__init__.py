"""A generated corpus: dated articles from many sources over many stories, with known facts, conflicts, look-alikes.

Everything follows from the seed and the number of documents. Articles come in order of publication, one at a time;
what is kept in memory are the stories being told at that moment, never the corpus.

>>> corpus = Corpus(seed=1, documents=200)
>>> articles = list(generate(corpus))
>>> len(articles), articles == list(generate(corpus))
(200, True)
"""

from __future__ import annotations

from tests.bench.corpus.generate import Article, generate
from tests.bench.corpus.story import Corpus
from tests.bench.corpus.truth import Place, Truth

__all__ = ["Article", "Corpus", "Place", "Truth", "generate"]
