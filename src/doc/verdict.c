#include "doc/verdict.h"

enum { DIGEST_ITEMS = 8, BOILERPLATE_BYTES = 120, ABOUT_BYTES = 60 };

static bool has_words(const Document *doc)
{
    for (size_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].prose.text.len > 0)
            return true;
    return false;
}

/* How it is used and where to get it stands in any manual: the rest of a release
 * does not. Without questions one section is not enough. */
static bool has_release(const Document *doc)
{
    unsigned kinds = 0, count = 0;
    bool labelled = false;

    for (size_t i = 0; i < doc->part_count; i++)
        if (doc->parts[i].kind >= PART_HEADLINE &&
            doc->parts[i].kind < PART_EXTERNAL_FAQ) {
            kinds |= PART_BIT(doc->parts[i].kind) | doc->parts[i].also;
            labelled = labelled || doc->parts[i].found != FOUND_INFERRED;
        }
    const unsigned telling = PART_BIT(PART_HEADLINE) | PART_BIT(PART_GETTING_STARTED) |
                             PART_BIT(PART_PROBLEM) | PART_BIT(PART_LEADER_QUOTE) |
                             PART_BIT(PART_CUSTOMER_QUOTE);
    /* A manual introduces its product too. */
    if (doc->question_count == 0 && !labelled && !(kinds & telling))
        return false;
    kinds &= ~(PART_BIT(PART_EXPERIENCE) | PART_BIT(PART_GETTING_STARTED));
    for (; kinds; kinds &= kinds - 1)
        count++;
    return count > 1 || (count > 0 && doc->question_count > 0);
}

/* More list items than paragraphs four to one, and nobody asks anything. */
static bool is_digest(const Document *doc)
{
    size_t items = 0, paragraphs = 0, labelled = 0;

    for (size_t i = 0; i < doc->part_count; i++)
        labelled +=
            doc->parts[i].kind != PART_OTHER && doc->parts[i].found != FOUND_INFERRED;
    if (labelled >= 2)
        return false;
    for (size_t i = 0; i < doc->block_count; i++) {
        items += doc->blocks[i].kind == BLOCK_ITEM;
        paragraphs += doc->blocks[i].kind == BLOCK_PARAGRAPH;
    }
    return doc->question_count == 0 && items > DIGEST_ITEMS && items > 4 * paragraphs;
}

/* Words at the end of a release for newspapers. */
typedef struct Boilerplate {
    bool about;   /* "About Lantern" */
    bool contact; /* "Media contact" */
} Boilerplate;

static void find_boilerplate(const Document *doc, const Library *lib, const Block *b,
                             Boilerplate *out)
{
    StrBuf folded = {0};
    SignalCount count = {0};

    if (b->prose.text.len == 0 || b->prose.text.len > BOILERPLATE_BYTES)
        return;
    signals_fold(b->prose.text, &folded);
    signals_count(&lib->signals, strbuf_view(&folded), doc->lang, &count);
    strbuf_deinit(&folded);
    out->contact = out->contact || count.of[SIGNAL_PRESS] > 0;
    out->about =
        out->about || (count.of[SIGNAL_ABOUT] > 0 && b->prose.text.len < ABOUT_BYTES);
}

/* No question, no section for the problem, and what newspapers are told. */
static bool is_media(const Document *doc, const Library *lib)
{
    Boilerplate told = {0};
    bool problem = false;

    if (doc->question_count > 0)
        return false;
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        if (region_is_faq(part->region) || part->kind == PART_FIVE_QUESTIONS)
            return false;
        problem =
            problem || (part->kind == PART_PROBLEM && part->found != FOUND_INFERRED);
    }
    for (size_t i = 0; i < doc->block_count; i++)
        find_boilerplate(doc, lib, &doc->blocks[i], &told);
    return (told.about || told.contact) && !problem;
}

static NotPrfaq reason_of(const Document *doc, const Library *lib)
{
    if (!has_words(doc))
        return NOT_PRFAQ_EMPTY;
    if (is_digest(doc))
        return NOT_PRFAQ_DIGEST;
    if (has_release(doc) && is_media(doc, lib))
        return NOT_PRFAQ_MEDIA;
    if (has_release(doc))
        return PRFAQ_IS_ONE;
    return doc->question_count > 0 ? NOT_PRFAQ_FAQ_ONLY : NOT_PRFAQ_NOTES;
}

void verdict_read(Document *doc, const Library *lib)
{
    doc->not_prfaq = doc->tmpl ? PRFAQ_IS_ONE : reason_of(doc, lib);
    doc->is_prfaq = doc->not_prfaq == PRFAQ_IS_ONE;
    doc->certainty = doc->tmpl ? 1 : 0.8;
}
