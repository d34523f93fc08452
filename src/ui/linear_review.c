#include "ui/linear_review.h"

#include "base/message.h"
#include "ui/area.h"
#include "ui/ask.h"
#include "ui/linear_say.h"
#include "ui/page.h"
#include "ui/review_page.h"
#include "ui/review_say.h"
#include "ui/reviewing.h"
#include "ui/update.h"

enum { LINES_WIDE = 78 };

/* -- the changes ------------------------------------------------------------------- */

static void add_lines(const PageBuilder *b, StrBuf *out)
{
    for (size_t i = 0; i < b->count; i++) {
        if (b->lines[i].run_count == 0)
            continue;
        for (size_t k = 0; k < b->lines[i].run_count; k++)
            strbuf_add(out, b->lines[i].runs[k].text);
        while (out->len > 0 && out->ptr[out->len - 1] == ' ')
            strbuf_truncate(out, out->len - 1);
        strbuf_addc(out, '\n');
    }
}

static void add_head(const Model *m, StrBuf *out)
{
    const Review *r = m->review.review;
    StrBuf before = {0}, after = {0}, counts = {0};

    review_side_name(&r->before, &before);
    review_side_name(&r->after, &after);
    review_counts(r, &counts);
    if (review_is_first(r))
        message_addf(out, _("Review: all of it, %s."), strbuf_cstr(&after));
    else
        message_addf(out, _("Review: from %s to %s."), strbuf_cstr(&before),
                     strbuf_cstr(&after));
    if (r->reader.len > 0) {
        strbuf_addc(out, ' ');
        message_addf(out, _("Reading as %.*s."), STR_ARG(r->reader));
    }
    strbuf_addc(out, ' ');
    message_addf(out, _("%d of %d sections changed. Questions: %s."),
                 r->redline.parts_changed, review_parts(&r->redline),
                 strbuf_cstr(&counts));
    strbuf_addc(out, '\n');
    if (r->conflicts > 0) {
        review_conflict_words(r->conflicts, r->document, out);
        strbuf_addc(out, '\n');
    }
    strbuf_deinit(&before);
    strbuf_deinit(&after);
    strbuf_deinit(&counts);
}

/* Once, at the first change. */
static void add_around(const Review *r, StrBuf *out)
{
    if (r->untouched.len > 0) {
        message_addf(out, _("Untouched since the first draft: %s"), r->untouched.ptr);
        strbuf_addc(out, '\n');
    }
    if (r->cut)
        strbuf_addf(out, "%s\n", history_cut_words());
}

void say_review(const Model *m, StrBuf *out)
{
    const ReviewView *v = &m->review;
    const Redline *r = &v->review->redline;
    int count = review_stops(r, NO_INDEX);
    const ReviewPage page = {
        .review = v->review, .look = review_look(m), .only = NO_INDEX};
    Arena arena = {0};
    PageBuilder b = {.arena = &arena, .width = LINES_WIDE, .block = NO_INDEX};

    add_head(m, out);
    if (v->block == NO_INDEX || review_stops(r, v->block) <= 1)
        add_around(v->review, out);
    if (count == 0) {
        strbuf_addz(out, _("No words differ."));
        strbuf_addc(out, '\n');
    }
    if (v->block == NO_INDEX)
        return;
    Str part = review_title_of(&r->parts[review_part_at(r, v->block)]);
    if (v->look == LOOK_NEW)
        message_addf(out, _("The text now, section %.*s:"), STR_ARG(part));
    else
        message_addf(out, _("Change %d of %d, section %.*s:"),
                     review_stops(r, v->block), count, STR_ARG(part));
    strbuf_addc(out, '\n');
    review_page_block(&page, v->block, &b);
    add_lines(&b, out);
    strbuf_deinit(&b.text);
    arena_deinit(&arena);
}

/* -- the questions ----------------------------------------------------------------- */

void say_questions(const Model *m, StrBuf *out)
{
    const ReviewView *v = &m->review;
    StrBuf counts = {0};
    int number = 0;

    review_counts(v->review, &counts);
    message_addf(out, _("Questions: %s."), strbuf_cstr(&counts));
    strbuf_addc(out, '\n');
    strbuf_deinit(&counts);
    for (size_t i = 0; i < v->row_count; i++) {
        if (v->rows[i].entry == NO_INDEX)
            continue;
        const ReviewEntry *e = &v->review->entries[v->rows[i].entry];
        strbuf_addf(out, " %d %s, ", ++number, review_kind_word(e->thread.kind));
        review_head(e, out);
        strbuf_addz(out, ". ");
        review_words(e, out);
        strbuf_addc(out, '\n');
    }
}

void say_thread(const Model *m, StrBuf *out)
{
    const ReviewEntry *e = review_entry(m);
    const ReviewPage page = {.review = m->review.review, .only = NO_INDEX};
    Arena arena = {0};
    PageBuilder b = {.arena = &arena, .width = LINES_WIDE, .block = NO_INDEX};

    if (e)
        review_page_entry(&page, e, &b);
    add_lines(&b, out);
    strbuf_deinit(&b.text);
    arena_deinit(&arena);
}

