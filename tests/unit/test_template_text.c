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

static void own_templates_add_their_sentences(void **state)
{
    (void)state;
    Library lib;
    Arena arena = {0};
    library_init(&lib);
    const SentenceSet *built_in = template_sentences(&lib, LANG_EN, &arena);
    StrBuf md = {0};
    Str own = STR("Every own template says that foxes may never cross this line.");
    Str bytes = library_template(&lib, STR("prfaq"), LANG_EN)->bytes;
    Str purpose = library_template(&lib, STR("prfaq"), LANG_EN)->specs[0].purpose;
    size_t at = (size_t)(purpose.ptr - bytes.ptr);
    strbuf_addf(&md, "%.*s%.*s%.*s", (int)at, bytes.ptr, STR_ARG(own),
                (int)(bytes.len - at - purpose.len), purpose.ptr + purpose.len);
    CHECK(!sentence_set_has(built_in, own));
    CHECK(library_add_template(&lib, strbuf_view(&md), STR("own.md"), NULL));
    const SentenceSet *all = template_sentences(&lib, LANG_EN, &arena);
    CHECK(sentence_set_has(all, own));
    CHECK_INT(all->count, built_in->count + 1);
    CHECK(template_sentences(&lib, LANG_EN, &arena) == all);
    strbuf_deinit(&md);
    library_deinit(&lib);
    arena_deinit(&arena);
}

static void a_library_without_a_memo_works(void **state)
{
    (void)state;
    Library lib;
    Arena arena = {0};
    library_init(&lib);
    Library bare = lib;
    bare.memo = NULL;
    /* Found now, those are the ones found when the program was built. */
    for (int lang = LANG_EN; lang <= LANG_KO; lang++)
        CHECK_INT(template_sentences(&bare, (Lang)lang, &arena)->count,
                  template_sentences(&lib, (Lang)lang, &arena)->count);
    library_deinit(&lib);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(sentences_of_templates_are_known),
          TEST(case_signs_and_spaces_do_not_count), TEST(short_sentences_tell_nothing),
          TEST(own_templates_add_their_sentences), TEST(a_library_without_a_memo_works))
