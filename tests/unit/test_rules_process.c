#include "check/facts.h"
#include "rule_case.h"

#define NOW_TEXT "2027-03-02T09:41:00+09:00"
#define REVIEW   "---\nstage: review\nlang: en\n---\n\n"
#define BREAD    "# L\n\n## Problem\n\nBread burns at night.\n"
#define CAKES    "# L\n\n## Problem\n\nCakes burn at night.\n"

static CheckFacts facts;

static Moment at(const char *text)
{
    Moment m = {0};

    CHECK(moment_parse_iso(str_from(text), &m));
    return m;
}

static void start(void)
{
    facts = (CheckFacts){.revisions = -1};
    rule_options = (CheckOptions){
        .facts = &facts, .clock = at(NOW_TEXT), .now = date_of(at(NOW_TEXT))};
}

/* What a rule says about a text; empty when nothing. */
static Str said(const char *text, const char *rule)
{
    Findings f = check_text(text);
    const Finding *found = find_rule(&f, rule);

    CHECK(count_rule(&f, rule) <= 1);
    return found ? found->message : STR("");
}

/* The words of the parts of a text, as they were at a revision. */
static void remember(const char *text, int revision)
{
    Document doc;

    document_read(str_from(text), &rule_library, &rule_arena, &doc);
    PartText *texts =
        arena_array(&rule_arena, facts.text_count + doc.part_count, sizeof *texts);
    if (facts.text_count > 0)
        memcpy(texts, facts.texts, facts.text_count * sizeof *texts);
    part_texts_read(&doc, revision, &rule_arena, texts + facts.text_count);
    facts.texts = texts;
    facts.text_count += doc.part_count;
}

static void without_facts_nothing_is_said(void **state)
{
    (void)state;
    start();
    rule_options.facts = NULL;
    Findings f = check_text(REVIEW BREAD);
    for (size_t i = 0; i < f.count; i++)
        CHECK(!str_eq(f.items[i].rule->group, STR("process")));
}

static void open_questions_are_overdue_behind_their_time(void **state)
{
    (void)state;
    start();
    ReviewNote notes[] = {
        {.kind = NOTE_QUESTION,
         .open = true,
         .text = STR("How many?"),
         .asker = STR("Mina"),
         .owner = STR("Jun"),
         .part = STR("problem"),
         .due = at("2027-03-02T09:40:59+09:00")},
        {.kind = NOTE_QUESTION, .open = true, .due = at("2027-03-02T09:41:01+09:00")},
        {.kind = NOTE_QUESTION, .open = false, .due = at("2027-01-01T00:00:00Z")},
        {.kind = NOTE_COMMENT, .open = true, .due = at("2027-01-01T00:00:00Z")},
    };
    facts.notes = notes;
    facts.note_count = 4;
    CHECK_STR(said(BREAD, "question-overdue"), STR("1 question is overdue: How many?"));
    Findings f = check_text(BREAD);
    const Finding *found = find_rule(&f, "question-overdue");
    CHECK_INT(found->level, LEVEL_ERROR);
    CHECK(found->part != NO_INDEX);
    /* They come first, also where the profile takes them less seriously. */
    rule_options.profile = PROFILE_WORKSHOP;
    f = check_text("# L\n\nTBD\n\n## Problem\n\nBread burns at night.\n");
    CHECK_STR(f.items[0].rule->id, STR("question-overdue"));
    rule_options.profile = PROFILE_DEFAULT;
    f = check_text("# L\n\nTBD\n\n## Problem\n\nBread burns at night.\n");
    CHECK_STR(f.items[0].rule->id, STR("question-overdue"));
    f = check_text(BREAD);
    found = find_rule(&f, "question-overdue");
    CHECK_STR(found->advice, STR("Due 2027-03-02, with Jun: answer it, or say who will "
                                 "and when."));
    /* Of a day without its time, a question has the whole day. */
    rule_options.clock = (Moment){0};
    CHECK_STR(said(BREAD, "question-overdue"), STR(""));
    rule_options.now = (Date){2027, 3, 3};
    CHECK_STR(said(BREAD, "question-overdue"),
              STR("2 questions are overdue; the oldest is How many?"));
    CHECK_STR(
        said("---\nlang: ko\n---\n\n# 등불\n", "question-overdue"),
        STR("물음표 2개가 답할 때를 넘겼습니다. 가장 오래된 것은 How many?입니다"));
    rule_options.now = (Date){0};
    CHECK_STR(said(BREAD, "question-overdue"), STR(""));
}

static void a_problem_that_changed_after_the_review_is_told(void **state)
{
    (void)state;
    start();
    remember(BREAD, 3);
    facts.reviewed = 3;
    CHECK_STR(said(REVIEW CAKES, "problem-drift"),
              STR("The problem changed after the review of revision 3"));
    CHECK_STR(said(REVIEW BREAD, "problem-drift"), STR(""));
    CHECK_STR(
        said(REVIEW "# L\n\n## Problem\n\nBread\nburns  at night.\n", "problem-drift"),
        STR(""));
    CHECK_STR(said("---\nstage: draft\n---\n\n" CAKES, "problem-drift"), STR(""));
    CHECK_STR(said("---\nstage: decided\nlang: ko\n---\n\n# 등불\n\n## 문제\n\n빵.\n",
                   "problem-drift"),
              STR("3판을 검토한 뒤 문제가 바뀌었습니다"));
    facts.reviewed = 0;
    CHECK_STR(said(REVIEW CAKES, "problem-drift"), STR(""));
}

