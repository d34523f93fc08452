#include "check/suppress.h"

#include "check/remark.h"
#include "rule_case.h"

/* Two headings and two paragraphs with a sentence of 36 words each. */
#define LONG                                                                           \
    "one two three four five six seven eight nine ten one two three four five six "    \
    "seven eight nine ten one two three four five six seven eight nine ten one two "   \
    "three four five six"
#define OK "<!-- prfaq-ok sentence-long: quoted from the report -->"

static size_t open_ones(const Findings *f, const char *rule)
{
    size_t count = 0;

    for (size_t i = 0; i < f->count; i++)
        count += strcmp(rule_id(f->items[i].rule), rule) == 0 && !f->items[i].silenced;
    return count;
}

typedef struct Case {
    const char *text;
    size_t all, open;
    size_t complaints; /* of suppression-invalid */
} Case;

static void check_case(const Case *c)
{
    Findings f = check_text(c->text);

    if (count_rule(&f, "sentence-long") != c->all ||
        open_ones(&f, "sentence-long") != c->open ||
        count_rule(&f, "suppression-invalid") != c->complaints) {
        print_error("%zu findings, %zu open, %zu complaints in:\n%s\n",
                    count_rule(&f, "sentence-long"), open_ones(&f, "sentence-long"),
                    count_rule(&f, "suppression-invalid"), c->text);
        fail();
    }
    for (size_t i = 0; i < f.count; i++)
        if (f.items[i].silenced)
            CHECK_INT(f.items[i].silencer, SILENCER_COMMENT);
}

/* clang-format off */
static const Case scopes[] = {
    {"# A\n\n" LONG ".\n\n" LONG ".\n", 2, 2, 0},
    {"# A\n\n" OK "\n" LONG ".\n\n" LONG ".\n", 2, 1, 0},
    {"# A\n\n" OK "\n\n" LONG ".\n\n" LONG ".\n", 2, 1, 0},
    {"# A\n\n" OK "\n<!-- prfaq-id: problem -->\n" LONG ".\n", 1, 0, 0},
    {"# A\n\n" LONG ".\n" OK "\n" LONG ".\n", 2, 1, 0},
    {"# A\n\n> " OK "\n> " LONG ".\n\n" LONG ".\n", 2, 1, 0},
    {"# A\n\nWords. " OK "\n\n" LONG ".\n", 1, 0, 0},
    {"# A " OK "\n" LONG ".\n", 1, 0, 0},
    {"# A\r\n\r\n" OK "\r\n" LONG ".\r\n", 1, 0, 0},
    {"# A\n\n<!-- prfaq-off sentence-long: x -->\n" LONG ".\n\n" LONG ".\n", 2, 0, 0},
    {"# A\n\n<!-- prfaq-off sentence-long: x -->\n" LONG ".\n\n"
     "<!-- prfaq-on sentence-long -->\n\n" LONG ".\n", 2, 1, 0},
    {"# A\n\n<!-- prfaq-off sentence-long: x -->\n" LONG ".\n\n"
     "<!-- prfaq-on all -->\n\n" LONG ".\n", 2, 1, 0},
    {"# A\n\n<!-- prfaq-off sentence-long, headline-mark: x -->\n" LONG ".\n\n"
     "<!-- prfaq-on sentence-long -->\n\n" LONG ".\n", 2, 1, 1},
    /* without effect */
    {"# A\n\n" OK "\nWords.\n\n" LONG ".\n", 1, 1, 1},
    {"# A\n\nWords " OK " words.\n\n" LONG ".\n", 1, 1, 1},
    {"# A\n\n<!-- prfaq-on sentence-long -->\n" LONG ".\n", 1, 1, 1},
    {"# A\n\n" LONG ".\n\n" OK "\n", 1, 1, 1},
    /* code is no comment */
    {"# A\n\n```\n" OK "\n```\n" LONG ".\n", 1, 1, 0},
    {"# A\n\n    " OK "\n\n" LONG ".\n", 1, 1, 0},
    {"# A\n\nSee `" OK "`.\n\n" LONG ".\n", 1, 1, 0},
    {"# A\n\nSee \\" OK "\n\n" LONG ".\n", 1, 1, 0},
    {"---\ntitle: \"" OK "\"\n---\n# A\n\n" LONG ".\n", 1, 1, 0},
    /* wrong */
    {"# A\n\n<!-- prfaq-ok sentence-long -->\n" LONG ".\n", 1, 0, 1},
    {"# A\n\n<!-- prfaq-ok sentence-lang: x -->\n" LONG ".\n", 1, 1, 1},
    {"# A\n\n<!-- prfaq-ok -->\n" LONG ".\n", 1, 1, 1},
    {"# A\n\n<!-- prfaq-ok suppression-invalid: x -->\n" LONG ".\n", 1, 1, 1},
};
/* clang-format on */

