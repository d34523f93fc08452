#include "check/suppress.h"

#include <stdlib.h>

#include "check/baseline.h"
#include "check/remark.h"
#include "check/setting.h"

/* What one rule named in one comment covers. */
typedef struct Scope {
    const Rule *rule;
    size_t first, end; /* blocks, as silence_block() gives them */
    size_t remark;
    Str reason;
    bool used;
} Scope;

typedef struct Suppressor {
    CheckRun *run;
    const Document *doc;
    const Remark *remarks;
    size_t remark_count;
    size_t *words; /* by block: itself, or the first behind it that is no comment */
    Scope *scopes;
    size_t scope_count, scope_cap;
    size_t last_first, last_end; /* what end_of_ok() said last */
    int last_depth;
    Finding *items; /* those of the rules; what is reported here comes after */
    size_t item_count;
} Suppressor;

bool rule_is_silenceable(const Rule *rule)
{
    return !str_eq(rule->group, STR("encoding"));
}

/* -- blocks ---------------------------------------------------------------- */

size_t silence_block(const Document *doc, size_t offset)
{
    size_t block = document_block_from(doc, offset);

    while (block < doc->block_count && block_is_comment(doc, block))
        block++;
    return block;
}

/* silence_block() for every block at once: comments may stand in long rows. */
static void read_words(Suppressor *s)
{
    size_t next = s->doc->block_count;

    s->words = arena_array(s->run->arena, next + 1, sizeof *s->words);
    s->words[next] = next;
    for (size_t b = next; b-- > 0;) {
        next = block_is_comment(s->doc, b) ? next : b;
        s->words[b] = next;
    }
}

size_t silence_end(const Document *doc, size_t first, int depth)
{
    size_t end = first + 1;

    if (first >= doc->block_count || doc->blocks[first].depth <= depth)
        return end;
    while (end < doc->block_count && doc->blocks[end].depth > depth)
        end++;
    return end;
}

/* -- what they cover ------------------------------------------------------- */

/* Says what is wrong with a comment or setting.
 *
 *   words  one format in either language; %1$s is `what` */
static void complain(CheckRun *run, Level level, Range range, const char *const *words,
                     Str what)
{
    Finding *finding =
        run_add_message(run, level, NO_INDEX, range, run_words(run, words[0], words[1]),
                        ARGS(arg_str(what)));

    if (finding)
        finding->advice = run_words(run, "Write: <!-- prfaq-ok RULE: the reason -->",
                                    "이렇게 적으세요: <!-- prfaq-ok 규칙: 까닭 -->");
}

static const char *const no_rule[] = {"A silencing comment names no rule: %1$s",
                                      "끄기 표시에 규칙 이름이 없습니다: %1$s"};
static const char *const unknown_rule[] = {"There is no rule to silence named %1$s",
                                           "끄려는 규칙이 없는 이름입니다: %1$s"};
static const char *const no_reason[] = {"Silenced without a reason: %1$s",
                                        "끈 까닭이 적혀 있지 않습니다: %1$s"};
static const char *const not_silenceable[] = {"This rule cannot be silenced: %1$s",
                                              "끌 수 없는 규칙입니다: %1$s"};

/* silence_end(); of comments in a row it is looked for once. */
static size_t end_of_ok(Suppressor *s, size_t first, int depth)
{
    if (s->last_end == 0 || s->last_first != first || s->last_depth != depth)
        s->last_end = silence_end(s->doc, first, depth);
    s->last_first = first;
    s->last_depth = depth;
    return s->last_end;
}

static void add_scope(Suppressor *s, size_t remark, const Rule *rule)
{
    const Remark *r = &s->remarks[remark];
    Scope scope = {.rule = rule, .remark = remark, .reason = r->directive.reason};

    scope.first = s->words[r->block + 1];
    scope.end = s->doc->block_count + 1;
    if (!r->works)
        scope.end = scope.first;
    else if (r->directive.kind == DIRECTIVE_OK)
        scope.end = end_of_ok(s, scope.first, s->doc->blocks[r->block].depth);
    s->scopes = arena_grow(s->run->arena, s->scopes, s->scope_count, &s->scope_cap,
                           sizeof *s->scopes);
    s->scopes[s->scope_count++] = scope;
}

