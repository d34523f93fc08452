#include "app/review_html.h"

#include "base/message.h"
#include "render/report.h"
#include "ui/review_say.h"

static Str when_of(Moment time, Arena *arena)
{
    StrBuf words = {0};

    /* "2027-03-02T09:41:07+09:00": a page is read long after it was made. */
    moment_iso8601(time, &words);
    Str when = strbuf_view(&words);
    when = arena_printf(arena, "%.*s %.*s", STR_ARG(str_slice(when, 0, 10)),
                        STR_ARG(str_slice(when, 11, 16)));
    strbuf_deinit(&words);
    return when;
}

static ReportSide side_of(const ReviewSide *side, Arena *arena)
{
    StrBuf words = {0};
    ReportSide out = {.who = side->revision.author.name};

    review_side_name(side, &words);
    if (side->revision.commit[0] == '\0' && !side->words) {
        strbuf_clear(&words);
        strbuf_addz(&words, _("nothing: it is the first reading"));
    }
    out.brief = arena_str(arena, strbuf_view(&words));
    if (side->revision.subject.len > 0)
        strbuf_addf(&words, ": %.*s", STR_ARG(side->revision.subject));
    out.name = arena_str(arena, strbuf_view(&words));
    if (side->revision.commit[0] != '\0')
        out.when = when_of(side->revision.time, arena);
    strbuf_deinit(&words);
    return out;
}

/* What was answered, and why it was closed. */
static const ReportReply *replies_of(const Thread *t, Arena *arena, size_t *count)
{
    ReportReply *replies = arena_array(arena, t->reply_count + 2, sizeof *replies);

    *count = 0;
    for (size_t i = 0; i <= t->reply_count; i++) {
        if (thread_closed_before(t, i) && t->reason.len > 0)
            replies[(*count)++] = (ReportReply){
                .who = t->resolved_by,
                .when = t->closed.seconds ? when_of(t->closed, arena) : (Str){0},
                .text = t->reason};
        if (i < t->reply_count)
            replies[(*count)++] =
                (ReportReply){.who = t->replies[i].author,
                              .when = when_of(t->replies[i].time, arena),
                              .text = t->replies[i].text};
    }
    return replies;
}

static ReportThread thread_of(const ReviewEntry *e, Arena *arena)
{
    const Thread *t = &e->thread;
    StrBuf state = {0};
    size_t replies = 0;

    review_state(e, &state);
    ReportThread out = {.label = e->label,
                        .kind = str_from(review_kind_word(t->kind)),
                        .who = t->author,
                        .when = when_of(t->time, arena),
                        .text = t->text,
                        .quote = t->selected_text,
                        .suggestion = t->suggestion,
                        .state = arena_str(arena, strbuf_view(&state)),
                        .open = !t->resolved,
                        .late = e->overdue,
                        .replies = replies_of(t, arena, &replies),
                        .block = e->block};
    out.reply_count = replies;
    strbuf_deinit(&state);
    return out;
}

void review_html(const Review *review, StrBuf *out)
{
    Arena arena = {0};
    ReportThread *threads = arena_array(&arena, review->count + 1, sizeof *threads);
    Str title = review->after.doc.title;

    for (size_t i = 0; i < review->count; i++)
        threads[i] = thread_of(&review->entries[i], &arena);
    const Report report = {.redline = &review->redline,
                           .title = title.len > 0 ? title : review->document,
                           .from = side_of(&review->before, &arena),
                           .to = side_of(&review->after, &arena),
                           .threads = threads,
                           .thread_count = review->count,
                           .lang = message_lang()};
    report_html(&report, out);
    arena_deinit(&arena);
}
