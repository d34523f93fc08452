#include "base/message.h"
#include "diff/wording.h"
#include "doc/spoken.h"
#include "ui/cmd.h"
#include "ui/confirm.h"
#include "ui/derive.h"
#include "ui/layout.h"
#include "ui/outside.h"

size_t confirm_count(const Model *m)
{
    return m->view == VIEW_SPLIT ? m->confirm.split.count : m->confirm.adoption.count;
}

static size_t start_of(const Confirm *c, size_t row)
{
    return c->doc.blocks[c->adoption.items[row].block].range.start;
}

Range confirm_range(const Model *m, size_t row)
{
    const Confirm *c = &m->confirm;

    if (m->view == VIEW_SPLIT) {
        Range pair = c->doc.questions[c->split.items[row].question].range;
        pair.end = pair.start + str_trim_end(str_range(c->doc.bytes, pair)).len;
        return pair;
    }
    const Part *part = &c->doc.parts[c->adoption.items[row].part];
    Range r = {start_of(c, row), part->range.end};

    if (row + 1 < c->adoption.count && start_of(c, row + 1) < r.end)
        r.end = start_of(c, row + 1);
    if (r.end < r.start)
        r.end = r.start;
    r.end = r.start + str_trim_end(str_range(c->doc.bytes, r)).len;
    return r;
}

/* -- opening -------------------------------------------------------------- */

static void read_text(Model *m)
{
    Confirm *c = &m->confirm;

    arena_reset(&c->arena);
    strbuf_clear(&c->bytes);
    strbuf_add(&c->bytes, text_view(m->ed.text));
    document_read(strbuf_view(&c->bytes), m->lib, &c->arena, &c->doc);
    c->selected = 0;
}

void cmd_adopt(Model *m, Effect *out)
{
    Confirm *c = &m->confirm;

    (void)out;
    read_text(m);
    adopt_propose(&c->doc, &c->arena, &c->adoption);
    c->answered = arena_array(&c->arena, c->adoption.count + 1, sizeof *c->answered);
    if (c->adoption.count == 0) {
        model_say(m, c->adoption.held > 0
                         ? _("Every section of this document has its id already.")
                         : _("No section was found in this document."));
        return;
    }
    model_go(m, VIEW_ADOPT);
    if (!c->doc.is_prfaq)
        model_say(
            m, _("This is not read as a PR/FAQ: %s. It can be confirmed all the same."),
            not_prfaq_words(c->doc.not_prfaq));
}

void cmd_split(Model *m, Effect *out)
{
    Confirm *c = &m->confirm;

    (void)out;
    read_text(m);
    split_propose(&c->doc, m->lib, &c->arena, &c->split);
    c->answered = arena_array(&c->arena, c->split.count + 1, sizeof *c->answered);
    if (c->split.count == 0)
        model_say(m, _("There is no undivided FAQ with questions here."));
    else
        model_go(m, VIEW_SPLIT);
}

void confirm_offer(Model *m)
{
    const Document *doc = &m->ed.derived.doc;
    size_t found = 0;

    if (m->ed.offered || m->view != VIEW_WRITE)
        return;
    m->ed.offered = true;
    for (size_t i = 0; i < doc->part_count; i++) {
        if (doc->parts[i].found == FOUND_MARKER)
            return;
        found += doc->parts[i].kind != PART_OTHER;
    }
    if (doc->tmpl || !doc->is_prfaq || found < 2 || m->notice.len > 0)
        return;
    model_say(m, _("%zu sections were found in this document. Esc a: confirm them."),
              found);
}

/* -- rows ----------------------------------------------------------------- */

static Proposal *selected(Model *m)
{
    Confirm *c = &m->confirm;

    if (m->view != VIEW_ADOPT || c->selected >= c->adoption.count)
        return NULL;
    return &c->adoption.items[c->selected];
}

static void answer(Model *m, bool taken)
{
    Confirm *c = &m->confirm;
    Proposal *p = selected(m);

    if (!p)
        return;
    if (taken)
        adopt_accept(p);
    else
        adopt_refuse(p);
    c->answered[c->selected++] = true;
}

/* Who asks the question of the row, and on to the next. */
static void answer_side(Model *m, bool internal)
{
    Confirm *c = &m->confirm;

    if (c->selected >= c->split.count)
        return;
    c->split.items[c->selected].internal = internal;
    c->answered[c->selected++] = true;
}

void cmd_external(Model *m, Effect *out)
{
    (void)out;
    answer_side(m, false);
}

void cmd_internal(Model *m, Effect *out)
{
    (void)out;
    answer_side(m, true);
}

void cmd_confirm_yes(Model *m, Effect *out)
{
    Confirm *c = &m->confirm;

    if (c->selected >= confirm_count(m))
        cmd_confirm_write(m, out);
    else if (m->view == VIEW_SPLIT)
        answer_side(m, c->split.items[c->selected].internal);
    else
        answer(m, true);
}

void cmd_confirm_no(Model *m, Effect *out)
{
    (void)out;
    answer(m, false);
}

void cmd_confirm_back(Model *m, Effect *out)
{
    (void)out;
    m->confirm.selected -= m->confirm.selected > 0;
}

void cmd_confirm_kind(Model *m, Effect *out)
{
    const Proposal *p = selected(m);

    (void)out;
    if (!p)
        return;
    prompt_open(m, PROMPT_KIND);
    m->prompt.selected = p->kind > PART_OTHER ? (size_t)p->kind - 1 : 0;
}

