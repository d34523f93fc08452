#!/bin/sh
# Paper as a browser prints it: pages of the right size, each with its number and its
# revision, the labels in the margin, the form on a page of its own.
#   paper.sh PRFAQ EXAMPLES LOCALEDIR
# Skipped where no Chromium is, or nothing that reads PDF.
set -eu
prfaq=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
examples=$2
export PRFAQ_LOCALEDIR=$3 LC_ALL=C.UTF-8
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || exit 77
command -v pdftotext >/dev/null && command -v pdfinfo >/dev/null || exit 77
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work"
cp "$examples/lantern.md" "$work/lantern.md"
cat >"$work/korean.md" <<'MD'
---
template: prfaq
lang: ko
title: 새벽 밀가루
---

## 문제
<!-- prfaq-id: problem -->

빵집 주인은 새벽 다섯 시에 제분소 네 곳에 전화합니다.

- 받지 않습니다.
- 기다립니다.
MD
cd "$work"
git init -q -b main .
git config user.name "Mina Park"
git config user.email mina@example.com
"$prfaq" save lantern -q
status=0

print_page() { # NAME ARGUMENTS...
    name=$1
    shift
    "$prfaq" "$@" -o "$name.html" -q
    timeout 100 "$browser" --headless --no-sandbox --disable-gpu --no-pdf-header-footer \
        --user-data-dir="$work/browser" --print-to-pdf="$name.pdf" "file://$work/$name.html" \
        >/dev/null 2>&1 || exit 77 # it cannot run here
    pdftotext -layout "$name.pdf" "$name.txt"
}
size() { # NAME WIDTH HEIGHT: in points
    pdfinfo "$1.pdf" | grep -q "Page size: *$2[0-9.]* x $3" || {
        echo "$1: $(pdfinfo "$1.pdf" | grep 'Page size')"
        status=1
    }
}
holds() { # NAME WORDS
    grep -q -- "$2" "$1.txt" || {
        echo "$1 does not hold: $2"
        status=1
    }
}

print_page reading print lantern
size reading 59 84
pages=$(pdfinfo reading.pdf | sed -n 's/^Pages: *//p')
[ "$pages" -ge 4 ] || { echo "only $pages pages"; status=1; }
for page in 1 "$pages"; do
    pdftotext -layout -f "$page" -l "$page" reading.pdf page.txt
    grep -q "$page */ *$pages" page.txt || { echo "page $page has no number"; status=1; }
    grep -q "Lantern: flour by text message. Revision 1, " page.txt || { echo "page $page does not say of what it is"; status=1; }
done
holds reading "Problem 1"
holds reading "External FAQ 1"
# The form stands alone on the last page.
pdftotext -layout -f "$pages" -l "$pages" reading.pdf page.txt
grep -q "Hand this page back" page.txt && ! grep -q "Evidence 1" page.txt ||
    { echo "the form does not stand alone"; status=1; }
print_page letter print lantern --paper letter
size letter 612 792
print_page sheets print lantern --sheets
holds sheets "Who is the customer"
holds sheets "Answer alone"
holds sheets "Lantern: flour by text message. Revision 1, "
print_page korean --lang ko print korean.md
holds korean "문제 2"
holds korean "이 쪽을 돌려주세요"
holds korean "아직 판에 없는 글"
print_page korean-sheets --lang ko print korean.md --sheets
holds korean-sheets "고객은 누구입니까"
exit $status
