#!/bin/sh
# Includes point down only; and the check that says so can be trusted.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# It must catch a planted violation of each kind, and only that.
mkdir -p "$work/src/text" "$work/src/ui"
plant() {
    printf '%s\n' "$2" >"$work/src/$1"
    if awk -f "$here/layers.awk" "$work/src/$1" >"$work/said"; then
        echo "layers.awk let pass, in src/$1: $2"
        exit 1
    fi
    rm "$work/src/$1"
}
plant text/up.c '#include "doc/document.h"'
plant text/library.c '#include <git2.h>'
plant text/roomless.c '#include "text.h"'
plant ui/terminal.c '#include "term/term.h"'
printf '#include <stdio.h>\n#include "term/screen.h"\n#include "doc/part.h"\n' \
    >"$work/src/ui/fine.c"
awk -f "$here/layers.awk" "$work/src/ui/fine.c"

find "$root/src" -name '*.[ch]' ! -name embed.c -exec awk -f "$here/layers.awk" {} +
