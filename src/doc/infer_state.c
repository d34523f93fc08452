/* infer_state.c: what the steps of the inference ask of blocks and parts. */
#include "doc/infer_state.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/label_site.h"

Block *infer_block(const Infer *f, size_t i)
{
    return &f->r->blocks[i];
}

Str infer_words(const Infer *f, size_t i)
{
    const BlockText *text = &f->r->texts[i];

    if (text->count == 0)
        return STR("");
    return str_slice(f->r->doc->bytes, text->lines[0].start,
                     text->lines[text->count - 1].end);
}

const Part *infer_part(const Infer *f, size_t i)
{
    size_t part = infer_block(f, i)->part;
    return part == NO_INDEX ? NULL : &f->r->parts[part];
}

/* Does a labelled part begin with this block? */
bool infer_begins_part(const Infer *f, size_t i)
{
    const Part *part = infer_part(f, i);
    return part && (part->first_block == i ||
                    infer_block(f, i)->range.start < part->body.start);
}

void infer_guess(Infer *f, size_t block, PartKind kind, double confidence)
{
    const Part *part = infer_part(f, block);

    /* Its id says that it is none. */
    if (part && part->found == FOUND_MARKER && part->kind == PART_OTHER)
        return;
    f->guesses =
        arena_grow(f->r->arena, f->guesses, f->count, &f->cap, sizeof *f->guesses);
    f->guesses[f->count++] = (Guess){
        .block = block,
        .kind = kind,
        .confidence = confidence,
        .titled = infer_block(f, block)->kind == BLOCK_HEADING,
    };
}

/* "PRESS RELEASE" on a line of its own, without any mark. */
static const Label *container_line(const Infer *f, size_t i)
{
    const Label *label = library_label(f->r->lib, infer_words(f, i));

    return label && label->role != LABEL_PART ? label : NULL;
}

const Label *infer_label(const Infer *f, size_t i)
{
    const BlockText *text = &f->r->texts[i];
    LabelSite site = {0};

    if (text->count == 0)
        return NULL;
    if (infer_block(f, i)->kind == BLOCK_HEADING)
        return library_label(f->r->lib, infer_words(f, i));
    if (infer_block(f, i)->kind != BLOCK_PARAGRAPH)
        return NULL;
    if (!label_site(f->r->doc->bytes, text, &site) || !site.whole)
        return text->count == 1 ? container_line(f, i) : NULL;
    return library_label(f->r->lib, str_range(f->r->doc->bytes, site.words));
}

SignalCount infer_signals(const Infer *f, Str words)
{
    StrBuf folded = {0};
    SignalCount count = {0};

    signals_fold(words, &folded);
    signals_count(&f->r->lib->signals, strbuf_view(&folded), f->r->doc->lang, &count);
    strbuf_deinit(&folded);
    return count;
}

bool infer_is_labelled(const Infer *f, PartKind kind)
{
    for (size_t i = 0; i < f->r->part_count; i++)
        if (f->r->parts[i].kind == kind)
            return true;
    return false;
}

bool infer_is_heading(const Infer *f, size_t i)
{
    return infer_block(f, i)->kind == BLOCK_HEADING;
}

bool infer_ends_sentence(Str words)
{
    while (words.len > 0 && strchr("*_ \t\\", words.ptr[words.len - 1]))
        words = str_slice(words, 0, words.len - 1);
    return str_ends(words, STR(".")) || str_ends(words, STR("。")) ||
           str_ends(words, STR("!"));
}
