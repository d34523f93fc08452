#include "app/app.h"

#include <signal.h>
#include <stdlib.h>

#include "app/clock.h"
#include "app/effect.h"
#include "app/effect_kinds.h"
#include "app/keep.h"
#include "app/model_checks.h"
#include "app/rest.h"
#include "app/service.h"
#include "app/spell.h"
#include "app/terminal.h"
#include "app/tutorial_step.h"
#include "base/mem.h"
#include "base/turn_wait.h"
#include "term/input.h"
#include "ui/derive.h"
#include "ui/draw.h"
#include "ui/keymap.h"
#include "ui/tutorial.h"
#include "ui/update.h"
#include "ui/workshop.h"

typedef struct App {
    Effects effects;
    Model model;
    Screen screen;
    Term *term;
    Spell *spell;
    bool tutorial;  /* to be started when the document is there */
    size_t step;    /* of it, as it is kept */
    Arena settings; /* what lives as long as the program */
    Keymap keys;
    Arena checks;      /* of the model's check options */
    bool partly;       /* the last frame was not of all rows */
    int64_t keyed_ms;  /* the last key; 0: none yet */
    int64_t edited_ms; /* … that changed the text */
    bool checks_stale; /* the document, its file or its history changed */
    Str ahead;         /* what is read while it is being opened; empty: nothing */
    Msg first;         /* what the loop begins with */
} App;

/* The number of that reading: none that is asked for later has it. */
#define AHEAD UINT64_MAX

static int hint_rows(const Session *s)
{
    int rows = 2;

    if (!str_to_int(session_setting(s, "ui.hints"), &rows) || rows > 2)
        return 2;
    return rows;
}

/* Everything that was typed before the end counts; what it asks for outside does not.
 */
static void take_last_keys(App *app)
{
    enum { LAST_KEYS = 100000 };
    Msg msg = {.type = MSG_KEY, .now = clock_now()};

    for (int i = 0; i < LAST_KEYS && term_last_key(app->term, &msg.key); i++)
        update(&app->model, &msg);
}

/* The exit code of a process that a signal ended; 0: the terminal vanished. */
static int status_of(int number)
{
    return 128 + (number ? number : SIGHUP);
}

/* The shorter of two waits, where -1 is for ever. */
static int sooner(int a, int b)
{
    return a < 0 ? b : b < 0 || a < b ? a : b;
}

/* 0: as wide as the window. */
static int text_columns(const Session *s)
{
    enum { LEAST = 20, MOST = 400 };
    Str value = session_setting(s, "ui.wrap");
    int columns = TEXT_MAX;

    if (str_eq_nocase(value, STR("window")))
        return 0;
    return str_to_int(value, &columns) && columns >= LEAST && columns <= MOST
               ? columns
               : TEXT_MAX;
}

/* What is wrong with them is said on the first screen. */
static void set_keys(App *app, const Session *s)
{
    StrBuf problems = {0};
    Str rest, line;

    if (terminal_keys(s, &app->settings, &app->keys, &problems))
        app->model.keys = &app->keys;
    rest = strbuf_view(&problems);
    if (str_next_line(&rest, &line))
        model_say(&app->model, "%.*s", STR_ARG(line));
    strbuf_deinit(&problems);
}

/* Before the process stops, for who knows how long: every word is on the disk, in the
 * journal and, where nothing speaks against it, in the file. */
static void put_words_down(App *app)
{
    Msg msg = {.type = MSG_PAUSE, .now = clock_now()};

    if (!app->model.ed.open)
        return;
    keep_flush(app->effects.keep, &app->model);
    Effect write = update(&app->model, &msg);
    if (write.type != EFFECT_WRITE)
        return;
    msg = effect_perform(&app->effects, &write);
    msg.now = clock_now();
    update(&app->model, &msg);
}

/* How long to wait for a key, -1: for ever. Answers about the spelling wait while
 * somebody types: a pipe holds them. */
static int rest_ms(App *app)
{
    int64_t now = input_now_ms();
    int answers = spell_fd(app->spell);
    const PutOff what = {.idle_ms = update_idle_ms(&app->model),
                         .partly = app->partly,
                         .answers = answers >= 0,
                         .key_ms = now - app->keyed_ms,
                         .edit_ms = now - app->edited_ms};

    term_watch(app->term, rest_takes_answers(&what) ? answers : -1);
    return rest_left_ms(&what);
}

/* When the timer has something to do; a clock that a test turns is looked at often. */
static int tick_ms(const App *app)
{
    int tick = update_tick_ms(&app->model, clock_ms());

    return clock_is_given() ? sooner(tick, CLOCK_LOOK_MS) : tick;
}

