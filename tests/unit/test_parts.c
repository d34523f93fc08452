#include "reading.h"

static void check_part(const Reading *r, size_t i, PartKind kind, const char *label,
                       const char *body)
{
    const Part *part = &r->doc.parts[i];

    CHECK(i < r->doc.part_count);
    CHECK_STRZ(part_kind_name(part->kind), part_kind_name(kind));
    CHECK_STR(reading_of(r, part->label), str_from(label));
    CHECK_STR(str_trim(reading_of(r, part->body)), str_from(body));
}

static void a_marker_under_a_heading_names_the_part(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "---\ntemplate: prfaq\nlang: en\n---\n# T\n\n## My words\n"
                     "<!-- prfaq-id: problem -->\n\na\n\n### Benefits\n\nb\n\n"
                     "## Another\n\n<!-- prfaq-id: solution -->\n\nc\n");
    CHECK_INT(r.doc.part_count, 2);
    check_part(&r, 0, PART_PROBLEM, "## My words", "a\n\n### Benefits\n\nb");
    check_part(&r, 1, PART_SOLUTION, "## Another", "c");
    CHECK_INT(r.doc.parts[0].found, FOUND_MARKER);
    CHECK(r.doc.parts[0].confidence == 1.0);
    CHECK_STR(r.doc.parts[0].title, STR("My words"));
    CHECK(r.doc.parts[0].spec == template_spec(r.doc.tmpl, STR("problem")));
    CHECK(r.doc.blocks[0].part == NO_INDEX);
    reading_close(&r);
}

static void a_marker_above_a_block_needs_no_label(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "# Flour\n\n<!-- prfaq-id: summary -->\ntext\n\n"
                     "> <!-- prfaq-id: leader-quote-2 -->\n> \"quote\"\n\n"
                     "<!-- prfaq-id: problem -->\n## Problem\n\nbody\n\n"
                     "<!-- prfaq-id: headline -->\n# The headline itself\n");
    CHECK_INT(r.doc.part_count, 4);
    check_part(&r, 0, PART_SUMMARY, "", "text");
    check_part(&r, 1, PART_LEADER_QUOTE, "", "> \"quote\"");
    CHECK_STR(r.doc.parts[1].id, STR("leader-quote-2"));
    check_part(&r, 2, PART_PROBLEM, "## Problem", "body");
    check_part(&r, 3, PART_HEADLINE, "", "# The headline itself");
    reading_close(&r);
}

static void two_markers_hold_one_block(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "## Story\n\n<!-- prfaq-id: problem -->\n"
                     "<!-- prfaq-id: solution -->\nboth\n");
    CHECK_INT(r.doc.part_count, 1);
    check_part(&r, 0, PART_PROBLEM, "## Story", "both");
    CHECK(part_tells(&r.doc.parts[0], PART_SOLUTION));
    reading_close(&r);

    /* Apart they are two, and the first one is empty. */
    reading_open(&r, "<!-- prfaq-id: problem -->\n\n"
                     "<!-- prfaq-id: solution -->\nboth\n");
    CHECK_INT(r.doc.part_count, 2);
    check_part(&r, 1, PART_SOLUTION, "", "both");
    reading_close(&r);
}

static void labels_of_all_forms_are_recognised(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "# PR/FAQ: Flour\n\n## Press Release\n\n- **Headline:** Flour\n\n"
                     "**The Problem: no time**\nthey wait\n\nSolution: we text\n\n"
                     "[고객의 말] 좋다\n\n#### 📣 3. How It Works (steps)\n\ncall\n");
    CHECK_INT(r.doc.part_count, 5);
    check_part(&r, 0, PART_HEADLINE, "**Headline:** ", "Flour");
    check_part(&r, 1, PART_PROBLEM, "**The Problem: no time**", "they wait");
    check_part(&r, 2, PART_SOLUTION, "Solution: ", "we text");
    check_part(&r, 3, PART_CUSTOMER_QUOTE, "[고객의 말] ", "좋다");
    check_part(&r, 4, PART_EXPERIENCE, "#### 📣 3. How It Works (steps)", "call");
    CHECK_INT(r.doc.parts[0].found, FOUND_LABEL);
    CHECK_INT(r.doc.parts[0].region, REGION_PR);
    CHECK_STR(r.doc.blocks[2].prose.text, STR("Flour"));
    reading_close(&r);
}

