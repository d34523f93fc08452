#include "ui/pinned.h"

#include "base/message.h"
#include "base/unicode.h"
#include "review/anchor.h"
#include "ui/derive.h"

static const CheckFacts *facts_of(const CheckOptions *check)
{
    static const CheckFacts nothing = {.revisions = -1};
    return check->facts ? check->facts : &nothing;
}

/* An answer is owed, and the time is over. */
static bool is_late(const Model *m, const ReviewNote *note)
{
    bool owed = note->owed || (note->kind == NOTE_QUESTION && note->open);
    int64_t now = m->now.seconds ? m->now.seconds : m->check.clock.seconds;

    return owed && note->due.seconds < now;
}

int pinned_count(const Model *m)
{
    const CheckFacts *facts = facts_of(&m->check);
    int count = 0;

    for (size_t i = 0; i < facts->note_count; i++)
        count += facts->notes[i].pinned;
    return count;
}

const ReviewNote *pinned_here(const Model *m)
{
    const CheckFacts *facts = facts_of(&m->check);
    const Part *here = derived_part_at(&m->ed, m->ed.caret);
    const ReviewNote *best = NULL;
    int best_rank = 0;

    for (size_t i = 0; m->ed.derived.valid && i < facts->note_count; i++) {
        const ReviewNote *note = &facts->notes[i];
        bool late = is_late(m, note);
        bool inside = here && note->part.len > 0 &&
                      document_part(&m->ed.derived.doc, note->part) == here;
        int rank = (inside ? 2 : 0) + (late ? 1 : 0);
        bool sooner =
            best && rank == best_rank && note->due.seconds < best->due.seconds;
        if (note->pinned && (rank > best_rank || sooner)) {
            best = note;
            best_rank = rank;
        }
    }
    return best;
}

void pinned_say(const Model *m, const ReviewNote *note, StrBuf *out)
{
    StrBuf words = {0};

    strbuf_addf(&words, "%.*s %.*s: ", STR_ARG(note->label), STR_ARG(note->asker));
    if (is_late(m, note))
        strbuf_addf(&words, "%s ", _("(overdue)"));
    strbuf_add(&words, note->text);
    strbuf_addz(out, "? ");
    unicode_visible(strbuf_view(&words), VISIBLE_ONE_LINE, out);
    strbuf_deinit(&words);
}

/* -- places ------------------------------------------------------------------------ */

static bool find_place(AnchorText *text, const Document *doc, const ReviewNote *note,
                       Range *out)
{
    if (note->quote.len > 0) {
        const Anchor anchor = {note->quote, note->before, note->after, note->part};
        AnchorPlace place = anchor_find(text, &anchor);
        *out = place.range;
        return place.state != ANCHOR_LOST;
    }
    const Part *part = note->part.len > 0 ? document_part(doc, note->part) : NULL;
    if (!part)
        return false;
    *out = part->label.end > part->label.start
               ? part->label
               : (Range){part->range.start, part->range.start + 1};
    return true;
}

void pinned_find(const CheckOptions *check, Derived *out)
{
    const CheckFacts *facts = facts_of(check);
    AnchorText *text = NULL;

    out->asked = NULL;
    out->asked_count = 0;
    for (size_t i = 0; i < facts->note_count; i++) {
        const ReviewNote *note = &facts->notes[i];
        if (!note->pinned)
            continue;
        if (!text) {
            text = anchor_text(&out->doc, &out->arena);
            out->asked =
                arena_array(&out->arena, facts->note_count, sizeof *out->asked);
        }
        if (find_place(text, &out->doc, note, &out->asked[out->asked_count]))
            out->asked_count++;
    }
}

bool pinned_points_at(const Editor *ed, Range range)
{
    for (size_t i = 0; i < ed->derived.asked_count; i++) {
        size_t start = derived_offset(ed, ed->derived.asked[i].start);
        size_t end = derived_offset(ed, ed->derived.asked[i].end);
        if (start < range.end && end > range.start)
            return true;
    }
    return false;
}