/* false: nothing has happened that could be seen. */
static bool wait_once(App *app, Msg *out)
{
    int rest = rest_ms(app), keep = keep_wait_ms(app->effects.keep);

    TermEvent event = term_wait(app->term, sooner(sooner(rest, keep), tick_ms(app)));
    Msg msg = {.now = clock_now()};

    switch (event.type) {
    case TERM_KEY:
        app->keyed_ms = input_now_ms();
        msg.type = MSG_KEY;
        msg.key = event.key;
        break;
    case TERM_RESIZE:
        msg.type = MSG_RESIZE;
        term_size(app->term, &msg.rows, &msg.cols);
        screen_resize(&app->screen, msg.rows, msg.cols);
        break;
    case TERM_HANGUP:
        take_last_keys(app);
        msg.type = MSG_HANGUP;
        msg.status = status_of(event.signal);
        break;
    case TERM_STOP:
        put_words_down(app);
        term_suspend(app->term);
        msg.type = MSG_RESUMED;
        break;
    case TERM_REPAINT:
        msg.type = MSG_DONE;
        break;
    case TERM_RESUMED:
        msg.type = MSG_RESUMED;
        break;
    case TERM_WOKEN:
        msg = reader_take(app->effects.reader);
        msg.now = clock_now();
        if (msg.type == MSG_DONE)
            return false;
        break;
    case TERM_TIMEOUT:
        if (update_tick_ms(&app->model, clock_ms()) == 0) {
            msg.type = MSG_TICK;
        } else if (rest >= 0 && (keep < 0 || rest < keep) && rest_ms(app) == 0) {
            msg.type = MSG_IDLE;
        } else {
            msg = keep_rest(app->effects.keep, &app->model);
            msg.now = clock_now();
            if (msg.type == MSG_DONE)
                return false;
        }
        break;
    case TERM_WATCHED:
        msg = spell_read(app->spell);
        msg.now = clock_now();
        if (msg.type == MSG_DONE)
            return false;
        break;
    }
    *out = msg;
    return true;
}

static Msg wait_for_message(App *app)
{
    Msg msg;

    while (!wait_once(app, &msg))
        continue;
    return msg;
}

static void present(App *app)
{
    draw(&app->model, &app->screen);
    term_present(app->term, &app->screen);
    app->partly = false;
}

/* A typed character first: what stands around the text can wait until the keys rest,
 * when the text is read anyway. */
static void present_changed(App *app)
{
    RowSpan rows = draw_changed(&app->model, &app->screen);

    term_present_rows(app->term, &app->screen, rows);
    app->partly = app->model.redraw != REDRAW_ALL;
    if (app->partly)
        app->edited_ms = app->keyed_ms;
}

/* Templates, questions and rules are read after the first frame is out. */
static void load_library(App *app)
{
    Model *m = &app->model;

    if (!m->lib) {
        m->lib = session_library(app->effects.session);
        app->checks_stale = true;
    }
    /* Settings of the checks, when the document was opened, saved or written; never
     * while keys are typed. A reading under way has borrowed them; its end is a
     * message.
     */
    if (app->checks_stale && !app->partly && !reader_busy(app->effects.reader)) {
        app->checks_stale = false;
        model_checks(app->effects.session, &app->checks, m);
    }
}

/* Words are looked up when the text has been read once. false: nothing to say. */
static bool look_up_words(App *app, Msg *msg)
{
    const Editor *ed = &app->model.ed;

    if (ed->open && ed->derived.valid) {
        *msg = spell_begin(app->spell, clock_now());
        if (msg->type != MSG_DONE)
            return true;
    }
    spell_frame(app->spell, &app->model);
    return false;
}

/* The document was closed, by the person: its words are in the file. */
static void let_go(App *app, const Effect *effect)
{
    if (!app->model.ed.open || effect->type == EFFECT_QUIT)
        keep_close(app->effects.keep, &app->model);
}

static void look_at_tutorial(App *app)
{
    const Session *s = app->effects.session;
    Str document = strbuf_view(&app->model.ed.path);

    if (app->tutorial && app->model.ed.open) {
        app->tutorial = false;
        app->step = tutorial_step_read(s, document);
        tutorial_start(&app->model, TUTORIAL_KEYS, app->step);
    }
    if (app->model.tutorial.on && app->model.tutorial.step != app->step) {
        app->step = app->model.tutorial.step;
        tutorial_step_write(s, document, app->step);
    }
}

/* The document is open now: its reading is under way, or has ended in time for the
 * first frame. */
static void await_ahead(App *app)
{
    if (app->ahead.len == 0)
        return;
    derive_begun(&app->model, AHEAD, app->ahead);
    app->ahead = (Str){0};
    Msg read = reader_take(app->effects.reader);
    read.now = clock_now();
    if (read.type == MSG_DERIVED)
        update(&app->model, &read);
}

