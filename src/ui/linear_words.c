#include "ui/linear_words.h"

#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "ui/keymap.h"

typedef struct VerbWord {
    LinearVerb verb;
    const char *name;
    char letter; /* 0: none */
    const char *argument;
    const char *title; /* N_() */
    unsigned where;
} VerbWord;

/* clang-format off */
static const VerbWord verbs[] = {
    {VERB_READ,    "read",    'r', "",         N_("Read it again"), IN_ANY},
    {VERB_ADD,     "add",     'a', " [N]",     N_("Add a paragraph at the end, or after paragraph N"), IN_WRITE},
    {VERB_DELETE,  "delete",  0,   " N",       N_("Delete paragraph N"), IN_WRITE},
    {VERB_UP,      "up",      0,   " N",       N_("Move paragraph N up"), IN_WRITE},
    {VERB_DOWN,    "down",    0,   " N",       N_("Move paragraph N down"), IN_WRITE},
    {VERB_PAIR,    "pair",    0,   " [QUESTION]", N_("Add a question and its answer to this FAQ"), IN_WRITE},
    {VERB_GO,      "go",      0,   " N",       N_("Go to section N; 0 is what stands before the first"), IN_WRITE},
    {VERB_FIND,    "find",    'i', " WORDS",   N_("Find in text"), IN_WRITE},
    {VERB_GUIDE,   "guide",   'g', "",         N_("Questions and examples for this section"), IN_WRITE},
    {VERB_INTERVIEW, "interview", 0, "",       N_("Answer questions, and get a first draft"), IN_WRITE},
    {VERB_MORE,    "more",    0,   "",         N_("Older revisions"), IN_HISTORY},
    {VERB_HELP,    "help",    '?', "",         N_("What can be typed here"), IN_ANY},
};

/* Lines have no cursor to select with, no window to draw, no list to search in. */
static const struct {
    CommandId command;
    const char *instead;
} instead[] = {
    {CMD_CUT, "delete"}, {CMD_COPY, "read"}, {CMD_PASTE, "add"}, {CMD_SELECT, "read"},
    {CMD_SELECT_ALL, "read"}, {CMD_CUT_LINE, "delete"}, {CMD_DELETE_WORD, "replace"},
    {CMD_FIND, "find"}, {CMD_FIND_NEXT, "find"}, {CMD_FIND_PREVIOUS, "find"},
    {CMD_SEARCH, "read"}, {CMD_MOVE_UP, "up"}, {CMD_MOVE_DOWN, "down"},
    {CMD_NEW_QUESTION, "pair"}, {CMD_INTERVIEW, "interview"}, {CMD_WIDTH, "read"}, {CMD_PROJECTOR, "read"}, {CMD_TYPEWRITER, "read"},
    {CMD_MOUSE, "read"}, {CMD_COLOURS, "read"}, {CMD_MENU, "help"}, {CMD_PALETTE, "help"},
    {CMD_HELP, "help"}, {CMD_REDRAW, "read"}, {CMD_SUSPEND, "close"},
    {CMD_REVIEW_PART, "read"}, {CMD_LANDED_NEXT, "read"}, {CMD_LANDED_PREVIOUS, "read"},
    {CMD_LANDED_GO, "read"},
    {CMD_NEXT_CHANGE, "read"}, {CMD_PREVIOUS_CHANGE, "read"},
};
/* clang-format on */

const char *linear_instead(CommandId id)
{
    for (size_t i = 0; i < sizeof instead / sizeof *instead; i++)
        if (instead[i].command == id)
            return instead[i].instead;
    return NULL;
}

static bool usable(View view, const Command *c)
{
    return c && (c->where & IN(view)) && !linear_instead(c->id);
}

static const VerbWord *verb_of(View view, Str word)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        const VerbWord *v = &verbs[i];
        bool letter = word.len == 1 && v->letter == word.ptr[0];
        if ((v->where & IN(view)) && (letter || str_eq(word, str_from(v->name))))
            return v;
    }
    return NULL;
}

