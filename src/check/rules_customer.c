/* rules_customer.c: is the customer in the text, and does the solution answer the
 * problem? */
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/content.h"
#include "check/rules.h"
#include "text/word.h"

/* -- who is a customer ---------------------------------------------------- */

/* The words by which front matter customer: names the customer. */
static ContentWords own_customers(CheckRun *run)
{
    ContentWords own = {0};
    StrBuf nfc = {0};

    unicode_nfc(metadata_get(&run->doc->meta, "customer"), &nfc);
    if (nfc.len > 0)
        content_read(arena_str(run->arena, strbuf_view(&nfc)), run->doc->lang,
                     run->arena, &own);
    strbuf_deinit(&nfc);
    return own;
}

/* "you", or a "who" that goes with some noun for a person. */
static bool says_you_or_who(Str text)
{
    static const char *const words[] = {"you", "your", "you're", "you’re", "yours"};
    Range word;

    for (size_t at = 0; word_next(text, LANG_EN, &at, &word);) {
        Str w = str_range(text, word);
        if (str_starts(w, STR("who")) && word.start > 0 &&
            (w.len == 3 || !str_starts(w, STR("whol"))))
            return true;
        if (w.len < 3 || (w.ptr[0] | 0x20) != 'y')
            continue;
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            if (str_eq_nocase(w, str_from(words[i])))
                return true;
    }
    return false;
}

/* Is the customer named in a range of a block's prose? */
static bool names_customer(CheckRun *run, const ContentWords *own, size_t b, Range r)
{
    Str text = str_range(run->doc->blocks[b].prose.text, r);
    const LexiconHit *hit;

    if (run->doc->lang == LANG_EN && says_you_or_who(text))
        return true;
    for (size_t at = 0; (hit = run_next_hit(run, b, LIST_CUSTOMER, &at));)
        if (hit->range.start >= r.start && hit->range.end <= r.end)
            return true;
    if (own->count == 0)
        return false;
    ContentWords words;
    content_read(text, run->doc->lang, run->arena, &words);
    return content_shared(own, &words) > 0;
}

static bool part_names_customer(CheckRun *run, const ContentWords *own,
                                const Part *part)
{
    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        Range all = {0, run->doc->blocks[b].prose.text.len};
        if (all.end > 0 && names_customer(run, own, b, all))
            return true;
    }
    return false;
}

/* -- customer-late -------------------------------------------------------- */

/* Behind a dateline of its own: "SEOUL, March 2, 2027." is no sentence to judge. */
static bool opening_names_customer(CheckRun *run, const ContentWords *own,
                                   const Part *part)
{
    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        size_t s = run->sentence_first[b];
        if (block_is_label(run, b) || s == run->sentence_first[b + 1])
            continue;
        return names_customer(run, own, b, run->sentences[s].range);
    }
    return false;
}

void rule_customer_late(CheckRun *run)
{
    ContentWords own = own_customers(run);
    const Part *summary = NULL, *headline = NULL;
    bool after_faq = false;

    for (size_t p = 0; p < run->doc->part_count; p++) {
        const Part *part = &run->doc->parts[p];
        /* A summary at the end of the document is not the one of the release. */
        if (region_is_faq(part->region))
            after_faq = true;
        if (after_faq && part->kind == PART_SUMMARY)
            continue;
        bool top = part->kind == PART_HEADLINE || part->kind == PART_SUBHEADING;
        if (top && part_names_customer(run, &own, part))
            return;
        if (part->kind == PART_SUMMARY && opening_names_customer(run, &own, part))
            return;
        if (part->kind == PART_SUMMARY && !summary && part_is_written(run, part, 5, 10))
            summary = part;
        if (part->kind == PART_HEADLINE && !headline)
            headline = part;
    }
    if (!summary)
        return;
    const Part *shown = headline ? headline : summary;
    run_add(run, run->level, part_index(run, shown), part_place(run, shown), NO_ARGS);
}

/* -- leader-no-customer --------------------------------------------------- */