static int loop(App *app, Msg msg)
{
    for (;;) {
        if (msg.type == MSG_HANGUP && keep_flush(app->effects.keep, &app->model))
            return msg.status;
        msg.clock_ms = clock_ms();
        Effect effect = update(&app->model, &msg);
        await_ahead(app);
        look_at_tutorial(app);
        let_go(app, &effect);
        if (effect.type == EFFECT_QUIT)
            return effect.status;
        if (effect.type != EFFECT_NONE) {
            if (effect.type != EFFECT_OPEN)
                present(app);
            if (effect.type == EFFECT_SUSPEND)
                put_words_down(app);
            if (effect.type == EFFECT_OPEN || effect.type == EFFECT_INIT)
                reader_stop(app->effects.reader); /* settings and library change */
            msg = keep_ready(app->effects.keep, &app->model, &effect)
                      ? effect_perform(&app->effects, &effect)
                      : (Msg){.type = MSG_DONE};
            keep_failed(app->effects.keep, &app->model, &app->effects.reply, &msg);
            app->checks_stale = app->checks_stale || model_checks_stale(effect.type);
            if (effect.type ==
                EFFECT_INIT) /* the session began anew, and its library */
                app->model.lib = NULL;
            msg.now = clock_now();
            continue;
        }
        present_changed(app);
        keep_frame(app->effects.keep, &app->model);
        load_library(app);
        /* Keys that came together are one frame. */
        if (!look_up_words(app, &msg))
            msg = wait_for_message(app);
    }
}

/* While the lease is taken, the terminal made ready and the first frame painted,
 * another processor reads the document: the first complete screen needs both. */
static void read_ahead(App *app, const Msg *opened)
{
    Model *m = &app->model;
    Effect ask = {.type = EFFECT_DERIVE, .bytes = opened->bytes, .number = AHEAD};

    if (opened->type != MSG_OPENED || opened->bytes.len > DERIVE_AT_ONCE_MAX)
        return;
    m->lib = ask.lib = session_library(app->effects.session);
    ask.check = &m->check;
    model_checks_of(app->effects.session, opened->path, &app->checks, m);
    reader_start(app->effects.reader, &ask);
    app->ahead = opened->bytes;
}

static void close_app(App *app)
{
    keep_free(app->effects.keep);
    spell_free(app->spell);
    reader_free(app->effects.reader); /* it wakes the terminal */
    term_close(app->term);
    screen_deinit(&app->screen);
    model_deinit(&app->model);
    arena_deinit(&app->checks);
    arena_deinit(&app->settings);
    effects_deinit(&app->effects);
}

/* The document is read before the terminal is touched: an error is said below. */
static bool read_first(App *app, const char *document, Error *err)
{
    const Effect open = {.type = EFFECT_OPEN, .path = str_from(document)};
    DocumentRef ref = {0};

    app->first = (Msg){.type = MSG_START};
    if (document)
        app->first = effect_read(&app->effects, &open, &ref);
    read_ahead(app, &app->first);
    if (app->first.type == MSG_OPENED)
        keep_open(app->effects.keep, &ref, &app->effects.reply, false, &app->first);
    app->first.now = clock_now();
    if (app->first.type == MSG_FAILED)
        *err = app->first.error;
    return app->first.type != MSG_FAILED;
}

static bool run(App *app, const AppOptions *options, int *status, Error *err)
{
    TermOptions terminal = terminal_options(options->session, options->color);

    app->effects.session = options->session;
    app->effects.keep = keep_new(options->session);
    width_choose(terminal_width_mode(options->session));
    model_init(&app->model, NULL, 0, 0);
    app->effects.reader = reader_new(NULL);
    if (!read_first(app, options->document, err) ||
        !term_open(&terminal, &app->term, err)) {
        close_app(app);
        return false;
    }
    app->effects.term = app->term;
    reader_tell(app->effects.reader, term_wake);
    term_size(app->term, &app->model.rows, &app->model.cols);
    screen_init(&app->screen, app->model.rows, app->model.cols);
    app->spell = spell_new(options->session);
    app->tutorial = options->tutorial;
    if (options->review)
        app->model.open_view = VIEW_REVIEW;
    else if (options->view)
        app->model.open_view = (View)options->view;
    app->model.review_since = options->since;
    app->model.deck_role = options->role;
    app->model.merge_other = options->other;
    app->model.started_with_document = options->document != NULL;
    /* Before the first frame they are compared with the file. */
    if (app->first.recovered)
        app->model.lib = session_library(options->session);
    app->model.hint_rows = hint_rows(options->session);
    set_keys(app, options->session);
    app->model.workshop.seconds =
        session_setting_bool(options->session, "ui.timer-seconds");
    app->model.mouse_off = !terminal.mouse;
    app->model.text_most = text_columns(options->session);
    app->model.typewriter = session_setting_bool(options->session, "ui.typewriter");
    app->model.smart_quotes = session_setting_bool(options->session, "ui.smart-quotes");
    app->model.colours = (size_t)terminal.theme;
    app->model.color_off = !terminal.color;
    model_left_out(options->session, &app->model);
    *status = loop(app, app->first);
    close_app(app);
    return true;
}

bool app_run(const AppOptions *options, int *status, Error *err)
{
    App *app = mem_alloc(sizeof *app); /* too large for a small stack */

    turn_wait_set(TURN_SCREEN_MS, NULL);
    bool ok = run(app, options, status, err);
    mem_free(app);
    return ok;
}
