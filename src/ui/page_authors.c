/* Who wrote these words: section by section, the revisions they came with, then the
 * words, with a mark where somebody else's begin. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/message.h"
#include "base/unicode.h"
#include "ui/page.h"

enum { COL_WHEN = 6, COL_WHO = 21, COL_COUNT = 50 };

static void add_count(const Wrote *w, int count, StrBuf *out)
{
    message_addf(out,
                 lang_counts_graphemes(w->lang)
                     ? ngettext("%d character", "%d characters", (unsigned long)count)
                     : ngettext("%d word", "%d words", (unsigned long)count),
                 count);
}

static void add_people(const Wrote *w, PageBuilder *b)
{
    StrBuf line = {0};

    for (size_t i = 0; i < w->person_count; i++) {
        const WrotePerson *p = &w->people[i];
        strbuf_addz(&line, i > 0 ? ", " : "");
        if (p->person.name.len > 0)
            strbuf_add(&line, p->person.name);
        else
            strbuf_addz(&line, _("not saved yet"));
        strbuf_addc(&line, ' ');
        add_count(w, p->count, &line);
    }
    page_add(b, STYLE_TEXT, strbuf_view(&line));
    page_end(b, 2);
    strbuf_deinit(&line);
}

static void pad_to(StrBuf *line, int column)
{
    int width = unicode_width(strbuf_view(line));

    strbuf_add_repeat(line, ' ', (size_t)(width < column ? column - width : 1));
}

/* "  12  today 09:38    Jun Lee with Mina Park     31 words" */
static void add_revision(const Model *m, const Wrote *w, const Revision *r, int count,
                         PageBuilder *b)
{
    StrBuf line = {0}, who = {0};

    if (r)
        strbuf_addf(&line, "%4d", r->number);
    else
        strbuf_addz(&line, "   -");
    pad_to(&line, COL_WHEN);
    if (r)
        moment_relative(r->time, m->now, &line);
    pad_to(&line, COL_WHO);
    wrote_who(r, &who);
    strbuf_add(&line, unicode_fit(strbuf_view(&who), COL_COUNT - COL_WHO - 1));
    pad_to(&line, COL_COUNT);
    add_count(w, count, &line);
    page_add(b, STYLE_GUIDE, strbuf_view(&line));
    page_end(b, COL_WHEN);
    strbuf_deinit(&line);
    strbuf_deinit(&who);
}

/* Those in no revision first, then the newest. */
static int newest_first(const void *a, const void *b)
{
    const Revision *x = ((const WroteRun *)a)->revision;
    const Revision *y = ((const WroteRun *)b)->revision;
    int number_x = x ? x->number : INT_MAX, number_y = y ? y->number : INT_MAX;

    return (number_x < number_y) - (number_x > number_y);
}

/* Each revision once. */
static void add_revisions(const Model *m, const Wrote *w, const WroteSection *section,
                          PageBuilder *b)
{
    WroteRun *runs = arena_array(b->arena, section->run_count + 1, sizeof *runs);

    memcpy(runs, w->runs + section->first_run, section->run_count * sizeof *runs);
    qsort(runs, section->run_count, sizeof *runs, newest_first);
    for (size_t i = 0; i < section->run_count;) {
        const Revision *revision = runs[i].revision;
        int count = 0;
        for (; i < section->run_count && runs[i].revision == revision; i++)
            count += runs[i].count;
        add_revision(m, w, revision, count, b);
    }
}

/* "[12 Jun Lee +1] " before the words that came with it. */
static void add_mark(const WroteRun *run, PageBuilder *b)
{
    StrBuf mark = {0};

    if (!run->revision)
        strbuf_addf(&mark, "[%s] ", _("not saved yet"));
    else if (run->revision->with_count > 0)
        strbuf_addf(&mark, "[%d %.*s +%zu] ", run->revision->number,
                    STR_ARG(run->revision->author.name), run->revision->with_count);
    else
        strbuf_addf(&mark, "[%d %.*s] ", run->revision->number,
                    STR_ARG(run->revision->author.name));
    page_add(b, STYLE_KEY, strbuf_view(&mark));
    strbuf_deinit(&mark);
}

static void add_words(const Model *m, const Wrote *w, const WroteSection *section,
                      PageBuilder *b)
{
    const AuthorsView *a = &m->authors;
    const WroteRun *here = a->caret == NO_INDEX ? NULL : wrote_at(w, a->caret);
    const WroteRun *before = NULL;

    for (size_t i = 0; i < section->run_count; i++) {
        const WroteRun *run = &w->runs[section->first_run + i];
        if (before && before->block != run->block) {
            page_end(b, 0);
            page_blank(b);
            b->here = false;
        } else if (before) {
            page_addz(b, STYLE_TEXT, " ");
        }
        b->here |= run == here;
        if (!before || before->revision != run->revision)
            add_mark(run, b);
        page_add(b, run == here ? STYLE_MATCH : STYLE_TEXT, run->words);
        before = run;
    }
    page_end(b, 0);
    b->here = false;
}

static void add_waiting(const AuthorsView *a, PageBuilder *b)
{
    StrBuf line = {0};

    if (a->total > 0)
        message_addf(&line, _("Looking at what each revision changed: %zu of %zu …"),
                     a->seen, a->total);
    else
        strbuf_addz(&line, _("Looking through the history …"));
    page_add(b, STYLE_TEXT, strbuf_view(&line));
    page_end(b, 0);
    strbuf_deinit(&line);
}

void page_build_authors(const Model *m, PageBuilder *b)
{
    const Wrote *w = m->authors.wrote;

    if (!w) {
        add_waiting(&m->authors, b);
        return;
    }
    add_people(w, b);
    for (size_t i = 0; i < w->section_count; i++) {
        const WroteSection *section = &w->sections[i];
        page_blank(b);
        page_add(b, STYLE_TITLE,
                 section->title.len > 0 ? section->title
                                        : str_from(_("Before the first section")));
        page_end(b, 0);
        add_revisions(m, w, section, b);
        page_blank(b);
        add_words(m, w, section, b);
    }
}
