/* Moving a paragraph, a question with its answer, or a section past its neighbour. */
#include "base/message.h"
#include "text/motion.h"
#include "ui/bullet.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/faq_number.h"
#include "ui/layout.h"
#include "ui/move.h"

static Str line_text(const Editor *ed, size_t line)
{
    return str_range(text_view(ed->text), layout_line_range(ed, line));
}

static bool is_blank(const Editor *ed, size_t line)
{
    return str_is_blank(line_text(ed, line));
}

static bool next_line(const Editor *ed, size_t *line)
{
    Str text = text_view(ed->text);
    size_t nl = str_find_byte(text, '\n', *line);

    if (nl == STR_NONE || nl + 1 >= text.len)
        return false;
    *line = nl + 1;
    return true;
}

static bool line_before(const Editor *ed, size_t *line)
{
    if (*line == 0)
        return false;
    *line = layout_line_of(ed, *line - 1);
    return true;
}

static bool is_mark(const Editor *ed, size_t line, Str kind)
{
    Str text = str_trim(line_text(ed, line));
    return layout_is_mark(text) && str_find(text, kind, 0) != STR_NONE;
}

static bool is_heading(const Editor *ed, size_t line)
{
    return str_starts(line_text(ed, line), STR("#"));
}

/* A heading and the mark below it belong together, and to nothing else. */
static bool is_title(const Editor *ed, size_t line)
{
    return is_heading(ed, line) || is_mark(ed, line, STR("prfaq-id:"));
}

static size_t indent_of(Str line)
{
    size_t n = 0;

    while (n < line.len && (line.ptr[n] == ' ' || line.ptr[n] == '\t'))
        n++;
    return n;
}

/* Does a line begin a piece of its own: an item, unless it hangs below another one? */
static bool begins_item(const Editor *ed, size_t line, size_t *indent)
{
    Bullet b;

    if (!bullet_parse(line_text(ed, line), &b) || b.quote)
        return false;
    *indent = b.indent;
    return true;
}

static size_t unit_start(const Editor *ed, size_t line)
{
    size_t at = line, above = line, indent = 0;

    if (is_title(ed, line)) {
        while (!is_heading(ed, at) && line_before(ed, &above) && is_title(ed, above))
            at = above;
        return at;
    }
    while (!begins_item(ed, at, &indent) && line_before(ed, &above) &&
           !is_blank(ed, above) && !is_title(ed, above))
        at = above;
    return at;
}

static bool goes_on(const Editor *ed, size_t first, size_t line)
{
    size_t own = 0, other = 0;

    if (is_title(ed, first))
        return is_mark(ed, line, STR("prfaq-id:"));
    if (is_blank(ed, line) || is_title(ed, line))
        return false;
    bool item = begins_item(ed, first, &own);
    if (begins_item(ed, line, &other))
        return item && other > own;
    return !item || indent_of(line_text(ed, line)) > own ||
           !is_mark(ed, line, STR("prfaq-"));
}

/* Front matter belongs to the document. */
static bool is_front_matter(const Editor *ed, size_t line)
{
    return ed->derived.valid && derived_source(ed, line) < ed->derived.doc.start;
}

Range move_unit(const Editor *ed, size_t at)
{
    size_t line = layout_line_of(ed, at);

    if (is_blank(ed, line) || is_front_matter(ed, line))
        return (Range){at, at};
    size_t start = unit_start(ed, line), last = start, next = start;
    while (next_line(ed, &next) && goes_on(ed, start, next))
        last = next;
    return (Range){start, layout_line_range(ed, last).end};
}

/* Of an item that hangs below another one the piece is the one it hangs below, unless
 * it is one's own. */
static size_t climb(const Editor *ed, size_t line, size_t own)
{
    size_t indent = 0, above = line;

    while (begins_item(ed, line, &indent) && indent > own && line_before(ed, &above) &&
           !is_blank(ed, above))
        line = above;
    return line;
}

/* The piece before or behind one; false when there is none. */
static bool unit_beside(const Editor *ed, Range unit, int direction, Range *out)
{
    size_t line = direction < 0 ? unit.start : layout_line_of(ed, unit.end);

    while (direction < 0 ? line_before(ed, &line) : next_line(ed, &line)) {
        if (is_blank(ed, line))
            continue;
        size_t own = 0;
        if (begins_item(ed, unit.start, &own))
            line = climb(ed, line, own);
        *out = move_unit(ed, line);
        return out->start < out->end &&
               (out->end <= unit.start || out->start >= unit.end);
    }
    return false;
}

/* Puts two pieces, `a` before `b`, in each other's place: what stands between them
 * stays there. The caret goes along with its piece. */
static void swap(Editor *ed, Range a, Range b, Str new_a, Str new_b)
{
    Str text = text_view(ed->text);
    bool first = ed->caret <= a.end;
    size_t inside = ed->caret - (first ? a.start : b.start);
    StrBuf fresh = {0};

    strbuf_add(&fresh, new_b);
    strbuf_add(&fresh, str_slice(text, a.end, b.start));
    size_t start = a.start + (first ? fresh.len : 0);
    strbuf_add(&fresh, new_a);
    text_group_begin(ed->text);
    editor_replace(ed, (Range){a.start, b.end}, strbuf_view(&fresh));
    text_group_end(ed->text);
    ed->caret = start + inside;
    layout_settle(ed);
    strbuf_deinit(&fresh);
}

static void swap_plain(Editor *ed, Range a, Range b)
{
    Arena arena = {0};
    Str text = text_view(ed->text);

    swap(ed, a, b, arena_str(&arena, str_range(text, a)),
         arena_str(&arena, str_range(text, b)));
    arena_deinit(&arena);
}

