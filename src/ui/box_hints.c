/* The keys of the box that is open: the hint rows show them, not those of the screen
 * behind it. */
#include "ui/box.h"

#include "base/message.h"
#include "base/unicode.h"
#include "ui/frame.h"

enum { BOX_HINTS_A_ROW = 6 };

typedef struct BoxHint {
    const char *key;   /* as it is written everywhere */
    const char *label; /* N_() */
} BoxHint;

typedef struct BoxHints {
    BoxHint rows[2][BOX_HINTS_A_ROW];
} BoxHints;

/* clang-format off */
static const BoxHints list_hints = {{{{"Up/Down", N_("Move")}, {"Enter", N_("Choose")}},
                                     {{"Esc", N_("Back")}}}};
static const BoxHints choice_hints = {{{{"1-9", N_("Choose by number")}, {"Up/Down", N_("Move")},
                                        {"Enter", N_("Choose")}}, {{"Esc", N_("Back")}}}};
static const BoxHints field_hints = {{{{"Enter", N_("Go on")}},
                                      {{"Esc", N_("Put aside; what you typed is kept")}}}};
static const BoxHints find_hints = {{{{"Enter", N_("Next")}, {"Up", N_("Previous")}}, {{"Esc", N_("Back")}}}};

static const struct {
    PromptType type;
    BoxHints hints;
} special[] = {
    {PROMPT_MENU, {{{{"A-z", N_("Run by letter")}, {"/", N_("Search all commands")},
                     {"Up/Down", N_("Move")}, {"Enter", N_("Run")}}, {{"Esc", N_("Close")}}}}},
    {PROMPT_REPLACING, {{{{"Y", N_("Replace")}, {"N", N_("Leave it")}, {"A", N_("All that are left")}},
                         {{"Esc", N_("Stop")}}}}},
    {PROMPT_EXERCISE, {{{{"Enter", N_("Keep the line")}},
                        {{"Esc", N_("Stop; ^U then hands over")}}}}},
    {PROMPT_WHO, {{{{"1-9 a-z", N_("Choose")}, {"Up/Down", N_("Move")},
                    {"Space", N_("In the room")}, {"Enter", N_("Switch")}},
                   {{"Esc", N_("Back")}}}}},
    {PROMPT_NEW, {{{{"Tab", N_("Next field")}, {"Left/Right", N_("Choose")}, {"Enter", N_("Go on")},
                    {"^S", N_("Start writing")}}, {{"Esc", N_("Put aside; what you typed is kept")}}}}},
    {PROMPT_CHECK, {{{{"F", N_("Fix")}, {"A", N_("Fix all such")}, {"S", N_("Silence")},
                      {"E", N_("Explain")}, {"L", N_("List")}, {"Z", N_("Undo")}},
                     {{"N", N_("Next")}, {"P", N_("Previous")}, {"Esc", N_("Back")}}}}},
    {PROMPT_SPELL, {{{{"1-9", N_("Choose by number")}, {"A", N_("Add the word")}, {"I", N_("Ignore")}},
                     {{"N", N_("Next")}, {"P", N_("Previous")}, {"Esc", N_("Back")}}}}},
    {PROMPT_PLACE, {{{{"Enter", N_("Put it here")}, {"Shift+arrows", N_("Other words")},
                      {"N/P", N_("Next, previous paragraph")}}, {{"Esc", N_("Leave it where it is")}}}}},
    {PROMPT_ASK, {{{{"^S", N_("Post")}, {"Tab", N_("Next field")},
                    {"Shift+arrows", N_("What it is about")}},
                   {{"Esc", N_("Put aside; what you typed is kept")}}}}},
};
/* clang-format on */

static const BoxHints *hints_of(PromptType type)
{
    for (size_t i = 0; i < sizeof special / sizeof *special; i++)
        if (special[i].type == type)
            return &special[i].hints;
    switch (type) {
    case PROMPT_PALETTE:
    case PROMPT_SECTIONS:
        return &list_hints;
    case PROMPT_FIND:
    case PROMPT_SEARCH:
        return &find_hints;
    case PROMPT_CLOSE:
    case PROMPT_CLOSE_FILE:
    case PROMPT_OUTSIDE:
    case PROMPT_GONE:
    case PROMPT_FAILED:
    case PROMPT_EXPORT:
    case PROMPT_HELD:
    case PROMPT_LOST:
    case PROMPT_KIND:
    case PROMPT_TIMER:
    case PROMPT_FIVE_REVEAL:
    case PROMPT_FIVE_KEEP:
    case PROMPT_FIVE_FIRST:
    case PROMPT_CARD_CHANGED:
    case PROMPT_CARD_ROLE:
        return &choice_hints;
    default:
        return &field_hints;
    }
}

void draw_box_hints(const Model *m, Screen *s, int screen_row, int row)
{
    const BoxHint *hints = hints_of(m->prompt.type)->rows[row];
    int col = 1;

    screen_fill(s, screen_row, 0, s->cols, STYLE_HINT, ' ');
    for (int i = 0; i < BOX_HINTS_A_ROW && hints[i].key; i++) {
        Str key = str_from(hints[i].key), label = str_from(_(hints[i].label));
        int width = unicode_width(key), cells = width + 1 + unicode_width(label);
        if (col + cells > s->cols)
            return;
        screen_put(s, screen_row, col, width, STYLE_KEY, key);
        screen_put(s, screen_row, col + width + 1, s->cols, STYLE_HINT, label);
        col += cells + 2;
    }
}
