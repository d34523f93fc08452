#!/bin/sh
# Every header compiles alone.    headers.sh CC
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root/src"
bad=0
for header in */*.h; do
    if ! "$@" -std=c11 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 -Wall -Wextra \
        -Wpedantic -Werror -I. -fsyntax-only -x c "$header"; then
        bad=1
    fi
done
exit $bad