static void comments_silence_what_they_cover(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof scopes / sizeof *scopes; i++)
        check_case(&scopes[i]);
}

static void silenced_findings_keep_their_reason(void **state)
{
    (void)state;
    Findings f = check_text("# A\n\n" OK "\n" LONG ".\n");
    const Finding *found = find_rule(&f, "sentence-long");

    CHECK_STR(found->reason, STR("quoted from the report"));
    CHECK_INT(f.silenced, 1);
    CHECK(f.items[f.count - 1].silenced);
}

static void bytes_and_comments_cannot_be_silenced(void **state)
{
    (void)state;
    Findings f = check_text("# A\n\n<!-- prfaq-off conflict-marker: x -->\n\n"
                            "<<<<<<< a\nb\n=======\nc\n>>>>>>> d\n");

    CHECK(open_ones(&f, "conflict-marker") > 0);
    f = check_text("# A\n\n<!-- prfaq-off conflict-marker: x -->\n\nWords.\n");
    CHECK(find_rule(&f, "suppression-invalid") != NULL);
}

static void unused_comments_are_for_reference(void **state)
{
    (void)state;
    Findings f = check_text("# A\n\n" OK "\nWords.\n");

    CHECK_INT(find_rule(&f, "suppression-invalid")->level, LEVEL_INFO);
    /* A rule that does not run in this profile finds nothing to silence. */
    rule_options.profile = PROFILE_WORKSHOP;
    f = check_text("# A\n\n<!-- prfaq-ok sentence-count: x -->\nWords.\n");
    rule_options = (CheckOptions){0};
    CHECK(!find_rule(&f, "suppression-invalid"));
}

static void korean_documents_get_korean_words(void **state)
{
    (void)state;
    Findings f = check_text(
        "---\nlang: ko\n---\n# 등불\n\n<!-- prfaq-ok sentence-long -->\n글.\n");

    CHECK_STR(find_rule(&f, "suppression-invalid")->message,
              STR("끈 까닭이 적혀 있지 않습니다: sentence-long"));
}

/* -- silence_write --------------------------------------------------------- */

