"""
Emphasis in Markdown that is emphasis to every reader.

Between letters an underscore is a letter, and asterisks beside a bracket are text: CommonMark was made for words with
spaces between them. So a translation gets asterisks for underscores, its brackets stand outside of the bold type, and
where nothing else is left to make bold it gets elements.
"""

from __future__ import annotations

from toolkit.readers.emphasis import holds, is_mark

#: Mark -> the element that says the same.
_ELEMENTS = {"*": "em", "_": "em", "**": "strong", "__": "strong", "~~": "del"}

_BRACKETS = frozenset("「」 『』 （） () 【】 《》 〈〉 ［］ “” ‘’ «» \"\" ''".split())


def leaning(parts: list[tuple[str, str]], before: str = "", after: str = "") -> str:
    """
    A line of Markdown with each pair of marks put so that it is one.

    Args:
        parts: Texts as they will stand in the file, each with what it is: ``""`` text, ``"<"`` a mark that opens,
            ``">"`` one that closes.
        before: The character before the first.
        after: The character behind the last.

    >>> leaning([("**", "<"), ("「東京」", ""), ("**", ">"), ("は", "")])
    '「**東京**」は'
    >>> leaning([("*", "<"), ("**", "<"), ("「両方」", ""), ("**", ">"), ("*", ">"), ("だ", "")])
    '「***両方***」だ'
    >>> leaning([("今は", ""), ("_", "<"), ("東京", ""), ("_", ">"), ("です", "")])
    '今は*東京*です'
    >>> leaning([("A", ""), ("**", "<"), ("？！", ""), ("**", ">"), ("B", "")])
    'A<strong>？！</strong>B'
    """
    line = [before, ""]  # between the parts are places for what goes out of a pair
    waiting: list[int] = []
    pairs: list[tuple[int, int]] = []
    for text, kind in parts:
        at = len(line)
        line += [text, ""]
        if kind == "<":
            waiting.append(at)
        elif kind == ">" and waiting and line[waiting[-1]] == text in _ELEMENTS:
            pairs.append((waiting.pop(), at))
    line.append(after)
    marks = {at for pair in pairs for at in pair}
    for first, last in pairs:  # the inner ones first
        _lean(line, first, last, marks)
    return "".join(line[1:-1])


def _lean(line: list[str], first: int, last: int, marks: set[int]) -> None:
    """Put one pair right."""
    mark, came = line[first], line[first - 1 : last + 2]
    if mark[0] == "_" and not (_opens(line, first) and _closes(line, last)):
        mark = mark.replace("_", "*")
        line[first] = line[last] = mark
    while _moved(line, first, last, marks):
        pass
    if not "".join(line[first + 1 : last]).strip() or not (_opens(line, first) and _closes(line, last)):
        line[first - 1 : last + 2] = came
        line[first], line[last] = f"<{_ELEMENTS[mark]}>", f"</{_ELEMENTS[mark]}>"


def _moved(line: list[str], first: int, last: int, marks: set[int]) -> bool:
    """Take a sign that keeps a pair from leaning out of it, a bracket with its other half; whether there was one."""
    inside = [at for at in range(first + 1, last) if line[at]]
    if not inside:
        return False
    begins, ends = line[inside[0]], line[inside[-1]]
    opens, closes = _opens(line, first), _closes(line, last)
    both = begins[0] + ends[-1] in _BRACKETS and not (opens and closes) and (len(inside) > 1 or len(begins) > 2)
    left = inside[0] not in marks and is_mark(begins[0]) and (both or not opens)
    right = inside[-1] not in marks and is_mark(ends[-1]) and (both or not closes)
    if left:
        size = 2 if begins[0] == "\\" else 1
        line[first - 1] += begins[:size]
        line[inside[0]] = begins[size:]
    if right and (ends := line[inside[-1]]):
        size = 2 if ends[-2:-1] == "\\" else 1
        line[last + 1] = ends[-size:] + line[last + 1]
        line[inside[-1]] = ends[:-size]
    return left or right


def _opens(line: list[str], at: int) -> bool:
    char = line[at][0]
    return holds(char, "".join(line[:at]).rstrip(char)[-1:], "".join(line[at + 1 :]).lstrip(char)[:1], opens=True)


def _closes(line: list[str], at: int) -> bool:
    char = line[at][0]
    return holds(char, "".join(line[:at]).rstrip(char)[-1:], "".join(line[at + 1 :]).lstrip(char)[:1], opens=False)
