#include "app/effect.h"

#include "app/colours.h"
#include "app/copy.h"
#include "app/describe.h"
#include "app/effect_kinds.h"
#include "app/elsewhere.h"
#include "app/history_slices.h"
#include "app/interview_file.h"
#include "app/own_editor.h"
#include "app/own_words.h"
#include "app/who_wrote.h"
#include "store/adopted.h"

Msg effect_failed(const Effect *effect, const Error *err)
{
    return (Msg){.type = MSG_FAILED,
                 .effect = effect->type,
                 .quiet = effect->quiet,
                 .error = *err};
}

bool effect_document(Effects *e, Str path, DocumentRef *ref, Error *err)
{
    return session_document(e->session, path, &e->reply, ref, err);
}

static Msg add_word(Effects *e, const Effect *effect)
{
    Error err = {0};
    Str word = arena_str(&e->reply, effect->name);

    return own_words_add(e->session, word, &err)
               ? (Msg){.type = MSG_WORD_ADDED, .name = word}
               : effect_failed(effect, &err);
}

static Msg note_adopted(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};
    Str rest = effect->bytes;
    Str *ids = arena_array(&e->reply, effect->bytes.len + 1, sizeof *ids);
    size_t count = 0;

    while (str_next_line(&rest, &ids[count]))
        count++;
    if (!effect_document(e, effect->path, &ref, &err) ||
        !adopted_add(&e->session->workspace, &ref, ids, count, &err))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_DONE};
}

static Msg take_over(Effects *e, const Effect *effect)
{
    Error err = {0};

    return keep_take_over(e->keep, &err) ? (Msg){.type = MSG_LEASE}
                                         : effect_failed(effect, &err);
}

static Msg answers(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    StrBuf bytes = {0};
    Error err = {0};

    bool ok = effect_document(e, effect->path, &ref, &err) &&
              interview_file_read(e->session, &ref, &bytes, &err);
    Str copy = arena_str(&e->reply, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok ? (Msg){.type = MSG_ANSWERS, .bytes = copy} : effect_failed(effect, &err);
}

static Msg keep_answers(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !interview_file_write(e->session, &ref, effect->bytes, &err))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_DONE};
}

static Msg init_workspace(Effects *e, const Effect *effect)
{
    Error err = {0};
    bool created = false;

    if (!repo_init(".", &created, &err))
        return effect_failed(effect, &err);
    session_close(e->session);
    session_open(e->session, ".", &err); /* damaged settings are left out */
    e->session->lenient = true;
    return describe_list(e->session, &e->reply);
}

