/* rules_first.c: who acts first in the release. */
#include "base/unicode.h"
#include "check/actor.h"
#include "check/korean.h"
#include "check/rules.h"
#include "check/wording_fix.h"
#include "text/word.h"

enum { OPENING_WORDS = 4 }; /* words before which a subject of English stands */

static bool is_unsaid(const CheckRun *run, size_t b, Range sentence)
{
    const LexiconHit *hit;

    for (size_t at = 0; (hit = run_next_hit(run, b, LIST_CUSTOMER, &at));)
        if (hit->range.start >= sentence.start && hit->range.start < sentence.end)
            return false;
    return true;
}

/* Where the company stands as the first actor of a sentence; false when it does not,
 * or a customer is named in the sentence before it. */
static bool company_acts(const CheckRun *run, size_t b, Range sentence, Str company,
                         Range *out)
{
    Str text = run->doc->blocks[b].prose.text;
    size_t at = actor_behind_dateline(text, sentence);
    Range word;

    for (int i = 0;
         word_next(text, run->doc->lang, &at, &word) && word.start < sentence.end &&
         (run->doc->lang == LANG_KO || i < OPENING_WORDS);
         i++) {
        if (!str_starts(str_slice(text, word.start, text.len), company))
            continue;
        *out = (Range){word.start, word.start + company.len};
        Str rest = str_slice(text, out->end, word.end);
        bool actor =
            run->doc->lang == LANG_KO ? actor_is_particle(rest) : rest.len == 0;
        return actor && is_unsaid(run, b, (Range){sentence.start, word.start});
    }
    return false;
}

/* The first sentence of the summary: is the company its first actor? */
static void report_company_of_summary(CheckRun *run, size_t p)
{
    const Part *part = &run->doc->parts[p];
    Str company = str_trim(metadata_get(&run->doc->meta, "company"));
    Range range;

    if (part->kind != PART_SUMMARY || company.len == 0)
        return;
    for (size_t i = 0; i < part->block_count; i++) {
        size_t b = part->first_block + i;
        if (!block_is_prose(&run->doc->blocks[b]) || block_is_label(run, b))
            continue;
        Sentence first = run_sentence_at(run, b, 0);
        if (!(first.holds & HOLDS_CONTRAST) &&
            company_acts(run, b, first.range, company, &range))
            run_add(run, run->level, p, prose_origin(&run->doc->blocks[b].prose, range),
                    ARGS(arg_str(company),
                         arg_str(run_words(run, "Start with the customer",
                                           "고객이 겪는 일로 문장을 시작하세요"))));
        return;
    }
}

void rule_company_first(CheckRun *run)
{
    const WordingHit *w;

    for (size_t at = 0; (w = wording_next(run, LIST_COMPANY_FIRST, &at));)
        run_add(run, run_cap(run, w->level), w->part, wording_place(run, w),
                ARGS(arg_str(wording_text(run, w)), arg_list(w->hit->row->advice)));
    for (size_t i = 0; i < run->doc->part_count; i++)
        report_company_of_summary(run, i);
}
