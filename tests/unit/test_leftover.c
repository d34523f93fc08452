#include "check/leftover.h"

#include "rule_case.h"

static void places_are_those_of_the_file(void **state)
{
    (void)state;
    const char *text = "# L\n\nThe **[City, Date]** and <gym name>, `TBD`, TBD.\n";
    CheckRun run = rule_prepare(text);
    static const char *const expected[] = {"[City, Date]", "TBD", "<gym name>"};
    CHECK_INT(run.leftover_count, 3);
    for (size_t i = 0; i < 3; i++)
        CHECK_STR(str_range(str_from(text), run.leftovers[i].place),
                  str_from(expected[i]));
}

static void a_blank_in_a_sentence_of_a_template_goes_with_it(void **state)
{
    (void)state;
    Library lib = {0};
    Document doc;
    Error err = {0};
    Str bytes = library_template(&rule_library, STR("feature"), LANG_EN)->bytes;
    Str purpose =
        library_template(&rule_library, STR("feature"), LANG_EN)->specs[0].purpose;
    size_t at = (size_t)(purpose.ptr - bytes.ptr);
    const char *own = "We will write the name of the [Customer Name] right here.";
    library_init(&lib);
    Str changed =
        arena_printf(&rule_arena, "%.*s%s%.*s", STR_ARG(str_slice(bytes, 0, at)), own,
                     STR_ARG(str_slice(bytes, at + purpose.len, bytes.len)));
    CHECK(library_add_template(&lib, changed, STR("own"), &err));
    Str text = arena_printf(&rule_arena, "# L\n\n%s And [City, Date].\n", own);
    document_read(text, &lib, &rule_arena, &doc);
    CheckRun run = {
        .doc = &doc, .lib = &lib, .options = &rule_options, .arena = &rule_arena};
    run_prepare(&run);
    CHECK_INT(run.leftover_count, 2);
    CHECK(run.leftovers[0].of_template);
    CHECK_STR(str_range(text, run.leftovers[1].place), STR("[City, Date]"));
    library_deinit(&lib);
}

RUN_RULE_TESTS(TEST(places_are_those_of_the_file),
               TEST(a_blank_in_a_sentence_of_a_template_goes_with_it))
