/* rules_topic.c: what a document must have answered: topics of the question bank,
 * recognised by the id of a question or by its words. */
#include "base/unicode.h"
#include "check/figure.h"
#include "check/rules.h"
#include "text/word.h"

enum { LISTED_MAX = 5, MISSING_MAX = 64 };

typedef struct Topics {
    const BankQuestion *rows[MISSING_MAX];
    size_t count;
} Topics;

static bool any_question_has_id(const CheckRun *run)
{
    for (size_t i = 0; i < run->doc->question_count; i++)
        if (run->doc->questions[i].id.len > 0)
            return true;
    return false;
}

/* In a language without keywords only ids can tell what is asked. And a section
 * whose notation nobody knows may ask anything. */
static bool topics_can_be_told(const CheckRun *run)
{
    return run->doc->question_count > 0 &&
           (run_has_words(run) || any_question_has_id(run));
}

static bool tags_apply(const BankQuestion *row, Str tags)
{
    Str rest = row->tags, tag;

    while (str_next_field(&rest, ',', &tag)) {
        tag = str_trim(tag);
        if (tag_is_kind(tag) && !tag_in(tags, tag))
            return false;
    }
    return true;
}

/* A worksheet answers the question its box is linked to. */
static bool answered_by_box(const CheckRun *run, Str id)
{
    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        if (!part->spec || part->spec->region != REGION_FIVE)
            continue;
        for (size_t j = 0; j < part->spec->starters.count; j++)
            if (str_eq(part->spec->starters.items[j], id))
                return !part_is_empty(run->doc, part);
    }
    return false;
}

static void add_if_missing(const CheckRun *run, const BankQuestion *row,
                           Topics *missing)
{
    size_t question;
    Str tags = metadata_get(&run->doc->meta, "tags");

    if (missing->count < MISSING_MAX && tags_apply(row, tags) &&
        !topic_is_answered(run, row, &question) && !answered_by_box(run, row->id))
        missing->rows[missing->count++] = row;
}

static void missing_topics(const CheckRun *run, Topics *missing)
{
    const Template *tmpl = run->doc->tmpl;
    const QuestionBank *bank = &run->lib->bank;

    if (tmpl && tmpl->must.count > 0) {
        for (size_t i = 0; i < tmpl->must.count; i++) {
            const BankQuestion *row = questions_find(bank, tmpl->must.items[i]);
            if (row)
                add_if_missing(run, row, missing);
        }
        return;
    }
    for (size_t i = 0; i < bank->count; i++) {
        const BankQuestion *row = &bank->rows[i];
        bool asked = str_eq(row->audience, STR("external")) ||
                     str_eq(row->audience, STR("internal"));
        if (asked && tag_in(row->tags, STR("must")))
            add_if_missing(run, row, missing);
    }
}

static const Part *first_of_region(const CheckRun *run, Region region)
{
    for (size_t i = 0; i < run->doc->part_count; i++)
        if (run->doc->parts[i].region == region)
            return &run->doc->parts[i];
    return NULL;
}

/* The FAQ a question belongs into: its own, else the undivided one, else any. */
static const Part *home_of(const CheckRun *run, const BankQuestion *row)
{
    bool external = str_eq(row->audience, STR("external"));
    const Part *own =
        first_of_region(run, external ? REGION_FAQ_EXTERNAL : REGION_FAQ_INTERNAL);
    const Part *undivided = first_of_region(run, REGION_FAQ);
    const Part *other =
        first_of_region(run, external ? REGION_FAQ_INTERNAL : REGION_FAQ_EXTERNAL);

    return own ? own : undivided ? undivided : other;
}

static bool question_is_there(const CheckRun *run, Str id)
{
    for (size_t i = 0; i < run->doc->question_count; i++)
        if (str_eq(run->doc->questions[i].id, id))
            return true;
    return false;
}

/* Questions to ask, each with its id and an empty answer. */
static void add_questions(const CheckRun *run, const Topics *topics, StrBuf *out)
{
    Str nl = run_newline(run);

    for (size_t i = 0; i < topics->count; i++) {
        const BankQuestion *row = topics->rows[i];
        if (question_is_there(run, row->id))
            continue;
        const Str pieces[] = {nl,
                              STR("<!-- prfaq-q: "),
                              row->id,
                              STR(" -->"),
                              nl,
                              STR("**Q. "),
                              row->text[run->words],
                              STR("**"),
                              nl,
                              nl,
                              STR("A."),
                              nl};
        for (size_t k = 0; k < sizeof pieces / sizeof *pieces; k++)
            strbuf_add(out, pieces[k]);
    }
}

