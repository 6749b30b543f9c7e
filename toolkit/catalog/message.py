"""One entry of a catalog: a sentence, its translation, and what people and programs said about them."""

from __future__ import annotations

from toolkit.value import dataclass


@dataclass(slots=True)
class Message:
    """
    One entry of a PO file.

    The only type of the house that can be changed in place: a catalog is a document, and people fill it in.

    Attributes:
        msgid: The source, NFC.
        msgstr: The translation, empty where there is none yet.
        msgctxt: What tells two equal sources apart; None as a rule, since a context that changes loses a translation.
        fuzzy: Whether somebody has to look at the translation before it counts.
        flags: The other workflow flags, as they stand in ``#,``.
        obsolete: Whether the article no longer holds the source; kept because it may return.
        previous: The source that a fuzzy translation was made for (``#| msgid``), None where there is none.
        comments: Translator comments (``# ``), a line each; suppressions and ``vje: omit`` live here.
        notes: What the toolkit tells the translator (``#. ``), a line each: written anew by each extraction.
        references: Where the source stands: ``articles/x.txt:7``.
        line: Line of ``msgid`` in the file, counted from 1; 0 for an entry that no file holds yet.
        plural: ``msgid_plural``, None in every catalog of ours: prose has none.
        plurals: ``msgstr[0]``, ``msgstr[1]`` …
        previous_context: ``#| msgctxt``, as other tools write it.
        previous_plural: ``#| msgid_plural``.
        sticky: ``#=`` lines of newer gettext versions, without the mark.

    >>> Message("Hello.", "Xin chào.", fuzzy=True).translated
    False
    """

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    fuzzy: bool = False
    flags: tuple[str, ...] = ()
    obsolete: bool = False
    previous: str | None = None
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    line: int = 0
    plural: str | None = None
    plurals: tuple[str, ...] = ()
    previous_context: str | None = None
    previous_plural: str | None = None
    sticky: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str | None, str]:
        """What may occur only once in a catalog: context and source."""
        return self.msgctxt, self.msgid

    @property
    def filled(self) -> bool:
        """Whether anything at all stands in the translation, fuzzy or not."""
        return bool(self.msgstr) or any(self.plurals)

    @property
    def translated(self) -> bool:
        """Whether the translation counts: complete, and nobody asked to look at it again."""
        return not self.fuzzy and (all(self.plurals) if self.plurals else bool(self.msgstr))

    @property
    def directives(self) -> frozenset[str]:
        """
        What the translator decided for this entry, the words after ``vje:`` in a comment: ``omit``, ``with-next``.

        >>> sorted(Message("A.", comments=("vje: with-next", "hay lắm")).directives)
        ['with-next']
        """
        return frozenset(
            word
            for comment in self.comments
            if comment.strip().startswith("vje:")
            for word in comment.strip().removeprefix("vje:").split()
            if word in ("omit", "with-next")
        )
