"""What the benchmarks measure with: CPU seconds, medians, one process at a time; and the lines of their table."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
#: The surroundings of a measured process: its bytecode is kept, as that of an installed program is.
BYTECODE = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPYCACHEPREFIX": str(Path(tempfile.gettempdir(), "vje-benchmarks-bytecode")),
}


@dataclass(frozen=True)
class Line:
    """
    One line of the table.

    Attributes:
        what: What was done.
        ours: CPU seconds, or a rate, with its unit.
        peer: Who did the same in the same run.
        theirs: What it took them.
        ratio: Ours by theirs.
        target: The bound that was set, ``≤ 0.5`` or ``≥ 0.3``; empty where there is none.
    """

    what: str
    ours: str
    peer: str = "–"
    theirs: str = "–"
    ratio: float | None = None
    target: str = ""

    @property
    def row(self) -> str:
        """The line as Markdown."""
        ratio = f"{self.ratio:.2f}" if self.ratio is not None else "–"
        return f"| {self.what} | {self.ours} | {self.peer} | {self.theirs} | {ratio} | {self.target} | {self.verdict} |"

    @property
    def verdict(self) -> str:
        """Whether the target is met."""
        if not self.target or self.ratio is None:
            return ""
        sign, bound = self.target.split()
        met = self.ratio <= float(bound) if sign == "≤" else self.ratio >= float(bound)
        return "yes" if met else "no"


HEAD = "| what | ours | peer | theirs | ratio | target | met |\n| --- | --- | --- | --- | --- | --- | --- |"


def cpu(function: Callable[[], object], rounds: int = 3) -> float:
    """CPU seconds of a call in this process, the median of some rounds."""
    taken = []
    for _ in range(rounds):
        start = time.process_time()
        kept = function()
        taken.append(time.process_time() - start)
        del kept
    return statistics.median(taken)


def cost(*command: str, rounds: int = 3) -> float:
    """CPU seconds of a whole process and its children, its start included; the median of some rounds after a first."""
    if rounds > 1:
        _once(command)
    return statistics.median(_once(command)[0] for _ in range(rounds))


def _once(command: tuple[str, ...]) -> tuple[float, int]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, env=BYTECODE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss


def machine() -> str:
    """Processor, cores, memory, system and Python: what the figures hold for."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [
            line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        model = names[0] if names else model
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{model}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} at the start"
    )


def python(*words: str) -> tuple[str, ...]:
    """A command that runs this Python."""
    return (sys.executable, *words)
