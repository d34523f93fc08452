#!/bin/sh
# Words and sizes of the C files.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf 'void f(char *a)\n{\n    strcpy(a, "strcat(");\n}\n' >"$work/bad.c"
! awk -f "$here/words.awk" "$work/bad.c" >"$work/said"
grep -q 'bad.c:3: banned:.*strcpy' "$work/said"
printf 'const char *s = "strcpy(a, b)"; /* strcpy(a) */\n' >"$work/good.c"
awk -f "$here/words.awk" "$work/good.c"

status=0
find "$root/src" -name '*.[ch]' -exec awk -f "$here/words.awk" {} + ||
    status=1
find "$root/src" -name '*.[ch]' -exec awk -f "$here/size.awk" {} + || status=1
exit $status
