/* ui_script.c: screens by script: keys in, cells out, no terminal.
 *
 * A script is a text file of directives, one a line; UPDATE=1 writes the screens
 * that are drawn into the file in place of those it holds.
 *
 *   size COLS ROWS       the window; later: a resize
 *   lang ko              language of the interface
 *   document NAME        the lines after it, each behind "| ", are its text
 *   person NAME          somebody of the roster; the first one types
 *   left PERSON|PLACE    the lines after it, each behind "| ", are the document with
 *                        words that a crash left behind
 *   held PERSON          has the document open elsewhere
 *   private WORD...      are on no screen of the projector view from here on
 *   git-merges           git is in the middle of a merge
 *   merged COMMIT        the last revision merges that one; without: none
 *   broken WHY           no document can be written; without WHY it can again
 *   pause | kept | taken what the keeping of words tells
 *   types NAME           somebody of the roster types from here on
 *   thread WHO|KIND|QUOTE|TEXT  what was asked about words of the document
 *   asking TEXT          what is being asked is kept, and holds TEXT; without: nothing
 * is revision             the document as it stands is a revision start NAME | home
 * where the program starts key KEY…             keys by name: ^S Tab Down F2 Esc type
 * WORDS           characters; "\n" is Enter paste TEXT           a bracketed paste
 *   mouse WHAT ROW COL   press, double, triple, drag, release, up or down, from 0
 *   outside NAME TEXT    another program writes the file
 *   gone NAME            another program deletes it
 *   focus                the window has the keyboard again
 *   screen               the lines after it, each behind "> ", are the window
 *   cursor ROW COL       from 0
 *   row N TEXT           row N holds TEXT
 *   agenda               the lines after it, each behind "| ", are the agenda of a
 *                        workshop about the document; "\t" is a tab
 *   clock SECONDS        so much later: with a tick when one is due
 *   saved NAME TEXT      the file holds TEXT somewhere
 *   editor-fails         the editor of the person's own ends badly from here on
 *   smart-quotes         that setting is on
 *   clipboard TEXT       the clipboard of other programs is TEXT
 *
 * In TEXT, \n, \r and \e are control characters and \xFF is a byte. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/utf8.h"
#include "habits.h"
#include "ui/cmd.h"
#include "ui/draw.h"
#include "ui/update.h"
#include "ui/workshop.h"
#include "world.h"

typedef struct Script {
    const char *path;
    World world;
    Model model;
    Library lib;
    Screen screen;
    StrBuf out; /* the script as it should be */
    Str hidden; /* words that no screen of the projector view may have */
    bool started, update;
    int line, failures;
} Script;

static void fail(Script *sc, const char *what, Str detail)
{
    fprintf(stderr, "%s:%d: %s: %.*s\n", sc->path, sc->line, what, STR_ARG(detail));
    sc->failures++;
}

/* A frame of the rows that changed has the text as a whole frame has it. */
static void check_changed(Script *sc)
{
    const Model *m = &sc->model;
    Screen whole = {0};
    TextArea area = editor_area(m);

    if (m->redraw == REDRAW_ALL)
        return;
    screen_init(&whole, sc->screen.rows, sc->screen.cols);
    draw_changed(m, &sc->screen);
    draw(m, &whole);
    for (int row = area.top; row < area.top + area.rows; row++)
        for (int col = 0; col < whole.cols; col++)
            if ((!editor_wide(m) || (col >= PANE_LEFT && col < m->cols - PANE_RIGHT)) &&
                memcmp(screen_cell(&whole, row, col),
                       screen_cell(&sc->screen, row, col), sizeof(Cell)) != 0) {
                fail(sc, "a row that changed was not drawn", (Str){0});
                row = whole.rows;
                break;
            }
    if (whole.cursor_row != sc->screen.cursor_row ||
        whole.cursor_col != sc->screen.cursor_col)
        fail(sc, "the cursor is elsewhere", (Str){0});
    screen_deinit(&whole);
}

