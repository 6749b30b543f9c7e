"""What a start costs: ``import toolkit``, a look-up cold and warm, beside ``import click``, whole processes."""

from __future__ import annotations

from clock import HEAD, Line, cost, cpu, python

from toolkit import Glossary

ROUNDS = 9
NAMES = ["Huế", "Thanh Hoa", "広島県", "Foreign Ministry", "ひろしま"]


def measure() -> list[Line]:
    """The lines of the table."""
    click = cost(*python("-c", "import click"), rounds=ROUNDS)
    bare = cost(*python("-c", "pass"), rounds=ROUNDS)
    ours = cost(*python("-c", "import toolkit"), rounds=ROUNDS)
    extra = max(ours - bare, 0)
    cost(*python("-m", "toolkit", "lookup", "Huế"), rounds=1)
    cold = cost(*python("-m", "toolkit", "lookup", "Huế"), rounds=ROUNDS)
    glossary = Glossary.load()
    for _ in range(10):  # after twenty questions it makes a dictionary
        for name in NAMES:
            glossary.lookup(name)
    warm = cpu(lambda: [glossary.lookup(name) for _ in range(200) for name in NAMES]) / 1000
    return [
        Line("import toolkit, beyond a bare Python", f"{1000 * extra:.0f} ms", "budget", "20 ms", extra / 0.02, "≤ 1"),
        Line(
            "vje lookup, cold", f"{1000 * cold:.0f} ms", "import click", f"{1000 * click:.0f} ms", cold / click, "≤ 1.5"
        ),
        Line("lookup, warm", f"{1e6 * warm:.0f} µs a name"),
    ]


if __name__ == "__main__":
    print(HEAD, *(line.row for line in measure()), sep="\n")
