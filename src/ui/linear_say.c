#include "ui/linear_say.h"

#include "base/message.h"
#include "base/unicode.h"
#include "check/measure.h"
#include "diff/wording.h"
#include "doc/spoken.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/confirm.h"
#include "ui/deck_view.h"
#include "ui/derive.h"
#include "ui/linear_history.h"
#include "ui/linear_restore.h"
#include "ui/linear_review.h"
#include "ui/meet_view.h"
#include "ui/page.h"
#include "ui/paragraph.h"
#include "ui/pinned.h"
#include "ui/prompt.h"

void say_text(Str text, StrBuf *out)
{
    StrBuf shown = {0};
    bool blank = false, any = false;

    unicode_visible(text, VISIBLE_ONE_LINE, &shown);
    for (size_t i = 0; i < shown.len; i++) {
        char c = shown.ptr[i];
        blank = blank || c == ' ' || c == '\r';
        if (c == ' ' || c == '\r')
            continue;
        if (blank && any)
            strbuf_addc(out, ' ');
        strbuf_addc(out, c);
        blank = false;
        any = true;
    }
    strbuf_deinit(&shown);
}

void say_stop(StrBuf *out)
{
    static const char *const ends[] = {".", "?", "!", "…", "。", ":"};

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (str_ends(strbuf_view(out), str_from(ends[i])))
            return;
    strbuf_addc(out, '.');
}

/* -- the text ------------------------------------------------------------- */

static void add_length(const Model *m, size_t stop, StrBuf *out)
{
    const Derived *d = &m->ed.derived;
    const Stop *s = &d->stops[stop];
    const Part *part = &d->doc.parts[s->part];
    bool chars = lang_counts_graphemes(d->doc.lang);
    int max = part->spec ? part->spec->max : 0, length = derived_length(d, part);

    if (s->question != NO_INDEX) {
        message_addf(out, _(" Answer: %s."),
                     answer_shape_for_people(d->measures.answers[s->question]));
    } else if (max > 0) {
        message_addf(out, chars ? _(" %d of %d characters.") : _(" %d of %d words."),
                     length, max);
    } else {
        message_addf(
            out,
            chars ? ngettext(" %d character.", " %d characters.", (unsigned long)length)
                  : ngettext(" %d word.", " %d words.", (unsigned long)length),
            length);
    }
}

void say_count(const Model *m, StrBuf *out)
{
    int issues = (int)m->ed.derived.issue_count;

    message_addf(out,
                 ngettext("%d check open in the document.",
                          "%d checks open in the document.", (unsigned long)issues),
                 issues);
}

/* What is asked about the document, and not closed. */
static void add_asked(const Model *m, StrBuf *out)
{
    int count = pinned_count(m);
    const ReviewNote *here = pinned_here(m);

    if (count == 0)
        return;
    message_addf(out,
                 ngettext("%d question is open.", "%d questions are open.",
                          (unsigned long)count),
                 count);
    if (here) {
        strbuf_addc(out, ' ');
        pinned_say(m, here, out);
    }
    strbuf_addc(out, '\n');
}

static void add_head(const Model *m, size_t stop, StrBuf *out)
{
    const Derived *d = &m->ed.derived;

    say_text(editor_title(&m->ed), out);
    if (m->ed.revision > 0)
        message_addf(out, _(", revision %d"), m->ed.revision);
    strbuf_addz(out, ". ");
    if (stop == NO_INDEX) {
        strbuf_addz(out, _("Before the first section."));
    } else {
        StrBuf title = {0};
        say_text(prompt_stop_title(m, stop), &title);
        message_addf(out, _("Section %zu of %zu: %s"), stop + 1, d->stop_count,
                     strbuf_cstr(&title));
        say_stop(out);
        strbuf_deinit(&title);
        add_length(m, stop, out);
    }
    strbuf_addc(out, ' ');
    say_count(m, out);
    strbuf_addc(out, '\n');
    add_asked(m, out);
}

static void add_check_line(const Finding *f, StrBuf *out)
{
    message_addf(out, _("   Check, %s: %.*s"), level_for_people(f->level),
                 STR_ARG(f->message));
    if (f->advice.len > 0)
        strbuf_addf(out, ": %.*s", STR_ARG(f->advice));
    say_stop(out);
    strbuf_addc(out, '\n');
}

void say_checks_at(const Model *m, Range r, StrBuf *out)
{
    const Derived *d = &m->ed.derived;

    for (size_t i = 0; i < d->issue_count; i++) {
        const Finding *f = &d->findings.items[d->issues[i]];
        if (f->range.start >= r.start && f->range.start < r.end)
            add_check_line(f, out);
    }
}

/* Those of the section that are at none of its paragraphs. What is about the whole
 * document stands before its first section. */
