#!/bin/bash
# Run one case of the command line and compare what it says.
#   run.sh PRFAQ LOCALEDIR CASE
# CASE is a folder with the script `cmd`, the text `expected`, and files the script
# finds beside it. UPDATE=1 writes `expected` anew: read the difference before you
# commit it. The place, the clock and the settings are the same for everybody.
set -u
prfaq=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
case_folder=$(cd "$3" && pwd) || exit 1
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) || exit 1
work=$(cd "$work" && pwd -P)
trap 'rm -rf "$work"' EXIT

mkdir "$work/home" "$work/bin" "$work/case"
ln -s "$prfaq" "$work/bin/prfaq"
cp -R "$case_folder/." "$work/case"
rm -f "$work/case/cmd" "$work/case/expected"
for variable in $(env | sed -n 's/^\(PRFAQ_[A-Z_]*\|GIT_[A-Z_]*\|XDG_[A-Z_]*\|LC_[A-Z_]*\)=.*/\1/p'); do
    unset "$variable"
done
unset LANG LANGUAGE NO_COLOR FORCE_COLOR CLICOLOR_FORCE COLUMNS EMAIL
export HOME=$work/home TZ=UTC LC_ALL=C.UTF-8 TERM=dumb PATH=$work/bin:$PATH
export PRFAQ_NOW=2027-03-02T09:41:00+09:00 PRFAQ_LOCALEDIR=$2 GIT_CONFIG_NOSYSTEM=1
export TMPDIR=$work
# libgit2 1.5.1 forgets what a regular expression needed, in reading settings
# (libgit2 #6382): the leak sanitizer is told so.
printf 'leak:pcre2_match\nleak:pcre2_memctl_malloc\n' >"$work/home/.leaks"
export LSAN_OPTIONS=suppressions=$work/home/.leaks:print_suppressions=0

# t COMMAND...: the command, what it says, and its exit code when it is not 0.
t() {
    local status=0
    printf '$ %s\n' "$*"
    "$@" </dev/null || status=$?
    [ $status -eq 0 ] || printf '[%d]\n' $status
    return 0
}

# Debian's own: it is the one that has python3-jsonschema.
python=/usr/bin/python3
[ -x "$python" ] || python=python3

# schema NAME [FILE]: is standard input valid JSON of docs/schema/NAME-1.json?
schema() {
    "$python" - "${2-$root/docs/schema/$1-1.json}" "$1" <(cat) <<'PYTHON'
import json, sys
value = json.load(open(sys.argv[3], encoding="utf-8"))
try:
    import jsonschema
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    schema.pop("$id", None)  # a name, no address that "$ref" could go to
    jsonschema.Draft7Validator.check_schema(schema)
    for error in jsonschema.Draft7Validator(schema).iter_errors(value):
        print("schema:", list(error.path), error.message)
except ImportError:
    pass
print(sys.argv[2] + ": read as JSON")
PYTHON
}

sarif() {
    schema sarif "$root/tests/schema/sarif-2.1.0.json"
}

# skip: this case cannot be run here; the harness is told so.
skip() { exit 77; }

(
    cd "$work/case" || exit 1
    # shellcheck source=/dev/null
    . "$case_folder/cmd"
) >"$work/said" 2>&1
[ $? -ne 77 ] || exit 77
chmod -R u+w "$work/case"
sed -e "s|$work/case|CASE|g" -e "s|$work|WORK|g" "$work/said" >"$work/actual"

if [ "${UPDATE-}" = 1 ]; then
    cp "$work/actual" "$case_folder/expected"
elif ! diff -u "$case_folder/expected" "$work/actual"; then
    echo "$(basename "$case_folder"): differs; UPDATE=1 accepts it"
    exit 1
fi
