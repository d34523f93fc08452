#include "ui/exercise_view.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/page.h"
#include "ui/receive_kinds.h"
#include "ui/workshop.h"

/* -- what is known ------------------------------------------------------------------
 */

void exercise_view_free(Model *m)
{
    if (!m->exercise)
        return;
    arena_deinit(&m->exercise->arena);
    strbuf_deinit(&m->exercise->title);
    strbuf_deinit(&m->exercise->line);
    mem_free(m->exercise);
    m->exercise = NULL;
    field_set(&m->typed[PROMPT_EXERCISE], (Str){0});
}

static void take(ExerciseView *v, const Exercises *lines)
{
    ExerciseLine *items;

    arena_reset(&v->arena);
    items = arena_array(&v->arena, lines->count + 1, sizeof *items);
    for (size_t i = 0; i < lines->count; i++)
        items[i] =
            (ExerciseLine){.exercise = arena_str(&v->arena, lines->items[i].exercise),
                           .time = lines->items[i].time,
                           .who = arena_str(&v->arena, lines->items[i].who),
                           .words = arena_str(&v->arena, lines->items[i].words)};
    v->lines = (Exercises){.items = items, .count = lines->count};
    v->known = true;
    if (v->title.len == 0 && lines->count > 0)
        strbuf_set(&v->title, items[lines->count - 1].exercise);
}

bool exercise_is_item(const AgendaBox *box)
{
    return box && box->kind == BOX_LIST && box->part.len == 0;
}

size_t exercise_items(const Model *m, const AgendaBox *box)
{
    return m->exercise ? exercises_count(&m->exercise->lines, box->title) : 0;
}

static Str title_of(const Model *m)
{
    return strbuf_view(&m->exercise->title);
}

/* The item of the agenda it is; NULL: that is over, or there is no workshop. */
static const AgendaBox *item_of(const Model *m)
{
    const AgendaBox *box = workshop_box(m);

    return exercise_is_item(box) && str_eq(box->title, title_of(m)) ? box : NULL;
}

uint64_t exercise_told(const Model *m)
{
    return m->exercise ? 1 + m->exercise->title.len : 0;
}

/* -- commands -----------------------------------------------------------------------
 */

void exercise_begin(Model *m)
{
    m->workshop.exercise = exercise_is_item(workshop_box(m));
}

bool exercise_waits(const Model *m)
{
    return m->workshop.exercise && m->view == VIEW_WRITE && m->ed.open &&
           m->prompt.type == PROMPT_NONE && !m->save_waiting;
}

void exercise_open(Model *m, Effect *out)
{
    const AgendaBox *box = workshop_box(m);

    m->workshop.exercise = false;
    if (!m->exercise)
        m->exercise = mem_alloc(sizeof *m->exercise);
    if (exercise_is_item(box))
        strbuf_set(&m->exercise->title, box->title);
    *out = (Effect){.type = EFFECT_EXERCISE,
                    .path = strbuf_view(&m->ed.path),
                    .from = EXERCISE_LOOK};
}

void cmd_exercise(Model *m, Effect *out)
{
    exercise_open(m, out);
}

static void ask(Model *m)
{
    field_set(&m->typed[PROMPT_EXERCISE], (Str){0});
    m->top[VIEW_EXERCISE] = SIZE_MAX / 2; /* the last lines */
    prompt_open(m, PROMPT_EXERCISE);
}

const char *no_exercise(const Model *m)
{
    if (!m->exercise || m->exercise->title.len == 0)
        return _("the agenda has no exercise now");
    return m->who.len > 0 ? NULL : _("nobody types; ^U says who");
}

const char *no_exercise_line(const Model *m)
{
    const char *why = no_exercise(m);

    if (why || exercises_last(&m->exercise->lines, title_of(m)))
        return why;
    return _("there is no line yet");
}

void cmd_exercise_write(Model *m, Effect *out)
{
    (void)out;
    ask(m);
}

static void send(Model *m, int deed, Str words, Effect *out)
{
    strbuf_set(&m->exercise->line, words);
    *out = (Effect){.type = EFFECT_EXERCISE,
                    .path = strbuf_view(&m->ed.path),
                    .from = deed,
                    .name = title_of(m),
                    .note = strbuf_view(&m->exercise->line)};
}

void cmd_exercise_drop(Model *m, Effect *out)
{
    send(m, EXERCISE_DROP, exercises_last(&m->exercise->lines, title_of(m))->words,
         out);
}

void exercise_key(Model *m, const Key *key, Effect *out)
{
    Field *field = &m->typed[PROMPT_EXERCISE];

    if (key->code != KEYCODE_ENTER) {
        field_key(field, key);
        return;
    }
    if (str_is_blank(field_view(field))) {
        model_say(m, _("Type a line. Esc stops."));
        return;
    }
    m->exercise->asking = true;
    send(m, EXERCISE_WRITE, str_trim(field_view(field)), out);
}