static void a_change_that_means_the_same_is_none(void **state)
{
    (void)state;
    start();
    ReviewNote note = {.kind = NOTE_SAME_MEANING,
                       .part = STR("problem"),
                       .reason = STR("a spelling"),
                       .revision = 4};
    remember(BREAD, 3);
    remember(CAKES, 4);
    facts.reviewed = 3;
    facts.notes = &note;
    facts.note_count = 1;
    CHECK_STR(said(REVIEW CAKES, "problem-drift"), STR(""));
    CHECK(said(REVIEW "# L\n\n## Problem\n\nPies burn.\n", "problem-drift").len > 0);
    note.reason = STR("");
    CHECK(said(REVIEW CAKES, "problem-drift").len > 0);
}

static void one_revision_is_few_when_a_review_is_asked_for(void **state)
{
    (void)state;
    start();
    facts.revisions = 1;
    CHECK_STR(said(REVIEW BREAD, "few-revisions"),
              STR("Only 1 revision; it takes several to know whether it is good"));
    CHECK_STR(said(BREAD, "few-revisions"), STR(""));
    facts.revisions = 3;
    CHECK_STR(said(REVIEW BREAD, "few-revisions"), STR(""));
    rule_options.profile = PROFILE_STRICT;
    CHECK_STR(said(REVIEW BREAD, "few-revisions"),
              STR("Only 3 revisions; it takes several to know whether it is good"));
    facts.revisions = 5;
    CHECK_STR(said(REVIEW BREAD, "few-revisions"), STR(""));
    rule_options.profile = PROFILE_WORKSHOP;
    facts.revisions = 0;
    CHECK_STR(said(REVIEW BREAD, "few-revisions"), STR(""));
}

static void a_decision_says_all_that_its_outcome_needs(void **state)
{
    (void)state;
    start();
    Decision d = {.outcome = DECISION_GO,
                  .revision = true,
                  .date = true,
                  .decider = true,
                  .reason = true};
    facts.decision = &d;
    CHECK_STR(said(BREAD, "decision-incomplete"),
              STR("The decision lacks owner, stop date"));
    CHECK_STR(said("---\nlang: ko\n---\n\n# 등불\n", "decision-incomplete"),
              STR("결정에 맡은 사람, 그만둘 날이 없습니다"));
    d.owner = d.stop = true;
    CHECK_STR(said(BREAD, "decision-incomplete"), STR(""));
    d.outcome = DECISION_LATER;
    CHECK_STR(said(BREAD, "decision-incomplete"),
              STR("The decision lacks what would change it"));
    d = (Decision){0};
    CHECK_STR(said(BREAD, "decision-incomplete"),
              STR("The decision lacks outcome, revision, date, decider, reason"));
    rule_options.profile = PROFILE_STRICT;
    Findings f = check_text(BREAD);
    CHECK_INT(find_rule(&f, "decision-incomplete")->level, LEVEL_ERROR);
}

static void a_promise_lands_when_its_section_changes(void **state)
{
    (void)state;
    start();
    ReviewNote note = {
        .kind = NOTE_PROMISE, .open = true, .part = STR("problem"), .revision = 3};
    remember(BREAD, 3);
    facts.notes = &note;
    facts.note_count = 1;
    CHECK_STR(said(BREAD, "decision-not-landed"),
              STR("Promised in review and unchanged since: Problem"));
    CHECK_STR(said(CAKES, "decision-not-landed"), STR(""));
    note.open = false;
    CHECK(said(BREAD, "decision-not-landed").len > 0);
    note.reason = STR("we keep it");
    CHECK_STR(said(BREAD, "decision-not-landed"), STR(""));
    note = (ReviewNote){
        .kind = NOTE_COMMENT, .open = true, .part = STR("problem"), .revision = 3};
    CHECK_STR(said(BREAD, "decision-not-landed"), STR(""));
}

static void reviewers_of_one_team_are_told(void **state)
{
    (void)state;
    start();
    Reviewer reviewers[] = {{STR("Mina"), STR("Ovens")}, {STR("Jun"), STR("Ovens")}};
    facts.reviewers = reviewers;
    facts.reviewer_count = 2;
    CHECK_STR(said(BREAD, "reviewers-one-team"),
              STR("All comments come from one team (Ovens)"));
    reviewers[1].team = STR("Shop");
    CHECK_STR(said(BREAD, "reviewers-one-team"), STR(""));
    reviewers[0].team = reviewers[1].team = STR("");
    CHECK_STR(said(BREAD, "reviewers-one-team"), STR(""));
    reviewers[0].team = STR("Ovens");
    facts.reviewer_count = 1;
    CHECK_STR(said(BREAD, "reviewers-one-team"), STR(""));
}

RUN_RULE_TESTS(TEST(without_facts_nothing_is_said),
               TEST(open_questions_are_overdue_behind_their_time),
               TEST(a_problem_that_changed_after_the_review_is_told),
               TEST(a_change_that_means_the_same_is_none),
               TEST(one_revision_is_few_when_a_review_is_asked_for),
               TEST(a_decision_says_all_that_its_outcome_needs),
               TEST(a_promise_lands_when_its_section_changes),
               TEST(reviewers_of_one_team_are_told))
