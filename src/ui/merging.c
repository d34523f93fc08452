#include "ui/merging.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/layout.h"
#include "ui/outside.h"

void merging_deinit(Merging *g)
{
    for (int x = 0; x < THREE_COUNT; x++)
        strbuf_deinit(&g->texts[x]);
    strbuf_deinit(&g->result);
    strbuf_deinit(&g->who);
    strbuf_deinit(&g->commit);
    strbuf_deinit(&g->kept);
    arena_deinit(&g->arena);
    *g = (Merging){0};
}

size_t merging_decided(const Merging *g)
{
    size_t n = 0;

    for (size_t i = 0; i < g->merge.conflict_count; i++)
        n += g->choices[i].take != MERGE_OPEN;
    return n;
}

static void make_result(Merging *g)
{
    merge_result(&g->merge, g->choices, &g->result, g->places);
}

/* -- beginning ---------------------------------------------------------------- */

static bool same_conflict(const MergeConflict *a, const MergeConflict *b)
{
    return str_eq(a->base, b->base) && str_eq(a->mine, b->mine) &&
           str_eq(a->theirs, b->theirs);
}

/* Both lists are in the order of the text: what was decided before is looked for
 * from where the last one was found. */
static void keep_choices(Merging *g, const Merging *old)
{
    size_t from = 0;

    for (size_t i = 0; i < g->merge.conflict_count && old->open; i++) {
        for (size_t k = from; k < old->merge.conflict_count; k++) {
            if (!same_conflict(&g->merge.conflicts[i], &old->merge.conflicts[k]))
                continue;
            g->choices[i] = old->choices[k];
            g->choices[i].own = arena_str(&g->arena, old->choices[k].own);
            from = k + 1;
            break;
        }
    }
}

static size_t first_open(const Merging *g, size_t from)
{
    size_t count = g->merge.conflict_count;

    for (size_t i = 0; i < count; i++) {
        size_t at = (from + i) % count;
        if (g->choices[at].take == MERGE_OPEN)
            return at;
    }
    return from < count ? from : 0;
}

static void read_texts(Model *m, const Str texts[THREE_COUNT], Merging *g)
{
    g->ends =
        line_ends_of_three(texts[THREE_BASE], texts[THREE_MINE], texts[THREE_THEIRS]);
    for (int x = 0; x < THREE_COUNT; x++) {
        if (g->ends != ENDS_NONE)
            line_ends_convert(texts[x], g->ends, &g->texts[x]);
        else
            strbuf_add(&g->texts[x], texts[x]);
        document_read(strbuf_view(&g->texts[x]), m->lib, &g->arena, &g->docs[x]);
    }
    merge_make(&g->docs[THREE_BASE], &g->docs[THREE_MINE], &g->docs[THREE_THEIRS],
               &g->arena, &g->merge);
    g->choices =
        arena_array(&g->arena, g->merge.conflict_count + 1, sizeof *g->choices);
    g->places = arena_array(&g->arena, g->merge.conflict_count + 1, sizeof *g->places);
    g->version = text_version(m->ed.text);
    g->open = true;
}

void merging_begin_with(Model *m, const Str texts[THREE_COUNT], Str who)
{
    Merging g = {0};

    read_texts(m, texts, &g);
    strbuf_add(&g.who, who);
    keep_choices(&g, &m->merging);
    merging_deinit(&m->merging);
    m->merging = g;
    m->merging.at = first_open(&m->merging, 0);
    make_result(&m->merging);
    m->page.valid = false;
}

void merging_show(Model *m)
{
    m->top[VIEW_MERGE] = 0;
    model_go(m, VIEW_MERGE);
}

void merging_begin(Model *m, Str base, Str theirs, Str who)
{
    const Str texts[THREE_COUNT] = {base, text_view(m->ed.text), theirs};

    merging_begin_with(m, texts, who);
    if (m->merging.merge.conflict_count == 0)
        merging_finish(m);
    else
        merging_show(m);
}

void merging_refresh(Model *m)
{
    m->merging.at = first_open(&m->merging, 0);
    make_result(&m->merging);
    m->page.valid = false;
}

/* -- choosing ----------------------------------------------------------------- */

