#include "app/cli_commands.h"

#include "base/message.h"

#define END_OPTIONS                                                                    \
    {                                                                                  \
        .id = OPTION_NONE                                                              \
    }
#define END_EXAMPLES                                                                   \
    {                                                                                  \
        .line = NULL                                                                   \
    }

/* clang-format off */

static const Option global_options[] = {
    {OPTION_FOLDER,   'C', NULL,       "DIR",  N_("work in DIR"), NULL, COMPLETE_FOLDER},
    {OPTION_QUIET,    'q', "quiet",    NULL,   N_("only errors"), NULL, COMPLETE_NOTHING},
    {OPTION_DRY_RUN,  'n', "dry-run",  NULL,   N_("say what would happen"), NULL, COMPLETE_NOTHING},
    {OPTION_JSON,     0,   "json",     NULL,   N_("machine output"), NULL, COMPLETE_NOTHING},
    {OPTION_NO_INPUT, 0,   "no-input", NULL,   N_("never ask"), NULL, COMPLETE_NOTHING},
    {OPTION_COLOR,    0,   "color",    "WHEN", N_("auto, always or never"), "auto|always|never", COMPLETE_NOTHING},
    {OPTION_LINEAR,   0,   "linear",   NULL,   N_("plain lines in place of screens"), NULL, COMPLETE_NOTHING},
    {OPTION_LANG,     0,   "lang",     "L",    N_("language of the interface: en or ko"), "en|ko", COMPLETE_NOTHING},
    {OPTION_HELP,     'h', "help",     NULL,   N_("help for a command"), NULL, COMPLETE_NOTHING},
    {OPTION_VERSION,  0,   "version",  NULL,   N_("which version this is"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option no_options[] = {END_OPTIONS};

static const Option new_options[] = {
    {OPTION_TEMPLATE, 't', "template", "NAME", N_("which template; prfaq when not said"), NULL, COMPLETE_TEMPLATE},
    {OPTION_DOC_LANG, 0,   "lang",     "L",    N_("language of the document: en or ko"), "en|ko", COMPLETE_NOTHING},
    {OPTION_TITLE,    0,   "title",    "TEXT", N_("title; made from NAME when not said"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option preview_options[] = {
    {OPTION_HEADINGS, 0, "headings", NULL, N_("keep the section headings of the press release"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option check_options[] = {
    {OPTION_BASELINE_WRITE, 0, "baseline-write", NULL, N_("accept what the documents have now; never errors"), NULL, COMPLETE_NOTHING},
    {OPTION_REASON,     0,   "reason",     "TEXT",    N_("why it is accepted"), NULL, COMPLETE_NOTHING},
    {OPTION_BASELINE_STALE, 0, "baseline-stale", NULL, N_("list what was accepted and is gone"), NULL, COMPLETE_NOTHING},
    {OPTION_NOW,        0,   "now",        "DATE",    N_("check as if it were that day: 2027-03-02"), NULL, COMPLETE_NOTHING},
    {OPTION_ALL,        'a', "all",        NULL,      N_("every document of the workspace"), NULL, COMPLETE_NOTHING},
    {OPTION_STAGED,     0,   "staged",     NULL,      N_("the documents of git's next commit, as they are staged"), NULL, COMPLETE_NOTHING},
    {OPTION_NEW_SINCE,  0,   "new-since",  "REV",     N_("only what was not found in revision REV"), NULL, COMPLETE_REVISION},
    {OPTION_FAIL_ON,    0,   "fail-on",    "LEVEL",   N_("end with 1 from this level on; error when not said"), "error|warning|info|never", COMPLETE_NOTHING},
    {OPTION_PROFILE,    0,   "profile",    "PROFILE", N_("which set of rules"), "default|strict|workshop", COMPLETE_NOTHING},
    {OPTION_RULE,       0,   "rule",       "ID",      N_("only this rule; may be said several times"), NULL, COMPLETE_RULE},
    {OPTION_FIX,        0,   "fix",        NULL,      N_("change the file where no one needs to be asked"), NULL, COMPLETE_NOTHING},
    {OPTION_FORMAT,     0,   "format",     "FORMAT",  N_("text, json, sarif or github"), "text|json|sarif|github", COMPLETE_NOTHING},
    {OPTION_JSON_LINES, 0,   "json-lines", NULL,      N_("machine output, one finding a line"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option save_options[] = {
    {OPTION_NOTE, 'm', "note", "NOTE", N_("what you want to say about this revision"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option export_options[] = {
    {OPTION_TO,       0,   "to",       "FORMAT", N_("html, md or txt"), "html|md|txt", COMPLETE_NOTHING},
    {OPTION_OUTPUT,   'o', "output",   "FILE",   N_("write to FILE, not to standard output"), NULL, COMPLETE_FILE},
    {OPTION_HEADINGS, 0,   "headings", NULL,     N_("keep the section headings of the press release"), NULL, COMPLETE_NOTHING},
    {OPTION_FORCE,    0,   "force",    NULL,     N_("replace a FILE that exists"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option list_options[] = {
    {OPTION_ALL, 'a', "all", NULL, N_("archived documents and other Markdown files too"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option log_options[] = {
    {OPTION_LIMIT,      'l', "limit",      "N",  N_("only the newest N revisions"), NULL, COMPLETE_NOTHING},
    {OPTION_JSON_LINES, 0,   "json-lines", NULL, N_("machine output, one revision a line"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option show_options[] = {
    {OPTION_OUTPUT, 'o', "output", "FILE", N_("write the exact bytes to FILE"), NULL, COMPLETE_FILE},
    {OPTION_FORCE,  0,   "force",  NULL,   N_("replace a FILE that exists"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option diff_options[] = {
    {OPTION_ALL,       'a', "all",       NULL, N_("unchanged paragraphs too"), NULL, COMPLETE_NOTHING},
    {OPTION_EXIT_CODE, 0,   "exit-code", NULL, N_("end with 1 when there is a difference"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option who_options[] = {
    {OPTION_WITH,  'w', "with",  "NAME",    N_("who else is in the room; may be said several times"), NULL, COMPLETE_PERSON},
    {OPTION_EMAIL, 0,   "email", "ADDRESS", N_("e-mail of the person to add"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option template_options[] = {
    {OPTION_DOC_LANG, 0, "lang", "L", N_("language of the template: en or ko"), "en|ko", COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option config_options[] = {
    {OPTION_SHOW_ORIGIN, 0, "show-origin", NULL, N_("say which file a value comes from"), NULL, COMPLETE_NOTHING},
    {OPTION_WORKSPACE,   0, "workspace",   NULL, N_("change the setting for everybody in this workspace"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option rules_options[] = {
    {OPTION_DOCS, 0, "docs", NULL, NULL, NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option completion_options[] = {
    {OPTION_WORDS, 0, "words", NULL, NULL, NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option hook_options[] = {
    {OPTION_BLOCK,   0, "block",   NULL,    N_("stop a commit that has findings"), NULL, COMPLETE_NOTHING},
    {OPTION_FAIL_ON, 0, "fail-on", "LEVEL", N_("with --block: stop from this level on; error when not said"), "error|warning|info", COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option help_options[] = {
    {OPTION_ALL, 'a', "all", NULL, N_("list every command"), NULL, COMPLETE_NOTHING},
    {OPTION_MAN, 0,   "man", NULL, NULL, NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Option adopt_options[] = {
    {OPTION_YES,   'y', "yes",   NULL, N_("take every section that is sure enough; ask nothing"), NULL, COMPLETE_NOTHING},
    {OPTION_UNDO,  0,   "undo",  NULL, N_("take the hidden comments out again"), NULL, COMPLETE_NOTHING},
    {OPTION_FORCE, 0,   "force", NULL, N_("also when it is not read as a PR/FAQ, or was made from a template"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

static const Example init_examples[] = {
    {"prfaq init ideas", N_("make the folder ideas and its history")},
    {"prfaq init", N_("the same for this folder")},
    END_EXAMPLES,
};
static const Example new_examples[] = {
    {"prfaq new lantern", N_("start lantern.md with the classic template")},
    {"prfaq new lantern --lang ko --title \"밀가루 문자 주문\"", N_("a Korean document")},
    END_EXAMPLES,
};
static const Example write_examples[] = {
    {"prfaq write lantern", N_("write in the document")},
    {"prfaq write lantern --linear", N_("the same in plain lines, for a screen reader or a script")},
    END_EXAMPLES,
};

static const Example interview_examples[] = {
    {"prfaq interview lantern", N_("answer the questions of each empty section")},
    {"prfaq interview lantern < answers.txt", N_("the answers from a file, one a line")},
    END_EXAMPLES,
};
static const Example preview_examples[] = {
    {"prfaq preview lantern", N_("read the document as your readers will")},
    END_EXAMPLES,
};
static const Example check_examples[] = {
    {"prfaq check --all --baseline-write", N_("accept what is there, so that only new findings show")},
    {"prfaq check --all --new-since main", N_("only what is new since the branch main")},
    {"prfaq check lantern", N_("what is missing, empty or too long")},
    {"prfaq check lantern --fix --dry-run", N_("what would be put right")},
    {"prfaq check --all --format sarif > prfaq.sarif", N_("for a code host")},
    {"prfaq check --all --fail-on warning", N_("all documents, strictly, for a script")},
    END_EXAMPLES,
};
static const Example save_examples[] = {
    {"prfaq save lantern -m \"After the call with two bakers\"", N_("keep a revision with a note")},
    {"prfaq save lantern", N_("keep a revision; the changes are named for you")},
    END_EXAMPLES,
};
static const Example export_examples[] = {
    {"prfaq export lantern --to html -o lantern.html", N_("one page to send or print")},
    {"prfaq export lantern --to txt", N_("plain text on the screen")},
    END_EXAMPLES,
};
static const Example adopt_examples[] = {
    {"prfaq adopt other.md", N_("confirm the sections of a document, one by one")},
    {"prfaq adopt other.md --yes", N_("take all that is sure, for a script")},
    {"prfaq adopt other.md --undo", N_("give the file back its old bytes")},
    END_EXAMPLES,
};
static const Option split_options[] = {
    {OPTION_YES, 'y', "yes", NULL, N_("take what is proposed; ask nothing"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};
static const Example split_examples[] = {
    {"prfaq split-faq other.md", N_("say of each question who asks it")},
    {"prfaq split-faq other.md --dry-run", N_("what is proposed, and nothing written")},
    END_EXAMPLES,
};
static const Example list_examples[] = {
    {"prfaq list", N_("all documents and how far they are")},
    END_EXAMPLES,
};
static const Example log_examples[] = {
    {"prfaq log lantern", N_("all revisions, newest first")},
    END_EXAMPLES,
};
static const Example figures_examples[] = {
    {"prfaq figures lantern", N_("how much of the limits the document uses")},
    {"prfaq figures lantern --json", N_("the same for a program")},
    END_EXAMPLES,
};
static const Example parts_examples[] = {
    {"prfaq parts lantern", N_("which sections and questions the program sees")},
    {"prfaq parts other.md --json", N_("the same for a program")},
    END_EXAMPLES,
};
static const Example show_examples[] = {
    {"prfaq show lantern@3", N_("the document as it was in revision 3")},
    {"prfaq show lantern@3 -o old.md", N_("the same, byte for byte, into a file")},
    END_EXAMPLES,
};
static const Example diff_examples[] = {
    {"prfaq diff lantern", N_("words that are not saved yet, else the last revision's")},
    {"prfaq diff lantern 13 15", N_("what changed from revision 13 to 15")},
    END_EXAMPLES,
};
static const Example who_examples[] = {
    {"prfaq who add \"Mina Park\"", N_("put a person on the roster")},
    {"prfaq who Mina --with Jun --with Ava", N_("Mina types, Jun and Ava are in the room")},
    {"prfaq who", N_("who types now")},
    END_EXAMPLES,
};
static const Example template_examples[] = {
    {"prfaq template list", N_("which templates there are")},
    {"prfaq template show prfaq --lang ko > .prfaq/templates/ko/ours.md", N_("begin an own template")},
    {"prfaq template check .prfaq/templates/ko/ours.md", N_("is it well formed?")},
    END_EXAMPLES,
};
static const Option leave_options[] = {
    {OPTION_YES, 'y', "yes", NULL, N_("ask nothing"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};
static const Example leave_examples[] = {
    {"prfaq leave", N_("before somebody else uses this login")},
    {"prfaq leave --dry-run", N_("what would be removed")},
    END_EXAMPLES,
};
static const Option recover_options[] = {
    {OPTION_LIST,  0, "list",  NULL, N_("list what is kept"), NULL, COMPLETE_NOTHING},
    {OPTION_PRINT, 0, "print", NULL, N_("the recovered text, on standard output"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};
static const Example recover_examples[] = {
    {"prfaq recover", N_("which words were typed and are in no file")},
    {"prfaq recover --print lantern > lantern-recovered.md", N_("the newest of them, as a file")},
    END_EXAMPLES,
};
static const Example doctor_examples[] = {
    {"prfaq doctor", N_("what stands in the way, and the line that puts it right")},
    {"prfaq doctor keys", N_("what a key sends and which command it is")},
    END_EXAMPLES,
};
static const Option tutorial_options[] = {
    {OPTION_DOC_LANG, 0, "lang",  "L",  N_("language of the tutorial: en or ko"), "en|ko", COMPLETE_NOTHING},
    {OPTION_AGAIN,    0, "again", NULL, N_("begin anew, beside the one you began"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};
static const Example tutorial_examples[] = {
    {"prfaq tutorial", N_("learn the writing screen in twenty minutes")},
    {"prfaq tutorial --lang ko", N_("the same on a Korean document")},
    END_EXAMPLES,
};
static const Example tour_examples[] = {
    {"prfaq tour", N_("see the whole way once, in a minute")},
    {"prfaq --lang ko tour", N_("the same in Korean")},
    END_EXAMPLES,
};
static const Example config_examples[] = {
    {"prfaq config list --show-origin", N_("all settings and where they come from")},
    {"prfaq config set ui.lang ko", N_("the interface in Korean from now on")},
    END_EXAMPLES,
};
static const Example hook_examples[] = {
    {"prfaq hook install", N_("show findings at each commit, and stop none")},
    {"prfaq hook install --block", N_("stop commits with something to fix")},
    {"prfaq hook remove", N_("as it was before")},
    END_EXAMPLES,
};
static const Example lsp_examples[] = {
    {"prfaq lsp", N_("what an editor runs; docs/editors.md has the settings")},
    END_EXAMPLES,
};
static const Example rules_examples[] = {
    {"prfaq rules", N_("all rules, and how much each weighs")},
    {"prfaq rules hedge-word", N_("why it is one, with examples, and how to silence it")},
    END_EXAMPLES,
};
static const Example completion_examples[] = {
    {"source <(prfaq completion bash)", N_("complete commands and names in this shell")},
    END_EXAMPLES,
};
static const Example help_examples[] = {
    {"prfaq help save", N_("all about one command")},
    {"prfaq help --all", N_("every command in one line")},
    END_EXAMPLES,
};
static const Example version_examples[] = {
    {"prfaq version", N_("which version this is")},
    END_EXAMPLES,
};

#define COMPLETE_1(a) {COMPLETE_##a, COMPLETE_NOTHING, COMPLETE_NOTHING}

static const CliCommand commands[] = {
    {"init", GROUP_WRITE, "[DIR]",
     N_("make a folder that keeps revisions"),
     N_("Makes the folder DIR when it is missing, and a git repository with the branch main in it. "
        "Nothing is written beside the history: the folder stays as it is. Doing it again changes nothing."),
     no_options, init_examples, command_init, 0, 1, NULL, COMPLETE_1(FOLDER), COMMAND_JSON},
    {"new", GROUP_WRITE, "NAME [--template T] [--lang L] [--title TEXT]",
     N_("start a document from a template"),
     N_("Writes NAME.md with the sections of the template, and keeps no revision yet: the first save is "
        "revision 1. A file that exists is never replaced."),
     new_options, new_examples, command_new, 1, 1, NULL, COMPLETE_1(NOTHING), COMMAND_JSON},
    {"write", GROUP_WRITE, "DOC|FILE",
     N_("open the document in the writing screen"),
     N_("Leads from section to section, checks while you write, shows the preview, and saves revisions (^S). "
        "Any Markdown file can be opened; outside a workspace no revisions are kept. Needs a terminal, unless "
        "--linear is given. The keys are in prfaq-keys(7) and on the screen under ^G.\n\n"
        "--linear asks and answers in plain lines, for screen readers and scripts; ? lists what can be typed."),
     no_options, write_examples, command_write, 1, 1, NULL, COMPLETE_1(DOCUMENT), 0},
    {"interview", GROUP_WRITE, "DOC|FILE",
     N_("answer questions, and get a first draft"),
     N_("Asks the guiding questions of each empty section one by one, and the questions of the FAQ that have no "
        "answer yet, in plain lines: Enter skips, b goes back, ? shows the guide with an example. Stop whenever you "
        "like: what you said is kept, and the next time goes on where you stopped. At the end, or with \"done\", "
        "your answers are put together in the document, where nothing stands yet or only places to fill in; "
        "nothing that somebody wrote is changed. No revision is made.\n\n"
        "Without a terminal the answers are the lines of standard input."),
     no_options, interview_examples, command_interview, 1, 1, NULL, COMPLETE_1(DOCUMENT), 0},
    {"preview", GROUP_WRITE, "DOC",
     N_("read the document as it will look"),
     N_("Shows headings, lists, quotes, links and tables as text. DOC is a name or a path, also outside a "
        "workspace; - reads standard input."),
     preview_options, preview_examples, command_preview, 1, 1, NULL, COMPLETE_1(DOCUMENT), 0},
    {"check", GROUP_WRITE,
     "[DOC|PATH...] [--all] [--fail-on LEVEL]\n"
     "[DOC|PATH...] [--all] --baseline-write [--reason TEXT]\n"
     "[DOC|PATH...] [--all] --baseline-stale",
     N_("look for what is missing or unclear"),
     N_("Reads documents and reports findings: to fix (error), to look at (warning) and for reference (info). "
        "A PATH may be a folder: its documents are taken. "
        "Without an argument the only document of the workspace is taken, with --all every one.\n\n"
        "A document is a Markdown file that was made from a template or adopted, or that is plainly a PR/FAQ by "
        "its name, its labels or its words; a README beside it is none. A file that is named is always taken.\n\n"
        "Ends with 0 when nothing is at or above the level of --fail-on, with 1 when something is. Checks "
        "never stop anyone from saving, and change a file only when asked to.\n\n"
        "--fix puts right what takes no judgement: marks, slips of the keyboard, words the glossary or a list "
        "replaces. It says what it changed and keeps no revision. A fix that adds a section or deletes a sentence "
        "is made only when its rule is named: --fix --rule ID. What is silenced is left alone. With --dry-run the "
        "changes are shown and nothing is written.\n\n"
        "--format sarif is for code hosts and editors, --format github for a workflow of GitHub Actions. What each "
        "rule means: prfaq rules ID.\n\n"
        "A finding is silenced by a comment in the text, <!-- prfaq-ok RULE: reason -->, by a setting, or "
        "accepted with what a document already has: --baseline-write keeps that in .prfaq/baseline.tsv. "
        "Silenced findings stay in the list with their reason."),
     check_options, check_examples, command_check, 0, -1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON | COMMAND_ALONE},
    {"save", GROUP_WRITE, "DOC [-m NOTE]",
     N_("keep a revision of the document"),
     N_("Keeps the words of the file as a new revision, under the name of the person who types (prfaq who). "
        "Only this file is taken; other changed or staged files stay as they are. When nothing is new it "
        "says so. Outside a workspace no revision is kept, and it says that."),
     save_options, save_examples, command_save, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"export", GROUP_WRITE, "DOC --to html|md|txt [-o FILE] [--headings]",
     N_("make a file for people without prfaq"),
     N_("HTML is one page that needs nothing else and is set for printing. The press release is printed "
        "without section headings, so that it reads as one, unless --headings is given. Without -o the result "
        "goes to standard output."),
     export_options, export_examples, command_export, 1, 1, NULL, COMPLETE_1(DOCUMENT), 0},
    {"adopt", GROUP_WRITE, "DOC|FILE [--yes|--undo]",
     N_("confirm the sections of a document from elsewhere"),
     N_("Shows which sections were found in a document that was not made with prfaq, and how: by their labels, or "
        "by their place and their words. You say of each whether that is so. Then every section that you "
        "confirmed gets a hidden comment with its id, <!-- prfaq-id: problem -->, on a line of its own. Nothing "
        "else in the file changes, and the text looks as before. No revision is made.\n\n"
        "--yes takes every section that is at least 60 % sure, and says which were left out. --undo takes the "
        "comments out again. --dry-run shows what would be written."),
     adopt_options, adopt_examples, command_adopt, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"split-faq", GROUP_WRITE, "DOC|FILE [--yes]",
     N_("divide one FAQ into external and internal"),
     N_("An FAQ that is not divided holds questions of customers and of the team together. For each question it is "
        "proposed who asks it: by the questions that prfaq knows, by the heading over its group, by its words. You "
        "say what it is. Then the questions stand under two headings, in their old order, each with its answer, "
        "byte for byte; a heading over a group goes with its questions. No revision is made."),
     split_options, split_examples, command_split_faq, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"list", GROUP_LOOK, "[--all]",
     N_("all documents of the workspace"),
     N_("A document is a Markdown file that was made from a template or adopted, or that is plainly a PR/FAQ by "
        "its name, its labels or its words. --all shows archived documents and every other Markdown file too."),
     list_options, list_examples, command_list, 0, 0, NULL, COMPLETE_1(NOTHING), COMMAND_JSON},
    {"log", GROUP_LOOK, "DOC [--limit N]",
     N_("all revisions of a document"),
     N_("Newest first: number, time, author, and what was changed or said. The numbers count the revisions of "
        "this document from 1 and stay the same."),
     log_options, log_examples, command_log, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"figures", GROUP_LOOK, "DOC|FILE",
     N_("lengths, reading time, who acts, how the FAQ answers"),
     N_("Counts the words of the press release, the FAQ and the whole against their limits, the minutes it takes "
        "to read in silence, who acts first in the sentences of the release, and in what form each answer "
        "answers: yes, no, a number, a date, a name, not known yet, or an essay. The figures are shown, not "
        "judged: what is too long or missing, prfaq check says."),
     no_options, figures_examples, command_figures, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"parts", GROUP_LOOK, "DOC|FILE",
     N_("which sections and questions a document has"),
     N_("Says where each section of the press release and each question stands, how it was found and how sure "
        "that is: by an id in the file, by its label, or by its place and its words. Any Markdown file can be "
        "read, also one that was not made with prfaq and one outside a workspace; - reads standard input. "
        "When the file is no PR/FAQ it says why; it can be edited all the same."),
     no_options, parts_examples, command_parts, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"show", GROUP_LOOK, "DOC[@REV] [-o FILE]",
     N_("the text of the document, now or then"),
     N_("REV is the number of a revision, or whatever git understands. Characters that are not visible are "
        "shown in a visible form, unless the output is a file: then the bytes are exact."),
     show_options, show_examples, command_show, 1, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"diff", GROUP_LOOK, "DOC [A [B]]",
     N_("what changed, word by word"),
     N_("Added words stand in {+ +}, removed words in [- -], section by section. Without revisions: the words that "
        "are not saved yet against the last revision, or the last two revisions when everything is saved. With "
        "A: from revision A to the file. With A and B: from A to B."),
     diff_options, diff_examples, command_diff, 1, 3, NULL,
     {COMPLETE_DOCUMENT, COMPLETE_REVISION, COMPLETE_REVISION}, COMMAND_JSON},
    {"who", GROUP_WORKSHOP, "\nadd NAME [--email ADDRESS]\nNAME [--with NAME]...",
     N_("who types, and who is in the room"),
     N_("Every revision carries the name of the person who types. \"who add\" puts a person on the roster of the "
        "workspace, which is kept in git for everybody. \"who NAME\" says who types on this computer from now "
        "on; --with names the others in the room, who are named in the revision too. NAME may be the initials "
        "or the beginning of a name.\n\n"
        "When nobody was chosen, git's own name is used; with a roster only when it is on it."),
     who_options, who_examples, command_who, 0, 2, "add", {COMPLETE_PERSON, COMPLETE_NOTHING, COMPLETE_NOTHING},
     COMMAND_JSON},
    {"leave", GROUP_WORKSHOP, "[--yes]",
     N_("remove what this login holds of everybody"),
     N_("For a computer that several people use under one name: removes the words that were put aside, what programs "
        "left behind, and who was chosen to type here, and says what it removed. Documents, revisions and settings stay. "
        "It refuses while words are in no file and no revision, and needs --yes without a terminal."),
     leave_options, leave_examples, command_leave, 0, 0, NULL, COMPLETE_1(NOTHING), COMMAND_JSON},
    {"template", GROUP_OTHER, "list\nshow NAME [--lang L]\ncheck FILE",
     N_("the templates there are, and your own"),
     N_("Own templates are Markdown files in .prfaq/templates/LANG/ of the workspace or in the folder "
        "prfaq/templates/LANG/ of your data directory; they come before those built in."),
     template_options, template_examples, command_template, 1, 2, "list|show|check",
     {COMPLETE_NOTHING, COMPLETE_TEMPLATE, COMPLETE_NOTHING}, COMMAND_JSON},
    {"rules", GROUP_OTHER, "[ID]",
     N_("what the checks look for, and why"),
     N_("Lists the rules of prfaq check by group, with their levels in the profiles default, strict and workshop. "
        "With an ID: the reason for the rule, a bad and a good example, where it applies, what it leaves alone, "
        "whether prfaq can fix it, and how to silence it in a paragraph, a document or the workspace."),
     rules_options, rules_examples, command_rules, 0, 1, NULL, COMPLETE_1(RULE), COMMAND_JSON},
    {"config", GROUP_OTHER, "[list] [--show-origin]\nget NAME\nset NAME VALUE [--workspace]\nunset NAME [--workspace]",
     N_("read and change settings"),
     N_("Settings are kept in git's configuration format: yours in the file prfaq/config of your configuration "
        "directory, those of a workspace in .prfaq/config. An option of the command line comes first, then a "
        "variable PRFAQ_..., then the workspace, then yours."),
     config_options, config_examples, command_config, 0, 3, "list|get|set|unset",
     {COMPLETE_NOTHING, COMPLETE_SETTING, COMPLETE_NOTHING}, COMMAND_JSON},
    {"tour", GROUP_OTHER, "",
     N_("see the whole way once, in a minute"),
     N_("Works in a folder of its own that is removed again: takes a template, writes answers, checks, makes an "
        "HTML page, keeps two revisions and shows the changes between them. Ends with 0 only when every step did "
        "what it says. Your files and your git settings are not touched."),
     no_options, tour_examples, command_tour, 0, 0, NULL, COMPLETE_1(NOTHING), 0},
    {"tutorial", GROUP_OTHER, "[--lang L] [--again]",
     N_("learn the writing screen in twenty minutes"),
     N_("Opens a document to learn on, in a workspace of its own in your state folder, so that nothing of yours is "
        "touched. A line at the bottom says what to press, and goes on when you have done it. The next time it opens "
        "as you left it. The steps are in prfaq-tutorial(7), too."),
     tutorial_options, tutorial_examples, command_tutorial, 0, 0, NULL, COMPLETE_1(NOTHING), 0},
    {"recover", GROUP_OTHER, "[DOC|FILE|ID] [--list|--print]",
     N_("words that a crash or a closed window left behind"),
     N_("Every word typed in the writing screen is kept in a journal until it is in a revision. When the program, the "
        "window or the computer stops, the next prfaq write of the document offers the words again. This command "
        "lists them: whose they are, from when, how many; and those that were put aside, which are kept for 30 days. "
        "With --print the whole text with the newest words goes to standard output; nothing is changed."),
     recover_options, recover_examples, command_recover, 0, 1, NULL, COMPLETE_1(DOCUMENT), COMMAND_JSON},
    {"doctor", GROUP_OTHER, "[keys]",
     N_("what stands in the way here, and how to put it right"),
     N_("Looks at the terminal, the locale, the settings, the folders for unsaved words, who signs, the repository, "
        "git, your editor, the clipboard and the dictionaries. Each line says ok, note (works, but could be better) "
        "or problem; below a note or a problem stands what to type. Nothing is changed. Ends with 1 when there is a "
        "problem.\n\n"
        "keys shows for each key you press its name, the bytes it sends and its command. Esc twice, or q twice, "
        "ends it. It works on every terminal."),
     no_options, doctor_examples, command_doctor, 0, 1, "keys", COMPLETE_1(NOTHING), COMMAND_JSON | COMMAND_ALONE},
    {"hook", GROUP_OTHER, "install [--block] [--fail-on LEVEL]\nremove\nrun [--block] [--fail-on LEVEL]",
     N_("see findings when you commit with git"),
     N_("Puts a pre-commit hook into the repository: at each git commit it checks the documents in it, as they are "
        "staged, and lists what is to fix and to look at. The commit goes on, unless --block is given. A hook that "
        "is there already is kept and runs first; remove puts it back.\n\n"
        "The hook is a file of this clone: it is not shared, and runs nothing of the repository but the hook that was "
        "there. run is what it calls; call it from a hook of your own where another program writes the hooks. prfaq "
        "save runs no hooks."),
     hook_options, hook_examples, command_hook, 1, 1, "install|remove|run", COMPLETE_1(NOTHING), COMMAND_JSON | COMMAND_ALONE},
    {"lsp", GROUP_OTHER, "",
     N_("findings in your own editor"),
     N_("A language server on standard input and output, for editors that speak LSP: VS Code, Vim, Neovim, Helix and "
        "others start it themselves. It shows the findings of documents while you write, with their reasons, fixes "
        "and an outline of sections and questions. Markdown files that are no PR/FAQ are left alone. It never "
        "writes a file."),
     no_options, lsp_examples, command_lsp, 0, 0, NULL, COMPLETE_1(NOTHING), 0},
    {"completion", GROUP_OTHER, "bash|zsh|fish",
     N_("let the shell complete commands and names"),
     N_("Prints a script for the shell. It completes commands, options, document names, revisions, templates "
        "and people."),
     completion_options, completion_examples, command_completion, 1, -1, "bash|zsh|fish", COMPLETE_1(NOTHING),
     COMMAND_ALONE},
    {"help", GROUP_OTHER, "[COMMAND] [--all]",
     N_("help for a command"),
     N_("Without COMMAND: an overview."),
     help_options, help_examples, command_help, 0, 1, NULL, COMPLETE_1(COMMAND), COMMAND_ALONE},
    {"version", GROUP_OTHER, "",
     N_("which version this is"),
     N_("Prints the version of the program."),
     no_options, version_examples, command_version, 0, 0, NULL, COMPLETE_1(NOTHING),
     COMMAND_ALONE | COMMAND_JSON},
    {.name = NULL},
};
/* clang-format on */

const CliCommand *cli_commands(void)
{
    return commands;
}

const Option *cli_global_options(void)
{
    return global_options;
}

const CliCommand *cli_command(Str name)
{
    for (const CliCommand *c = commands; c->name; c++)
        if (str_eq(str_from(c->name), name))
            return c;
    return NULL;
}

const char *cli_group_name(CommandGroup group)
{
    switch (group) {
    case GROUP_WRITE:
        return C_("commands", "Write");
    case GROUP_LOOK:
        return C_("commands", "Look");
    case GROUP_WORKSHOP:
        return C_("commands", "Workshop");
    default:
        return C_("commands", "Other");
    }
}
