/* rules_voice.c: how sentences speak: Korean endings, English passives. */
#include "base/unicode.h"
#include "check/ending.h"
#include "check/phrase.h"
#include "check/rules.h"
#include "text/word.h"

/* -- ending-mixed --------------------------------------------------------- */

enum { ENDING_SENTENCES_MIN = 3 };

/* How many sentences of a part end in which way, and the first of each. */
typedef struct Endings {
    size_t counts[ENDING_COUNT];
    const Sentence *first[ENDING_COUNT];
    size_t total;
} Endings;

/* Sentences that begin or end in a quotation belong to who is quoted. */
static bool is_said_by_others(const CheckRun *run, const Sentence *s)
{
    size_t end = s->range.end;
    return run->doc->blocks[s->block].quoted ||
           run_in_quote(run, s->block, (Range){s->range.start, s->range.start + 1}) ||
           run_in_quote(run, s->block, (Range){end - 1, end});
}

/* A title without a mark at its end, a line with a label: "가정: 값을 믿는다." */
static bool is_note(Str sentence)
{
    size_t space = str_find_byte(sentence, ' ', 0);
    bool label = space != STR_NONE && space > 0 && sentence.ptr[space - 1] == ':';

    return label || !(str_ends(sentence, STR(".")) || str_ends(sentence, STR("!")) ||
                      str_ends(sentence, STR("?")) || str_ends(sentence, STR("…")) ||
                      str_ends(sentence, STR(")")));
}

static void count_sentence(const CheckRun *run, const Sentence *s, Ending expected,
                           Endings *out)
{
    const Prose *prose = &run->doc->blocks[s->block].prose;
    Str text = str_range(prose->text, s->range);
    Ending ending = ending_of(text);
    bool neutral = ending_is_neutral(text) && expected != ENDING_HANDA;

    if (ending == ENDING_NONE || neutral || is_note(text) ||
        run_in_question(run, s->block, prose->origin[s->range.start]) ||
        is_said_by_others(run, s))
        return;
    if (out->counts[ending]++ == 0)
        out->first[ending] = s;
    out->total++;
}

static Endings count_endings(const CheckRun *run, const Part *part, Ending expected)
{
    Endings endings = {0};

    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        if (run->doc->blocks[b].kind != BLOCK_PARAGRAPH || block_is_label(run, b))
            continue;
        for (size_t s = run->sentence_first[b]; s < run->sentence_first[b + 1]; s++)
            count_sentence(run, &run->sentences[s], expected, &endings);
    }
    return endings;
}

/* The register of a part: of the document, else of its template. */
static Ending register_of(const CheckRun *run, const Part *part)
{
    const Template *tmpl = run->doc->tmpl;
    bool quote = part->kind == PART_LEADER_QUOTE || part->kind == PART_CUSTOMER_QUOTE;
    const char *key = quote                         ? "register.quote"
                      : region_is_faq(part->region) ? "register.faq"
                      : part->region == REGION_PR   ? "register.pr"
                                                    : NULL;
    if (!key)
        return ENDING_NONE;
    Ending said = ending_parse(str_trim(metadata_get(&run->doc->meta, key)));
    if (said != ENDING_NONE || !tmpl)
        return said;
    return ending_parse(quote                         ? tmpl->register_quote
                        : region_is_faq(part->region) ? tmpl->register_faq
                                                      : tmpl->register_pr);
}

static Ending most_frequent(const Endings *endings)
{
    Ending best = ENDING_HAPNIDA;

    for (Ending e = ENDING_HAPNIDA; e < ENDING_COUNT; e++)
        if (endings->counts[e] > endings->counts[best])
            best = e;
    return best;
}

static void check_endings(CheckRun *run, size_t p)
{
    const Part *part = &run->doc->parts[p];
    Ending expected = register_of(run, part), other = ENDING_NONE;
    Endings endings = count_endings(run, part, expected);

    if (endings.total < ENDING_SENTENCES_MIN)
        return;
    if (expected == ENDING_NONE || endings.counts[expected] == 0)
        expected = most_frequent(&endings);
    for (Ending e = ENDING_HAPNIDA; e < ENDING_COUNT; e++)
        if (e != expected && endings.counts[e] > endings.counts[other])
            other = e;
    if (other == ENDING_NONE)
        return;
    const Sentence *s = endings.first[other];
    run_add(run, run->level, p,
            prose_origin(&run->doc->blocks[s->block].prose, s->range),
            ARGS(arg_str(ending_name(expected)), arg_num(endings.counts[expected]),
                 arg_str(ending_name(other)), arg_num(endings.counts[other])));
}

void rule_ending_mixed(CheckRun *run)
{
    /* A box of a workshop sheet holds notes. */
    for (size_t p = 0; p < run->doc->part_count; p++)
        if (run->doc->parts[p].region != REGION_PAGE)
            check_endings(run, p);
}

/* -- passive-share -------------------------------------------------------- */

enum { PASSIVE_PERCENT = 20, PASSIVE_SENTENCES_MIN = 5 };

/* clang-format off */
static const char *const forms_of_be[] = {
    "is", "are", "was", "were", "be", "been", "being", "am",
};
static const char *const participles[] = {
    "beaten", "born", "bought", "bound", "broken", "brought", "built", "caught", "chosen",
    "cut", "dealt", "done", "drawn", "driven", "eaten", "fed", "felt", "forgotten",
    "found", "given", "grown", "heard", "held", "hidden", "hit", "hurt", "kept", "known",
    "laid", "led", "left", "lent", "lost", "made", "meant", "met", "paid", "put", "read",
    "rung", "run", "said", "seen", "sent", "set", "shown", "shut", "sold", "spent",
    "split", "spoken", "stolen", "struck", "sung", "taken", "taught", "thought", "thrown",
    "told", "written",
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_participle(Str word)
{
    return (word.len > 3 && str_ends(word, STR("ed")) && !str_ends(word, STR("eed"))) ||
           phrase_is_one_of(word, participles, COUNT(participles));
}

static bool is_passive(Str sentence)
{
    bool after_be = false;
    Range range;

    for (size_t at = 0; word_next(sentence, LANG_EN, &at, &range);) {
        Str word = str_range(sentence, range);
        if (word.len <= 5 && phrase_is_one_of(word, forms_of_be, COUNT(forms_of_be))) {
            after_be = true;
            continue;
        }
        if (after_be && is_participle(word))
            return true;
        after_be = after_be && str_ends(word, STR("ly"));
    }
    return false;
}

void rule_passive_share(CheckRun *run)
{
    size_t passive = 0, total = 0;
    const Sentence *first = NULL;

    for (size_t i = 0; i < run->sentence_count; i++) {
        const Sentence *s = &run->sentences[i];
        if (run_region(run, s->block) != REGION_PR || block_is_label(run, s->block))
            continue;
        total++;
        if (!is_passive(str_range(run->doc->blocks[s->block].prose.text, s->range)))
            continue;
        if (passive++ == 0)
            first = s;
    }
    if (total < PASSIVE_SENTENCES_MIN || passive * 100 <= total * PASSIVE_PERCENT)
        return;
    run_add(run, run->level, NO_INDEX,
            prose_origin(&run->doc->blocks[first->block].prose, first->range),
            ARGS(arg_num(passive * 100 / total)));
}
