#!/bin/sh
# Translations: their formats fit, and every particle after an argument is a pair
# that src/base/message.c settles. What the sources say is all in the catalogue of
# each language, and the catalogue has nothing else.
set -eu
export LC_ALL=C # bytes
root=$(cd "$(dirname "$0")/../.." && pwd)
pairs='은/는|이/가|을/를|과/와|으로/로|아/야|이나/나|이라/라|이에요/예요'
status=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$root"
grep -rlE '(^|[^A-Za-z0-9_])(_|N_|C_|ngettext)\("' src --include='*.c' | sort >"$work/says"
sort po/POTFILES >"$work/listed"
if ! diff "$work/says" "$work/listed" >"$work/diff"; then
    echo "po/POTFILES: < is missing, > says nothing" >&2
    cat "$work/diff" >&2
    status=1
fi
xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 \
    --keyword=ngettext:1,2 --files-from=po/POTFILES --output="$work/pot"

for file in "$root"/po/*.po; do
    msgfmt -c -o /dev/null "$file" || status=1
    msgcmp "$file" "$work/pot" >"$work/cmp" 2>&1 || {
        echo "$file: not translated" >&2
        grep -v 'found 1 fatal' "$work/cmp" >&2
        status=1
    }
    msgmerge -q --no-fuzzy-matching -o "$work/merged" "$file" "$work/pot"
    if grep '^#~ msgid' "$work/merged"; then
        echo "$file: nothing says this any more" >&2
        status=1
    fi
    if grep -v '^#' "$file" | grep -nE '\{[^}]*[^ -~][^}]*\}' |
        grep -vE "\{($pairs)\}"; then
        echo "$file: a pair of particles that is not known" >&2
        status=1
    fi
    if grep -nE '%[0-9$.*]*[sd]("|\\"|”)?(은|는|이|가|을|를|와|과|로|으로)( |$|\.|,|")' \
        "$file"; then
        echo "$file: a particle that does not follow its argument" >&2
        status=1
    fi
done
exit $status
