#include "check/rule.h"

#include <assert.h>
#include <pthread.h>

#include "base/resource.h"
#include "check/rules.h"

/* Columns of rules.tsv. */
enum {
    COLUMN_ID,
    COLUMN_GROUP,
    COLUMN_LEVELS,
    COLUMN_PARTS = COLUMN_LEVELS + PROFILE_COUNT,
    COLUMN_LANGUAGES,
    COLUMN_NEEDS,
    COLUMN_FIX,
    COLUMN_MESSAGES,
    COLUMN_DEFINITION = COLUMN_MESSAGES + 2,
    COLUMN_FALSE_POSITIVES,
    COLUMN_PRECISION,
};

/* Columns of rule-pages.tsv; words come in English, then in Korean. */
enum {
    PAGE_ID,
    PAGE_FIX,
    PAGE_SCENE,
    PAGE_TITLE,
    PAGE_WHY = PAGE_TITLE + 2,
    PAGE_LEAVES = PAGE_WHY + 2,
    PAGE_EXAMPLES = PAGE_LEAVES + 2, /* bad and good, bad and good */
};

typedef struct Binding {
    Str id;
    void (*run)(CheckRun *run);
} Binding;

/* clang-format off */
#define BIND(id, function) {{id, sizeof(id) - 1}, function}
static const Binding bindings[] = {
    BIND("section-missing",          rule_section_missing),
    BIND("part-missing",             rule_part_missing),
    BIND("customer-missing",         rule_customer_missing),
    BIND("problem-missing",          rule_problem_missing),
    BIND("problem-before-solution",  rule_problem_before_solution),
    BIND("document-empty",           rule_document_empty),
    BIND("section-order",            rule_section_order),
    BIND("headline-shape",           rule_headline_shape),
    BIND("headline-mark",            rule_headline_mark),
    BIND("subheading-sentence",      rule_subheading_sentence),
    BIND("dateline-missing",         rule_dateline_missing),
    BIND("launch-date",              rule_launch_date),
    BIND("quote-attribution",        rule_quote_attribution),
    BIND("duplicate-title",          rule_duplicate_title),
    BIND("template-text-left",       rule_template_text_left),
    BIND("placeholder-left",         rule_placeholder_left),
    BIND("image-broken",             rule_image_broken),
    BIND("section-short",            rule_section_short),
    BIND("section-long",             rule_section_long),
    BIND("release-length",           rule_release_length),
    BIND("faq-length",               rule_faq_length),
    BIND("document-length",          rule_document_length),
    BIND("sentence-long",            rule_sentence_long),
    BIND("sentence-count",           rule_sentence_count),
    BIND("answer-long",              rule_answer_long),
    BIND("problem-solution-balance", rule_problem_solution_balance),
    BIND("faq-question-mark",        rule_faq_question_mark),
    BIND("faq-unanswered",           rule_faq_unanswered),
    BIND("faq-few",                  rule_faq_few),
    BIND("faq-coverage",             rule_faq_coverage),
    BIND("faq-hard-missing",         rule_faq_hard_missing),
    BIND("faq-no-stop",              rule_faq_no_stop),
    BIND("faq-yes-no",               rule_faq_yes_no),
    BIND("faq-answer-shape",         rule_faq_answer_shape),
    BIND("faq-evasive",              rule_faq_evasive),
    BIND("faq-unknown-owner",        rule_faq_unknown_owner),
    BIND("faq-softball",             rule_faq_softball),
    BIND("faq-undivided",            rule_faq_undivided),
    BIND("competitor-named",         rule_competitor_named),
    BIND("weasel-word",              rule_weasel_word),
    BIND("hype-word",                rule_hype_word),
    BIND("hedge-word",               rule_hedge_word),
    BIND("jargon-word",              rule_jargon_word),
    BIND("slogan-word",              rule_slogan_word),
    BIND("inflated-phrase",          rule_inflated_phrase),
    BIND("company-first",            rule_company_first),
    BIND("technology-first",         rule_technology_first),
    BIND("competitor-first",         rule_competitor_first),
    BIND("future-tense",             rule_future_tense),
    BIND("translationese",           rule_translationese),
    BIND("claim-without-number",     rule_claim_without_number),
    BIND("unchanging-forecast",      rule_unchanging_forecast),
    BIND("acronym-undefined",        rule_acronym_undefined),
    BIND("term-variant",             rule_term_variant),
    BIND("ending-mixed",             rule_ending_mixed),
    BIND("number-range",             rule_number_range),
    BIND("passive-share",            rule_passive_share),
    BIND("typing-slip",              rule_typing_slip),
    BIND("number-without-base",      rule_number_without_base),
    BIND("benefit-unquantified",     rule_benefit_unquantified),
    BIND("problem-unquantified",     rule_problem_unquantified),
    BIND("numbers-disagree",         rule_numbers_disagree),
    BIND("evidence-unseen",          rule_evidence_unseen),
    BIND("evidence-one-kind",        rule_evidence_one_kind),
    BIND("evidence-no-reading",      rule_evidence_no_reading),
    BIND("debt-open",                rule_debt_open),
    BIND("promise-unbacked",         rule_promise_unbacked),
    BIND("customer-late",            rule_customer_late),
    BIND("product-in-problem",       rule_product_in_problem),
    BIND("solution-as-problem",      rule_solution_as_problem),
    BIND("problem-unanswered",       rule_problem_unanswered),
    BIND("product-name-variant",     rule_product_name_variant),
    BIND("leader-no-customer",       rule_leader_no_customer),
    BIND("question-overdue",         rule_question_overdue),
    BIND("problem-drift",            rule_problem_drift),
    BIND("few-revisions",            rule_few_revisions),
    BIND("decision-incomplete",      rule_decision_incomplete),
    BIND("decision-not-landed",      rule_decision_not_landed),
    BIND("reviewers-one-team",       rule_reviewers_one_team),
    BIND("hanja",                    rule_hanja),
    BIND("not-utf8",                 NULL),
    BIND("not-nfc",                  rule_not_nfc),
    BIND("conflict-marker",          rule_conflict_marker),
    BIND("front-matter-invalid",     rule_front_matter_invalid),
    BIND("workspace-file-invalid",   rule_workspace_file_invalid),
    BIND("suppression-invalid",      NULL),
};
#undef BIND
/* clang-format on */