void exercise_stop(Model *m, Effect *out)
{
    m->exercise->asking = false;
    if (!str_is_blank(field_view(&m->typed[PROMPT_EXERCISE])))
        send(m, EXERCISE_WRITE, str_trim(field_view(&m->typed[PROMPT_EXERCISE])), out);
}

/* -- messages -----------------------------------------------------------------------
 */

/* "37 of 100 lines" */
static void say_count(const Model *m, StrBuf *out)
{
    const AgendaBox *item = item_of(m);
    int count = (int)exercises_count(&m->exercise->lines, title_of(m));

    if (item && item->wanted > 0)
        message_addf(out, _("%d of %d lines"), count, item->wanted);
    else
        message_addf(out, ngettext("%d line", "%d lines", (unsigned long)count), count);
}

bool receive_exercise(Model *m, const Msg *msg, Effect *out)
{
    ExerciseView *v = m->exercise;

    (void)out;
    if (msg->type != MSG_EXERCISE || !v)
        return false;
    take(v, msg->exercises);
    m->page.valid = false;
    if (v->title.len == 0) {
        model_say(m,
                  _("There is no exercise here: the agenda of a workshop brings one."));
        return true;
    }
    if (m->view != VIEW_EXERCISE)
        model_go(m, VIEW_EXERCISE);
    m->top[VIEW_EXERCISE] = SIZE_MAX / 2;
    if (msg->from == EXERCISE_WRITE) {
        StrBuf said = {0};
        field_set(&m->typed[PROMPT_EXERCISE], (Str){0}); /* it is kept */
        say_count(m, &said);
        model_say(m, "%s", strbuf_cstr(&said));
        strbuf_deinit(&said);
    } else if (msg->from == EXERCISE_DROP) {
        model_say(m, _("The last line was taken back: %.*s"),
                  STR_ARG(strbuf_view(&v->line)));
    } else if (item_of(m) && m->who.len > 0) {
        ask(m);
    }
    v->asking = false;
    return true;
}

/* -- words --------------------------------------------------------------------------
 */

void exercise_ask(const Model *m, StrBuf *out)
{
    message_addf(out, _("Line %d: "),
                 (int)exercises_count(&m->exercise->lines, title_of(m)) + 1);
}

void exercise_head(const Model *m, StrBuf *left, StrBuf *right)
{
    strbuf_add(left, title_of(m));
    if (m->who.len > 0)
        message_addf(right, _("%s typing"), strbuf_cstr(&m->who));
    if (m->workshop.on) {
        strbuf_addz(right, "   ");
        workshop_say_timer(m, right);
    }
}

/* "-11": what was guessed less what it is. */
static void add_gap(const ExerciseLine *line, const ExerciseLine *answer,
                    PageBuilder *b)
{
    double guessed, is;
    StrBuf gap = {0};

    if (!answer || exercise_is_answer(line) ||
        !exercise_number(line->words, &guessed) || !exercise_number(answer->words, &is))
        return;
    strbuf_addf(&gap, "  %+.*f",
                guessed - is == (double)(long long)(guessed - is) ? 0 : 1,
                guessed - is);
    page_add(b, STYLE_BOLD, strbuf_view(&gap));
    strbuf_deinit(&gap);
}

static void add_line(const ExerciseLine *line, const ExerciseLine *answer, int number,
                     PageBuilder *b)
{
    enum { NUMBER_CELLS = 5 };
    StrBuf text = {0};

    if (exercise_is_answer(line))
        strbuf_addz(&text, "     ");
    else
        strbuf_addf(&text, "%3d  ", number);
    page_add(b, STYLE_KEY, strbuf_view(&text));
    page_add(b, exercise_is_answer(line) ? STYLE_BOLD : STYLE_TEXT, line->words);
    strbuf_clear(&text);
    strbuf_addf(&text, "  %.*s", STR_ARG(line->who));
    page_add(b, STYLE_GUIDE, strbuf_view(&text));
    add_gap(line, answer, b);
    page_end(b, NUMBER_CELLS);
    strbuf_deinit(&text);
}

void page_build_exercise(const Model *m, PageBuilder *b)
{
    const ExerciseView *v = m->exercise;
    const AgendaBox *item = v ? item_of(m) : NULL;
    StrBuf text = {0};
    int number = 0;

    if (!v)
        return;
    if (item && item->say.len > 0) {
        page_add(b, STYLE_GUIDE, item->say);
        page_end(b, 0);
        page_blank(b);
    }
    const ExerciseLine *answer = exercises_answer(&v->lines, title_of(m));
    for (size_t i = 0; i < v->lines.count; i++) {
        const ExerciseLine *line = &v->lines.items[i];
        if (!str_eq(line->exercise, title_of(m)))
            continue;
        number += !exercise_is_answer(line);
        add_line(line, answer, number, b);
    }
    if (number > 0)
        page_blank(b);
    say_count(m, &text);
    page_add(b, STYLE_BOLD, strbuf_view(&text));
    page_end(b, 0);
    strbuf_deinit(&text);
}
