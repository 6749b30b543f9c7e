"""Names of people: the one fact about a person that a reader always notices."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from toolkit.finding import Severity
from toolkit.lang import LANGUAGES
from toolkit.lang.letters import KANA, kind_of
from toolkit.lang.people import people_facts
from toolkit.names.syllable import parse
from toolkit.normalize import fold, nfc, plain
from toolkit.ui import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolkit.checks.pair import Pair
    from toolkit.finding import Finding
    from toolkit.glossary import Concept

_ENDS = ".,;:?!…”\"'’)"
#: Long vowels and doubled consonants, which one house writes and the other does not; small letters as large ones.
_UNSAID = {
    ord("ー"): None,
    ord("ッ"): None,
    **{ord(small): large for small, large in zip("ァィゥェォャュョヮ", "アイウエオヤユヨワ", strict=True)},
}
_PERSON = "person"
_PARTS = " ・＝=-"
#: A full name has as many syllables.
_LEAST = 3


def name_mismatch(pair: Pair) -> Iterator[Finding]:
    """
    A person's name is in the source and in no form in the translation.

    Why:
        A person may become "he" or "the minister", so it is a warning. Any form of the name is enough: the whole of
        it, the family name or the given name, in every spelling the glossary has. A Vietnamese name that no glossary
        lists is looked for as it is, without its diacritics, and in katakana.

    Example:
        `Ambassador Phạm Quang Hiệu spoke.` → `ヒュー大使が述べた。`

    Fix:
        Write the name as the glossary does; `vje lookup` shows it.
    """
    said: set[str] = set()
    for match in pair.source_matches:
        person = match.concept
        if person.subject != _PERSON or person.id in said:
            continue
        said.add(person.id)
        terms = [term.text for term in person.terms if term.lang == pair.target_lang]
        if terms and not _named(person, terms, pair):
            spot = (match.start, match.end)
            name = pair.source[match.start : match.end]
            yield pair.finding(
                "name-mismatch",
                Severity.WARNING,
                _("“{name}” is not named in the translation: expected “{wanted}”").format(name=name, wanted=terms[0])
                if terms[0] != name
                else _("“{name}” is not named in the translation").format(name=name),
                spot,
                side="source",
                concept_id=person.id,
            )
    yield from _unlisted(pair)


def _unlisted(pair: Pair) -> Iterator[Finding]:
    """Vietnamese names of three and more syllables that the glossary does not list."""
    if not pair.source_language.spaced:
        return
    known = [(match.start, match.end) for match in pair.source_matches]
    said: set[str] = set()
    for start, end in _vietnamese(pair.source):
        name = nfc(pair.source[start:end])
        if name in said or any(first < end and start < last for first, last in known):
            continue
        said.add(name)
        if not _written(name, pair):
            yield pair.finding(
                "name-mismatch",
                Severity.WARNING,
                _("“{name}” is not named in the translation").format(name=name),
                (start, end),
                side="source",
            )


def _named(person: Concept, terms: list[str], pair: Pair) -> bool:
    if any(found.id == person.id for match in pair.target_matches for found in match.concepts):
        return True
    target = fold(nfc(pair.target))
    own = {term.text for term in person.terms}
    if any(part in target for name in (*terms, *own) for part in _parts(fold(nfc(name)))):
        return True
    return not pair.target_language.spaced and any(_family(fold(nfc(name)), target, pair) for name in terms)


def _family(name: str, target: str, pair: Pair) -> bool:
    """
    Whether the family name alone is there, where nothing divides it from the given name: 石破首相, 文大統領.

    Two characters are no accident; one counts right before a name or a title.
    """
    if len(name) > 2 and name[:2] in target:
        return True
    starts = {match.start for match in pair.target_matches}
    return any(char == name[:1] and at + 1 in starts for at, char in enumerate(target))


def _parts(name: str) -> Iterator[str]:
    """The name and each of its parts that is long enough to be no accident."""
    yield name
    for mark in _PARTS:
        name = name.replace(mark, "\n")
    for part in name.split("\n"):
        if len(part) >= 2:
            yield part


@cache
def _spelt_by_syllables() -> frozenset[str]:
    """Family names of the languages whose spelling is strict enough to tell a name by its syllables."""
    return frozenset(
        name for code, record in LANGUAGES.items() if record.word_shape for name in people_facts(code).own_surnames
    )


def _vietnamese(text: str) -> Iterator[tuple[int, int]]:
    """
    Spans of full Vietnamese names: a family name and at least two more syllables with a capital, some with diacritics.

    A name that goes on in capitals (an organisation, a headline) is none.
    """
    words: list[tuple[int, int]] = []
    at = 0
    for word in [*text.split(" "), ""]:
        if not word[:1].isupper():
            if len(words) >= _LEAST:
                yield from _name(text, words)
            words = []
            at += len(word) + 1
            continue
        bare = word.rstrip(_ENDS)
        if bare and bare[0].isupper() and bare[1:].islower() and bare.isalpha():
            words.append((at, at + len(bare)))
            closed = bare != word
        else:
            closed = True
            words = []
        if closed and words:
            yield from _name(text, words)
            words = []
        at += len(word) + 1


@cache
def _titles() -> frozenset[str]:
    """What stands before a person's name in any language."""
    return frozenset().union(*(people_facts(code).before for code in LANGUAGES))


def _name(text: str, words: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if len(words) > 3 and nfc(text[slice(*words[0])]).lower() in _titles():
        words = words[1:]  # "Ông" opens the sentence
    if _LEAST <= len(words) <= 4:
        start, end = words[0][0], words[-1][1]
        name = nfc(text[start:end])
        first = name.split(" ", 1)[0].lower()
        if first in _spelt_by_syllables() and not name.isascii() and all(parse(word) for word in name.split(" ")):
            yield start, end


def _written(name: str, pair: Pair) -> bool:
    """Whether any part of a Vietnamese name is in the target, in the target's way."""
    if pair.target_language.spaced:
        words = {word.strip(_ENDS + "(“\"'‘") for word in plain(pair.target).replace("-", " ").split()}
        return any(part in words for part in plain(name).split(" "))
    target = _sound(pair.target)
    if name in nfc(pair.target) or not any(kind_of(char) == KANA and char >= "ァ" for char in pair.target):
        return True
    from toolkit.names import transcribe  # noqa: PLC0415 - few names are neither listed nor written as they are

    forms = (*transcribe(name, "person", "mofa"), *transcribe(name, "person", "press"))
    return any(_sound(part) in target for form in forms for part in form.split("・") if len(_sound(part)) >= 2)


def _sound(text: str) -> str:
    """Katakana without what the houses differ in."""
    return fold(nfc(text)).translate(_UNSAID)
