"""
The desk that answers questions: it knows the layers, the day, the houses and the filters, and how to show an answer.

It is made for a terminal, where one question is asked and the process ends, and for a pipe with ten thousand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from toolkit.errors import InputError
from toolkit.glossary.book import Glossary
from toolkit.glossary.layers import config, folders, unpinned
from toolkit.ui import gettext as _
from toolkit.value import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from toolkit.glossary.concept import Concept
    from toolkit.glossary.houses import House
    from toolkit.glossary.lookup.search import Hit


@dataclass(frozen=True, slots=True)
class Answer:
    """
    A question and what was found.

    Attributes:
        query: The question.
        on: The day that was meant.
        hits: What is called so, best first.
        near: What was perhaps meant, where nothing is called so.
    """

    query: str
    on: date | None
    hits: tuple[Hit, ...]
    near: tuple[Hit, ...]

    @property
    def found(self) -> bool:
        """Whether anything is called so."""
        return bool(self.hits)


@dataclass(frozen=True, slots=True)
class Desk:
    """
    A glossary with everything that a question takes for granted.

    Attributes:
        glossary: Where to look.
        lang: Code of the language of the questions; None for any.
        on: The day that is meant; None for no day.
        subject: Only this subject or what is below it; empty for all.
        country: Only this country; empty for all.
        everything: Show all that matches.
        houses: The houses by language.
        warning: What to tell a person before any answer: another version of the glossary than the project's.
    """

    glossary: Glossary
    lang: str | None = None
    on: date | None = None
    subject: str = ""
    country: str = ""
    everything: bool = False
    houses: Mapping[str, House] | None = None
    warning: str = ""

    def ask(self, query: str, *, guess: bool = True) -> Answer:
        """
        What *query* means.

        Args:
            query: A name.
            guess: Whether to look for near misses where nothing is called so.
        """
        narrow = self.everything or self.subject or self.country
        hits = self.glossary.lookup(query, self.lang, self.on, **({"most": None} if narrow else {}))
        hits = [hit for hit in hits if self._wanted(hit.concept)]
        near = (
            [] if hits or not guess else [h for h in self.glossary.nearest(query, self.on) if self._wanted(h.concept)]
        )
        return Answer(query, self.on, tuple(hits), tuple(near))

    def _wanted(self, concept: Concept) -> bool:
        if self.country and concept.country.lower() != self.country.lower():
            return False
        return not self.subject or f"{concept.subject}.".startswith(f"{self.subject.rstrip('.')}.")

    def show(self, answer: Answer, form: str) -> str:
        """An answer as ``text``, ``json`` or ``jsonl``; for people an empty one is an empty text."""
        from toolkit.glossary.lookup import answer as print_  # noqa: PLC0415 - a library's caller prints nothing

        if form == "text":
            return print_.text(answer.hits, self.glossary, answer.on, self.houses, full=self.everything)
        import json  # noqa: PLC0415 - a table needs none

        return json.dumps(self._record(answer), ensure_ascii=False, indent=2 if form == "json" else None) + "\n"

    def _record(self, answer: Answer) -> dict[str, Any]:
        return {
            "query": answer.query,
            "on": answer.on.isoformat() if answer.on else None,
            "hits": self._records(answer.hits, answer.on),
            "near": self._records(answer.near, answer.on),
        }

    def _records(self, hits: Iterable[Hit], on: date | None) -> list[dict[str, Any]]:
        from toolkit.glossary.lookup.answer import record  # noqa: PLC0415 - a library's caller prints nothing

        return [record(hit, self.glossary, on, self.houses) for hit in hits]

    def show_concepts(self, concepts: Iterable[Concept], form: str) -> str:
        """Concepts with everything that is known, whatever they were asked by."""
        from toolkit.glossary.lookup.search import Hit  # noqa: PLC0415 - look-ups have it, a list of ids needs it

        hits = tuple(Hit(concept, concept.terms[0], "id") for concept in concepts)
        if form == "text":
            return self.show(Answer("", self.on, hits, ()), form)
        return _dump([record for hit in hits for record in self._records([hit], self.on)], form)

    def excuse(self, answer: Answer) -> str:
        """What to tell a person for whom nothing was found: near misses, if there are any."""
        from toolkit.glossary.lookup.answer import line  # noqa: PLC0415

        if not answer.near:
            return "vje: " + _("nothing is called {name!r}").format(name=answer.query) + "\n"
        text = _("nothing is called {name!r}; perhaps:").format(name=answer.query)
        return f"vje: {text}\n" + "".join(f"  {line(hit.concept)}\n" for hit in answer.near)

    def answer_all(self, lines: Iterable[bytes], form: str) -> Iterator[tuple[str, bool]]:
        """
        Answer a question a line.

        Args:
            lines: UTF-8; a line that begins with a brace is a JSON object with ``term`` and, if need be, ``lang`` and
                ``date``; blank lines are left out.
            form: ``text`` for one line an answer (question, en, vi, ja, id, when), else JSON lines.

        Yields:
            What to print, and whether anything was found.

        Raises:
            InputError: A line is no UTF-8 or no such JSON.
        """
        for number, raw in enumerate(lines, 1):
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8").strip()
            except UnicodeDecodeError:
                raise InputError(_("is not UTF-8"), path="-", line=number, remedy=_("pipe UTF-8 in")) from None
            if text:
                desk, query = self._question(text, number)
                # Thousands of questions are read by a program, which asks again where it wants guesses
                answer = desk.ask(query, guess=False)
                yield (desk.summary(answer) if form == "text" else desk.show(answer, "jsonl")), answer.found

    def _question(self, text: str, number: int) -> tuple[Desk, str]:
        if not text.startswith("{"):
            return self, text
        import json  # noqa: PLC0415 - plain lines need none

        try:
            asked = json.loads(text)
            query = asked["term"]
            assert isinstance(query, str)
        except (ValueError, KeyError, AssertionError):
            remedy = _("write {example}").format(example='{"term": "Hà Nội", "lang": "vi", "date": "2024-11-01"}')
            raise InputError(_("is no question"), path="-", line=number, remedy=remedy) from None
        lang = check_lang(asked.get("lang")) or self.lang
        on = parse_on(asked.get("date")) or self.on
        return replace(self, lang=lang, on=on), query

    def summary(self, answer: Answer) -> str:
        """The best answer in one line, cells separated by tabs: question, en, vi, ja, id, when it holds."""
        from toolkit.glossary.lookup.answer import LANGS, term_for, validity  # noqa: PLC0415

        if not answer.hits:
            return answer.query + "\t" * 5 + "\n"
        concept = answer.hits[0].concept
        names = [term.text if (term := term_for(concept, lang, self.houses)) else "" for lang in LANGS]
        return "\t".join([answer.query, *names, concept.id, validity(concept, self.glossary)]) + "\n"


def open_desk(
    *,
    lang: str | None = None,
    on: str | None = None,
    subject: str | None = None,
    country: str | None = None,
    everything: bool = False,
    house: Iterable[str] = (),
    glossary: Iterable[str] = (),
    curated: bool | None = None,
) -> Desk:
    """
    A desk as the command line and the project's config describe it.

    Raises:
        ToolkitError: A language, a day, a house or a folder is wrong.
    """
    layers = folders(glossary, below=curated)
    settings = config()
    wanted = list(house)
    chosen: dict[str, House] = {}
    if wanted or (settings is not None and settings.house):
        from toolkit.glossary.houses import choose, load_houses  # noqa: PLC0415 - most ask without a house

        known = load_houses(layers)
        if settings is not None:
            chosen = choose(settings.house.values(), known)
        chosen |= choose(wanted, known)
    return Desk(
        Glossary.load(*layers),
        lang=check_lang(lang),
        on=parse_on(on),
        subject=subject or "",
        country=country or "",
        everything=everything,
        houses=chosen,
        warning=unpinned(settings),
    )


def choose(
    *,
    subject: str | None = None,
    country: str | None = None,
    confidence: str | None = None,
    missing: str | None = None,
    on: str | None = None,
    glossary: Iterable[str] = (),
    curated: bool | None = None,
) -> tuple[Glossary, list[Concept]]:
    """The concepts that a curator wants to see, and the glossary they are in."""
    desk = open_desk(subject=subject, country=country, on=on, glossary=glossary, curated=curated)
    check_lang(missing)
    return desk.glossary, [
        concept
        for concept in desk.glossary
        if desk._wanted(concept)
        and (not confidence or concept.confidence.value == confidence)
        and (not missing or concept.preferred(missing) is None)
        and concept.valid_on(desk.on)
    ]


def listing(glossary: Glossary, concepts: Sequence[Concept], form: str) -> str:
    """Concepts as a table (``text``), as ``ids``, as ``json`` or as JSON lines."""
    if form == "ids":
        return "".join(f"{concept.id}\n" for concept in concepts)
    if form == "text":
        from toolkit.glossary.lookup.answer import concept_list  # noqa: PLC0415

        return concept_list(concepts) if concepts else ""
    return Desk(glossary, everything=True).show_concepts(concepts, form)


def _dump(rows: Sequence[dict[str, Any]], form: str) -> str:
    import json  # noqa: PLC0415 - a table needs none

    if form == "jsonl":
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def check_lang(code: str | None) -> str | None:
    """
    *code* if there is such a language.

    Raises:
        UnknownLanguageError: There is none.
    """
    if code:
        from toolkit.lang import language  # noqa: PLC0415 - most ask without a language

        language(code)
    return code or None


def parse_on(text: str | None) -> date | None:
    """
    The day of a question; a month or a year stands for its first day.

    Raises:
        InputError: It is no date.
    """
    if not text:
        return None
    from toolkit.glossary.day import parse_day  # noqa: PLC0415 - most ask without a day

    try:
        return parse_day(text, last=False)
    except ValueError as error:
        raise InputError(str(error)) from None
