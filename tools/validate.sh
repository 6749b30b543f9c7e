#!/usr/bin/env bash
# Ask tools that nobody here wrote about every PO file that the toolkit has written: msgfmt, msgcat, i18nspector.
# usage: tools/validate.sh [FOLDER…]     (default: locales demo)
set -euo pipefail
export LC_ALL=C.UTF-8
[ $# -gt 0 ] || set -- locales demo
bad=0 seen=0
complain() { echo "$1: $2"; bad=$((bad + 1)); }
while IFS= read -r -d '' po; do
    seen=$((seen + 1))
    out=$(msgfmt --check --output-file=/dev/null "$po" 2>&1) || complain "$po" "msgfmt: $out"
    [ -z "$out" ] || complain "$po" "msgfmt: $out"
    msgcat --no-wrap "$po" | cmp -s - "$po" || complain "$po" "not what msgcat --no-wrap writes"
    # A project that nobody has signed may lack these three fields; anything else is a complaint.
    out=$(i18nspector "$po" | grep -vE ': no-(report-msgid-bugs-to|last-translator|language-team)-header-field' || true)
    [ -z "$out" ] || complain "$po" "i18nspector: $out"
done < <(find "$@" \( -name '*.po' -o -name '*.pot' \) -print0)
echo "$seen files, $bad complaints"
[ "$seen" -gt 0 ] && [ "$bad" = 0 ]
