/* What each command can be told. */
#include "app/cli_tables.h"

#include "base/message.h"

#define END_OPTIONS                                                                    \
    {                                                                                  \
        .id = OPTION_NONE                                                              \
    }

/* clang-format off */

const Option global_options[] = {
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

const Option no_options[] = {END_OPTIONS};

const Option new_options[] = {
    {OPTION_ORIGIN, 0, "origin", "WHERE", N_("where the idea comes from: customer, skill, technology or competitor"), "customer|skill|technology|competitor", COMPLETE_NOTHING},
    {OPTION_TEMPLATE, 't', "template", "NAME", N_("which template; prfaq when not said"), NULL, COMPLETE_TEMPLATE},
    {OPTION_DOC_LANG, 0,   "lang",     "L",    N_("language of the document: en or ko"), "en|ko", COMPLETE_NOTHING},
    {OPTION_TITLE,    0,   "title",    "TEXT", N_("title; made from NAME when not said"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option preview_options[] = {
    {OPTION_HEADINGS, 0, "headings", NULL, N_("keep the section headings of the press release"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option check_options[] = {
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

const Option save_options[] = {
    {OPTION_NOTE, 'm', "note", "NOTE", N_("what you want to say about this revision"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option export_options[] = {
    {OPTION_TO,       0,   "to",       "FORMAT", N_("html, md or txt"), "html|md|txt", COMPLETE_NOTHING},
    {OPTION_OUTPUT,   'o', "output",   "FILE",   N_("write to FILE, not to standard output"), NULL, COMPLETE_FILE},
    {OPTION_HEADINGS, 0,   "headings", NULL,     N_("keep the section headings of the press release"), NULL, COMPLETE_NOTHING},
    {OPTION_FORCE,    0,   "force",    NULL,     N_("replace a FILE that exists"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option list_options[] = {
    {OPTION_ALL, 'a', "all", NULL, N_("archived documents and other Markdown files too"), NULL, COMPLETE_NOTHING},
    {OPTION_PORTFOLIO, 0, "portfolio", NULL, N_("stage, decision, age, open questions and revisions of all"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option log_options[] = {
    {OPTION_LIMIT,      'l', "limit",      "N",  N_("only the newest N revisions"), NULL, COMPLETE_NOTHING},
    {OPTION_PART,       0,   "part",       "ID", N_("only revisions that changed this section"), NULL, COMPLETE_NOTHING},
    {OPTION_FINDINGS,   0,   "findings",   NULL, N_("count the findings that came and went, and draw how many there were"), NULL, COMPLETE_NOTHING},
    {OPTION_UNTOUCHED,  0,   "untouched",  NULL, N_("say which sections are as in their first draft"), NULL, COMPLETE_NOTHING},
    {OPTION_ALL,        'a', "all",        NULL, N_("small saves one by one"), NULL, COMPLETE_NOTHING},
    {OPTION_JSON_LINES, 0,   "json-lines", NULL, N_("machine output, one revision a line"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option name_options[] = {
    {OPTION_REMOVE, 0, "remove", NULL, N_("take the name away"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option restore_options[] = {
    {OPTION_PART,   0, "part",   "ID", N_("only this section; may be said several times"), NULL, COMPLETE_NOTHING},
    {OPTION_CHANGE, 0, "change", "N",  N_("only this change; --dry-run lists them"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option remove_options[] = {
    {OPTION_CONFIRM, 0, "confirm", "NAME", N_("the name of the document once more"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option show_options[] = {
    {OPTION_OUTPUT, 'o', "output", "FILE", N_("write the exact bytes to FILE"), NULL, COMPLETE_FILE},
    {OPTION_FORCE,  0,   "force",  NULL,   N_("replace a FILE that exists"), NULL, COMPLETE_NOTHING},
    {OPTION_WHO,    'w', "who",    NULL,   N_("who wrote these words, and when"), NULL, COMPLETE_NOTHING},
    {OPTION_PART,   0,   "part",   "ID",   N_("with --who: only this section"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option diff_options[] = {
    {OPTION_ALL,       'a', "all",       NULL, N_("unchanged paragraphs too"), NULL, COMPLETE_NOTHING},
    {OPTION_EXIT_CODE, 0,   "exit-code", NULL, N_("end with 1 when there is a difference"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

#define KINDS "question|comment|must-fix|agreed|same-meaning"

const Option ask_options[] = {
    {OPTION_QUOTE, 0, "quote", "WORDS", N_("words of the document it is about, as they stand there"), NULL, COMPLETE_NOTHING},
    {OPTION_PART,  0, "part",  "ID",    N_("the section it is about, or that has the words"), NULL, COMPLETE_NOTHING},
    {OPTION_KIND,  0, "kind",  "KIND",  N_("question when not said"), KINDS, COMPLETE_NOTHING},
    {OPTION_OWNER, 0, "owner", "NAME",  N_("who answers it"), NULL, COMPLETE_PERSON},
    {OPTION_DUE,   0, "due",   "TIME",  N_("until when: 2027-03-02, 24h or 2bd (business days)"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option suggest_options[] = {
    {OPTION_QUOTE, 0,   "quote", "WORDS", N_("the words to replace, as they stand in the document"), NULL, COMPLETE_NOTHING},
    {OPTION_PART,  0,   "part",  "ID",    N_("the section that has the words"), NULL, COMPLETE_NOTHING},
    {OPTION_NOTE,  'm', "note",  "NOTE",  N_("why"), NULL, COMPLETE_NOTHING},
    {OPTION_OWNER, 0,   "owner", "NAME",  N_("who decides about it"), NULL, COMPLETE_PERSON},
    END_OPTIONS,
};

const Option exercise_options[] = {
    {OPTION_TITLE, 0, "title", "TITLE", N_("which exercise; without it the one the workshop is at, else the last one"), NULL, COMPLETE_NOTHING},
    {OPTION_ADD,   0, "add",   "TEXT",  N_("write one line more"), NULL, COMPLETE_NOTHING},
    {OPTION_DROP,  0, "drop",  NULL,    N_("take back its last line"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option five_options[] = {
    {OPTION_REVEAL, 0, "reveal", NULL,   N_("show all answers; nothing is added to the sheets after that"), NULL, COMPLETE_NOTHING},
    {OPTION_KEEP,   0, "keep",   "WHAT", N_("end it, and keep what the group wrote, the sheets too, or nothing"), "group|sheets|nothing", COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option deck_options[] = {
    {OPTION_ROLE,     'r', "role",     "R",      N_("only what that person asks: CFO, customer, press, counsel, ..."), NULL, COMPLETE_NOTHING},
    {OPTION_TOPIC,    0,   "topic",    "T",      N_("only questions about that: economics, risk, legal, ..."), NULL, COMPLETE_NOTHING},
    {OPTION_TAG,      0,   "tag",      "T",      N_("only questions with that tag: must, core, personal-data, ..."), NULL, COMPLETE_NOTHING},
    {OPTION_AUDIENCE, 0,   "audience", "A",      N_("external, internal, review, five or hard"), "external|internal|review|five|hard", COMPLETE_NOTHING},
    {OPTION_LIMIT,    'n', "limit",    "N",      N_("draw N cards, not one"), NULL, COMPLETE_NOTHING},
    {OPTION_ALL,      'a', "all",      NULL,     N_("every card, with what became of it"), NULL, COMPLETE_NOTHING},
    {OPTION_MATRIX,   0,   "matrix",   NULL,     N_("who asks what, and what is answered"), NULL, COMPLETE_NOTHING},
    {OPTION_CARD,     0,   "card",     "ID",     N_("the card that is answered, asked, put or skipped"), NULL, COMPLETE_NOTHING},
    {OPTION_ANSWER,   0,   "answer",   "TEXT",   N_("answer it now; with --put in the FAQ"), NULL, COMPLETE_NOTHING},
    {OPTION_CHANGED,  0,   "changed",  "yes|no", N_("did this answer change the press release?"), "yes|no", COMPLETE_NOTHING},
    {OPTION_ASK,      0,   "ask",      NULL,     N_("ask it as a question of the review"), NULL, COMPLETE_NOTHING},
    {OPTION_PUT,      0,   "put",      NULL,     N_("put it into the FAQ of the document"), NULL, COMPLETE_NOTHING},
    {OPTION_SKIP,     0,   "skip",     "REASON", N_("skip it"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option reply_options[] = {
    {OPTION_MOVE,  0, "move",  NULL,    N_("put it on other words, those of --quote"), NULL, COMPLETE_NOTHING},
    {OPTION_QUOTE, 0, "quote", "WORDS", N_("the words it is about from now on, as they stand there"), NULL, COMPLETE_NOTHING},
    {OPTION_PART,  0, "part",  "ID",    N_("the section that has the words"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option resolve_options[] = {
    {OPTION_OVERRIDE, 0, "override", "REASON", N_("close what another asked, and say why"), NULL, COMPLETE_NOTHING},
    {OPTION_UNDO,     0, "undo",     NULL,     N_("open it again"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option questions_options[] = {
    {OPTION_ALL,    'a', "all",    NULL,     N_("what is closed, too"), NULL, COMPLETE_NOTHING},
    {OPTION_TO,     0,   "to",     "FORMAT", N_("for people without prfaq: mrsf, criticmarkup or md"), "mrsf|criticmarkup|md", COMPLETE_NOTHING},
    {OPTION_OUTPUT, 'o', "output", "FILE",   N_("write to FILE, not to standard output"), NULL, COMPLETE_FILE},
    {OPTION_FORCE,  0,   "force",  NULL,     N_("replace a FILE that exists"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option who_options[] = {
    {OPTION_WITH,  'w', "with",  "NAME",    N_("who else is in the room; may be said several times"), NULL, COMPLETE_PERSON},
    {OPTION_EMAIL, 0,   "email", "ADDRESS", N_("e-mail of the person to add"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option workshop_options[] = {
    {OPTION_AGENDA, 'a', "agenda", "FILE", N_("the agenda: a file, or the name of one; else the one of the template"), NULL, COMPLETE_FILE},
    {OPTION_GOAL,   0,   "goal",   "TEXT", N_("the goal in one line, at the start and again at the end"), NULL, COMPLETE_NOTHING},
    {OPTION_TO,     0,   "to",     "DIR",  N_("stop: the folder or stick that everything is written to"), NULL, COMPLETE_FOLDER},
    END_OPTIONS,
};

const Option template_options[] = {
    {OPTION_DOC_LANG, 0, "lang", "L", N_("language of the template: en or ko"), "en|ko", COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option config_options[] = {
    {OPTION_SHOW_ORIGIN, 0, "show-origin", NULL, N_("say which file a value comes from"), NULL, COMPLETE_NOTHING},
    {OPTION_WORKSPACE,   0, "workspace",   NULL, N_("change the setting for everybody in this workspace"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option review_options[] = {
    {OPTION_SINCE, 0, "since", "REV", N_("since revision REV, not since you last read it"), NULL, COMPLETE_REVISION},
    {OPTION_HTML,  0, "html",  NULL,  N_("a page for people who have only a browser"), NULL, COMPLETE_NOTHING},
    {OPTION_OUTPUT, 'o', "output", "FILE", N_("write to FILE, not to standard output"), NULL, COMPLETE_FILE},
    {OPTION_FORCE, 0, "force", NULL,  N_("replace a FILE that exists"), NULL, COMPLETE_NOTHING},
    {OPTION_READ,  0, "read",  NULL,  N_("note that you have read it up to its last revision"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option ready_options[] = {
    {OPTION_REASON,  0, "reason",  "TEXT", N_("why it shall be read with what stands in the way"), NULL, COMPLETE_NOTHING},
    {OPTION_ANSWERS, 0, "answers", "FILE", N_("the answers to the three questions; see prfaq-review(5)"), NULL, COMPLETE_FILE},
    END_OPTIONS,
};

const Option print_options[] = {
    {OPTION_OUTPUT, 'o', "output", "FILE",  N_("write to FILE, not to standard output"), NULL, COMPLETE_FILE},
    {OPTION_PAPER,  0,   "paper",  "PAPER", N_("a4 or letter; the setting print.paper when not said"), "a4|letter", COMPLETE_NOTHING},
    {OPTION_SHEETS, 0,   "sheets", NULL,    N_("a sheet for the five questions, one for each person"), NULL, COMPLETE_NOTHING},
    {OPTION_FORCE,  0,   "force",  NULL,    N_("replace a FILE that exists"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option meet_options[] = {
    {OPTION_ANSWERS, 0,   "answers", "FILE", N_("what was said and decided, from a file; see prfaq-review(5)"), NULL, COMPLETE_FILE},
    {OPTION_IMPORT,  0,   "import",  "FILE", N_("take in what a reader noted elsewhere; may be said several times"), NULL, COMPLETE_FILE},
    {OPTION_EXPORT,  0,   "export",  "NAME", N_("what you noted, for a meeting elsewhere"), NULL, COMPLETE_PERSON},
    {OPTION_OUTPUT,  'o', "output",  "FILE", N_("write to FILE, not to standard output"), NULL, COMPLETE_FILE},
    {OPTION_FORCE,   0,   "force",   NULL,   N_("replace a FILE that exists"), NULL, COMPLETE_NOTHING},
    {OPTION_AGAIN,   0,   "again",   NULL,   N_("forget the meeting that was begun"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option rules_options[] = {
    {OPTION_DOCS, 0, "docs", NULL, NULL, NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option completion_options[] = {
    {OPTION_WORDS, 0, "words", NULL, NULL, NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option hook_options[] = {
    {OPTION_BLOCK,   0, "block",   NULL,    N_("stop a commit that has findings"), NULL, COMPLETE_NOTHING},
    {OPTION_FAIL_ON, 0, "fail-on", "LEVEL", N_("with --block: stop from this level on; error when not said"), "error|warning|info", COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option git_setup_options[] = {
    {OPTION_UNDO, 0, "undo", NULL, N_("take back what git was told"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option merge_options[] = {
    {OPTION_CHOOSE, 0,   "choose", "N=WHAT", N_("decide place N: yours, theirs, both, neither, open or own:WORDS; may be said several times"), NULL, COMPLETE_NOTHING},
    {OPTION_YOURS,  0,   "yours",  NULL,     N_("take yours wherever nothing is decided"), NULL, COMPLETE_NOTHING},
    {OPTION_YOURS,  0,   "ours",   NULL,     NULL, NULL, COMPLETE_NOTHING},
    {OPTION_THEIRS, 0,   "theirs", NULL,     N_("take theirs wherever nothing is decided"), NULL, COMPLETE_NOTHING},
    {OPTION_NOTE,   'm', "note",   "NOTE",   N_("what you want to say about this revision"), NULL, COMPLETE_NOTHING},
    {OPTION_UNDO,   0,   "undo",   NULL,     N_("forget the choices that were made"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option help_options[] = {
    {OPTION_ALL, 'a', "all", NULL, N_("list every command"), NULL, COMPLETE_NOTHING},
    {OPTION_MAN, 0,   "man", NULL, NULL, NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option adopt_options[] = {
    {OPTION_YES,   'y', "yes",   NULL, N_("take every section that is sure enough; ask nothing"), NULL, COMPLETE_NOTHING},
    {OPTION_UNDO,  0,   "undo",  NULL, N_("take the hidden comments out again"), NULL, COMPLETE_NOTHING},
    {OPTION_FORCE, 0,   "force", NULL, N_("also when it is not read as a PR/FAQ, or was made from a template"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option split_options[] = {
    {OPTION_YES, 'y', "yes", NULL, N_("take what is proposed; ask nothing"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option leave_options[] = {
    {OPTION_YES, 'y', "yes", NULL, N_("ask nothing"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option recover_options[] = {
    {OPTION_LIST,  0, "list",  NULL, N_("list what is kept"), NULL, COMPLETE_NOTHING},
    {OPTION_PRINT, 0, "print", NULL, N_("the recovered text, on standard output"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};

const Option tutorial_options[] = {
    {OPTION_DOC_LANG, 0, "lang",  "L",  N_("language of the tutorial: en or ko"), "en|ko", COMPLETE_NOTHING},
    {OPTION_AGAIN,    0, "again", NULL, N_("begin anew, beside the one you began"), NULL, COMPLETE_NOTHING},
    END_OPTIONS,
};
/* clang-format on */
