#include "app/cli_help.h"
#include "app/rule_page.h"
#include "base/message.h"

/* Of the last change of the words, so that every build gives the same bytes. */
#define MANUAL_DATE "2026-11-21"

enum { LINE_CELLS = 72 };

typedef struct Entry {
    const char *name;
    const char *about; /* N_() */
} Entry;

/* clang-format off */
static const Entry variables[] = {
    {"PRFAQ_LANG",       N_("Language of the interface, en or ko; before the setting ui.lang and the locale.")},
    {"PRFAQ_COLOR",      N_("auto, always or never; before NO_COLOR.")},
    {"PRFAQ_KEY",        N_("Any setting ui.KEY, in capitals and with _ for -: PRFAQ_THEME for ui.theme.")},
    {"PRFAQ_NOW",        N_("A moment such as 2027-03-02T09:41:00+09:00 to use in place of the clock, for tests.")},
    {"PRFAQ_LOCALEDIR",  N_("Where the catalogues of messages are.")},
    {"NO_COLOR",         N_("Set and not empty: no colour.")},
    {"FORCE_COLOR",      N_("Set and not empty: colour in a pipe, too.")},
    {"GIT_AUTHOR_NAME",  N_("With GIT_AUTHOR_EMAIL: who writes, when nobody was chosen with prfaq who.")},
    {"XDG_CONFIG_HOME",  N_("Where your own settings are; $HOME/.config when not set. XDG_DATA_HOME and XDG_STATE_HOME likewise.")},
    {NULL, NULL},
};

static const Entry files[] = {
    {"NAME.md",                             N_("A document: Markdown with front matter.")},
    {".prfaq/config",                       N_("Settings of the workspace, in git's configuration format.")},
    {".prfaq/people",                       N_("The roster of the workspace.")},
    {".prfaq/deck/",                        N_("What was done with the questions of prfaq deck: prfaq-review(5).")},
    {".prfaq/exercises/",                   N_("The lines of prfaq exercise: prfaq-review(5).")},
    {".prfaq/reviews/, .prfaq/meetings/",   N_("What was asked, promised and decided: prfaq-review(5).")},
    {".prfaq/templates/LANG/",              N_("Templates of the workspace.")},
    {"$XDG_CONFIG_HOME/prfaq/config",       N_("Your own settings.")},
    {"$XDG_DATA_HOME/prfaq/templates/LANG/", N_("Your own templates.")},
    {NULL, NULL},
};
/* clang-format on */

/* clang-format off */
static const Entry families[] = {
    {"rule.ID",            N_("The level of a rule: error, warning, info, or \"off: REASON\". It is that of all its findings, whatever the profile and a list of words say.")},
    {"limit.ID.LANG",      N_("A number of words (en) or characters (ko): limit.pr-max.en; 0 is no limit.")},
    {"lexicon.LIST.LANG",  N_("Words to add to a list, separated by commas: lexicon.customer.en.")},
    {"document.NAME.KEY",  N_("Any of these for one document; the inner dots of KEY become -: document.lantern.rule-hype-word. profile, competitors and dateline stand for check.profile and so on.")},
    {NULL, NULL},
};

static const Entry thread_fields[] = {
    {"id",                             N_("A name of its own; when missing that of the file.")},
    {"author",                         N_("Who wrote it, as on the roster. Needed.")},
    {"timestamp",                      N_("When, as 2027-03-02T09:41:07+09:00. Needed.")},
    {"text",                           N_("The words; \"?\" alone asks about the words it stands on. Needed.")},
    {"type",                           N_("question, comment, suggestion, or issue: it must be fixed.")},
    {"x_kind",                         N_("The exact kind, before type: also must-fix, agreed, same-meaning.")},
    {"resolved",                       N_("true when it is closed.")},
    {"x_reason",                       N_("Why it is closed, or means the same.")},
    {"selected_text, line, end_line",  N_("The words it is about and where they stood.")},
    {"x_part",                         N_("The section it is about: its id or kind.")},
    {"commit, x_revision",             N_("The revision that was read: a hash, its number.")},
    {"x_owner",                        N_("Who answers.")},
    {"x_due",                          N_("Until when: a day or a time; without it the setting question.due.")},
    {"x_before, x_after",              N_("Words that stood around them.")},
    {"x_suggestion",                   N_("The words to take instead.")},
    {"x_resolved_by, x_resolved_at",   N_("Who closed it, and when.")},
    {"x_moved",                        N_("Where it stood before it was put on other words.")},
    {"x_replies",                      N_("A list of objects with author, timestamp and text.")},
    {NULL, NULL},
};