static void say_other_checks(const Model *m, size_t stop, const Paragraphs *list,
                             StrBuf *out)
{
    const Derived *d = &m->ed.derived;
    Range all = section_range(d, stop);

    for (size_t i = 0; i < d->issue_count; i++) {
        const Finding *f = &d->findings.items[d->issues[i]];
        bool here = stop == NO_INDEX
                        ? f->part == NO_INDEX
                        : f->part == d->stops[stop].part &&
                              f->range.start >= all.start && f->range.start < all.end;
        for (size_t k = 0; k < list->count && here; k++)
            here = f->range.start < list->items[k].range.start ||
                   f->range.start >= list->items[k].range.end;
        if (here)
            add_check_line(f, out);
    }
}

static void say_write(const Model *m, StrBuf *out)
{
    const Derived *d = &m->ed.derived;
    size_t stop = derived_stop_at(&m->ed, m->ed.caret);
    const Part *part = stop == NO_INDEX ? NULL : &d->doc.parts[d->stops[stop].part];
    Arena arena = {0};
    Paragraphs list = {0};

    add_head(m, stop, out);
    if (part && part->spec && part->spec->purpose.len > 0) {
        strbuf_addz(out, _("Guide: "));
        say_text(part->spec->purpose, out);
        strbuf_addc(out, '\n');
    }
    paragraphs_of(m, stop, &arena, &list);
    say_other_checks(m, stop, &list, out);
    for (size_t i = 0; i < list.count; i++) {
        strbuf_addf(out, " %zu ", i + 1);
        say_text(str_range(d->doc.bytes, list.items[i].range), out);
        strbuf_addc(out, '\n');
        say_checks_at(m, list.items[i].range, out);
    }
    if (list.count == 0)
        strbuf_addz(out, _("Nothing is written here yet.\n"));
    arena_deinit(&arena);
}

static void add_mini(const Model *m, Str text, Arena *arena, Document *out)
{
    document_read(arena_str(arena, text), m->lib, arena, out);
}

void say_change(const Model *m, Str before, Str after, StrBuf *out)
{
    Arena arena = {0};
    Document old = {0}, new = {0};
    Redline redline = {0};
    static const char *const marks[][2] = {[CHANGE_SAME] = {"", ""},
                                           [CHANGE_ADDED] = {"{+", "+}"},
                                           [CHANGE_REMOVED] = {"[-", "-]"}};

    add_mini(m, before, &arena, &old);
    add_mini(m, after, &arena, &new);
    redline_make(&old, &new, &arena, &redline);
    for (size_t i = 0; i < redline.block_count; i++)
        for (size_t k = 0; k < redline.blocks[i].change_count; k++) {
            const Change *c = &redline.blocks[i].changes[k];
            if (out->len > 0 && (k == 0 || c->gap != GAP_NONE))
                strbuf_addc(out, ' ');
            strbuf_addz(out, marks[c->kind][0]);
            say_text(c->text, out);
            strbuf_addz(out, marks[c->kind][1]);
        }
    arena_deinit(&arena);
}

void say_hit(const Model *m, Range hit, StrBuf *out)
{
    enum { WORDS_BEFORE = 30, WORDS_BEHIND = 40 };
    Str text = text_view(m->ed.text);
    size_t stop = derived_stop_at(&m->ed, hit.start);
    size_t from = hit.start > WORDS_BEFORE ? hit.start - WORDS_BEFORE : 0;
    size_t to = hit.end + WORDS_BEHIND < text.len ? hit.end + WORDS_BEHIND : text.len;

    while (from < hit.start && ((unsigned char)text.ptr[from] & 0xC0) == 0x80)
        from++;
    while (to > hit.end && to < text.len &&
           ((unsigned char)text.ptr[to] & 0xC0) == 0x80)
        to--;
    for (size_t i = from; i < hit.start; i++)
        if (text.ptr[i] == '\n')
            from = i + 1;
    size_t line = str_find_byte(text, '\n', hit.end);
    if (line < to)
        to = line;
    say_text(stop == NO_INDEX ? STR("-") : prompt_stop_title(m, stop), out);
    strbuf_addz(out, ": ");
    say_text(str_slice(text, from, to), out);
    strbuf_addc(out, '\n');
}

/* -- lists ---------------------------------------------------------------- */

/* "Archived. no: not different. 2027-03-02, Dana Li: the phone is good enough." */
static void say_decision(const DocumentEntry *d, StrBuf *out)
{
    const Str words[] = {d->decision, d->reason};

    if (d->archived)
        strbuf_addf(out, "%s. ", _("Archived"));
    for (size_t i = 0; i < 2; i++) {
        if (words[i].len == 0)
            continue;
        say_text(words[i], out);
        say_stop(out);
        strbuf_addc(out, ' ');
    }
}