static void check_no_word(Script *sc, Str word)
{
    for (int row = 0; row < sc->screen.rows; row++) {
        StrBuf text = {0};
        screen_row_text(&sc->screen, row, &text);
        if (str_find(strbuf_view(&text), word, 0) != STR_NONE)
            fail(sc, "the room sees what is private", strbuf_view(&text));
        strbuf_deinit(&text);
    }
}

/* On the projector nothing private is on any screen. */
static void check_private(Script *sc)
{
    Str rest = sc->hidden, word;

    while (sc->model.projector && rest.len > 0 && str_next_field(&rest, ' ', &word))
        check_no_word(sc, word);
}

/* What holds on every screen. */
static void check_habits(Script *sc)
{
    check_private(sc);
    const char *const wrong[] = {
        habit_cursor(&sc->model, &sc->screen),
        habit_paste(&sc->model, &sc->screen, world_now()),
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        StrBuf where = {0};
        strbuf_addf(&where, "view %d, box %d, cursor %d %d: ", (int)sc->model.view,
                    (int)sc->model.prompt.type, sc->screen.cursor_row,
                    sc->screen.cursor_col);
        screen_row_text(&sc->screen, sc->screen.cursor_row, &where);
        if (wrong[i])
            fail(sc, wrong[i], strbuf_view(&where));
        strbuf_deinit(&where);
    }
}

static void send(Script *sc, Msg msg)
{
    msg.now = world_now();
    msg.clock_ms = sc->world.clock_ms;
    for (int guard = 0; guard < 1000; guard++) {
        Effect effect = update(&sc->model, &msg);
        check_changed(sc);
        if (effect.type == EFFECT_QUIT) {
            sc->world.quit = true;
            sc->world.status = effect.status;
            break;
        }
        if (effect.type != EFFECT_NONE) {
            msg = world_perform(&sc->world, &effect);
        } else if (update_idle_ms(&sc->model) >= 0) {
            msg = (Msg){.type = MSG_IDLE};
        } else {
            break;
        }
        msg.now = world_now();
        msg.clock_ms = sc->world.clock_ms;
    }
    draw(&sc->model, &sc->screen);
    if (!sc->world.quit)
        check_habits(sc);
}

static void ensure_library(Script *sc)
{
    if (sc->lib.template_count == 0)
        library_init(&sc->lib);
    sc->world.lib = &sc->lib;
}

static void start(Script *sc, Str name)
{
    ensure_library(sc);
    if (sc->screen.rows == 0)
        screen_init(&sc->screen, 24, 80);
    if (sc->started)
        model_deinit(&sc->model);
    model_init(&sc->model, &sc->lib, sc->screen.rows, sc->screen.cols);
    sc->world.lib = &sc->lib;
    sc->model.check.now = date_of(world_now());
    sc->started = true;
    if (str_eq(name, STR("home"))) {
        send(sc, (Msg){.type = MSG_START});
        return;
    }
    sc->model.started_with_document = true;
    Effect open = {.type = EFFECT_OPEN, .path = name};
    send(sc, world_perform(&sc->world, &open));
}

static void size(Script *sc, Str rest)
{
    int cols = 80, rows = 24;

    if (sscanf(rest.ptr, "%d %d", &cols, &rows) != 2)
        fail(sc, "size wants two numbers", rest);
    if (!sc->started) {
        screen_deinit(&sc->screen);
        screen_init(&sc->screen, rows, cols);
        return;
    }
    screen_resize(&sc->screen, rows, cols);
    send(sc, (Msg){.type = MSG_RESIZE, .rows = rows, .cols = cols});
}

static void press(Script *sc, Str names)
{
    Str name;

    while (str_next_field(&names, ' ', &name)) {
        Key key = {0};
        if (name.len == 0)
            continue;
        if (!key_parse(name, &key)) {
            fail(sc, "no such key", name);
            continue;
        }
        send(sc, (Msg){.type = MSG_KEY, .key = key});
    }
}

