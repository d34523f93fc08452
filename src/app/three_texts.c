#include "app/three_texts.h"

#include "base/line_ends.h"

bool three_texts_merge(Session *s, const DocumentRef *ref, const Str texts[THREE_COUNT],
                       Arena *arena, ThreeTexts *out, Error *err)
{
    LineEnds ends =
        line_ends_of_three(texts[THREE_BASE], texts[THREE_MINE], texts[THREE_THEIRS]);

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