/* In the text the letters of its menu, in a list those of its keys. */
static CommandId command_of_letter(View view, char letter)
{
    if (view == VIEW_WRITE) {
        const Command *c = command_by_letter(view, letter);
        return c ? c->id : CMD_NONE;
    }
    Key key = {.code = KEYCODE_CHAR, .cp = (unsigned char)letter};
    return keymap_find(NULL, view, &key);
}

static CommandId letter_command(View view, char letter)
{
    CommandId id = command_of_letter(view, letter);

    if (letter == 'q' && view == VIEW_WRITE) /* it leaves, everywhere */
        return CMD_CLOSE;
    if (id == CMD_NONE && letter == 'q')
        return CMD_BACK;
    if (id == CMD_NONE && letter == 'b' && (IN_READ & IN(view)) && view != VIEW_HOME)
        return CMD_BACK;
    return usable(view, command_get(id)) ? id : CMD_NONE;
}

static bool is_quit(Str word)
{
    return str_eq(word, STR("quit")) || str_eq(word, STR("exit")) ||
           str_eq(word, STR("bye"));
}

static CommandId named_command(View view, Str word)
{
    for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
        const Command *c = command_get((CommandId)id);
        if (usable(view, c) && str_eq(word, str_from(c->name)))
            return c->id;
    }
    if (is_quit(word))
        return CMD_CLOSE;
    return str_eq(word, STR("esc")) && view != VIEW_WRITE ? CMD_BACK : CMD_NONE;
}

static Str as_latin(Str word, StrBuf *out)
{
    for (size_t at = 0; at < word.len;) {
        char bytes[UTF8_MAX];
        uint32_t cp = 0;
        at += utf8_decode(word, at, &cp);
        strbuf_add(out, (Str){bytes, utf8_write(key_latin(cp), bytes)});
    }
    return strbuf_view(out);
}

LinearWord linear_find_word(View view, Str typed)
{
    StrBuf latin = {0};
    Str word = as_latin(typed, &latin);
    const VerbWord *verb = verb_of(view, word);
    LinearWord found = {0};

    if (verb)
        found.verb = verb->verb;
    else if (word.len == 1)
        found.command = letter_command(view, word.ptr[0]);
    else
        found.command = named_command(view, word);
    strbuf_deinit(&latin);
    return found;
}

static char letter_of(View view, const Command *c)
{
    for (char letter = 'a'; letter <= 'z'; letter++) {
        LinearWord w = linear_find_word(view, (Str){&letter, 1});
        if (w.command == c->id)
            return letter;
    }
    return 0;
}

bool linear_command_word(View view, CommandId id, StrBuf *out)
{
    const Command *c = command_get(id);

    if (!usable(view, c))
        return false;
    char letter = letter_of(view, c);
    if (letter)
        strbuf_addc(out, letter);
    else
        strbuf_addz(out, c->name);
    return true;
}

/* -- help ----------------------------------------------------------------- */

static void help_row(StrBuf *out, char letter, const char *name, const char *argument,
                     const char *title)
{
    strbuf_addz(out, "  ");
    if (letter)
        strbuf_addf(out, "%c, ", letter);
    strbuf_addf(out, "%s%s: %s\n", name, argument, title);
}

static void help_verbs(View view, StrBuf *out)
{
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (verbs[i].where & IN(view))
            help_row(out, verbs[i].letter, verbs[i].name, verbs[i].argument,
                     _(verbs[i].title));
}

static const char *number_help(View view)
{
    switch (view) {
    case VIEW_HOME:
        return _("A number opens that document.");
    case VIEW_WRITE:
        return _("A number writes that paragraph anew.");
    case VIEW_HISTORY:
        return _("A number shows what that revision changed.");
    case VIEW_CHECKS:
        return _("A number reads that check in full.");
    case VIEW_QUESTIONS:
        return _("A number reads that question in full.");
    case VIEW_RESTORE:
        return _("A number chooses that row, or ticks it.");
    case VIEW_MERGE:
        return _("A number from 1 to 5 chooses.");
    case VIEW_RECOVER:
        return _("A number from 1 to 4 chooses: keep, save, look, put aside.");
    case VIEW_ADOPT:
    case VIEW_SPLIT:
        return _("A number goes to that row.");
    default:
        return NULL;
    }
}