static void type(Script *sc, Str text)
{
    for (size_t at = 0; at < text.len;) {
        Key key = {.code = KEYCODE_CHAR};
        if (str_starts(str_slice(text, at, text.len), STR("\\n"))) {
            key.code = KEYCODE_ENTER;
            at += 2;
        } else {
            at += utf8_decode(text, at, &key.cp);
        }
        send(sc, (Msg){.type = MSG_KEY, .key = key});
    }
}

static void unescape(Str text, StrBuf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\\' && i + 1 < text.len && text.ptr[i + 1] == 'n') {
            strbuf_addc(out, '\n');
            i++;
        } else if (text.ptr[i] == '\\' && i + 1 < text.len && text.ptr[i + 1] == 'r') {
            strbuf_addc(out, '\r');
            i++;
        } else if (text.ptr[i] == '\\' && i + 1 < text.len && text.ptr[i + 1] == 'e') {
            strbuf_addc(out, '\033');
            i++;
        } else if (str_starts(str_slice(text, i, text.len), STR("\\x")) &&
                   i + 3 < text.len) {
            char digits[] = {text.ptr[i + 2], text.ptr[i + 3], '\0'};
            strbuf_addc(out, (char)strtoul(digits, NULL, 16));
            i += 3;
        } else {
            strbuf_addc(out, text.ptr[i]);
        }
    }
}

static void paste(Script *sc, Str text)
{
    StrBuf raw = {0};

    unescape(text, &raw);
    Key key = {.code = KEYCODE_PASTE, .paste = strbuf_view(&raw)};
    send(sc, (Msg){.type = MSG_KEY, .key = key});
    strbuf_deinit(&raw);
}

static void mouse(Script *sc, Str args)
{
    char what[16] = "";
    Key key = {.code = KEYCODE_MOUSE};

    if (sscanf(args.ptr, "%15s %d %d", what, &key.row, &key.col) != 3)
        fail(sc, "mouse wants a word and two numbers", args);
    key.clicks = strcmp(what, "double") == 0 ? 2 : strcmp(what, "triple") == 0 ? 3 : 1;
    key.mouse = strcmp(what, "drag") == 0      ? MOUSE_DRAG
                : strcmp(what, "up") == 0      ? MOUSE_WHEEL_UP
                : strcmp(what, "down") == 0    ? MOUSE_WHEEL_DOWN
                : strcmp(what, "release") == 0 ? MOUSE_RELEASE
                                               : MOUSE_PRESS;
    send(sc, (Msg){.type = MSG_KEY, .key = key});
}

/* Takes the lines behind `mark` ("| ", "> ") off the script. */
static Str block(Str *rest, const char *mark, StrBuf *text)
{
    Str before = *rest, look = *rest, line;

    while (str_next_line(&look, &line) && line.len > 0 && line.ptr[0] == mark[0]) {
        strbuf_add(text, str_slice(line, line.len > 1 ? 2 : 1, line.len));
        strbuf_addc(text, '\n');
        *rest = look;
    }
    return str_slice(before, 0, before.len - rest->len);
}

static void check_screen(Script *sc, Str *rest)
{
    StrBuf expected = {0}, drawn = {0};

    block(rest, "> ", &expected);
    for (int row = 0; row < sc->screen.rows; row++) {
        screen_row_text(&sc->screen, row, &drawn);
        strbuf_addc(&drawn, '\n');
    }
    Str text = strbuf_view(&drawn), line;
    if (!str_eq(text, strbuf_view(&expected)) && !sc->update) {
        fail(sc, "the screen differs; it is now", (Str){0});
        fprintf(stderr, "%.*s", STR_ARG(text));
    }
    while (str_next_line(&text, &line))
        strbuf_addf(&sc->out, ">%s%.*s\n", line.len ? " " : "", STR_ARG(line));
    strbuf_deinit(&expected);
    strbuf_deinit(&drawn);
}

