#include "app/meet_room.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli_ask.h"
#include "app/cli_commands.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "review/meet_step.h"
#include "term/key.h"

#define SCREEN_CLEAR "\033[H\033[2J\033[3J"

enum { AWAY_LINES = 60, NOTES_BYTES = 16 << 20 };

typedef struct Room {
    Cli *cli;
    MeetTask *task;
    bool clears; /* what stands there can be cleared */
    StrBuf notice;
} Room;

bool meet_room_possible(const Cli *cli)
{
    if (cli_has(cli, OPTION_NO_INPUT) || cli_has(cli, OPTION_JSON))
        return false;
    return (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) || linear_wanted(cli);
}

/* -- the screen ---------------------------------------------------------------------
 */

static void room_begin(Room *r)
{
    const char *term = getenv("TERM");

    r->clears = isatty(STDOUT_FILENO) && term && strcmp(term, "dumb") != 0;
}

/* What nobody else may see goes away. */
static void hide(Room *r)
{
    StrBuf lines = {0};

    if (r->clears) {
        ask_say(STR(SCREEN_CLEAR));
        return;
    }
    strbuf_add_repeat(&lines, '\n', AWAY_LINES);
    ask_say(strbuf_view(&lines));
    strbuf_deinit(&lines);
}

/* -- a page -------------------------------------------------------------------------
 */

static void add_row(const Room *r, Str line, StrBuf *out)
{
    bool title = str_starts(line, STR("# "));
    bool bold = title && r->clears && output_color(r->cli);

    if (title)
        line = str_slice(line, 2, line.len);
    strbuf_addz(out, bold ? "\033[1m" : "");
    if (line.len == 0)
        strbuf_addc(out, '\n');
    else if (unicode_width(line) < output_width())
        strbuf_addf(out, "%.*s\n", STR_ARG(line));
    else
        output_wrapped(out, 0, output_width() - 1, line);
    strbuf_addz(out, bold ? "\033[0m" : "");
}

static void show(Room *r)
{
    StrBuf said = {0}, out = {0};
    MeetTask *t = r->task;
    Str line;

    strbuf_add(&out, strbuf_view(&r->notice));
    strbuf_clear(&r->notice);
    meet_say(&t->meet, &said);
    for (Str rest = strbuf_view(&said); str_next_line(&rest, &line);)
        add_row(r, line, &out);
    ask_say(strbuf_view(&out));
    strbuf_deinit(&said);
    strbuf_deinit(&out);
}

/* -- a line -------------------------------------------------------------------------
 */

/* In NFC, without control characters; false at the end of input. */
static bool next_line(StrBuf *out)
{
    StrBuf line = {0};
    bool read = ask_line("> ", &line);

    strbuf_clear(out);
    if (read && utf8_valid(strbuf_view(&line), NULL))
        key_paste_text(strbuf_view(&line), out);
    strbuf_deinit(&line);
    return read;
}

/* "import notes.json": what a reader noted elsewhere. */
static bool take_import(Room *r, Str line)
{
    Str word = STR("import ");
    StrBuf bytes = {0};
    Error err = {0};

    if (!str_starts(line, word) || meet_step(&r->task->meet) != MEET_TURN)
        return false;
    Str path = arena_str(&r->cli->arena, str_trim(str_slice(line, word.len, line.len)));
    bool ok = file_read(path.ptr, NOTES_BYTES, &bytes, &err) &&
              meet_import(r->task, arena_str(&r->cli->arena, strbuf_view(&bytes)), path,
                          &r->cli->arena, &err);
    strbuf_addf(&r->notice, "%s\n\n",
                ok ? _("Taken in; what it says stays hidden until all notes open.")
                   : err.message);
    strbuf_deinit(&bytes);
    return true;
}

bool meet_room(Cli *cli, MeetTask *task, bool *decided, Error *err)
{
    Room r = {.cli = cli, .task = task};
    StrBuf line = {0};
    MeetReply reply = MEET_ON;
    bool ok = true;

    room_begin(&r);
    while (ok && (reply == MEET_ON || reply == MEET_HIDE)) {
        bool hidden = meet_is_private(&task->meet);
        show(&r);
        if (!next_line(&line))
            break;
        task->meet.now = session_now();
        if (!take_import(&r, strbuf_view(&line)))
            reply = meet_line(&task->meet, strbuf_view(&line), &r.notice);
        ok = meet_keep(&cli->session, task, err);
        if (hidden && (reply == MEET_HIDE || reply == MEET_STOP))
            hide(&r);
    }
    if (meet_is_private(&task->meet) && reply != MEET_STOP && reply != MEET_HIDE)
        hide(&r);
    strbuf_deinit(&r.notice);
    strbuf_deinit(&line);
    *decided = ok && reply == MEET_DECIDED;
    return ok;
}
