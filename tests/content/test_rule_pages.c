/* The examples of templates/rule-pages.tsv, under the checks they belong to: the bad
 * one raises its rule and the good one does not. The column "scene" says where an
 * example stands: "file", it is the whole file; "doc", it follows front matter; the
 * kind of a part, it is the body of that part; "none", it is told and not shown.
 * After a semicolon follows what else the front matter says. */
#include "check.h"

#include "base/file.h"
#include "check/check.h"
#include "check/rule.h"
#include "doc/library.h"

static void add_front(Lang lang, Str rest, StrBuf *out)
{
    strbuf_addf(out, "---\ntemplate: prfaq\nlang: %s\n%.*s%s---\n\n", lang_code(lang),
                STR_ARG(str_trim(rest)), rest.len > 0 ? "\n" : "");
}

static void make_text(const Rule *rule, Lang lang, Str example, StrBuf *out)
{
    Str rest = rule_text(rule)->scene, scene = {0};

    str_next_field(&rest, ';', &scene);
    if (!str_eq(scene, STR("file")))
        add_front(lang, rest, out);
    if (!str_eq(scene, STR("file")) && !str_eq(scene, STR("doc")))
        strbuf_addf(out, "## Part\n<!-- prfaq-id: %.*s -->\n\n", STR_ARG(scene));
    strbuf_add(out, example);
    strbuf_addc(out, '\n');
}

static bool raises(const Library *lib, const Rule *rule, Lang lang, Str example)
{
    CheckOptions options = {.profile = PROFILE_STRICT,
                            .now = {2027, 2, 1},
                            .competitors = STR("Northwind")};
    Arena arena = {0};
    StrBuf text = {0};
    Document doc;
    Findings findings;
    bool raised = false;

    make_text(rule, lang, example, &text);
    document_read(strbuf_view(&text), lib, &arena, &doc);
    check_run(&doc, lib, &options, &arena, &findings);
    for (size_t i = 0; i < findings.count; i++)
        raised =
            raised || (findings.items[i].rule == rule && !findings.items[i].silenced);
    arena_deinit(&arena);
    strbuf_deinit(&text);
    return raised;
}

static int check_example(const Library *lib, const Rule *rule, Lang lang)
{
    int wrong = 0;

    if (rule_text(rule)->bad[lang].len == 0)
        return 0;
    if (!raises(lib, rule, lang, rule_text(rule)->bad[lang])) {
        print_error("%s, %s: the bad example is not reported\n", rule_id(rule),
                    lang_code(lang));
        wrong++;
    }
    if (raises(lib, rule, lang, rule_text(rule)->good[lang])) {
        print_error("%s, %s: the good example is reported\n", rule_id(rule),
                    lang_code(lang));
        wrong++;
    }
    return wrong;
}

static void examples_of_the_rules_show_what_they_say(void **state)
{
    (void)state;
    Library lib;
    int wrong = 0, shown = 0;

    library_init(&lib);
    for (size_t i = 0; i < rule_count(); i++) {
        const Rule *rule = rule_at(i);
        CHECK(rule_text(rule)->scene.len > 0);
        if (!rule->run || str_eq(rule_text(rule)->scene, STR("none")))
            continue;
        shown++;
        for (int lang = LANG_EN; lang <= LANG_KO; lang++)
            wrong += check_example(&lib, rule, (Lang)lang);
    }
    CHECK_INT(wrong, 0);
    CHECK(shown >= 20);
    library_deinit(&lib);
}

RUN_TESTS(TEST(examples_of_the_rules_show_what_they_say))
