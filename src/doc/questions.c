#include "doc/questions.h"

#include <stdlib.h>

#include "base/message.h"
#include "base/resource.h"
#include "base/unicode.h"
#include "base/utf8.h"

/* Columns of questions.tsv. */
enum {
    COLUMN_ID,
    COLUMN_CATEGORY,
    COLUMN_AUDIENCE,
    COLUMN_ASKED_BY,
    COLUMN_TAGS,
    COLUMN_ANSWER,
    COLUMN_QUESTION,
    COLUMN_WHY = COLUMN_QUESTION + 2,
    COLUMN_KEYWORDS = COLUMN_WHY + 2,
    COLUMN_COUNT = COLUMN_KEYWORDS + 2,
};

enum { PAIR_ANY = 1024 }; /* the pair of a keyword that is looked for in any text */

static char lower_ascii(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_word_at(Str text, size_t at)
{
    uint32_t cp = 0;

    if (at >= text.len)
        return false;
    utf8_decode(text, at, &cp);
    return cp != UTF8_BAD && (unicode_is_letter(cp) || unicode_is_digit(cp));
}

static bool is_word_before(Str text, size_t at)
{
    return at > 0 && is_word_at(text, utf8_before(text, at));
}

/* End of `keyword` where it stands at `at`, or STR_NONE. A space of the keyword
 * is any white space of the text. */
static size_t keyword_end(Str text, size_t at, Str keyword)
{
    for (size_t i = 0; i < keyword.len; i++) {
        if (keyword.ptr[i] != ' ') {
            if (at >= text.len || text.ptr[at++] != lower_ascii(keyword.ptr[i]))
                return STR_NONE;
            continue;
        }
        size_t word = at;
        while (word < text.len && (text.ptr[word] == ' ' || text.ptr[word] == '\n'))
            word++;
        if (word == at)
            return STR_NONE;
        at = word;
    }
    return at;
}

/* May an English word that was found end at `at`? A plural ending may follow. */
static bool word_ends(Str text, size_t at)
{
    Str rest = str_slice(text, at, text.len);

    if (!is_word_at(text, at))
        return true;
    if (str_starts(rest, STR("s")) && !is_word_at(text, at + 1))
        return true;
    return str_starts(rest, STR("es")) && !is_word_at(text, at + 2);
}

static unsigned pair_of(char first, char second)
{
    return ((unsigned char)first * 37U + (unsigned char)second) % PAIR_ANY;
}

BytePairs byte_pairs(Str folded)
{
    BytePairs pairs = {{0}};

    for (size_t i = 0; i + 1 < folded.len; i++) {
        unsigned pair = pair_of(folded.ptr[i], folded.ptr[i + 1]);
        pairs.bits[pair / 64] |= (uint64_t)1 << pair % 64;
    }
    return pairs;
}

/* The pair at `at` of a keyword; a space of it may be another byte of a text. */
static unsigned keyword_pair(Str text, size_t at)
{
    if (at + 1 >= text.len || text.ptr[at] == ' ' || text.ptr[at + 1] == ' ')
        return PAIR_ANY;
    return pair_of(lower_ascii(text.ptr[at]), lower_ascii(text.ptr[at + 1]));
}

/* A word of a list; false when nothing is left of it. */
static bool keyword_read(Str list, Str field, Keyword *out)
{
    Str text = str_trim(field);
    bool open = str_ends(text, STR("*"));

    if (open)
        text.len--;
    *out = (Keyword){
        .start = (uint32_t)(text.ptr - list.ptr),
        .len = (uint32_t)text.len,
        .pair = (uint16_t)keyword_pair(text, 0),
        .last = (uint16_t)keyword_pair(text, text.len > 2 ? text.len - 2 : 0),
        .open = open,
    };
    return text.len > 0;
}

static bool has_pair(const BytePairs *pairs, unsigned pair)
{
    return pair == PAIR_ANY || (pairs->bits[pair / 64] >> pair % 64 & 1);
}

/* Could the text hold the keyword, by its first and last bytes? */
static bool may_hold(const BytePairs *pairs, const Keyword *keyword)
{
    return has_pair(pairs, keyword->pair) && has_pair(pairs, keyword->last);
}

static bool keyword_matches(Str text, const BankQuestion *row, Lang lang,
                            const Keyword *keyword)
{
    Str words = {row->keywords[lang].ptr + keyword->start, keyword->len};
    char first = lower_ascii(words.ptr[0]);

    for (size_t at = 0; (at = str_find_byte(text, first, at)) != STR_NONE; at++) {
        size_t end = keyword_end(text, at, words);
        if (end == STR_NONE)
            continue;
        if (lang == LANG_KO)
            return true;
        if (!is_word_before(text, at) && (keyword->open || word_ends(text, end)))
            return true;
    }
    return false;
}

static BankQuestion question_of(const TsvRow *row)
{
    BankQuestion q = {
        .id = row->fields[COLUMN_ID],
        .category = row->fields[COLUMN_CATEGORY],
        .audience = row->fields[COLUMN_AUDIENCE],
        .asked_by = row->fields[COLUMN_ASKED_BY],
        .tags = row->fields[COLUMN_TAGS],
        .answer = row->fields[COLUMN_ANSWER],
    };

    for (int lang = LANG_EN; lang <= LANG_KO; lang++) {
        q.text[lang] = row->fields[COLUMN_QUESTION + lang];
        q.why[lang] = row->fields[COLUMN_WHY + lang];
        q.keywords[lang] = row->fields[COLUMN_KEYWORDS + lang];
    }
    return q;
}

static size_t count_fields(Str list)
{
    size_t count = 0;
    Str field;

    while (str_next_field(&list, ',', &field))
        count++;
    return count;
}

static void split_keywords(BankQuestion *q, Lang lang, Arena *arena)
{
    Str list = q->keywords[lang], rest = list, field;
    Keyword *words = arena_array(arena, count_fields(list), sizeof *words);
    size_t count = 0;

    while (str_next_field(&rest, ',', &field))
        if (keyword_read(list, field, &words[count]))
            count++;
    q->words[lang] = words;
    q->word_count[lang] = count;
}

static bool row_is_whole(const TsvRow *row, Error *err)
{
    if (row->count < COLUMN_COUNT)
        return error_set(err, ERR_INVALID,
                         _("line %d of the question bank has %d columns, not %d"),
                         row->line, row->count, (int)COLUMN_COUNT);
    if (row->fields[COLUMN_ID].len == 0)
        return error_set(err, ERR_INVALID, _("line %d of the question bank has no id"),
                         row->line);
    return true;
}

static int compare_ids(const void *a, const void *b)
{
    const BankQuestion *const *left = a, *const *right = b;
    int order = str_cmp((*left)->id, (*right)->id);

    /* Equal ids by place in the file, so that the later one is the repeat. */
    return order ? order : (*left > *right) - (*left < *right);
}

static bool index_ids(QuestionBank *bank, Arena *arena, Error *err)
{
    const BankQuestion **sorted = arena_array(arena, bank->count, sizeof *sorted);
    uint32_t *index = arena_array(arena, bank->count, sizeof *index);

    for (size_t i = 0; i < bank->count; i++)
        sorted[i] = &bank->rows[i];
    if (bank->count > 1)
        qsort(sorted, bank->count, sizeof *sorted, compare_ids);
    for (size_t i = 0; i < bank->count; i++) {
        index[i] = (uint32_t)(sorted[i] - bank->rows);
        if (i == 0 || !str_eq(sorted[i - 1]->id, sorted[i]->id))
            continue;
        /* One header line and one line a row. */
        return error_set(err, ERR_INVALID,
                         _("line %d of the question bank repeats the id %s"),
                         (int)index[i] + 2, arena_str(arena, sorted[i]->id).ptr);
    }
    bank->index = index;
    return true;
}

static size_t count_lines(Str text)
{
    size_t count = 0;

    for (size_t at = 0; (at = str_find_byte(text, '\n', at)) != STR_NONE; at++)
        count++;
    return count + 1;
}

bool questions_parse(Str tsv, Arena *arena, QuestionBank *out, Error *err)
{
    BankQuestion *rows = arena_array(arena, count_lines(tsv), sizeof *rows);
    size_t count = 0;
    TsvRow row = {0};

    tsv_next(&tsv, &row);
    while (tsv_next(&tsv, &row)) {
        if (!row_is_whole(&row, err))
            return false;
        rows[count] = question_of(&row);
        for (int lang = LANG_EN; lang <= LANG_KO; lang++)
            split_keywords(&rows[count], (Lang)lang, arena);
        count++;
    }
    QuestionBank bank = {.rows = rows, .count = count};
    if (!index_ids(&bank, arena, err))
        return false;
    *out = bank;
    return true;
}

const BankQuestion *questions_find(const QuestionBank *bank, Str id)
{
    size_t low = 0, high = bank->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const BankQuestion *row = &bank->rows[bank->index[middle]];
        int order = str_cmp(id, row->id);
        if (order == 0)
            return row;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

bool tag_in(Str list, Str tag)
{
    Str word = {0};

    while (str_next_field(&list, ',', &word))
        if (word.len > 0 && str_eq(str_trim(word), tag))
            return tag.len > 0;
    return false;
}

bool tag_is_kind(Str tag)
{
    static const char *const kinds[] = {"commercial", "tool",          "oss", "npo",
                                        "hardware",   "personal-data", "ai",  "api"};

    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        if (str_eq(tag, str_from(kinds[i])))
            return true;
    return false;
}

bool question_matches(const BankQuestion *row, Lang lang, Str folded)
{
    Str field;
    Keyword keyword;

    if (lang != LANG_EN && lang != LANG_KO)
        return false;
    Str list = row->keywords[lang];
    for (Str rest = list; str_next_field(&rest, ',', &field);)
        if (keyword_read(list, field, &keyword) &&
            keyword_matches(folded, row, lang, &keyword))
            return true;
    return false;
}

bool question_matches_pairs(const BankQuestion *row, Lang lang, Str folded,
                            const BytePairs *pairs)
{
    if (lang != LANG_EN && lang != LANG_KO)
        return false;
    for (size_t i = 0; i < row->word_count[lang]; i++) {
        const Keyword *keyword = &row->words[lang][i];
        if (may_hold(pairs, keyword) && keyword_matches(folded, row, lang, keyword))
            return true;
    }
    return false;
}
