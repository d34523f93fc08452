#include "check/actor.h"

#include "base/message.h"
#include "text/word.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { OPENING_WORDS = 6 }; /* in which a subject of English stands */

static const char *const names[ACTOR_COUNT] = {
    "customer", "company", "product", "technology", "competitor", "undecided",
};

const char *actor_name(Actor actor)
{
    return names[actor];
}

const char *actor_for_people(Actor actor)
{
    static const char *const words[ACTOR_COUNT] = {
        N_("the customer"), N_("we, the company"), N_("the product"),
        N_("technology"),   N_("competitors"),     N_("somebody else, or unclear"),
    };
    return _(words[actor]);
}

size_t actor_behind_dateline(Str text, Range sentence)
{
    static const char *const marks[] = {"—", "–", "--", ")"};
    size_t from = sentence.start;

    for (size_t i = 0; i < COUNT(marks); i++) {
        size_t at = str_find(text, str_from(marks[i]), sentence.start);
        bool near = at != STR_NONE && at < sentence.end && at - sentence.start < 60;
        bool bracket = marks[i][0] != ')' || text.ptr[sentence.start] == '(';
        if (near && bracket)
            from = at + strlen(marks[i]);
    }
    return from;
}

bool actor_is_particle(Str rest)
{
    static const char *const particles[] = {"은",   "는", "이",   "가",
                                            "께서", "도", "들은", "들이"};

    for (size_t i = 0; i < COUNT(particles); i++)
        if (str_eq(rest, str_from(particles[i])))
            return true;
    return false;
}

static bool is_verb(Str word)
{
    static const char *const verbs[] = {
        "is",   "are",   "was",    "were", "has",  "have", "had",  "can", "could",
        "will", "would", "should", "may",  "must", "do",   "does", "did",
    };

    for (size_t i = 0; i < COUNT(verbs); i++)
        if (str_eq_nocase(word, str_from(verbs[i])))
            return true;
    return false;
}

/* Does the name begin here, as an actor? A name of several words is compared whole. */
static bool acts(Str name, Str text, Range word, Lang lang)
{
    name = str_trim(name);
    if (name.len == 0 || !str_starts(str_slice(text, word.start, text.len), name))
        return false;
    size_t end = word.start + name.len;
    if (lang == LANG_KO)
        return end <= word.end && actor_is_particle(str_slice(text, end, word.end));
    return end >= word.end || text.ptr[end] == '\'' || end == word.end;
}

static bool is_us(Str text, Range word, Lang lang)
{
    static const char *const english[] = {"we", "our"};
    static const char *const korean[] = {"우리", "저희", "당사", "우리 회사"};

    for (size_t i = 0; lang != LANG_KO && i < COUNT(english); i++)
        if (str_eq_nocase(str_range(text, word), str_from(english[i])))
            return true;
    for (size_t i = 0; lang == LANG_KO && i < COUNT(korean); i++)
        if (acts(str_from(korean[i]), text, word, lang))
            return true;
    return false;
}

static bool is_rival(const CheckRun *run, Str text, Range word)
{
    Str list = run->options->competitors, name;

    while (list.len > 0 && str_next_field(&list, ',', &name))
        if (acts(name, text, word, run->doc->lang))
            return true;
    return false;
}

/* A hit of a list that begins at the word, with the particle of a subject. */
static bool is_listed(const CheckRun *run, size_t b, Range word, LexiconList list)
{
    Str text = run->doc->blocks[b].prose.text;
    Lang lang = run->doc->lang;
    const LexiconHit *hit;

    for (size_t at = 0; (hit = run_next_hit(run, b, list, &at));) {
        if (hit->range.start > word.start)
            return false;
        if (hit->range.start < word.start)
            continue;
        if (lang != LANG_KO)
            return true;
        Range literal = lexicon_literal(hit, lang, text);
        Range token = word;
        /* A hit of several words: the particle stands behind its last one. */
        for (size_t next = token.end; token.end < literal.end;)
            if (!word_next(text, lang, &next, &token))
                return false;
        return actor_is_particle(str_slice(text, literal.end, token.end));
    }
    return false;
}

static Actor actor_at(const CheckRun *run, size_t b, Range word)
{
    const Metadata *meta = &run->doc->meta;
    Str text = run->doc->blocks[b].prose.text;
    Lang lang = run->doc->lang;

    if (acts(metadata_get(meta, "product"), text, word, lang))
        return ACTOR_PRODUCT;
    if (acts(metadata_get(meta, "company"), text, word, lang) ||
        is_us(text, word, lang))
        return ACTOR_COMPANY;
    if (is_listed(run, b, word, LIST_CUSTOMER))
        return ACTOR_CUSTOMER;
    if (is_rival(run, text, word) || is_listed(run, b, word, LIST_COMPETITOR_FIRST))
        return ACTOR_COMPETITOR;
    if (is_listed(run, b, word, LIST_TECHNOLOGY_FIRST))
        return ACTOR_TECHNOLOGY;
    return ACTOR_UNDECIDED;
}

Actor sentence_actor(const CheckRun *run, const Sentence *s)
{
    Str text = run->doc->blocks[s->block].prose.text;
    bool korean = run->doc->lang == LANG_KO;
    size_t at = actor_behind_dateline(text, s->range);
    Range word;

    for (int i = 0; word_next(text, run->doc->lang, &at, &word) &&
                    word.start < s->range.end && (korean || i < OPENING_WORDS);
         i++) {
        if (!korean && is_verb(str_range(text, word)))
            break;
        Actor actor = actor_at(run, s->block, word);
        if (actor != ACTOR_UNDECIDED)
            return actor;
    }
    return ACTOR_UNDECIDED;
}
