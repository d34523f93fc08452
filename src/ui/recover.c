#include "ui/recover.h"

#include "base/line_ends.h"
#include "base/message.h"
#include "diff/merge.h"
#include "ui/cmd.h"
#include "ui/receive.h"

static void convert(Str *text, LineEnds to, Arena *arena)
{
    StrBuf turned = {0};

    line_ends_convert(*text, to, &turned);
    *text = arena_str(arena, strbuf_view(&turned));
    strbuf_deinit(&turned);
}

/* A program that turned the line ends of the file turned them for every line. */
static void follow_line_ends(Recovery *r, Str now)
{
    LineEnds ends = line_ends_turned(r->words.base, now);

    if (ends == ENDS_NONE)
        return;
    convert(&r->words.base, ends, &r->arena);
    convert(&r->words.text, ends, &r->arena);
}

/* The file was changed since: what both made of it is put together. Where both changed
 * one sentence, both stand there. */
static void put_together(Model *m, Str now)
{
    Recovery *r = &m->recovery;
    Document base, mine, theirs;
    Merge merge;
    StrBuf text = {0};

    follow_line_ends(r, now);
    document_read(r->words.base, m->lib, &r->arena, &base);
    document_read(r->words.text, m->lib, &r->arena, &mine);
    document_read(now, m->lib, &r->arena, &theirs);
    merge_make(&base, &mine, &theirs, &r->arena, &merge);
    MergeChoice *choices =
        arena_array(&r->arena, merge.conflict_count + 1, sizeof *choices);
    for (size_t i = 0; i < merge.conflict_count; i++) {
        const MergeConflict *c = &merge.conflicts[i];
        choices[i] = (MergeChoice){.take = MERGE_BOTH};
        if (c->both.len == 0)
            choices[i] = (MergeChoice){
                .take = MERGE_OWN,
                .own = arena_printf(&r->arena, "%.*s%s%.*s", STR_ARG(c->theirs),
                                    c->theirs.len && c->mine.len ? " " : "",
                                    STR_ARG(c->mine))};
    }
    merge_result(&merge, choices, &text, NULL);
    r->words.text = arena_str(&r->arena, strbuf_view(&text));
    strbuf_deinit(&text);
}

/* What would be lost. */
static void compare(Model *m, Str now)
{
    Recovery *r = &m->recovery;

    document_read(now, m->lib, &r->arena, &r->before);
    document_read(r->words.text, m->lib, &r->arena, &r->after);
    redline_make(&r->before, &r->after, &r->arena, &r->redline);
}

static void take_words(Recovery *r, const RecoveredWords *words)
{
    arena_reset(&r->arena);
    r->words = *words;
    r->words.id = arena_str(&r->arena, words->id);
    r->words.person = arena_str(&r->arena, words->person);
    r->words.place = arena_str(&r->arena, words->place);
    r->words.base = arena_str(&r->arena, words->base);
    r->words.text = arena_str(&r->arena, words->text);
    r->selected = 0;
}

static void tell(Model *m, RecoverChoice choice, Effect *out)
{
    *out = (Effect){.type = EFFECT_RECOVERED,
                    .choice = choice,
                    .path = strbuf_view(&m->ed.path),
                    .name = m->recovery.words.id,
                    .seen = strbuf_view(&m->ed.disk),
                    .person = m->recovery.words.person,
                    .bytes = m->recovery.words.text};
}

void recover_show(Model *m, const RecoveredWords *words, Effect *out)
{
    Recovery *r = &m->recovery;

    take_words(r, words);
    Str now = arena_str(&r->arena, text_view(m->ed.text));
    if (!words->known || editor_unwritten(&m->ed))
        put_together(m, now);
    if (str_eq(r->words.text, now)) {
        tell(m, RECOVER_SAVED, out); /* all of it is here */
        return;
    }
    compare(m, now);
    m->top[VIEW_RECOVER] = 0;
    m->page.valid = false;
    m->view = VIEW_RECOVER;
}