static void check_cursor(Script *sc, Str rest)
{
    int row = -1, col = -1;
    StrBuf now = {0};

    strbuf_addf(&now, "now %d %d", sc->screen.cursor_row, sc->screen.cursor_col);
    if (sscanf(rest.ptr, "%d %d", &row, &col) != 2 || row != sc->screen.cursor_row ||
        col != sc->screen.cursor_col)
        fail(sc, "the cursor is elsewhere", strbuf_view(&now));
    strbuf_deinit(&now);
}

static void check_row(Script *sc, Str rest)
{
    Str number;
    int row = 0;
    StrBuf text = {0};

    str_next_field(&rest, ' ', &number);
    if (!str_to_int(number, &row) || row >= sc->screen.rows)
        fail(sc, "no such row", number);
    else
        screen_row_text(&sc->screen, row, &text);
    if (str_find(strbuf_view(&text), rest, 0) == STR_NONE)
        fail(sc, "the row does not hold this; it is", strbuf_view(&text));
    strbuf_deinit(&text);
}

static void check_saved(Script *sc, Str rest)
{
    Str name;
    StrBuf wanted = {0};

    str_next_field(&rest, ' ', &name);
    unescape(rest, &wanted);
    Str bytes = world_file(&sc->world, name);
    if (str_find(bytes, strbuf_view(&wanted), 0) == STR_NONE)
        fail(sc, "the file does not hold this; it is", bytes);
    strbuf_deinit(&wanted);
}

static void check_merged(Script *sc, Str wanted)
{
    Str merged = sc->world.merged;

    if (!str_eq(str_slice(merged, 0, wanted.len), wanted) ||
        (wanted.len == 0 && merged.len > 0))
        fail(sc, "the last revision merges something else", merged);
}

static void check_clipboard(Script *sc, Str rest)
{
    StrBuf wanted = {0};
    Str held = strbuf_view(&sc->world.clipboard);

    unescape(rest, &wanted);
    if (!str_eq(held, strbuf_view(&wanted)))
        fail(sc, "the clipboard holds something else", held);
    strbuf_deinit(&wanted);
}

static void thread(Script *sc, Str args)
{
    Str field[4] = {{0}};
    ThreadKind kind = THREAD_QUESTION;

    for (int i = 0; i < 3; i++)
        str_next_field(&args, '|', &field[i]);
    thread_kind_parse(field[1], &kind);
    world_thread(&sc->world, field[0], kind, field[2], args);
}

static void check_asking(Script *sc, Str text)
{
    Str kept = sc->world.asking;

    if (text.len == 0 ? kept.len > 0 : str_find(kept, text, 0) == STR_NONE)
        fail(sc, "what is being asked is kept as", kept);
}

static void outside(Script *sc, Str rest)
{
    Str name;
    StrBuf text = {0};

    str_next_field(&rest, ' ', &name);
    unescape(rest, &text);
    world_write(&sc->world, name, strbuf_view(&text));
    strbuf_deinit(&text);
}

static void document(Script *sc, Str name, Str *rest)
{
    StrBuf text = {0};

    strbuf_add(&sc->out, block(rest, "| ", &text));
    world_write(&sc->world, name, strbuf_view(&text));
    strbuf_deinit(&text);
}

/* Its boxes, none of which has begun; "\t" stands for a tab. */
static void agenda(Script *sc, Str *rest)
{
    StrBuf text = {0}, tabs = {0}, state = {0};
    World *w = &sc->world;
    Agenda agenda;
    Timebox time;
    Error err = {0};

    strbuf_add(&sc->out, block(rest, "| ", &text));
    for (size_t i = 0; i < text.len; i++) {
        bool tab = i + 1 < text.len && text.ptr[i] == '\\' && text.ptr[i + 1] == 't';
        strbuf_addc(&tabs, tab ? '\t' : text.ptr[i]);
        i += tab;
    }
    w->clock_ms = 1000;
    w->agenda = arena_str(&w->arena, strbuf_view(&tabs));
    if (agenda_parse(w->agenda, STR("agenda"), &w->arena, &agenda, &err)) {
        timebox_start(&time, &agenda, w->clock_ms);
        timebox_write(&time, w->clock_ms, &state);
        w->agenda_at = arena_str(&w->arena, strbuf_view(&state));
    } else {
        fail(sc, "no agenda", str_from(err.message));
    }
    strbuf_deinit(&text);
    strbuf_deinit(&tabs);
    strbuf_deinit(&state);
}

