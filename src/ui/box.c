#include "ui/box.h"

#include "base/message.h"
#include "ui/ask.h"
#include "ui/checks.h"
#include "ui/deck_view.h"
#include "ui/five_view.h"
#include "ui/frame.h"
#include "ui/interview_box.h"
#include "ui/panes.h"
#include "ui/projector.h"
#include "ui/prompt.h"
#include "ui/readying.h"
#include "ui/spelling.h"

Box box_make(const Screen *s, int rows, int cols)
{
    Box b = {.rows = rows, .cols = cols};

    if (b.cols > s->cols)
        b.cols = s->cols;
    if (b.rows > s->rows - 1)
        b.rows = s->rows - 1;
    b.col = (s->cols - b.cols) / 2;
    b.row = s->rows > 16 ? 2 : 0;
    if (b.row + b.rows > s->rows)
        b.row = s->rows - b.rows;
    return b;
}

void box_open(Screen *s, Box b, const char *title)
{
    for (int i = 0; i < b.rows; i++)
        screen_fill(s, b.row + i, b.col, b.cols, STYLE_TEXT, ' ');
    screen_box(s, b.row, b.col, b.rows, b.cols, str_from(title));
}

size_t box_list_top(size_t selected, int room)
{
    return selected >= (size_t)room ? selected - (size_t)room + 1 : 0;
}

/* The words of a box; what a room shall not see is left out. */
static Str shown_text(const Model *m, const char *text, StrBuf *out)
{
    if (!m->projector)
        return str_from(text);
    projector_hide(str_from(text), out);
    return strbuf_view(out);
}

static void draw_choices(const Model *m, Screen *s, const char *title, const char *text)
{
    enum { CHOICES_ROWS = 10, FEW = 3, TEXT_ROWS = 3 };
    int count = 0;

    while (prompt_choice(m->prompt.type, (size_t)count))
        count++;
    int wanted = CHOICES_ROWS + (count > FEW ? count - FEW : 0);
    Box b = box_make(s, wanted, 70);
    bool roomy = b.rows == wanted;
    StrBuf shown = {0};
    box_open(s, b, title);
    int used =
        draw_wrapped(s, b.row + 1, b.col + 2, roomy ? TEXT_ROWS : b.rows - 2 - count,
                     b.cols - 4, STYLE_TEXT, shown_text(m, text, &shown));
    strbuf_deinit(&shown);
    int row = b.row + 1 + used + roomy;
    for (size_t i = 0; prompt_choice(m->prompt.type, i); i++, row++) {
        StrBuf line = {0};
        bool here = i == m->prompt.selected;
        strbuf_addf(&line, "%zu  %s", i + 1, prompt_choice(m->prompt.type, i));
        screen_put_cut(s, row, b.col + 2, b.cols - 4,
                       here ? STYLE_SELECTED : STYLE_TEXT, strbuf_view(&line));
        if (here)
            screen_cursor(s, row, b.col + 2);
        strbuf_deinit(&line);
    }
    if (!roomy)
        return;
    screen_put_cut(
        s, b.row + b.rows - 2, b.col + 2, b.cols - 4, STYLE_GUIDE,
        str_from(_("Enter or the number chooses. Esc goes back to the text.")));
}

/* The place of a copy is a path: a room sees the end of it. */
static void draw_box_field(const Model *m, Screen *s, int row, int col, int cells)
{
    const Field *field = &m->typed[m->prompt.type];
    Field shown = {0};

    if (!m->projector || m->prompt.type != PROMPT_ELSEWHERE) {
        field_draw(field, s, row, col, cells, true);
        return;
    }
    projector_hide(field_view(field), &shown.text);
    shown.caret = shown.text.len;
    field_draw(&shown, s, row, col, cells, true);
    field_deinit(&shown);
}

static void draw_field_box(const Model *m, Screen *s, const char *title,
                           const char *text)
{
    Box b = box_make(s, 8, 70);
    int row = b.row + b.rows - 3;

    box_open(s, b, title);
    StrBuf shown = {0};
    draw_wrapped(s, b.row + 1, b.col + 2, b.rows < 8 ? b.rows - 4 : 3, b.cols - 4,
                 STYLE_TEXT, shown_text(m, text, &shown));
    screen_put(s, row, b.col + 2, 1, STYLE_KEY, STR(">"));
    draw_box_field(m, s, row, b.col + 4, b.cols - 6);
    strbuf_deinit(&shown);
    screen_put_cut(
        s, b.row + b.rows - 2, b.col + 2, b.cols - 4, STYLE_GUIDE,
        str_from(_("Enter goes on. Esc puts it aside; what you typed is kept.")));
}