static void fix_with_questions(const CheckRun *run, Finding *finding, const Part *home,
                               const Topics *topics)
{
    StrBuf text = {0};
    size_t at = home->range.end;
    Str bytes = run->doc->bytes;

    add_questions(run, topics, &text);
    if (text.len > 0) {
        bool fresh = at > 0 && bytes.ptr[at - 1] == '\n';
        finding_fix(finding, FIX_INSERT, (Range){at, at},
                    arena_printf(run->arena, "%s%.*s",
                                 fresh ? "" : run_newline(run).ptr,
                                 STR_ARG(strbuf_view(&text))));
    }
    strbuf_deinit(&text);
}

static Str list_topics(const CheckRun *run, const Topics *topics)
{
    StrBuf list = {0};

    for (size_t i = 0; i < topics->count && i < LISTED_MAX; i++)
        strbuf_addf(&list, "%s%.*s", i ? " " : "",
                    STR_ARG(topics->rows[i]->text[run->words]));
    if (topics->count > LISTED_MAX)
        strbuf_addf(&list, " (+%zu)", topics->count - LISTED_MAX);
    Str result = arena_str(run->arena, strbuf_view(&list));
    strbuf_deinit(&list);
    return result;
}

void rule_faq_coverage(CheckRun *run)
{
    Topics missing = {0};
    const Part *homes[MISSING_MAX] = {0};
    bool exact = any_question_has_id(run);

    if (!topics_can_be_told(run))
        return;
    missing_topics(run, &missing);
    for (size_t i = 0; i < missing.count; i++)
        homes[i] = home_of(run, missing.rows[i]);
    for (size_t i = 0; i < run->doc->part_count; i++) {
        const Part *part = &run->doc->parts[i];
        Topics here = {0};
        for (size_t j = 0; j < missing.count; j++)
            if (homes[j] == part)
                here.rows[here.count++] = missing.rows[j];
        if (here.count == 0)
            continue;
        Finding *finding =
            run_add(run, exact ? run->level : level_min(run->level, LEVEL_INFO), i,
                    part_place(run, part), ARGS(arg_list(list_topics(run, &here))));
        fix_with_questions(run, finding, part, &here);
    }
}

/* A hard topic is a category of the bank, or only what colleagues ask of it, or
 * some of its questions by id. */
typedef struct HardTopic {
    const char *name[2]; /* by language */
    const char *category;
    bool inward; /* of the category only the questions of colleagues */
    const char *ids[2];
} HardTopic;

/* clang-format off */
static const HardTopic hard_topics[] = {
    {{"money", "돈"},                       "economics",    false, {0}},
    {{"risk", "위험"},                      "risk",         false, {0}},
    {{"law", "법"},                         "legal",        false, {0}},
    {{"reversibility", "되돌릴 수 있는지"}, NULL,           false, {"decision-door-type", "launch-undoable"}},
    {{"alternatives", "대안"},              "alternatives", true,  {"decision-if-no"}},
};
/* clang-format on */

static bool row_is_of(const BankQuestion *row, const HardTopic *topic)
{
    for (size_t i = 0; i < sizeof topic->ids / sizeof *topic->ids; i++)
        if (topic->ids[i] && str_eq(row->id, str_from(topic->ids[i])))
            return true;
    return topic->category && str_eq(row->category, str_from(topic->category)) &&
           (str_eq(row->audience, STR("internal")) ||
            (!topic->inward && str_eq(row->audience, STR("external"))));
}

/* A template asks for a topic when one of its FAQ sections starts with it: five
 * questions about a small feature are not asked for the law. */
static bool topic_is_asked_for(const CheckRun *run, const HardTopic *topic)
{
    const Template *tmpl = run->doc->tmpl;

    for (size_t i = 0; tmpl && i < tmpl->spec_count; i++) {
        const PartSpec *spec = &tmpl->specs[i];
        for (size_t j = 0; region_is_faq(spec->region) && j < spec->starters.count; j++)
            if (row_is_of(questions_find(&run->lib->bank, spec->starters.items[j]),
                          topic))
                return true;
    }
    return !tmpl;
}