/* Each tick comes when it is due; the cursor stays where it was. */
static void clock_on(Script *sc, Str args)
{
    int seconds = 0, row = sc->screen.cursor_row, col = sc->screen.cursor_col;
    World *w = &sc->world;

    if (!str_to_int(args, &seconds))
        fail(sc, "clock wants a number of seconds", args);
    int64_t end = w->clock_ms + (int64_t)seconds * 1000;
    while (w->clock_ms < end) {
        int wait = workshop_wait_ms(&sc->model, w->clock_ms);
        if (wait < 0 || w->clock_ms + wait > end)
            break;
        w->clock_ms += wait;
        send(sc, (Msg){.type = MSG_TICK});
        if (sc->model.view == VIEW_WRITE && sc->model.prompt.type == PROMPT_NONE &&
            (sc->screen.cursor_row != row || sc->screen.cursor_col != col))
            fail(sc, "the timer moved the cursor", (Str){0});
    }
    w->clock_ms = end;
}

static void left(Script *sc, Str args, Str *rest)
{
    StrBuf text = {0};
    World *w = &sc->world;
    Str person;

    strbuf_add(&sc->out, block(rest, "| ", &text));
    str_next_field(&args, '|', &person);
    w->left = arena_str(&w->arena, strbuf_view(&text));
    w->left_who = arena_str(&w->arena, person);
    w->left_place = arena_str(&w->arena, args);
    strbuf_deinit(&text);
}

static void taken(Script *sc)
{
    Msg msg = {.type = MSG_TAKEN_OVER};

    error_set(&msg.error, ERR_STATE, "Jun Park has taken this document over");
    send(sc, msg);
}

static void directive(Script *sc, Str word, Str args, Str *rest)
{
    if (str_eq(word, STR("size")))
        size(sc, args);
    else if (str_eq(word, STR("lang")))
        message_init(args.len && str_starts(args, STR("ko")) ? "ko" : "en", NULL);
    else if (str_eq(word, STR("document")))
        document(sc, args, rest);
    else if (str_eq(word, STR("left")))
        left(sc, args, rest);
    else if (str_eq(word, STR("agenda")))
        agenda(sc, rest);
    else if (str_eq(word, STR("clock")))
        clock_on(sc, args);
    else if (str_eq(word, STR("private")))
        sc->hidden = arena_str(&sc->world.arena, args);
    else if (str_eq(word, STR("held")))
        sc->world.held = arena_str(&sc->world.arena, args);
    else if (str_eq(word, STR("git-merges")))
        sc->world.git_merges = true;
    else if (str_eq(word, STR("merged")))
        check_merged(sc, args);
    else if (str_eq(word, STR("broken")))
        sc->world.broken = arena_str(&sc->world.arena, args);
    else if (str_eq(word, STR("pause")))
        send(sc, (Msg){.type = MSG_PAUSE});
    else if (str_eq(word, STR("kept")))
        send(sc, (Msg){.type = MSG_KEPT});
    else if (str_eq(word, STR("taken")))
        taken(sc);
    else if (str_eq(word, STR("person")))
        world_person(&sc->world, args);
    else if (str_eq(word, STR("types")))
        sc->world.who = arena_str(&sc->world.arena, args);
    else if (str_eq(word, STR("thread")))
        thread(sc, args);
    else if (str_eq(word, STR("asking")))
        check_asking(sc, args);
    else if (str_eq(word, STR("revision")))
        world_revision(&sc->world, args);
    else if (str_eq(word, STR("start")))
        start(sc, args);
    else if (str_eq(word, STR("key")))
        press(sc, args);
    else if (str_eq(word, STR("type")))
        type(sc, args);
    else if (str_eq(word, STR("paste")))
        paste(sc, args);
    else if (str_eq(word, STR("mouse")))
        mouse(sc, args);
    else if (str_eq(word, STR("outside")))
        outside(sc, args);
    else if (str_eq(word, STR("gone")))
        world_remove(&sc->world, args);
    else if (str_eq(word, STR("focus")))
        send(sc, (Msg){.type = MSG_KEY, .key = {.code = KEYCODE_FOCUS_IN}});
    else if (str_eq(word, STR("screen")))
        check_screen(sc, rest);
    else if (str_eq(word, STR("cursor")))
        check_cursor(sc, args);
    else if (str_eq(word, STR("row")))
        check_row(sc, args);
    else if (str_eq(word, STR("saved")))
        check_saved(sc, args);
    else if (str_eq(word, STR("editor-fails")))
        sc->world.editor_fails = true;
    else if (str_eq(word, STR("smart-quotes")))
        sc->model.smart_quotes = true;
    else if (str_eq(word, STR("clipboard")))
        check_clipboard(sc, args);
    else if (str_eq(word, STR("quit"))) {
        if (!sc->world.quit)
            fail(sc, "the program goes on", (Str){0});
    } else {
        fail(sc, "no such directive", word);
    }
}

