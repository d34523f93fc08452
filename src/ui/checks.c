#include "ui/checks.h"

#include <stdlib.h>

#include "base/message.h"
#include "base/unicode.h"
#include "check/rule.h"
#include "check/suppress.h"
#include "diff/wording.h"
#include "ui/derive.h"

size_t checks_current(const Model *m)
{
    const ChecksList *list = &m->checks;

    if (!m->ed.open || !m->ed.derived.valid)
        return NO_INDEX;
    if (m->view != VIEW_CHECKS)
        return derived_finding_at(&m->ed, m->ed.caret);
    bool fresh = list->valid && list->version == m->ed.derived.version;
    return fresh && list->selected < list->count ? list->rows[list->selected].finding
                                                 : NO_INDEX;
}

const char *checks_why_not_silence(const Finding *f)
{
    if (!rule_is_silenceable(f->rule))
        return _("this is about the bytes of the file; it cannot be silenced");
    if (f->silenced && f->silencer == SILENCER_SETTING)
        return _("a setting silences it, see: prfaq config");
    if (f->silenced && f->silencer == SILENCER_BASELINE)
        return _("it was accepted with the document, in .prfaq/baseline.tsv");
    return NULL;
}

void checks_add_short(Str text, int cells, StrBuf *out)
{
    StrBuf shown = {0};
    Str line = str_trim(text);

    /* What is put in may begin with hidden comments; the lines below a heading that
     * is put in are marks and blanks. */
    while (str_starts(line, STR("<!--")) && str_find_byte(line, '\n', 0) != STR_NONE)
        line = str_trim(str_slice(line, str_find_byte(line, '\n', 0), line.len));
    line = str_trim_end(str_slice(line, 0, str_find_byte(line, '\n', 0)));
    unicode_visible(line, VISIBLE_ONE_LINE, &shown);
    Str view = strbuf_view(&shown);
    Str fit = unicode_width(view) > cells ? unicode_fit(view, cells - 3) : view;
    strbuf_add(out, str_trim_end(fit));
    if (fit.len < view.len)
        strbuf_addz(out, "...");
    strbuf_deinit(&shown);
}

void checks_add_fix(const Model *m, const Finding *f, int cells, StrBuf *out)
{
    StrBuf was = {0}, is = {0};

    if (f->fix.kind == FIX_NONE)
        return;
    Str old = str_range(m->ed.derived.doc.bytes, f->fix.range);
    checks_add_short(old, cells, &was);
    checks_add_short(f->fix.text, cells, &is);
    if (old.len == 0)
        message_addf(out, _("put in \"%s\""), strbuf_cstr(&is));
    else if (f->fix.text.len == 0)
        message_addf(out, _("take out \"%s\""), strbuf_cstr(&was));
    else
        strbuf_addf(out, "\"%s\" -> \"%s\"", strbuf_cstr(&was), strbuf_cstr(&is));
    strbuf_deinit(&was);
    strbuf_deinit(&is);
}

Str checks_why(const Finding *f)
{
    return rule_text(f->rule)->why[message_lang() == LANG_KO ? LANG_KO : LANG_EN];
}

Style checks_style(const Finding *f)
{
    if (f->silenced)
        return STYLE_GUIDE;
    return f->level == LEVEL_ERROR     ? STYLE_ERROR
           : f->level == LEVEL_WARNING ? STYLE_WARNING
                                       : STYLE_INFO;
}

Str checks_part_title(const Model *m, size_t part)
{
    const Document *doc = &m->ed.derived.doc;

    if (part == NO_INDEX || part >= doc->part_count)
        return str_from(_("The whole document"));
    const Part *p = &doc->parts[part];
    if (p->title.len > 0)
        return p->title;
    return p->spec && p->spec->title.len > 0 ? p->spec->title
                                             : wording_part(p->kind, message_lang());
}

/* -- the list -------------------------------------------------------------- */

typedef struct Listed {
    bool silenced;
    size_t part; /* from 1; 0: the whole document */
    size_t start, finding;
} Listed;

static int compare_numbers(size_t a, size_t b)
{
    return a < b ? -1 : a > b;
}

