#include "app/spell.h"

#include <errno.h>
#include <time.h>
#include <unistd.h>

#include "app/helper.h"
#include "app/own_words.h"
#include "app/spell_place.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"
#include "ui/spelling.h"

/* So few at once that a pipe holds all of them. */
enum { AT_ONCE = 64, WORD_MAX = 100, SUGGESTIONS_MAX = 9, ANSWER_MAX = 1 << 20 };
/* Answers are handed over together: for each lot the text is looked through. */
enum { TOGETHER_MS = 200 };

struct Spell {
    Session *session;
    bool begun;
    bool failed; /* it ended by itself: it is not started again */
    SpellPlace place;
    Arena arena; /* of the place */
    /* One for each dictionary: that of Korean takes every Latin word for right. */
    Helper helpers[LANG_COUNT];
    Lang lang;          /* who was asked last */
    Str asked[AT_ONCE]; /* words on the way, in order; in `words` */
    size_t asked_count, answered;
    Arena words, reply;
    Spelled ready[AT_ONCE]; /* answers that are not handed over yet; in `reply` */
    size_t ready_count;
    bool handed;       /* they were: the next ones may take their place */
    int64_t handed_at; /* milliseconds */
    StrBuf bytes;      /* of it, not read as lines yet */
    bool wrong;        /* of the word whose answer is coming */
    Str suggestions[SUGGESTIONS_MAX]; /* … in `words`, too */
    size_t suggestion_count;
};

Spell *spell_new(Session *session)
{
    Spell *s = mem_alloc(sizeof *s);

    s->session = session;
    for (int i = 0; i < LANG_COUNT; i++)
        s->helpers[i] = (Helper){.in = -1, .out = -1};
    return s;
}

static void stop_all(Spell *s)
{
    for (int i = 0; i < LANG_COUNT; i++)
        helper_stop(&s->helpers[i]);
}

void spell_free(Spell *s)
{
    if (!s)
        return;
    stop_all(s);
    arena_deinit(&s->arena);
    arena_deinit(&s->words);
    arena_deinit(&s->reply);
    strbuf_deinit(&s->bytes);
    mem_free(s);
}

/* --- what there is -------------------------------------------------------- */

static const char *missing(const SpellPlace *p)
{
    if (p->program.len == 0)
        return _(
            "Spelling is not looked at: hunspell is not installed (prfaq doctor).");
    if (p->dictionary[LANG_EN].len == 0 && p->dictionary[LANG_KO].len == 0)
        return _("Spelling is not looked at: no dictionary is installed (prfaq "
                 "doctor).");
    if (p->dictionary[LANG_KO].len == 0)
        return _("Korean spelling is not looked at: its dictionary is not installed "
                 "(prfaq doctor).");
    if (p->dictionary[LANG_EN].len == 0)
        return _("English spelling is not looked at: its dictionary is not installed "
                 "(prfaq doctor).");
    return NULL;
}

/* Said once, not at each start: a file of this login remembers. */
static bool said_before(Spell *s)
{
    Str home = s->session->workspace.state_home;

    if (home.len == 0)
        return true;
    Str path = path_join(&s->arena, home, STR("said-spelling"));
    if (file_kind(path.ptr) != FILE_NONE)
        return true;
    return !file_write_private(path.ptr, STR("1\n"), NULL);
}

Msg spell_begin(Spell *s, Moment now)
{
    Msg msg = {.type = MSG_SPELLING, .now = now};

    if (s->begun || !session_setting_bool(s->session, "ui.spelling"))
        return (Msg){.type = MSG_DONE, .now = now};
    s->begun = true;
    spell_place_find(NULL, &s->arena, &s->place);
    const char *words = missing(&s->place);
    if (words && !said_before(s))
        msg.text = str_from(words);
    if (s->place.program.len == 0)
        return msg;
    msg.english = s->place.dictionary[LANG_EN].len > 0;
    msg.korean = s->place.dictionary[LANG_KO].len > 0;
    arena_reset(&s->reply);
    own_words_accepted(s->session, &s->reply, &msg.words, &msg.word_count);
    return msg;
}

/* --- asking --------------------------------------------------------------- */

static bool start(Spell *s, Lang lang)
{
    Str name = s->place.dictionary[lang];
    const char *argv[] = {
        s->place.program.ptr, "-a", "-i", "UTF-8", "-d", name.ptr, NULL};

    s->failed = !helper_start(&s->helpers[lang], argv);
    return !s->failed;
}

