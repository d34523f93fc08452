/* rules_encoding.c: bytes that keep a document from being read as it was meant. */
#include "base/unicode.h"
#include "check/rules.h"

/* Normal forms never reach across a line break, so whole lines are composed. */
void rule_not_nfc(CheckRun *run)
{
    Str bytes = run->doc->bytes, line = {0}, rest = bytes;
    Range first = {0}, all = {0};
    StrBuf composed = {0};

    if (unicode_is_nfc(bytes))
        return;
    while (str_next_line(&rest, &line)) {
        if (line.len == 0 || unicode_is_nfc(line))
            continue;
        size_t start = (size_t)(line.ptr - bytes.ptr);
        Range range = {start, start + line.len};
        if (first.end == 0)
            first = all = range;
        all.end = range.end;
    }
    unicode_nfc(str_range(bytes, all), &composed);
    Finding *finding = run_add(run, run->level, NO_INDEX, first, NO_ARGS);
    finding_fix(finding, FIX_REPLACE, all,
                arena_str(run->arena, strbuf_view(&composed)));
    strbuf_deinit(&composed);
}

static bool is_conflict_line(Str line, char mark)
{
    for (size_t i = 0; i < 7; i++)
        if (i >= line.len || line.ptr[i] != mark)
            return false;
    return line.len == 7 || line.ptr[7] == ' ';
}

void rule_conflict_marker(CheckRun *run)
{
    Str bytes = run->doc->bytes, line = {0}, rest = bytes;
    bool theirs = false;
    size_t number = 0, ours_line = 0;
    Range ours = {0};

    while (str_next_line(&rest, &line)) {
        number++;
        theirs = theirs || is_conflict_line(line, '>');
        if (ours_line == 0 && is_conflict_line(line, '<')) {
            size_t start = (size_t)(line.ptr - bytes.ptr);
            ours = (Range){start, start + line.len};
            ours_line = number;
        }
    }
    if (!ours_line || !theirs)
        return;
    Finding *finding = run_add(run, run->level, document_part_at(run->doc, ours.start),
                               ours, ARGS(arg_num(ours_line)));
    if (finding)
        finding->advice =
            run_words(run, "Put both drafts together with: prfaq merge DOC",
                      "두 초안을 합치려면: prfaq merge DOC");
}

void rule_front_matter_invalid(CheckRun *run)
{
    Str bytes = run->doc->bytes, line = {0}, rest = bytes;

    if (run->doc->meta_error.code == ERR_NONE)
        return;
    str_next_line(&rest, &line);
    Finding *finding = run_add(run, run->level, NO_INDEX, (Range){0, line.len},
                               ARGS(arg_str(str_from(run->doc->meta_error.message))));
    finding_advise(finding, &run->doc->meta_error, run->arena);
}

void rule_workspace_file_invalid(CheckRun *run)
{
    for (size_t i = 0; i < run->options->damage_count; i++) {
        const Damage *damage = &run->options->damage[i];
        size_t at = run->doc->start;
        Finding *finding = run_add(run, run->level, NO_INDEX, (Range){at, at},
                                   ARGS(arg_list(damage->what)));
        if (finding)
            finding->advice = damage->hint;
    }
}
