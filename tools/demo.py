"""``make demo``: the main job, as a translator would do it, on a sample article in a scratch folder."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEMO = ROOT / "demo"
NAME = "2025-05-31-vietnam-festival"


def vje(*words: str) -> None:
    """Run a command in the scratch folder, showing it as one would type it."""
    print(f"\n$ vje {' '.join(words)}", flush=True)
    subprocess.run([sys.executable, "-m", "toolkit", *words], cwd=DEMO, check=True)


def main() -> None:
    """Extract two catalogs, look a term up, and say what to open."""
    shutil.rmtree(DEMO, ignore_errors=True)
    (DEMO / "articles").mkdir(parents=True)
    source = f"articles/{NAME}.en.txt"
    shutil.copy(ROOT / source, DEMO / source)
    print(f"An English article is in {(DEMO / source).relative_to(ROOT)}; a desk owes it in Vietnamese and Japanese.")
    vje("extract", source, "--to", "vi", "--to", "ja")
    vje("lookup", "Vietnam Festival")
    print("\nWritten:")
    for path in sorted((DEMO / "locales").rglob("*.po*")):
        print(f"  {path.relative_to(ROOT)}")
    catalog = (DEMO / "locales" / "ja" / "LC_MESSAGES" / f"{NAME}.po").relative_to(ROOT)
    print(
        f"""
Translate: open {catalog} in Poedit (File > Open, or: poedit {catalog}).
Each sentence stands on the left; its terms are in "Notes for translators" on the right.
When you have saved it:
  cd {DEMO.name}
  ../.venv/bin/vje check
  ../.venv/bin/vje render {source} --to ja
The same article, translated and reviewed, is in articles/ and locales/."""
    )


if __name__ == "__main__":
    main()