void recover_next(Model *m, const RecoveredWords *next, Effect *out)
{
    if (next) {
        recover_show(m, next, out);
        return;
    }
    if (m->view == VIEW_RECOVER)
        m->view = VIEW_WRITE;
}

/* Put the words into the text, as one step that can be undone; the caret is behind the
 * last of them. */
static void put_in(Model *m)
{
    Editor *ed = &m->ed;
    Str a = text_view(ed->text), b = m->recovery.words.text;
    size_t least = a.len < b.len ? a.len : b.len, head = 0, tail = 0;

    while (head < least && a.ptr[head] == b.ptr[head])
        head++;
    while (tail < least - head && a.ptr[a.len - 1 - tail] == b.ptr[b.len - 1 - tail])
        tail++;
    /* Not in the middle of a character that both begin alike. */
    while (head > 0 && ((unsigned char)b.ptr[head] & 0xC0) == 0x80 && head < b.len)
        head--;
    while (tail > 0 && ((unsigned char)b.ptr[b.len - tail] & 0xC0) == 0x80)
        tail--;
    text_seal(ed->text);
    text_group_begin(ed->text);
    editor_replace(ed, (Range){head, a.len - tail}, str_slice(b, head, b.len - tail));
    text_group_end(ed->text);
    ed->derived.valid = false;
}

void cmd_recover_keep(Model *m, Effect *out)
{
    put_in(m);
    m->view = VIEW_WRITE;
    model_say(m, _("The words are in the text again. ^Z takes them out, ^S saves a "
                   "revision."));
    tell(m, RECOVER_KEPT, out);
}

void cmd_recover_save(Model *m, Effect *out)
{
    put_in(m);
    m->view = VIEW_WRITE;
    m->after_save = EFFECT_RECOVERED;
    file_save_effect(m, (Str){0}, out);
    if (m->recovery.words.person.len > 0)
        out->person = m->recovery.words.person;
}

void recover_saved(Model *m, Effect *out)
{
    tell(m, RECOVER_SAVED, out);
}

void cmd_recover_look(Model *m, Effect *out)
{
    (void)out;
    changes_show(m, REVISION_FILE, text_view(m->ed.text), REVISION_KEPT,
                 m->recovery.words.text);
}

void cmd_recover_aside(Model *m, Effect *out)
{
    model_say(m, _("The words are put aside for 30 days: prfaq recover --list"));
    tell(m, RECOVER_ASIDE, out);
}

void recover_later(Model *m)
{
    m->view = VIEW_WRITE;
    m->page.valid = false;
    model_say(m, _("Nothing was deleted. The words are offered again the next time."));
}

int recover_height(const Model *m)
{
    int hints = m->rows < 16 ? 1 : m->hint_rows;
    int height = m->rows - hints - RECOVER_ROWS - (m->rows < 16 ? 2 : 4);

    return height < 1 ? 1 : height;
}

static void scroll(Model *m, int lines)
{
    size_t *top = &m->top[VIEW_RECOVER];
    size_t step = (size_t)(lines < 0 ? -lines : lines);

    if (lines < 0)
        *top -= *top < step ? *top : step;
    else
        *top += step; /* page_refresh() knows where the end is */
}

void recover_key(Model *m, const Key *key, Effect *out)
{
    static void (*const rows[RECOVER_ROWS])(Model *, Effect *) = {
        cmd_recover_keep, cmd_recover_save, cmd_recover_look, cmd_recover_aside};
    Recovery *r = &m->recovery;
    int page = recover_height(m) - 1;

    switch (key->code) {
    case KEYCODE_UP:
        r->selected = (r->selected + RECOVER_ROWS - 1) % RECOVER_ROWS;
        break;
    case KEYCODE_DOWN:
        r->selected = (r->selected + 1) % RECOVER_ROWS;
        break;
    case KEYCODE_PAGE_UP:
        scroll(m, -(page > 1 ? page : 1));
        break;
    case KEYCODE_PAGE_DOWN:
        scroll(m, page > 1 ? page : 1);
        break;
    case KEYCODE_ENTER:
        rows[r->selected](m, out);
        break;
    default:
        break;
    }
}