/* A line for each word; "^" says that it is no command. */
static void send(Spell *s, Model *m)
{
    StrBuf lines = {0};
    Str word;
    Lang lang;

    arena_reset(&s->words);
    s->asked_count = s->answered = 0;
    while (s->asked_count < AT_ONCE && spelling_next(&m->spelling, &word, &lang) &&
           lang == s->lang) {
        spelling_ask(&m->spelling);
        if (word.len > WORD_MAX)
            continue;
        s->asked[s->asked_count++] = arena_str(&s->words, word);
        strbuf_addf(&lines, "^%.*s\n", STR_ARG(word));
    }
    Str rest = strbuf_view(&lines);
    while (rest.len > 0) {
        ssize_t n = write(s->helpers[s->lang].in, rest.ptr, rest.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break; /* gone: its output says so */
        rest = str_slice(rest, (size_t)n, rest.len);
    }
    strbuf_deinit(&lines);
}

void spell_frame(Spell *s, Model *m)
{
    Str word;
    Lang lang;

    if (s->failed || s->answered < s->asked_count ||
        !spelling_next(&m->spelling, &word, &lang))
        return;
    if (s->helpers[lang].pid == 0 && !start(s, lang))
        return;
    s->lang = lang;
    send(s, m);
}

int spell_fd(const Spell *s)
{
    return s->answered < s->asked_count ? s->helpers[s->lang].out : -1;
}

/* --- answers -------------------------------------------------------------- */

/* "& wrd 2 1: word, ward": the word, how many, where, and what instead. */
static void take_suggestions(Spell *s, Str line)
{
    size_t colon = str_find(line, STR(": "), 0), space = str_find_byte(line, ' ', 2);
    Str part = str_slice(line, 2, space), word = s->asked[s->answered], one;

    if (colon == STR_NONE || space == STR_NONE || !str_eq(part, word))
        return; /* of a piece of it: nothing for the whole */
    Str rest = str_slice(line, colon + 2, line.len);
    while (s->suggestion_count < SUGGESTIONS_MAX && str_next_field(&rest, ',', &one)) {
        one = str_trim(one);
        if (one.len > 0)
            s->suggestions[s->suggestion_count++] = arena_str(&s->words, one);
    }
}

static void end_word(Spell *s, Spelled *out)
{
    Str *copies = arena_array(&s->reply, s->suggestion_count + 1, sizeof *copies);

    for (size_t i = 0; i < s->suggestion_count; i++)
        copies[i] = s->suggestions[i];
    *out = (Spelled){.word = s->asked[s->answered++],
                     .right = !s->wrong,
                     .suggestions = copies,
                     .count = s->suggestion_count};
    s->wrong = false;
    s->suggestion_count = 0;
}

/* An empty line ends the answer about a word. */
static void take_line(Spell *s, Str line)
{
    if (s->answered >= s->asked_count || str_starts(line, STR("@(#)")))
        return; /* it says its name first */
    if (line.len == 0) {
        end_word(s, &s->ready[s->ready_count++]);
        return;
    }
    if (line.ptr[0] != '&' && line.ptr[0] != '#' && line.ptr[0] != '?')
        return;
    s->wrong = true;
    if (line.ptr[0] != '#')
        take_suggestions(s, line);
}

/* false: it is gone. */
static bool read_bytes(Spell *s)
{
    char bytes[8192];
    ssize_t n = read(s->helpers[s->lang].out, bytes, sizeof bytes);

    if (n < 0)
        return errno == EINTR || errno == EAGAIN;
    strbuf_add(&s->bytes, (Str){bytes, (size_t)n});
    return n > 0 && s->bytes.len < ANSWER_MAX;
}

static void take_lines(Spell *s)
{
    Str rest = strbuf_view(&s->bytes), line;

    while (rest.len > 0 && str_find_byte(rest, '\n', 0) != STR_NONE &&
           str_next_line(&rest, &line))
        take_line(s, line);
    strbuf_splice(&s->bytes, (Range){0, s->bytes.len - rest.len}, (Str){0});
}

static int64_t milliseconds(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static Msg hand_over(Spell *s)
{
    s->handed = true;
    s->handed_at = milliseconds();
    return (Msg){
        .type = MSG_SPELLED, .spelled = s->ready, .spelled_count = s->ready_count};
}

Msg spell_read(Spell *s)
{
    if (s->handed) {
        arena_reset(&s->reply);
        s->ready_count = 0;
        s->handed = false;
    }
    bool alive = read_bytes(s);
    take_lines(s);
    if (alive && s->answered < s->asked_count &&
        milliseconds() - s->handed_at < TOGETHER_MS)
        return (Msg){.type = MSG_DONE};
    Msg msg = hand_over(s);
    if (!alive) {
        stop_all(s);
        s->failed = true;
        msg.unchanged = true;
        msg.text =
            str_from(_("Spelling is not looked at any more: hunspell has ended."));
    }
    return msg;
}