void linear_help(const Model *m, StrBuf *out)
{
    View view = m->view;

    strbuf_addz(out,
                _("What can be typed here. An empty line reads on where one is.\n"));
    if (number_help(view))
        strbuf_addf(out, "  %s\n", number_help(view));
    help_verbs(view, out);
    for (int group = 0; group < GROUP_COUNT; group++)
        for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
            const Command *c = command_get((CommandId)id);
            if (!usable(view, c) || (int)c->group != group)
                continue;
            const char *why_not = command_why_not(m, c);
            help_row(out, letter_of(view, c), c->name, "", _(c->title));
            if (why_not) {
                strbuf_truncate(out, out->len - 1);
                strbuf_addf(out, " (%s)\n", why_not);
            }
        }
}

static void hint(StrBuf *out, const char *word, const char *label)
{
    strbuf_addf(out, ", %s %s", word, label);
}

void linear_hint(const Model *m, StrBuf *out)
{
    View view = m->view;

    if (number_help(view))
        strbuf_addz(out, number_help(view));
    StrBuf list = {0};
    if (view == VIEW_WRITE)
        hint(&list, "a", _("Add a paragraph"));
    for (int row = 0; row < 2; row++)
        for (const Hint *h = keymap_hints(view, row); h->command != CMD_NONE; h++) {
            StrBuf word = {0};
            if (!command_why_not(m, command_get(h->command)) &&
                linear_command_word(view, h->command, &word))
                hint(&list, strbuf_cstr(&word), _(h->label));
            strbuf_deinit(&word);
        }
    hint(&list, "?", _("Help"));
    if (out->len > 0 && out->ptr[out->len - 1] != '\n')
        strbuf_addc(out, ' ');
    strbuf_add(out, str_slice(strbuf_view(&list), 2, list.len));
    strbuf_addz(out, ".\n");
    strbuf_deinit(&list);
}

void linear_suggest(const Model *m, Str typed, StrBuf *out)
{
    enum { MOST = 8 };
    int found = 0;

    for (int id = CMD_NONE + 1; id < CMD_COUNT && found < MOST; id++) {
        const Command *c = command_get((CommandId)id);
        if (!usable(m->view, c) || !command_matches(m, c, typed))
            continue;
        if (found++ == 0)
            strbuf_addz(out, _("There is no such word here. Did you mean:\n"));
        help_row(out, letter_of(m->view, c), c->name, "", _(c->title));
    }
    if (found == 0)
        message_addf(out,
                     _("There is no word \"%.*s\" here. ? lists what can be typed.\n"),
                     STR_ARG(typed));
}

/* -- messages of the screens ---------------------------------------------- */

static bool add_key_word(View view, const Key *key, StrBuf *out)
{
    CommandId id = keymap_find(NULL, view, key);

    if (id == CMD_NONE)
        id = keymap_find(NULL, VIEW_WRITE, key);
    const Command *c = command_get(id);
    if (!c || linear_instead(id))
        return false;
    strbuf_addz(out, c->name);
    return true;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void linear_message(View view, Str message, StrBuf *out)
{
    for (size_t i = 0; i < message.len; i++) {
        const char *at = message.ptr + i;
        size_t left = message.len - i;
        if (left > 1 && at[0] == '^' && at[1] >= 'A' && at[1] <= 'Z') {
            Key key = {.code = KEYCODE_CHAR,
                       .cp = (uint32_t)(at[1] - 'A' + 'a'),
                       .mods = MOD_CTRL};
            if (add_key_word(view, &key, out)) {
                i++;
                continue;
            }
        }
        if (left > 4 && str_starts(str_slice(message, i, message.len), STR("Esc ")) &&
            is_letter(at[4]) && (left == 5 || !is_letter(at[5]))) {
            const Command *c = command_by_letter(VIEW_WRITE, at[4]);
            if (c && !linear_instead(c->id)) {
                strbuf_addz(out, c->name);
                i += 4;
                continue;
            }
        }
        strbuf_addc(out, at[0]);
    }
}
