#!/bin/sh
# Manual, help and completion are in step with the table of commands.
#   manual.sh PRFAQ SOURCE
set -eu
prfaq=$1
root=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work" LC_ALL=C.UTF-8 PRFAQ_LANG=en
unset LANGUAGE XDG_CONFIG_HOME XDG_DATA_HOME
status=0
complain() {
    echo "$*"
    status=1
}

"$prfaq" completion bash --words -- "" | cut -f1 | sort >"$work/offered"
sed -n "/^manual_commands/,/^]/s/^ *'\(.*\)',/\1/p" "$root/docs/meson.build" |
    sort >"$work/listed"
# Screens have no page of their own when they are not in the table.
diff "$work/offered" "$work/listed" ||
    complain "docs/meson.build does not list the commands of the program"

while read -r name; do
    "$prfaq" help --all | grep -q "^  $name " || complain "$name is not in help --all"
    "$prfaq" "$name" --help >"$work/help" || complain "$name has no help"
    [ "$(wc -L <"$work/help")" -le 80 ] ||
        complain "help of $name is wider than 80"
    "$prfaq" help --man "$name" >"$work/page"
    sed -n 's/^ *\(-., \)\?--\([a-z-]*\).*/\2/p' "$work/help" | while read -r option; do
        grep -q -- "$(printf '%s' "$option" | sed 's/-/\\\\-/g')" "$work/page" ||
            echo "--$option of $name is not in its page"
        "$prfaq" completion bash --words -- "$name" "--$option" | grep -q "^--$option" ||
            echo "--$option of $name is not completed"
    done >"$work/missing"
    [ ! -s "$work/missing" ] || complain "$(cat "$work/missing")"
    if command -v mandoc >/dev/null; then
        mandoc -Tlint -Wwarning <"$work/page" || complain "page of $name"
    fi
done <"$work/offered"

for page in "" keys settings rule-catalogue review-files; do
    "$prfaq" help --man $page >"$work/page"
    if command -v mandoc >/dev/null; then
        mandoc -Tlint -Werror <"$work/page" || complain "page $page"
    fi
done
for shell in bash zsh fish; do
    "$prfaq" completion $shell >"$work/script"
    if command -v $shell >/dev/null; then
        $shell -n "$work/script" || complain "completion for $shell"
    fi
done
exit $status