/* The question to propose: of colleagues, rather a must than core. */
static bool is_better(const BankQuestion *row, const BankQuestion *than)
{
    return str_eq(row->audience, STR("internal")) && tag_in(row->tags, STR("core")) &&
           (!than ||
            (tag_in(row->tags, STR("must")) && !tag_in(than->tags, STR("must"))));
}

/* "There is no risk" is no answer: a risk takes some words, or a number. */
static bool is_real_answer(const CheckRun *run, const HardTopic *topic, size_t question)
{
    if (!topic->category || !str_eq(str_from(topic->category), STR("risk")))
        return true;
    Str text = answer_text(run, &run->doc->questions[question], ANSWER_OWN);
    return prose_length(text, run->doc->lang) >= run_limit(run, 20, 40) ||
           figure_in(text, run->doc->lang, FIGURE_QUANTITY);
}

/* Does a question of the document ask the row? Each is looked at, because the
 * first one may not be a real answer. */
static bool question_asks(const CheckRun *run, size_t question, const BankQuestion *row)
{
    Str id = run->doc->questions[question].id;

    if (id.len > 0)
        return str_eq(id, row->id);
    return run_has_words(run) &&
           question_matches_pairs(row, run->doc->lang, run->asked[question],
                                  &run->asked_pairs[question]);
}

static bool topic_is_met(const CheckRun *run, const HardTopic *topic,
                         const BankQuestion **core)
{
    const QuestionBank *bank = &run->lib->bank;

    for (size_t i = 0; i < bank->count; i++) {
        const BankQuestion *row = &bank->rows[i];
        if (!row_is_of(row, topic))
            continue;
        if (is_better(row, *core))
            *core = row;
        for (size_t q = 0; q < run->doc->question_count; q++)
            if (run->answered[q] && question_asks(run, q, row) &&
                is_real_answer(run, topic, q))
                return true;
    }
    return false;
}

/* Where colleagues ask: the internal FAQ, else the undivided one; NULL. */
static const Part *inward_faq(const CheckRun *run)
{
    const Part *internal = first_of_region(run, REGION_FAQ_INTERNAL);
    return internal ? internal : first_of_region(run, REGION_FAQ);
}

void rule_faq_hard_missing(CheckRun *run)
{
    const Part *home = inward_faq(run);
    Topics missing = {0};
    StrBuf names = {0};

    if (!home || !topics_can_be_told(run))
        return;
    for (size_t i = 0; i < sizeof hard_topics / sizeof *hard_topics; i++) {
        const BankQuestion *core = NULL;
        if (!topic_is_asked_for(run, &hard_topics[i]) ||
            topic_is_met(run, &hard_topics[i], &core))
            continue;
        strbuf_addf(&names, "%s%s", names.len ? ", " : "",
                    hard_topics[i].name[run->words]);
        if (core)
            missing.rows[missing.count++] = core;
    }
    if (names.len > 0) {
        Finding *finding =
            run_add(run, run->level, part_index(run, home), part_place(run, home),
                    ARGS(arg_list(strbuf_view(&names))));
        fix_with_questions(run, finding, home, &missing);
    }
    strbuf_deinit(&names);
}

void rule_faq_no_stop(CheckRun *run)
{
    const Part *home = inward_faq(run);
    const BankQuestion *row = questions_find(&run->lib->bank, STR("risk-stop-when"));
    Range place;
    size_t question = 0;

    if (!home || !row || !topics_can_be_told(run))
        return;
    place = part_place(run, home);
    if (topic_is_answered(run, row, &question)) {
        const Question *asked = &run->doc->questions[question];
        Str text = run->answers[question];
        if (figure_in(text, run->doc->lang, FIGURE_QUANTITY) ||
            figure_in(text, run->doc->lang, FIGURE_DATE))
            return;
        place = question_place(run, asked);
    }
    Finding *finding = run_add(run, run->level, part_index(run, home), place, NO_ARGS);
    fix_with_questions(run, finding, home, &(Topics){.rows = {row}, .count = 1});
}