enum { BINDING_COUNT = sizeof bindings / sizeof *bindings };

/* The catalogue is a constant too long to be written in C: it is read from the
 * embedded file once, and nothing ever changes it. */
static Rule catalogue[BINDING_COUNT];
static size_t catalogue_count;
static pthread_once_t catalogue_once = PTHREAD_ONCE_INIT;

static RuleText texts[BINDING_COUNT]; /* by the rule's place in the catalogue */
static Arena texts_arena;             /* of examples with line breaks */
static pthread_once_t texts_once = PTHREAD_ONCE_INIT;

static const Binding *binding_of(Str id)
{
    for (size_t i = 0; i < BINDING_COUNT; i++)
        if (str_eq(bindings[i].id, id))
            return &bindings[i];
    return NULL;
}

static Rule rule_of_row(const TsvRow *row, const Binding *binding)
{
    Rule rule = {
        .id = binding->id, /* ends with NUL, as rule_id() promises */
        .group = row->fields[COLUMN_GROUP],
        .parts = row->fields[COLUMN_PARTS],
        .languages = row->fields[COLUMN_LANGUAGES],
        .fix = row->fields[COLUMN_FIX],
        .message = {row->fields[COLUMN_MESSAGES], row->fields[COLUMN_MESSAGES + 1]},
        .definition = row->fields[COLUMN_DEFINITION],
        .false_positives = row->fields[COLUMN_FALSE_POSITIVES],
        .precision = row->fields[COLUMN_PRECISION],
        .run = binding->run,
    };

    for (int profile = 0; profile < PROFILE_COUNT; profile++) {
        bool known =
            level_parse(row->fields[COLUMN_LEVELS + profile], &rule.levels[profile]);
        assert(known);
    }
    return rule;
}

/* "\\n" in the table is a line break: a row is one line. */
static Str example_of(Str field)
{
    StrBuf text = {0};
    Str line, lines = field;

    if (str_find(field, STR("\\n"), 0) == STR_NONE)
        return field;
    for (size_t at; (at = str_find(lines, STR("\\n"), 0)) != STR_NONE;) {
        line = str_slice(lines, 0, at);
        strbuf_add(&text, line);
        strbuf_addc(&text, '\n');
        lines = str_slice(lines, at + 2, lines.len);
    }
    strbuf_add(&text, lines);
    Str result = arena_str(&texts_arena, strbuf_view(&text));
    strbuf_deinit(&text);
    return result;
}

static void add_page(const TsvRow *row, RuleText *page)
{
    page->fix_safe = str_eq(row->fields[PAGE_FIX], STR("safe"));
    page->scene = row->fields[PAGE_SCENE];
    for (int lang = 0; lang < 2; lang++) {
        page->title[lang] = row->fields[PAGE_TITLE + lang];
        page->why[lang] = row->fields[PAGE_WHY + lang];
        page->leaves[lang] = row->fields[PAGE_LEAVES + lang];
        page->bad[lang] = example_of(row->fields[PAGE_EXAMPLES + 2 * lang]);
        page->good[lang] = example_of(row->fields[PAGE_EXAMPLES + 2 * lang + 1]);
    }
}

static void read_catalogue(void)
{
    Str tsv = {0};
    TsvRow row = {0};
    bool there = resource_find(STR("rules.tsv"), &tsv);

    assert(there);
    tsv_next(&tsv, &row);
    while (tsv_next(&tsv, &row)) {
        const Binding *binding = binding_of(row.fields[COLUMN_ID]);
        if (binding && catalogue_count < BINDING_COUNT)
            catalogue[catalogue_count++] = rule_of_row(&row, binding);
    }
    assert(catalogue_count == BINDING_COUNT);
}

size_t rule_count(void)
{
    pthread_once(&catalogue_once, read_catalogue);
    return catalogue_count;
}

const Rule *rule_at(size_t index)
{
    assert(index < rule_count());
    return &catalogue[index];
}

const Rule *rule_find(Str id)
{
    for (size_t i = 0; i < rule_count(); i++)
        if (str_eq(catalogue[i].id, id))
            return &catalogue[i];
    return NULL;
}

static void read_texts(void)
{
    Str tsv = {0};
    TsvRow row = {0};
    bool there = resource_find(STR("rule-pages.tsv"), &tsv);

    assert(there);
    tsv_next(&tsv, &row);
    while (tsv_next(&tsv, &row))
        for (size_t i = 0; i < catalogue_count; i++)
            if (str_eq(catalogue[i].id, row.fields[PAGE_ID]))
                add_page(&row, &texts[i]);
}

const RuleText *rule_text(const Rule *rule)
{
    size_t index = (size_t)(rule - catalogue);

    assert(index < rule_count());
    pthread_once(&texts_once, read_texts);
    return &texts[index];
}
