#include "check/baseline.h"

#include <stdlib.h>

#include "base/message.h"
#include "base/resource.h"
#include "base/utf8.h"
#include "check/fingerprint.h"
#include "check/rule.h"
#include "check/suppress.h"

enum {
    COLUMN_DOCUMENT,
    COLUMN_RULE,
    COLUMN_PART,
    COLUMN_HASH,
    COLUMN_REASON,
    COLUMN_DATE,
    COLUMN_COUNT,
};

static bool is_hash(Str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!((s.ptr[i] >= '0' && s.ptr[i] <= '9') ||
              (s.ptr[i] >= 'a' && s.ptr[i] <= 'f')))
            return false;
    return s.len == BASELINE_DIGITS;
}

/* Rows are shown and put into reports. */
static bool is_text(const TsvRow *row)
{
    for (int i = 0; i < row->count; i++)
        for (size_t k = 0; k < row->fields[i].len; k++)
            if ((unsigned char)row->fields[i].ptr[k] < ' ')
                return false;
    for (int i = 0; i < row->count; i++)
        if (!utf8_valid(row->fields[i], NULL))
            return false;
    return true;
}

static bool is_sound(const TsvRow *row)
{
    return is_text(row) && row->count >= COLUMN_REASON &&
           row->fields[COLUMN_DOCUMENT].len > 0 && row->fields[COLUMN_RULE].len > 0 &&
           row->fields[COLUMN_PART].len > 0 && is_hash(row->fields[COLUMN_HASH]);
}

static bool is_conflict(Str line)
{
    return str_starts(line, STR("<<<<<<<")) || str_starts(line, STR("=======")) ||
           str_starts(line, STR(">>>>>>>"));
}

bool baseline_parse(Str bytes, Str path, Arena *arena, Baseline *out, Error *err)
{
    BaselineRow *rows = NULL;
    size_t count = 0, cap = 0;
    TsvRow row = {0};
    bool ok = true;

    for (tsv_next(&bytes, &row); tsv_next(&bytes, &row);) {
        const Str *f = row.fields;
        if (row.count <= 1 && str_is_blank(f[0]))
            continue;
        if (!is_sound(&row)) {
            if (ok) {
                error_set(err, ERR_INVALID,
                          is_conflict(f[0])
                              ? _("%.*s:%d: the file holds a merge conflict")
                              : _("%.*s:%d: this is no line of accepted findings"),
                          STR_ARG(path), row.line);
                error_hint(err, _("Correct that line in any editor, or delete it"));
            }
            ok = false;
            continue;
        }
        rows = arena_grow(arena, rows, count, &cap, sizeof *rows);
        rows[count++] = (BaselineRow){.document = f[COLUMN_DOCUMENT],
                                      .rule = f[COLUMN_RULE],
                                      .part = f[COLUMN_PART],
                                      .hash = f[COLUMN_HASH],
                                      .reason = f[COLUMN_REASON],
                                      .date = f[COLUMN_DATE],
                                      .line = row.line};
    }
    *out = (Baseline){rows, count};
    return ok;
}

/* -- matching -------------------------------------------------------------- */

static int compare_keys(const BaselineRow *a, const BaselineRow *b)
{
    int order = str_cmp(a->document, b->document);

    order = order ? order : str_cmp(a->rule, b->rule);
    order = order ? order : str_cmp(a->part, b->part);
    return order ? order : str_cmp(a->hash, b->hash);
}

static int compare_rows(const void *a, const void *b)
{
    const BaselineRow *left = a, *right = b;
    int order = compare_keys(left, right);

    return order ? order : left->line - right->line;
}

/* The row a finding would have, without reason and date.
 *
 *   hash  room for it */
static BaselineRow row_of(const Document *doc, Str name, const Finding *finding,
                          char hash[BASELINE_DIGITS + 1])
{
    BaselineRow row = {.document = name, .rule = finding->rule->id, .part = STR("-")};

    if (finding->part != NO_INDEX) {
        const Part *part = &doc->parts[finding->part];
        row.part = part->id.len ? part->id : str_from(part_kind_name(part->kind));
    }
    finding_sentence_hash(doc, finding, hash);
    row.hash = str_from(hash);
    return row;
}

static const BaselineRow *row_find(const BaselineRow *rows, size_t count,
                                   const BaselineRow *key)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_keys(&rows[middle], key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && compare_keys(&rows[low], key) == 0 ? &rows[low] : NULL;
}

/* The rows of one document, sorted. */
static BaselineRow *rows_of(const Baseline *baseline, Str name, Arena *arena,
                            size_t *count)
{
    BaselineRow *rows = arena_array(arena, baseline->count + 1, sizeof *rows);

    *count = 0;
    for (size_t i = 0; i < baseline->count; i++)
        if (str_eq(baseline->rows[i].document, name))
            rows[(*count)++] = baseline->rows[i];
    if (*count > 1)
        qsort(rows, *count, sizeof *rows, compare_rows);
    return rows;
}

static bool can_accept(const Finding *finding)
{
    return finding->level != LEVEL_ERROR && rule_is_silenceable(finding->rule);
}

