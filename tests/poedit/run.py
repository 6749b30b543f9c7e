"""
Prove with the real Poedit that our catalogs make no noise: ``make test-poedit``.

A translator opens a catalog, types one sentence, saves. What changed in the file must be that sentence and the three
header lines that Poedit always writes; and a second ``vje extract`` must change nothing. What a translator writes into
Poedit's comment field for ``vje check`` (ignore, omit, with-next) must count, and outlive msgcat and msgmerge.

It needs a Linux with poedit, xvfb, xdotool, xclip, openbox, dbus-x11 and fonts-noto-cjk, and is therefore no part of
``make test``.
"""

from __future__ import annotations

import difflib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parent.parent.parent
ARTICLE = ROOT / "articles" / "2025-12-04-vice-ministers.en.txt"
PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "xdotool", "xclip", "poedit")
SIZE = (1400, 900)
#: Where the rows of the list and the field for the translation lie in a window of that size.
FIRST_ROW, ROW_HEIGHT, FIELD = 105, 25, (500, 830)
#: Where the first entry lies, below the line that offers a dictionary.
FIRST_ENTRY = 165
#: Poedit's settings: no welcome, no questions, rows in the file's order.
SETTINGS = """translator_name=Poedit
translator_email=poedit@localhost.localdomain
last_version=3.2
shown_wx_warning=1
use_tm=0
learning_question_shown=1
sort_errors_first=0
sort_untrans_first=0
"""
#: Header lines that Poedit writes whenever it saves.
OWN = ("PO-Revision-Date", "Last-Translator", "X-Generator")
#: A catalog whose findings a translator has looked at, and what to write into Poedit's comments of its entries.
JUDGED = """msgid ""
msgstr ""
"Language: vi\\n"
"Language-Team: Newsroom\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Source-Language: en\\n"

#. Where: paragraph 1, sentence 1 of 4
msgid "Profit rose 19.7 percent."
msgstr "Lợi nhuận tăng 20%."

#. Where: paragraph 1, sentence 2 of 4
msgid "The firm did not say why."
msgstr ""

#. Where: paragraph 1, sentence 3 of 4
msgid "It employs 300 people."
msgstr "Công ty có 300 lao động ở năm 2024."

#. Where: paragraph 1, sentence 4 of 4
msgid "They work in 12 cities."
msgstr ""
"""
COMMENTS = {
    1: "vje: ignore=number-mismatch because tòa soạn làm tròn số",
    2: "vje: omit",
    3: "vje: with-next\nvje: ignore=number-mismatch because 12 ở bảng kèm theo",
}
#: The row to edit (counted from 1) and what to type, for each language.
TYPED = {"vi": (4, "Hội đàm diễn ra trong không khí cởi mở."), "ja": (5, "会談は率直な雰囲気の中で行われた。")}


class Desktop:
    """A private screen with a window manager and a message bus, gone when the block ends."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.children: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Desktop:
        home = self.folder / "home"
        (home / ".config" / "poedit").mkdir(parents=True)
        (home / ".config" / "poedit" / "config").write_text(SETTINGS, encoding="utf-8")
        run = self.folder / "run"
        run.mkdir(mode=0o700)
        reading, writing = os.pipe()
        screen = f"{SIZE[0]}x{SIZE[1]}x24"
        self.environment = dict(os.environ)
        self.start("Xvfb", "-displayfd", str(writing), "-screen", "0", screen, "-nolisten", "tcp", keep=writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as stream:
            display = stream.readline().decode().strip()
        address = f"unix:path={run}/bus"
        self.environment |= {
            "DISPLAY": f":{display}",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "XDG_DATA_HOME": str(home / ".local" / "share"),
            "XDG_RUNTIME_DIR": str(run),
            "DBUS_SESSION_BUS_ADDRESS": address,
            "LANG": "C.UTF-8",
            "LC_ALL": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
        }
        self.start("dbus-daemon", "--session", f"--address={address}", "--nofork")
        self.start("openbox")
        time.sleep(1)
        return self

    def __exit__(self, *_: object) -> None:
        for child in reversed(self.children):
            child.terminate()
        for child in self.children:
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()

    def start(self, *command: str, keep: int | None = None) -> subprocess.Popen[bytes]:
        """Run a program on this screen until the block ends."""
        child = subprocess.Popen(
            command,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=() if keep is None else (keep,),
        )
        self.children.append(child)
        return child

    def do(self, *command: str, text: str | None = None) -> str:
        """Run a small program to its end; what it printed."""
        given = None if text is None else text.encode()
        # xclip stays behind to serve the clipboard, so its output must not be waited for.
        quiet = command[0] == "xclip"
        done = subprocess.run(
            command,
            env=self.environment,
            input=given,
            stdout=subprocess.DEVNULL if quiet else subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        time.sleep(0.3)
        return (done.stdout or b"").decode()

    def keys(self, *names: str) -> None:
        """Press keys."""
        self.do("xdotool", "key", "--clearmodifiers", *names)

    def click(self, x: int, y: int) -> None:
        """Click at a place of the screen."""
        self.do("xdotool", "mousemove", str(x), str(y), "click", "1")

    @contextmanager
    def opened(self, path: Path) -> Iterator[None]:
        """Poedit with a catalog, which is saved when the block ends."""
        poedit = self.start("poedit", str(path))
        window = ""
        until = time.monotonic() + 60
        while not window and time.monotonic() < until and poedit.poll() is None:
            window = self.do("xdotool", "search", "--onlyvisible", "--name", path.name).partition("\n")[0]
        if not window:
            sys.exit(f"Poedit shows no window for {path.name}")
        self.do("xdotool", "windowsize", window, str(SIZE[0]), str(SIZE[1]), "windowmove", window, "0", "0")
        self.do("xdotool", "windowactivate", "--sync", window)
        time.sleep(2)
        before = path.stat().st_mtime_ns
        yield
        self.keys("ctrl+s")
        until = time.monotonic() + 30
        while path.stat().st_mtime_ns == before and time.monotonic() < until:
            time.sleep(0.2)
        time.sleep(1)
        if shutil.which("import") and os.environ.get("VJE_SHOT"):
            self.do("import", "-window", "root", os.environ["VJE_SHOT"])
        poedit.terminate()
        poedit.wait(10)

    def paste(self, text: str) -> None:
        """Put *text* where the cursor is."""
        self.do("xclip", "-selection", "clipboard", "-i", text=text)
        self.keys("ctrl+v")
        time.sleep(0.7)

    def edit(self, path: Path, row: int, text: str) -> None:
        """Type *text* into a row of a catalog in Poedit, and save."""
        with self.opened(path):
            self.click(300, FIRST_ROW + ROW_HEIGHT * row)
            self.click(*FIELD)
            self.keys("ctrl+a")
            self.paste(text)

    def comment(self, path: Path, comments: Mapping[int, str]) -> None:
        """Give entries (counted from 1) the comment that Poedit's Edit Comment writes, and save."""
        with self.opened(path):
            self.click(300, FIRST_ENTRY)
            self.keys("Home")
            at = 1
            for number, text in comments.items():
                self.keys(*["Down"] * (number - at))
                at = number
                self.keys("ctrl+m")
                time.sleep(1)
                self.keys("ctrl+a")
                self.paste(text)
                self.keys("ctrl+Return")
                time.sleep(1)


