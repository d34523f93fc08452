#include "doc/parts.h"

#include <string.h>

#include "doc/asking.h"
#include "doc/heading.h"
#include "doc/label_site.h"
#include "doc/line.h"
#include "doc/mark.h"
#include "doc/marker.h"

static const double LABEL_CONFIDENCE = 0.95, QUESTIONS_CONFIDENCE = 0.8;

/* A heading that decides where the parts under it count, and is none itself. */
typedef struct Container {
    Region region;
    int level; /* of its heading; 0: it is no heading, or there is none */
} Container;

typedef struct Parts {
    DocumentReader *r;
    Container around;
    bool titled;      /* the document's title heading was met */
    int level;        /* of the newest part's heading label; 0: none */
    size_t opened;    /* block the newest part began with */
    bool passing;     /* the newest part is a container and may yet dissolve */
    bool marker_bare; /* the newest part is a marker still without a label */
    bool headed;      /* some heading names an FAQ */
} Parts;

static Part *newest(const Parts *p)
{
    return p->r->part_count > 0 ? &p->r->parts[p->r->part_count - 1] : NULL;
}

static Block *block_at(const Parts *p, size_t i)
{
    return &p->r->blocks[i];
}

/* -- opening a part ------------------------------------------------------- */

static const PartSpec *spec_of_kind(const Parts *p, PartKind kind)
{
    const Template *t = p->r->doc->tmpl;

    for (size_t i = 0; t && kind != PART_OTHER && i < t->spec_count; i++)
        if (t->specs[i].kind == kind)
            return &t->specs[i];
    return NULL;
}

static Region region_for(const Parts *p, PartKind kind, const PartSpec *spec, int level)
{
    bool inside = p->around.level > 0 && level > p->around.level;

    if (spec)
        return spec->region;
    if (inside && p->around.region == REGION_FIVE)
        return REGION_FIVE;
    if (kind != PART_OTHER)
        return region_of_kind(kind);
    return inside ? p->around.region : REGION_NONE;
}

/* A container directly before the new part is its first line, not a part. */
static size_t take_container(Parts *p, size_t start, PartKind kind, int level)
{
    Part *last = newest(p);

    if (!p->passing || !last)
        return start;
    if (last->kind == PART_FAQ &&
        (level <= p->level || (kind != PART_EXTERNAL_FAQ && kind != PART_INTERNAL_FAQ)))
        return start;
    start = last->range.start;
    p->r->part_count--;
    return start;
}

static Part *open_part(Parts *p, size_t block, PartKind kind, const PartSpec *spec,
                       int level)
{
    DocumentReader *r = p->r;
    size_t start = take_container(p, block_at(p, block)->range.start, kind, level);
    Part part = {.kind = kind, .found = FOUND_LABEL, .confidence = LABEL_CONFIDENCE};

    part.region = region_for(p, kind, spec, level);
    part.spec = spec;
    if (spec)
        part.id = spec->id;
    part.range.start = start;
    part.label.start = part.label.end = part.body.start =
        block_at(p, block)->range.start;
    r->parts = arena_grow(r->arena, r->parts, r->part_count, &r->part_cap, sizeof part);
    r->parts[r->part_count++] = part;
    p->level = level;
    p->opened = block;
    p->passing = kind == PART_FAQ && level > 0;
    p->marker_bare = false;
    if (level > 0 && kind == PART_FIVE_QUESTIONS)
        p->around = (Container){REGION_FIVE, level};
    return newest(p);
}

static Str words_of(const Parts *p, Range words)
{
    Prose prose = {0};

    prose_read(p->r->doc->bytes, &words, 1, p->r->arena, &prose);
    return prose.text;
}

static void set_label(const Parts *p, Part *part, size_t block, const LabelSite *site)
{
    BlockText *text = &p->r->texts[block];

    part->label = site->whole ? block_at(p, block)->range : site->label;
    part->body.start = part->label.end;
    if (!site->whole) {
        text->lines[0].start = site->label.end;
        part->body.start = site->label.end;
    }
    part->title = words_of(p, site->words);
}

/* -- headings ------------------------------------------------------------- */

static Range heading_words(const Parts *p, size_t block)
{
    const BlockText *text = &p->r->texts[block];

    if (text->count == 0)
        return (Range){block_at(p, block)->range.start,
                       block_at(p, block)->range.start};
    return (Range){text->lines[0].start, text->lines[text->count - 1].end};
}

static void open_other(Parts *p, size_t block, Range words, int level)
{
    LabelSite site = {.words = words, .label = words, .whole = true};

    set_label(p, open_part(p, block, PART_OTHER, NULL, level), block, &site);
}

