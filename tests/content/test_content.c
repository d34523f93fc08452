/* The examples and the good examples of the templates, under the checks. */
#include "check.h"

#include "base/file.h"
#include "check/check.h"
#include "doc/library.h"

static const char *examples; /* folder */

typedef struct Checked {
    Arena arena;
    Document doc;
    Findings findings;
} Checked;

static Checked check_text(const Library *lib, Str text)
{
    Checked c = {0};
    CheckOptions options = {.profile = PROFILE_DEFAULT, .now = {2026, 11, 21}};

    document_read(text, lib, &c.arena, &c.doc);
    check_run(&c.doc, lib, &options, &c.arena, &c.findings);
    return c;
}

static void print_finding(const Checked *c, const Finding *f)
{
    int line = 0, column = 0;

    document_place(&c->doc, f->range.start, &line, &column);
    print_error("%d: %s [%s]\n", line, f->message.ptr, rule_id(f->rule));
}

static void check_example(const char *name)
{
    Library lib;
    StrBuf text = {0};
    Arena arena = {0};
    Str path = path_join(&arena, str_from(examples), str_from(name));

    library_init(&lib);
    CHECK(file_read(path.ptr, FILE_MAX, &text, NULL));
    Checked c = check_text(&lib, strbuf_view(&text));
    CHECK(c.doc.tmpl);
    for (size_t i = 0; i < c.findings.count; i++)
        if (c.findings.items[i].level >= LEVEL_WARNING)
            print_finding(&c, &c.findings.items[i]);
    CHECK_INT(c.findings.errors, 0);
    CHECK_INT(c.findings.warnings, 0);
    arena_deinit(&c.arena);
    strbuf_deinit(&text);
    arena_deinit(&arena);
    library_deinit(&lib);
}

static void the_examples_have_nothing_to_fix_or_to_look_at(void **state)
{
    (void)state;
    check_example("lantern.md");
    check_example("village-bus.md");
}

/* A document made of the good examples alone is copied from its template and
 * asks too few questions: that is all that may be said about it. */
static bool is_expected(const Finding *f)
{
    static const char *const ids[] = {
        "template-text-left", "section-missing", "problem-missing",
        "customer-missing",   "faq-few",         "faq-coverage",
        "faq-hard-missing",   "faq-no-stop",
    };

    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++)
        if (str_eq(str_from(rule_id(f->rule)), str_from(ids[i])))
            return true;
    return false;
}

static void add_good_examples(const Template *t, StrBuf *out)
{
    strbuf_addf(out, "---\ntemplate: %.*s\nlang: %s\n---\n", STR_ARG(t->id),
                lang_code(t->lang));
    for (size_t i = 0; i < t->spec_count; i++)
        strbuf_addf(out, "\n## %.*s\n<!-- prfaq-id: %.*s -->\n\n%.*s\n",
                    STR_ARG(t->specs[i].title), STR_ARG(t->specs[i].id),
                    STR_ARG(t->specs[i].good_example));
}

static void good_examples_keep_the_rules_they_teach(void **state)
{
    Library lib;
    int unexpected = 0;

    (void)state;
    library_init(&lib);
    for (size_t i = 0; i < lib.template_count; i++) {
        StrBuf text = {0};
        add_good_examples(&lib.templates[i], &text);
        Checked c = check_text(&lib, strbuf_view(&text));
        for (size_t k = 0; k < c.findings.count; k++) {
            if (is_expected(&c.findings.items[k]))
                continue;
            print_error("%s ", lib.templates[i].path.ptr);
            print_finding(&c, &c.findings.items[k]);
            unexpected++;
        }
        arena_deinit(&c.arena);
        strbuf_deinit(&text);
    }
    CHECK_INT(unexpected, 0);
    library_deinit(&lib);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(the_examples_have_nothing_to_fix_or_to_look_at),
        TEST(good_examples_keep_the_rules_they_teach),
    };

    examples = argc > 1 ? argv[1] : "examples";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
