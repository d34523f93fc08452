#!/bin/sh
# docs/rules.md prints the rules of the program: below its mark, byte for byte.
# UPDATE=1 writes it anew.
#   rules.sh PRFAQ SOURCE
set -eu
prfaq=$1
page=$2/docs/rules.md
mark='<!-- Printed by the program from here on: ./dev rules -->'
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" LC_ALL=C.UTF-8 PRFAQ_LANG=en
unset LANGUAGE XDG_CONFIG_HOME XDG_DATA_HOME
awk -v mark="$mark" '{ print } $0 == mark { exit }' "$page" >"$work/page"
{
    echo
    "$prfaq" rules --docs
} >>"$work/page"
if [ "${UPDATE-}" = 1 ]; then
    cp "$work/page" "$page"
elif ! diff -u "$page" "$work/page"; then
    echo "docs/rules.md is not what the program prints: ./dev rules"
    exit 1
fi
