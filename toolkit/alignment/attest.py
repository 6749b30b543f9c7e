"""
How concepts are really rendered, counted in sentences that people have translated.

For each name of a concept in a sentence, the translation is asked which of the concept's forms it carries. Where it
carries none again and again, what these translations share and others lack is proposed as a form, with the sentences
as evidence: a person decides.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from toolkit.lang import language
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept, Status, Term
    from toolkit.glossary.find.finder import Match
    from toolkit.memory.pair import Pair

#: How many sentences are kept for each form.
_SHOWN = 5
#: A form is proposed when so many translations share it, and so large a part of those that carry no known form.
_LEAST, _SHARE = 2, 0.5
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_RUN = re.compile(r"[ァ-ヺー・]{2,}|[一-鿿々]{2,}|[A-Za-z]{2,}")
#: Longest proposal, in words.
_WORDS = 5


@dataclass(slots=True)
class Form:
    """
    One way in which translations render a concept.

    Attributes:
        text: As it stands there; empty for translations that carry no known form.
        status: Of the term in the glossary; None for a proposal and for none.
        count: How many sentences have it.
        sentences: Some of them: source, translation, where from.
    """

    text: str
    status: Status | None
    count: int = 0
    sentences: list[tuple[str, str, str]] = field(default_factory=list)

    def add(self, pair: Pair) -> None:
        """Count one more sentence."""
        self.count += 1
        if len(self.sentences) < _SHOWN:
            self.sentences.append((pair.source, pair.target, pair.origin))

    @property
    def origins(self) -> tuple[str, ...]:
        """Where the kept sentences come from, for the glossary's ``source``."""
        return tuple(dict.fromkeys(origin for _, _, origin in self.sentences if origin))


@dataclass(frozen=True, slots=True)
class Attested:
    """
    What translations into one language say for a concept.

    Attributes:
        concept: The concept.
        lang: Code of the language of the translations.
        times: How many sentences name it in the other language.
        forms: What stands for it, the most frequent first.
        missing: The sentences whose translation has none of its forms.
        proposed: Forms that the glossary does not have yet, with the sentences that show them.
    """

    concept: Concept
    lang: str
    times: int
    forms: tuple[Form, ...]
    missing: Form
    proposed: tuple[Form, ...]


def attest(pairs: Iterable[Pair], glossary: Glossary) -> list[Attested]:
    """
    Count how the glossary's concepts are rendered in translated sentences, in both directions.

    Args:
        pairs: Sentences with their translations.
        glossary: The concepts.

    Returns:
        One entry for each concept and language that the pairs say something about, the most frequent first.
    """
    forms: dict[tuple[str, str], dict[str, Form]] = {}
    missing: dict[tuple[str, str], list[Pair]] = {}
    times: Counter[tuple[str, str]] = Counter()
    background: dict[str, Counter[str]] = {}
    sizes: Counter[str] = Counter()
    concepts: dict[str, Concept] = {}
    for pair in both_ways(pairs):
        taken = glossary.find(pair.target, pair.target_lang)
        finder = glossary.finder(pair.target_lang)
        sizes[pair.target_lang] += 1
        background.setdefault(pair.target_lang, Counter()).update(_pieces(pair.target, pair.target_lang))
        for concept in {m.concept.id: m.concept for m in glossary.find(pair.source, pair.source_lang)}.values():
            key = concept.id, pair.target_lang
            concepts[concept.id] = concept
            times[key] += 1
            # A form inside a longer name counts only if there is no other: quan hệ Việt Nam - Nhật Bản
            spots = finder.spots(concept, pair.target, taken) or finder.spots(concept, pair.target)
            found = _carried(concept, pair, taken, spots)
            for text, status in found.items():
                forms.setdefault(key, {}).setdefault(text, Form(text, status)).add(pair)
            if not found:
                missing.setdefault(key, []).append(pair)
    return [
        Attested(
            concepts[ident],
            lang,
            number,
            tuple(sorted(forms.get((ident, lang), {}).values(), key=lambda form: -form.count)),
            _none(missing.get((ident, lang), [])),
            _proposals(missing.get((ident, lang), []), lang, background[lang], sizes[lang], glossary),
        )
        for (ident, lang), number in times.most_common()
    ]


def both_ways(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Each pair, and the pair turned round."""
    for pair in pairs:
        yield pair
        yield type(pair)(pair.target, pair.source, pair.target_lang, pair.source_lang, pair.origin)


def _carried(concept: Concept, pair: Pair, taken: list[Match], spots: list[tuple[int, int, Term]]) -> dict[str, Status]:
    """The forms of a concept in a translation, as they are written there, with their status."""
    found = {
        pair.target[match.start : match.end]: match.term.status
        for match in taken
        if any(other.id == concept.id for other in match.concepts)
    }
    if not found:
        longest = sorted(spots, key=lambda spot: spot[0] - spot[1])
        found = {pair.target[start:end]: term.status for start, end, term in longest[:1]}
    return found


def _none(pairs: list[Pair]) -> Form:
    form = Form("", None)
    for pair in pairs:
        form.add(pair)
    return form


def _proposals(
    pairs: list[Pair], lang: str, background: Counter[str], size: int, glossary: Glossary
) -> tuple[Form, ...]:
    """What the translations without a known form share and the others lack, the longest of equals."""
    distinct = {pair.target: pair for pair in pairs}
    if len(distinct) < _LEAST:
        return ()
    counts = Counter(piece for target in distinct for piece in _pieces(target, lang))
    least = max(_LEAST, _SHARE * len(distinct))
    good = [
        piece
        for piece, count in counts.items()
        # at least half of the sentences that have it are these
        if count >= least and count * 2 >= background[piece] and background[piece] * 3 <= size * 2
    ]
    good = [piece for piece in good if not any(piece != o and piece in o and counts[o] == counts[piece] for o in good)]
    found = []
    for piece in sorted(good, key=lambda piece: (-counts[piece], -len(piece)))[:3]:
        if any(match.end - match.start == len(piece) for match in glossary.find(piece, lang)):
            continue  # it is the name of something else
        form = Form(piece, None)
        for target, pair in distinct.items():
            if piece in target:
                form.add(pair)
        found.append(form)
    return tuple(found)


def _pieces(text: str, lang: str) -> set[str]:
    """What may be a name in a text: runs of one script, or words beside each other with a capital at the front."""
    if not language(lang).spaced:
        return set(_RUN.findall(text))
    words = list(_WORD.finditer(text))
    return {
        text[word.start() : words[at + size - 1].end()]
        for at, word in enumerate(words)
        if word.group()[0].isupper()
        for size in range(1, min(_WORDS, len(words) - at) + 1)
        if words[at + size - 1].group()[0].isupper() or size == 1
    }
