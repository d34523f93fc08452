#!/bin/sh
# What ./dev format would change.
set -eu
cd "$(dirname "$0")/../.."
command -v clang-format >/dev/null || exit 77
find src tests -name '*.[ch]' -exec clang-format --dry-run -Werror {} +