static void containers_are_no_parts_of_their_own(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "# PR/FAQ\n\n## Press Release\n\n### Problem\n\na\n\n## FAQ\n\n"
                     "### External FAQ\n\n**Q. b?**\n\nA. c\n\n### Internal FAQ\n\n"
                     "**Q. d?**\n\nA. e\n\n## Press Release\n\n### Summary\n\nf\n");
    CHECK_INT(r.doc.part_count, 4);
    CHECK_INT(r.doc.parts[1].kind, PART_EXTERNAL_FAQ);
    CHECK_STR(str_slice(reading_of(&r, r.doc.parts[1].range), 0, 6), STR("## FAQ"));
    CHECK_INT(r.doc.parts[1].question_count, 1);
    CHECK_INT(r.doc.parts[2].kind, PART_INTERNAL_FAQ);
    check_part(&r, 3, PART_SUMMARY, "### Summary", "f");
    reading_close(&r);
}

static void topics_and_bold_words_do_not_leave_a_faq(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "## FAQ\n\n### Getting Started\n\n**Q. a?**\n\n**Problem**\n\n"
                     "- **Solution:** b\n\n### Pricing\n\n**Q. c?**\n\nd\n\n"
                     "## Appendix\n\n### Problem\n\ne\n");
    CHECK_INT(r.doc.part_count, 2);
    CHECK_INT(r.doc.parts[0].kind, PART_FAQ);
    CHECK_INT(r.doc.parts[0].question_count, 2);
    CHECK_INT(r.doc.parts[1].kind, PART_APPENDIX);
    reading_close(&r);
}

static void an_unknown_heading_beside_a_part_is_a_part_of_no_kind(void **state)
{
    (void)state;
    Reading r;

    reading_open(
        &r, "# Flour\n\n## Preface\n\np\n\n## Problem\n\na\n\n## Our story\n\nb\n");
    CHECK_INT(r.doc.part_count, 2);
    check_part(&r, 1, PART_OTHER, "## Our story", "b");
    CHECK_INT(r.doc.parts[1].region, REGION_NONE);
    reading_close(&r);
}

static void ordinary_sentences_are_no_labels(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r,
                 "# Flour\n\nThe problem: it is slow.\n\nProblem at 12:30, then on.\n\n"
                 "**Problem** is what we have.\n\n    Problem: code\n\n"
                 "[Problem](a.md) again\n\n<!-- Problem: x -->\n");
    CHECK_INT(r.doc.part_count, 1);
    check_part(&r, 0, PART_PROBLEM, "The problem: ",
               "it is slow.\n\nProblem at 12:30, then on.\n\n"
               "**Problem** is what we have.\n\n    Problem: code\n\n"
               "[Problem](a.md) again\n\n<!-- Problem: x -->");
    reading_close(&r);
}

static void a_label_stays_with_the_id_above_it(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "<!-- prfaq-id: problem -->\n<!-- note -->\n# Problem\n"
                     "<!-- prfaq-id: solution -->\nwords\n");
    CHECK_INT(r.doc.part_count, 2);
    check_part(&r, 0, PART_PROBLEM, "# Problem", "");
    check_part(&r, 1, PART_SOLUTION, "", "words");
    reading_close(&r);
}

RUN_TESTS(TEST(a_label_stays_with_the_id_above_it),
          TEST(a_marker_under_a_heading_names_the_part),
          TEST(a_marker_above_a_block_needs_no_label), TEST(two_markers_hold_one_block),
          TEST(labels_of_all_forms_are_recognised),
          TEST(containers_are_no_parts_of_their_own),
          TEST(topics_and_bold_words_do_not_leave_a_faq),
          TEST(an_unknown_heading_beside_a_part_is_a_part_of_no_kind),
          TEST(ordinary_sentences_are_no_labels))
