"""
The forms that newspapers print: datelines, credits, time stamps, sign-offs.

Each was seen in print in one of the three languages, but the form tells what it is, not the language: a Japanese
article may carry a Vietnamese credit. Patterns are anchored and short-sighted, so that a long line costs little.
"""

from __future__ import annotations

import re
from datetime import date

from toolkit.cache.patterns import Shelf
from toolkit.lang.agencies import AGENCIES
from toolkit.lang.lists import any_of
from toolkit.value import dataclass

_SHELF = Shelf("forms")

_DASH = r"[—–―]"

_AGENCY = any_of(AGENCIES)

CRAWLER = _SHELF.put(r"date (?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?:[ \t]+(?P<rest>\S.*))?")

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WEEKDAY = (
    r"(?:(?:Mon|Tues?|Wednes|Thurs?|Fri|Satur|Sun)(?:day)?\.?|(?:Mon|Wed|Thu|Fri|Sat|Sun)"
    r"|(?:Thứ (?:hai|ba|tư|năm|sáu|bảy)|Chủ nhật))"
)
_DATE = (
    rf"(?:(?P<mon>{_MONTH}) (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}}) (?P<mon2>{_MONTH}),? (?P<year2>\d{{4}})"
    r"|(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[-/.](?P<m2>\d{1,2})[-/.](?P<y2>\d{4})"
    r"|(?P<y3>\d{4})年(?P<m3>\d{1,2})月(?P<d3>\d{1,2})日(?:[(（].[)）])?)"
)
_CLOCK = r"(?:\d{1,2}[:h時]\d{2}分?(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?)"
_ZONE = r"(?:[(（]?(?:GMT|UTC) ?[+-]\d{1,2}(?::?\d{2})?[)）]?|JST|ICT|GMT|UTC)"
_STAMP = (
    rf"(?:(?:Posted|Updated|Published|Cập nhật|Ngày)[: ]+)?(?:{_WEEKDAY},? )?(?:ngày )?{_DATE}"
    rf"(?:[ ,|]*(?:{_DASH}|-)?[ |]*(?P<clock>{_CLOCK}))?(?: ?(?P<zone>{_ZONE}))?(?: ?(?:配信|更新|公開|掲載))?"
)
TIMESTAMP = _SHELF.put(rf"(?:(?P<byline>[^\d\n]{{2,60}}?) ?(?:{_DASH}|-|\|) ?)?(?P<stamp>{_STAMP})", re.IGNORECASE)

BYLINE = _SHELF.put(r"(?:[Bb]y|BY|PV|Phóng viên|Tác giả:|文[:：=＝]) ?[^\d.。]{2,60}")

#: A caption's end: what the picture shows, then who took it; before each form, signs of which a text must have one.
_CAPTIONS = (
    # … — VNA/VNS Photo      …—KYODO/VNA Photo      (on one line with the dateline, too)
    (
        ("Photo",),
        _SHELF.put(
            rf"(?P<text>.+?) ?{_DASH} ?"
            r"(?P<credit>[^—–―.]{0,60}?\bPhotos?)(?: by [^—–―.]{2,40}?)?(?=$| [A-ZĐ]{2})"
        ),
    ),
    # … (Photo: VNA)      … (Ảnh: An Đăng/TTXVN)      …（写真：TTXVN）|
    (
        ("hoto", "PHOTO", "llustrative image", "Ảnh", "ẢNH", "Nguồn", "Source", "写真", "画像", "撮影"),
        _SHELF.put(
            r"(?P<text>.+?) ?[(（](?P<credit>(?:[Pp]hotos?|PHOTO|[Ii]llustrative image|Ảnh(?: minh họa)?|ẢNH"
            r"|Nguồn(?: ảnh)?|Source|写真|画像|撮影) ?[:：=＝] ?[^()（）]{1,60})[)）] ?\|?(?=$)"
        ),
    ),
    # … Ảnh: An Đăng - TTXVN
    (
        ("Ảnh", "ẢNH", "Photo", "PHOTO"),
        _SHELF.put(r"(?P<text>.+?) (?P<credit>(?:Ảnh|ẢNH|Photo|PHOTO)(?: minh họa)? ?: ?[^:.]{2,60})(?=$)"),
    ),
    # …＝16日、バンコク（AFP時事）
    (("＝",), _SHELF.put(r"(?P<text>[^＝【]+)(?P<credit>＝\d{1,2}日、[^（）【]{1,20}（[^（）]{2,20}）)(?=$|【)")),
    # …（VNA＝共同）【ハノイ共同】…
    (("＝", "="), _SHELF.put(r"(?P<text>[^【]+?)(?<!。)（(?P<credit>[^（）]{1,20}[＝=][^（）]{1,20})）(?=$|【)")),
)
CAPTION_MARK = _SHELF.put(r"〔写真説明〕|【写真】|\[写真\]")