static void add_document(const Model *m, size_t index, StrBuf *out)
{
    const DocumentEntry *d = &m->home.documents[index];

    strbuf_addf(out, " %zu ", index + 1);
    say_text(d->title.len ? d->title : d->name, out);
    strbuf_addz(out, ". ");
    if (d->problem.len > 0) {
        say_text(d->problem, out);
    } else if (d->described) {
        say_decision(d, out);
        message_addf(out, _("%d to fix, %d to look at. "), d->errors, d->warnings);
        if (d->revision > 0)
            message_addf(out, _("Revision %d by %.*s. "), d->revision, STR_ARG(d->who));
        else
            strbuf_addz(out, _("No revision yet. "));
        if (d->since.len > 0) {
            strbuf_addz(out, _("Since you read it: "));
            say_text(d->since, out);
            strbuf_addz(out, ". ");
        }
        if (d->open > 0) {
            message_addf(out,
                         ngettext("%d open question", "%d open questions",
                                  (unsigned long)d->open),
                         d->open);
            if (d->overdue > 0)
                message_addf(out, _(", %d overdue"), d->overdue);
            strbuf_addz(out, ". ");
        }
        say_text(d->next_step, out);
    }
    strbuf_addc(out, '\n');
}

static void say_home(const Model *m, StrBuf *out)
{
    const Home *h = &m->home;

    if (!h->workspace)
        strbuf_addz(out,
                    _("This folder is not a workspace yet. A workspace is a folder "
                      "that keeps every revision of your documents. Type init to "
                      "make this folder one, then new to start a document.\n"));
    else if (h->count == 0)
        strbuf_addz(out, _("There is no document here yet. Type new to start one.\n"));
    else
        message_addf(
            out,
            ngettext("%zu document.\n", "%zu documents.\n", (unsigned long)h->count),
            h->count);
    for (size_t i = 0; i < h->count; i++)
        add_document(m, i, out);
    if (m->who.len > 0)
        message_addf(out, _("Writing as: %s.\n"), strbuf_cstr(&m->who));
}

void say_finding(const Model *m, const Finding *f, StrBuf *out)
{
    enum { WORDS_CELLS = 60 };
    int line = 1, column = 1;

    document_place(&m->ed.derived.doc, f->range.start, &line, &column);
    StrBuf part = {0};
    say_text(checks_part_title(m, f->part), &part);
    message_addf(out, _("%s, line %d. "), strbuf_cstr(&part), line);
    strbuf_deinit(&part);
    strbuf_add(out, f->message);
    if (f->advice.len > 0)
        strbuf_addf(out, ": %.*s", STR_ARG(f->advice));
    say_stop(out);
    strbuf_addc(out, '\n');
    Str words = str_range(m->ed.derived.doc.bytes, f->range);
    if (words.len > 0) {
        strbuf_addz(out, _("In the text: "));
        checks_add_short(words, WORDS_CELLS, out);
        strbuf_addc(out, '\n');
    }
    if (f->silenced) {
        message_addf(out, _("Silenced: %.*s"), STR_ARG(f->reason));
        strbuf_addc(out, '\n');
    } else if (f->fix.kind != FIX_NONE) {
        strbuf_addz(out, _("The fix: "));
        checks_add_fix(m, f, WORDS_CELLS, out);
        strbuf_addc(out, '\n');
    }
    if (checks_why(f).len > 0) {
        strbuf_addz(out, _("Why: "));
        strbuf_add(out, checks_why(f));
        strbuf_addc(out, '\n');
    }
}

static void say_checks(const Model *m, StrBuf *out)
{
    const ChecksList *list = &m->checks;
    const Findings *f = &m->ed.derived.findings;
    int number = 0;

    message_addf(out, _("%d to fix, %d to look at, %d for reference"), f->errors,
                 f->warnings, f->infos);
    strbuf_addz(out, ".\n");
    for (size_t i = 0; i < list->count; i++) {
        const CheckRow *r = &list->rows[i];
        if (r->finding == NO_INDEX) {
            if (r->silenced)
                message_addf(out, _("Silenced (%d)"), r->count);
            else
                say_text(checks_part_title(m, r->part), out);
            strbuf_addz(out, ":\n");
            continue;
        }
        const Finding *finding = &f->items[r->finding];
        strbuf_addf(out, " %d %s: %.*s", ++number, level_for_people(finding->level),
                    STR_ARG(finding->message));
        say_stop(out);
        strbuf_addc(out, '\n');
    }
    if (list->count == 0)
        strbuf_addz(out, _("No check has anything to say here.\n"));
}

/* -- confirming ----------------------------------------------------------- */

