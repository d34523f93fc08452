#include <stdio.h>

#include "base/mem.h"
#include "base/unicode.h"
#include "diff/redline.h"
#include "diff/wording.h"

enum {
    NAMES_MAX = 3, /* named in a summary */
    NAME_CELLS = 40,
};

/* Collects the names of what changed: sections, and FAQ pairs by number. */
typedef struct Names {
    StrBuf text;
    int shown, more, max;
    bool after_faq;          /* the last name shown is "FAQ 3": say only "4" */
    unsigned char *seen_faq; /* by number */
} Names;

static void add_name(Names *names, Str name, bool faq)
{
    if (names->shown == names->max) {
        names->more++;
        return;
    }
    if (names->shown++ > 0)
        strbuf_addz(&names->text, ", ");
    if (faq && !names->after_faq)
        strbuf_addz(&names->text, "FAQ ");
    unicode_visible(unicode_fit(name, NAME_CELLS), VISIBLE_ONE_LINE, &names->text);
    names->after_faq = faq;
}

/* The FAQ pair that a block belongs to, or NULL. */
static const Question *question_of(const Document *doc, size_t block)
{
    size_t question = block == NO_INDEX ? NO_INDEX : doc->blocks[block].question;
    return question == NO_INDEX ? NULL : &doc->questions[question];
}

/* Name the pairs of an FAQ part that changed, and the part when something else in
 * it did. */
static void add_faq(Names *names, const Redline *r, const RedlinePart *part,
                    const Document *before, const Document *after)
{
    bool other = false;

    for (size_t i = 0; i < part->block_count; i++) {
        const RedlineBlock *block = &r->blocks[part->first_block + i];
        /* What moved is named where it is now. */
        if (block->state == BLOCK_SAME || block->state == BLOCK_MOVED_AWAY)
            continue;
        bool gone = block->state == BLOCK_REMOVED;
        const Question *question = gone ? question_of(before, block->old_block)
                                        : question_of(after, block->new_block);
        if (!question) {
            other = true;
            continue;
        }
        if (names->seen_faq[question->number])
            continue;
        names->seen_faq[question->number] = 1;
        char number[16];
        snprintf(number, sizeof number, "%d", question->number);
        add_name(names, str_from(number), true);
    }
    if (other && part->title.len)
        add_name(names, part->title, false);
}

static bool is_faq(const RedlinePart *part, const Document *before,
                   const Document *after)
{
    if (part->new_part != NO_INDEX)
        return region_is_faq(after->parts[part->new_part].region);
    return part->old_part != NO_INDEX &&
           region_is_faq(before->parts[part->old_part].region);
}

static void collect_names(Names *names, const Redline *r, const Document *before,
                          const Document *after)
{
    const Wording *wording = wording_of(after->lang);
    const char *nameless = r->part_count > 1 ? wording->opening : wording->whole;

    for (size_t i = 0; i < r->part_count; i++) {
        const RedlinePart *part = &r->parts[i];
        if (!part->changed)
            continue;
        if (names->seen_faq && is_faq(part, before, after))
            add_faq(names, r, part, before, after);
        else if (part->title.len)
            add_name(names, part->title, false);
        else
            add_name(names, str_from(nameless), false);
    }
}

static int highest_question(const Document *doc)
{
    int highest = 0;

    for (size_t i = 0; i < doc->question_count; i++)
        if (doc->questions[i].number > highest)
            highest = doc->questions[i].number;
    return highest;
}

static void add_names(const Names *names, const Wording *wording, StrBuf *out)
{
    if (names->more > 0)
        strbuf_addf(out, wording->more, strbuf_cstr(&names->text), names->more);
    else
        strbuf_add(out, strbuf_view(&names->text));
}

/* Does it hold more than its heading and comments? */
static bool holds_text(const Redline *r, const RedlinePart *part)
{
    for (size_t i = 0; i < part->block_count; i++) {
        BlockKind kind = r->blocks[part->first_block + i].kind;
        if (kind != BLOCK_HEADING && kind != BLOCK_HTML)
            return true;
    }
    return false;
}

/* The template's empty sections do not make a draft. */
static void summarize_first(const Redline *r, const Document *after, StrBuf *out)
{
    const Wording *wording = wording_of(after->lang);
    Names names = {.max = NAMES_MAX - 1};

    for (size_t i = 0; i < r->part_count; i++)
        if (r->parts[i].title.len && holds_text(r, &r->parts[i]))
            add_name(&names, r->parts[i].title, false);
    strbuf_addz(out, wording->first_draft);
    if (names.shown > 0) {
        strbuf_addz(out, ": ");
        add_names(&names, wording, out);
    }
    if (r->added > 0) {
        strbuf_addz(out, ", ");
        wording_counts(r->added, 0, "−", after->lang, after->lang, out);
    }
    strbuf_deinit(&names.text);
}

static bool holds_move(const Redline *r)
{
    for (size_t i = 0; i < r->block_count; i++)
        if (r->blocks[i].state == BLOCK_MOVED_HERE)
            return true;
    return false;
}

static void summarize_parts(const Redline *r, const Document *before,
                            const Document *after, StrBuf *out)
{
    const Wording *wording = wording_of(after->lang);
    int highest = highest_question(before), highest_after = highest_question(after);
    size_t room = (size_t)(highest > highest_after ? highest : highest_after) + 1;
    Names names = {.max = NAMES_MAX, .seen_faq = mem_alloc(room)};

    collect_names(&names, r, before, after);
    add_names(&names, wording, out);
    strbuf_addz(out, ": ");
    if (r->added || r->removed)
        wording_counts(r->added, r->removed, "−", after->lang, after->lang, out);
    else
        strbuf_addz(out, holds_move(r) ? wording->moved : wording->signs);
    strbuf_deinit(&names.text);
    mem_free(names.seen_faq);
}

void redline_summary(const Redline *r, const Document *before, const Document *after,
                     StrBuf *out)
{
    const Wording *wording = wording_of(after->lang);

    if (r->equal)
        strbuf_addz(out, wording->nothing);
    else if (before->block_count == 0 && before->meta.count == 0)
        summarize_first(r, after, out);
    else if (r->parts_changed > 0)
        summarize_parts(r, before, after, out);
    else if (r->front_matter_changed)
        strbuf_addz(out, wording->details);
    else
        strbuf_addz(out, r->hidden_changed ? wording->hidden : wording->layout);
}
