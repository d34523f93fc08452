#include "check/check.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "check/measure.h"
#include "check/remark.h"
#include "check/rules.h"
#include "check/run.h"
#include "check/setting.h"
#include "check/stage.h"
#include "check/suppress.h"
#include "check/wording.h"

const char *rule_id(const Rule *rule)
{
    return rule->id.ptr;
}

bool findings_ready(const Findings *f)
{
    return f->errors == 0;
}

bool findings_reach(const Findings *f, Level level)
{
    switch (level) {
    case LEVEL_ERROR:
        return f->errors > 0;
    case LEVEL_WARNING:
        return f->errors + f->warnings > 0;
    case LEVEL_INFO:
        return f->errors + f->warnings + f->infos > 0;
    case LEVEL_OFF:
        break;
    }
    return false;
}

/* Where nothing is written, what is missing goes without saying. */
static bool reads_empty(const Rule *rule)
{
    return rule->run == rule_document_empty || str_eq(rule->group, STR("encoding")) ||
           str_eq(rule->group, STR("process"));
}

/* Of a document made from a template the empty sections are worth naming. */
static bool is_empty(const Document *doc)
{
    if (doc->tmpl)
        return false;
    for (size_t b = 0; b < doc->block_count; b++)
        if (!block_is_comment(doc, b))
            return false;
    return true;
}

bool rule_runs(const CheckRun *run, const Rule *rule)
{
    Str lang = str_from(lang_code(run->doc->lang));

    return rule->run && run_level(run, rule) != LEVEL_OFF &&
           (!run->empty || reads_empty(rule)) &&
           (str_eq(rule->languages, STR("all")) || tag_in(rule->languages, lang));
}

/* Somebody waits for an answer: that comes before all that a rule thinks. */
static bool is_question(const Finding *finding)
{
    return finding->rule->run == rule_question_overdue;
}

/* Of equal findings the one that was reported first. */
static int compare(const void *a, const void *b)
{
    const Finding *left = *(const Finding *const *)a;
    const Finding *right = *(const Finding *const *)b;

    if (left->silenced != right->silenced)
        return left->silenced ? 1 : -1;
    if (is_question(left) != is_question(right))
        return is_question(left) ? -1 : 1;
    if (left->level != right->level)
        return left->level > right->level ? -1 : 1;
    if (left->range.start != right->range.start)
        return left->range.start < right->range.start ? -1 : 1;
    return left < right ? -1 : left > right;
}

void findings_count(const Finding *finding, Findings *out)
{
    if (finding->silenced)
        out->silenced++;
    else if (finding->level == LEVEL_ERROR)
        out->errors++;
    else if (finding->level == LEVEL_WARNING)
        out->warnings++;
    else
        out->infos++;
}

static void sort_findings(CheckRun *run, Findings *out)
{
    const Finding **sorted = arena_array(run->arena, run->count, sizeof *sorted);
    Finding *items = arena_array(run->arena, run->count, sizeof *items);

    for (size_t i = 0; i < run->count; i++)
        sorted[i] = &run->items[i];
    if (run->count > 1)
        qsort(sorted, run->count, sizeof *sorted, compare);
    *out = (Findings){
        .items = items, .count = run->count, .factor = stage_factor(run->doc)};
    for (size_t i = 0; i < run->count; i++) {
        items[i] = *sorted[i];
        findings_count(&items[i], out);
    }
    run->items = items;
}

/* Messages speak the document's language where we speak it. */
static Lang words_of(Lang lang, const CheckOptions *options)
{
    if (lang == LANG_EN || lang == LANG_KO)
        return lang;
    return options->lang == LANG_KO ? LANG_KO : LANG_EN;
}

static const Level *read_levels(const CheckOptions *options, Arena *arena)
{
    Level *levels = arena_array(arena, rule_count(), sizeof *levels);

    for (size_t i = 0; i < rule_count(); i++)
        levels[i] = rule_level(options, rule_at(i));
    return levels;
}

static bool is_stopped(const CheckOptions *options)
{
    return options->stop && atomic_load(options->stop);
}

/* Nobody will look at it. */
static void give_up(Findings *out, Measures *measures)
{
    *out = (Findings){.factor = 1};
    if (measures)
        *measures = (Measures){0};
}

/* Words between the marks of a merge are no text yet: that is all there is to say. */
static bool holds_conflict(CheckRun *run)
{
    run->rule = rule_find(STR("conflict-marker"));
    run->level = run_level(run, run->rule);
    if (rule_runs(run, run->rule))
        run->rule->run(run);
    return run->count > 0;
}

static void run_rules(CheckRun *run)
{
    if (holds_conflict(run))
        return;
    for (size_t i = 0; i < rule_count() && !is_stopped(run->options); i++) {
        run->rule = rule_at(i);
        run->level = run_level(run, run->rule);
        if (rule_runs(run, run->rule))
            run->rule->run(run);
    }
    if (is_stopped(run->options))
        return;
    run->rule = rule_find(STR("suppression-invalid"));
    run->level = run_level(run, run->rule);
    suppress_findings(run);
}

void check_measure(const Document *doc, const Library *lib, const CheckOptions *options,
                   Arena *arena, Findings *out, Measures *measures)
{
    Error why = {0};
    size_t offset = 0;
    CheckRun run = {.doc = doc,
                    .lib = lib,
                    .options = options,
                    .arena = arena,
                    .words = words_of(doc->lang, options),
                    .empty = is_empty(doc)};

    run.levels = read_levels(options, arena);
    if (!is_stopped(options))
        run_prepare(&run);
    if (!is_stopped(options))
        wording_read(&run);
    bool text = document_bytes_ok(doc->bytes, &offset, &why);
    if (text)
        run_rules(&run);
    if (is_stopped(options)) {
        give_up(out, measures);
        return;
    }
    if (text)
        sort_findings(&run, out);
    else
        check_unreadable(offset, &why, options, arena, out);
    if (measures)
        measure(&run, measures);
}

void check_run(const Document *doc, const Library *lib, const CheckOptions *options,
               Arena *arena, Findings *out)
{
    check_measure(doc, lib, options, arena, out, NULL);
}

void check_unreadable(size_t offset, const Error *why, const CheckOptions *options,
                      Arena *arena, Findings *out)
{
    const Rule *rule = rule_find(STR("not-utf8"));
    Lang words = options->lang == LANG_KO ? LANG_KO : LANG_EN;
    Finding *finding = ARENA_NEW(arena, Finding);

    *finding = (Finding){.rule = rule,
                         .level = rule->levels[options->profile],
                         .range = {offset, offset},
                         .part = NO_INDEX};
    finding_advise(finding, why, arena);
    finding->message = message_fill(arena, rule->message[words],
                                    ARGS(arg_str(str_from(why->message))));
    *out = (Findings){.items = finding, .count = 1, .factor = 1};
    findings_count(finding, out);
}

void findings_keep(Findings *findings, FindingFilter *keep, void *ctx, Arena *arena)
{
    Finding *kept = arena_array(arena, findings->count, sizeof *kept);
    Findings out = {.items = kept, .factor = findings->factor};

    for (size_t i = 0; i < findings->count; i++) {
        if (!keep(ctx, &findings->items[i]))
            continue;
        kept[out.count++] = findings->items[i];
        findings_count(&findings->items[i], &out);
    }
    *findings = out;
}
