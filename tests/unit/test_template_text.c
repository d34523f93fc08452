#include "check/template_text.h"

#include "check.h"

static void sentences_of_templates_are_known(void **state)
{
    (void)state;
    Library lib;
    Arena arena = {0};
    library_init(&lib);
    const Template *t = library_template(&lib, STR("prfaq"), LANG_EN);
    const SentenceSet *set = template_sentences(&lib, LANG_EN, &arena);
    CHECK(set->count > 200);
    CHECK(sentence_set_has(set, t->specs[0].good_example));
    CHECK(sentence_set_has(set, t->specs[0].purpose) ==
          (str_find(t->specs[0].purpose, STR(". "), 0) == STR_NONE));
    CHECK(!sentence_set_has(set, STR("Bakers order flour by text before they sleep.")));
    CHECK(!sentence_set_has(set, STR("")));
    CHECK(!sentence_set_has(set, STR("...")));
    CHECK(template_sentences(&lib, LANG_EN, &arena) == set);
    CHECK(template_sentences(&lib, LANG_DE, &arena) == set);
    CHECK(template_sentences(&lib, LANG_KO, &arena) != set);
    library_deinit(&lib);
    arena_deinit(&arena);
}

static void case_signs_and_spaces_do_not_count(void **state)
{
    (void)state;
    Library lib;
    Arena arena = {0};
    StrBuf changed = {0};
    library_init(&lib);
    Str example = library_template(&lib, STR("prfaq"), LANG_EN)->specs[0].good_example;
    strbuf_addf(&changed, "**%.*s**  !", STR_ARG(example));
    for (size_t i = 0; i < changed.len; i++)
        if (changed.ptr[i] >= 'a' && changed.ptr[i] <= 'z')
            changed.ptr[i] = (char)(changed.ptr[i] - 'a' + 'A');
    CHECK(sentence_set_has(template_sentences(&lib, LANG_EN, &arena),
                           strbuf_view(&changed)));
    strbuf_deinit(&changed);
    library_deinit(&lib);
    arena_deinit(&arena);
}

static void short_sentences_tell_nothing(void **state)
{
    (void)state;
    CHECK(!sentence_is_telling(STR("We said no."), LANG_EN));
    CHECK(
        sentence_is_telling(STR("One two three four five six seven eight."), LANG_EN));
    CHECK(!sentence_is_telling(STR("짧은 문장입니다."), LANG_KO));
}

static void a_library_without_a_memo_works(void **state)
{
    (void)state;
    Library lib;
    Arena arena = {0};
    library_init(&lib);
    Library bare = lib;
    bare.memo = NULL;
    CHECK(template_sentences(&bare, LANG_KO, &arena)->count > 200);
    library_deinit(&lib);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(sentences_of_templates_are_known),
          TEST(case_signs_and_spaces_do_not_count), TEST(short_sentences_tell_nothing),
          TEST(a_library_without_a_memo_works))
