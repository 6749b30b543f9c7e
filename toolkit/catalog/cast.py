"""
The people of an article, in the order in which it names them: hints for the first mention and for the next ones.

A person whom the glossary knows has a term; of anybody else the note says how the name would be transcribed. Whoever
was named before is named again as the target's newspapers do it: ヒエウ大使, Đại sứ Phạm Quang Hiệu.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from toolkit.glossary.lookup.answer import term_for
from toolkit.glossary.suggest.spot import PERSON
from toolkit.lang import language
from toolkit.lang.people import people_facts
from toolkit.names import spellings, transcribe
from toolkit.names.person import FAMILY_FIRST, goes_by_family, is_japanese, is_vietnamese
from toolkit.names.syllable import ambiguous, parse
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from toolkit.catalog.source import Sentence
    from toolkit.glossary.book import Glossary
    from toolkit.glossary.concept import Concept
    from toolkit.glossary.houses import House
    from toolkit.glossary.parts import Parts
    from toolkit.glossary.suggest.spot import Known, Spot

#: Parts of a title that may be its short form: 大使 of 駐日ベトナム大使, Phó Thủ tướng of a longer one.
_TITLE = (2, 3, 4)
#: The country whose people go by the given name.
_OWN = "VN"


@dataclass(slots=True)
class _Person:
    """Somebody who was named: whole and short in both languages, and the office in the target."""

    name: str
    shorts: tuple[str, ...]
    whole: str
    short: str
    own: bool
    title: str = ""


@dataclass(slots=True)
class _Shelf:
    """What is asked of a glossary again and again, in every article: parts of names, and which words are titles."""

    parts: dict[str, Parts] | None = None
    titles: dict[tuple[str, str], bool] = field(default_factory=dict)


_SHELVES: WeakKeyDictionary[Glossary, _Shelf] = WeakKeyDictionary()


class Cast:
    """
    The people of one article.

    Args:
        source: Code of the article's language.
        target: Code of the language to translate into.
        glossary: Who is known.
        houses: The newsrooms whose terms are preferred, by language.
    """

    def __init__(self, source: str, target: str, glossary: Glossary, houses: Mapping[str, House]) -> None:
        self.source, self.target = source, target
        self.glossary, self.houses = glossary, houses
        self._people: dict[str, _Person] = {}
        self._shelf = _SHELVES.setdefault(glossary, _Shelf())

    def lines(self, sentence: Sentence) -> tuple[str, ...]:
        """The hints for one sentence, in which people were looked for; sentences must come in the article's order."""
        text, matches, known = sentence.text, sentence.matches, sentence.known
        assert known is not None
        earlier = dict(self._people)
        whole: list[tuple[int, int]] = []
        out: list[str] = []
        for spot in sentence.people:
            whole.append((spot.start, spot.end))
            out += self._stranger(spot, text, known)
        for match in matches:
            if match.concept.subject.partition(".")[0] == PERSON:
                surface = text[match.start : match.end]
                whole.append((match.start, match.end))
                out += self._known(match.concept, surface, self._title(text, match.start, match.end, known))
        out += self._again(text, earlier, whole, known)
        return tuple(dict.fromkeys(out))

    def _stranger(self, spot: Spot, text: str, known: Known) -> Iterator[str]:
        person = self._people.get(spot.text)
        title = self._title(text, spot.start, spot.end, known)
        if person is not None:
            person.title = person.title or title
            yield from self._mention(spot.text, person)
            return
        words, latin = spot.text.split(), language(self.source).spaced
        vietnamese = is_vietnamese(words) if latin else bool(spellings(spot.text))
        japanese = is_japanese(words) if latin else not any("ァ" <= char <= "ヺ" for char in spot.text)
        same_script = latin == language(self.target).spaced
        forms = [] if same_script or not vietnamese else self._forms(spot.text)
        if forms:
            yield f"Name: {spot.text} = {' or '.join(forms[:3])} (transcribed, not verified)"
        elif japanese and not same_script:
            yield f"Name: {spot.text} (Japanese: find how it is {'written' if latin else 'read'})"
        elif vietnamese and ambiguous(spot.text) and language(self.target).usage.whole:
            yield f"Name: {spot.text} (Vietnamese: find its diacritics)"
        # Whoever is neither may have the family name first or last: nothing is said of a second mention
        whole = (forms[0] if forms else spot.text) if vietnamese else ""
        self._people[spot.text] = _Person(spot.text, (_last(spot.text),), whole, _last(whole), vietnamese, title)

    def _forms(self, name: str) -> list[str]:
        """How a Vietnamese name is written in the other script."""
        if language(self.target).spaced:
            return spellings(name)
        house = self.houses.get(self.target)
        forms = transcribe(name, "person", "press" if house is not None and "press" in house.styles else "mofa")
        return forms if ambiguous(name) else forms[:1]

    def _known(self, concept: Concept, surface: str, title: str) -> Iterator[str]:
        person = self._people.get(concept.id)
        if person is not None:
            person.title = person.title or title
            if surface == person.name:
                yield from self._mention(surface, person)
            return
        term = term_for(concept, self.target, self.houses)
        whole_source = concept.preferred(self.source)
        if term is None or whole_source is None:
            return
        name = surface if len(surface) >= len(whole_source.text) else whole_source.text
        person = _Person(name, (_last(name),), term.text, _last(term.text), concept.country == _OWN, title)
        parts = self._parts_of(concept.id)
        if goes_by_family(name):
            person.shorts, person.short, person.own = (_first(name),), _first(term.text), False
        elif person.own:
            pass  # a Vietnamese goes by the given name, which stands last
        elif parts is not None:
            person.shorts = tuple(filter(None, (parts.family.get(self.source, ""),)))
            person.short = parts.family.get(self.target) or term.text
        elif concept.country in FAMILY_FIRST or _last(term.text) == term.text:
            person.whole = ""  # which part is the family name is not known
        self._people[concept.id] = person

    def _parts_of(self, ident: str) -> Parts | None:
        if self._shelf.parts is None:
            from toolkit.glossary.parts import load_parts  # noqa: PLC0415 - only where a person is known

            self._shelf.parts = load_parts(self.glossary.folders)
        return self._shelf.parts.get(ident)

    def _title(self, text: str, start: int, end: int, known: Known) -> str:
        """The office beside a name, short, in the target."""
        for match in known.matches:
            if not any(concept.subject.startswith("title") for concept in match.concepts):
                continue
            before = match.end <= start <= match.end + 2 and not text[match.end : start].strip(" ,・")
            after = end <= match.start <= end + 1 and not text[end : match.start].strip("・")
            if before or after:
                term = term_for(match.concept, self.target, self.houses)
                return self._short_title(term.text) if term is not None else ""
        return ""

    def _short_title(self, title: str) -> str:
        """The office alone: 大使 of 駐日ベトナム大使, Đại sứ of Đại sứ Việt Nam tại Nhật Bản."""
        first, spaced_ = language(self.target).usage.title_first, language(self.target).spaced
        words = title.split() if spaced_ else list(title)
        brief = len(words) <= _TITLE[-1]
        if brief and self._is_title(title):
            return title
        if spaced_:
            ends = [" ".join(words[:size] if first else words[-size:]) for size in (1, *_TITLE) if size < len(words)]
        else:
            ends = [title[-size:] for size in reversed(_TITLE) if size < len(title)]
        return next((end for end in ends if self._is_title(end)), title if spaced_ or brief else "")

    def _is_title(self, text: str) -> bool:
        known = self._shelf.titles.get((text, self.target))
        if known is None:
            known = self._shelf.titles[text, self.target] = any(
                hit.how == "exact" and hit.concept.subject.startswith("title")
                for hit in self.glossary.listed(text, self.target)
            )
        return known

    def _mention(self, surface: str, person: _Person) -> Iterator[str]:
        if not person.whole:
            return  # nobody knows how the name is written: the note of the first mention says so
        usage = language(self.target).usage
        name = person.whole if usage.whole and person.own else person.short
        template = usage.titled if person.title else usage.untitled
        form = template.format(name=name, short=name, title=person.title)
        if form not in (surface, person.whole):
            yield f"Name: {surface} = {form} (named before)"

    def _again(
        self, text: str, people: Mapping[str, _Person], whole: Sequence[tuple[int, int]], known: Known
    ) -> Iterator[str]:
        """Those who were named in earlier sentences and go by a part of their name here."""
        for person in people.values():
            for short in person.shorts:
                at = text.find(short)
                while at >= 0:
                    end = at + len(short)
                    inside = any(start < end and at < stop for start, stop in whole)
                    alone = not inside and not known.touches(at, end) and _stands_alone(text, at, end)
                    if alone and (self._addressed(text, at, known) or not self._common(short)):
                        yield from self._mention(short, person)
                        break
                    at = text.find(short, end)

    def _common(self, short: str) -> bool:
        """Whether a part of a name may begin another word as well: Chính of Chính phủ, Thanh of Thanh niên."""
        return language(self.source).usage.whole and parse(short) is not None

    def _addressed(self, text: str, start: int, known: Known) -> bool:
        """Whether a name has right before it what people are called by: ông Chính, Thủ tướng Chính."""
        word = text[:start].rpartition(" ")[0].rpartition(" ")[2] if text[start - 1 : start] == " " else ""
        return word.strip("“\"‘'(").lower() in people_facts(self.source).before or any(
            match.end == start - 1 and any(concept.subject.startswith("title") for concept in match.concepts)
            for match in known.matches
        )


def _last(name: str) -> str:
    """The last part of a name, in either script."""
    return _parts(name)[-1]


def _first(name: str) -> str:
    return _parts(name)[0]


def _parts(name: str) -> list[str]:
    return name.replace("＝", "・").replace(" ", "・").split("・")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether no letter of the same script carries the name on."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if "ァ" <= text[start] <= "ヺ":
        return not any("ァ" <= char <= "ヺ" or char in "ー・" for char in (before, after) if char)
    if text[start] >= "一":
        return not ("一" <= before <= "鿿")
    return not before.isalnum() and not after.isalnum()
