/* A word list of a workspace is input from somebody's repository: any text is read
 * or refused, and what it finds in any prose lies in order at borders of characters.
 * The first byte chooses the language, the list and whether the lists of the program
 * are looked for too; then the list, a line "---", the prose. */
#include <assert.h>
#include <stdint.h>

#include "base/utf8.h"
#include "check/lexicon.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool is_border(Str s, size_t at)
{
    return at == s.len || (at < s.len && (s.ptr[at] & 0xC0) != 0x80);
}

static void hold_row(const LexiconRow *row)
{
    assert(row->term.len > 0 && row->list < LIST_COUNT);
    assert(row->level > LEVEL_OFF && row->level <= LEVEL_ERROR);
    assert(utf8_valid(row->term, NULL));
    assert(utf8_valid(row->advice, NULL));
    assert(utf8_valid(row->replace, NULL));
}

static void hold_hits(const Lexicon *lexicon, Str prose, Arena *arena)
{
    const LexiconHit *hits = NULL;
    size_t count = 0, at = 0, end_of[LIST_COUNT] = {0};

    lexicon_match(lexicon, prose, arena, &hits, &count);
    for (size_t i = 0; i < count; i++) {
        Range r = hits[i].range;
        hold_row(hits[i].row);
        assert(r.start < r.end && is_border(prose, r.start) && is_border(prose, r.end));
        assert(r.start >= at && r.start >= end_of[hits[i].row->list]);
        Range inner = lexicon_literal(&hits[i], lexicon->lang, prose);
        assert(inner.start >= r.start && inner.end <= r.end);
        assert(inner.start <= inner.end);
        assert(is_border(prose, inner.start) && is_border(prose, inner.end));
        at = r.start;
        end_of[hits[i].row->list] = r.end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    LexiconRows rows = {0};
    OwnLexicon own = {0};
    Error err = {0};

    if (size == 0)
        return 0;
    Lang lang = data[0] & 1 ? LANG_KO : LANG_EN;
    LexiconList list = (LexiconList)(data[0] / 4 % LIST_COUNT);
    Str text = {(const char *)data + 1, size - 1};
    size_t cut = str_find(text, STR("\n---\n"), 0);
    Str prose = cut == STR_NONE ? STR("") : str_slice(text, cut + 5, text.len);
    text = str_slice(text, 0, cut);
    if (!utf8_valid(text, NULL) || !utf8_valid(prose, NULL))
        return 0;
    lexicon_rows_add_words(str_slice(text, 0, str_find_byte(text, '\n', 0)), list, lang,
                           &arena, &rows);
    size_t words = rows.count;
    bool sound = lexicon_rows_parse(text, list, lang, &arena, &rows, &err);
    assert(sound == (err.code == ERR_NONE));
    assert(sound || rows.count == words);
    if (rows.count > 0) {
        assert(own_lexicon_build(&rows, lang, &arena, &own, NULL));
        Lexicon lexicon = lexicon_of(lang, &own);
        if (!(data[0] & 2))
            lexicon.base = NULL;
        hold_hits(&lexicon, prose, &arena);
    }
    arena_deinit(&arena);
    return 0;
}
