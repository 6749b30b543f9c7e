#!/usr/bin/env bash
# Ask tools that nobody here wrote about every PO file that the toolkit has written: msgfmt, msgcat, i18nspector.
# usage: tools/validate.sh [FOLDER…]     (default: locales demo toolkit/ui/locales)
set -euo pipefail
export LC_ALL=C.UTF-8
[ $# -gt 0 ] || set -- locales demo toolkit/ui/locales
bad=0 seen=0
complain() { echo "$1: $2"; bad=$((bad + 1)); }
while IFS= read -r -d '' po; do
    seen=$((seen + 1))
    # A project that nobody has signed may lack three fields (docs/adr/0006): an invented person would be worse.
    # A template has no language yet, so only its formats are asked about.
    how=--check
    [[ $po == *.pot ]] && how=--check-format
    out=$(msgfmt $how --output-file=/dev/null "$po" 2>&1 | grep -vE "header field '(Last-Translator|Language-Team)' missing" || true)
    [ -z "$out" ] || complain "$po" "msgfmt: $out"
    msgcat --no-wrap "$po" | cmp -s - "$po" || complain "$po" "not what msgcat --no-wrap writes"
    out=$(i18nspector "$po" | grep -vE ': no-(report-msgid-bugs-to|last-translator|language-team)-header-field' || true)
    [ -z "$out" ] || complain "$po" "i18nspector: $out"
done < <(find "$@" \( -name '*.po' -o -name '*.pot' \) -print0)
echo "$seen files, $bad complaints"
[ "$seen" -gt 0 ] && [ "$bad" = 0 ]
