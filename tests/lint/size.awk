# Functions of at most 60 lines, files of at most 600.
#   awk -f size.awk FILE...
# A function begins with "{" in the first column and ends with "}" there. One flat
# switch may be longer.

FNR == 1 {
    if (previous && lines > 600) {
        printf "%s: %d lines\n", previous, lines
        bad = 1
    }
    previous = FILENAME
    start = 0
}

{ lines = FNR }

/^\{$/ { start = FNR; flat = 0 }
/^[ \t]+switch \(/ && start { flat++ }
/^\}$/ && start {
    if (FNR - start - 1 > 60 && !flat) {
        printf "%s:%d: a function of %d lines\n", FILENAME, start, FNR - start - 1
        bad = 1
    }
    start = 0
}

END {
    if (lines > 600) {
        printf "%s: %d lines\n", previous, lines
        bad = 1
    }
    exit bad
}
