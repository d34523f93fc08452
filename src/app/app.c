#include "app/app.h"

#include <stdlib.h>

#include "app/effect.h"
#include "app/model_checks.h"
#include "app/service.h"
#include "ui/draw.h"
#include "ui/update.h"

typedef struct App {
    Effects effects;
    Model model;
    Screen screen;
    Term *term;
    Arena checks;      /* of the model's check options */
    bool checks_stale; /* the document, its file or its history changed */
} App;

static Theme theme_of(Str name)
{
    if (str_eq(name, STR("classic")))
        return THEME_CLASSIC;
    if (str_eq(name, STR("contrast")))
        return THEME_CONTRAST;
    return str_eq(name, STR("mono")) ? THEME_MONO : THEME_DEFAULT;
}

static TermOptions term_options(const AppOptions *options)
{
    Session *s = options->session;

    return (TermOptions){.theme = theme_of(session_setting(s, "ui.theme")),
                         .color = options->color,
                         .mouse = session_setting_bool(s, "ui.mouse"),
                         .ascii = session_setting_bool(s, "ui.ascii")};
}

static int hint_rows(const Session *s)
{
    int rows = 2;

    if (!str_to_int(session_setting(s, "ui.hints"), &rows) || rows > 2)
        return 2;
    return rows;
}

static Msg wait_for_message(App *app)
{
    int rest = update_idle_ms(&app->model);
    TermEvent event = term_wait(app->term, rest);
    Msg msg = {.now = moment_now()};

    switch (event.type) {
    case TERM_KEY:
        msg.type = MSG_KEY;
        msg.key = event.key;
        break;
    case TERM_RESIZE:
        msg.type = MSG_RESIZE;
        term_size(app->term, &msg.rows, &msg.cols);
        screen_resize(&app->screen, msg.rows, msg.cols);
        break;
    case TERM_HANGUP:
        msg.type = MSG_HANGUP;
        break;
    case TERM_RESUMED:
        msg.type = MSG_RESUMED;
        break;
    case TERM_TIMEOUT:
        msg.type = rest >= 0 ? MSG_IDLE : MSG_DONE;
        break;
    }
    return msg;
}

static void present(App *app)
{
    draw(&app->model, &app->screen);
    term_present(app->term, &app->screen);
}

/* Read after a frame is out, when the document was opened or saved: never while keys
 * are typed. */
static void set_up_checks(App *app)
{
    app->checks_stale = false;
    if (model_checks(app->effects.session, &app->checks, &app->model))
        present(app);
}

/* Templates, questions and rules are read after the first frame is out. */
static void load_library(App *app)
{
    Model *m = &app->model;

    if (!m->lib) {
        m->lib = session_library(app->effects.session);
        app->checks_stale = true;
    }
    if (app->checks_stale)
        set_up_checks(app);
}

static int loop(App *app, Msg msg)
{
    for (;;) {
        Effect effect = update(&app->model, &msg);
        if (effect.type == EFFECT_QUIT)
            return effect.status;
        if (effect.type != EFFECT_NONE) {
            if (effect.type != EFFECT_OPEN)
                present(app);
            msg = effect_perform(&app->effects, &effect);
            app->checks_stale = app->checks_stale || model_checks_stale(effect.type);
            if (effect.type ==
                EFFECT_INIT) /* the session began anew, and its library */
                app->model.lib = NULL;
            msg.now = moment_now();
            continue;
        }
        present(app);
        load_library(app);
        /* Keys that came together are one frame. */
        msg = wait_for_message(app);
    }
}

bool app_run(const AppOptions *options, int *status, Error *err)
{
    App app = {.effects = {.session = options->session}};
    TermOptions terminal = term_options(options);
    Msg first = {.type = MSG_START, .now = moment_now()};

    if (options->document) {
        first = effect_open(&app.effects, str_from(options->document));
        first.now = moment_now();
        if (first.type == MSG_FAILED) {
            *err = first.error;
            arena_deinit(&app.effects.reply);
            return false;
        }
    }
    if (!term_open(&terminal, &app.term, err)) {
        arena_deinit(&app.effects.reply);
        return false;
    }
    app.effects.term = app.term;
    int rows = 0, cols = 0;
    term_size(app.term, &rows, &cols);
    screen_init(&app.screen, rows, cols);
    model_init(&app.model, NULL, rows, cols);
    app.model.started_with_document = options->document != NULL;
    app.model.hint_rows = hint_rows(options->session);
    *status = loop(&app, first);
    term_close(app.term);
    screen_deinit(&app.screen);
    model_deinit(&app.model);
    arena_deinit(&app.checks);
    arena_deinit(&app.effects.reply);
    return true;
}
