"""Japanese."""

from toolkit.lang.layout import Layout
from toolkit.lang.letters import HANGUL, VIETNAMESE
from toolkit.lang.record import Language

JA = Language(
    code="ja",
    name="Japanese",
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
    script="ぁ-ゖゝ-ゟァ-ヺヽ-ヿㇰ-ㇿｦ-ﾝ々〇㐀-䶿一-鿿豈-龎",
)
