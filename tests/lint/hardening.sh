#!/bin/sh
# The program that was linked is hardened, whatever the flags said.
#   hardening.sh PRFAQ
# Not asked: the mark of control flow integrity. Our code has the instructions,
# but the linker drops the mark when one archive of the system lacks them.
set -eu
export LC_ALL=C
prfaq=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
readelf -hldW "$prfaq" >"$work/header"
readelf --dyn-syms -W "$prfaq" >"$work/symbols"
status=0

# has FILE PATTERN WORDS: a line of the file matches, else the words are a fault.
has() {
    grep -qE -- "$2" "$work/$1" || {
        echo "$prfaq: $3"
        status=1
    }
}
has header '^ *Type: +DYN ' 'no position-independent executable (-pie)'
has header '^ *INTERP ' 'a library, no executable'
has header '^ *GNU_RELRO ' 'no read-only relocations (-z relro)'
has header 'BIND_NOW|Flags:.* NOW' 'symbols are bound late (-z now)'
has header '^ *GNU_STACK .* RW +' 'the stack can be executed (-z noexecstack)'
has symbols ' __stack_chk_fail(@|$)' 'no stack protector (-fstack-protector-strong)'
has symbols ' __[a-z]+_chk(@|$)' 'no checked functions (-D_FORTIFY_SOURCE)'
exit $status