static const Entry minutes_keys[] = {
    {"document",  N_("Which one; when missing that of the file's name.")},
    {"revision",  N_("The number of the revision that was read.")},
    {"date",      N_("Of the decision, as 2027-03-02.")},
    {"decider",   N_("Who decided.")},
    {"outcome",   N_("go, change, no-market, no-different, no-feasible, no-viable, no-risk or later.")},
    {"reason",    N_("Why.")},
    {"door",      N_("one-way or two-way: can it be undone?")},
    {"owner",     N_("Who does it.")},
    {"first",     N_("The first date.")},
    {"stop",      N_("The day and the number at which we stop.")},
    {"reopen",    N_("What would change it, or bring it back.")},
    {"dissent",   N_("Who was of another mind, and why.")},
    {NULL, NULL},
};

static const Entry answer_names[] = {
    {"beliefs, deeds, waste", N_("Yes or no and one line of proof: prfaq ready.")},
    {"reason",    N_("Why it is read with what stands in the way.")},
    {"author, scribe, senior, readers", N_("People of a meeting: prfaq meet; readers with commas between them.")},
    {"note/NAME/N, remark/NAME, vote/NAME", N_("What a reader noted (Problem 2: words), said in general, voted for.")},
    {"action/N",  N_("What was agreed, as a note.")},
    {"outcome, door, owner, first, stop, reopen, dissent, decider", N_("The decision, as in the minutes; its reason, too.")},
    {NULL, NULL},
};
/* clang-format on */

/* Text that troff prints as it is; `start`: at the start of a line. */
static void add_words(StrBuf *out, Str text, bool start)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (i == 0 && start && (c == '.' || c == '\''))
            strbuf_addz(out, "\\&");
        if (c == '\\')
            strbuf_addz(out, "\\e");
        else if (c == '-')
            strbuf_addz(out, "\\-");
        else
            strbuf_addc(out, c);
    }
}

static void add_text(StrBuf *out, Str text)
{
    add_words(out, text, false);
}

/* A paragraph in short lines, as a person would type it. */
static void add_line(StrBuf *out, Str text)
{
    StrBuf lines = {0};
    Str line;

    output_wrapped(&lines, 0, LINE_CELLS, text);
    Str rest = strbuf_view(&lines);
    while (str_next_line(&rest, &line)) {
        add_words(out, line, true);
        strbuf_addc(out, '\n');
    }
    strbuf_deinit(&lines);
}

/* Paragraphs after the first are set apart; .SH does it for the first. */
static void add_paragraph(StrBuf *out, Str paragraph)
{
    if (!str_ends(strbuf_view(out), STR(".SH DESCRIPTION\n")))
        strbuf_addz(out, ".PP\n");
    add_line(out, paragraph);
}

static void add_bold(StrBuf *out, Str text)
{
    strbuf_addz(out, "\\fB");
    add_text(out, text);
    strbuf_addz(out, "\\fR");
}

static void add_entries(StrBuf *out, const Entry *entries)
{
    for (; entries->name; entries++) {
        strbuf_addz(out, ".TP\n");
        add_bold(out, str_from(entries->name));
        strbuf_addc(out, '\n');
        add_line(out, str_from(_(entries->about)));
    }
}

static void add_options(StrBuf *out, const Option *options)
{
    for (; options->id != OPTION_NONE; options++) {
        StrBuf words = {0};
        if (!options->about)
            continue;
        help_option_words(options, &words);
        strbuf_addz(out, ".TP\n");
        add_bold(out, str_trim(strbuf_view(&words)));
        strbuf_addc(out, '\n');
        add_line(out, str_from(_(options->about)));
        strbuf_deinit(&words);
    }
}

static void add_exit_codes(StrBuf *out)
{
    strbuf_addz(out, ".SH EXIT STATUS\n");
    for (const ExitCode *e = help_exit_codes(); e->code; e++) {
        strbuf_addf(out, ".TP\n.B %s\n", e->code);
        add_line(out, str_from(_(e->about)));
    }
}

static void add_title(StrBuf *out, const char *name, int section)
{
    strbuf_addz(out, ".TH ");
    for (const char *at = name; *at; at++)
        strbuf_addc(out, *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at);
    strbuf_addf(out, " %d", section);
    strbuf_addz(out, " \"" MANUAL_DATE "\" \"prfaq " PRFAQ_VERSION "\" \"prfaq\"\n");
}