const char *merging_why_not(const Merging *g, MergeTake take)
{
    const MergeConflict *c = &g->merge.conflicts[g->at];

    if (take == MERGE_BOTH && c->both.len == 0)
        return _("both changed the same words");
    if (take == MERGE_OWN && (str_find(c->mine, STR("\n\n"), 0) != STR_NONE ||
                              str_find(c->theirs, STR("\n\n"), 0) != STR_NONE))
        return _("these are several paragraphs; choose one, and write in the text");
    return NULL;
}

void merging_choose(Model *m, MergeTake take, Str own)
{
    Merging *g = &m->merging;

    g->choices[g->at] = (MergeChoice){take, arena_str(&g->arena, own)};
    make_result(g);
    m->page.valid = false;
}

/* Line breaks inside a sentence are no more than spaces where it is written anew. */
static void add_one_line(Str words, StrBuf *out)
{
    Str rest = words, line;

    while (str_next_line(&rest, &line)) {
        if (out->len > 0)
            strbuf_addc(out, ' ');
        strbuf_add(out, str_trim(line));
    }
}

static void take(Model *m, MergeTake what, Effect *out)
{
    const char *why = merging_why_not(&m->merging, what);

    if (why)
        model_say(m, _("Not possible here: %s."), why);
    else
        merging_choose(m, what, (Str){0});
    merging_keep(m, out);
}

void cmd_take_mine(Model *m, Effect *out)
{
    take(m, MERGE_MINE, out);
}

void cmd_take_theirs(Model *m, Effect *out)
{
    take(m, MERGE_THEIRS, out);
}

void cmd_take_both(Model *m, Effect *out)
{
    take(m, MERGE_BOTH, out);
}

void cmd_take_neither(Model *m, Effect *out)
{
    take(m, MERGE_NEITHER, out);
}

void cmd_take_own(Model *m, Effect *out)
{
    Merging *g = &m->merging;
    const char *why = merging_why_not(g, MERGE_OWN);
    StrBuf words = {0};

    (void)out;
    if (why) {
        model_say(m, _("Not possible here: %s."), why);
        return;
    }
    add_one_line(str_range(strbuf_view(&g->result), g->places[g->at]), &words);
    field_set(&m->typed[PROMPT_OWN], strbuf_view(&words));
    prompt_open(m, PROMPT_OWN);
    strbuf_deinit(&words);
}

void merging_own(Model *m, Effect *out)
{
    Str words = str_trim(field_view(&m->typed[PROMPT_OWN]));

    prompt_close(m);
    merging_choose(m, MERGE_OWN, words);
    merging_keep(m, out);
}

void cmd_undo_choice(Model *m, Effect *out)
{
    if (m->merging.choices[m->merging.at].take == MERGE_OPEN)
        model_say(m, _("Nothing is chosen here yet."));
    merging_choose(m, MERGE_OPEN, (Str){0});
    merging_keep(m, out);
}

static void go_to(Model *m, size_t at)
{
    m->merging.at = at;
    m->top[VIEW_MERGE] = 0;
    m->page.valid = false;
}

void cmd_next_place(Model *m, Effect *out)
{
    (void)out;
    if (m->merging.at + 1 < m->merging.merge.conflict_count)
        go_to(m, m->merging.at + 1);
    else
        model_say(m, _("This is the last place."));
}

void cmd_previous_place(Model *m, Effect *out)
{
    (void)out;
    if (m->merging.at > 0)
        go_to(m, m->merging.at - 1);
    else
        model_say(m, _("This is the first place."));
}

/* -- where it stands ---------------------------------------------------------- */

static bool is_prose_at(const Document *doc, size_t offset)
{
    size_t block = document_block_at(doc, offset);

    if (block == NO_INDEX)
        return false;
    BlockKind kind = doc->blocks[block].kind;
    return kind == BLOCK_PARAGRAPH || kind == BLOCK_ITEM;
}

/* Number of the sentence at `offset` among those of its section; 0: it is none. */
static int sentence_number(const Document *doc, const Tiles *tiles, const Part *part,
                           size_t offset)
{
    int number = 0;

    if (!is_prose_at(doc, offset))
        return 0;
    for (size_t i = 0; i < tiles->count; i++) {
        size_t start = tiles->items[i].range.start;
        if (start > offset)
            break;
        if (start >= part->body.start && is_prose_at(doc, start))
            number++;
    }
    return number;
}

