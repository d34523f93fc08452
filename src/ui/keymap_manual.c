/* prfaq-keys(7), printed from the tables of commands and bindings. */
#include "base/message.h"
#include "ui/keymap.h"

typedef struct ViewName {
    View view;
    const char *title;
} ViewName;

static const ViewName views[] = {
    {VIEW_WRITE, N_("Writing")},
    {VIEW_HOME, N_("Home")},
    {VIEW_PREVIEW, N_("Preview")},
    {VIEW_HISTORY, N_("History")},
    {VIEW_CHANGES, N_("Changes")},
    {VIEW_REVIEW, N_("Review")},
    {VIEW_QUESTIONS, N_("Questions")},
    {VIEW_RESTORE, N_("Restore")},
    {VIEW_FIVE, N_("Five questions")},
    {VIEW_DECK, N_("Deck of questions")},
    {VIEW_MATRIX, N_("Who asks what")},
    {VIEW_LANDED, N_("Did it land?")},
    {VIEW_MEET, N_("A meeting")},
    {VIEW_CHECKS, N_("All checks")},
    {VIEW_FIGURES, N_("Figures")},
    {VIEW_AGENDA, N_("Agenda")},
    {VIEW_EXERCISE, N_("Exercise")},
    {VIEW_RULE, N_("A rule")},
    {VIEW_AUTHORS, N_("Who wrote this")},
    {VIEW_HELP, N_("Help")},
    {VIEW_ADOPT, N_("Confirm the sections")},
    {VIEW_SPLIT, N_("Divide the FAQ")},
    {VIEW_MERGE, N_("Put two drafts together")},
    {VIEW_RECOVER, N_("Unsaved words were found")},
};

/* mdoc takes a backslash and a leading dot or quote for itself. */
static void add_escaped(StrBuf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\\')
            strbuf_addz(out, "\\e");
        else if (i == 0 && (text.ptr[i] == '.' || text.ptr[i] == '\''))
            strbuf_addf(out, "\\&%c", text.ptr[i]);
        else
            strbuf_addc(out, text.ptr[i]);
    }
}

static void add_command(View view, const Command *c, StrBuf *out)
{
    StrBuf keys = {0};

    keymap_all_names(NULL, view, c->id, &keys);
    if (keys.len == 0)
        strbuf_addz(&keys, "-");
    strbuf_addz(out, ".It ");
    add_escaped(out, strbuf_view(&keys));
    strbuf_addz(out, "\n");
    add_escaped(out, str_from(_(c->title)));
    strbuf_addz(out, ".\n");
    strbuf_addf(out, "%s\n.Ql key.%s .\n", _("Its setting:"), c->name);
    if (c->cli[0])
        strbuf_addf(out, "On the command line:\n.Ql %s .\n", c->cli);
    strbuf_deinit(&keys);
}

static void add_view(const ViewName *v, StrBuf *out)
{
    strbuf_addf(out, ".Ss %s\n.Bl -tag -width 22n\n", _(v->title));
    for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
        const Command *c = command_get((CommandId)id);
        if (c && (c->where & IN(v->view)))
            add_command(v->view, c, out);
    }
    strbuf_addz(out, ".El\n");
}

void keymap_manual(StrBuf *out)
{
    strbuf_addz(out, ".Dd November 21, 2026\n.Dt PRFAQ-KEYS 7\n.Os\n.Sh NAME\n"
                     ".Nm prfaq-keys\n.Nd keys of the screens of prfaq\n"
                     ".Sh DESCRIPTION\n");
    strbuf_addf(
        out, "%s\n.Pp\n%s\n.Sh KEYS\n",
        _("Where text is typed, keys are those of common editors. Where nothing "
          "is typed, single letters and the arrows work, in the Korean layout "
          "too."),
        _("Esc closes the top thing; with nothing to close it opens the menu, in "
          "which a letter runs a command. Alt and the letter does the same "
          "without the menu."));
    for (size_t i = 0; i < sizeof views / sizeof *views; i++)
        add_view(&views[i], out);
    strbuf_addz(out, ".Sh SEE ALSO\n.Xr prfaq 1\n");
}
