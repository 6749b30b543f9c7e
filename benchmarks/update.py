"""
What an update costs, beside GNU msgmerge: one long article, a twentieth of its sentences edited.

Run by hand: ``python benchmarks/update.py [ENTRIES]`` (needs gettext). Both programs start cold, read the same old
catalog and the same new one, and write the result; what is counted is the CPU time of the whole process. The sentences
consist of made-up words with a fixed seed, some frequent and most of them rare, as in any language.

One edit in ten puts another sentence in place of the old one, as editors do. Those are what msgmerge spends its time
on, since it then compares the new sentence with every old one; without them the two are close.
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from itertools import accumulate
from pathlib import Path

SHARE = 20
HEADER = (
    'msgid ""\nmsgstr ""\n"Language: vi\\n"\n'
    '"Content-Type: text/plain; charset=UTF-8\\n"\n"X-Source-Language: en\\n"\n\n'
)
#: Made-up words, the n-th one n times rarer than the first: as in any language.
VOCABULARY = 8000
OURS = """
import sys
from toolkit import Catalog
catalog = Catalog.load(sys.argv[1])
catalog.update(Catalog.load(sys.argv[2]))
catalog.save()
"""


class Writer:
    """Writes sentences that nobody has written, always the same ones."""

    def __init__(self) -> None:
        self.pick = random.Random(6)
        letters = "bcdfghklmnprstvaeiou"
        self.words = ["".join(self.pick.choices(letters, k=self.pick.randint(2, 9))) for _ in range(VOCABULARY)]
        self.weights = list(accumulate(1 / (place + 1) for place in range(VOCABULARY)))

    def sentence(self) -> str:
        """Words as frequent as words are, and a figure."""
        text = " ".join(self.pick.choices(self.words, cum_weights=self.weights, k=self.pick.randint(12, 35)))
        return f"{text.capitalize()} {self.pick.randint(2, 9999)} people."

    def edited(self, text: str) -> str:
        """A figure, a comma, a negation, a word, an addition; one time in ten, another sentence in its place."""
        how = self.pick.randrange(10)
        if how == 9:
            return self.sentence()
        words = text.split()
        place = self.pick.randrange(1, len(words) - 2)
        if how % 5 == 0:
            words[-2] = str(self.pick.randint(2, 9999))
        elif how % 5 == 1:
            words[place] += ","
        elif how % 5 == 2:
            words.insert(place, "not")
        elif how % 5 == 3:
            words[place] = self.pick.choice(self.words)
        else:
            words[-1] = "people on Friday."
        return " ".join(words)


def write(path: Path, sentences: list[str], *, translated: bool) -> None:
    """A catalog of these sentences."""
    rows = [HEADER]
    for number, text in enumerate(sentences, 1):
        target = f"Câu số {number}: {text}" if translated else ""
        rows.append(f'#. Where: paragraph {number}\n#: articles/a.txt:{number}\nmsgid "{text}"\nmsgstr "{target}"\n\n')
    path.write_text("".join(rows), encoding="utf-8")


def cost(*command: str) -> float:
    """CPU seconds of a process, its start included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(entries: int = 8000) -> None:
    """Measure both, three times ours and once msgmerge, and print the best."""
    writer = Writer()
    old = list(dict.fromkeys(writer.sentence() for _ in range(entries)))
    new = list(old)
    for number in writer.pick.sample(range(len(new)), len(new) // SHARE):
        new[number] = writer.edited(new[number])
    new = list(dict.fromkeys(new))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "new.po", new, translated=False)
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(3):
            write(folder / "old.po", old, translated=True)
            if not theirs:  # twenty seconds, and ten times that when the catalog is three times as long
                merge = ("msgmerge", "--no-wrap", "-q", "-o", f"{name}/m.po", f"{name}/old.po", f"{name}/new.po")
                theirs.append(cost(*merge))
            ours.append(cost(sys.executable, "-c", OURS, f"{name}/old.po", f"{name}/new.po"))
        from toolkit import Catalog  # noqa: PLC0415 - the measured processes import it themselves

        merged = Catalog.load(folder / "m.po")
        mine = Catalog.load(folder / "old.po")
        print(f"{len(old):,} entries, {len(old) // SHARE:,} edited; CPU seconds")
        for label, seconds, catalog in (("msgmerge", min(theirs), merged), ("vje", min(ours), mine)):
            state = Counter(
                "translated" if m.translated else "fuzzy" if m.filled else "empty or suggested" for m in catalog
            )
            print(f"  {label:<9} {seconds:6.2f}   {dict(state)}")
        print(f"  ratio     1/{min(theirs) / min(ours):.1f}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
