"""Vietnamese."""

from toolkit.lang.layout import Layout
from toolkit.lang.letters import HAN, HANGUL, KANA, VIETNAMESE_LETTERS
from toolkit.lang.record import Language
from toolkit.lang.usage import Bound, Usage
from toolkit.ui import mark

# A syllable of the national spelling: onset, vowels with their tone, coda.
_SYLLABLE = (
    "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
    "[aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]{1,3}"
    "(?:ng|nh|ch|[cmnpt])?"
)

VI = Language(
    code="vi",
    state="VN",
    name=mark("Vietnamese"),
    autonym="Tiếng Việt",
    joiner=" ",
    spaced=True,
    foreign=frozenset({HAN, HANGUL, KANA}),
    layout=Layout(
        day="dd/MM/yyyy",
        stamp="{day} - {clock}",
        dateline="{place} – ",
        signed="{place} ({agency}) – ",
        dated="{place}, ngày {day} ({agency}) – ",
        dateline_day="d/M",
        capitals=True,
        end_mark=True,
    ),
    marked="".join(sorted(VIETNAMESE_LETTERS | {c.upper() for c in VIETNAMESE_LETTERS})),
    word_shape=_SYLLABLE,
    # luôn luôn, dần dần, ngày ngày are words; these never double.
    never_doubled=frozenset("của và các những được bị cho với trong tại là này đó cũng sẽ đã về theo tới".split()),
    no_space_before=".,;:?!",
    usage=Usage(
        titled="{title} {name}",
        whole=True,
        ahead=("đến hết", "hết", "đến", "tới", "sắp tới"),
        future=("sẽ",),
        bounds=(
            Bound("more", "hơn {}", ("hơn", "trên")),
            Bound("least", "ít nhất {}", ("ít nhất", "tối thiểu"), ("trở lên",)),
            Bound("about", "khoảng {}", ("khoảng", "chừng", "xấp xỉ")),
            Bound("nearly", "gần {}", ("gần",)),
        ),
        counted=(
            *("người", "lượt khách", "khách", "công nhân", "lao động", "sinh viên", "học sinh", "thực tập sinh"),
            *("đại biểu", "cán bộ", "công dân", "hộ dân", "du khách", "thành viên", "binh sĩ", "tình nguyện viên"),
        ),
    ),
)
