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

const Label *infer_label(const Infer *f, size_t i)
{
    const BlockText *text = &f->r->texts[i];
    LabelSite site = {0};

    if (text->count == 0)
        return NULL;
    if (infer_block(f, i)->kind == BLOCK_HEADING)
        return library_label(f->r->lib, infer_words(f, i));
    if (infer_block(f, i)->kind != BLOCK_PARAGRAPH ||
        !label_site(f->r->doc->bytes, text, &site) || !site.whole)
        return NULL;
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

/* -- names of the product ------------------------------------------------- */

void infer_add_names(Infer *f, Str words, size_t most)
{
    for (size_t at = 0; at < words.len && most > 0;) {
        size_t start = at;
        uint32_t cp = 0;
        while (at < words.len) {
            size_t size = utf8_decode(words, at, &cp);
            if (!unicode_is_letter(cp) && !unicode_is_digit(cp) && cp != '-' &&
                cp != '.')
                break;
            at += size;
        }
        if (at == start) {
            at += utf8_decode(words, at, &cp);
            continue;
        }
        if (at - start >= 3 && f->name_count < INFER_NAMES_MAX) {
            f->names[f->name_count++] = str_slice(words, start, at);
            most--;
        }
    }
}

bool infer_is_name(const Infer *f, Str word)
{
    for (size_t i = 0; i < f->name_count; i++)
        if (str_eq(f->names[i], word))
            return true;
    return false;
}

/* The run of letters `s` begins with, less marks of emphasis. In Korean and
 * Japanese a particle ends it: those letters are of another script. */
Str infer_first_word(Str s)
{
    size_t end = 0;
    uint32_t cp = 0, first = 0;

    while (s.len > 0 && strchr("*_`\"[>", s.ptr[0]))
        s = str_slice(s, 1, s.len);
    if (s.len > 0)
        utf8_decode(s, 0, &first);
    while (end < s.len) {
        size_t size = utf8_decode(s, end, &cp);
        bool inside = unicode_is_letter(cp) || unicode_is_digit(cp) || cp == '-' ||
                      (cp == '.' && end + 1 < s.len && s.ptr[end + 1] > ' ');
        if (!inside || (first < 0x1100) != (cp < 0x1100))
            break;
        end += size;
    }
    return str_slice(s, 0, end);
}

bool infer_names_product(const Infer *f, Str words)
{
    for (size_t i = 0; i < f->name_count; i++)
        if (str_find(words, f->names[i], 0) != STR_NONE)
            return true;
    return false;
}
