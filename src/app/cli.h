/* cli.h: the command line as data.
 *
 * One table of commands, one table of options a command. Parsing, help, man
 * pages and shell completion all read these tables, so they cannot disagree. */
#ifndef APP_CLI_H
#define APP_CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "app/session.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

typedef enum OptionId {
    OPTION_NONE,
    OPTION_FOLDER,
    OPTION_QUIET,
    OPTION_DRY_RUN,
    OPTION_JSON,
    OPTION_NO_INPUT,
    OPTION_COLOR,
    OPTION_LINEAR,
    OPTION_LANG, /* of the interface */
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_ALL,
    OPTION_TEMPLATE,
    OPTION_DOC_LANG,
    OPTION_TITLE,
    OPTION_NOTE,
    OPTION_TO,
    OPTION_OUTPUT,
    OPTION_HEADINGS,
    OPTION_FAIL_ON,
    OPTION_PROFILE,
    OPTION_JSON_LINES,
    OPTION_WITH,
    OPTION_EMAIL,
    OPTION_EXIT_CODE,
    OPTION_LIMIT,
    OPTION_SHOW_ORIGIN,
    OPTION_WORKSPACE,
    OPTION_MAN,
    OPTION_WORDS,
    OPTION_FORCE,
    OPTION_BLOCK,
    OPTION_STAGED,
    OPTION_NEW_SINCE,
    OPTION_NOW,
    OPTION_BASELINE_WRITE,
    OPTION_BASELINE_STALE,
    OPTION_REASON,
    OPTION_YES,
    OPTION_UNDO,
    OPTION_FORMAT,
    OPTION_RULE,
    OPTION_FIX,
    OPTION_DOCS,
    OPTION_LIST,
    OPTION_PRINT,
    OPTION_AGAIN,
    OPTION_CHOOSE,
    OPTION_HTML,
    OPTION_YOURS,
    OPTION_THEIRS,
    OPTION_PART,
    OPTION_QUOTE,
    OPTION_KIND,
    OPTION_OWNER,
    OPTION_DUE,
    OPTION_OVERRIDE,
    OPTION_MOVE,
    OPTION_SINCE,
    OPTION_READ,
    OPTION_FINDINGS,
    OPTION_UNTOUCHED,
    OPTION_REMOVE,
    OPTION_CONFIRM,
    OPTION_CHANGE,
    OPTION_WHO,
    OPTION_REVEAL,
    OPTION_KEEP,
    OPTION_ORIGIN,
    OPTION_ROLE,
    OPTION_TAG,
    OPTION_TOPIC,
    OPTION_AUDIENCE,
    OPTION_MATRIX,
    OPTION_CARD,
    OPTION_ANSWER,
    OPTION_CHANGED,
    OPTION_ASK,
    OPTION_PUT,
    OPTION_SKIP,
    OPTION_AGENDA,
    OPTION_GOAL,
    OPTION_ANSWERS,
    OPTION_PAPER,
    OPTION_IMPORT,
    OPTION_EXPORT,
    OPTION_SHEETS,
    OPTION_PORTFOLIO,
    OPTION_ADD,
    OPTION_DROP,
    OPTION_ID_COUNT,
} OptionId;

/* What the shell offers for a word. */
typedef enum Complete {
    COMPLETE_NOTHING,
    COMPLETE_FILE,
    COMPLETE_FOLDER,
    COMPLETE_DOCUMENT,
    COMPLETE_REVISION, /* of the document named before it */
    COMPLETE_TEMPLATE,
    COMPLETE_PERSON,
    COMPLETE_COMMAND,
    COMPLETE_SETTING,
    COMPLETE_RULE,
    COMPLETE_THREAD,     /* open ones; with --undo the others */
    COMPLETE_SUGGESTION, /* open ones of that kind */
} Complete;

typedef struct Option {
    OptionId id;
    char letter;         /* 0: none */
    const char *name;    /* "template" */
    const char *value;   /* "NAME"; NULL: a switch */
    const char *about;   /* N_(); NULL: hidden from help and completion */
    const char *choices; /* "html|md|txt", or NULL */
    Complete complete;
} Option;

typedef enum CommandGroup {
    GROUP_WRITE,
    GROUP_LOOK,
    GROUP_REVIEW,
    GROUP_WORKSHOP,
    GROUP_OTHER,
    GROUP_COUNT,
} CommandGroup;

typedef struct Example {
    const char *line;  /* "prfaq save lantern" */
    const char *about; /* N_() */
} Example;

typedef struct Cli Cli;

