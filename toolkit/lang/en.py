"""English."""

from toolkit.lang.layout import Layout
from toolkit.lang.letters import HAN, HANGUL, KANA
from toolkit.lang.record import Language
from toolkit.lang.usage import Bound, Usage
from toolkit.ui import mark

# Words that stand in almost every English sentence.
_SMALL = """
the of and to in on for with is was are were at by from said that this it its as has have had he she his her they their
who which will would not but an after be been more than about also into over says between during
"""

EN = Language(
    code="en",
    name=mark("English"),
    autonym="English",
    joiner=" ",
    spaced=True,
    foreign=frozenset({HAN, HANGUL, KANA}),
    layout=Layout(
        day="MMMM dd, yyyy",
        stamp="{day} - {clock}",
        dateline="{place} — ",
        signed="{place} ({agency}) — ",
        dated="{place}, {day} ({agency}) — ",
        dateline_day="MMMM d",
        capitals=True,
        end_mark=True,
    ),
    small_words=frozenset(_SMALL.split()),
    plural_forms="nplurals=2; plural=(n != 1);",
    inflected=True,
    # "that that", "had had" and "is is" are English; these never are.
    never_doubled=frozenset("the of and to for with from by at a an was were its their".split()),
    no_space_before=".,;:?!",
    usage=Usage(
        titled="{title} {short}",
        untitled="{short}",
        ahead=("until", "till", "through", "next", "coming", "by", "from"),
        future=("will", "is to", "are to"),
        bounds=(
            Bound("more", "more than {}", ("over", "more than", "above", "exceeding")),
            Bound("least", "at least {}", ("at least",), ("or more",)),
            Bound("about", "about {}", ("about", "around", "approximately", "some", "roughly")),
            Bound("nearly", "nearly {}", ("nearly", "almost", "close to")),
        ),
        counted=(
            *("people", "residents", "visitors", "workers", "trainees", "students", "members", "citizens", "tourists"),
            *("participants", "delegates", "soldiers", "families", "employees", "volunteers", "troops", "passengers"),
            *("viewers", "pupils", "spectators", "voters", "fans", "farmers", "households"),
        ),
    ),
)
