#include "ui/spelling.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/korean.h"
#include "ui/derive.h"

enum {
    WORDS_MAX = 60000,
    CAPITALS_MAX = 6,   /* letters of "FAQ", "OSC" and their like */
    SYLLABLE = 3,       /* bytes */
    PARTICLES_MAX = 12, /* bytes: 에게까지 */
};

/* --- a table of words ----------------------------------------------------- */

static uint32_t hash_of(Str word)
{
    uint32_t hash = 2166136261u; /* FNV-1a */

    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ (unsigned char)word.ptr[i]) * 16777619u;
    return hash;
}

/* The slot of a word, or the free one it would get. */
static size_t slot_of(const SpellTable *t, Str word)
{
    size_t at = hash_of(word) & (t->slot_count - 1);

    while (t->slots[at] && !str_eq(t->words[t->slots[at] - 1].word, word))
        at = (at + 1) & (t->slot_count - 1);
    return at;
}

static SpellWord *table_find(const SpellTable *t, Str word)
{
    size_t slot = t->slot_count ? slot_of(t, word) : 0;

    return t->slot_count && t->slots[slot] ? &t->words[t->slots[slot] - 1] : NULL;
}

static void grow_slots(SpellTable *t)
{
    t->slot_count = t->slot_count ? t->slot_count * 2 : 1024;
    t->slots = arena_array(&t->arena, t->slot_count, sizeof *t->slots);
    for (size_t i = 0; i < t->count; i++)
        t->slots[slot_of(t, t->words[i].word)] = (uint32_t)i + 1;
}

static SpellWord *table_add(SpellTable *t, Str word)
{
    SpellWord *known = table_find(t, word);

    if (known)
        return known;
    if ((t->count + 1) * 2 > t->slot_count)
        grow_slots(t);
    t->words = arena_grow(&t->arena, t->words, t->count, &t->cap, sizeof *t->words);
    t->slots[slot_of(t, word)] = (uint32_t)t->count + 1;
    t->words[t->count] = (SpellWord){.word = arena_str(&t->arena, word)};
    return &t->words[t->count++];
}

static void table_forget(SpellTable *t)
{
    arena_reset(&t->arena);
    *t = (SpellTable){.arena = t->arena};
}

void spelling_deinit(Spelling *sp)
{
    arena_deinit(&sp->asked.arena);
    arena_deinit(&sp->accepted.arena);
    arena_deinit(&sp->arena);
}

/* --- words of a text ------------------------------------------------------ */

typedef struct Token {
    Range range;
    bool hangul;
    bool glued; /* something stands before it without a space: a particle */
    bool digits, capitals, inner_capital;
} Token;

static bool is_apostrophe(uint32_t cp)
{
    return cp == '\'' || cp == 0x2019;
}

static bool is_part(uint32_t cp)
{
    return unicode_is_letter(cp) || unicode_is_mark(cp) || unicode_is_digit(cp);
}

/* Does a letter follow the apostrophe at `at`? */
static bool joins(Str text, size_t at)
{
    uint32_t cp;

    if (at >= text.len)
        return false;
    utf8_decode(text, at, &cp);
    return unicode_is_letter(cp);
}

/* What a run of letters is; `cp` is one of its characters. */
static void look_at(Token *t, uint32_t cp, bool first)
{
    t->digits = t->digits || unicode_is_digit(cp) || cp == '_';
    if (unicode_is_letter(cp)) {
        t->capitals = t->capitals && unicode_is_upper(cp);
        t->inner_capital = t->inner_capital || (!first && unicode_is_upper(cp));
    }
}

