"""A small glossary for tests: two countries, two provinces of which one took in the other, an agency, two offices."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from toolkit.glossary.table.row import COLUMNS

if TYPE_CHECKING:
    from pathlib import Path


def row(ident: str, **cells: str) -> dict[str, str]:
    return (
        dict.fromkeys(COLUMNS, "")
        | {"id": ident, "subject": "term", "source": "a | b", "confidence": "verified"}
        | cells
    )


def write(folder: Path, *rows: dict[str, str], name: str = "terms.csv") -> Path:
    folder.mkdir(exist_ok=True)
    with (folder / name).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return folder


HA_NAM = row("vn.prov.ha-nam", subject="place.province", country="VN", en="Ha Nam Province", vi="tỉnh Hà Nam",
             ja="ハナム省",
             en_admitted="Hà Nam Province{vns} | Ha Nam{bare}", vi_admitted="Hà Nam{bare}", ja_admitted="ハナム{bare}",
             ja_reading="はなむしょう", valid_until="2025-06-30", replaced_by="vn.prov.ninh-binh.2025")  # fmt: skip
NINH_BINH = row("vn.prov.ninh-binh.2025", subject="place.province", country="VN", en="Ninh Binh Province",
                vi="tỉnh Ninh Bình", ja="ニンビン省", en_admitted="Ninh Binh{bare}", vi_admitted="Ninh Bình{bare}",
                ja_admitted="ニンビン{bare}", ja_reading="にんびんしょう", valid_from="2025-07-01")  # fmt: skip
PRESIDENT = row("title.vn.state-president", subject="title.state", country="VN", en="State President",
                vi="Chủ tịch nước",
                ja="国家主席", en_admitted="President", ja_deprecated="大統領", ja_reading="こっかしゅせき",
                confidence="own")  # fmt: skip
USA_PRESIDENT = row("title.president", subject="title.state", en="President", vi="Tổng thống", ja="大統領",
                    ja_reading="だいとうりょう")  # fmt: skip
VNA = row("org.vna", subject="organization.media", country="VN", en="Vietnam News Agency", vi="Thông tấn xã Việt Nam",
          ja="ベトナム通信社", en_admitted="VNA", vi_admitted="TTXVN", ja_reading="べとなむつうしんしゃ")  # fmt: skip
JAPAN = row("country.jp", subject="place.country", country="JP", en="Japan", vi="Nhật Bản", ja="日本",
            en_admitted="Japanese{target,adj}", ja_admitted="日{target,short}", ja_reading="にほん")  # fmt: skip
VIETNAM = row("country.vn", subject="place.country", country="VN", en="Vietnam", vi="Việt Nam", ja="ベトナム",
              en_admitted="Việt Nam{vns} | Viet Nam{un} | Vietnamese{target,adj}", ja_admitted="越{target,short}",
              ja_reading="べとなむ")  # fmt: skip
ALL = (VIETNAM, JAPAN, VNA, USA_PRESIDENT, PRESIDENT, HA_NAM, NINH_BINH)
