"""
Exchange: the glossary and the catalogs in the formats of other programs, and back.

One module a format, listed in :mod:`toolkit.exchange.formats`. What a format cannot say is not put into it: where there
is no place for "to be avoided", a term to be avoided stays at home.
"""