/* The next run of letters of one script at or after *at. */
static bool next_token(Str text, size_t *at, Token *out)
{
    uint32_t cp = 0, before = ' ';
    size_t size = 0, start = *at;

    while (*at < text.len) {
        size = utf8_decode(text, *at, &cp);
        if (is_part(cp))
            break;
        before = cp;
        *at += size;
    }
    if (*at >= text.len)
        return false;
    if (*at == start && start > 0) /* behind a run of the other script */
        utf8_decode(text, utf8_before(text, start), &before);
    *out = (Token){.range = {*at, *at},
                   .hangul = unicode_is_hangul(cp),
                   .glued = is_part(before) || before == '_' || before == '/',
                   .capitals = true};
    for (bool first = true; *at < text.len; first = false) {
        size = utf8_decode(text, *at, &cp);
        bool inside = is_part(cp) || cp == '_' ||
                      (is_apostrophe(cp) && !out->hangul && joins(text, *at + size));
        if (!inside || (unicode_is_letter(cp) && unicode_is_hangul(cp) != out->hangul))
            break;
        look_at(out, cp, first);
        *at += size;
    }
    out->range.end = *at;
    return true;
}

/* Letters of the dictionaries: Latin ones and Hangul. */
static bool is_latin(Str word)
{
    for (size_t at = 0; at < word.len;) {
        uint32_t cp;
        at += utf8_decode(word, at, &cp);
        if (cp >= 0x250 && !is_apostrophe(cp) && !unicode_is_mark(cp))
            return false;
    }
    return true;
}

static bool is_accepted(const Spelling *sp, Str word, bool hangul)
{
    StrBuf folded = {0};
    bool found = false;

    if (sp->accepted.count == 0)
        return false;
    unicode_fold_str(word, &folded);
    Str whole = strbuf_view(&folded);
    found = table_find(&sp->accepted, whole) != NULL;
    /* A name with particles: 미나에게도. */
    for (size_t rest = SYLLABLE;
         hangul && !found && rest <= PARTICLES_MAX && rest + SYLLABLE <= whole.len;
         rest += SYLLABLE)
        found = korean_particles(str_slice(whole, whole.len - rest, whole.len)) &&
                table_find(&sp->accepted, str_slice(whole, 0, whole.len - rest));
    strbuf_deinit(&folded);
    return found;
}

/* Is it a word for a dictionary that is there? */
static bool is_checked(const Spelling *sp, const Token *t, Str word)
{
    if (t->digits || t->glued || word.len < 2)
        return false;
    if (t->hangul)
        return sp->korean && !is_accepted(sp, word, true);
    if (!sp->english || !is_latin(word) || t->inner_capital)
        return false;
    if (t->capitals && word.len <= CAPITALS_MAX)
        return false;
    return !is_accepted(sp, word, false);
}

void spelling_accept(Spelling *sp, Str text)
{
    size_t at = 0;
    Token token;

    while (next_token(text, &at, &token)) {
        StrBuf folded = {0};
        unicode_fold_str(str_range(text, token.range), &folded);
        if (folded.len > 0)
            table_add(&sp->accepted, strbuf_view(&folded));
        strbuf_deinit(&folded);
    }
    sp->stale = true;
}

/* --- the words of the document -------------------------------------------- */

static void add_wrong(Spelling *sp, Range range)
{
    sp->wrong = arena_grow(&sp->arena, sp->wrong, sp->wrong_count, &sp->wrong_cap,
                           sizeof *sp->wrong);
    sp->wrong[sp->wrong_count++] = range;
}

static void look_at_block(Model *m, const Prose *prose)
{
    Spelling *sp = &m->spelling;
    size_t at = 0;
    Token token;

    while (next_token(prose->text, &at, &token)) {
        Str word = str_range(prose->text, token.range);
        if (!is_checked(sp, &token, word))
            continue;
        Range range = prose_origin(prose, token.range);
        SpellWord *known = table_find(&sp->asked, word);
        if (!known && derived_offset(&m->ed, range.end) == m->ed.caret) {
            sp->typed_at = m->ed.caret; /* perhaps only half of a word */
            continue;
        }
        if (!known)
            known = table_add(&sp->asked, word);
        if (known->verdict == SPELL_WRONG)
            add_wrong(sp, range);
    }
}

static bool is_current(const Model *m)
{
    const Spelling *sp = &m->spelling;

    return sp->version == m->ed.derived.version && !sp->stale &&
           (sp->typed_at == NO_INDEX || sp->typed_at == m->ed.caret);
}