#: A line that is nothing but a credit.
CREDIT = _SHELF.put(r"[(（]?(?:Photos?|Ảnh|ẢNH|Nguồn ảnh|写真|撮影) ?[:：=＝] ?[^:.。]{2,60}[)）]? ?\|?")

#: A line that is nothing but a sign-off.
SIGNOFF = _SHELF.put(
    rf"(?:{_DASH} ?)?(?P<text>(?:{_AGENCY})(?:[/-](?:{_AGENCY}))*"
    r"|Theo [^.\n]{2,40}(?:\.(?:vn|com|net|org)(?:\.vn)?)?|NHÓM PV|Nhóm PV|[(（][cC©][)）] ?\S.{1,40}"
    r"|(?:ソース|出典|Nguồn|Source) ?[:：] ?[^.。]{2,40}(?:\.(?:vn|com|net|jp)(?:\.vn)?)?"
    rf"|【(?:{_AGENCY}|[^】]{{1,12}}(?:社|通信))】|[(（](?:{_AGENCY})(?:/[^()（）]{{2,30}})?[)）])"
)

#: What may follow an article's last sentence: … — VNS      … (TTXVN/Vietnam+)      …【時事通信社】
#: …。（ハノイ＝記者名）
SIGNED = (
    _SHELF.put(r"(?<=。)（(?P<text>[^（）]{1,20}[＝=][^（）]{1,20})）(?= *$)"),
    _SHELF.put(rf" ?{_DASH} ?(?P<text>[A-Z]{{2,10}}(?:/[A-Z]{{2,10}})*)(?= *$)"),
    _SHELF.put(rf" - (?P<text>(?:{_AGENCY})(?:/(?:{_AGENCY}))*)(?= *$)"),
    _SHELF.put(rf" ?[(（](?P<text>(?:{_AGENCY})(?:/[^()（）]{{2,30}})?)[)）](?= *$)"),
    _SHELF.put(rf"【(?P<text>(?:{_AGENCY})|[^】]{{1,12}}(?:社|通信))】(?= *$)"),
    _SHELF.put(r"(?P<text>[(（][cC©][)）] ?\S{2,40})(?= *$)"),
    _SHELF.put(rf"(?<=/\.)\s*(?P<text>(?:{_AGENCY})(?:/(?:{_AGENCY}))*)(?= *$)"),
)
#: The end mark of Vietnamese newsrooms, glued to the last sentence: "xong./." keeps its full stop, "xong/." has none.
ENDMARK = _SHELF.put(r"(?:(?<=\.)|(?<=[^\s/:]))(?P<text>/\.)(?=\s*$|\s*[(（]|\s+[A-Z])")

#: Tags before the first sentence: (PLO)- “…      (Dân trí) - …      VTV.vn - …      TPO - …      【共同】
TAG = _SHELF.put(
    rf"(?P<text>[(（]\w[\w.]*(?: [\w.]+){{0,3}}[)）]|[A-Z]\w{{1,15}}\.(?:vn|VN)|(?:{_AGENCY})) ?(?:-|{_DASH}) ?"
)

#: 【ハノイ共同】      【ハノイ＝記者名】      [ハノイ 29日 ロイター] -
_BRACKETED = _SHELF.put(
    r"【(?P<inside>[^】\n]{1,40})】[ 　]?|[\[［](?P<inside2>[^\]］\n]{1,40})[\]］][ 　]?(?:[-－―—–ー][ 　]?)?"
)
_INSIDE = _SHELF.put(
    rf"(?P<place>[^\d０-９＝=、]+?)[ 　、]?(?:[\d０-９]{{1,2}}日)?[ 　]?(?:[＝=].*|(?:{_AGENCY})(?:[＝=・].*)?)?"
)
#: HANOI, Vietnam (AP) —      TOKYO, April 20 Kyodo -      Hanoi, Sept. 5 (Jiji Press)--      Hà Nội (TTXVN) –
_PLACE_AND_DAY = _SHELF.put(
    rf", ?(?:(?P<mon>{_MONTH}) (?P<day>\d{{1,2}})|(?:ngày )?(?P<d>\d{{1,2}})[/-](?P<m>\d{{1,2}}))|(?P<d2>\d{{1,2}})日"
)
_SENDER = _SHELF.put(rf"[(（](?P<a>[^()（）]+)[)）]|[＝=](?P<b>[^】\]］]+)|(?P<c>{_AGENCY})")
_RUN = _SHELF.put(
    rf"(?P<place>[^\W\d_][^,()（）—–―\n:;!?\"“”]{{1,40}}?)"
    rf"(?P<more>, (?!{_MONTH} ?\d|\d)[^,()（）—–―\n:;!?\d\"“”]{{2,25}}?)?"
    rf"(?P<day>, ?(?:{_MONTH} \d{{1,2}}|ngày \d{{1,2}}[/-]\d{{1,2}}|\d{{1,2}}[/-]\d{{1,2}}))?"
    rf"(?P<agency> ?[(（][^()（）\n]{{2,30}}[)）]| (?:{_AGENCY})(?= ?-))? ?"
    rf"(?P<dash>{_DASH}{{1,2}}|--|-(?=\s|$))[ \t]*"
)
#: A dash that may end a dateline, and how far it may stand from its beginning.
_DASHED, _FAR = _SHELF.put(r"[—–―]|-(?=[\s-]|$)"), 250