typedef struct CliCommand {
    const char *name;
    CommandGroup group;
    const char *usage; /* after the name; alternatives on lines of their own */
    const char *about; /* N_(): one line, no full stop */
    const char *text;  /* N_(): paragraphs, separated by empty lines */
    const Option *options;
    const Example *examples;
    /* Fails with an Error, whose code is the exit code; else Cli.status is. */
    bool (*run)(Cli *cli, Error *err);
    int min_args, max_args; /* -1: any number */
    const char *words;      /* choices of the first argument, for completion */
    Complete complete[3];   /* of the arguments; the last one repeats */
    unsigned char flags;
} CliCommand;

enum {
    COMMAND_JSON = 1,   /* takes --json */
    COMMAND_ALONE = 2,  /* settings that do not parse are nothing to it, or a finding */
    COMMAND_STRICT = 4, /* stops at settings that do not parse: it is about them */
};

/* End with a row whose name is NULL. */
const CliCommand *cli_commands(void);
const Option *cli_global_options(void);
/* The command of that name, or NULL. */
const CliCommand *cli_command(Str name);
const char *cli_group_name(CommandGroup group); /* translated */

typedef struct OptionUse {
    OptionId id;
    Str value; /* NUL-terminated; empty for a switch */
} OptionUse;

struct Cli {
    const char *program;       /* as it was called */
    const CliCommand *command; /* NULL: none was named */
    OptionUse *uses;           /* in order */
    size_t use_count, use_cap;
    Str *args; /* NUL-terminated, without the command */
    size_t arg_count, arg_cap;
    Arena arena; /* lives as long as the run */
    Session session;
    StrBuf out; /* what goes to standard output when the command ends */
    int status; /* 0, or 1 for the answer "no" */
};

/* Run the program; returns its exit code. */
int cli_main(int argc, char **argv);

/* --- cli_args.c --------------------------------------------------------- */

/*   argv   NULL-terminated, without the program's name; outlives *cli
 *   fails  ERR_USAGE: unknown word or option, a value missing, not one of the
 *          choices, too few or too many arguments. Options that were read before
 *          stay in *cli, so that --json is known */
bool cli_parse(Cli *cli, char *const *argv, Error *err);
bool cli_has(const Cli *cli, OptionId id);
/* The last value given; empty when there is none. */
Str cli_value(const Cli *cli, OptionId id);
/* Argument by position; empty when it was not given. */
Str cli_arg(const Cli *cli, size_t index);

/* "html|md|txt" as "html, md, txt". */
void cli_list_choices(const char *choices, char *out, size_t size);
/* ERR_USAGE with the nearest command in the hint; `word` is NUL-terminated. */
bool cli_unknown_command(Str word, Error *err);
/* Fails: "something is missing", with how the command is used. */
bool cli_words_missing(Cli *cli, Error *err);

/* --- cli_suggest.c ------------------------------------------------------ */

/* The word nearest to `typed`, or NULL when none is near: at most two letters
 * wrong, left out, added or exchanged, one in a word of up to four. */
const char *suggest_word(Str typed, const char *const *words, size_t count);

/* --- cli_output.c ------------------------------------------------------- */

/* Write to a file descriptor, all of it.
 *   fails  ERR_IO; a closed pipe has no message: its reader knows */
bool output_write(int fd, Str bytes, Error *err);
/* Descriptors 0 to 2 are open afterwards, so that no file becomes one of them.
 * A closed standard output still fails when it is written to. */
void output_secure(void);
/* To standard error, as text or as JSON. */
void output_error(const Error *err, bool json);
bool output_color(const Cli *cli);
int output_width(void);                 /* of the terminal; 80 when there is none */
bool input_is_terminal(const Cli *cli); /* may we ask? */
/* The next line a person types, without its end; false at the end of input. */
bool input_line(StrBuf *out);
/* One line for people who did not say --quiet. */
void output_note(Cli *cli, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* On standard error, over itself: how far a long look through history has come; 0: it
 * has ended, and nothing is left of it. */
void output_waiting(size_t commits);
/* Say that others are saving, and that this is why nothing happens. */
void output_turn(void);
/* `text` in lines of `width` cells at most, each indented; ends with LF. */
void output_wrapped(StrBuf *out, int indent, int width, Str text);
/* `text` and spaces up to `width` cells; at least one. */
void output_padded(StrBuf *out, Str text, int width);
/* Words of people, made visible and cut to `width` cells with the space. */
void output_cell(StrBuf *out, Str text, int width);
/* Lines beside lines, which begin at that column; `left` is no wider. */
void output_beside(StrBuf *out, Str left, Str right, int column);

#endif
