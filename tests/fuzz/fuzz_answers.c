#include <assert.h>
#include <stdint.h>

#include "doc/answers.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = {(const char *)data, size};
    Answers first = {0}, again = {0};
    StrBuf out = {0}, same = {0};

    answers_parse(text, &first);
    answers_print(&first, &out);
    /* What is written reads as what was written. */
    answers_parse(strbuf_view(&out), &again);
    assert(again.count == first.count && str_eq(again.at, first.at));
    for (size_t i = 0; i < first.count; i++)
        assert(str_eq(answers_get(&again, first.items[i].name), first.items[i].text));
    answers_print(&again, &same);
    assert(str_eq(strbuf_view(&same), strbuf_view(&out)));
    strbuf_deinit(&out);
    strbuf_deinit(&same);
    answers_deinit(&first);
    answers_deinit(&again);
    return 0;
}