def caption(text: str, at: int = 0) -> re.Match[str] | None:
    """The text from *at* on that ends in a photographer's credit, and that credit."""
    for signs, form in _CAPTIONS:
        for sign in signs:
            if sign in text:
                if found := form.match(text, at):
                    return found
                break
    return None


def dateline(text: str, first: bool) -> tuple[int, int, int] | None:
    """
    The dateline that a paragraph opens with.

    Args:
        text: The paragraph.
        first: Whether it is the article's first: only there is ``NATO — `` or ``HÀ NỘI — `` a place without more proof.

    Returns:
        Start and end of the place, and the end of the whole dateline; start equals end where only an agency
        stands there (``【共同】``). None if the paragraph opens with a sentence.

    >>> dateline("【ハノイ＝山田】きょう", True)
    (1, 4, 8)
    """
    if found := _BRACKETED.match(text):
        group = "inside" if found["inside"] else "inside2"
        inside = found[group]
        if inside in AGENCIES:
            return (found.start(group), found.start(group), found.end())
        named = _INSIDE.fullmatch(inside)
        told = named and len(named["place"]) < len(inside)
        if named and (told or (first and found["inside"])):
            return (found.start(group), found.start(group) + len(named["place"]), found.end())
        return None
    found = _RUN.match(text) if _DASHED.search(text, 0, _FAR) else None
    if not found:
        return None
    place, proof = found["place"], found["day"] or found["agency"]
    capital = place.isupper() and place not in AGENCIES
    dashed = found["dash"] != "-"
    title = all(word[0].isupper() for word in place.split() if word[0].isalpha()) and len(place.split()) <= 5
    if not ((capital and (proof or (first and dashed))) or (title and (found["agency"] or (proof and capital)))):
        return None
    return (0, found.end("more") if found["more"] else len(place), found.end())


def day(found: re.Match[str]) -> date | None:
    """The date that a matched time stamp or crawler's line names; None where there is no such day."""
    part = found.groupdict()
    for year, month, number in (("y", "m", "d"), ("y2", "m2", "d2"), ("y3", "m3", "d3")):
        if part.get(year):
            try:
                return date(int(part[year]), int(part[month]), int(part[number]))
            except ValueError:
                return None
    for year, name, number in (("year", "mon", "day"), ("year2", "mon2", "day2")):
        if part.get(year):
            try:
                return date(int(part[year]), _MONTHS.index(part[name][:3].lower()) + 1, int(part[number]))
            except ValueError:
                return None
    return None


@dataclass(frozen=True, slots=True)
class Dateline:
    """
    What a dateline says beside the place.

    Attributes:
        day: Month and day of the report; a month of 0 is the article's own. None if it gives no day.
        agency: Who sent it, as it signs; empty if nobody does.
    """

    day: tuple[int, int] | None
    agency: str


def dateline_parts(rest: str) -> Dateline:
    """
    Read a dateline without its place.

    >>> dateline_parts(", Sept. 5 (Jiji Press)--")
    Dateline(day=(9, 5), agency='Jiji Press')
    """
    told = _PLACE_AND_DAY.search(rest)
    when = None
    if told and told["mon"]:
        when = (_MONTHS.index(told["mon"][:3].lower()) + 1, int(told["day"]))
    elif told:
        when = (int(told["m"] or 0), int(told["d"] or told["d2"]))
    sender = _SENDER.search(rest)
    return Dateline(when, next(filter(None, sender.groups())) if sender else "")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp: the day (None where there is no such day), the clock and the zone as they are printed."""

    day: date | None
    clock: str
    zone: str


def stamp_parts(text: str) -> Stamp:
    """
    Read a time stamp.

    >>> stamp_parts("Thứ ba, ngày 05/04/2016 11:10 GMT+7")
    Stamp(day=datetime.date(2016, 4, 5), clock='11:10', zone='GMT+7')
    """
    found = TIMESTAMP.fullmatch(text)
    if not found:
        return Stamp(None, "", "")
    return Stamp(day(found), found["clock"] or "", found["zone"] or "")
