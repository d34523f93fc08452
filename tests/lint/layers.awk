# Which room may include which: the table of docs/architecture.md, section 2.
#   awk -f layers.awk FILE...      FILE is a path that ends in src/ROOM/NAME
# Prints "FILE:LINE: reason" for every include that goes the wrong way, ends 1.

BEGIN {
    may["base"] = "base"
    may["text"] = "text base"
    may["doc"] = "doc text base"
    may["check"] = "check doc text base"
    may["diff"] = "diff doc text base"
    may["review"] = "review diff doc text base"
    may["render"] = "render diff review doc text base"
    may["repo"] = "repo doc base"
    may["store"] = "store doc base"
    may["term"] = "term base"
    may["lsp"] = "lsp check doc text base"
    may["ui"] = "ui check diff review render doc text base term/screen.h term/key.h"
    may["app"] = "app ui lsp check diff review render doc text base repo store term"
    may["."] = "app"

    # A library's header belongs to one place.
    only["curses.h"] = "^term/(term|canvas)\\.c$"
    only["ncurses.h"] = "^term/(term|canvas)\\.c$"
    only["term.h"] = "^term/(term|canvas)\\.c$"
    only["git2.h"] = "^repo/"
    only["zlib.h"] = "^repo/|^base/hash"
    only["cmark.h"] = "^(doc/markdown(_same)?|render/markup)\\.[ch]$"
    only["yaml.h"] = "^doc/frontmatter\\.c$"
    only["jansson.h"] = "(^lsp/|^review/thread(_[a-z]+)?\\.c$|json(_[a-z]+)?\\.[ch]$)"
    only["mbedtls/sha256.h"] = "^base/hash\\.c$"
    unicode = "^(unicase|unictype|unigbrk|unilbrk|uninorm|unistr|uniwbrk|unitypes)\\.h$"
}

function complain(reason) {
    printf "%s:%d: %s\n", FILENAME, FNR, reason
    bad = 1
}

FNR == 1 {
    path = FILENAME
    sub(/^(.*\/)?src\//, "", path)
    room = path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "."
    if (!(room in may))
        complain("the room " room " is not in the table")
}

/^#[ \t]*include[ \t]*"/ {
    split($0, words, "\"")
    target = words[2]
    to = substr(target, 1, index(target, "/") - 1)
    if (target !~ /\//)
        complain("\"" target "\" does not name its room")
    else if (index(" " may[room] " ", " " to " ") == 0 &&
             index(" " may[room] " ", " " target " ") == 0)
        complain(room " may not include " target)
}

/^#[ \t]*include[ \t]*</ {
    header = $0
    sub(/^[^<]*</, "", header)
    sub(/>.*$/, "", header)
    if (header in only && path !~ only[header])
        complain("<" header "> is for " only[header])
    if (header ~ unicode && path != "base/unicode.c")
        complain("<" header "> is for base/unicode.c")
}

END { exit bad }
