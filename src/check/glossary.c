#include "check/glossary.h"

#include "base/message.h"
#include "base/resource.h"
#include "base/unicode.h"
#include "base/utf8.h"

enum { COLUMN_TERM, COLUMN_INSTEAD, COLUMN_MEANING, COLUMN_OWNER };

/* Text is matched in NFC, and so a glossary is kept in it. */
static Str cell(const TsvRow *row, int column, Arena *arena)
{
    Str field = str_trim(row->fields[column]);
    StrBuf nfc = {0};

    if (unicode_is_nfc(field))
        return field;
    unicode_nfc(field, &nfc);
    Str result = arena_str(arena, strbuf_view(&nfc));
    strbuf_deinit(&nfc);
    return result;
}

/* A form that is the term itself would be replaced for ever. */
static bool names_itself(Str term, Str instead_of)
{
    Str form;

    while (str_next_field(&instead_of, ',', &form))
        if (str_eq(str_trim(form), term))
            return true;
    return false;
}

static bool read_term(const TsvRow *row, Str path, Arena *arena, GlossaryTerm *out,
                      Error *err)
{
    for (int i = 0; i < row->count; i++) {
        if (!utf8_valid(row->fields[i], NULL))
            return error_set(err, ERR_INVALID, _("%.*s:%d: this line is not UTF-8"),
                             STR_ARG(path), row->line);
        if (tsv_has_control(row->fields[i]))
            return error_set(err, ERR_INVALID,
                             _("%.*s:%d: this line holds a control character"),
                             STR_ARG(path), row->line);
    }
    *out = (GlossaryTerm){
        cell(row, COLUMN_TERM, arena), cell(row, COLUMN_INSTEAD, arena),
        cell(row, COLUMN_MEANING, arena), cell(row, COLUMN_OWNER, arena), row->line};
    if (out->term.len == 0)
        return error_set(err, ERR_INVALID, _("%.*s:%d: the term is missing"),
                         STR_ARG(path), row->line);
    if (names_itself(out->term, out->instead_of))
        return error_set(err, ERR_INVALID,
                         _("%.*s:%d: \"%.*s\" is the word to use and not to use"),
                         STR_ARG(path), row->line, STR_ARG(out->term));
    return true;
}

bool glossary_parse(Str tsv, Str path, Arena *arena, Glossary *out, Error *err)
{
    GlossaryTerm *terms = NULL;
    size_t count = 0, cap = 0;
    TsvRow row = {0};
    bool sound = true;

    tsv_next(&tsv, &row);
    while (tsv_next(&tsv, &row)) {
        GlossaryTerm term;
        if (row.count <= 1 && str_is_blank(row.fields[0]))
            continue;
        if (!read_term(&row, path, arena, &term, sound ? err : NULL)) {
            sound = false;
            continue;
        }
        terms = arena_grow(arena, terms, count, &cap, sizeof *terms);
        terms[count++] = term;
    }
    *out = (Glossary){terms, count};
    return sound;
}

bool glossary_has(const Glossary *glossary, Str word)
{
    for (size_t i = 0; glossary && i < glossary->count; i++)
        if (str_eq_nocase(glossary->terms[i].term, word))
            return true;
    return false;
}

const Lexicon *glossary_variants(const Glossary *glossary, Lang lang, Arena *arena)
{
    LexiconRows rows = {0};
    LexiconSet *set = ARENA_NEW(arena, LexiconSet);
    Lexicon *lexicon = ARENA_NEW(arena, Lexicon);

    for (size_t i = 0; glossary && i < glossary->count; i++) {
        size_t first = rows.count;
        lexicon_rows_add_words(glossary->terms[i].instead_of, LIST_PLACEHOLDER, lang,
                               arena, &rows);
        for (size_t k = first; k < rows.count; k++)
            rows.items[k].replace = glossary->terms[i].term;
    }
    if (rows.count == 0 || !lexicon_set_build(&rows, arena, set, NULL))
        return NULL;
    *lexicon = (Lexicon){.lang = lang, .lists = LEXICON_ALL, .own = set};
    return lexicon;
}
