/* rules_wording.c: words that stand where a fact should: the rules that only need a
 * word list. Which hits count is decided in wording.c. */
#include "check/rules.h"
#include "check/wording_fix.h"

static Finding *report(CheckRun *run, const WordingHit *w, const Arg *args,
                       size_t count)
{
    return run_add(run, run_cap(run, w->level), w->part, wording_place(run, w), args,
                   count);
}

/* "WORD": ADVICE */
static void report_with_advice(CheckRun *run, LexiconList list)
{
    const WordingHit *w;

    for (size_t at = 0; (w = wording_next(run, list, &at));) {
        Finding *finding = report(
            run, w, ARGS(arg_str(wording_text(run, w)), arg_list(w->hit->row->advice)));
        if (str_eq(run->rule->fix, STR("replace")))
            wording_fix(run, w, finding);
    }
}

/* The message has room for the word alone; what to do stands below. */
static void report_word(CheckRun *run, LexiconList list)
{
    const WordingHit *w;

    for (size_t at = 0; (w = wording_next(run, list, &at));) {
        Finding *finding = report(run, w, ARGS(arg_str(wording_text(run, w))));
        if (finding)
            finding->advice = w->hit->row->advice;
    }
}

void rule_weasel_word(CheckRun *run)
{
    report_with_advice(run, LIST_WEASEL);
}

void rule_hype_word(CheckRun *run)
{
    report_with_advice(run, LIST_HYPE);
}

void rule_hedge_word(CheckRun *run)
{
    report_with_advice(run, LIST_HEDGE);
}

void rule_jargon_word(CheckRun *run)
{
    report_with_advice(run, LIST_JARGON);
}

void rule_translationese(CheckRun *run)
{
    report_with_advice(run, LIST_TRANSLATIONESE);
}

void rule_competitor_first(CheckRun *run)
{
    report_with_advice(run, LIST_COMPETITOR_FIRST);
}

void rule_technology_first(CheckRun *run)
{
    report_with_advice(run, LIST_TECHNOLOGY_FIRST);
}

void rule_slogan_word(CheckRun *run)
{
    report_word(run, LIST_SLOGAN);
}

void rule_claim_without_number(CheckRun *run)
{
    report_word(run, LIST_CLAIM);
}

void rule_inflated_phrase(CheckRun *run)
{
    const WordingHit *w;

    for (size_t at = 0; (w = wording_next(run, LIST_INFLATED, &at));) {
        Str words = w->hit->row->replace;
        Str shown = words.len ? words : run_words(run, "(delete)", "(지우기)");
        Finding *finding =
            report(run, w, ARGS(arg_str(wording_text(run, w)), arg_str(shown)));
        if (words.len > 0)
            wording_fix(run, w, finding);
        else
            wording_fix_delete(run, w, finding);
    }
}

/* What a part says of the future. */
typedef struct Forecast {
    const WordingHit *first;
    size_t count;
    Level level;
} Forecast;

void rule_future_tense(CheckRun *run)
{
    Forecast *forecasts =
        arena_array(run->arena, run->doc->part_count, sizeof *forecasts);
    bool strict = run->options->profile == PROFILE_STRICT;
    const WordingHit *w;

    for (size_t at = 0; (w = wording_next(run, LIST_FUTURE, &at));) {
        Forecast *f = &forecasts[w->part];
        f->first = f->first ? f->first : w;
        f->count++;
        f->level = strict ? LEVEL_WARNING : w->level > f->level ? w->level : f->level;
    }
    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Forecast *f = &forecasts[i];
        if (f->count == 0)
            continue;
        Str one =
            run_words(run, "This speaks of the future; write from launch day: \"%2$s\"",
                      "앞일로 썼습니다. 출시일에 서서 쓰세요: “%2$s”");
        Finding *finding = run_add_message(
            run, run_cap(run, f->level), i, wording_place(run, f->first),
            f->count == 1 ? one : run->rule->message[run->words],
            ARGS(arg_num(f->count), arg_str(wording_text(run, f->first))));
        if (finding)
            finding->advice = f->first->hit->row->advice;
    }
}

void rule_unchanging_forecast(CheckRun *run)
{
    for (size_t b = 0; b < run->doc->block_count; b++) {
        const Block *block = &run->doc->blocks[b];
        const LexiconHit *hit;
        size_t at = 0;
        if (block->part == NO_INDEX || !block_is_prose(block) ||
            block_is_label(run, b) ||
            run->doc->parts[block->part].kind != PART_UNCHANGING)
            continue;
        while ((hit = run_next_hit(run, b, LIST_FORECAST, &at))) {
            if (run_sentence_at(run, b, hit->range.start).holds & HOLDS_CONTRAST)
                continue;
            Finding *finding =
                run_add(run, run_cap(run, hit->row->level), block->part,
                        prose_origin(&block->prose, hit->range),
                        ARGS(arg_str(str_range(block->prose.text, hit->range))));
            if (finding)
                finding->advice = hit->row->advice;
        }
    }
}