static Msg edit(Effects *e, const Effect *effect)
{
    StrBuf bytes = {0};
    Error err = {0};

    bool ok = own_editor_run(e->session, e->term, effect->bytes, &bytes, &err);
    Str copy = arena_str(&e->reply, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok ? (Msg){.type = MSG_EDITED, .bytes = copy} : effect_failed(effect, &err);
}

/* To a program that looks after the clipboard where there is one, else by the
 * terminal. */
static Copied hand_copy(Effects *e, Str text)
{
    if (copy_by_program(text))
        return COPIED_PROGRAM;
    return term_copy(e->term, text) ? COPIED_TERMINAL : COPIED_HERE;
}

static Msg list(Effects *e, const Effect *effect)
{
    (void)effect;
    return describe_list(e->session, &e->reply);
}

static Msg describe(Effects *e, const Effect *effect)
{
    return describe_document(e->session, effect->path, &e->reply);
}

static Msg place(Effects *e, const Effect *effect)
{
    return (Msg){.type = MSG_PLACE, .path = elsewhere_place(effect->path, &e->reply)};
}

static Msg look(Effects *e, const Effect *effect)
{
    return look_outside(e->session, effect, &e->last, &e->reply);
}

static Msg recovered(Effects *e, const Effect *effect)
{
    return keep_recovered(e->keep, effect, &e->reply);
}

static Msg copy(Effects *e, const Effect *effect)
{
    return (Msg){.type = MSG_COPIED, .copied = hand_copy(e, effect->bytes)};
}

static Msg suspend(Effects *e, const Effect *effect)
{
    (void)effect;
    term_suspend(e->term);
    return (Msg){.type = MSG_RESUMED};
}

static Msg mouse(Effects *e, const Effect *effect)
{
    term_mouse(e->term, effect->on);
    return (Msg){.type = MSG_DONE};
}

static Msg read_in_background(Effects *e, const Effect *effect)
{
    reader_start(e->reader, effect);
    return (Msg){.type = MSG_DONE};
}

static Msg redraw(Effects *e, const Effect *effect)
{
    (void)effect;
    term_redraw(e->term);
    return (Msg){.type = MSG_DONE};
}

/* clang-format off */
static Msg (*const performers[])(Effects *e, const Effect *effect) = {
    [EFFECT_LIST] = list,
    [EFFECT_DESCRIBE] = describe,
    [EFFECT_OPEN] = effect_open,
    [EFFECT_BASE] = effect_base,
    [EFFECT_SAVE] = effect_save,
    [EFFECT_WRITE] = effect_write,
    [EFFECT_PLACE] = place,
    [EFFECT_PUT] = effect_put,
    [EFFECT_RELOAD] = effect_reload,
    [EFFECT_LOOK] = look,
    [EFFECT_CREATE] = effect_create,
    [EFFECT_HISTORY] = effect_history,
    [EFFECT_HISTORY_MORE] = effect_history_more,
    [EFFECT_HISTORY_OPEN] = effect_history_open,
    [EFFECT_HISTORY_TREND] = effect_history_trend,
    [EFFECT_NAME] = effect_name,
    [EFFECT_COMPARE] = effect_compare,
    [EFFECT_PEOPLE] = effect_people,
    [EFFECT_WHO] = effect_who,
    [EFFECT_ADD_PERSON] = effect_add_person,
    [EFFECT_EXPORT] = effect_export,
    [EFFECT_COPY] = copy,
    [EFFECT_INIT] = init_workspace,
    [EFFECT_ANSWERS] = answers,
    [EFFECT_KEEP] = keep_answers,
    [EFFECT_DERIVE] = read_in_background,
    [EFFECT_SUSPEND] = suspend,
    [EFFECT_EDITOR] = edit,
    [EFFECT_MOUSE] = mouse,
    [EFFECT_COLOURS] = colours_change,
    [EFFECT_REDRAW] = redraw,
    [EFFECT_RECOVERED] = recovered,
    [EFFECT_ADD_WORD] = add_word,
    [EFFECT_ADOPTED] = note_adopted,
    [EFFECT_REVIEW] = effect_review,
    [EFFECT_ASK] = effect_ask,
    [EFFECT_REPLY] = effect_reply,
    [EFFECT_ANCHOR] = effect_anchor,
    [EFFECT_CLOSE] = effect_close,
    [EFFECT_ACCEPT] = effect_accept,
    [EFFECT_UNDO_REVIEW] = effect_undo_review,
    [EFFECT_NOTE_READ] = effect_note_read,
    [EFFECT_KEEP_ASK] = effect_keep_ask,
    [EFFECT_LANDED] = effect_landed,
    [EFFECT_MERGE] = effect_merge,
    [EFFECT_SETTLE] = effect_settle,
    [EFFECT_CHOICES] = effect_choices,
    [EFFECT_RESTORE] = effect_restore,
    [EFFECT_RESTORE_DO] = effect_restore_do,
    [EFFECT_FIVE] = effect_five,
    [EFFECT_MEET] = effect_meet,
    [EFFECT_EXERCISE] = effect_exercise,
    [EFFECT_DECK] = effect_deck,
    [EFFECT_DECK_NOTE] = effect_deck_note,
    [EFFECT_AUTHORS] = effect_authors,
    [EFFECT_AUTHORS_MORE] = effect_authors_more,
    [EFFECT_TAKE_OVER] = take_over,
    [EFFECT_WORKSHOP] = effect_workshop,
    [EFFECT_KEEP_WORKSHOP] = effect_keep_workshop,
};
/* clang-format on */

Msg effect_perform(Effects *e, const Effect *effect)
{
    arena_reset(&e->reply);
    if ((size_t)effect->type >= sizeof performers / sizeof *performers ||
        !performers[effect->type])
        return (Msg){.type = MSG_DONE};
    return performers[effect->type](e, effect);
}

void effects_deinit(Effects *e)
{
    history_slices_free(e->history);
    who_wrote_free(e->authors);
    effect_walk_end(e);
    arena_deinit(&e->walk_arena);
    arena_deinit(&e->reply);
}