static void add_forms(StrBuf *out, const CliCommand *c)
{
    Str rest = str_from(c->usage);
    Str form;

    strbuf_addz(out, ".SH SYNOPSIS\n");
    for (bool first = true; str_next_field(&rest, '\n', &form); first = false) {
        if (!first)
            strbuf_addz(out, ".br\n");
        strbuf_addf(out, "\\fBprfaq %s\\fR ", c->name);
        add_line(out, form);
    }
}

static void add_examples(StrBuf *out, const Example *examples)
{
    strbuf_addz(out, ".SH EXAMPLES\n");
    for (; examples->line; examples++) {
        strbuf_addz(out, ".TP\n");
        add_bold(out, str_from(examples->line));
        strbuf_addc(out, '\n');
        add_line(out, str_from(_(examples->about)));
    }
}

static void command_page(StrBuf *out, const CliCommand *c)
{
    StrBuf name = {0};

    strbuf_addf(&name, "prfaq-%s", c->name);
    add_title(out, strbuf_cstr(&name), 1);
    strbuf_addz(out, ".SH NAME\n");
    add_text(out, strbuf_view(&name));
    strbuf_addz(out, " \\- ");
    add_line(out, str_from(_(c->about)));
    add_forms(out, c);
    strbuf_addz(out, ".SH DESCRIPTION\n");
    help_paragraphs(_(c->text), out, add_paragraph);
    if (c->options->about) {
        strbuf_addz(out, ".SH OPTIONS\n");
        add_options(out, c->options);
    }
    add_examples(out, c->examples);
    strbuf_addz(out, ".SH SEE ALSO\n.BR prfaq (1)\n");
    strbuf_deinit(&name);
}

static void program_page(StrBuf *out)
{
    add_title(out, "prfaq", 1);
    strbuf_addz(out, ".SH NAME\nprfaq \\- ");
    add_line(out,
             str_from(_("write, check and keep PR/FAQ documents in the terminal")));
    strbuf_addz(out, ".SH SYNOPSIS\n.B prfaq\nCOMMAND [DOCUMENT] [OPTIONS]\n"
                     ".SH DESCRIPTION\n");
    add_line(out,
             str_from(_("Guides a team in writing a press release and its questions "
                        "before anything is built. Every revision is kept in git.")));
    strbuf_addz(out, ".SH COMMANDS\n");
    for (const CliCommand *c = cli_commands(); c->name; c++) {
        strbuf_addf(out, ".TP\n\\fBprfaq\\-%s\\fR(1)\n", c->name);
        add_line(out, str_from(_(c->about)));
    }
    strbuf_addz(out, ".SH OPTIONS\n");
    add_options(out, cli_global_options());
    add_exit_codes(out);
    strbuf_addz(out, ".SH ENVIRONMENT\n");
    add_entries(out, variables);
    strbuf_addz(out, ".SH FILES\n");
    add_entries(out, files);
    strbuf_addz(out, ".SH SEE ALSO\n.BR prfaq-config (5),\n"
                     ".BR prfaq-keys (7),\n.BR prfaq-rules (7),\n.BR git (1)\n");
}

static void add_setting(StrBuf *out, const KnownSetting *s)
{
    strbuf_addz(out, ".TP\n");
    add_bold(out, str_from(s->name));
    strbuf_addz(out, " = \\fI");
    add_text(out, str_from(s->values));
    strbuf_addz(out, "\\fR\n");
    add_line(out, str_from(_(s->about)));
    if (s->fallback[0]) {
        strbuf_addz(out, ".br\n");
        add_text(out, str_from(_("When not set:")));
        strbuf_addc(out, ' ');
        add_text(out, str_from(s->fallback));
        strbuf_addc(out, '\n');
    }
}

void manual_settings(StrBuf *out)
{
    size_t count = 0;
    const KnownSetting *known = config_known(&count);

    add_title(out, "prfaq-config", 5);
    strbuf_addz(out, ".SH NAME\nprfaq\\-config \\- ");
    add_line(out, str_from(_("settings of prfaq")));
    strbuf_addz(out, ".SH DESCRIPTION\n");
    add_line(out,
             str_from(_("Settings are kept in git's configuration format: yours in "
                        "$XDG_CONFIG_HOME/prfaq/config, those of a workspace in "
                        ".prfaq/config, those of a computer in /etc/prfaq/config. "
                        "An option of the command line comes first, then a variable "
                        "PRFAQ_KEY for ui.KEY, then the workspace, you, the computer. "
                        "prfaq config reads and changes them.")));
    strbuf_addz(out, ".SH SETTINGS\n");
    for (size_t i = 0; i < count; i++)
        add_setting(out, &known[i]);
    strbuf_addz(out, ".SH FAMILIES OF SETTINGS\n");
    add_entries(out, families);
    strbuf_addz(out, ".SH EXAMPLES\n.nf\n[ui]\n    lang = ko\n[check]\n"
                     "    profile = strict\n.fi\n"
                     ".SH SEE ALSO\n.BR prfaq (1),\n.BR prfaq-config (1)\n");
}

