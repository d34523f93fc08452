#include "app/git_drivers.h"

#include <stdio.h>
#include <string.h>

#include "app/helper.h"
#include "app/service.h"
#include "app/three_texts.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"
#include "diff/conflict_marks.h"
#include "diff/sentence_lines.h"

enum { GIT_MS = 60000 };

static DocumentRef ref_of(Str path)
{
    return (DocumentRef){.path = path, .relative = path, .name = path};
}

/* A version of a file; "/dev/null" is one that is not there. */
static bool read_version(const char *file, Arena *arena, Str *out, Error *err)
{
    StrBuf bytes = {0};
    bool ok = strcmp(file, "/dev/null") == 0 || file_read(file, FILE_MAX, &bytes, err);

    *out = arena_str(arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok;
}

static bool is_text(Str bytes)
{
    size_t offset = 0;
    return document_bytes_ok(bytes, &offset, NULL);
}

/* Is one of the versions a document, and are all of them text? */
static bool are_documents(Session *s, Str path, const Str *texts, size_t count)
{
    bool any = false;

    for (size_t i = 0; i < count; i++) {
        if (!is_text(texts[i]))
            return false;
        any |= texts[i].len > 0 && service_holds_document(s, path, texts[i]);
    }
    return any;
}

static bool holds_marks(Str bytes)
{
    StrBuf sides[THREE_COUNT] = {{0}};
    bool any = conflict_marks_read(bytes, sides) > 0;

    for (int x = 0; x < THREE_COUNT; x++)
        strbuf_deinit(&sides[x]);
    return any;
}

static bool add_sentences(Session *s, const DocumentRef *ref, Str bytes, Arena *arena,
                          StrBuf *out)
{
    OpenDocument open = {0};

    if (!service_read_bytes(s, ref, bytes, arena, &open, NULL))
        return false;
    sentence_lines(&open.doc, out);
    return true;
}

/* What stands between the marks of a merge, piece by piece: the marks are no prose. */
static bool add_pieces(Session *s, const DocumentRef *ref, Str bytes, Arena *arena,
                       StrBuf *out)
{
    Str rest = bytes, line;
    size_t from = 0;
    bool ok = true;

    while (ok && str_next_line(&rest, &line)) {
        if (!conflict_marks_line(str_trim_end(line)))
            continue;
        size_t start = (size_t)(line.ptr - bytes.ptr);
        ok = add_sentences(s, ref, str_slice(bytes, from, start), arena, out);
        strbuf_add(out, str_trim_end(line));
        strbuf_addc(out, '\n');
        from = bytes.len - rest.len;
    }
    return ok && add_sentences(s, ref, str_slice(bytes, from, bytes.len), arena, out);
}

bool git_textconv(Session *s, const char *file, Arena *arena, StrBuf *out, Error *err)
{
    DocumentRef ref = ref_of(arena_str(arena, str_from(file)));
    Str bytes = {0};

    if (!read_version(file, arena, &bytes, err))
        return false;
    size_t start = out->len;
    if (are_documents(s, ref.path, &bytes, 1)) {
        if (holds_marks(bytes) ? add_pieces(s, &ref, bytes, arena, out)
                               : add_sentences(s, &ref, bytes, arena, out))
            return true;
        out->len = start;
    }
    strbuf_add(out, bytes);
    return true;
}

/* -- diff --------------------------------------------------------------------- */

static void add_name(StrBuf *out, const char *before, const char *side, Str path,
                     bool none)
{
    if (none)
        strbuf_addf(out, "%s/dev/null", before);
    else
        strbuf_addf(out, "%s%s/%.*s", before, side, STR_ARG(path));
}

/* As git shows it itself, under the names it has in the repository. */
static bool diff_lines(const GitDiff *d, Arena *arena, StrBuf *out)
{
    Str git = helper_find("git", arena);
    const char *argv[] = {git.ptr,
                          "diff",
                          "--no-index",
                          "--no-ext-diff",
                          "--no-textconv",
                          d->color ? "--color=always" : "--color=never",
                          "--",
                          d->old,
                          d->new,
                          NULL};
    StrBuf lines = {0};

    if (git.len == 0)
        return false;
    (void)helper_output(argv, GIT_MS, &lines); /* ends with 1: they differ */
    Str text = strbuf_view(&lines);
    size_t hunks = str_find(text, d->color ? STR("\n\x1b[36m@@") : STR("\n@@"), 0);
    add_name(out, "diff --git ", "a", d->path, false);
    add_name(out, " ", "b", d->path, false);
    strbuf_addc(out, '\n');
    if (hunks != STR_NONE) {
        add_name(out, "--- ", "a", d->path, strcmp(d->old, "/dev/null") == 0);
        add_name(out, "\n+++ ", "b", d->path, strcmp(d->new, "/dev/null") == 0);
        strbuf_add(out, str_slice(text, hunks, text.len));
    } else if (str_find(text, STR("Binary files"), 0) != STR_NONE) {
        strbuf_addz(out, "Binary files differ\n");
    }
    strbuf_deinit(&lines);
    return true;
}

static void add_head(const GitDiff *d, StrBuf *out)
{
    strbuf_addz(out, d->color ? "\x1b[1m" : "");
    unicode_visible(d->path, VISIBLE_ONE_LINE, out);
    strbuf_addz(out, d->color ? "\x1b[0m\n" : "\n");
}

bool git_diff_files(Session *s, const GitDiff *d, Arena *arena, StrBuf *out, Error *err)
{
    DocumentRef ref = ref_of(d->path);
    OpenDocument before = {0}, after = {0};
    Str texts[2] = {{0}};
    const RedlineText options = {
        .color = d->color, .width = d->width, .lang = message_lang()};
    Redline redline;

    if (!read_version(d->old, arena, &texts[0], err) ||
        !read_version(d->new, arena, &texts[1], err))
        return false;
    if (!are_documents(s, d->path, texts, 2) && diff_lines(d, arena, out))
        return true;
    if (!service_read_bytes(s, &ref, texts[0], arena, &before, err) ||
        !service_read_bytes(s, &ref, texts[1], arena, &after, err))
        return false;
    redline_make(&before.doc, &after.doc, arena, &redline);
    add_head(d, out);
    redline_text(&redline, &options, out);
    strbuf_addc(out, '\n');
    return true;
}

/* -- merge -------------------------------------------------------------------- */

/* As git merges it itself. */
static bool merge_lines(const GitMerge *m, Arena *arena, size_t *open)
{
    Str git = helper_find("git", arena);
    char size[32];
    const char *argv[] = {git.ptr, "merge-file", "--marker-size", size, "-L",
                          "ours",  "-L",         "base",          "-L", "theirs",
                          m->mine, m->base,      m->theirs,       NULL};
    StrBuf nothing = {0};

    snprintf(size, sizeof size, "%d", m->mark_size);
    *open = git.len == 0 || !helper_output(argv, GIT_MS, &nothing);
    strbuf_deinit(&nothing);
    return true;
}

bool git_merge_files(Session *s, const GitMerge *m, Arena *arena, size_t *open,
                     Error *err)
{
    const char *const files[THREE_COUNT] = {m->base, m->mine, m->theirs};
    DocumentRef ref = ref_of(m->path);
    Str texts[THREE_COUNT] = {{0}};
    ThreeTexts three;
    StrBuf result = {0};

    for (int x = 0; x < THREE_COUNT; x++)
        if (!read_version(files[x], arena, &texts[x], err))
            return false;
    if (!are_documents(s, m->path, texts, THREE_COUNT))
        return merge_lines(m, arena, open);
    if (!three_texts_merge(s, &ref, texts, arena, &three, err))
        return false;
    *open = conflict_marks_write(&three.merge, NULL, m->mark_size, &result);
    bool ok = file_replace(m->mine, strbuf_view(&result), err);
    strbuf_deinit(&result);
    return ok;
}