void baseline_apply(CheckRun *run)
{
    const CheckOptions *options = run->options;
    size_t count = 0;
    char hash[BASELINE_DIGITS + 1];

    if (!options->baseline || options->name.len == 0)
        return;
    BaselineRow *rows = rows_of(options->baseline, options->name, run->arena, &count);
    for (size_t i = 0; count > 0 && i < run->count; i++) {
        Finding *finding = &run->items[i];
        if (finding->silenced || !can_accept(finding))
            continue;
        BaselineRow key = row_of(run->doc, options->name, finding, hash);
        const BaselineRow *row = row_find(rows, count, &key);
        if (!row)
            continue;
        finding->silenced = true;
        finding->silencer = SILENCER_BASELINE;
        finding->reason = row->reason;
    }
}

static void print_row(const BaselineRow *row, StrBuf *out)
{
    strbuf_addf(out, "%.*s\t%.*s\t%.*s\t%.*s\t%.*s\t%.*s\n", STR_ARG(row->document),
                STR_ARG(row->rule), STR_ARG(row->part), STR_ARG(row->hash),
                STR_ARG(row->reason), STR_ARG(row->date));
}

void baseline_list(const Document *doc, Str name, const Findings *f, StrBuf *out)
{
    char hash[BASELINE_DIGITS + 1];

    for (size_t i = 0; name.len > 0 && i < f->count; i++) {
        const Finding *finding = &f->items[i];
        if (!can_accept(finding) ||
            (finding->silenced && finding->silencer != SILENCER_BASELINE))
            continue;
        BaselineRow row = row_of(doc, name, finding, hash);
        print_row(&row, out);
    }
}

/* -- the whole file -------------------------------------------------------- */

static BaselineRow *sorted_copy(const Baseline *baseline, Arena *arena)
{
    BaselineRow *rows = arena_array(arena, baseline->count + 1, sizeof *rows);

    if (baseline->count > 0)
        memcpy(rows, baseline->rows, baseline->count * sizeof *rows);
    if (baseline->count > 1)
        qsort(rows, baseline->count, sizeof *rows, compare_rows);
    return rows;
}

static bool in_scope(const BaselineScope *scope, Str document)
{
    for (size_t i = 0; i < scope->count; i++)
        if (str_eq(scope->documents[i], document))
            return true;
    return false;
}

void baseline_mark(const Baseline *baseline, const BaselineScope *scope, bool *stale)
{
    Arena arena = {0};
    BaselineRow *now = sorted_copy(&scope->now, &arena);

    for (size_t i = 0; i < baseline->count; i++)
        stale[i] = in_scope(scope, baseline->rows[i].document) &&
                   !row_find(now, scope->now.count, &baseline->rows[i]);
    arena_deinit(&arena);
}

static Str on_one_line(Str s, Arena *arena)
{
    StrBuf line = {0};

    for (size_t i = 0; i < s.len; i++)
        strbuf_addc(&line, (unsigned char)s.ptr[i] < ' ' ? ' ' : s.ptr[i]);
    Str kept = arena_str(arena, str_trim(strbuf_view(&line)));
    strbuf_deinit(&line);
    return kept;
}

size_t baseline_write(const Baseline *old, const BaselineScope *scope, Str reason,
                      Date date, Arena *arena, StrBuf *out)
{
    BaselineRow *known = sorted_copy(old, arena);
    BaselineRow *rows =
        arena_array(arena, old->count + scope->now.count + 1, sizeof *rows);
    Str line = on_one_line(reason, arena);
    Str day = arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
    size_t count = 0, added = 0;

    for (size_t i = 0; i < old->count; i++)
        if (!in_scope(scope, old->rows[i].document))
            rows[count++] = old->rows[i];
    for (size_t i = 0; i < scope->now.count; i++) {
        BaselineRow row = scope->now.rows[i];
        const BaselineRow *before = row_find(known, old->count, &row);
        row.reason = before ? before->reason : line;
        row.date = before ? before->date : day;
        rows[count++] = row;
    }
    if (count > 1)
        qsort(rows, count, sizeof *rows, compare_rows);
    strbuf_addz(out, BASELINE_HEAD);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && compare_keys(&rows[i], &rows[i - 1]) == 0)
            continue;
        added += !row_find(known, old->count, &rows[i]);
        print_row(&rows[i], out);
    }
    return added;
}

size_t baseline_rename(Str bytes, Str from, Str to, StrBuf *out)
{
    size_t count = 0, at = 0;

    while (at < bytes.len) {
        size_t end = str_find_byte(bytes, '\n', at);
        size_t next = end == STR_NONE ? bytes.len : end + 1;
        Str line = str_slice(bytes, at, next);
        size_t tab = str_find_byte(line, '\t', 0);
        bool its = tab != STR_NONE && at > 0 && str_eq(str_slice(line, 0, tab), from);
        count += its;
        if (its && to.len > 0)
            strbuf_add(out, to);
        if (!its || to.len > 0)
            strbuf_add(out, its ? str_slice(line, tab, line.len) : line);
        at = next;
    }
    return count;
}
