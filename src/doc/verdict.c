#include "doc/verdict.h"

static bool has_words(const Document *doc)
{
    for (size_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].prose.text.len > 0)
            return true;
    return false;
}

static bool has_release(const Document *doc)
{
    for (size_t i = 0; i < doc->part_count; i++)
        if (doc->parts[i].region == REGION_PR)
            return true;
    return false;
}

static NotPrfaq reason_of(const Document *doc)
{
    if (!has_words(doc))
        return NOT_PRFAQ_EMPTY;
    if (has_release(doc))
        return PRFAQ_IS_ONE;
    return doc->question_count > 0 ? NOT_PRFAQ_FAQ_ONLY : NOT_PRFAQ_NOTES;
}

void verdict_read(Document *doc)
{
    doc->not_prfaq = doc->tmpl ? PRFAQ_IS_ONE : reason_of(doc);
    doc->is_prfaq = doc->not_prfaq == PRFAQ_IS_ONE;
    doc->certainty = doc->tmpl ? 1 : 0.8;
}
