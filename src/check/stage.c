#include "check/stage.h"

bool stage_is(const Document *doc, const char *stage)
{
    return str_eq_nocase(str_trim(metadata_get(&doc->meta, "stage")), str_from(stage));
}

int stage_factor(const Document *doc)
{
    if (stage_is(doc, "launched"))
        return 100;
    return stage_is(doc, "review") || stage_is(doc, "decided") ? 10 : 1;
}
