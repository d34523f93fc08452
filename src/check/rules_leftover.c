/* rules_leftover.c: reports what leftover.c found. */
#include "check/rules.h"

/* Nobody outside reads the internal FAQ and the appendices. */
static bool is_inward(const CheckRun *run, const Block *block)
{
    if (block->part == NO_INDEX)
        return false;
    const Part *part = &run->doc->parts[block->part];
    return part->region == REGION_FAQ_INTERNAL || part->region == REGION_APPENDIX;
}

void rule_template_text_left(CheckRun *run)
{
    for (size_t i = 0; i < run->leftover_count; i++) {
        const Leftover *left = &run->leftovers[i];
        const Block *block = &run->doc->blocks[left->block];
        if (!left->of_template)
            continue;
        Finding *finding =
            run_add(run, run->level, block->part, left->place,
                    ARGS(arg_str(str_range(block->prose.text, left->range))));
        finding_fix(finding, FIX_REPLACE, left->place, (Str){0});
    }
}

void rule_placeholder_left(CheckRun *run)
{
    for (size_t i = 0; i < run->leftover_count; i++) {
        const Leftover *left = &run->leftovers[i];
        const Block *block = &run->doc->blocks[left->block];
        if (left->of_template)
            continue;
        Level level = run_cap(run, left->level);
        if (is_inward(run, block))
            level = level_lower(level);
        Finding *finding =
            run_add(run, level, block->part, left->place,
                    ARGS(arg_str(str_range(run->doc->bytes, left->place))));
        if (finding)
            finding->advice = left->advice;
    }
}
