#include "doc/asking.h"

#include "doc/heading.h"
#include "doc/mark.h"

enum {
    SECTION_BLOCKS = 40, /* in which the second question stands */
    NEAR_BLOCKS = 8,     /* the same, where no heading says so */
    REMARKS = 2,         /* paragraphs before the first question */
};

static Str text_of(const DocumentReader *r, size_t block)
{
    const BlockText *text = &r->texts[block];

    if (text->count == 0)
        return STR("");
    return str_slice(r->doc->bytes, text->lines[0].start,
                     text->lines[text->count - 1].end);
}

static Str without_strong(Str s)
{
    while (str_starts(s, STR("*")) || str_starts(s, STR("_")))
        s = str_slice(s, 1, s.len);
    return s;
}

bool block_asks(const DocumentReader *r, size_t block)
{
    const Block *b = &r->blocks[block];
    Str s = text_of(r, block);
    BoldRun bold;

    if (s.len == 0)
        return false;
    if (b->kind == BLOCK_HEADING)
        return mark_question(without_strong(s)) > 0 || mark_asks(s);
    if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_ITEM)
        return false;
    if (mark_question(without_strong(s)) > 0)
        return true;
    return mark_bold(r->doc->bytes, r->texts[block].lines, r->texts[block].count,
                     &bold) &&
           mark_asks(str_range(r->doc->bytes, bold.inside));
}

bool section_asks(const DocumentReader *r, size_t heading)
{
    int asked = 0, said = 0;

    for (size_t i = heading + 1; i < r->count && i <= heading + SECTION_BLOCKS; i++) {
        const Block *b = &r->blocks[i];
        if (b->kind == BLOCK_HEADING && b->level <= r->blocks[heading].level)
            return false;
        if (block_asks(r, i) && ++asked > 1)
            return true;
        said += b->kind != BLOCK_HEADING && r->texts[i].count > 0;
        if (asked == 0 && said >= REMARKS)
            return false;
    }
    return false;
}

bool questions_begin(const DocumentReader *r, size_t block)
{
    if (r->blocks[block].kind == BLOCK_HEADING || !block_asks(r, block))
        return false;
    for (size_t i = block + 1; i < r->count && i <= block + NEAR_BLOCKS; i++)
        if (r->blocks[i].kind == r->blocks[block].kind && block_asks(r, i))
            return true;
    return false;
}

static bool names_faq(const Label *label)
{
    return label && label->role == LABEL_PART &&
           region_is_faq(region_of_kind(label->kind));
}

bool is_plain_faq(const DocumentReader *r, size_t block)
{
    return r->texts[block].count == 1 && block + 1 < r->count &&
           r->blocks[block].kind == BLOCK_PARAGRAPH && block_asks(r, block + 1) &&
           names_faq(library_label(r->lib, text_of(r, block)));
}

bool faq_is_headed(const DocumentReader *r)
{
    for (size_t i = 0; i < r->count && !r->doc->tmpl; i++) {
        if (r->blocks[i].kind != BLOCK_HEADING || r->texts[i].count == 0)
            continue;
        Str text = text_of(r, i);
        const Label *label = library_label(r->lib, text);
        if (names_faq(label ? label : heading_faq(r, NULL, text, false)))
            return true;
    }
    return false;
}
