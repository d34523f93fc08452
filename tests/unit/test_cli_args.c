#include <string.h>

#include "app/cli.h"
#include "check.h"

enum { WORDS = 12 };

/* Parse a line; words are separated by single spaces. */
static bool parse(Cli *cli, char *line, Error *err)
{
    char *argv[WORDS + 1] = {0};
    int count = 0;

    *cli = (Cli){0};
    for (char *at = line; at && count < WORDS; count++) {
        argv[count] = at;
        at = strchr(at, ' ');
        if (at)
            *at++ = '\0';
    }
    return cli_parse(cli, argv, err);
}

#define PARSE(cli, line, err) parse((cli), (char[]){line}, (err))

static void words_and_options_mix(void **state)
{
    (void)state;
    Cli cli;
    Error err = {0};

    CHECK(PARSE(&cli, "-q save --note=Done lantern --no-input", &err));
    CHECK_STRZ(cli.command->name, "save");
    CHECK_STR(cli_arg(&cli, 0), STR("lantern"));
    CHECK_STR(cli_value(&cli, OPTION_NOTE), STR("Done"));
    CHECK(cli_has(&cli, OPTION_QUIET));
    CHECK(cli_has(&cli, OPTION_NO_INPUT));
    CHECK(!cli_has(&cli, OPTION_JSON));
    CHECK_STR(cli_arg(&cli, 1), STR(""));
    arena_deinit(&cli.arena);
}

static void letters_can_stand_together(void **state)
{
    (void)state;
    Cli cli;
    Error err = {0};

    CHECK(PARSE(&cli, "save -qnmDone lantern", &err));
    CHECK(cli_has(&cli, OPTION_QUIET));
    CHECK(cli_has(&cli, OPTION_DRY_RUN));
    CHECK_STR(cli_value(&cli, OPTION_NOTE), STR("Done"));
    arena_deinit(&cli.arena);
}

static void after_two_dashes_all_are_words(void **state)
{
    (void)state;
    Cli cli;
    Error err = {0};

    CHECK(PARSE(&cli, "check -- --all -", &err));
    CHECK_INT(cli.arg_count, 2);
    CHECK_STR(cli_arg(&cli, 0), STR("--all"));
    CHECK_STR(cli_arg(&cli, 1), STR("-"));
    CHECK(!cli_has(&cli, OPTION_ALL));
    arena_deinit(&cli.arena);
}

static void the_last_value_counts(void **state)
{
    (void)state;
    Cli cli;
    Error err = {0};

    CHECK(PARSE(&cli, "save lantern -m one -m two", &err));
    CHECK_STR(cli_value(&cli, OPTION_NOTE), STR("two"));
    arena_deinit(&cli.arena);
}

static void lang_means_the_interface_before_new_and_the_document_after(void **state)
{
    (void)state;
    Cli cli;
    Error err = {0};

    CHECK(PARSE(&cli, "--lang en new lantern --lang ko", &err));
    CHECK_STR(cli_value(&cli, OPTION_LANG), STR("en"));
    CHECK_STR(cli_value(&cli, OPTION_DOC_LANG), STR("ko"));
    arena_deinit(&cli.arena);
}

static void refuse(const char *line, const char *message, const char *hint)
{
    Cli cli;
    Error err = {0};
    char copy[200];

    snprintf(copy, sizeof copy, "%s", line);
    CHECK(!parse(&cli, copy, &err));
    CHECK_INT(err.code, ERR_USAGE);
    CHECK_STRZ(err.message, message);
    CHECK_STRZ(err.hint, hint);
    arena_deinit(&cli.arena);
}

static void mistakes_are_named_with_the_way_out(void **state)
{
    (void)state;
    refuse("sve lantern", "there is no command \"sve\"", "Did you mean \"save\"?");
    refuse("frobnicate", "there is no command \"frobnicate\"",
           "All commands: prfaq help --all");
    refuse("save lantern --nte x", "there is no option \"--nte\"",
           "Did you mean --note?");
    refuse("save lantern -x", "there is no option \"-x\"", "See: prfaq save --help");
    refuse("save lantern --note", "--note needs a value: NOTE",
           "See: prfaq save --help");
    refuse("save", "something is missing: prfaq save DOC [-m NOTE]",
           "See: prfaq save --help");
    refuse("save a b", "\"b\" is one word too many", "See: prfaq save --help");
    refuse("export a --to pdf", "\"pdf\" is no value of --to",
           "Choose one of: html, md, txt");
    refuse("save a --quiet=1", "--quiet takes no value", "See: prfaq save --help");
    refuse("preview a --json", "prfaq preview has no machine output",
           "See: prfaq preview --help");
}

static void help_wins_over_every_mistake(void **state)
{
    (void)state;
    Cli cli;
    Error err = {0};

    CHECK(PARSE(&cli, "save --nonsense -h", &err));
    CHECK(cli_has(&cli, OPTION_HELP));
    CHECK_STRZ(cli.command->name, "save");
    arena_deinit(&cli.arena);
}

static void json_after_a_mistake_is_known(void **state)
{
    (void)state;
    Cli cli;
    Error err = {0};

    CHECK(!PARSE(&cli, "save --nonsense lantern --json", &err));
    CHECK(cli_has(&cli, OPTION_JSON));
    arena_deinit(&cli.arena);
}

/* The tables: what help, manual and completion lean on. */
static void every_row_is_complete(void **state)
{
    (void)state;
    for (const CliCommand *c = cli_commands(); c->name; c++) {
        CHECK(c->usage && c->about && c->text && c->options && c->examples && c->run);
        CHECK(c->examples->line);
        CHECK(cli_command(str_from(c->name)) == c);
        for (const Option *o = c->options; o->id != OPTION_NONE; o++)
            CHECK(o->name);
    }
    for (const Option *o = cli_global_options(); o->id != OPTION_NONE; o++)
        CHECK(o->name || o->letter);
}

RUN_TESTS(TEST(words_and_options_mix), TEST(letters_can_stand_together),
          TEST(after_two_dashes_all_are_words), TEST(the_last_value_counts),
          TEST(lang_means_the_interface_before_new_and_the_document_after),
          TEST(mistakes_are_named_with_the_way_out), TEST(help_wins_over_every_mistake),
          TEST(json_after_a_mistake_is_known), TEST(every_row_is_complete))