/* "prfaq-on all": a scope of no rule. */
static void add_all_on(Suppressor *s, size_t remark)
{
    add_scope(s, remark, NULL);
    s->scopes[s->scope_count - 1].used = true;
}

static void read_scopes(Suppressor *s, size_t remark)
{
    const Remark *r = &s->remarks[remark];
    Str ids = r->directive.ids, id;
    bool any = false;

    while (directive_next(&ids, &id)) {
        const Rule *rule = rule_find(id);
        any = true;
        if (r->directive.kind == DIRECTIVE_ON && str_eq(id, STR("all")))
            add_all_on(s, remark);
        else if (!rule)
            complain(s->run, s->run->level, r->range, unknown_rule, id);
        else if (!rule_is_silenceable(rule))
            complain(s->run, s->run->level, r->range, not_silenceable, id);
        else
            add_scope(s, remark, rule);
    }
    if (!any)
        complain(s->run, s->run->level, r->range, no_rule,
                 str_range(s->doc->bytes, r->range));
    else if (r->directive.kind != DIRECTIVE_ON && r->directive.reason.len == 0)
        complain(s->run, s->run->level, r->range, no_reason, r->directive.ids);
}

/* -- silencing ------------------------------------------------------------- */

/* A finding or a scope, by rule. */
typedef struct Entry {
    const Rule *rule;
    size_t place; /* block of a finding; number of a scope */
    size_t index;
} Entry;

static int compare_entries(const void *a, const void *b)
{
    const Entry *left = a, *right = b;

    if (left->rule != right->rule)
        return left->rule < right->rule ? -1 : 1;
    if (left->place != right->place)
        return left->place < right->place ? -1 : 1;
    return left->index < right->index ? -1 : left->index > right->index;
}

static Entry *sorted_findings(const Suppressor *s)
{
    Entry *entries = arena_array(s->run->arena, s->item_count + 1, sizeof *entries);

    for (size_t i = 0; i < s->item_count; i++)
        entries[i] =
            (Entry){s->items[i].rule,
                    s->words[document_block_from(s->doc, s->items[i].range.start)], i};
    if (s->item_count > 1)
        qsort(entries, s->item_count, sizeof *entries, compare_entries);
    return entries;
}

/* Scopes of one rule in the order of the comments; "on all" is among those of no
 * rule. */
static Entry *sorted_scopes(const Suppressor *s)
{
    Entry *entries = arena_array(s->run->arena, s->scope_count + 1, sizeof *entries);

    for (size_t i = 0; i < s->scope_count; i++)
        entries[i] = (Entry){s->scopes[i].rule, i, i};
    if (s->scope_count > 1)
        qsort(entries, s->scope_count, sizeof *entries, compare_entries);
    return entries;
}

static DirectiveKind kind_of(const Suppressor *s, const Scope *scope)
{
    return s->remarks[scope->remark].directive.kind;
}

/* End the open region of a prfaq-off at a comment that turns its rule on, or off
 * again; was one open? */
static bool close_region(const Suppressor *s, Scope **open, const Scope *at)
{
    if (!*open)
        return false;
    size_t end = s->remarks[at->remark].block;
    (*open)->end = end > (*open)->first ? end : (*open)->first;
    *open = NULL;
    return true;
}

/* Give the regions of one rule their ends.
 *
 *   all, all_count  scopes of "prfaq-on all", in order */
static void close_regions(Suppressor *s, const Entry *own, size_t count,
                          const Entry *all, size_t all_count)
{
    Scope *open = NULL;
    size_t next = 0;

    for (size_t i = 0; i < count; i++) {
        Scope *scope = &s->scopes[own[i].index];
        for (; next < all_count && all[next].index < own[i].index; next++)
            close_region(s, &open, &s->scopes[all[next].index]);
        if (kind_of(s, scope) == DIRECTIVE_OK || !s->remarks[scope->remark].works)
            continue;
        bool closed = close_region(s, &open, scope);
        if (kind_of(s, scope) == DIRECTIVE_ON) {
            scope->used = closed;
            scope->end = scope->first;
        } else {
            open = scope;
        }
    }
    if (next < all_count)
        close_region(s, &open, &s->scopes[all[next].index]);
}