static int compare_listed(const void *a, const void *b)
{
    const Listed *left = a, *right = b;
    int by_part = compare_numbers(left->part, right->part);
    int by_place = compare_numbers(left->start, right->start);

    if (left->silenced != right->silenced)
        return left->silenced ? 1 : -1;
    if (by_part != 0)
        return by_part;
    return by_place != 0 ? by_place : compare_numbers(left->finding, right->finding);
}

static bool has_words(Str text, Str folded)
{
    StrBuf fold = {0};

    unicode_fold_str(text, &fold);
    bool found = str_find(strbuf_view(&fold), folded, 0) != STR_NONE;
    strbuf_deinit(&fold);
    return found;
}

static bool is_listed(const Model *m, const Finding *f, Str folded)
{
    if (!f->silenced && f->level < m->checks.least)
        return false;
    return folded.len == 0 || has_words(f->message, folded) ||
           has_words(f->rule->id, folded) || has_words(f->advice, folded) ||
           has_words(f->reason, folded) ||
           has_words(checks_part_title(m, f->part), folded);
}

static Listed *list_findings(const Model *m, Arena *arena, size_t *count)
{
    const Findings *all = &m->ed.derived.findings;
    Listed *listed = arena_array(arena, all->count + 1, sizeof *listed);
    StrBuf folded = {0};
    size_t n = 0;

    unicode_fold_str(str_trim(field_view(&m->typed[PROMPT_FILTER])), &folded);
    for (size_t i = 0; i < all->count; i++) {
        const Finding *f = &all->items[i];
        if (is_listed(m, f, strbuf_view(&folded)))
            listed[n++] = (Listed){.silenced = f->silenced,
                                   .part = f->part == NO_INDEX ? 0 : f->part + 1,
                                   .start = f->range.start,
                                   .finding = i};
    }
    strbuf_deinit(&folded);
    if (n > 1)
        qsort(listed, n, sizeof *listed, compare_listed);
    *count = n;
    return listed;
}

/* Titles over the rows of each part; one over all that are silenced. */
static void make_rows(ChecksList *list, const Listed *listed, size_t count)
{
    CheckRow *rows = arena_array(&list->arena, 2 * count + 1, sizeof *rows);
    CheckRow *title = NULL;
    size_t n = 0;

    for (size_t i = 0; i < count; i++) {
        bool same = i > 0 && listed[i].silenced == listed[i - 1].silenced &&
                    (listed[i].silenced || listed[i].part == listed[i - 1].part);
        if (!same) {
            title = &rows[n++];
            *title = (CheckRow){.finding = NO_INDEX,
                                .part = listed[i].part ? listed[i].part - 1 : NO_INDEX,
                                .silenced = listed[i].silenced};
        }
        title->count++;
        rows[n++] =
            (CheckRow){.finding = listed[i].finding, .silenced = listed[i].silenced};
    }
    list->rows = rows;
    list->count = n;
}

size_t checks_row_near(const ChecksList *list, size_t row, int direction)
{
    size_t last = list->count ? list->count - 1 : 0;

    if (row > last)
        row = last;
    for (size_t at = row; at < list->count; at += (size_t)direction)
        if (list->rows[at].finding != NO_INDEX)
            return at; /* going up from 0 wraps, which ends the loop */
    for (size_t at = row; at < list->count; at -= (size_t)direction)
        if (list->rows[at].finding != NO_INDEX)
            return at;
    return 0;
}

bool checks_show_all(Model *m)
{
    if (m->checks.least <= LEVEL_INFO && m->typed[PROMPT_FILTER].text.len == 0)
        return false;
    m->checks.least = LEVEL_OFF;
    field_set(&m->typed[PROMPT_FILTER], (Str){0});
    m->checks.valid = false;
    return true;
}

void checks_refresh(Model *m)
{
    ChecksList *list = &m->checks;
    size_t count = 0;

    if (m->view != VIEW_CHECKS)
        return;
    if (derive_needed(m))
        derive(m);
    if (list->valid && list->version == m->ed.derived.version)
        return;
    arena_reset(&list->arena);
    const Listed *listed = list_findings(m, &list->arena, &count);
    make_rows(list, listed, count);
    list->selected = checks_row_near(list, list->selected, 1);
    list->version = m->ed.derived.version;
    list->valid = true;
}
