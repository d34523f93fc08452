/* measure_case.h: what a small document measures. */
#ifndef TESTS_UNIT_MEASURE_CASE_H
#define TESTS_UNIT_MEASURE_CASE_H

#include "check/measure.h"
#include "rule_case.h"

static inline Measures measure_text(const char *text)
{
    Document *doc = ARENA_NEW(&rule_arena, Document);
    Findings findings;
    Measures measures;

    document_read(str_from(text), &rule_library, &rule_arena, doc);
    check_measure(doc, &rule_library, &rule_options, &rule_arena, &findings, &measures);
    return measures;
}

#endif
