/* render_fixture.h: a Document for tests of rendering, read in the simplest way:
 * "## NAME" begins the part whose kind is NAME, a line "**Q. …**" a question
 * which the next "A." line answers. */
#ifndef TESTS_UNIT_RENDER_FIXTURE_H
#define TESTS_UNIT_RENDER_FIXTURE_H

#include <string.h>

#include "doc/document.h"

typedef struct Fixture {
    Document doc;
    Part parts[16];
    Block blocks[256];
    Question questions[32];
} Fixture;

static inline PartKind fixture_kind(Str name)
{
    static const struct {
        const char *name;
        PartKind kind;
    } kinds[] = {
        {"headline", PART_HEADLINE},         {"subheading", PART_SUBHEADING},
        {"summary", PART_SUMMARY},           {"leader-quote", PART_LEADER_QUOTE},
        {"external-faq", PART_EXTERNAL_FAQ}, {"internal-faq", PART_INTERNAL_FAQ}};

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_eq(name, str_from(kinds[i].name)))
            return kinds[i].kind;
    return PART_OTHER;
}

static inline void fixture_part(Fixture *f, Str name, Range label)
{
    PartKind kind = fixture_kind(name);
    bool faq = kind == PART_EXTERNAL_FAQ || kind == PART_INTERNAL_FAQ;
    bool other = kind == PART_OTHER;

    if (f->doc.part_count > 0)
        f->parts[f->doc.part_count - 1].range.end = label.start;
    f->parts[f->doc.part_count++] = (Part){.kind = kind,
                                           .region = faq     ? REGION_FAQ_EXTERNAL
                                                     : other ? REGION_NONE
                                                             : REGION_PR,
                                           .range = {label.start, f->doc.bytes.len},
                                           .label = label,
                                           .body = {label.end, f->doc.bytes.len},
                                           .title = name,
                                           .found = FOUND_MARKER,
                                           .first_block = f->doc.block_count};
}

static inline void fixture_question(Fixture *f, Range line)
{
    size_t n = f->doc.question_count;

    if (n > 0)
        f->questions[n - 1].range.end = line.start;
    f->questions[f->doc.question_count++] =
        (Question){.text = str_slice(f->doc.bytes, line.start + 5, line.end - 2),
                   .range = {line.start, f->doc.bytes.len},
                   .question = line,
                   .answer = {line.end, line.end},
                   .number = (int)n + 1};
}

static inline void fixture_line(Fixture *f, Str line, size_t start, bool paragraph)
{
    Range range = {start, start + line.len};
    Document *doc = &f->doc;
    BlockKind kind = str_starts(line, STR("#"))      ? BLOCK_HEADING
                     : str_starts(line, STR("<!--")) ? BLOCK_HTML
                                                     : BLOCK_PARAGRAPH;

    if (str_starts(line, STR("## ")))
        fixture_part(f, str_slice(line, 3, line.len), range);
    if (str_starts(line, STR("**Q. ")))
        fixture_question(f, range);
    if (str_starts(line, STR("A. ")) && doc->question_count)
        f->questions[doc->question_count - 1].answer =
            (Range){start + 3, doc->bytes.len};
    if (paragraph)
        return;
    f->blocks[doc->block_count++] =
        (Block){.kind = kind,
                .range = range,
                .level = kind == BLOCK_HEADING ? 1 + (line.ptr[1] == '#') : 0,
                .part = doc->part_count ? doc->part_count - 1 : NO_INDEX};
    if (doc->part_count)
        f->parts[doc->part_count - 1].block_count++;
}

static inline const Document *fixture_read(Fixture *f, const char *text)
{
    Str rest = str_from(text), line;
    bool paragraph = false;

    memset(f, 0, sizeof *f);
    f->doc = (Document){.bytes = rest, .parts = f->parts, .blocks = f->blocks};
    f->doc.questions = f->questions;
    while (str_next_line(&rest, &line)) {
        if (str_is_blank(line))
            paragraph = false;
        else {
            fixture_line(f, line, (size_t)(line.ptr - text), paragraph);
            paragraph = line.ptr[0] != '#' && line.ptr[0] != '<';
        }
    }
    return &f->doc;
}

#endif
