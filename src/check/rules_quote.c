/* rules_quote.c: who speaks. */
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/korean.h"
#include "check/rules.h"
#include "doc/quote.h"
#include "text/word.h"

enum { QUOTE_WORDS = 8, QUOTE_GRAPHEMES = 15 };

/* clang-format off */
static const char *const english_verbs[] = {
    "said", "says", "told", "tells", "explains", "explained", "adds", "added",
    "notes", "noted", "recalls", "recalled", "wrote", "writes", "asked", "asks",
};
static const char *const korean_verbs[] = {
    "말했", "말합", "말한", "말하", "밝혔", "밝힙", "설명했", "설명합", "전했", "전합",
    "덧붙", "이야기",
};
static const char *const korean_nobody[] = {
    "관계자", "담당자", "고객", "사용자", "이용자", "직원", "대표", "누구", "이라고",
    "라고", "그는", "이어", "또한", "그리고",
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool has_dash(Str s)
{
    static const char *const dashes[] = {"—", "–", "―", "--", " - "};

    for (size_t i = 0; i < COUNT(dashes); i++)
        if (str_find(s, str_from(dashes[i]), 0) != STR_NONE)
            return true;
    return str_starts(s, STR("- ")) || str_starts(s, STR("~ "));
}

/* "Mina Park, baker: “…”" */
static bool has_colon(Str s)
{
    return str_find(s, STR(": "), 0) != STR_NONE ||
           str_find(s, STR("："), 0) != STR_NONE;
}

static bool starts_with_any(Str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_starts(word, str_from(list[i])))
            return true;
    return false;
}

static bool is_verb(Str word)
{
    for (size_t i = 0; i < COUNT(english_verbs); i++)
        if (str_eq_nocase(word, str_from(english_verbs[i])))
            return true;
    return starts_with_any(word, korean_verbs, COUNT(korean_verbs));
}

static bool is_capitalised(Str word)
{
    uint32_t cp = 0;

    utf8_decode(word, 0, &cp);
    return unicode_is_upper(cp);
}

static bool is_non_latin(Str word)
{
    uint32_t cp = 0;

    utf8_decode(word, 0, &cp);
    return cp >= 0x370;
}

/* Two to four syllables that could be a name: not "고객", not "A씨". */
static bool is_korean_name(Str word)
{
    Str stem = korean_stem(word);
    size_t syllables = 0;
    uint32_t cp = 0;

    for (size_t at = 0; at < stem.len; syllables++) {
        at += utf8_decode(stem, at, &cp);
        if (!unicode_is_hangul(cp))
            return false;
    }
    return syllables >= 2 && syllables <= 5 &&
           !starts_with_any(stem, korean_nobody, COUNT(korean_nobody));
}

/* A word that could say what somebody does: "nurse", "CEO", not "a", "she" or
 * "customer". */
static bool names_a_role(Str word, Lang lang)
{
    static const char *const english_nobody[] = {
        "this",     "that",      "they",   "what",   "when",
        "where",    "then",      "with",   "from",   "while",
        "customer", "customers", "user",   "users",  "client",
        "somebody", "someone",   "people", "person", "spokesperson"};

    if (lang == LANG_KO)
        return grapheme_count(korean_stem(word)) >= 2 &&
               !starts_with_any(word, korean_nobody, COUNT(korean_nobody));
    if (lang != LANG_EN)
        return true;
    for (size_t i = 0; i < COUNT(english_nobody); i++)
        if (str_eq_nocase(word, str_from(english_nobody[i])))
            return false;
    bool initials = word.len >= 2 && word.ptr[0] >= 'A' && word.ptr[0] <= 'Z' &&
                    word.ptr[1] >= 'A' && word.ptr[1] <= 'Z';
    return word.len >= 4 || initials;
}

/* What stands around a quotation, or in the line below it. */
typedef struct Speaker {
    bool cue;     /* a verb of saying, or a dash */
    bool name;    /* somebody's */
    size_t rest;  /* words besides the name and the verb */
    size_t words; /* besides the verb */
    bool role;    /* a word that is neither nobody nor a verb */
} Speaker;

/* "diz a responsável": the verbs of other languages than English and Korean. */
static bool has_verb_of_speech(const CheckRun *run, Str text)
{
    SignalCount found = {0};
    StrBuf folded = {0};

    if (run_has_words(run))
        return false;
    signals_fold(text, &folded);
    signals_count(&run->lib->signals, strbuf_view(&folded), run->doc->lang, &found);
    strbuf_deinit(&folded);
    return found.of[SIGNAL_SAY] > 0;
}

static void read_speaker(const CheckRun *run, Str text, Speaker *out)
{
    Lang lang = run->doc->lang;
    bool capital_before = false, two_names = false;
    size_t words = 0, verbs = 0, foreign = 0, korean = 0;
    Range range;

    for (size_t at = 0; word_next(text, lang, &at, &range); words++) {
        Str word = str_range(text, range);
        bool verb = is_verb(word), capital = is_capitalised(word);
        verbs += verb;
        two_names = two_names || (capital && capital_before);
        foreign += is_non_latin(word);
        korean += lang == LANG_KO && !verb && is_korean_name(word);
        out->role = out->role || (!verb && names_a_role(word, lang));
        capital_before = capital;
    }
    bool dash = has_dash(text) || has_colon(text);
    out->cue = out->cue || verbs > 0 || dash || has_verb_of_speech(run, text);
    size_t name = lang == LANG_EN ? 2 : 1;
    bool named = two_names || (lang == LANG_EN && dash && foreign >= 2) ||
                 (lang == LANG_KO && korean > 0) ||
                 ((lang == LANG_JA || lang == LANG_ZH) && foreign > 0);
    out->name = out->name || named;
    out->rest += words > verbs + name ? words - verbs - name : 0;
    out->words += words - verbs;
}

