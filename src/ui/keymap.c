#include "ui/keymap.h"

#include "base/message.h"

#define CTRL(letter)                                                                   \
    {                                                                                  \
        .code = KEYCODE_CHAR, .cp = (letter), .mods = MOD_CTRL                         \
    }
#define CHAR(letter)                                                                   \
    {                                                                                  \
        .code = KEYCODE_CHAR, .cp = (letter)                                           \
    }
#define SPECIAL(name)                                                                  \
    {                                                                                  \
        .code = KEYCODE_##name                                                         \
    }
#define ALT(name)                                                                      \
    {                                                                                  \
        .code = KEYCODE_##name, .mods = MOD_ALT                                        \
    }
#define SHIFT(name)                                                                    \
    {                                                                                  \
        .code = KEYCODE_##name, .mods = MOD_SHIFT                                      \
    }

/* The first binding of a command in a view is the one that hints show. Not bound:
 * ^B (tmux), ^H ^I ^J ^M ^[ (other keys), ^\ ^] ^Space, F10, F11. */
/* clang-format off */
static const Binding bindings[] = {
    {IN_WRITE,   CTRL('s'),          CMD_SAVE},
    {IN_WRITE,   SPECIAL(F2),        CMD_SAVE},
    {IN_WRITE,   CTRL('z'),          CMD_UNDO},
    {IN_WRITE,   CTRL('y'),          CMD_REDO},
    {IN_WRITE,   CTRL('x'),          CMD_CUT},
    {IN_WRITE,   CTRL('c'),          CMD_COPY},
    {IN_WRITE,   CTRL('v'),          CMD_PASTE},
    {IN_WRITE,   SHIFT(INSERT),      CMD_PASTE},
    {IN_WRITE,   CTRL('a'),          CMD_SELECT_ALL},
    {IN_WRITE,   CTRL('k'),          CMD_CUT_LINE},
    {IN_WRITE,   CTRL('w'),          CMD_DELETE_WORD},
    {IN_WRITE,   CTRL('f'),          CMD_FIND},
    {IN_WRITE,   SPECIAL(F3),        CMD_FIND_NEXT},
    {IN_WRITE,   SHIFT(F3),          CMD_FIND_PREVIOUS},
    {IN_WRITE,   CTRL('r'),          CMD_REPLACE},
    {IN_WRITE,   ALT(UP),            CMD_MOVE_UP},
    {IN_WRITE,   ALT(DOWN),          CMD_MOVE_DOWN},
    {IN_WRITE,   ALT(PAGE_UP),       CMD_SECTION_UP},
    {IN_WRITE,   ALT(PAGE_DOWN),     CMD_SECTION_DOWN},
    {IN_WRITE,   CTRL('o'),          CMD_SECTIONS},
    {IN_WRITE,   SPECIAL(TAB),       CMD_NEXT_SECTION},
    {IN_WRITE,   SPECIAL(F8),        CMD_NEXT_SECTION},
    {IN_WRITE,   SHIFT(TAB),         CMD_PREVIOUS_SECTION},
    {IN_WRITE,   SPECIAL(F7),        CMD_PREVIOUS_SECTION},
    {IN_WRITE,   CTRL('n'),          CMD_NEXT_ISSUE},
    {IN_WRITE,   SPECIAL(F4),        CMD_NEXT_ISSUE},
    {IN_WRITE,   SHIFT(F4),          CMD_PREVIOUS_ISSUE},
    {IN_WRITE,   CTRL('e'),          CMD_FIX},
    {IN_WRITE,   CTRL('d'),          CMD_CHANGES},
    {IN_WRITE | IN_PREVIEW, CTRL('t'), CMD_PREVIEW},
    {IN_WRITE | IN_PREVIEW, SPECIAL(F5), CMD_PREVIEW},
    {IN_WRITE | IN_HOME | IN_FIVE | IN_EXERCISE, CTRL('u'), CMD_WHO},
    {IN_WRITE | IN_HOME | IN_FIVE | IN_EXERCISE, SPECIAL(F9), CMD_WHO},
    {IN_WRITE,   SPECIAL(ESCAPE),    CMD_MENU},

    {IN_HOME,    SPECIAL(ENTER),     CMD_WRITE},
    {IN_HOME,    CHAR('n'),          CMD_NEW},
    {IN_HOME,    CHAR('h'),          CMD_HISTORY},
    {IN_HOME,    CHAR('p'),          CMD_PREVIEW},
    {IN_HOME,    CHAR('d'),          CMD_CHANGES},
    {IN_HOME,    CHAR('e'),          CMD_EXPORT},
    {IN_HOME,    CHAR('i'),          CMD_INIT},
    {IN_HOME,    SPECIAL(ESCAPE),    CMD_MENU},
    {IN_HOME,    CHAR('q'),          CMD_CLOSE},

    {IN_HISTORY, CHAR('d'),          CMD_CHANGES},
    {IN_HISTORY, CHAR('m'),          CMD_MARK},
    {IN_HISTORY, CHAR('+'),          CMD_SMALL_SAVES},
    {IN_HISTORY, CHAR('s'),          CMD_ONLY_SECTION},
    {IN_HISTORY, CHAR('l'),          CMD_NAME_REVISION},
    {IN_HISTORY | IN_CHANGES, CHAR('r'), CMD_RESTORE},
    {IN_HISTORY, CHAR('z'),          CMD_UNDO_RESTORE},
    {IN_RESTORE, SPECIAL(ENTER),     CMD_RESTORE_DO},
    {IN_RESTORE, CHAR('y'),          CMD_RESTORE_DO},
    {IN_RESTORE, CHAR(' '),          CMD_RESTORE_TICK},
    {IN_RESTORE, CHAR('n'),          CMD_RESTORE_NEXT},
    {IN_RESTORE, CHAR('p'),          CMD_RESTORE_PREVIOUS},
    {IN_RESTORE, CHAR('d'),          CMD_RESTORE_SEE},
    {IN_HISTORY | IN_REVIEW, CHAR('w'), CMD_AUTHORS},
    {IN_CHECKS,  CHAR('f'),          CMD_FIX},
    {IN_CHECKS,  CTRL('e'),          CMD_FIX},
    {IN_CHECKS,  CHAR('a'),          CMD_FIX_ALL},
    {IN_CHECKS,  CHAR('s'),          CMD_SILENCE},
    {IN_CHECKS,  CHAR('e'),          CMD_RULE},
    {IN_CHECKS,  CHAR('v'),          CMD_LEVELS},
    {IN_CHECKS,  CHAR('/'),          CMD_FILTER},
    {IN_CHECKS,  CTRL('f'),          CMD_FILTER},
    {IN_CHECKS,  CHAR('z'),          CMD_UNDO},
    {IN_CHECKS,  CTRL('z'),          CMD_UNDO},
    {IN_CHECKS,  CHAR('y'),          CMD_REDO},
    {IN_CHECKS,  CTRL('y'),          CMD_REDO},
    {IN_CHANGES, CHAR('n'),          CMD_NEXT_CHANGE},
    {IN_CHANGES, CHAR('p'),          CMD_PREVIOUS_CHANGE},
    {IN_CHANGES, CHAR('['),          CMD_OLDER},
    {IN_CHANGES, CHAR(']'),          CMD_NEWER},
    {IN_PREVIEW, CHAR('h'),          CMD_HISTORY},
    {IN_PREVIEW, CHAR('e'),          CMD_EXPORT},
    {IN_AGENDA,  CHAR('n'),          CMD_NEXT_ITEM},
    {IN_AGENDA,  CHAR('t'),          CMD_TIMER},
    {IN_AUTHORS | IN_CHANGES | IN_PREVIEW | IN_CHECKS | IN_RULE | IN_FIGURES | IN_AGENDA, CHAR('w'), CMD_WRITE},
    {IN_CONFIRM, SPECIAL(ENTER),     CMD_CONFIRM_YES},
    {IN_CONFIRM, CHAR('y'),          CMD_CONFIRM_YES},
    {IN_ADOPT,   CHAR('n'),          CMD_CONFIRM_NO},
    {IN_ADOPT,   CHAR('c'),          CMD_CONFIRM_KIND},
    {IN_ADOPT,   CHAR('u'),          CMD_CONFIRM_HIGHER},
    {IN_ADOPT,   CHAR('d'),          CMD_CONFIRM_LOWER},
    {IN_SPLIT,   CHAR('e'),          CMD_EXTERNAL},
    {IN_SPLIT,   CHAR('i'),          CMD_INTERNAL},
    {IN_MERGE,   CHAR('1'),          CMD_TAKE_MINE},
    {IN_MERGE,   CHAR('2'),          CMD_TAKE_THEIRS},
    {IN_MERGE,   CHAR('3'),          CMD_TAKE_BOTH},
    {IN_MERGE,   CHAR('4'),          CMD_TAKE_NEITHER},
    {IN_MERGE,   CHAR('5'),          CMD_TAKE_OWN},
    {IN_MERGE,   CHAR('n'),          CMD_NEXT_PLACE},
    {IN_MERGE,   CHAR('p'),          CMD_PREVIOUS_PLACE},
    {IN_MERGE,   CHAR('u'),          CMD_UNDO_CHOICE},
    {IN_MERGE,   SPECIAL(ENTER),     CMD_MERGE_FINISH},
    {IN_HOME,    CHAR('r'),          CMD_REVIEW},
    {IN_REVIEW,  CHAR('n'),          CMD_REVIEW_NEXT},
    {IN_REVIEW,  CHAR('p'),          CMD_REVIEW_PREVIOUS},
    {IN_REVIEW,  CHAR('['),          CMD_REVIEW_OLDER},
    {IN_REVIEW,  CHAR(']'),          CMD_REVIEW_NEWER},
    {IN_REVIEW,  CHAR('v'),          CMD_REVIEW_VIEW},
    {IN_REVIEW,  CHAR('s'),          CMD_REVIEW_PART},
    {IN_REVIEW,  CHAR('m'),          CMD_NOTE_READ},
    {IN_REVIEW,  CHAR('g'),          CMD_SUGGEST},
    {IN_REVIEW | IN_QUESTIONS, SPECIAL(TAB), CMD_QUESTIONS},
    {IN_WRITE | IN_REVIEW | IN_QUESTIONS, SPECIAL(F6), CMD_QUESTIONS},
    {IN_REVIEW | IN_QUESTIONS, CHAR('c'), CMD_ASK},
    {IN_REVIEW | IN_QUESTIONS, SPECIAL(ENTER), CMD_REPLY},
    {IN_REVIEW | IN_QUESTIONS, CHAR('x'), CMD_RESOLVE},
    {IN_REVIEW | IN_QUESTIONS, CHAR('a'), CMD_ACCEPT},
    {IN_QUESTIONS,             CHAR('m'), CMD_MOVE_QUESTION},
    {IN_REVIEW | IN_QUESTIONS, CHAR('z'), CMD_UNDO_REVIEW},
    {IN_QUESTIONS, CHAR('w'), CMD_WRITE},
    {IN_HOME,    CHAR('c'),          CMD_DECK},
    {IN_HOME,    CHAR('f'),          CMD_FIVE},
    {IN_AGENDA,  SPECIAL(ENTER),     CMD_EXERCISE},
    {IN_EXERCISE, SPECIAL(ENTER),    CMD_EXERCISE_WRITE},
    {IN_EXERCISE, CHAR('a'),         CMD_EXERCISE_WRITE},
    {IN_EXERCISE, CHAR('x'),         CMD_EXERCISE_DROP},
    {IN_EXERCISE, CHAR('n'),         CMD_NEXT_ITEM},
    {IN_EXERCISE, CHAR('t'),         CMD_TIMER},
    {IN_EXERCISE, CHAR('w'),         CMD_WRITE},
    {IN_FIVE,    SPECIAL(ENTER),     CMD_FIVE_ANSWER},
    {IN_FIVE,    CHAR('a'),          CMD_FIVE_ANSWER},
    {IN_FIVE,    CHAR('r'),          CMD_FIVE_REVEAL},
    {IN_FIVE,    CHAR('e'),          CMD_FIVE_FINISH},
    {IN_FIVE,    CHAR('w'),          CMD_WRITE},
    {IN_DECK,    SPECIAL(ENTER),     CMD_CARD_ANSWER},
    {IN_DECK,    CHAR('a'),          CMD_CARD_ANSWER},
    {IN_DECK,    CHAR('c'),          CMD_CARD_ASK},
    {IN_DECK,    CHAR('f'),          CMD_CARD_PUT},
    {IN_DECK,    CHAR('x'),          CMD_CARD_SKIP},
    {IN_DECK,    CHAR('n'),          CMD_CARD_NEXT},
    {IN_DECK,    CHAR('p'),          CMD_CARD_PREVIOUS},
    {IN_DECK,    CHAR('r'),          CMD_CARD_ROLE},
    {IN_DECK,    CHAR('m'),          CMD_MATRIX},
    {IN_MATRIX,  CHAR('d'),          CMD_DECK},
    {IN_DECK | IN_MATRIX, CHAR('w'), CMD_WRITE},
    {IN_HOME | IN_REVIEW | IN_QUESTIONS, CHAR('l'), CMD_LANDED},
    {IN_LANDED,  CHAR('n'),          CMD_LANDED_NEXT},
    {IN_LANDED,  CHAR('p'),          CMD_LANDED_PREVIOUS},
    {IN_LANDED,  SPECIAL(ENTER),     CMD_LANDED_GO},
    {IN_LANDED,  CHAR('w'),          CMD_WRITE},
    {IN_CONFIRM, CHAR('b'),          CMD_CONFIRM_BACK},
    {IN_CONFIRM, CHAR('w'),          CMD_CONFIRM_WRITE},
    {IN_RECOVER, CHAR('1'),          CMD_RECOVER_KEEP},
    {IN_RECOVER, CHAR('2'),          CMD_RECOVER_SAVE},
    {IN_RECOVER, CHAR('3'),          CMD_RECOVER_LOOK},
    {IN_RECOVER, CHAR('4'),          CMD_RECOVER_ASIDE},
    {IN_HOME,    CHAR('m'),          CMD_MEET},
    {IN_MEET,    SPECIAL(ENTER),     CMD_MEET_ON},
    {IN_MEET,    SHIFT(TAB),         CMD_MEET_BACK},
    {IN_MEET,    CTRL('z'),          CMD_MEET_FORGET},
    {IN_MEET,    CTRL('t'),          CMD_MEET_VOTES},
    {IN_MEET,    CTRL('s'),          CMD_MEET_WRITE},
    {IN_MEET,    SPECIAL(ESCAPE),    CMD_MEET_LEAVE},
    {IN_MEET,    CTRL('q'),          CMD_MEET_LEAVE},
    {IN_READ & ~IN_HOME, SPECIAL(ESCAPE), CMD_BACK},
    {IN_READ & ~IN_HOME, CHAR('q'),  CMD_BACK},
    {IN_READ,    CHAR('?'),          CMD_HELP},

    {IN_READ & ~IN_CHECKS & ~IN_CONFIRM & ~IN_QUESTIONS & ~IN_RESTORE, CHAR('/'), CMD_SEARCH},
    {IN_READ & ~IN_CHECKS & ~IN_CONFIRM & ~IN_QUESTIONS & ~IN_RESTORE, CTRL('f'), CMD_SEARCH},

    {IN_ANY,     CTRL('p'),          CMD_PALETTE},
    {IN_ANY,     CTRL('g'),          CMD_HELP},
    {IN_ANY,     SPECIAL(F1),        CMD_HELP},
    {IN_ANY,     CTRL('l'),          CMD_REDRAW},
    {IN_ANY & ~IN_MEET, CTRL('q'),      CMD_CLOSE},
};