bool review_select_number(Model *m, int number)
{
    ReviewView *v = &m->review;

    for (size_t i = 0; i < v->row_count; i++)
        if (v->rows[i].entry != NO_INDEX && --number == 0) {
            v->selected = i;
            return true;
        }
    return false;
}

uint64_t review_told(const Model *m)
{
    const ReviewView *v = &m->review;
    const Review *r = v->review;
    uint64_t told = 1;

    if (!r)
        return 0;
    for (size_t i = 0; i < r->count; i++)
        told = told * 31 + r->entries[i].thread.reply_count * 2 +
               r->entries[i].thread.resolved;
    told = told * 31 + (uint64_t)r->before.revision.number;
    told = told * 31 + r->after.bytes.len;
    return m->view == VIEW_REVIEW ? (told * 31 + v->block) * 4 + v->look : told;
}

/* -- asking ------------------------------------------------------------------------ */

void say_ask(const Model *m, StrBuf *out)
{
    const AskBox *box = &m->review.boxes[m->review.box];
    StrBuf quote = {0};

    if (box->replies) {
        message_addf(out, _("Your answer to %s, in one line; empty: none."),
                     strbuf_cstr(&box->label));
    } else {
        say_text(strbuf_view(&box->quote), &quote);
        if (quote.len > 0)
            message_addf(out, _("%s about \"%s\"."), review_kind_word(box->kind),
                         strbuf_cstr(&quote));
        else
            message_addf(out,
                         box->part.len ? _("%s about the section %s.")
                                       : _("%s about the document."),
                         review_kind_word(box->kind), strbuf_cstr(&box->part));
        strbuf_addc(out, '\n');
        strbuf_addz(out,
                    box->kind == THREAD_SUGGESTION
                        ? _("Type the words that shall stand there instead. First, "
                            "if need be: about WORDS, for NAME. Empty: back.")
                        : _("Type what you want to say. First, if need be: about "
                            "WORDS, for NAME, by 2bd, kind comment, kind must-fix. "
                            "Empty: back."));
        if (m->view == VIEW_WRITE)
            strbuf_addz(out, _(" Or: about sentence, paragraph, section, document."));
    }
    strbuf_addc(out, '\n');
    Str kept = field_view(&box->words);
    if (kept.len > 0) {
        strbuf_clear(&quote);
        say_text(kept, &quote);
        message_addf(out, _("Kept from before: %s\n"), strbuf_cstr(&quote));
    }
    strbuf_deinit(&quote);
}

static void ask_about_words(Model *m, Str words)
{
    Arena arena = {0};
    const Document *doc = ask_document(m);
    Range all = {0, doc->bytes.len}, found = {0, 0};
    size_t count = anchor_search(anchor_text(doc, &arena), words, all, &found);

    if (count == 1)
        ask_about(m, found);
    else
        model_say(m,
                  count == 0 ? _("These words are not there: \"%.*s\".")
                             : _("These words stand there more than once: \"%.*s\"."),
                  STR_ARG(words));
    arena_deinit(&arena);
}

/* "about section", while one writes; false: these are words of the text. */
static bool ask_about_named(Model *m, Str name)
{
    static const struct {
        const char *name;
        AskSpan span;
    } spans[] = {{"sentence", SPAN_SENTENCE},
                 {"paragraph", SPAN_PARAGRAPH},
                 {"section", SPAN_SECTION},
                 {"document", SPAN_DOCUMENT}};

    for (size_t i = 0; m->view == VIEW_WRITE && i < sizeof spans / sizeof *spans; i++)
        if (str_eq(name, str_from(spans[i].name)) &&
            ask_span_is_there(m, spans[i].span)) {
            ask_about_span(m, spans[i].span);
            return true;
        }
    return false;
}

static void ask_kind(Model *m, Str name)
{
    ThreadKind kind;

    if (thread_kind_parse(name, &kind) && kind <= THREAD_MUST_FIX)
        ask_set_kind(ask_box(m), kind);
    else
        model_say(m, _("The kinds are question, comment, suggestion and must-fix."));
}

static bool takes(Str *line, const char *word)
{
    Str prefix = str_from(word);

    if (!str_starts(*line, prefix))
        return false;
    *line = str_trim(str_slice(*line, prefix.len, line->len));
    return true;
}

static Effect press(Model *m, Key key)
{
    const Msg msg = {.type = MSG_KEY, .key = key};

    return update(m, &msg);
}

Effect ask_answer(Model *m, Str line)
{
    AskBox *box = ask_box(m);

    if (line.len == 0 || str_eq(line, STR("b")))
        return press(m, (Key){.code = KEYCODE_ESCAPE});
    m->review.ask_dirty = true;
    if (!box->replies && takes(&line, "about ")) {
        if (!ask_about_named(m, line))
            ask_about_words(m, line);
    } else if (ask_has_due(box) && takes(&line, "by ")) {
        field_set(&box->due, line);
    } else if (!box->replies && takes(&line, "for ")) {
        field_set(&box->owner, line);
    } else if (!box->replies && takes(&line, "kind ")) {
        ask_kind(m, line);
    } else {
        area_set(!box->replies && box->kind == THREAD_SUGGESTION ? &box->wording
                                                                 : &box->words,
                 line);
        return press(m, (Key){.code = KEYCODE_CHAR, .cp = 's', .mods = MOD_CTRL});
    }
    return (Effect){0};
}