def noise(before: str, after: str, text: str) -> list[str]:
    """The changed lines that are neither the sentence that was typed nor one of Poedit's own three."""
    changed = [
        line
        for line in difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
        if line[0] in "+-" and not line.startswith(("+++", "---"))
    ]
    allowed = {'-msgstr ""', f'+msgstr "{text}"'} | {
        line for line in changed for name in OWN if line[1:].startswith(f'"{name}: ')
    }
    if f'+msgstr "{text}"' not in changed:
        return ["the sentence was not saved", *changed]
    return [line for line in changed if line not in allowed]


def extract(folder: Path) -> str:
    """``vje extract`` in the scratch project; what it said."""
    command = [sys.executable, "-m", "toolkit", "extract", "articles/sample.en.txt"]
    return subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout


def check(path: Path) -> list[str]:
    """What ``vje check`` finds in a catalog: lines of its own format, ids and all."""
    command = [sys.executable, "-m", "toolkit", "check", str(path), "--no-curated", "--format", "jsonl"]
    done = subprocess.run(command, cwd=path.parent, check=False, stdout=subprocess.PIPE, text=True)
    return [json.loads(line)["check"] for line in done.stdout.splitlines()]


def silence(folder: Path) -> list[str]:
    """Write the directives into Poedit's own comments, and see that they count afterwards; what went wrong."""
    path = folder / "judged.po"
    path.write_text(JUDGED, encoding="utf-8")
    before = check(path)
    with tempfile.TemporaryDirectory() as scratch, Desktop(Path(scratch)) as desktop:
        desktop.comment(path, COMMENTS)
    after, text = check(path), path.read_text(encoding="utf-8")
    problems = [] if "number-mismatch" in before and "message-untranslated" in before else [f"found before: {before}"]
    problems += [f"still found: {name}" for name in after]
    for comment in COMMENTS.values():
        lines = "".join(f"# {line}\n" for line in comment.split("\n"))
        problems += [] if lines in text else [f"not in the file: {comment!r}"]
    # What Poedit wrote must outlive the programs that merge
    for command in (["msgcat", "--no-wrap", str(path)], ["msgmerge", "--quiet", str(path), str(path), "-o", "-"]):
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
        path.write_bytes(done)
        problems += [f"after {command[0]}: {name}" for name in check(path)]
    return problems


def main() -> int:
    """Edit a catalog in each target language; 0 if nothing but the sentence changed, and comments count."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        print(f"missing: {', '.join(missing)}; see the head of {Path(__file__).name}", file=sys.stderr)
        return 2
    problems = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        shutil.copy(ARTICLE, folder / "articles" / "sample.en.txt")
        # Poedit adds an empty Language-Team where there is none, so the project of a newsroom that has one is taken.
        (folder / "vje.toml").write_text('team = "Newsroom"\n', encoding="utf-8")
        extract(folder)
        for lang, (row, text) in TYPED.items():
            path = folder / "locales" / lang / "LC_MESSAGES" / "sample.po"
            before = path.read_text(encoding="utf-8")
            with tempfile.TemporaryDirectory() as scratch, Desktop(Path(scratch)) as desktop:
                desktop.edit(path, row, text)
            after = path.read_bytes()
            found = noise(before, after.decode("utf-8"), text)
            extract(folder)
            if path.read_bytes() != after:
                lines = difflib.unified_diff(
                    after.decode().splitlines(), path.read_text().splitlines(), lineterm="", n=0
                )
                found += ["a second extract changed the file:", *lines]
            print(f"{lang}: {'ok, one sentence and three header lines' if not found else 'NOISE'}")
            print("".join(f"  {line}\n" for line in found), end="")
            problems += len(found)
        found = silence(folder)
        print(f"directives: {'ok, written in Poedit and obeyed' if not found else 'LOST'}")
        print("".join(f"  {line}\n" for line in found), end="")
        problems += len(found)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