static void run(Script *sc, Str text)
{
    Str rest = text, line, word;

    while (str_next_line(&rest, &line)) {
        sc->line = 1;
        for (size_t i = 0; i < text.len - rest.len; i++)
            sc->line += text.ptr[i] == '\n';
        sc->line--;
        strbuf_addf(&sc->out, "%.*s\n", STR_ARG(line));
        if (str_is_blank(line) || line.ptr[0] == '#')
            continue;
        Str args = line;
        str_next_field(&args, ' ', &word);
        Arena arena = {0};
        directive(sc, word, arena_str(&arena, args), &rest);
        arena_deinit(&arena);
    }
}

/* Wherever the script ends, the window may have any size; every size is drawn, and
 * what holds on every screen holds there. */
static void resize_about(Script *sc)
{
    enum { SIZES = 60 };
    unsigned seed = 11;

    for (int i = 0; i < SIZES && !sc->world.quit && sc->started; i++) {
        seed = seed * 1103515245u + 12345u;
        int rows = 8 + (int)(seed >> 16) % 73, cols = 40 + (int)(seed >> 8) % 261;
        if (i % 10 == 0)
            rows = i % 20 ? 80 : 8, cols = i % 20 ? 300 : 40;
        screen_resize(&sc->screen, rows, cols);
        send(sc, (Msg){.type = MSG_RESIZE, .rows = rows, .cols = cols});
    }
}

static int run_file(const char *path)
{
    Script sc = {.path = path, .update = getenv("UPDATE") != NULL};
    StrBuf text = {0};
    Error err = {0};

    if (!file_read(path, FILE_MAX, &text, &err)) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    message_init("en", NULL);
    run(&sc, strbuf_view(&text));
    resize_about(&sc);
    if (sc.update && !str_eq(strbuf_view(&sc.out), strbuf_view(&text)) &&
        !file_replace(path, strbuf_view(&sc.out), &err))
        fail(&sc, "cannot update", str_from(err.message));
    if (sc.started)
        model_deinit(&sc.model);
    if (sc.lib.template_count)
        library_deinit(&sc.lib);
    screen_deinit(&sc.screen);
    world_deinit(&sc.world);
    strbuf_deinit(&sc.out);
    strbuf_deinit(&text);
    return sc.failures;
}

int main(int argc, char **argv)
{
    int failures = 0;

    for (int i = 1; i < argc; i++)
        failures += run_file(argv[i]);
    printf("%d scripts, %d failures\n", argc - 1, failures);
    return failures > 0;
}