void rule_leader_no_customer(CheckRun *run)
{
    ContentWords own = {0};
    bool read = false;

    for (size_t p = 0; p < run->doc->part_count; p++) {
        const Part *part = &run->doc->parts[p];
        if (part->kind != PART_LEADER_QUOTE || !part_is_written(run, part, 5, 10))
            continue;
        if (!read)
            own = own_customers(run);
        read = true;
        if (!part_names_customer(run, &own, part))
            run_add(run, run->level, p, part_place(run, part), NO_ARGS);
    }
}

/* -- solution-as-problem -------------------------------------------------- */

enum { NOUN_WITHIN = 4 };

static bool has_any(Str s, const char *set)
{
    for (size_t i = 0; i < s.len; i++)
        if (strchr(set, s.ptr[i]))
            return true;
    return false;
}

/* The end of a solution noun among the next words of the same clause; 0. */
static size_t noun_within(const CheckRun *run, size_t b, size_t at)
{
    Str text = run->doc->blocks[b].prose.text;
    size_t reach = at, hit_at = 0;
    Range word;

    for (int i = 0; i < NOUN_WITHIN; i++) {
        size_t from = reach;
        if (!word_next(text, LANG_EN, &reach, &word))
            break;
        Str between = str_slice(text, from, word.start);
        if (has_any(between, ".,;:!?("))
            break;
        reach = word.end;
    }
    const LexiconHit *hit;
    while ((hit = run_next_hit(run, b, LIST_SOLUTION_NOUN, &hit_at)))
        if (hit->range.start >= at && hit->range.end <= reach)
            return hit->range.end;
    return 0;
}

static bool is_letter_at(Str s, size_t at)
{
    uint32_t cp = ' ';

    if (at < s.len)
        utf8_decode(s, at, &cp);
    return unicode_is_letter(cp);
}

static bool find_lack_english(const CheckRun *run, size_t b, Range *out)
{
    static const char *const phrases[] = {"there is no", "there are no", "lack of",
                                          "lacks",       "absence of",   "without a"};
    Str text = run->doc->blocks[b].prose.text;
    StrBuf folded = {0};
    size_t end = 0;

    unicode_fold_str(text, &folded);
    Str small = folded.len == text.len ? strbuf_view(&folded) : text;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases && !end; i++) {
        Str phrase = str_from(phrases[i]);
        for (size_t at = str_find(small, phrase, 0); at != STR_NONE && !end;
             at = str_find(small, phrase, at + phrase.len)) {
            size_t behind = at + phrase.len;
            bool whole = (at == 0 || !is_letter_at(small, at - 1)) &&
                         !is_letter_at(small, behind);
            end = whole ? noun_within(run, b, behind) : 0;
            *out = (Range){at, end};
        }
    }
    strbuf_deinit(&folded);
    return end > 0;
}

static bool is_subject(Str token)
{
    return str_ends(token, STR("이")) || str_ends(token, STR("가")) ||
           str_ends(token, STR("은")) || str_ends(token, STR("는"));
}

static bool says_lack(Str word)
{
    return str_starts(word, STR("없")) || str_starts(word, STR("부족")) ||
           str_starts(word, STR("부재"));
}

/* A solution noun with 이, 가, 은 or 는, and the next word says that it is not there.
 */
static bool find_lack_korean(const CheckRun *run, size_t b, Range *out)
{
    Str text = run->doc->blocks[b].prose.text;
    const LexiconHit *hit;
    Range next;

    for (size_t at = 0; (hit = run_next_hit(run, b, LIST_SOLUTION_NOUN, &at));) {
        size_t end = hit->range.end;
        if (!is_subject(str_range(text, hit->range)) || end >= text.len ||
            text.ptr[end] != ' ' || !word_next(text, LANG_KO, &end, &next) ||
            !says_lack(str_range(text, next)))
            continue;
        *out = (Range){hit->range.start, next.end};
        return true;
    }
    return false;
}

