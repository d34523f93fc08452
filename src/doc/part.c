#include "doc/part.h"

#include <assert.h>

typedef struct KindRow {
    const char *name;
    Region region; /* where it counts without a template */
} KindRow;

/* clang-format off */
static const KindRow kinds[PART_KIND_COUNT] = {
    [PART_OTHER]           = {"other",           REGION_NONE},
    [PART_HEADLINE]        = {"headline",        REGION_PR},
    [PART_SUBHEADING]      = {"subheading",      REGION_PR},
    [PART_SUMMARY]         = {"summary",         REGION_PR},
    [PART_PROBLEM]         = {"problem",         REGION_PR},
    [PART_SOLUTION]        = {"solution",        REGION_PR},
    [PART_LEADER_QUOTE]    = {"leader-quote",    REGION_PR},
    [PART_EXPERIENCE]      = {"experience",      REGION_PR},
    [PART_CUSTOMER_QUOTE]  = {"customer-quote",  REGION_PR},
    [PART_GETTING_STARTED] = {"getting-started", REGION_PR},
    [PART_EXTERNAL_FAQ]    = {"external-faq",    REGION_FAQ_EXTERNAL},
    [PART_INTERNAL_FAQ]    = {"internal-faq",    REGION_FAQ_INTERNAL},
    [PART_FAQ]             = {"faq",             REGION_FAQ},
    [PART_CUSTOMER]        = {"customer",        REGION_FIVE},
    [PART_BENEFIT]         = {"benefit",         REGION_FIVE},
    [PART_EVIDENCE]        = {"evidence",        REGION_APPENDIX},
    [PART_UNCHANGING]      = {"unchanging",      REGION_APPENDIX},
    [PART_FIVE_QUESTIONS]  = {"five-questions",  REGION_FIVE},
    [PART_APPENDIX]        = {"appendix",        REGION_APPENDIX},
};

static const char *const regions[REGION_COUNT] = {
    [REGION_NONE]         = "",
    [REGION_PR]           = "pr",
    [REGION_FAQ]          = "faq",
    [REGION_FAQ_EXTERNAL] = "faq-external",
    [REGION_FAQ_INTERNAL] = "faq-internal",
    [REGION_FIVE]         = "five",
    [REGION_PAGE]         = "page",
    [REGION_APPENDIX]     = "appendix",
};
/* clang-format on */

const char *part_kind_name(PartKind kind)
{
    assert(kind < PART_KIND_COUNT);
    return kinds[kind].name;
}

bool part_kind_parse(Str name, PartKind *out)
{
    for (int i = 0; i < PART_KIND_COUNT; i++) {
        if (str_eq(name, str_from(kinds[i].name))) {
            *out = (PartKind)i;
            return true;
        }
    }
    return false;
}

const char *region_name(Region region)
{
    assert(region < REGION_COUNT);
    return regions[region];
}

bool region_parse(Str name, Region *out)
{
    for (int i = REGION_NONE + 1; i < REGION_COUNT; i++) {
        if (str_eq(name, str_from(regions[i]))) {
            *out = (Region)i;
            return true;
        }
    }
    return false;
}

Region region_of_kind(PartKind kind)
{
    assert(kind < PART_KIND_COUNT);
    return kinds[kind].region;
}

bool region_is_faq(Region region)
{
    return region == REGION_FAQ || region == REGION_FAQ_EXTERNAL ||
           region == REGION_FAQ_INTERNAL;
}