static Str apply(Str bytes, const Fix *fix)
{
    StrBuf out = {0};

    strbuf_add(&out, bytes);
    strbuf_splice(&out, fix->range, fix->text);
    Str text = arena_str(&rule_arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return text;
}

/* The n-th block that is no comment. */
static size_t nth_block(const Document *doc, size_t n)
{
    for (size_t b = 0; b < doc->block_count; b++)
        if (!block_is_comment(doc, b) && n-- == 0)
            return b;
    return doc->block_count;
}

static size_t number_of_block(const Document *doc, size_t block)
{
    size_t n = 0;

    for (size_t b = 0; b < block; b++)
        n += !block_is_comment(doc, b);
    return n;
}

static void same_reading(const Document *a, const Document *b)
{
    size_t count = number_of_block(a, a->block_count);

    CHECK_INT(number_of_block(b, b->block_count), count);
    for (size_t n = 0; n < count; n++) {
        const Block *x = &a->blocks[nth_block(a, n)], *y = &b->blocks[nth_block(b, n)];
        CHECK_INT(x->kind, y->kind);
        CHECK_INT(x->level, y->level);
        CHECK_INT(x->part, y->part);
        CHECK_INT(x->question, y->question);
        CHECK_STR(str_range(a->bytes, x->range), str_range(b->bytes, y->range));
    }
    CHECK_INT(a->part_count, b->part_count);
    for (size_t i = 0; i < a->part_count; i++) {
        CHECK_INT(a->parts[i].kind, b->parts[i].kind);
        CHECK_STR(a->parts[i].id, b->parts[i].id);
        CHECK_STR(a->parts[i].title, b->parts[i].title);
    }
    CHECK_INT(a->question_count, b->question_count);
    for (size_t i = 0; i < a->question_count; i++) {
        CHECK_STR(a->questions[i].id, b->questions[i].id);
        CHECK_STR(a->questions[i].text, b->questions[i].text);
        CHECK_INT(a->questions[i].answered, b->questions[i].answered);
    }
}

/* After the edit exactly the findings of its rule in its block are silenced. */
static void silencing_is_exact(Str bytes, const Document *doc, const Findings *f,
                               const Finding *finding)
{
    Document after;
    Findings again;
    Fix fix;

    if (!silence_write(doc, finding, STR("said so -- in --> the\nreport"), &rule_arena,
                       &fix)) {
        print_error("%s cannot be silenced at %zu of:\n%.*s\n", rule_id(finding->rule),
                    finding->range.start, STR_ARG(bytes));
        fail();
    }
    Str text = apply(bytes, &fix);
    document_read(text, &rule_library, &rule_arena, &after);
    same_reading(doc, &after);
    check_run(&after, &rule_library, &rule_options, &rule_arena, &again);
    size_t place = number_of_block(doc, silence_block(doc, finding->range.start));
    size_t silenced = 0, expected = 0;
    for (size_t i = 0; i < f->count; i++)
        expected +=
            f->items[i].rule == finding->rule &&
            number_of_block(doc, silence_block(doc, f->items[i].range.start)) == place;
    for (size_t i = 0; i < again.count; i++) {
        silenced += again.items[i].silenced;
        if (again.items[i].silenced)
            CHECK_STR(again.items[i].reason, STR("said so - in - > the report"));
    }
    if (silenced != expected || again.count != f->count) {
        print_error("%s: %zu silenced of %zu, %zu findings were %zu:\n%.*s\n",
                    rule_id(finding->rule), silenced, expected, again.count, f->count,
                    STR_ARG(text));
        fail();
    }
}

/* returns  how many findings were tried */
static size_t silence_everything(Str bytes)
{
    size_t tried = 0;
    Document doc;
    Findings f;

    document_read(bytes, &rule_library, &rule_arena, &doc);
    check_run(&doc, &rule_library, &rule_options, &rule_arena, &f);
    for (size_t i = 0; i < f.count; i++)
        if (rule_is_silenceable(f.items[i].rule)) {
            silencing_is_exact(bytes, &doc, &f, &f.items[i]);
            tried++;
        }
    return tried;
}

/* clang-format off */
static const char *const places[] = {
    "# Lantern is here!\n\n" LONG ".\n\n" LONG ".\n",
    "# Lantern is here!\r\n\r\n" LONG ".\r\n",
    "---\ntemplate: prfaq\n---\n# Lantern is here!\n\n## Problem\n<!-- prfaq-id: problem -->\n" LONG ".\n",
    "# A\n\n> " LONG ".\n>\n> " LONG ".\n> " LONG ".\n",
    "# A\n\n- item\n\n  " LONG ".\n\n- item\n\n  " LONG ".\n",
    "# A\n\n## FAQ\n\n- a\n  - b\n  - **Q. Why?**\n\n  A. " LONG ".\n",
    "# A\n\n## Internal FAQ\n\n<!-- prfaq-q: x-y -->\n**Q. Is it good?**\nA. " LONG ".\n\n**Q. And why**\n\nA. It is.\n",
    "# A\n\n## Internal FAQ\n\n### Is it good\n\n" LONG ".\n\n### And why?\n\n" LONG ".",
    "# A\n\n<!-- prfaq-id: problem -->\n" LONG ".\n\n<!-- prfaq-id: solution -->\n" LONG ".\n",
    "Lantern is here!\n===\n" LONG ".\n",
    "\xEF\xBB\xBF# Lantern is here!\n\n" LONG ".\n",
    "",
    "Words",
    "# A\n\n* ![x](missing.png)\n* ![y](missing2.png)\n  1. ![z](missing3.png)\n  2. ![z](missing4.png)\n",
    "# A\n\n9. ![x](missing.png)\n10. ![y](missing2.png)\n11. ![y](missing2.png)\n\n- - ![y](missing2.png)\n",
    "# A\n\n> - ![x](missing.png)\n> - ![y](missing2.png)\n>\n>   ![z](missing2.png)\n",
    "# A\n\n-\t![x](missing.png)\n-\t![y](missing2.png)\n",
    "# 등불이 왔습니다!\n\n## 문제\n\n글입니다.\n",
};
/* clang-format on */

static bool no_file(void *ctx, Str path)
{
    (void)ctx;
    (void)path;
    return false;
}

static void every_finding_can_be_silenced_alone(void **state)
{
    (void)state;
    size_t tried = 0;

    rule_options = (CheckOptions){.image_exists = no_file};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        tried += silence_everything(str_from(places[i]));
    CHECK(tried > 100);
    rule_options = (CheckOptions){0};
}

static void only_words_make_a_reason(void **state)
{
    (void)state;
    Document doc;
    Findings f = check_text("# A\n\n" LONG ".\n");
    Fix fix;

    document_read(STR("# A\n\n" LONG ".\n"), &rule_library, &rule_arena, &doc);
    const Finding *found = find_rule(&f, "sentence-long");
    CHECK(!silence_write(&doc, found, STR(" -- \n"), &rule_arena, &fix));
    CHECK_INT(fix.kind, FIX_NONE);
    CHECK(silence_write(&doc, found, STR("왜냐하면"), &rule_arena, &fix));
    CHECK_STR(fix.text, STR("<!-- prfaq-ok sentence-long: 왜냐하면 -->\n"));
    CHECK_INT(fix.range.start, 5);
}

/* A text of many times the same; looking at all of it for each would take minutes. */
static void many_comments_take_no_time(void **state)
{
    static const char *const lines[] = {
        "<!-- prfaq-on all -->\n",
        "<!-- prfaq-ok sentence-long: so -->\n",
        "<!-- prfaq-ok sentence-long: so ",
    };

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        StrBuf text = {0};
        strbuf_addz(&text, "# A\n\n");
        for (int n = 0; n < 40000; n++)
            strbuf_addz(&text, lines[i]);
        check_text(strbuf_cstr(&text));
        strbuf_deinit(&text);
    }
}

/* A comment that does not close hides none on the lines behind it. */
static void a_comment_that_does_not_close_is_passed_over(void **state)
{
    (void)state;
    Findings f = check_text("# A\n\nWords prfaq-ok <!-- prfaq-ok sentence-long: a\n\n"
                            "<!-- prfaq-ok sentence-long: b -->\n" LONG ".\n");
    const Finding *found = find_rule(&f, "sentence-long");

    CHECK(found && found->silenced);
    CHECK_STR(found->reason, STR("b"));
}

RUN_RULE_TESTS(cmocka_unit_test(comments_silence_what_they_cover),
               cmocka_unit_test(silenced_findings_keep_their_reason),
               cmocka_unit_test(bytes_and_comments_cannot_be_silenced),
               cmocka_unit_test(unused_comments_are_for_reference),
               cmocka_unit_test(korean_documents_get_korean_words),
               cmocka_unit_test(every_finding_can_be_silenced_alone),
               cmocka_unit_test(only_words_make_a_reason),
               cmocka_unit_test(many_comments_take_no_time),
               cmocka_unit_test(a_comment_that_does_not_close_is_passed_over))
