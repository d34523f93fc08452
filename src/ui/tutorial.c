#include "ui/tutorial.h"

#include "base/message.h"
#include "ui/command.h"
#include "ui/derive.h"
#include "ui/keymap.h"
#include "ui/linear_words.h"

/* Has it been done? For steps that are more than one command. */
typedef bool Done(const Model *m);

typedef struct Step {
    CommandId command; /* running it is the step; CMD_NONE: see `done` */
    View view;         /* whose keys the text names */
    const char *text;  /* N_(): what to do; %s is the key */
    const char *lines; /* N_(): … in linear mode; %s is what is typed */
    const char *why;   /* N_(): for the manual */
    Done *done;
} Step;

enum { WORDS_TYPED = 20 }; /* bytes: some words */

static bool has_typed(const Model *m)
{
    const Tutorial *t = &m->tutorial;
    size_t now = text_len(m->ed.text);

    return text_version(m->ed.text) != t->version && now >= t->length + WORDS_TYPED;
}

static bool is_back_in_text(const Model *m)
{
    return m->view == VIEW_WRITE && m->prompt.type == PROMPT_NONE;
}

static bool is_saved(const Model *m)
{
    return m->ed.revision > m->tutorial.revision;
}

/* clang-format off */
static const Step steps[] = {
    {CMD_NEXT_SECTION, VIEW_WRITE,
     N_("Press %s until you are in the section Problem."),
     N_("Type %s until you are in the section Problem."),
     N_("A press release is a row of sections. Tab and Shift-Tab go from one to the next, and the pane or the "
        "second row says what belongs there."), NULL},
    {CMD_NONE, VIEW_WRITE,
     N_("Type one or two sentences about the baker's evening. There is no key to begin with: you are writing."),
     N_("Type a: one or two sentences about the baker's evening, then a dot alone on a line."),
     N_("Text wraps by itself. Enter begins a paragraph."), has_typed},
    {CMD_UNDO, VIEW_WRITE,
     N_("Press %s: the last words are gone."),
     N_("Type %s: the last words are gone."),
     N_("Undo goes back word by word, also over a save. Nothing you do is final."), NULL},
    {CMD_REDO, VIEW_WRITE,
     N_("Press %s: they are back."),
     N_("Type %s: they are back."),
     N_("Redo is the way forward again."), NULL},
    {CMD_NEXT_ISSUE, VIEW_WRITE,
     N_("Press %s: the cursor goes to something worth a look; the line here would say what."),
     N_("Type %s: something worth a look is told, with the reason."),
     N_("Checks run while you write. They never stop you."), NULL},
    {CMD_LOOK, VIEW_WRITE,
     N_("Press %s to see why, and what can be done about it."),
     N_("Type %s to see what can be done about it."),
     N_("In the box, Enter fixes, S silences with a reason, E explains the rule, Esc goes back."), NULL},
    {CMD_NONE, VIEW_WRITE,
     N_("Press Esc: you are back in the text. Esc always closes the top thing."),
     N_("Type b: you are back in the text. b always goes back."),
     N_("With nothing to close, Esc opens the menu. Esc and a letter is the same as Alt and that letter."),
     is_back_in_text},
    {CMD_SAVE, VIEW_WRITE,
     N_("Press %s: a revision is kept, under your name."),
     N_("Type %s: a revision is kept, under your name."),
     N_("The first time you are asked who you are. A revision is a commit of git, of this one document."), is_saved},
    {CMD_FIND, VIEW_WRITE,
     N_("Press %s, type flour, and Enter for the next one. Esc ends it."),
     N_("Type find flour: all places that have the word."),
     N_("The number of hits stands at the right."), NULL},
    {CMD_PREVIEW, VIEW_WRITE,
     N_("Press %s: the document as your readers will see it."),
     N_("Type %s: the document as your readers will see it."),
     N_("The same key leads back to the same place."), NULL},
    {CMD_NONE, VIEW_PREVIEW,
     N_("Press Esc to go on writing."),
     N_("Type b to go on writing."),
     N_("Esc leads back from every screen."), is_back_in_text},
    {CMD_SECTIONS, VIEW_WRITE,
     N_("Press %s: all sections and questions. Type a few letters, Enter goes there."),
     N_("Type %s: all sections and questions. A number goes there."),
     N_("A cross stands before what is written; the numbers are its length and its limit."), NULL},
    {CMD_CHANGES, VIEW_WRITE,
     N_("Change a word somewhere, then press %s: what changed, word by word. Esc leads back."),
     N_("Change a paragraph by its number, then type %s: what changed, word by word. b leads back."),
     N_("Added words stand in {+ +}, removed ones in [- -], in colour too."), NULL},
    {CMD_HISTORY, VIEW_WRITE,
     N_("Press %s: all revisions, who made them and when. Esc leads back."),
     N_("Type %s: all revisions, who made them and when. b leads back."),
     N_("Two of them can be marked and compared."), NULL},
    {CMD_PALETTE, VIEW_WRITE,
     N_("Press %s: every command by its words and keys. Type export, and look. Esc closes it."),
     N_("Type ?: everything that can be typed here."),
     N_("You need to remember one key only: this one."), NULL},
    {CMD_HELP, VIEW_WRITE,
     N_("Press %s: help for the section you are in, with examples. Esc leads back."),
     N_("Type g: the guide of the section you are in, with examples."),
     N_("Under the examples stand all keys of the screen."), NULL},
    {CMD_NONE, VIEW_WRITE,
     N_("One last time: Esc, until you are back in the text."),
     N_("One last time: b, until you are back in the text."),
     N_("Then it is your turn: prfaq init ideas, prfaq new NAME, prfaq write NAME."), is_back_in_text},
};
/* clang-format on */

