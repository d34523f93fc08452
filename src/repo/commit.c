/* Commit objects as text: read leniently, written strictly.
 *
 * They are written here and not by git_commit_create(), which reports success
 * when the object could not be stored and takes the dot off "King Jr.". */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/unicode.h"
#include "repo/git.h"

static const char CO_AUTHOR[] = "Co-authored-by";

/* "Name <e-mail>"; false without the brackets. */
static bool parse_person(Str s, Person *out)
{
    size_t open = str_find_byte(s, '<', 0);
    size_t close = str_rfind_byte(s, '>');

    if (open == STR_NONE || close == STR_NONE || close < open)
        return false;
    out->name = str_trim(str_slice(s, 0, open));
    out->email = str_trim(str_slice(s, open + 1, close));
    return true;
}

/* Digits to a number that stops at the ends of int64_t. */
static int64_t parse_seconds(Str s)
{
    bool negative = str_starts(s, STR("-"));
    int64_t value = 0;

    for (size_t i = negative; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++) {
        int digit = s.ptr[i] - '0';
        if (value > (INT64_MAX - digit) / 10)
            return negative ? INT64_MIN : INT64_MAX;
        value = value * 10 + digit;
    }
    return negative ? -value : value;
}

/* "+0930" to minutes; 0 for what is none. */
static int parse_offset(Str s)
{
    int value = 0;

    if (s.len != 5 || (s.ptr[0] != '+' && s.ptr[0] != '-') ||
        !str_to_int(str_slice(s, 1, 5), &value))
        return 0;
    int minutes = value / 100 * 60 + value % 100;
    return s.ptr[0] == '-' ? -minutes : minutes;
}

static void parse_author(Str line, Commit *out)
{
    size_t close = str_rfind_byte(line, '>');

    if (!parse_person(line, &out->author))
        return;
    Str rest = str_trim(str_slice(line, close + 1, line.len)), seconds, offset = {0};
    if (str_next_field(&rest, ' ', &seconds))
        (void)str_next_field(&rest, ' ', &offset);
    else
        seconds = (Str){0};
    out->time = (Moment){parse_seconds(seconds), parse_offset(offset)};
}

static bool parse_id(Str hex, git_oid *out)
{
    return hex.len == GIT_OID_HEXSZ && git_oid_fromstrn(out, hex.ptr, hex.len) == 0;
}

static bool after(Str line, Str key, Str *value)
{
    if (!str_starts(line, key))
        return false;
    *value = str_slice(line, key.len, line.len);
    return true;
}

bool commit_parse(Str bytes, Arena *arena, Commit *out, Error *err)
{
    Str rest = bytes, line, value;
    git_oid *parents = NULL;
    size_t cap = 0;
    bool has_tree = false;

    *out = (Commit){0};
    while (str_next_line(&rest, &line) && line.len > 0) {
        if (after(line, STR("tree "), &value) && !has_tree) {
            has_tree = parse_id(value, &out->tree);
        } else if (after(line, STR("parent "), &value)) {
            parents =
                arena_grow(arena, parents, out->parent_count, &cap, sizeof *parents);
            if (parse_id(value, &parents[out->parent_count]))
                out->parent_count++;
        } else if (after(line, STR("author "), &value)) {
            parse_author(value, out);
        }
    }
    out->parents = parents;
    out->message = rest;
    return has_tree || error_set(err, ERR_INVALID, _("a record of git is damaged"));
}

bool commit_read(Repo *repo, const git_oid *id, Arena *arena, Commit *out, Error *err)
{
    StrBuf bytes = {0};
    bool ok = object_read(repo, id, GIT_OBJECT_COMMIT, &bytes, err);

    if (ok)
        ok = commit_parse(arena_str(arena, strbuf_view(&bytes)), arena, out, err);
    strbuf_deinit(&bytes);
    return ok;
}

/* "Co-authored-by: …" and its like. "Problem: +31" is what changed, though git
 * would take it for a trailer. */
static bool is_trailer(Str line)
{
    size_t colon = str_find_byte(line, ':', 0);
    if (colon == STR_NONE || colon < 4)
        return false;
    Str key = str_slice(line, 0, colon);
    if (str_find_byte(key, ' ', 0) != STR_NONE)
        return false;
    return str_eq_nocase(str_slice(key, colon - 3, colon), STR("-by")) ||
           str_starts(key, STR("Prfaq-")) || str_eq_nocase(key, STR("Change-Id"));
}

/* Where the last paragraph begins, when all its lines are trailers; else the
 * end of the message. The subject is never taken for one. */