static void say_section_row(const Model *m, size_t row, StrBuf *out)
{
    const Proposal *p = &m->confirm.adoption.items[row];

    message_addf(out, _("Is this the section \"%.*s\"? Found %s, %d %% sure.\n"),
                 STR_ARG(wording_part(p->kind, message_lang())), found_words(p->found),
                 (int)(p->confidence * 100 + 0.5));
    for (int kind = 0; kind < PART_KIND_COUNT; kind++)
        if (p->also & PART_BIT(kind))
            message_addf(out, _("It tells this too: %.*s.\n"),
                         STR_ARG(wording_part((PartKind)kind, message_lang())));
}

static void say_question_row(const Model *m, size_t row, StrBuf *out)
{
    const SplitItem *item = &m->confirm.split.items[row];

    message_addf(out,
                 item->internal ? _("Proposed: internal, %s. Who asks it?\n")
                                : _("Proposed: external, %s. Who asks it?\n"),
                 split_reason_words(item->reason));
}

static void say_confirm(const Model *m, StrBuf *out)
{
    size_t count = confirm_count(m), row = m->confirm.selected;

    if (row >= count) {
        strbuf_addz(out,
                    m->view == VIEW_SPLIT
                        ? _("That was the last question. y divides the FAQ: every "
                            "question keeps its answer, byte for byte. b goes back.\n")
                        : _("That was the last section. y writes what was confirmed: "
                            "only hidden comments go into the text. b goes back.\n"));
        return;
    }
    message_addf(out, _("%zu of %zu"), row + 1, count);
    strbuf_addz(out, ". ");
    say_text(str_range(m->confirm.doc.bytes, confirm_range(m, row)), out);
    strbuf_addc(out, '\n');
    if (m->view == VIEW_SPLIT)
        say_question_row(m, row, out);
    else
        say_section_row(m, row, out);
}

/* -- pages ---------------------------------------------------------------- */

static void add_lines(const PageLine *lines, size_t count, StrBuf *out)
{
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < lines[i].run_count; k++)
            strbuf_add(out, lines[i].runs[k].text);
        while (out->len > 0 && out->ptr[out->len - 1] == ' ')
            strbuf_truncate(out, out->len - 1);
        strbuf_addc(out, '\n');
    }
}

void say_guide(const PartSpec *spec, StrBuf *out)
{
    enum { GUIDE_WIDE = 78 };
    Arena arena = {0};
    PageBuilder b = {.arena = &arena, .width = GUIDE_WIDE, .block = NO_INDEX};

    page_build_guide(spec, &b);
    add_lines(b.lines, b.count, out);
    strbuf_deinit(&b.text);
    arena_deinit(&arena);
}

/* One behind the other: nobody hears columns. */
static void say_lines(const Model *m, StrBuf *out)
{
    Arena arena = {0};
    PageBuilder b = {.arena = &arena, .width = page_width(m), .block = NO_INDEX};

    if (m->view == VIEW_FIVE)
        page_build_five_lines(m, &b);
    else
        page_build_agenda_lines(m, &b);
    add_lines(b.lines, b.count, out);
    strbuf_deinit(&b.text);
    arena_deinit(&arena);
}

/* The card; what was done with the others stands behind it on the screen. */
static void say_deck(const Model *m, StrBuf *out)
{
    size_t count = 0;

    while (count < m->page.count && !m->page.lines[count].aside)
        count++;
    add_lines(m->page.lines, count, out);
}

void say_row(const Model *m, StrBuf *out)
{
    size_t at = checks_current(m);

    if (m->view == VIEW_QUESTIONS)
        say_thread(m, out);
    else if (m->view == VIEW_ADOPT || m->view == VIEW_SPLIT)
        say_confirm(m, out);
    else if (at != NO_INDEX)
        say_finding(m, &m->ed.derived.findings.items[at], out);
}

void say_view(const Model *m, StrBuf *out)
{
    switch (m->view) {
    case VIEW_HOME:
        say_home(m, out);
        break;
    case VIEW_WRITE:
        say_write(m, out);
        break;
    case VIEW_HISTORY:
        linear_history_say(m, out);
        break;
    case VIEW_CHECKS:
        say_checks(m, out);
        break;
    case VIEW_RESTORE:
        say_restore(m, out);
        break;
    case VIEW_REVIEW:
        say_review(m, out);
        break;
    case VIEW_QUESTIONS:
        say_questions(m, out);
        break;
    case VIEW_ADOPT:
    case VIEW_SPLIT:
        say_confirm(m, out);
        break;
    case VIEW_DECK:
        say_deck(m, out);
        break;
    case VIEW_AGENDA:
    case VIEW_FIVE:
        say_lines(m, out);
        break;
    case VIEW_MATRIX:
        deck_matrix_say(&m->deck->deck, out);
        break;
    case VIEW_MEET:
        meet_view_say(m, out);
        break;
    default:
        add_lines(m->page.lines, m->page.count, out);
        break;
    }
}
