/* fuzz_meet.c: any lines and keys lead a meeting somewhere, and no note or vote is told
 * before its time. A line that begins with "!" is a key: what is done, a number, words;
 * one that begins with "~" is not ended. */
#include <assert.h>
#include <stdint.h>

#include "review/meet_step.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LINES_MAX = 400 };

static const char text[] = "## Problem\n\nBakers call mills.\n\nEvery night.\n\n"
                           "## Solution\n\nOne list.\n";

/* A note is told with "> " before it: one's own alone, while the others are hidden. */
static void check_hidden(Meet *m)
{
    StrBuf out = {0};
    size_t own = 0, told = 0;
    Str reader = meet_get(m, "reader"), rest, line;

    meet_say(m, &out);
    if (reader.len > 0)
        (void)meet_notes(m, "note", reader, &own);
    rest = strbuf_view(&out);
    while (str_next_line(&rest, &line))
        told += str_starts(line, STR("> "));
    assert(meet_is_revealed(m) || told <= own);
    assert(meet_step(m) < MEET_STEP_COUNT);
    strbuf_deinit(&out);
}

static MeetInput input_of(Str line)
{
    size_t number = line.len > 2 ? (unsigned char)line.ptr[2] % 16 : 0;

    return (MeetInput){
        .act = line.len > 1 ? (MeetAct)((unsigned char)line.ptr[1] % (MEET_YES + 1))
                            : MEET_NEXT,
        .text = str_slice(line, line.len > 3 ? 3 : line.len, line.len),
        .unit = number < 8 ? number : NO_INDEX,
        .number = number};
}

/* What is not ended is handed to the one who typed it, and to nobody at a cover. */
static void keep_half(Meet *m, Str words)
{
    meet_keep_half(m, STR("Problem 1"), words);
    MeetHalf half = meet_half(m);
    MeetStep step = meet_step(m);
    assert(half.text.len == 0 || str_eq(half.text, words));
    assert(step != MEET_COVER || half.text.len == 0);
}

static void play(Meet *m, Str line, StrBuf *said)
{
    if (str_starts(line, STR("!"))) {
        const MeetInput in = input_of(line);
        (void)meet_do(m, &in, said);
    } else if (str_starts(line, STR("~"))) {
        keep_half(m, str_slice(line, 1, line.len));
    } else {
        (void)meet_line(m, line, said);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Arena arena;
    static Library lib;
    static Document doc;
    Meet m = {0};
    Str rest = {(const char *)data, size}, line;
    StrBuf said = {0}, kept = {0}, again = {0};

    if (!lib.templates) {
        library_init(&lib);
        document_read(str_from(text), &lib, &arena, &doc);
    }
    meet_begin(&m, &doc, STR("a"), (Str){0});
    for (int i = 0; i < LINES_MAX && str_next_line(&rest, &line); i++) {
        play(&m, line, &said);
        check_hidden(&m);
        if (i % 16 == 0)
            meet_tidy(&m);
    }
    meet_print(&m, &kept);
    meet_deinit(&m);
    meet_begin(&m, &doc, STR("a"), strbuf_view(&kept));
    meet_print(&m, &again);
    check_hidden(&m);
    meet_deinit(&m);
    strbuf_deinit(&said);
    strbuf_deinit(&kept);
    strbuf_deinit(&again);
    return 0;
}