void spelling_refresh(Model *m)
{
    Spelling *sp = &m->spelling;
    const Document *doc = &m->ed.derived.doc;

    if (!sp->on || !m->ed.open || derive_needed(m) || is_current(m))
        return;
    arena_reset(&sp->arena);
    sp->wrong = NULL;
    sp->wrong_count = sp->wrong_cap = 0;
    sp->version = m->ed.derived.version;
    sp->stale = false;
    sp->typed_at = NO_INDEX;
    if (sp->asked.count > WORDS_MAX) {
        table_forget(&sp->asked);
        sp->next = 0;
    }
    if (doc->lang != LANG_EN && doc->lang != LANG_KO)
        return;
    for (size_t i = 0; i < doc->block_count; i++)
        look_at_block(m, &doc->blocks[i].prose);
}

bool spelling_next(const Spelling *sp, Str *word, Lang *lang)
{
    uint32_t cp;

    if (!sp->on || sp->next >= sp->asked.count)
        return false;
    *word = sp->asked.words[sp->next].word;
    utf8_decode(*word, 0, &cp);
    *lang = unicode_is_hangul(cp) ? LANG_KO : LANG_EN;
    return true;
}

void spelling_ask(Spelling *sp)
{
    sp->next++;
}

/* --- messages ------------------------------------------------------------- */

void spelling_start(Model *m, const Msg *msg)
{
    Spelling *sp = &m->spelling;

    table_forget(&sp->accepted);
    for (size_t i = 0; i < msg->word_count; i++)
        spelling_accept(sp, msg->words[i]);
    sp->english = msg->english;
    sp->korean = msg->korean;
    sp->on = msg->english || msg->korean;
    sp->stale = true;
    if (msg->text.len > 0 && m->notice.len == 0)
        model_say(m, "%.*s", STR_ARG(msg->text));
}

void spelling_answers(Model *m, const Msg *msg)
{
    Spelling *sp = &m->spelling;

    for (size_t i = 0; i < msg->spelled_count; i++) {
        const Spelled *answer = &msg->spelled[i];
        SpellWord *word = table_find(&sp->asked, answer->word);
        if (!word)
            continue;
        word->verdict = answer->right ? SPELL_RIGHT : SPELL_WRONG;
        sp->stale = sp->stale || !answer->right;
        Str *copies = arena_array(&sp->asked.arena, answer->count + 1, sizeof *copies);
        for (size_t k = 0; k < answer->count; k++)
            copies[k] = arena_str(&sp->asked.arena, answer->suggestions[k]);
        word->suggestions = copies;
        word->count = answer->count;
    }
    if (msg->text.len > 0 && m->notice.len == 0)
        model_say(m, "%.*s", STR_ARG(msg->text));
    if (msg->unchanged) /* the program has gone */
        sp->on = false;
}

/* --- where they are ------------------------------------------------------- */

Range spelling_range(const Model *m, size_t index)
{
    Range r = m->spelling.wrong[index];

    return (Range){derived_offset(&m->ed, r.start), derived_offset(&m->ed, r.end)};
}

size_t spelling_from(const Model *m, size_t offset)
{
    size_t low = 0, high = m->spelling.on ? m->spelling.wrong_count : 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (spelling_range(m, middle).start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool spelling_at(const Model *m, size_t caret, Range *out)
{
    size_t at = spelling_from(m, caret + 1);

    if (at == 0 || !m->spelling.on)
        return false;
    *out = spelling_range(m, at - 1);
    return caret >= out->start && caret <= out->end;
}

const Str *spelling_suggestions(const Model *m, Str word, size_t *count)
{
    StrBuf composed = {0};

    unicode_nfc(word, &composed);
    const SpellWord *known = table_find(&m->spelling.asked, strbuf_view(&composed));
    strbuf_deinit(&composed);
    *count = known && known->verdict == SPELL_WRONG ? known->count : 0;
    return *count > 0 ? known->suggestions : NULL;
}
