#include "doc/infer.h"

#include <string.h>

#include "document_invariants.h"
#include "reading.h"

/* "headline summary+problem solution …": the parts in order. */
static void check_kinds(const char *md, const char *expected)
{
    Reading r;
    StrBuf kinds = {0};

    reading_open(&r, md);
    hold_document(&r.doc);
    for (size_t i = 0; i < r.doc.part_count; i++) {
        const Part *part = &r.doc.parts[i];
        strbuf_addf(&kinds, "%s%s", i ? " " : "", part_kind_name(part->kind));
        for (int kind = 0; kind < PART_KIND_COUNT; kind++)
            if (part->also & PART_BIT(kind))
                strbuf_addf(&kinds, "+%s", part_kind_name((PartKind)kind));
    }
    CHECK_STR(strbuf_view(&kinds), str_from(expected));
    strbuf_deinit(&kinds);
    reading_close(&r);
}

#define TOP "# Tern: PR/FAQ\n\n## Press Release\n\n**Crews swap shifts by phone**\n\n"
#define DAY "**Bergen, April 12, 2027** — Today Tern opened for ferry crews.\n\n"
#define PAIN                                                                           \
    "Crews plan on paper and lose hours. Too often nobody tells the captain.\n\n"
#define CURE "Tern replaces the paper with one list that everybody carries.\n\n"

static void paragraphs_are_placed_by_order_and_words(void **state)
{
    (void)state;
    check_kinds(TOP DAY PAIN CURE, "headline summary problem solution");
    check_kinds(TOP DAY PAIN CURE
                "“We heard the calls,” said Ida Nes, founder of Tern.\n\n"
                "“I used to miss every match. Now I swap,” said Per, a customer.\n\n"
                "Tern is available today. Visit tern.example to sign up.\n",
                "headline summary problem solution leader-quote customer-quote "
                "getting-started");
}

static void the_speaker_may_stand_below_a_quotation(void **state)
{
    (void)state;
    check_kinds(TOP DAY PAIN CURE "> \"It ended the calls that kept us awake.\"\n>\n"
                                  "> — Ida Nes, CEO\n",
                "headline summary problem solution leader-quote");
}

static void one_paragraph_may_tell_two_parts(void **state)
{
    (void)state;
    check_kinds(TOP DAY CURE, "headline summary+solution solution");
    check_kinds(
        TOP "Crews lose hours on the phone and struggle with paper sheets.\n\n" CURE,
        "headline summary+problem+solution solution");
}

static void labels_and_ids_stay_where_they_are(void **state)
{
    (void)state;
    check_kinds(TOP DAY "### Solution\n\n" PAIN, "headline summary solution");
    check_kinds(TOP DAY "<!-- prfaq-id: solution -->\n" PAIN CURE,
                "headline summary solution");
}

static void other_files_are_left_alone(void **state)
{
    (void)state;
    check_kinds("# Notes\n\n" PAIN CURE, "");
    check_kinds("# tern\n\nA tool.\n\n## FAQ\n\n**Why?**\n\nSo.\n", "faq");
    check_kinds("---\ntemplate: prfaq\n---\n" TOP DAY PAIN CURE, "");
}

static void a_summary_behind_the_questions_is_a_chapter(void **state)
{
    (void)state;
    check_kinds(TOP DAY PAIN CURE
                "## FAQ\n\n**Q. Why?**\n\nA. So.\n\n## Summary\n\nx\n",
                "headline summary problem solution faq other");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_are_placed_by_order_and_words),
        cmocka_unit_test(the_speaker_may_stand_below_a_quotation),
        cmocka_unit_test(one_paragraph_may_tell_two_parts),
        cmocka_unit_test(labels_and_ids_stay_where_they_are),
        cmocka_unit_test(other_files_are_left_alone),
        cmocka_unit_test(a_summary_behind_the_questions_is_a_chapter),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
