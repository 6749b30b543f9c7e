"""Japanese."""

from toolkit.lang.layout import Layout
from toolkit.lang.letters import HANGUL, VIETNAMESE
from toolkit.lang.record import Language
from toolkit.lang.usage import Bound, Usage
from toolkit.ui import mark

JA = Language(
    code="ja",
    state="JP",
    name=mark("Japanese"),
    autonym="日本語",
    joiner="",
    spaced=False,
    foreign=frozenset({HANGUL, VIETNAMESE}),
    layout=Layout(
        day="y年M月d日",
        stamp="{day} {clock}",
        dateline="【{place}】",
        signed="【{place}{agency}】",
        dated="【{place}{day}{agency}】",
        dateline_day="d日",
        indent="　",
    ),
    questions=("?", "か", "の", "かな", "かしら", "かね", "だろう", "でしょう", "って"),
    asks=("か、", "かと", "かを", "かで", "かは", "かが", "かに", "かどうか", "かも", "か」"),
    never_doubled=frozenset(("をを", "ですです", "。。", "、、")),
    # Simplified Chinese (们, 这) next to Japanese characters.
    charsets=("euc_jis_2004", "gb2312"),
    script="ぁ-ゖゝ-ゟァ-ヺヽ-ヿㇰ-ㇿｦ-ﾝ々〇㐀-䶿一-鿿豈-龎",
    usage=Usage(
        titled="{short}{title}",
        untitled="{short}氏",
        title_first=False,
        ahead=("まで", "次の", "来週", "翌"),
        future=("予定", "見通し"),
        bounds=(
            Bound("more", "{}以上", (), ("を超える", "超", "余り", "余")),
            Bound("least", "少なくとも{}", ("少なくとも", "最低"), ("以上",)),
            Bound("about", "約{}", ("約", "およそ"), ("前後", "程度")),
            Bound("nearly", "{}近く", (), ("近い", "近く", "弱")),
        ),
        counted=("人", "名"),
        counter="人",
    ),
)
