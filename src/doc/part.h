/* part.h: the names of the parts a PR/FAQ is made of. A part is what people
 * call a section. The words are those of template files and of JSON. */
#ifndef DOC_PART_H
#define DOC_PART_H

#include <stdbool.h>

#include "base/str.h"

typedef enum PartKind {
    PART_OTHER,
    PART_HEADLINE,
    PART_SUBHEADING,
    PART_SUMMARY,
    PART_PROBLEM,
    PART_SOLUTION,
    PART_LEADER_QUOTE,
    PART_EXPERIENCE,
    PART_CUSTOMER_QUOTE,
    PART_GETTING_STARTED,
    PART_EXTERNAL_FAQ,
    PART_INTERNAL_FAQ,
    PART_FAQ, /* undivided */
    PART_CUSTOMER,
    PART_BENEFIT,
    PART_EVIDENCE,
    PART_UNCHANGING,
    PART_FIVE_QUESTIONS,
    PART_APPENDIX,
    PART_KIND_COUNT,
} PartKind;

/* Where a part counts: its limits and the rules that read it. */
typedef enum Region {
    REGION_NONE,
    REGION_PR,
    REGION_FAQ, /* undivided */
    REGION_FAQ_EXTERNAL,
    REGION_FAQ_INTERNAL,
    REGION_FIVE,
    REGION_PAGE,     /* a box of a workshop sheet */
    REGION_APPENDIX, /* outside the limits */
    REGION_COUNT,
} Region;

const char *part_kind_name(PartKind kind); /* "leader-quote" */
bool part_kind_parse(Str name, PartKind *out);
const char *region_name(Region region); /* "faq-external"; "" for none */
bool region_parse(Str name, Region *out);
Region region_of_kind(PartKind kind); /* where a part without a template counts */
bool region_is_faq(Region region);

#endif