/* clang-format off */
static const Entry deck_columns[] = {
    {"question", N_("Its id in the bank of questions.")},
    {"deed",     N_("answered, asked, put (into the FAQ) or skipped.")},
    {"time",     N_("As 2027-03-02T09:41:07+09:00.")},
    {"who",      N_("As on the roster.")},
    {"changed",  N_("Did the answer change the press release? yes, no, or empty.")},
    {"words",    N_("The answer, the reason, or the id of the thread; \\n, \\t and \\\\ stand for those characters.")},
    {NULL, NULL},
};
/* clang-format on */

void manual_review(StrBuf *out)
{
    add_title(out, "prfaq-review", 5);
    strbuf_addz(out, ".SH NAME\nprfaq\\-review \\- ");
    add_line(out, str_from(_("files of a review")));
    strbuf_addz(out, ".SH DESCRIPTION\n");
    add_line(out,
             str_from(_("What people ask, promise and decide about a document. The "
                        "rules of the group process read it. DOCUMENT is its path "
                        "from the top of the work tree, without .md. A file that "
                        "cannot be read is named with its line and left out.")));
    strbuf_addz(out, ".SH THREADS\n");
    add_line(out,
             str_from(_(".prfaq/reviews/DOCUMENT/ID.json: a JSON object. Names are "
                        "those of MRSF, and names with x_ are ours; others are "
                        "passed over.")));
    add_entries(out, thread_fields);
    strbuf_addz(out, ".SH MINUTES\n");
    add_line(out,
             str_from(_(".prfaq/meetings/DATE-DOCUMENT.md: Markdown with front "
                        "matter. The last minutes that say something of a decision "
                        "count.")));
    add_entries(out, minutes_keys);
    strbuf_addz(out, ".SH DECK\n");
    add_line(out, str_from(_(
                      ".prfaq/deck/DOCUMENT.tsv: what was done with the questions of "
                      "prfaq deck, a line a deed, tabs between the columns. Lines are "
                      "only added; of one question the last counts.")));
    add_entries(out, deck_columns);
    strbuf_addz(out, ".SH EXERCISES\n");
    add_line(out, str_from(_(
                      ".prfaq/exercises/DOCUMENT.tsv: the line \"prfaq-exercises 1\", "
                      "then a line a deed, tabs between the columns: the exercise, "
                      "\"written\" or \"dropped\", the time, who, the words. Lines are "
                      "only added.")));
    strbuf_addz(out, ".SH ANSWERS\n");
    add_line(out, str_from(_(
                      "The line \"prfaq-answers 1\", then a line for each answer: its "
                      "name, a tab, its text, in which \\n, \\t and \\\\ stand for a "
                      "line break, a tab and a backslash. Other lines are passed "
                      "over. Options --answers read such files.")));
    add_entries(out, answer_names);
    strbuf_addz(out, ".SH SEE ALSO\n.BR prfaq-check (1),\n.BR prfaq-config (5),\n"
                     ".BR prfaq-rules (7)\n");
}

void manual_rules(StrBuf *out)
{
    add_title(out, "prfaq-rules", 7);
    strbuf_addz(out, ".SH NAME\nprfaq\\-rules \\- ");
    add_line(out, str_from(_("the rules of prfaq check")));
    strbuf_addz(out, ".SH DESCRIPTION\n");
    add_line(out, str_from(_("Each rule has a level in each of the profiles default, "
                             "strict and workshop; they stand in this order. The same "
                             "in your language, and how to silence a rule: prfaq "
                             "rules ID.")));
    rule_manual(out);
    strbuf_addz(out, ".SH SEE ALSO\n.BR prfaq-check (1),\n.BR prfaq-rules (1),\n"
                     ".BR prfaq-config (5)\n");
}

void manual_page(StrBuf *out, const CliCommand *command)
{
    if (command)
        command_page(out, command);
    else
        program_page(out);
}
