/* cli_commands.h: the functions behind the rows of the command table.
 *
 * Each reads its arguments from the Cli, calls the services, and adds what it has
 * to say to cli->out. */
#ifndef APP_CLI_COMMANDS_H
#define APP_CLI_COMMANDS_H

#include "app/cli.h"
#include "check/check.h"

bool command_accept(Cli *cli, Error *err);
bool command_adopt(Cli *cli, Error *err);
bool command_ask(Cli *cli, Error *err);
bool command_check(Cli *cli, Error *err);
bool command_completion(Cli *cli, Error *err);
bool command_config(Cli *cli, Error *err);
bool command_doctor(Cli *cli, Error *err);
bool command_deck(Cli *cli, Error *err);
bool command_diff(Cli *cli, Error *err);
bool command_export(Cli *cli, Error *err);
bool command_exercise(Cli *cli, Error *err);
bool command_five(Cli *cli, Error *err);
bool command_git_setup(Cli *cli, Error *err);
bool command_help(Cli *cli, Error *err);
bool command_hook(Cli *cli, Error *err);
bool command_init(Cli *cli, Error *err);
bool command_landed(Cli *cli, Error *err);
bool command_ready(Cli *cli, Error *err);
bool command_meet(Cli *cli, Error *err);
bool command_print(Cli *cli, Error *err);
bool command_list(Cli *cli, Error *err);
bool command_interview(Cli *cli, Error *err);
bool command_log(Cli *cli, Error *err);
bool command_lsp(Cli *cli, Error *err);
bool command_merge(Cli *cli, Error *err);
bool command_name(Cli *cli, Error *err);
bool command_new(Cli *cli, Error *err);
bool command_figures(Cli *cli, Error *err);
bool command_parts(Cli *cli, Error *err);
bool command_leave(Cli *cli, Error *err);
bool command_recover(Cli *cli, Error *err);
bool command_preview(Cli *cli, Error *err);
bool command_write(Cli *cli, Error *err);
/* The screens of cli_screen.c; `document` NULL: Home. */
bool screens_possible(const Cli *cli);
/* Plain lines in place of screens: --linear, PRFAQ_LINEAR=1, ui.linear, TERM=dumb. */
bool linear_wanted(const Cli *cli);
bool screens_run(Cli *cli, const char *document, Error *err);
/* The review of a document. */
bool screens_review(Cli *cli, const char *document, Str since, Error *err);
/* Its deck of questions; of one role, or empty: of everybody. */
bool screens_deck(Cli *cli, const char *document, Str role, Error *err);
/* A meeting about it. */
bool screens_meet(Cli *cli, const char *document, Error *err);
/* Its five questions. */
bool screens_five(Cli *cli, const char *document, Error *err);
/* Two drafts of a document, the other one that of a branch or revision; empty: what
 * git left between marks. */
bool screens_merge(Cli *cli, const char *document, Str other, Error *err);
/* The same for the document of the tutorial. */
bool screens_tutorial(Cli *cli, const char *document, Error *err);
bool command_questions(Cli *cli, Error *err);
bool command_reply(Cli *cli, Error *err);
bool command_remove(Cli *cli, Error *err);
bool command_rename(Cli *cli, Error *err);
bool command_restore(Cli *cli, Error *err);
bool command_resolve(Cli *cli, Error *err);
/* On a terminal the screen of a review, else its text. */
bool command_review(Cli *cli, Error *err);
bool command_rules(Cli *cli, Error *err);
/* The rule of that id; ERR_NOT_FOUND with the nearest one. */
const Rule *cli_rule(Str id, Error *err);
bool command_save(Cli *cli, Error *err);
bool command_split_faq(Cli *cli, Error *err);
bool command_suggest(Cli *cli, Error *err);
bool command_show(Cli *cli, Error *err);
bool command_template(Cli *cli, Error *err);
bool command_tour(Cli *cli, Error *err);
bool command_tutorial(Cli *cli, Error *err);
bool command_version(Cli *cli, Error *err);
bool command_who(Cli *cli, Error *err);
bool command_workshop(Cli *cli, Error *err);
/* `prfaq leave`, when somebody has just said yes to it. */
bool cli_leave(Cli *cli, Error *err);

#endif