/* "## Press Release": the parts under it count as release. */
static void enter_release(Parts *p, size_t block, Range words, int level)
{
    if (newest(p)) {
        p->around = (Container){0};
        open_other(p, block, words, level);
        newest(p)->region = REGION_PR;
        p->passing = true;
    }
    p->around = (Container){REGION_PR, level};
}

/* May a heading with this label open a part inside the newest one? */
static bool opens_inside(const Parts *p, const Label *label, const PartSpec *spec)
{
    const Part *last = newest(p);

    if (last->found == FOUND_MARKER || last->kind == PART_APPENDIX)
        return false;
    if (spec)
        return true;
    if (!label)
        return false;
    if (part_is_faq(last))
        return label->role == LABEL_PART &&
               (label->kind == PART_EXTERNAL_FAQ || label->kind == PART_INTERNAL_FAQ);
    return label->role == LABEL_PRESS_RELEASE ||
           (label->role == LABEL_PART && label->kind != PART_OTHER);
}

static void open_labelled(Parts *p, size_t block, const Label *label,
                          const PartSpec *spec, const LabelSite *site, int level)
{
    PartKind kind = spec ? spec->kind : label->kind;

    if (!spec)
        spec = spec_of_kind(p, kind);
    set_label(p, open_part(p, block, kind, spec, level), block, site);
}

static void leave_containers(Parts *p, int level)
{
    if (p->around.level > 0 && level <= p->around.level)
        p->around = (Container){0};
}

static bool is_content_heading(Parts *p, size_t block, Str words)
{
    const Part *last = newest(p);

    if (!last)
        return false;
    if (part_is_faq(last) && heading_asks(words))
        return true;
    /* "<!-- prfaq-id: headline -->" above "# The headline itself". */
    return last->found == FOUND_MARKER && p->level == 0 && block == p->opened + 1;
}

/* What a heading names by its words or by what stands below it, beyond the list. */
static const Label *by_words(const Parts *p, size_t block, Str text, const Label *label)
{
    bool known = label && label->kind != PART_FAQ;
    const Label *found =
        known ? NULL : heading_faq(p->r, newest(p), text, label != NULL);

    if (found && (!label || found->kind != PART_FAQ))
        return found;
    if (label || p->r->doc->tmpl)
        return label;
    label = heading_form(text);
    if (!label && !p->headed && section_asks(p->r, block))
        label = heading_group(p->r, text);
    return label;
}

static void read_heading(Parts *p, size_t block)
{
    int level = block_at(p, block)->level;
    Range words = heading_words(p, block);
    Str text = str_range(p->r->doc->bytes, words);
    const PartSpec *spec = label_spec(p->r->doc->tmpl, text);
    const Label *label = library_label(p->r->lib, text);
    LabelSite site = {.words = words, .label = words, .whole = true};
    bool titled = p->titled;

    if (!spec)
        label = by_words(p, block, text, label);
    /* More questions of the same people are a topic. */
    if (label && label->lang == LANG_EN && label->text.len == 0 &&
        part_is_faq(newest(p)) && newest(p)->kind == label->kind)
        return;

    p->titled = p->titled || level == 1;
    if (p->marker_bare && label_names(spec, label, newest(p))) {
        set_label(p, newest(p), block, &site);
        p->level = level;
        p->marker_bare = false;
        return;
    }
    bool names_faq = label && label->role == LABEL_PART &&
                     region_is_faq(region_of_kind(label->kind));
    if (!names_faq && is_content_heading(p, block, text))
        return;
    bool deeper = newest(p) && p->level > 0 && level > p->level;
    if (deeper && !opens_inside(p, label, spec))
        return;
    if (!deeper)
        leave_containers(p, level);
    if (spec || (label && label->role == LABEL_PART)) {
        open_labelled(p, block, label, spec, &site, level);
        return;
    }
    if (label && label->role == LABEL_PRESS_RELEASE) {
        enter_release(p, block, words, level);
        return;
    }
    if (label && label->role == LABEL_RELEASE_MARKER) {
        p->around = (Container){REGION_PR, 0};
        return;
    }
    /* A title, or a heading of the preamble, is no part. */
    if (newest(p) && !(level == 1 && !titled && !p->level) && p->level > 0)
        open_other(p, block, words, level);
}

/* -- labels in text ------------------------------------------------------- */