static Range without_end(const Editor *ed, Range r)
{
    Str text = str_range(text_view(ed->text), r);
    return (Range){r.start, r.start + str_trim_end(text).len};
}

static bool stays_first(const Part *part)
{
    return part->kind == PART_HEADLINE || part->kind == PART_SUBHEADING;
}

static void move_section(Model *m, int direction)
{
    Editor *ed = &m->ed;
    const Document *doc = &ed->derived.doc;

    if (derive_needed(m))
        derive(m);
    const Part *part = derived_part_at(ed, ed->caret);
    if (!part) {
        model_say(m, _("The cursor is in no section."));
        return;
    }
    size_t at = (size_t)(part - doc->parts);
    bool has = direction < 0 ? at > 0 : at + 1 < doc->part_count;
    const Part *other = has ? part + direction : NULL;
    if (stays_first(part) || (other && stays_first(other))) {
        model_say(m, _("The headline stays where it is."));
    } else if (!other || other->region != part->region) {
        model_say(m, direction < 0 ? _("This is the first section here.")
                                   : _("This is the last section here."));
    } else {
        const Part *a = direction < 0 ? other : part, *b = direction < 0 ? part : other;
        swap_plain(ed, without_end(ed, a->range), without_end(ed, b->range));
        derive(m);
    }
}

static void move_pair(Model *m, size_t question, int direction)
{
    Editor *ed = &m->ed;
    const Document *doc = &ed->derived.doc;
    const Question *q = &doc->questions[question];
    bool has = direction < 0 ? question > 0 : question + 1 < doc->question_count;
    const Question *other = has ? q + direction : NULL;

    if (!other || other->part != q->part) {
        model_say(m, direction < 0 ? _("This is the first question here.")
                                   : _("This is the last question here."));
        return;
    }
    StrBuf new_a = {0}, new_b = {0};
    Range a = without_end(ed, (direction < 0 ? other : q)->range);
    Range b = without_end(ed, (direction < 0 ? q : other)->range);
    Str text_a = str_range(text_view(ed->text), a);
    Str text_b = str_range(text_view(ed->text), b);
    int number_a = faq_number(text_a), number_b = faq_number(text_b);
    bool numbered = number_a >= 0 && number_b >= 0;
    faq_renumber(text_a, numbered ? number_b : -1, &new_a);
    faq_renumber(text_b, numbered ? number_a : -1, &new_b);
    swap(ed, a, b, strbuf_view(&new_a), strbuf_view(&new_b));
    strbuf_deinit(&new_a);
    strbuf_deinit(&new_b);
    derive(m);
}

/* The question in whose line the caret stands, or NO_INDEX. */
static size_t question_here(const Editor *ed)
{
    size_t stop = derived_stop_at(ed, ed->caret);
    size_t at = derived_source(ed, ed->caret);

    if (stop == NO_INDEX || ed->derived.stops[stop].question == NO_INDEX)
        return NO_INDEX;
    size_t question = ed->derived.stops[stop].question;
    const Question *q = &ed->derived.doc.questions[question];
    return at >= q->range.start && at <= q->question.end ? question : NO_INDEX;
}

/* The words of the answer the caret is in, behind "A."; empty: it is in none. */
static Range answer_here(const Editor *ed)
{
    size_t stop = derived_stop_at(ed, ed->caret);
    size_t question = stop == NO_INDEX ? NO_INDEX : ed->derived.stops[stop].question;

    return question == NO_INDEX ? (Range){0, 0}
                                : ed->derived.doc.questions[question].answer;
}

static bool touches(Range unit, Range answer)
{
    return unit.end > answer.start && unit.start < answer.end;
}

/* Of the first paragraph of an answer the label stays where it is. */
static Range behind_label(Range unit, Range answer)
{
    if (touches(unit, answer) && unit.start < answer.start)
        unit.start = answer.start;
    return unit;
}

static void move_unit_here(Model *m, int direction)
{
    Editor *ed = &m->ed;
    Range beside, answer = answer_here(ed), unit = move_unit(ed, ed->caret);
    bool answers = touches(unit, answer);

    if (unit.start == unit.end) {
        model_say(m, _("There is no paragraph here to move."));
        return;
    }
    if (!unit_beside(ed, unit, direction, &beside) ||
        (answers && !touches(beside, answer))) {
        model_say(m, direction < 0 ? _("This is the first paragraph.")
                                   : _("This is the last paragraph."));
        return;
    }
    unit = behind_label(unit, answer);
    beside = behind_label(beside, answer);
    if (ed->caret < unit.start)
        ed->caret = unit.start;
    swap_plain(ed, direction < 0 ? beside : unit, direction < 0 ? unit : beside);
}

static void move_here(Model *m, int direction)
{
    Editor *ed = &m->ed;

    if (derive_needed(m))
        derive(m);
    size_t question = question_here(ed);
    if (question != NO_INDEX) {
        move_pair(m, question, direction);
        return;
    }
    if (is_heading(ed, layout_line_of(ed, ed->caret))) {
        move_section(m, direction);
        return;
    }
    move_unit_here(m, direction);
}

void cmd_move_up(Model *m, Effect *out)
{
    (void)out;
    move_here(m, -1);
}

void cmd_move_down(Model *m, Effect *out)
{
    (void)out;
    move_here(m, 1);
}

void cmd_section_up(Model *m, Effect *out)
{
    (void)out;
    move_section(m, -1);
}

void cmd_section_down(Model *m, Effect *out)
{
    (void)out;
    move_section(m, 1);
}