/* How well we know who speaks. */
typedef enum Known {
    KNOWN_NOT,
    KNOWN_PARTLY, /* "said a beta tester", "Kumar said" */
    KNOWN_WELL,
} Known;

/* With quotes.names = roles a role alone is enough. */
static bool role_is_said(const CheckRun *run, const Speaker *s)
{
    return run->options->quote_roles && s->cue && s->role;
}

/* Japanese and Chinese do not part words; a name and a role fill six letters. */
static Known speaker_known(const Speaker *s, Lang lang, size_t graphemes)
{
    if (lang == LANG_JA || lang == LANG_ZH)
        return s->cue && graphemes >= 6 ? KNOWN_WELL : KNOWN_NOT;
    if (!s->cue)
        return KNOWN_NOT;
    if (s->name && s->rest > 0)
        return KNOWN_WELL;
    return s->words > 0 ? KNOWN_PARTLY : KNOWN_NOT;
}

static bool is_long(Str quote, Lang lang)
{
    return prose_length(quote, lang) >=
           (lang_counts_graphemes(lang) ? QUOTE_GRAPHEMES : QUOTE_WORDS);
}

/* A quotation and what may name its speaker. */
typedef struct Spoken {
    Range place; /* of the first in the file; empty when nothing long is quoted */
    StrBuf around;
} Spoken;

static void read_block(CheckRun *run, size_t b, Spoken *spoken)
{
    const Block *block = &run->doc->blocks[b];
    Str text = block->prose.text;
    const Quote *quotes;
    size_t count, at = 0;

    quotes_of_block(run->doc, b, run->arena, &quotes, &count);
    for (size_t i = 0; i < count; i++) {
        Range r = quotes[i].range;
        if (r.start < at || !is_long(str_range(text, r), run->doc->lang))
            continue;
        strbuf_add(&spoken->around, str_slice(text, at, r.start));
        strbuf_addc(&spoken->around, ' ');
        at = r.end;
        if (spoken->place.end == 0)
            spoken->place = prose_origin(&block->prose, r);
    }
    if (at == 0 && block->quoted && !block_is_attribution(block) &&
        is_long(text, run->doc->lang)) {
        /* A block quote is quoted as a whole, up to a dash near its end. */
        size_t dash = str_find(text, STR("—"), 0);
        if (spoken->place.end == 0)
            spoken->place = prose_origin(&block->prose, (Range){0, text.len});
        at = dash == STR_NONE ? text.len : dash;
    }
    strbuf_add(&spoken->around, str_slice(text, at, text.len));
}

static Known who_speaks(CheckRun *run, const Spoken *spoken, size_t next, size_t end)
{
    Lang lang = run->doc->lang;
    Speaker speaker = {0};
    Str around = strbuf_view(&spoken->around);

    read_speaker(run, around, &speaker);
    if (role_is_said(run, &speaker))
        return KNOWN_WELL;
    Known here = speaker_known(&speaker, lang, grapheme_count(str_trim(around)));
    if (here == KNOWN_WELL || next >= end)
        return here;
    Str below = run->doc->blocks[next].prose.text;
    speaker = (Speaker){.cue = run->doc->blocks[next].kind == BLOCK_ITEM};
    read_speaker(run, below, &speaker);
    if (role_is_said(run, &speaker))
        return KNOWN_WELL;
    Known there = speaker_known(&speaker, lang, grapheme_count(below));
    return there > here ? there : here;
}

/* A document from elsewhere may keep its speakers to their roles. */
static Level level_for(const CheckRun *run, Known known)
{
    if (known == KNOWN_WELL)
        return LEVEL_OFF;
    return known == KNOWN_PARTLY && !run->doc->tmpl ? level_lower(run->level)
                                                    : run->level;
}

/* Paragraphs of one block quote in a row are one quotation. */
static size_t last_of_quote(const CheckRun *run, size_t b, size_t end)
{
    const Block *blocks = run->doc->blocks;

    while (b + 1 < end && blocks[b].quoted && blocks[b + 1].quoted &&
           !block_is_attribution(&blocks[b + 1]))
        b++;
    return b;
}

static void check_part(CheckRun *run, size_t index)
{
    const Part *part = &run->doc->parts[index];
    size_t end = part->first_block + part->block_count;

    for (size_t b = part->first_block; b < end; b++) {
        Spoken spoken = {0};
        size_t last = last_of_quote(run, b, end);
        for (; b <= last; b++)
            if (block_is_prose(&run->doc->blocks[b]) && !block_is_label(run, b))
                read_block(run, b, &spoken);
        b = last;
        if (spoken.place.end > spoken.place.start)
            run_add(run, level_for(run, who_speaks(run, &spoken, last + 1, end)), index,
                    spoken.place, NO_ARGS);
        strbuf_deinit(&spoken.around);
    }
}

void rule_quote_attribution(CheckRun *run)
{
    for (size_t i = 0; i < run->doc->part_count; i++)
        if (run->doc->parts[i].kind == PART_LEADER_QUOTE ||
            run->doc->parts[i].kind == PART_CUSTOMER_QUOTE)
            check_part(run, i);
}
