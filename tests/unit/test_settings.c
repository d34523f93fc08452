#include "check.h"

#include "store/config.h"

static void settings_are_sorted_and_complete(void **state)
{
    size_t count = 0;
    const KnownSetting *known = config_known(&count);
    (void)state;
    CHECK(count > 0);
    for (size_t i = 0; i < count; i++) {
        CHECK(known[i].about[0] != '\0' && known[i].values[0] != '\0');
        CHECK(str_find_byte(str_from(known[i].name), '.', 0) != STR_NONE);
        if (i > 0)
            CHECK(str_cmp(str_from(known[i - 1].name), str_from(known[i].name)) < 0);
    }
}

static void a_default_is_one_of_the_values(void **state)
{
    size_t count = 0;
    const KnownSetting *known = config_known(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        Str rest = str_from(known[i].values), value;
        bool found = str_eq(rest, STR("text")) || str_eq(rest, STR("time")) ||
                     str_eq(rest, STR("columns")) || known[i].fallback[0] == '\0';
        while (str_next_field(&rest, '|', &value))
            found |= str_eq(value, str_from(known[i].fallback));
        CHECK(found);
    }
}

RUN_TESTS(TEST(settings_are_sorted_and_complete), TEST(a_default_is_one_of_the_values))