/* Why a check is silenced; an empty reason is refused in the place of the help. */
static void draw_silence(const Model *m, Screen *s)
{
    size_t at = checks_current(m);
    StrBuf text = {0};

    if (at != NO_INDEX)
        message_addf(&text,
                     _("%.*s. Why is it right as it is? The reason stands in the "
                       "text as a hidden comment, for whoever asks later."),
                     STR_ARG(m->ed.derived.findings.items[at].message));
    draw_field_box(m, s, _("Silence, with reason"),
                   m->notice.len > 0 ? strbuf_cstr(&m->notice) : strbuf_cstr(&text));
    strbuf_deinit(&text);
}

static void draw_held(const Model *m, Screen *s)
{
    StrBuf text = {0};

    if (m->prompt.type == PROMPT_HELD && m->projector) /* who, and on which computer */
        strbuf_addz(&text, _("Somebody else has it open. Two people cannot write in "
                             "it at once."));
    else if (m->prompt.type == PROMPT_HELD)
        message_addf(&text, _("%s. Two people cannot write in it at once."),
                     strbuf_cstr(&m->ed.holder));
    else
        strbuf_addz(&text,
                    _("Somebody has taken this document over, so the file is not "
                      "written here any more."));
    draw_choices(m, s, _("The document is open elsewhere"), strbuf_cstr(&text));
    strbuf_deinit(&text);
}

static void draw_elsewhere(const Model *m, Screen *s)
{
    draw_field_box(m, s, _("Write a copy to another place"),
                   m->notice.len > 0
                       ? strbuf_cstr(&m->notice)
                       : _("Where to? A file that is there already is left alone. The "
                           "document stays open as it is."));
}

static void draw_interview(const Model *m, Screen *s)
{
    StrBuf text = {0};

    interview_box_say(m, &text);
    draw_field_box(m, s, _("Interview: b goes back, done puts the answers together"),
                   m->notice.len > 0 ? strbuf_cstr(&m->notice) : strbuf_cstr(&text));
    strbuf_deinit(&text);
}

static void draw_five(const Model *m, Screen *s)
{
    StrBuf text = {0};

    five_say(m, &text);
    draw_field_box(m, s, _("Five questions: Enter is the next one, Esc stops"),
                   m->notice.len > 0 ? strbuf_cstr(&m->notice) : strbuf_cstr(&text));
    strbuf_deinit(&text);
}

static void draw_card(const Model *m, Screen *s)
{
    bool answer = m->prompt.type == PROMPT_CARD_ANSWER;
    StrBuf text = {0};

    deck_box_say(m, &text);
    draw_field_box(m, s,
                   answer ? _("Answer the card") : _("Skip the card, with reason"),
                   m->notice.len > 0 ? strbuf_cstr(&m->notice) : strbuf_cstr(&text));
    strbuf_deinit(&text);
}

static void draw_ready(const Model *m, Screen *s)
{
    StrBuf text = {0};

    ready_box_say(m, &text);
    draw_field_box(m, s, _("Ready for review"),
                   m->notice.len > 0 ? strbuf_cstr(&m->notice) : strbuf_cstr(&text));
    strbuf_deinit(&text);
}

/* The boxes that only say and ask something: choices, or one field. */
typedef struct PlainBox {
    PromptType type;
    const char *title, *text;
} PlainBox;

static const PlainBox choice_boxes[] = {
    {PROMPT_CLOSE, N_("Close the document"), N_("Some words are not yet a revision.")},
    {PROMPT_CLOSE_FILE, N_("Close the document"),
     N_("Some words are not in the file yet.")},
    {PROMPT_OUTSIDE, N_("The file changed outside"),
     N_("Someone or some program changed the file since it was read here. Nothing was "
        "written over it.")},
    {PROMPT_GONE, N_("The file is no longer there"),
     N_("It was deleted or moved since it was read here, or another branch was taken. "
        "Your words are kept.")},
    {PROMPT_FIVE_REVEAL, N_("Reveal all answers"),
     N_("All sheets are shown beside each other, and nothing can be added to them.")},
    {PROMPT_FIVE_KEEP, N_("End the five questions"),
     N_("What is kept stands in .prfaq/five/ for everybody. The sheets are removed.")},
    {PROMPT_FIVE_FIRST, N_("Five questions first?"),
     N_("The idea does not come from a customer. Who is the customer, what is their "
        "problem, what is the benefit? Each answers alone, then all together.")},
    {PROMPT_CARD_CHANGED, N_("Did this answer change the press release?"),
     N_("An answer that shows the release to be wrong changes the release.")},
    {PROMPT_CARD_ROLE, N_("As whom do you ask?"),
     N_("Be that person for five minutes: only their questions are drawn.")},
    {PROMPT_EXPORT, N_("Export"), N_("The file is written beside the document.")},
    {PROMPT_TIMER, N_("Timer"),
     N_("Nothing is locked when time is up; the rest of the agenda moves along.")},
};

