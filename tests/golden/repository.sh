# What the cases of real repositories share. Sourced by their `cmd`.
# shellcheck shell=bash
export GIT_AUTHOR_DATE="2027-03-02T09:41:00+0900" GIT_COMMITTER_DATE="2027-03-02T09:41:00+0900"
git config --global user.name Tester
git config --global user.email t@example.com
git config --global init.defaultBranch main
git config --global protocol.file.allow always
git config --global advice.detachedHead false
git config --global advice.mergeConflict false

# A small document on standard output.
document() {
    cat <<'MD'
---
template: prfaq
---

# Lantern

## Problem

Every evening a baker calls four mills.

## Solution

Lantern asks all mills at once.
MD
}

# upstream FOLDER: a repository with three revisions of lantern.md.
upstream() {
    git init -q "$1"
    (
        cd "$1" || exit
        git config uploadpack.allowFilter true
        document >lantern.md
        git add . && git commit -qm "One"
        sed -i 's/four mills/five mills/' lantern.md
        git commit -qam "Two"
        sed -i 's/asks all mills/asks all of them/' lantern.md
        git commit -qam "Three"
    )
}

# What git says of the place: nothing but what others have staged and changed.
as_git_sees_it() {
    echo "# as git sees it"
    git status --short
    git log -"${1-4}" --format=%s
    git fsck --strict --no-dangling 2>&1 | grep -v '^notice: '
}

# life DOC: everything a document goes through, beside work of somebody else that is
# staged and must stay so.
life() {
    echo "staged by somebody" >staged.txt
    git add staged.txt
    t prfaq log "$1"
    printf 'Millers answer by return.\n' >>"$1.md"
    t prfaq save "$1" -m "Who answers"
    t prfaq diff "$1"
    t prfaq ask "$1" --quote "by return" "How fast is that?"
    t prfaq name "$1" 1 "First shown"
    t prfaq review "$1" --since 1
    t prfaq restore "$1" 1
    t prfaq log "$1"
    t prfaq questions "$1"
    as_git_sees_it
}
