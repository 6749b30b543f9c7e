"""Japanese."""

from toolkit.lang.letters import HANGUL, VIETNAMESE
from toolkit.lang.record import Language

JA = Language(
    code="ja",
    name="Japanese",
    autonym="日本語",
    joiner="",
    spaced=False,
    foreign=frozenset({HANGUL, VIETNAMESE}),
    script="ぁ-ゖゝ-ゟァ-ヺヽ-ヿㇰ-ㇿｦ-ﾝ々〇㐀-䶿一-鿿豈-龎",
)
