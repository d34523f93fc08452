#include "app/three_texts.h"

#include "diff/line_ends.h"

/* The line ends that all three get: those that one side turned everything to. */
static LineEnds common_ends(const Str texts[THREE_COUNT])
{
    LineEnds theirs = line_ends_turned(texts[THREE_BASE], texts[THREE_THEIRS]);

    return theirs != ENDS_NONE ? theirs
                               : line_ends_turned(texts[THREE_BASE], texts[THREE_MINE]);
}

bool three_texts_merge(Session *s, const DocumentRef *ref, const Str texts[THREE_COUNT],
                       Arena *arena, ThreeTexts *out, Error *err)
{
    LineEnds ends = common_ends(texts);

    *out = (ThreeTexts){0};
    for (int x = 0; x < THREE_COUNT; x++) {
        Str text = texts[x];
        if (ends != ENDS_NONE) {
            StrBuf turned = {0};
            line_ends_convert(text, ends, &turned);
            text = arena_str(arena, strbuf_view(&turned));
            strbuf_deinit(&turned);
        }
        if (!service_read_bytes(s, ref, text, arena, &out->documents[x], err))
            return false;
    }
    merge_make(&out->documents[THREE_BASE].doc, &out->documents[THREE_MINE].doc,
               &out->documents[THREE_THEIRS].doc, arena, &out->merge);
    return true;
}