/* Silence what a scope covers among the findings of its rule, sorted by block. */
static void apply_scope(Suppressor *s, Scope *scope, const Entry *own, size_t count)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (own[middle].place < scope->first)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < count && own[low].place < scope->end; low++) {
        Finding *finding = &s->items[own[low].index];
        finding->silenced = true;
        finding->silencer = SILENCER_COMMENT;
        finding->comment = s->remarks[scope->remark].range;
        finding->reason = scope->reason;
        scope->used = true;
    }
}

/* Does the next scope of the rule cover the same blocks? It wins. */
static bool is_repeated(const Suppressor *s, const Entry *own, size_t i, size_t count)
{
    const Scope *scope = &s->scopes[own[i].index];

    if (i + 1 == count)
        return false;
    const Scope *next = &s->scopes[own[i + 1].index];
    return next->first == scope->first && next->end == scope->end;
}

static size_t same_rule(const Entry *entries, size_t from, size_t count)
{
    size_t end = from;

    while (end < count && entries[end].rule == entries[from].rule)
        end++;
    return end;
}

static void apply_scopes(Suppressor *s)
{
    Entry *findings = sorted_findings(s), *scopes = sorted_scopes(s);
    size_t all_count = 0, at = 0;

    while (all_count < s->scope_count && !scopes[all_count].rule)
        all_count++;
    for (size_t i = all_count, end; i < s->scope_count; i = end) {
        end = same_rule(scopes, i, s->scope_count);
        while (at < s->item_count && findings[at].rule < scopes[i].rule)
            at++;
        size_t own_end = at < s->item_count && findings[at].rule == scopes[i].rule
                             ? same_rule(findings, at, s->item_count)
                             : at;
        close_regions(s, scopes + i, end - i, scopes, all_count);
        for (size_t j = 0; j < end - i; j++)
            if (!is_repeated(s, scopes + i, j, end - i))
                apply_scope(s, &s->scopes[scopes[i + j].index], findings + at,
                            own_end - at);
    }
}

/* A comment that silenced nothing is worth a word, unless its rule did not run. */
static void report_unused(Suppressor *s)
{
    for (size_t i = 0; i < s->scope_count; i++) {
        const Scope *scope = &s->scopes[i];
        if (scope->used || !scope->rule || !rule_runs(s->run, scope->rule))
            continue;
        run_add(s->run, level_min(s->run->level, LEVEL_INFO), NO_INDEX,
                s->remarks[scope->remark].range, ARGS(arg_str(scope->rule->id)));
    }
}

/* -- settings -------------------------------------------------------------- */

static void apply_settings(Suppressor *s)
{
    for (size_t i = 0; i < s->item_count; i++) {
        Finding *finding = &s->items[i];
        const RuleSetting *setting = rule_setting(s->run->options, finding->rule);
        if (finding->silenced || !setting || setting->level != LEVEL_OFF)
            continue;
        finding->silenced = true;
        finding->silencer = SILENCER_SETTING;
        finding->reason = setting->reason;
    }
}

static void report_settings(CheckRun *run)
{
    const CheckOptions *options = run->options;
    Range start = {run->doc->start, run->doc->start};

    for (size_t i = 0; i < options->rule_setting_count; i++) {
        const RuleSetting *setting = &options->rule_settings[i];
        if (setting->level != LEVEL_OFF || setting->reason.len > 0)
            continue;
        Finding *finding = run_add_message(
            run, run->level, NO_INDEX, start,
            run_words(run, no_reason[0], no_reason[1]),
            ARGS(arg_str(arena_printf(run->arena, "rule.%.*s (%.*s:%d)",
                                      STR_ARG(setting->rule->id),
                                      STR_ARG(setting->origin), setting->line))));
        finding->advice = run_words(run, "Write in the settings: off: the reason",
                                    "설정에 이렇게 적으세요: off: 까닭");
    }
}

void suppress_findings(CheckRun *run)
{
    Suppressor s = {.run = run, .doc = run->doc};

    read_words(&s);
    s.remarks = remarks_read(s.doc, run->arena, &s.remark_count);
    s.item_count = run->count;
    for (size_t i = 0; i < s.remark_count; i++)
        read_scopes(&s, i);
    s.items = run->items;
    apply_scopes(&s);
    apply_settings(&s);
    baseline_apply(run);
    report_unused(&s);
    report_settings(run);
}
