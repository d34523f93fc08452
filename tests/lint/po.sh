#!/bin/sh
# Translations: their formats fit, and every particle after an argument is a pair
# that src/base/message.c settles. Untranslated messages are shown in English and
# are no fault here; `msgfmt --statistics` counts them.
set -eu
export LC_ALL=C # bytes
root=$(cd "$(dirname "$0")/../.." && pwd)
pairs='은/는|이/가|을/를|과/와|으로/로|아/야|이나/나|이라/라|이에요/예요'
status=0
for file in "$root"/po/*.po; do
    msgfmt -c -o /dev/null "$file" || status=1
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