enum { STEPS = sizeof steps / sizeof *steps };

void tutorial_start(Model *m, TutorialFace face, size_t step)
{
    m->tutorial = (Tutorial){.on = true,
                             .lines = face == TUTORIAL_LINES,
                             .step = step < STEPS ? step : STEPS,
                             .seen = m->recent_count,
                             .version = text_version(m->ed.text),
                             .length = text_len(m->ed.text),
                             .revision = m->ed.revision};
}

/* Was the command run since the step began? The newest stands first. */
static bool was_run(const Model *m, CommandId id)
{
    return m->recent_count != m->tutorial.seen && m->recent[0] == (uint64_t)id;
}

/* The number of the last revision is known a moment after the document is open: it is
 * none that was saved since the step began. */
static void learn_revision(Model *m)
{
    Tutorial *t = &m->tutorial;

    if (t->based || !m->ed.based)
        return;
    t->based = true;
    if (m->ed.saved.seconds == 0)
        t->revision = m->ed.revision;
}

void tutorial_look(Model *m)
{
    Tutorial *t = &m->tutorial;

    if (!t->on || !m->ed.open || t->step >= STEPS)
        return;
    learn_revision(m);
    const Step *s = &steps[t->step];
    bool done = s->done ? s->done(m) : was_run(m, s->command);
    if (!done)
        return;
    t->step++;
    t->seen = m->recent_count;
    t->version = text_version(m->ed.text);
    t->length = text_len(m->ed.text);
    t->revision = m->ed.revision;
}

static void add_key(const Keymap *keys, const Step *s, StrBuf *out)
{
    if (s->command == CMD_NONE || !keymap_key_name(keys, s->view, s->command, out)) {
        const Command *c = command_get(s->command);
        if (c && c->letter)
            strbuf_addf(out, "Esc %c", c->letter);
    }
}

static void add_word(const Step *s, StrBuf *out)
{
    if (s->command != CMD_NONE)
        linear_command_word(s->view, s->command, out);
}

void tutorial_line(const Model *m, StrBuf *out)
{
    const Tutorial *t = &m->tutorial;
    StrBuf key = {0}, text = {0};

    if (!t->on)
        return;
    if (t->step >= STEPS) {
        strbuf_addz(out,
                    t->lines
                        ? _("That was all of it. quit closes; your own: prfaq new NAME")
                        : _("That was all of it. ^Q closes; your own: prfaq new NAME"));
        return;
    }
    const Step *s = &steps[t->step];
    if (t->lines)
        add_word(s, &key);
    else
        add_key(m->keys, s, &key);
    strbuf_addf(&text, _(t->lines ? s->lines : s->text), strbuf_cstr(&key));
    particles_settle(&text);
    message_addf(out, _("Step %d of %d. %s"), (int)t->step + 1, (int)STEPS,
                 strbuf_cstr(&text));
    strbuf_deinit(&key);
    strbuf_deinit(&text);
}

void tutorial_manual(StrBuf *out)
{
    strbuf_addz(out, ".Dd November 22, 2026\n.Dt PRFAQ-TUTORIAL 7\n.Os\n.Sh NAME\n"
                     ".Nm prfaq-tutorial\n.Nd learn prfaq in twenty minutes\n"
                     ".Sh DESCRIPTION\n");
    strbuf_addf(out, "%s\n.Bl -enum\n",
                _("prfaq tutorial opens a document to learn on, in a workspace of its "
                  "own. The line above the status row says what to press, and the next "
                  "step comes when it was done. These are the steps."));
    for (size_t i = 0; i < STEPS; i++) {
        StrBuf key = {0}, text = {0};
        add_key(NULL, &steps[i], &key);
        strbuf_addf(&text, _(steps[i].text), strbuf_cstr(&key));
        particles_settle(&text);
        strbuf_addf(out, ".It\n%s\n%s\n", strbuf_cstr(&text), _(steps[i].why));
        strbuf_deinit(&key);
        strbuf_deinit(&text);
    }
    strbuf_addz(out, ".El\n.Sh SEE ALSO\n.Xr prfaq 1 ,\n.Xr prfaq-keys 7\n");
}