static bool allows_text_label(const Parts *p, size_t block, const LabelSite *site,
                              const Label *label)
{
    const Part *last = newest(p);
    bool item = block_at(p, block)->kind == BLOCK_ITEM;

    if (label->role != LABEL_PART)
        return site->whole && !item;
    if (label->kind == PART_OTHER)
        return false;
    if (!last)
        return true;
    if (part_is_faq(last))
        return site->whole && !item &&
               (label->kind == PART_EXTERNAL_FAQ || label->kind == PART_INTERNAL_FAQ);
    if ((last->found == FOUND_MARKER && p->level > 0) || last->kind == PART_APPENDIX ||
        last->kind == label->kind)
        return false;
    /* Under a heading that names a part, a plain "Summary: …" or an item is text. */
    return p->level == 0 || last->kind == PART_OTHER || (!item && site->marked) ||
           (!item && !p->r->doc->tmpl && last->kind <= PART_SUMMARY &&
            label->kind > last->kind);
}

/* "FAQ" on a line of its own, without any mark, above a question. */
static bool plain_label(const Parts *p, size_t block, LabelSite *site)
{
    if (p->r->doc->tmpl || !is_plain_faq(p->r, block))
        return false;
    Range line = p->r->texts[block].lines[0];
    *site = (LabelSite){.words = line, .label = line, .whole = true};
    return true;
}

/* Questions under no heading of an FAQ begin one. */
static void open_questions(Parts *p, size_t block)
{
    const Part *last = newest(p);

    if (p->r->doc->tmpl || p->headed ||
        (last && (part_is_faq(last) || last->found == FOUND_MARKER ||
                  last->kind == PART_APPENDIX || last->kind == PART_FIVE_QUESTIONS)) ||
        !questions_begin(p->r, block))
        return;
    Part *part = open_part(p, block, PART_FAQ, NULL, 0);
    part->found = FOUND_INFERRED;
    part->confidence = QUESTIONS_CONFIDENCE;
}

static void read_text(Parts *p, size_t block)
{
    const BlockText *text = &p->r->texts[block];
    LabelSite site = {0};

    if (text->count == 0)
        return;
    if (!label_site(p->r->doc->bytes, text, &site) && !plain_label(p, block, &site)) {
        open_questions(p, block);
        return;
    }
    const Label *label =
        library_label(p->r->lib, str_range(p->r->doc->bytes, site.words));
    if (!label) {
        open_questions(p, block);
        return;
    }
    if (p->marker_bare && label_names(NULL, label, newest(p))) {
        set_label(p, newest(p), block, &site);
        p->marker_bare = false;
        return;
    }
    if (!allows_text_label(p, block, &site, label))
        return;
    if (label->role == LABEL_PART)
        open_labelled(p, block, label, NULL, &site, 0);
    else if (!newest(p))
        p->around = (Container){REGION_PR, 0};
}

/* -- markers -------------------------------------------------------------- */

static bool is_adjacent(const Parts *p, size_t block)
{
    Str between = str_slice(p->r->doc->bytes, block_at(p, block - 1)->range.end,
                            block_at(p, block)->range.start);
    size_t at = 0, lines = 0;
    Range line;

    while (line_next(between, &at, &line))
        lines++;
    return lines == 1;
}

/* Is the block above a marker the label of its part? */
static bool is_label_above(const Parts *p, size_t block)
{
    if (block == 0)
        return false;
    const Block *above = block_at(p, block - 1);
    const BlockText *text = &p->r->texts[block - 1];
    const Part *last = newest(p);
    LabelSite site = {0};

    if (last && last->found == FOUND_MARKER && p->opened == block - 1)
        return false;
    /* It is the label of the part before already. */
    if (last && last->found == FOUND_MARKER && last->label.start < last->label.end &&
        last->label.end == above->range.end)
        return false;
    /* "<!-- prfaq-id: headline -->" directly above "# The headline itself". */
    if (last && last->found == FOUND_MARKER && p->opened + 1 == block - 1 &&
        p->level == 0 && is_adjacent(p, block - 1))
        return false;
    if (above->kind == BLOCK_HEADING)
        return is_adjacent(p, block) || above->level > 1;
    return is_adjacent(p, block) && text->count > 0 &&
           label_site(p->r->doc->bytes, text, &site) && site.whole;
}

/* Two id comments on lines that follow each other: the same words tell both. */
static bool stack_marker(const Parts *p, size_t block, Str id)
{
    Part *last = newest(p);
    PartKind kind = marker_kind(id);

    if (p->r->doc->tmpl || !last || last->found != FOUND_MARKER || block == 0 ||
        p->opened + 1 != block || !is_adjacent(p, block) || kind == PART_OTHER ||
        last->kind == PART_OTHER || part_tells(last, kind) ||
        region_of_kind(kind) != last->region)
        return false;
    last->also |= PART_BIT(kind);
    last->body.start = block_at(p, block)->range.end;
    return true;
}

