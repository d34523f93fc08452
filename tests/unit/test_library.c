#include "check.h"

#include "base/resource.h"
#include "doc/library.h"

static void every_built_in_file_is_loaded(void **state)
{
    static const char *const ids[] = {"day-one",       "feature",     "five-questions",
                                      "internal-tool", "open-source", "prfaq"};
    Library lib;

    (void)state;
    library_init(&lib);
    CHECK_INT(lib.bank.count, 260);
    CHECK_INT(lib.template_count, 12);
    CHECK(lib.label_count > 400);
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
        for (int lang = LANG_EN; lang <= LANG_KO; lang++) {
            const Template *t = library_template(&lib, str_from(ids[i]), (Lang)lang);
            CHECK(t);
            CHECK_STR(t->id, str_from(ids[i]));
            CHECK_INT(t->lang, lang);
        }
    library_deinit(&lib);
}

/* What a document may rely on when it changes its language. */
static void templates_agree_in_both_languages(void **state)
{
    Library lib;

    (void)state;
    library_init(&lib);
    for (size_t i = 0; i < lib.template_count; i++) {
        const Template *en = &lib.templates[i];
        const Template *ko = library_template(&lib, en->id, LANG_KO);
        CHECK_INT(en->spec_count, ko->spec_count);
        for (size_t k = 0; k < en->spec_count; k++) {
            const PartSpec *a = &en->specs[k], *b = &ko->specs[k];
            CHECK_STR(a->id, b->id);
            CHECK(a->kind == b->kind && a->region == b->region);
            CHECK(a->style == b->style && a->required == b->required);
            CHECK_INT(a->sentences_max, b->sentences_max);
            CHECK_INT(a->min_questions, b->min_questions);
            CHECK_INT(a->starters.count, b->starters.count);
            CHECK_STR(a->titles[LANG_KO], b->titles[LANG_KO]);
        }
    }
    library_deinit(&lib);
}

/* Whoever answers all the questions a document starts with has answered those
 * the checks ask for. */
static void what_a_template_must_have_it_starts_with(void **state)
{
    Library lib;

    (void)state;
    library_init(&lib);
    for (size_t i = 0; i < lib.template_count; i++) {
        const Template *t = &lib.templates[i];
        for (size_t m = 0; m < t->must.count; m++) {
            bool starts = false;
            for (size_t k = 0; k < t->spec_count; k++)
                for (size_t s = 0; s < t->specs[k].starters.count; s++)
                    starts |= str_eq(t->specs[k].starters.items[s], t->must.items[m]);
            CHECK(starts);
        }
    }
    library_deinit(&lib);
}

static void a_template_is_given_in_another_language_rather_than_not(void **state)
{
    Library lib;

    (void)state;
    library_init(&lib);
    CHECK(library_template(&lib, STR("prfaq"), LANG_JA));
    CHECK(!library_template(&lib, STR("nothing"), LANG_EN));
    CHECK(!library_template(&lib, STR(""), LANG_EN));
    library_deinit(&lib);
}

static void a_template_of_ones_own_wins(void **state)
{
    Str md = {0};
    StrBuf own = {0};
    Library lib;

    (void)state;
    library_init(&lib);
    CHECK(resource_find(STR("en/feature.md"), &md));
    strbuf_add(&own, md);
    size_t at = str_find(md, STR("Small feature"), 0);
    strbuf_splice(&own, (Range){at, at + 13}, STR("Our feature"));
    CHECK(library_add_template(&lib, strbuf_view(&own), STR("mine/feature.md"), NULL));
    strbuf_deinit(&own);
    const Template *t = library_template(&lib, STR("feature"), LANG_EN);
    CHECK_STR(t->name, STR("Our feature"));
    CHECK_STR(t->path, STR("mine/feature.md"));
    CHECK_INT(library_template(&lib, STR("feature"), LANG_KO)->lang, LANG_KO);
    CHECK_INT(lib.template_count, 13);
    library_deinit(&lib);
}

static void a_damaged_template_changes_nothing(void **state)
{
    Error err = {0};
    Library lib;

    (void)state;
    library_init(&lib);
    CHECK(!library_add_template(&lib, STR("# no\n"), STR("mine/x.md"), &err));
    CHECK(str_starts(str_from(err.message), STR("mine/x.md:1: ")));
    CHECK_INT(lib.template_count, 12);
    library_deinit(&lib);
    library_deinit(NULL);
}

RUN_TESTS(TEST(every_built_in_file_is_loaded), TEST(templates_agree_in_both_languages),
          TEST(what_a_template_must_have_it_starts_with),
          TEST(a_template_is_given_in_another_language_rather_than_not),
          TEST(a_template_of_ones_own_wins), TEST(a_damaged_template_changes_nothing))
