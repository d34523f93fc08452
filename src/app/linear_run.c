#include "app/linear_run.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/select.h>
#include <time.h>
#include <unistd.h>

#include "app/cli.h"
#include "app/clock.h"
#include "app/effect.h"
#include "app/history_slices.h"
#include "app/model_checks.h"
#include "app/spell.h"
#include "app/tutorial_step.h"
#include "base/mem.h"
#include "base/message.h"
#include "base/utf8.h"
#include "ui/derive.h"
#include "ui/five_view.h"
#include "ui/linear.h"
#include "ui/linear_interview.h"
#include "ui/meet_view.h"
#include "ui/tutorial.h"
#include "ui/update.h"
#include "ui/workshop.h"

enum { LINEAR_ROWS = 24, LINEAR_COLS = 82, READ_BYTES = 4096, STATUS_HANGUP = 129 };

static volatile sig_atomic_t ended_by;

static void on_signal(int number)
{
    ended_by = number;
}

typedef struct LinearApp {
    Effects effects;
    Model model;
    Linear linear;
    Spell *spell;
    size_t step; /* of the tutorial, as it is kept */
    Arena checks;
    bool checks_stale;
    Derived reading;  /* of a long text, until the model has taken it */
    bool echo;        /* lines come from a pipe */
    sigset_t waiting; /* held signals arrive with this mask */
    StrBuf input;     /* read and not used yet */
    bool ended;       /* there is no more of it */
    StrBuf out;
} LinearApp;

/* -- lines ---------------------------------------------------------------- */

/* They arrive only while we wait for input, so that none comes between a look at
 * `ended_by` and the wait. */
static void catch_signals(LinearApp *app)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = on_signal};
    sigset_t held;

    ended_by = 0;
    sigemptyset(&action.sa_mask);
    sigemptyset(&held);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        sigaction(numbers[i], &action, NULL);
        sigaddset(&held, numbers[i]);
    }
    sigprocmask(SIG_BLOCK, &held, &app->waiting);
}