static void read_marker(Parts *p, size_t block, Str id)
{
    if (stack_marker(p, block, id)) {
        p->opened = block;
        return;
    }

    size_t first = block, start = block_at(p, block)->range.start;
    int level = 0;
    LabelSite site = {.whole = true};
    bool labelled = is_label_above(p, block);

    if (labelled) {
        first = block - 1;
        level =
            block_at(p, first)->kind == BLOCK_HEADING ? block_at(p, first)->level : 0;
        site.words = site.label = heading_words(p, first);
        /* The label was taken for a part of its own. */
        start = block_at(p, first)->range.start;
        if (newest(p) && p->opened == first && newest(p)->range.start <= start &&
            newest(p)->found == FOUND_LABEL) {
            start = newest(p)->range.start;
            p->r->part_count--;
        }
    }
    const PartSpec *spec = p->r->doc->tmpl ? template_spec(p->r->doc->tmpl, id) : NULL;
    PartKind kind = spec ? spec->kind : marker_kind(id);
    p->passing = false;
    Part *part = open_part(p, first, kind, spec, level);
    if (labelled)
        set_label(p, part, first, &site);
    part->range.start = start;
    part->id = id;
    part->found = FOUND_MARKER;
    part->confidence = 1;
    part->body.start = block_at(p, block)->range.end;
    p->opened = block;
    p->passing = false;
    p->marker_bare = !labelled;
}

/* -- the whole ------------------------------------------------------------ */

static bool is_marker(const Parts *p, size_t block, Str *id)
{
    const Block *b = block_at(p, block);

    if (b->kind != BLOCK_HTML)
        return false;
    /* Behind the quote marks of its block. */
    Str line = str_trim(str_range(p->r->doc->bytes, b->range));
    while (b->quoted && str_starts(line, STR(">")))
        line = str_trim(str_slice(line, 1, line.len));
    return mark_comment(line, STR("prfaq-id"), id);
}

/* A container dissolves only when nothing but remarks stands under it. */
static bool ends_passing(const Parts *p, size_t block)
{
    const Block *b = block_at(p, block);

    return b->kind != BLOCK_HTML && b->kind != BLOCK_RULE && b->kind != BLOCK_HEADING;
}

static void read_block(Parts *p, size_t block)
{
    size_t parts = p->r->part_count;
    bool bare = p->marker_bare;
    Str id = {0};

    if (is_marker(p, block, &id)) {
        read_marker(p, block, id);
        return;
    }
    switch (block_at(p, block)->kind) {
    case BLOCK_HEADING:
        read_heading(p, block);
        break;
    case BLOCK_PARAGRAPH:
    case BLOCK_ITEM:
        read_text(p, block);
        break;
    default:
        break;
    }
    bool opened = p->r->part_count > parts;
    if (!opened && ends_passing(p, block) && block != p->opened)
        p->passing = false;
    if (bare && block_at(p, block)->kind != BLOCK_HTML)
        p->marker_bare = false;
}

/* The body begins behind the line break and blank lines of a label. */
static size_t body_start(Str bytes, size_t at, size_t end)
{
    size_t next = at;

    while (next < end && strchr(" \t\r\n", bytes.ptr[next])) {
        next++;
        if (bytes.ptr[next - 1] == '\n' || bytes.ptr[next - 1] == '\r')
            at = next;
    }
    return at;
}

void parts_close(DocumentReader *r)
{
    size_t block = 0;

    for (size_t i = 0; i < r->part_count; i++) {
        Part *part = &r->parts[i];
        size_t end =
            i + 1 < r->part_count ? r->parts[i + 1].range.start : r->doc->bytes.len;
        part->range.end = part->body.end = end;
        part->body.start = body_start(r->doc->bytes, part->body.start, end);
        while (block < r->count && r->blocks[block].range.start < part->range.start)
            block++;
        part->first_block = block;
        for (; block < r->count && r->blocks[block].range.start < end; block++)
            r->blocks[block].part = i;
        part->block_count = block - part->first_block;
    }
}

void parts_read(DocumentReader *r)
{
    Parts p = {.r = r, .headed = faq_is_headed(r)};

    for (size_t i = 0; i < r->count; i++)
        read_block(&p, i);
    parts_close(r);
}