void merging_place_of(const Merge *m, const Document *const docs[THREE_COUNT],
                      size_t conflict, StrBuf *out)
{
    const MergeConflict *c = &m->conflicts[conflict];
    int x = c->mine.len ? THREE_MINE : c->base.len ? THREE_BASE : THREE_THEIRS;
    const Str words[THREE_COUNT] = {c->base, c->mine, c->theirs};
    const Document *doc = docs[x];
    size_t offset = (size_t)(words[x].ptr - doc->bytes.ptr);
    size_t at = document_part_at(doc, offset);

    if (doc->part_count == 0) {
        strbuf_add(out, doc->title);
        return;
    }
    if (at == NO_INDEX) {
        strbuf_addz(out, _("Before the first section"));
        return;
    }
    const Part *part = &doc->parts[at];
    Str title = part->title.len ? part->title
                : part->spec    ? part->spec->title
                                : str_from(_("Section"));
    int number = sentence_number(doc, &m->texts[x], part, offset);
    if (number > 0)
        message_addf(out, _("%.*s, sentence %d"), STR_ARG(title), number);
    else
        strbuf_add(out, title);
}

void merging_place(const Merging *g, StrBuf *out)
{
    const Document *const docs[THREE_COUNT] = {
        &g->docs[THREE_BASE], &g->docs[THREE_MINE], &g->docs[THREE_THEIRS]};

    merging_place_of(&g->merge, docs, g->at, out);
}

/* -- finishing ---------------------------------------------------------------- */

/* The caret in the text as it was put together. */
static size_t place_in_mine(const Merging *g, const Editor *ed)
{
    StrBuf before = {0};

    if (g->ends == ENDS_NONE)
        return ed->caret;
    line_ends_convert(str_slice(text_view(ed->text), 0, ed->caret), g->ends, &before);
    size_t at = before.len;
    strbuf_deinit(&before);
    return at;
}

/* What is in the file is what was put together with: saving goes on from there. */
static void put_result(Model *m)
{
    Merging *g = &m->merging;
    Editor *ed = &m->ed;
    size_t caret =
        g->from == MERGE_FROM_REVISION
            ? merge_follow(&g->merge, g->choices, THREE_MINE, place_in_mine(g, ed))
        : g->merge.conflict_count > 0 ? g->places[0].start
                                      : 0;

    editor_exchange(ed, strbuf_view(&g->result));
    ed->caret = caret;
    if (g->who.len == 0) {
        strbuf_clear(&ed->disk);
        strbuf_add(&ed->disk, strbuf_view(&g->texts[THREE_THEIRS]));
        ed->disk_version = VERSION_NONE;
        strbuf_deinit(&ed->start);
        ed->start_kept = false;
        ed->outside = OUTSIDE_SAME;
    }
    ed->derived.valid = false;
    layout_settle(ed);
}

void merging_finish(Model *m)
{
    Merging *g = &m->merging;
    int taken = (int)(g->merge.theirs + g->merge.conflict_count);

    if (g->version != text_version(m->ed.text)) {
        model_say(m, _("The text has changed meanwhile. Esc, and do it again."));
        return;
    }
    put_result(m);
    if (m->view == VIEW_MERGE)
        model_back(m);
    merging_deinit(g);
    if (taken == 0)
        model_say(m, _("All of the other text is in yours already. ^S saves."));
    else
        model_say(m,
                  ngettext("Together now, with %d place of the other text. ^S saves, "
                           "^Z undoes it.",
                           "Together now, with %d places of the other text. ^S saves, "
                           "^Z undoes it.",
                           (unsigned long)taken),
                  taken);
}

void cmd_merge_finish(Model *m, Effect *out)
{
    Merging *g = &m->merging;
    size_t left = g->merge.conflict_count - merging_decided(g);

    if (left == 0) {
        merging_done(m, out);
        return;
    }
    if (g->choices[g->at].take == MERGE_OPEN)
        model_say(m, _("Choose with a number from 1 to 5 first."));
    else
        go_to(m, first_open(g, g->at));
}
