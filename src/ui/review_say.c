#include "ui/review_say.h"

#include "base/message.h"
#include "base/unicode.h"

enum { QUOTE_CELLS = 60 };

const char *review_kind_word(ThreadKind kind)
{
    static const char *const words[THREAD_KIND_COUNT] = {
        [THREAD_COMMENT] = N_("Comment"),
        [THREAD_QUESTION] = N_("Question"),
        [THREAD_SUGGESTION] = N_("Suggestion"),
        [THREAD_MUST_FIX] = N_("Must fix"),
        [THREAD_AGREED] = N_("Agreed"),
        [THREAD_SAME_MEANING] = N_("Same meaning"),
    };

    return _(words[kind]);
}

void review_state(const ReviewEntry *e, StrBuf *out)
{
    strbuf_addz(out,
                e->thread.resolved ? C_("question", "closed") : C_("question", "open"));
    if (e->overdue)
        strbuf_addz(out, _(", overdue"));
    if (e->place.state == ANCHOR_EDITED && e->about_words && !e->thread.resolved)
        strbuf_addz(out, _(", its words were changed: look again"));
    if (e->place.state == ANCHOR_LOST && !e->thread.resolved)
        strbuf_addz(out, _(", without a place"));
}

static void add_shown(Str text, StrBuf *out)
{
    Str trimmed = str_trim(text);

    unicode_visible(trimmed, VISIBLE_ONE_LINE, out);
}

void review_head(const ReviewEntry *e, StrBuf *out)
{
    const Thread *t = &e->thread;

    strbuf_addf(out, "%.*s ", STR_ARG(e->label));
    add_shown(t->author, out);
    strbuf_addz(out, ", ");
    review_state(e, out);
    if (t->owner.len > 0 && !t->resolved) {
        StrBuf owner = {0};
        add_shown(t->owner, &owner);
        message_addf(out, _(", for %s"), strbuf_cstr(&owner));
        strbuf_deinit(&owner);
    }
    if (t->reply_count > 0)
        message_addf(
            out,
            ngettext(", %zu reply", ", %zu replies", (unsigned long)t->reply_count),
            t->reply_count);
}

/* The words it is about, shortened. */
static void add_quote(Str quote, StrBuf *out)
{
    StrBuf shown = {0};

    add_shown(quote, &shown);
    Str fit = unicode_fit(strbuf_view(&shown), QUOTE_CELLS);
    strbuf_addf(out, "\"%.*s%s\"", STR_ARG(str_trim_end(fit)),
                fit.len < shown.len ? " ..." : "");
    strbuf_deinit(&shown);
}

void review_words(const ReviewEntry *e, StrBuf *out)
{
    const Thread *t = &e->thread;

    if (t->selected_text.len > 0)
        add_quote(t->selected_text, out);
    if (t->suggestion.len > 0) {
        strbuf_addz(out, " -> \"");
        add_shown(t->suggestion, out);
        strbuf_addc(out, '"');
    }
    /* Where nothing was said beside the words, they stand for it. */
    if (t->text.len == 0 || str_eq(t->text, t->suggestion))
        return;
    if (t->selected_text.len > 0 || t->suggestion.len > 0)
        strbuf_addz(out, ": ");
    add_shown(t->text, out);
}

void review_side_name(const ReviewSide *side, StrBuf *out)
{
    if (side->words)
        strbuf_addz(out, _("the words now"));
    else if (side->revision.number > 0)
        message_addf(out, _("revision %d"), side->revision.number);
    else if (side->revision.commit[0] != '\0')
        strbuf_addf(out, "%.12s", side->revision.commit);
    else
        strbuf_addz(out, _("nothing"));
}

bool review_is_first(const Review *r)
{
    return !r->before.words && r->before.revision.number == 0 &&
           r->before.revision.commit[0] == '\0';
}

const char *review_since_words(const Review *r)
{
    if (review_is_first(r))
        return _("You have not read it here yet: all of it.");
    switch (r->since) {
    case SINCE_GIVEN:
        break;
    case SINCE_READ:
        return _("What changed since you last read it.");
    case SINCE_WROTE:
        return _("What changed since you last wrote in it.");
    case SINCE_OTHER:
        return _("You have not read it here yet: the last change of somebody else.");
    case SINCE_LAST:
        return _("You have not read it here yet: the last revision.");
    }
    return _("What changed since that revision.");
}

void review_counts(const Review *r, StrBuf *out)
{
    message_addf(out, _("%d open, %d resolved"), r->open, r->resolved);
}

Str review_title_of(const RedlinePart *part)
{
    return part->title.len > 0 ? part->title : str_from(_("Before the first section"));
}

const char *history_cut_words(void)
{
    return _("This clone is shallow: older revisions are not in it, and "
             "numbers count from the oldest that is. Fetch them with: git "
             "fetch --unshallow");
}

void review_conflict_words(size_t places, Str document, StrBuf *out)
{
    message_addf(out,
                 ngettext("Git left %zu place of a merge undecided: your side of it is "
                          "shown. Settle it with: prfaq merge %.*s",
                          "Git left %zu places of a merge undecided: your side of them "
                          "is shown. Settle them with: prfaq merge %.*s",
                          (unsigned long)places),
                 places, STR_ARG(document));
}
