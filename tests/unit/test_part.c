#include "check.h"
#include "doc/part.h"

static void every_kind_and_region_reads_back(void **state)
{
    (void)state;
    for (int i = 0; i < PART_KIND_COUNT; i++) {
        PartKind kind = PART_KIND_COUNT;
        CHECK(part_kind_parse(str_from(part_kind_name((PartKind)i)), &kind));
        CHECK_INT(kind, i);
    }
    for (int i = REGION_NONE + 1; i < REGION_COUNT; i++) {
        Region region = REGION_COUNT;
        CHECK(region_parse(str_from(region_name((Region)i)), &region));
        CHECK_INT(region, i);
    }
}

static void unknown_names_are_refused(void **state)
{
    (void)state;
    PartKind kind = PART_OTHER;
    Region region = REGION_NONE;

    CHECK(!part_kind_parse(STR("Headline"), &kind));
    CHECK(!part_kind_parse(STR(""), &kind));
    CHECK(!region_parse(STR(""), &region));
}

static void kinds_know_where_they_count(void **state)
{
    (void)state;
    CHECK_INT(region_of_kind(PART_PROBLEM), REGION_PR);
    CHECK_INT(region_of_kind(PART_INTERNAL_FAQ), REGION_FAQ_INTERNAL);
    CHECK(region_is_faq(region_of_kind(PART_FAQ)));
    CHECK(!region_is_faq(REGION_FIVE));
}

RUN_TESTS(TEST(every_kind_and_region_reads_back), TEST(unknown_names_are_refused),
          TEST(kinds_know_where_they_count))