static const PlainBox field_boxes[] = {
    {PROMPT_NOTE, N_("Save with a note"),
     N_("What would you tell a colleague about this revision?")},
    {PROMPT_REVISION, N_("Name this revision"),
     N_("What people call it: \"Sent to Dana\". It is kept for everybody as a tag.")},
    {PROMPT_LINE, N_("Go to line"),
     N_("The number of a line, as the last row has it behind Ln.")},
    {PROMPT_NAME, N_("Who are you?"),
     N_("Your name signs the revisions you save. It is kept in this workspace's list "
        "of people; other settings of this computer are left alone.")},
    {PROMPT_OWN, N_("Write it yourself"),
     N_("These words take the place of both. Enter takes them.")},
    {PROMPT_GOAL, N_("The goal in one line"),
     N_("What is it that you want to change, for whom? It is shown again at the end, "
        "beside the one you write then.")},
    {PROMPT_MERGE, N_("Put another draft in"),
     N_("The name of the branch, or the number of the revision, that holds it.")},
};

static const PlainBox *plain_box(const PlainBox *boxes, size_t count, PromptType type)
{
    for (size_t i = 0; i < count; i++)
        if (boxes[i].type == type)
            return &boxes[i];
    return NULL;
}

/* What was typed and could not be used is said in the place of the words. */
static bool draw_plain(const Model *m, Screen *s)
{
    PromptType type = m->prompt.type;
    const PlainBox *b =
        plain_box(choice_boxes, sizeof choice_boxes / sizeof *choice_boxes, type);

    if (b) {
        draw_choices(m, s, _(b->title), _(b->text));
        return true;
    }
    b = plain_box(field_boxes, sizeof field_boxes / sizeof *field_boxes, type);
    if (!b)
        return false;
    bool refused = type == PROMPT_LINE && m->notice.len > 0;
    draw_field_box(m, s, _(b->title), refused ? strbuf_cstr(&m->notice) : _(b->text));
    return true;
}

static void draw_palette(const Model *m, Screen *s)
{
    draw_search_list(m, s, _("All commands"));
}

static void draw_sections(const Model *m, Screen *s)
{
    draw_search_list(m, s, _("Sections"));
}

static void draw_failed(const Model *m, Screen *s)
{
    draw_choices(m, s, _("The document is not saved"),
                 strbuf_cstr(&m->ed.unwritable.reason));
}

void draw_box(const Model *m, Screen *s)
{
    static void (*const boxes[PROMPT_COUNT])(const Model *, Screen *) = {
        [PROMPT_MENU] = draw_menu,         [PROMPT_PALETTE] = draw_palette,
        [PROMPT_SECTIONS] = draw_sections, [PROMPT_CHECK] = draw_check_box,
        [PROMPT_SPELL] = draw_spelling,    [PROMPT_SILENCE] = draw_silence,
        [PROMPT_WHO] = draw_who,           [PROMPT_NEW] = draw_new,
        [PROMPT_FAILED] = draw_failed,     [PROMPT_ELSEWHERE] = draw_elsewhere,
        [PROMPT_HELD] = draw_held,         [PROMPT_LOST] = draw_held,
        [PROMPT_ASK] = draw_ask,           [PROMPT_CLOSING] = draw_closing,
        [PROMPT_FIVE] = draw_five,         [PROMPT_CARD_ANSWER] = draw_card,
        [PROMPT_CARD_SKIP] = draw_card,    [PROMPT_INTERVIEW] = draw_interview,
        [PROMPT_READY] = draw_ready,       [PROMPT_KIND] = draw_kinds,
    };

    if (!draw_plain(m, s) && boxes[m->prompt.type])
        boxes[m->prompt.type](m, s);
}
