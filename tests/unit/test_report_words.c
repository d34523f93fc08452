#include "render/report_words.h"

#include "check.h"
#include "sample_document.h"

/* The words of the last block of two documents. */
static void check_view(const char *before, const char *after, ReportView view,
                       const char *expected)
{
    Sample old, new;
    Arena arena = {0};
    StrBuf out = {0};
    Redline redline;

    sample_read(&old, str_from(before), LANG_EN);
    sample_read(&new, str_from(after), LANG_EN);
    redline_make(&old.doc, &new.doc, &arena, &redline);
    report_words(&redline.blocks[redline.block_count - 1], view, &out);
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
    arena_deinit(&arena);
    sample_deinit(&old);
    sample_deinit(&new);
}

static void marks_become_what_they_mean(void **state)
{
    (void)state;
    const char *text = "The **big mill** answers *at once*, with `flour now` & [more]"
                       "(https://a.b/c).";
    check_view(text, text, VIEW_MARKED,
               "The <strong>big mill</strong> answers <em>at once</em>, with "
               "<code>flour now</code> &amp; <u>more</u>.");
    check_view("- One *item* here.", "- One *item* here.", VIEW_NEW,
               "• One <em>item</em> here.");
    check_view("A 2 * 3 * 4 <b>tag</b> \\*kept\\*.",
               "A 2 * 3 * 4 <b>tag</b> \\*kept\\*.", VIEW_OLD,
               "A 2 * 3 * 4 &lt;b&gt;tag&lt;/b&gt; *kept*.");
}

static void a_quotation_has_no_marks_before_its_lines(void **state)
{
    (void)state;
    check_view("> A baker of **Bremen**\n> said so.",
               "> A baker of **Bremen**\n> said so.", VIEW_MARKED,
               "A baker of <strong>Bremen</strong>\nsaid so.");
}

static void a_change_closes_the_tags_it_opens(void **state)
{
    (void)state;
    const char *old = "The **big mill of ours** answers every baker of the town.";
    const char *new = "The **big old mill of ours** answers every baker of the town.";
    check_view(
        old, new, VIEW_MARKED,
        "The <strong>big</strong> <ins><strong>old</strong></ins> <strong>mill of "
        "ours</strong> answers every baker of the town.");
    check_view(old, new, VIEW_OLD,
               "The <strong>big</strong> <strong>mill of ours</strong> answers every "
               "baker of the town.");
}

static void a_target_is_shown_where_it_changed(void **state)
{
    (void)state;
    check_view(
        "Read more about it [in the paper](https://a.b/c) of the bakers.",
        "Read more about it [in the paper](https://a.b/d) of the bakers.", VIEW_NEW,
        "Read more about it <u>in the</u> <ins><u>paper</u>(https://a.b/d)</ins> "
        "of the bakers.");
}

static void source_is_shown_as_it_is_written(void **state)
{
    (void)state;
    check_view("```\na **b**\n```", "```\na **b**\n```", VIEW_MARKED,
               "```\na **b**\n```");
}

RUN_TESTS(TEST(marks_become_what_they_mean),
          TEST(a_quotation_has_no_marks_before_its_lines),
          TEST(a_change_closes_the_tags_it_opens),
          TEST(a_target_is_shown_where_it_changed),
          TEST(source_is_shown_as_it_is_written))
