"""The shape of a language's record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toolkit.lang.usage import Usage
from toolkit.value import dataclass, field

if TYPE_CHECKING:
    from toolkit.lang.layout import Layout


@dataclass(frozen=True, slots=True)
class Language:
    """
    Facts about one language.

    Attributes:
        code: ISO 639-1, as in a PO header and in the glossary's columns.
        name: In English.
        autonym: In the language itself.
        joiner: What stands between two sentences of a paragraph.
        spaced: Whether words are separated by spaces, so that a term has word boundaries.
        script: Character class, as in a regular expression, of letters that no other language here writes; or empty.
        marked: The same for letters with diacritics.
        word_shape: Regular expression of every word in small letters that the spelling allows, where it is strict.
        small_words: Frequent words in small letters that are nothing in the other languages.
        plural_forms: The ``Plural-Forms`` of gettext; the default is a language without plurals.
        layout: How its newspapers write time stamps, datelines and paragraphs.
        inflected: Whether common nouns have a regular plural in -s.
        questions: What a question may end with, apart from closing quotes and brackets.
        asks: What says inside a sentence that something is asked.
        never_doubled: Words (or letters, where words are not separated) that no sentence repeats at once.
        no_space_before: Marks that stand right behind a word.
        charsets: An encoding that holds every character it uses, and one of a language whose characters look alike:
            what only the second holds does not belong here. Empty where nothing looks alike.
        foreign: Kinds of letters (:mod:`toolkit.lang.letters`) that no term of it contains.
        usage: How its newspapers mention people again, and put rough numbers.
        state: ISO 3166 code of the one state whose papers it is the language of, which they need not name; or empty.
    """

    code: str
    name: str
    autonym: str
    joiner: str
    spaced: bool
    foreign: frozenset[str]
    layout: Layout
    script: str = ""
    marked: str = ""
    word_shape: str = ""
    small_words: frozenset[str] = frozenset()
    plural_forms: str = "nplurals=1; plural=0;"
    inflected: bool = False
    questions: tuple[str, ...] = ("?",)
    asks: tuple[str, ...] = ()
    never_doubled: frozenset[str] = frozenset()
    no_space_before: str = ""
    charsets: tuple[str, str] = ("", "")
    usage: Usage = field(default_factory=Usage)
    state: str = ""