PartKind confirm_kind(size_t choice)
{
    return choice + 1 < PART_KIND_COUNT ? (PartKind)(choice + 1) : PART_OTHER;
}

void confirm_choose_kind(Model *m, size_t choice)
{
    Proposal *p = selected(m);

    prompt_close(m);
    if (!p)
        return;
    adopt_name(p, confirm_kind(choice));
    m->confirm.answered[m->confirm.selected++] = true;
}

static void move_start(Model *m, bool down)
{
    Confirm *c = &m->confirm;
    Proposal *p = selected(m);

    if (!p)
        return;
    for (size_t block = p->block; down ? block + 1 < c->doc.block_count : block > 0;) {
        block = down ? block + 1 : block - 1;
        if (adopt_may_begin(&c->doc, &c->adoption, c->selected, block)) {
            adopt_move(&c->doc, p, block);
            return;
        }
    }
    model_say(m, p->labelled
                     ? _("It has a label of its own, which stays its beginning.")
                     : _("It cannot begin anywhere else."));
}

void cmd_confirm_higher(Model *m, Effect *out)
{
    (void)out;
    move_start(m, false);
}

void cmd_confirm_lower(Model *m, Effect *out)
{
    (void)out;
    move_start(m, true);
}

/* -- writing -------------------------------------------------------------- */

/* Whole lines were put in: the offset moves behind those before it. */
static size_t moved_offset(Str before, Str after, size_t offset)
{
    Str old = before, new = after, line, other;

    while (str_next_line(&old, &line)) {
        size_t start = (size_t)(line.ptr - before.ptr);
        if (start + line.len >= offset && start > offset)
            break;
        size_t at = after.len;
        while (str_next_line(&new, &other)) {
            at = (size_t)(other.ptr - after.ptr);
            if (str_eq(other, line))
                break;
        }
        if (offset <= start + line.len)
            return at + (offset > start ? offset - start : 0);
    }
    return after.len;
}

static void put_text(Model *m, Str after)
{
    Editor *ed = &m->ed;
    size_t caret = moved_offset(strbuf_view(&m->confirm.bytes), after, ed->caret);

    editor_exchange(ed, after);
    ed->caret = caret;
    ed->anchor = NO_INDEX;
    derive(m);
    layout_settle(ed);
    model_back(m);
}

static void write_split(Model *m)
{
    Confirm *c = &m->confirm;
    Str bytes;
    size_t internal = 0;

    for (size_t i = 0; i < c->split.count; i++)
        internal += c->split.items[i].internal;
    if (!split_write(&c->doc, m->lib, &c->split, &c->arena, &bytes)) {
        model_say(m, _("This FAQ cannot be divided without changing its questions."));
        return;
    }
    put_text(m, bytes);
    model_say(m, _("The FAQ is divided: %zu external, %zu internal. ^Z takes it back."),
              c->split.count - internal, internal);
}

/* Names those that got no comment of their own. */
static void say_left(Model *m, const Adopted *adopted)
{
    const Adoption *a = &m->confirm.adoption;
    StrBuf left = {0};

    for (size_t i = 0; i < a->count; i++) {
        if (!adopted->left[i])
            continue;
        strbuf_addz(&left, left.len ? ", " : "");
        strbuf_add(&left, wording_part(a->items[i].kind, message_lang()));
    }
    model_say(m,
              ngettext("Wrote %zu hidden comment; no place for: %s. ^Z takes it back.",
                       "Wrote %zu hidden comments; no place for: %s. ^Z takes them "
                       "back.",
                       (unsigned long)adopted->added),
              adopted->added, strbuf_cstr(&left));
    strbuf_deinit(&left);
}

/* Which comments are ours, so that they can be told from others later. */
static void note_ids(Model *m, const Adopted *adopted, Effect *out)
{
    StrBuf ids = {0};

    for (size_t i = 0; i < adopted->added; i++)
        strbuf_addf(&ids, "%.*s\n", STR_ARG(adopted->ids[i]));
    *out = (Effect){.type = EFFECT_ADOPTED,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = arena_str(&m->confirm.arena, strbuf_view(&ids))};
    strbuf_deinit(&ids);
}

void cmd_confirm_write(Model *m, Effect *out)
{
    Confirm *c = &m->confirm;
    Adopted adopted;

    if (!str_eq(text_view(m->ed.text), strbuf_view(&c->bytes))) {
        model_say(m, _("The text has changed meanwhile. Esc, and do it again."));
        return;
    }
    if (m->view == VIEW_SPLIT) {
        write_split(m);
        return;
    }
    adopt_write(&c->doc, m->lib, &c->adoption, &c->arena, &adopted);
    if (adopted.added == 0) {
        model_back(m);
        model_say(m, _("Nothing was confirmed, so nothing was written."));
        return;
    }
    put_text(m, adopted.bytes);
    note_ids(m, &adopted, out);
    if (adopted.left_count > 0)
        say_left(m, &adopted);
    else
        model_say(m,
                  ngettext("Wrote %zu hidden comment; the words are as they were. ^Z "
                           "takes it back.",
                           "Wrote %zu hidden comments; the words are as they were. ^Z "
                           "takes them back.",
                           (unsigned long)adopted.added),
                  adopted.added);
}