void rule_solution_as_problem(CheckRun *run)
{
    bool korean = run->doc->lang == LANG_KO;
    Range range;

    for (size_t b = 0; b < run->doc->block_count; b++) {
        const Block *block = &run->doc->blocks[b];
        if (run_kind(run, b) != PART_PROBLEM || !block_is_prose(block) ||
            block_is_label(run, b) || !run_has_hit(run, b, LIST_SOLUTION_NOUN))
            continue;
        if (korean ? find_lack_korean(run, b, &range)
                   : find_lack_english(run, b, &range))
            run_add(run, run->level, block->part, prose_origin(&block->prose, range),
                    ARGS(arg_str(str_range(block->prose.text, range))));
    }
}

/* -- problem-unanswered --------------------------------------------------- */

enum { ANSWERED_PERCENT = 15, SHOWN_WORDS = 3, WORDS_MIN = 8 };

static bool answers_problem(PartKind kind)
{
    return kind == PART_SOLUTION || kind == PART_SUMMARY || kind == PART_EXPERIENCE;
}

/* The prose of the parts of some kinds, a space between blocks. */
static Str prose_of(const CheckRun *run, bool (*takes)(PartKind))
{
    StrBuf text = {0};

    for (size_t b = 0; b < run->doc->block_count; b++) {
        if (!takes(run_kind(run, b)) || block_is_label(run, b))
            continue;
        strbuf_add(&text, run->doc->blocks[b].prose.text);
        strbuf_addc(&text, ' ');
    }
    Str result = arena_str(run->arena, strbuf_view(&text));
    strbuf_deinit(&text);
    return result;
}

static bool is_problem(PartKind kind)
{
    return kind == PART_PROBLEM;
}

static void add_to_list(const CheckRun *run, StrBuf *list, Str item)
{
    if (list->len > 0)
        strbuf_addz(list, ", ");
    strbuf_add(list, run_words(run, "\"", "“"));
    strbuf_add(list, item);
    strbuf_add(list, run_words(run, "\"", "”"));
}

/* The items of the problem that share no word with the answer. */
static size_t unanswered_items(CheckRun *run, const ContentWords *answer, StrBuf *list,
                               size_t *items)
{
    size_t unanswered = 0;

    *items = 0;
    for (size_t b = 0; b < run->doc->block_count; b++) {
        const Block *block = &run->doc->blocks[b];
        if (run_kind(run, b) != PART_PROBLEM || block->kind != BLOCK_ITEM)
            continue;
        ContentWords words;
        content_read(block->prose.text, run->doc->lang, run->arena, &words);
        ++*items;
        if (words.count == 0 || content_shared(&words, answer) > 0)
            continue;
        if (unanswered++ < SHOWN_WORDS)
            add_to_list(run, list, block->prose.text);
    }
    return unanswered;
}

static bool too_few_words(const CheckRun *run, const ContentWords *problem,
                          const ContentWords *answer, StrBuf *list)
{
    size_t shared = 0, shown = 0;

    if (problem->count < WORDS_MIN || answer->count < WORDS_MIN)
        return false;
    for (size_t i = 0; i < problem->count; i++) {
        if (content_has(answer, problem->words[i].key))
            shared++;
        else if (shown++ < SHOWN_WORDS)
            add_to_list(run, list, problem->words[i].written);
    }
    return shared * 100 < problem->count * ANSWERED_PERCENT;
}

void rule_problem_unanswered(CheckRun *run)
{
    const Part *solution = document_first(run->doc, PART_SOLUTION);
    ContentWords answer, problem;
    StrBuf list = {0};
    size_t items = 0;

    if (!solution || !part_is_written(run, solution, 5, 10))
        return;
    content_read(prose_of(run, answers_problem), run->doc->lang, run->arena, &answer);
    bool lacking = unanswered_items(run, &answer, &list, &items) > 0;
    if (items < 2) {
        strbuf_clear(&list);
        content_read(prose_of(run, is_problem), run->doc->lang, run->arena, &problem);
        lacking = too_few_words(run, &problem, &answer, &list);
    }
    if (lacking)
        run_add(run, run->level, part_index(run, solution), part_place(run, solution),
                ARGS(arg_list(arena_str(run->arena, strbuf_view(&list)))));
    strbuf_deinit(&list);
}