/* Wait for input or a signal; after one what was typed already is still taken. */
static bool input_waits(const LinearApp *app)
{
    static const struct timespec at_once = {0, 0};
    int ready;

    do {
        fd_set input;
        FD_ZERO(&input);
        FD_SET(STDIN_FILENO, &input);
        ready = pselect(STDIN_FILENO + 1, &input, NULL, NULL,
                        ended_by ? &at_once : NULL, &app->waiting);
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

static bool read_more(LinearApp *app)
{
    char bytes[READ_BYTES];

    if (app->ended || !input_waits(app))
        return false;
    ssize_t n = read(STDIN_FILENO, bytes, sizeof bytes);
    if (n <= 0) {
        app->ended = true;
        return false;
    }
    strbuf_add(&app->input, (Str){bytes, (size_t)n});
    return true;
}

/* The next line without its end; what stands before the end of the input without a
 * line break is one too. */
static bool next_line(LinearApp *app, StrBuf *line)
{
    size_t from = 0, end;

    while ((end = str_find_byte(strbuf_view(&app->input), '\n', from)) == STR_NONE) {
        from = app->input.len;
        if (read_more(app))
            continue;
        if (app->input.len == 0)
            return false;
        end = app->input.len;
        break;
    }
    Str text = str_slice(strbuf_view(&app->input), 0, end);
    strbuf_clear(line);
    strbuf_add(line, text);
    size_t used = end < app->input.len ? end + 1 : end;
    strbuf_splice(&app->input, (Range){0, used}, (Str){0});
    return true;
}

static bool flush(LinearApp *app)
{
    bool ok = output_write(STDOUT_FILENO, strbuf_view(&app->out), NULL);

    strbuf_clear(&app->out);
    return ok;
}

/* -- the loop ------------------------------------------------------------- */

static Msg read_here(LinearApp *app, const Effect *effect)
{
    derive_bytes(effect->bytes, effect->lib, effect->check, &app->reading);
    return (Msg){
        .type = MSG_DERIVED, .number = effect->number, .derived = &app->reading};
}

static Msg perform(LinearApp *app, const Effect *effect)
{
    /* There is no window to put words into, to draw again or to leave. */
    bool terminal = effect->type == EFFECT_COPY || effect->type == EFFECT_SUSPEND ||
                    effect->type == EFFECT_REDRAW;
    /* One is led from section to section: a document opens at its first. */
    app->model.go_first = app->model.go_first || effect->type == EFFECT_OPEN;
    bool ready = keep_ready(app->effects.keep, &app->model, effect);
    Msg msg = {.type = MSG_DONE};

    if (effect->type == EFFECT_EDITOR) { /* what was said so far stands before it */
        flush(app);
        app->linear.again = true;
    }
    if (effect->type == EFFECT_DERIVE) /* nobody types meanwhile */
        msg = read_here(app, effect);
    else if (!terminal && ready)
        msg = effect_perform(&app->effects, effect);

    keep_failed(app->effects.keep, &app->model, &app->effects.reply, &msg);
    if (msg.type == MSG_ANSWERS) { /* the questions are asked in lines, not in a box */
        linear_interview(&app->linear, &app->model, msg.bytes);
        msg.type = MSG_DONE;
    }
    if (effect->type == EFFECT_INIT)
        app->model.lib = session_library(app->effects.session);
    app->checks_stale = app->checks_stale || model_checks_stale(effect->type);
    msg.now = session_now();
    return msg;
}

/* A line is a rest: the words of all before it are on the disk. */
static void keep_words(LinearApp *app)
{
    if (!keep_flush(app->effects.keep, &app->model))
        strbuf_addz(&app->out, _("Your words are only in memory; save them soon.\n"));
}

/* Do what is asked for until nothing is left to do; false: the program ends. */
static bool settle(LinearApp *app, Effect effect, int *status)
{
    for (;;) {
        Msg msg = {.type = MSG_IDLE, .now = session_now()};
        if (!app->model.ed.open || effect.type == EFFECT_QUIT)
            keep_close(app->effects.keep, &app->model);
        if (effect.type == EFFECT_QUIT) {
            *status = effect.status;
            return false;
        }
        if (effect.type != EFFECT_NONE) {
            msg = perform(app, &effect);
        } else if (app->checks_stale) {
            app->checks_stale = false;
            model_checks(app->effects.session, &app->checks, &app->model);
            if (app->model.ed.derived.stale)
                derive(&app->model);
            msg.type = MSG_DONE;
        } else if (workshop_wait_ms(&app->model, clock_ms()) == 0) {
            msg.type = MSG_TICK;
        } else if (update_idle_ms(&app->model) < 0) {
            keep_words(app);
            effect = linear_next(&app->linear, &app->model);
            if (effect.type == EFFECT_NONE)
                return true;
            continue;
        }
        msg.clock_ms = clock_ms();
        effect = update(&app->model, &msg);
    }
}

static void keep_step(LinearApp *app)
{
    const Tutorial *t = &app->model.tutorial;

    if (!t->on || t->step == app->step)
        return;
    app->step = t->step;
    tutorial_step_write(app->effects.session, strbuf_view(&app->model.ed.path),
                        app->step);
}

static bool ask(LinearApp *app, StrBuf *line)
{
    const Msg now = {.type = MSG_DONE, .clock_ms = clock_ms()};
    bool hidden = five_is_hidden(&app->model) || meet_view_is_hidden(&app->model);

    update(&app->model, &now);
    linear_say(&app->linear, &app->model, &app->out);
    keep_step(app);
    if (!flush(app) || !next_line(app, line)) {
        strbuf_addc(&app->out, '\n');
        return false;
    }
    if (app->echo && hidden)
        strbuf_addz(&app->out, _("(hidden)\n"));
    else if (app->echo)
        strbuf_addf(&app->out, "%.*s\n", STR_ARG(strbuf_view(line)));
    return true;
}

/* What there is, is known before it is told of. */
static void find_dictionaries(LinearApp *app)
{
    Msg msg = spell_begin(app->spell, session_now());

    if (msg.type != MSG_DONE)
        update(&app->model, &msg);
}

/* The words of the text are looked up when one asks for them: a line is waited for,
 * so the answers are, too. */
static void look_up_words(LinearApp *app)
{
    enum { ANSWER_MS = 10000 };

    find_dictionaries(app);
    for (;;) {
        spell_frame(app->spell, &app->model);
        struct pollfd answer = {.fd = spell_fd(app->spell), .events = POLLIN};
        if (answer.fd < 0 || poll(&answer, 1, ANSWER_MS) <= 0)
            return;
        Msg msg = spell_read(app->spell);
        msg.now = session_now();
        update(&app->model, &msg);
    }
}

static Effect take(LinearApp *app, const StrBuf *line)
{
    StrBuf clean = {0};
    Effect effect = {0};

    size_t bad = 0;

    if (utf8_valid(strbuf_view(line), &bad)) {
        key_paste_text(strbuf_view(line), &clean);
        if (linear_spells(&app->linear, &app->model, strbuf_view(&clean)))
            look_up_words(app);
        else if (linear_asks_help(&app->linear, &app->model, strbuf_view(&clean)))
            find_dictionaries(app);
        effect = linear_line(&app->linear, &app->model, strbuf_view(&clean));
    } else {
        strbuf_addz(&app->out, _("This line is no UTF-8 and was left out.\n"));
    }
    strbuf_deinit(&clean);
    return effect;
}

static void tell_end(LinearApp *app)
{
    const Editor *ed = &app->model.ed;

    strbuf_add(&app->out, strbuf_view(&app->linear.say));
    strbuf_add(&app->out, strbuf_view(&app->model.notice));
    if (app->model.notice.len > 0)
        strbuf_addc(&app->out, '\n');
    if (ed->open && text_can_undo(ed->text) && !editor_unwritten(ed) &&
        editor_unsaved(ed))
        message_addf(&app->out, _("Your words are in %.*s, not yet a revision.\n"),
                     STR_ARG(strbuf_view(&ed->path)));
}

static int loop(LinearApp *app, Effect effect)
{
    StrBuf line = {0};
    int status = 0;
    bool on = settle(app, effect, &status), input = true;

    if (on && app->linear.interviewing)
        on = settle(app, linear_interview_open(&app->model), &status);

    while (on && (input = ask(app, &line)))
        on = settle(app, take(app, &line), &status);
    if (!input) {
        settle(app, linear_end(&app->linear, &app->model), &status);
        if (ended_by)
            status = 128 + (int)ended_by;
        else if (status == STATUS_HANGUP)
            status = 0;
    }
    tell_end(app);
    flush(app);
    strbuf_deinit(&line);
    return status;
}

static bool open_first(LinearApp *app, const AppOptions *options, Effect *effect,
                       Error *err)
{
    Msg first = {.type = MSG_START};

    if (options->document) {
        Effect open = {.type = EFFECT_OPEN, .path = str_from(options->document)};
        first = effect_open(&app->effects, &open);
        if (first.type == MSG_FAILED) {
            *err = first.error;
            return false;
        }
        app->checks_stale = true;
        app->model.go_first = true;
    }
    first.now = session_now();
    *effect = update(&app->model, &first);
    if (options->tutorial) {
        app->step = tutorial_step_read(options->session, first.path);
        tutorial_start(&app->model, TUTORIAL_LINES, app->step);
    }
    return true;
}

static bool run(LinearApp *app, const AppOptions *options, int *status, Error *err)
{
    Effect effect = {0};

    app->effects.session = options->session;
    app->effects.keep = keep_new(options->session);
    app->echo = !isatty(STDIN_FILENO);
    model_init(&app->model, session_library(options->session), LINEAR_ROWS,
               LINEAR_COLS);
    app->spell = spell_new(options->session);
    app->model.started_with_document = options->document != NULL;
    app->linear.interviewing = options->interview;
    if (options->review)
        app->model.open_view = VIEW_REVIEW;
    else if (options->view)
        app->model.open_view = (View)options->view;
    app->model.review_since = options->since;
    app->model.deck_role = options->role;
    app->model.merge_other = options->other;
    bool ok = open_first(app, options, &effect, err);
    if (ok) {
        model_left_out(options->session, &app->model);
        catch_signals(app);
        *status = loop(app, effect);
        sigprocmask(SIG_SETMASK, &app->waiting, NULL);
    }
    keep_free(app->effects.keep);
    spell_free(app->spell);
    linear_deinit(&app->linear);
    model_deinit(&app->model);
    arena_deinit(&app->checks);
    arena_deinit(&app->reading.arena);
    effects_deinit(&app->effects);
    strbuf_deinit(&app->input);
    strbuf_deinit(&app->out);
    return ok;
}

bool linear_run(const AppOptions *options, int *status, Error *err)
{
    LinearApp *app = mem_alloc(sizeof *app); /* too large for a small stack */
    bool ok = run(app, options, status, err);

    mem_free(app);
    return ok;
}
