#include "ui/interview.h"

#include "check.h"
#include "ui/derive.h"

static Library lib;

static Model open_text(const char *text)
{
    Model m = {0};

    if (lib.template_count == 0)
        library_init(&lib);
    model_init(&m, &lib, 24, 80);
    m.ed.text = text_new(str_from(text));
    m.ed.open = true;
    derive(&m);
    return m;
}

#define FRONT "---\ntemplate: prfaq\nlang: en\n---\n\n# Lantern\n\n"
#define LIST  "## Problem\n<!-- prfaq-id: problem -->\n"

/* Answer every question with `line` until the draft is due. */
static void answer_all(Interview *v, Str line)
{
    StrBuf out = {0};

    for (int guard = 0; guard < 200; guard++)
        if (interview_line(v, line, &out) == INTERVIEW_DONE)
            break;
    strbuf_deinit(&out);
}

static void what_somebody_wrote_is_not_asked_about(void **state)
{
    (void)state;
    Interview v = {0};
    Model m = open_text(FRONT LIST "\nOurs.\n");

    CHECK(!interview_begin(&v, &m, (Str){0}));
    interview_deinit(&v);
    model_deinit(&m);
}

static void places_to_fill_in_are_replaced(void **state)
{
    (void)state;
    Interview v = {0};
    InterviewDraft draft;
    Model m = open_text(FRONT LIST "\n[Who, where]\n");

    CHECK(interview_begin(&v, &m, (Str){0}));
    answer_all(&v, STR("So it is"));
    interview_assemble(&v, &m, &draft);
    CHECK_INT(draft.filled, 1);
    CHECK(str_find(text_view(m.ed.text), STR("[Who"), 0) == STR_NONE);
    CHECK(str_find(text_view(m.ed.text), STR("So it is. So it is."), 0) != STR_NONE);
    interview_deinit(&v);
    model_deinit(&m);
}

static void words_written_meanwhile_are_left_alone(void **state)
{
    (void)state;
    Interview v = {0};
    InterviewDraft draft;
    Model m = open_text(FRONT LIST "\n\n\n");

    CHECK(interview_begin(&v, &m, (Str){0}));
    answer_all(&v, STR("So it is"));
    text_replace(m.ed.text, (Range){text_len(m.ed.text), text_len(m.ed.text)},
                 STR("Ours.\n"));
    derive(&m);
    Str before = text_view(m.ed.text);
    interview_assemble(&v, &m, &draft);
    CHECK_INT(draft.filled, 0);
    CHECK_INT(draft.left, 1);
    CHECK_STR(text_view(m.ed.text), before);
    interview_deinit(&v);
    model_deinit(&m);
}

static void back_works_behind_any_answer(void **state)
{
    (void)state;
    static const char *const bad[] = {"# x", "???", "---", "<!-- x -->"};
    Interview v = {0};
    StrBuf out = {0};
    Model m = open_text(FRONT LIST "\n\n\n");

    CHECK(interview_begin(&v, &m, (Str){0}));
    for (size_t i = 0; i + 1 < v.count; i++) {
        CHECK_INT(interview_line(&v, str_from(bad[i % 4]), &out), INTERVIEW_ON);
        CHECK_INT(v.at, i); /* not taken */
        interview_line(&v, (Str){0}, &out);
        CHECK_INT(v.at, i + 1);
    }
    interview_line(&v, STR("???"), &out);
    for (size_t i = v.count; i > 1; i--)
        CHECK_INT(interview_line(&v, STR("b"), &out), INTERVIEW_ON);
    CHECK_INT(v.at, 0);
    CHECK_INT(v.answers.count, 0);
    strbuf_deinit(&out);
    interview_deinit(&v);
    model_deinit(&m);
}

static void it_goes_on_where_one_stopped(void **state)
{
    (void)state;
    Interview v = {0}, again = {0};
    StrBuf out = {0}, kept = {0};
    Model m = open_text(FRONT LIST "\n\n\n");

    CHECK(interview_begin(&v, &m, (Str){0}));
    interview_line(&v, STR("One"), &out);
    CHECK_INT(interview_line(&v, STR("q"), &out), INTERVIEW_STOP);
    interview_print(&v, &kept);
    CHECK(interview_begin(&again, &m, strbuf_view(&kept)));
    CHECK_INT(again.at, 1);
    CHECK_STR(answers_get(&again.answers, again.steps[0].name), STR("One"));
    strbuf_deinit(&out);
    strbuf_deinit(&kept);
    interview_deinit(&v);
    interview_deinit(&again);
    model_deinit(&m);
}

RUN_TESTS(TEST(what_somebody_wrote_is_not_asked_about),
          TEST(places_to_fill_in_are_replaced),
          TEST(words_written_meanwhile_are_left_alone),
          TEST(back_works_behind_any_answer), TEST(it_goes_on_where_one_stopped))