static const Hint hints[VIEW_COUNT][2][HINTS_A_ROW] = {
    [VIEW_HOME] = {
        {{CMD_INIT, N_("Make this folder a workspace")}, {CMD_WRITE, N_("Write")},
         {CMD_REVIEW, N_("Review")},
         {CMD_HISTORY, N_("History")}, {CMD_PREVIEW, N_("Preview")}, {CMD_EXPORT, N_("Export")},
         {CMD_NEW, N_("New")}, {CMD_WHO, N_("Who types")}},
        {{CMD_LANDED, N_("Did it land?")}, {CMD_HELP, N_("Help")}, {CMD_MENU, N_("Menu")},
         {CMD_PALETTE, N_("Commands")}, {CMD_CLOSE, N_("Quit")}}},
    [VIEW_WRITE] = {
        {{CMD_SAVE, N_("Save rev")}, {CMD_UNDO, N_("Undo")}, {CMD_FIND, N_("Find")},
         {CMD_SECTIONS, N_("Sections")}, {CMD_CHANGES, N_("Changes")},
         {CMD_PREVIEW, N_("Preview")}, {CMD_WHO, N_("Writer")}},
        {{CMD_NEXT_SECTION, N_("Next section")}, {CMD_PALETTE, N_("Commands")},
         {CMD_MENU, N_("Menu")}, {CMD_HELP, N_("Help")}, {CMD_CLOSE, N_("Close")}}},
    [VIEW_PREVIEW] = {
        {{CMD_PREVIEW, N_("Back to the text")}, {CMD_HISTORY, N_("History")},
         {CMD_EXPORT, N_("Export")}, {CMD_SEARCH, N_("Find")}},
        {{CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}}},
    [VIEW_HISTORY] = {
        {{CMD_CHANGES, N_("Changes since")}, {CMD_MARK, N_("Mark to compare")},
         {CMD_RESTORE, N_("Restore")}, {CMD_NAME_REVISION, N_("Name it")},
         {CMD_UNDO_RESTORE, N_("Undo restore")}},
        {{CMD_SMALL_SAVES, N_("Small saves")}, {CMD_ONLY_SECTION, N_("Only section")}, {CMD_SEARCH, N_("Find")}, {CMD_AUTHORS, N_("Authors")}, {CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}}},
    [VIEW_CHANGES] = {
        {{CMD_NEXT_CHANGE, N_("Next change")}, {CMD_PREVIOUS_CHANGE, N_("Previous")},
         {CMD_OLDER, N_("Older revision")}, {CMD_NEWER, N_("Newer")},
         {CMD_RESTORE, N_("Restore")}},
        {{CMD_SEARCH, N_("Find")}, {CMD_WRITE, N_("Write")}, {CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}}},
    [VIEW_CHECKS] = {
        {{CMD_FIX, N_("Fix")}, {CMD_FIX_ALL, N_("Fix all such")}, {CMD_SILENCE, N_("Silence")},
         {CMD_RULE, N_("Explain")}, {CMD_LEVELS, N_("Levels")}, {CMD_FILTER, N_("Find")},
         {CMD_UNDO, N_("Undo")}},
        {{CMD_WRITE, N_("Write")}, {CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")},
         {CMD_BACK, N_("Back")}}},
    [VIEW_FIGURES] = {
        {{CMD_WRITE, N_("Write")}, {CMD_PALETTE, N_("Commands")}, {CMD_BACK, N_("Back")}},
        {{CMD_NONE, NULL}}},
    [VIEW_AGENDA] = {
        {{CMD_NEXT_ITEM, N_("Next item")}, {CMD_TIMER, N_("More time, pause")}, {CMD_WRITE, N_("Write")}},
        {{CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}}},
    [VIEW_AUTHORS] = {
        {{CMD_SEARCH, N_("Find")}, {CMD_WRITE, N_("Write")}, {CMD_PALETTE, N_("Commands")},
         {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}},
        {{CMD_NONE, NULL}}},
    [VIEW_RULE] = {
        {{CMD_WRITE, N_("Write")}, {CMD_PALETTE, N_("Commands")}, {CMD_BACK, N_("Back")}},
        {{CMD_NONE, NULL}}},
    [VIEW_ADOPT] = {
        {{CMD_CONFIRM_YES, N_("Yes")}, {CMD_CONFIRM_NO, N_("No section")},
         {CMD_CONFIRM_KIND, N_("Another kind")}, {CMD_CONFIRM_HIGHER, N_("Begins higher")},
         {CMD_CONFIRM_LOWER, N_("Lower")}, {CMD_CONFIRM_BACK, N_("Back one")}},
        {{CMD_CONFIRM_WRITE, N_("Write now")}, {CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")},
         {CMD_BACK, N_("Leave, change nothing")}}},
    [VIEW_SPLIT] = {
        {{CMD_CONFIRM_YES, N_("Yes")}, {CMD_EXTERNAL, N_("External")}, {CMD_INTERNAL, N_("Internal")},
         {CMD_CONFIRM_BACK, N_("Back one")}},
        {{CMD_CONFIRM_WRITE, N_("Divide now")}, {CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")},
         {CMD_BACK, N_("Leave, change nothing")}}},
    [VIEW_MERGE] = {
        {{CMD_TAKE_MINE, N_("Yours")}, {CMD_TAKE_THEIRS, N_("The other")}, {CMD_TAKE_BOTH, N_("Both")},
         {CMD_TAKE_NEITHER, N_("Neither")}, {CMD_TAKE_OWN, N_("Write it")},
         {CMD_UNDO_CHOICE, N_("Undo a choice")}},
        {{CMD_MERGE_FINISH, N_("On")}, {CMD_NEXT_PLACE, N_("Next")}, {CMD_PREVIOUS_PLACE, N_("Previous")},
         {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Stop, keep for later")}}},
    [VIEW_RECOVER] = {
        {{CMD_RECOVER_KEEP, N_("Keep")}, {CMD_RECOVER_SAVE, N_("Save")},
         {CMD_RECOVER_LOOK, N_("Look")}, {CMD_RECOVER_ASIDE, N_("Put aside")}},
        {{CMD_BACK, N_("Decide later (nothing is deleted)")}, {CMD_HELP, N_("Help")}}},
    [VIEW_REVIEW] = {
        {{CMD_REVIEW_NEXT, N_("Next change")}, {CMD_REVIEW_PREVIOUS, N_("Previous")}, {CMD_ASK, N_("Ask or comment")},
         {CMD_SUGGEST, N_("Suggest wording")}, {CMD_ACCEPT, N_("Accept")}, {CMD_RESOLVE, N_("Resolve")},
         {CMD_UNDO_REVIEW, N_("Undo")}, {CMD_REVIEW_PART, N_("Only this section")}},
        {{CMD_REVIEW_VIEW, N_("View")}, {CMD_QUESTIONS, N_("Questions")}, {CMD_SEARCH, N_("Find")},
         {CMD_REVIEW_OLDER, N_("Since older")}, {CMD_REVIEW_NEWER, N_("Newer")}, {CMD_HELP, N_("Help")},
         {CMD_BACK, N_("Back")}}},
    [VIEW_QUESTIONS] = {
        {{CMD_REPLY, N_("Answer")}, {CMD_ACCEPT, N_("Accept")}, {CMD_RESOLVE, N_("Resolve or decline")},
         {CMD_MOVE_QUESTION, N_("Move it")}, {CMD_UNDO_REVIEW, N_("Undo")}, {CMD_ASK, N_("Ask or comment")},
         {CMD_QUESTIONS, N_("Its place in the text")}},
        {{CMD_WRITE, N_("Write there")}, {CMD_LANDED, N_("Did it land?")},
         {CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}}},
    [VIEW_LANDED] = {
        {{CMD_LANDED_NEXT, N_("Next")}, {CMD_LANDED_PREVIOUS, N_("Previous")},
         {CMD_LANDED_GO, N_("Go to its section")}, {CMD_SEARCH, N_("Find")}},
        {{CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}}},
    [VIEW_RESTORE] = {
        {{CMD_RESTORE_DO, N_("Restore")}, {CMD_RESTORE_TICK, N_("Choose, tick")},
         {CMD_RESTORE_SEE, N_("See every change")}, {CMD_RESTORE_NEXT, N_("Only the next one")},
         {CMD_RESTORE_PREVIOUS, N_("Previous")}},
        {{CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Cancel")}}},
    [VIEW_DECK] = {
        {{CMD_CARD_ANSWER, N_("Answer")}, {CMD_CARD_ASK, N_("Ask")}, {CMD_CARD_PUT, N_("Into the FAQ")},
         {CMD_CARD_SKIP, N_("Skip")}, {CMD_CARD_NEXT, N_("Next")}, {CMD_CARD_PREVIOUS, N_("Previous")},
         {CMD_CARD_ROLE, N_("As whom")}},
        {{CMD_MATRIX, N_("Who asks what")}, {CMD_WRITE, N_("Write")}, {CMD_PALETTE, N_("Commands")},
         {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}}},
    [VIEW_EXERCISE] = {
        {{CMD_EXERCISE_WRITE, N_("Write lines")}, {CMD_WHO, N_("Hand over")},
         {CMD_EXERCISE_DROP, N_("Take back the last")}},
        {{CMD_NEXT_ITEM, N_("Next item")}, {CMD_TIMER, N_("More time, pause")}, {CMD_WRITE, N_("Write")},
         {CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}}},
    [VIEW_FIVE] = {
        {{CMD_FIVE_ANSWER, N_("Answer")}, {CMD_WHO, N_("Hand over")}, {CMD_FIVE_REVEAL, N_("Reveal all")},
         {CMD_FIVE_FINISH, N_("End it")}},
        {{CMD_WRITE, N_("Write")}, {CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}}},
    [VIEW_MEET] = {
        {{CMD_MEET_ON, N_("On")}, {CMD_MEET_WRITE, N_("Write it down")}, {CMD_MEET_VOTES, N_("To the votes")},
         {CMD_MEET_FORGET, N_("Last note again")}, {CMD_MEET_BACK, N_("Back one")}},
        {{CMD_PALETTE, N_("Commands")}, {CMD_HELP, N_("Help")}, {CMD_MEET_LEAVE, N_("Leave; all is kept")}}},
    [VIEW_MATRIX] = {
        {{CMD_DECK, N_("Deck")}, {CMD_WRITE, N_("Write")}, {CMD_PALETTE, N_("Commands")},
         {CMD_HELP, N_("Help")}, {CMD_BACK, N_("Back")}},
        {{CMD_NONE, NULL}}},
    [VIEW_HELP] = {
        {{CMD_SEARCH, N_("Find")}, {CMD_PALETTE, N_("Commands")}, {CMD_BACK, N_("Back")}},
        {{CMD_NONE, NULL}}},
};
/* clang-format on */

const Binding *keymap_bindings(size_t *count)
{
    *count = sizeof bindings / sizeof *bindings;
    return bindings;
}

static Keymap or_built_in(const Keymap *keys)
{
    return keys ? *keys : (Keymap){bindings, sizeof bindings / sizeof *bindings};
}

CommandId keymap_find(const Keymap *keys, View view, const Key *key)
{
    Keymap map = or_built_in(keys);
    Key wanted = *key;

    /* Where nothing is typed, a letter of the Korean layout is the key under it, and
     * a capital, as the hint rows print it, the key itself. */
    if (view != VIEW_WRITE && wanted.code == KEYCODE_CHAR) {
        wanted.cp = key_latin(wanted.cp);
        if (wanted.cp >= 'A' && wanted.cp <= 'Z')
            wanted.cp += 'a' - 'A';
    }
    for (size_t i = 0; i < map.count; i++)
        if ((map.items[i].where & IN(view)) && key_same(&map.items[i].key, &wanted))
            return map.items[i].command;
    return CMD_NONE;
}

static void add_key(const Key *key, StrBuf *out)
{
    Key shown = *key;

    /* Hint rows print letters in capitals; the keys are lower case. */
    if (shown.code == KEYCODE_CHAR && shown.mods == 0 && shown.cp >= 'a' &&
        shown.cp <= 'z')
        shown.cp -= 'a' - 'A';
    key_name(&shown, out);
}

bool keymap_key_name(const Keymap *keys, View view, CommandId id, StrBuf *out)
{
    Keymap map = or_built_in(keys);

    for (size_t i = 0; i < map.count; i++) {
        if (map.items[i].command == id && (map.items[i].where & IN(view))) {
            add_key(&map.items[i].key, out);
            return true;
        }
    }
    return false;
}

void keymap_all_names(const Keymap *keys, View view, CommandId id, StrBuf *out)
{
    Keymap map = or_built_in(keys);
    const Command *c = command_get(id);
    size_t start = out->len;

    for (size_t i = 0; i < map.count; i++) {
        if (map.items[i].command == id && (map.items[i].where & IN(view))) {
            if (out->len > start)
                strbuf_addz(out, ", ");
            add_key(&map.items[i].key, out);
        }
    }
    if (c && c->letter && (c->where & IN(view)))
        strbuf_addf(out, "%sEsc %s", out->len > start ? ", " : "",
                    c->letter == ' ' ? _("Space") : (char[]){c->letter, '\0'});
}

/* clang-format off */
static const Hint time_up[2][HINTS_A_ROW] = {
    {{CMD_WHO, N_("Hand over")}, {CMD_TIMER, N_("+2 min, +5 min, take it from the last item")},
     {CMD_NEXT_ITEM, N_("Next item")}},
    {{CMD_AGENDA, N_("Agenda")}, {CMD_SAVE, N_("Save rev")}, {CMD_PALETTE, N_("Commands")}, {CMD_MENU, N_("Menu")},
     {CMD_CLOSE, N_("Close")}}};
/* clang-format on */

const Hint *keymap_hints_up(int row)
{
    return time_up[row];
}

const Hint *keymap_hints(View view, int row)
{
    return hints[view][row];
}
