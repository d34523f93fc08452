# Functions and constructs that this project does without.
#   awk -f words.awk FILE...

# Only code counts: strings and comments are cut out first.
function code(line) {
    gsub(/\\./, "", line)
    gsub(/"[^"]*"/, "\"\"", line)
    if (in_comment) {
        if (!match(line, /\*\//))
            return ""
        line = substr(line, RSTART + 2)
        in_comment = 0
    }
    gsub(/\/\*[^*]*\*+([^\/*][^*]*\*+)*\//, " ", line)
    if (match(line, /\/\*/)) {
        line = substr(line, 1, RSTART - 1)
        in_comment = 1
    }
    return line
}

function complain(reason) {
    printf "%s:%d: %s\n", FILENAME, FNR, reason
    bad = 1
}

FNR == 1 { in_comment = 0 }

{
    line = code($0)
    if (match(line, /(^|[^A-Za-z0-9_])(strcpy|strcat|sprintf|vsprintf|strncpy|strncat|strtok|atoi|atol|gets|alloca|tmpnam|mktemp|system|popen)[ \t]*\(/))
        complain("banned: " substr(line, RSTART, RLENGTH))
    if ($0 ~ /(TODO|FIXME)/)
        complain("unfinished: " $0)
    if (line ~ /^[ \t]*\/\//)
        complain("a comment begins with /*")
}

END { exit bad }
