/* cli_help.h: help and man pages, printed from the tables of cli.h. */
#ifndef APP_CLI_HELP_H
#define APP_CLI_HELP_H

#include "app/cli.h"

typedef struct ExitCode {
    const char *code;
    const char *about; /* N_() */
} ExitCode;

/* Ends with a row whose code is NULL. */
const ExitCode *help_exit_codes(void);

void help_program(StrBuf *out, bool all);
void help_command(StrBuf *out, const CliCommand *command);
/* "-o, --output FILE"; the column of the letter stays empty without one. */
void help_option_words(const Option *option, StrBuf *out);
/* Calls `add` for every paragraph; they are separated by an empty line. */
void help_paragraphs(const char *text, StrBuf *out,
                     void (*add)(StrBuf *out, Str paragraph));

/* troff for man(1): of a command, or of the program for NULL. */
void manual_page(StrBuf *out, const CliCommand *command);
void manual_settings(StrBuf *out); /* prfaq-config(5) */
void manual_rules(StrBuf *out);    /* prfaq-rules(7) */
void manual_review(StrBuf *out);   /* prfaq-review(5) */

#endif