static size_t find_trailers(Str message)
{
    size_t start = message.len;

    for (size_t at = message.len; at > 0;) {
        size_t nl = str_rfind_byte(str_slice(message, 0, at), '\n');
        size_t begin = nl == STR_NONE ? 0 : nl + 1;
        Str line = str_slice(message, begin, at);
        if (str_is_blank(line))
            return start;
        if (!is_trailer(line) || begin == 0)
            return message.len;
        start = begin;
        at = begin - 1;
    }
    return message.len;
}

static int by_name(const void *a, const void *b)
{
    const Person *p = a, *q = b;
    int order = str_cmp(p->name, q->name);
    return order ? order : str_cmp(p->email, q->email);
}

static void parse_with(Str trailers, Arena *arena, Revision *out)
{
    Person *with = NULL;
    size_t cap = 0;
    Str line;

    while (str_next_line(&trailers, &line)) {
        size_t colon = str_find_byte(line, ':', 0);
        if (colon == STR_NONE ||
            !str_eq_nocase(str_slice(line, 0, colon), str_from(CO_AUTHOR)))
            continue;
        with = arena_grow(arena, with, out->with_count, &cap, sizeof *with);
        if (parse_person(str_slice(line, colon + 1, line.len), &with[out->with_count]))
            out->with_count++;
    }
    if (out->with_count > 1)
        qsort(with, out->with_count, sizeof *with, by_name);
    out->with = with;
}

bool commit_noted(const Commit *commit)
{
    Str message = str_trim(commit->message);
    Str text = str_trim_end(str_slice(message, 0, find_trailers(message)));
    size_t end = str_find_byte(text, '\n', 0);

    return end != STR_NONE && !str_is_blank(str_slice(text, end, text.len));
}

void commit_revision(const git_oid *id, const Commit *commit, Arena *arena,
                     Revision *out)
{
    Str message = str_trim(arena_str(arena, commit->message));
    size_t trailers = find_trailers(message);
    Str text = str_trim_end(str_slice(message, 0, trailers));
    size_t end = str_find_byte(text, '\n', 0);

    *out = (Revision){.time = commit->time};
    git_oid_tostr(out->commit, sizeof out->commit, id);
    out->author.name = arena_str(arena, commit->author.name);
    out->author.email = arena_str(arena, commit->author.email);
    out->subject = str_trim_end(str_slice(text, 0, end == STR_NONE ? text.len : end));
    out->body = str_trim(str_slice(text, end == STR_NONE ? text.len : end, text.len));
    /* A note stands above what changed; without one that is all there is. */
    if (out->body.len > 0)
        out->note = out->subject;
    parse_with(str_slice(message, trailers, message.len), arena, out);
}

/* git keeps no times before 1970. */
static void add_identity(StrBuf *out, const char *key, const Person *who, Moment time)
{
    int64_t seconds = time.seconds < 0 ? 0 : time.seconds;
    int offset = time.offset > -24 * 60 && time.offset < 24 * 60 ? time.offset : 0;
    int away = offset < 0 ? -offset : offset;

    strbuf_addf(out, "%s %.*s <%.*s> %" PRId64 " %c%02d%02d\n", key, STR_ARG(who->name),
                STR_ARG(who->email), seconds, offset < 0 ? '-' : '+', away / 60,
                away % 60);
}

static void add_trailers(StrBuf *out, const CommitRequest *request)
{
    size_t count = request->with_count;
    Person *with = mem_alloc((count + 1) * sizeof *with);
    bool first = request->trailers.len == 0;

    if (!first)
        strbuf_addf(out, "\n%.*s\n", STR_ARG(str_trim_end(request->trailers)));
    if (count)
        memcpy(with, request->with, count * sizeof *with);
    qsort(with, count, sizeof *with, by_name);
    for (size_t i = 0; i < count; i++) {
        if ((i > 0 && by_name(&with[i - 1], &with[i]) == 0) ||
            by_name(&with[i], &request->author) == 0)
            continue;
        strbuf_addf(out, "%s%s: %.*s <%.*s>\n", first ? "\n" : "", CO_AUTHOR,
                    STR_ARG(with[i].name), STR_ARG(with[i].email));
        first = false;
    }
    mem_free(with);
}

void commit_format(const git_oid *tree, const git_oid *parent,
                   const CommitRequest *request, StrBuf *out)
{
    char hex[GIT_OID_HEXSZ + 1];

    strbuf_addf(out, "tree %s\n", git_oid_tostr(hex, sizeof hex, tree));
    if (parent)
        strbuf_addf(out, "parent %s\n", git_oid_tostr(hex, sizeof hex, parent));
    if (parent && request->merged)
        strbuf_addf(out, "parent %s\n", request->merged);
    add_identity(out, "author", &request->author, request->time);
    add_identity(out, "committer", &request->author, request->time);
    strbuf_addc(out, '\n');
    strbuf_add(out, str_trim(request->message));
    strbuf_addc(out, '\n');
    add_trailers(out, request);
}
