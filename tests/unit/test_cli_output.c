#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/cli.h"
#include "base/message.h"
#include "check.h"

static void wrapped_lines_keep_within_the_width(void **state)
{
    (void)state;
    StrBuf out = {0};

    output_wrapped(&out, 2, 12, STR("one two three four  five"));
    CHECK_STR(strbuf_view(&out), STR("  one two\n  three four\n  five\n"));
    strbuf_clear(&out);
    output_wrapped(&out, 0, 4, STR("unbreakable word"));
    CHECK_STR(strbuf_view(&out), STR("unbreakable\nword\n"));
    strbuf_clear(&out);
    output_wrapped(&out, 0, 10, STR("어절마다 줄을 바꾼다"));
    CHECK_STR(strbuf_view(&out), STR("어절마다\n줄을\n바꾼다\n"));
    strbuf_deinit(&out);
}

static void cells_are_cut_at_characters_and_made_visible(void **state)
{
    (void)state;
    StrBuf out = {0};

    output_cell(&out, STR("abc"), 6);
    output_cell(&out, STR("한글 문서 이름"), 10);
    output_cell(&out, STR("a\x1b[31m"), 8);
    CHECK_STR(strbuf_view(&out), STR("abc   한글 문.. a^[[31m "));
    strbuf_deinit(&out);
}

static void output_that_cannot_be_written_is_an_error(void **state)
{
    (void)state;
    Error err = {0};
    int full = open("/dev/full", O_WRONLY);
    int pipe_ends[2];

    CHECK(full >= 0);
    CHECK(!output_write(full, STR("words"), &err));
    CHECK_INT(err.code, ERR_IO);
    CHECK(err.message[0] != '\0');
    close(full);

    /* A reader that has gone knows it: no words about it. */
    CHECK(pipe(pipe_ends) == 0);
    close(pipe_ends[0]);
    CHECK(!output_write(pipe_ends[1], STR("words"), &err));
    CHECK_INT(err.code, ERR_PIPE);
    CHECK_STRZ(err.message, "");
    close(pipe_ends[1]);
}

static Cli with_color(const char *word)
{
    static OptionUse use;

    use = (OptionUse){OPTION_COLOR, str_from(word)};
    return (Cli){.uses = &use, .use_count = word ? 1 : 0};
}

static void the_order_of_what_decides_about_colour(void **state)
{
    (void)state;
    Cli always = with_color("always");

    setenv("NO_COLOR", "1", 1);
    CHECK(output_color(&always));
    Cli unsaid = with_color(NULL);
    setenv("PRFAQ_COLOR", "always", 1);
    CHECK(output_color(&unsaid));
    setenv("PRFAQ_COLOR", "never", 1);
    unsetenv("NO_COLOR");
    setenv("FORCE_COLOR", "1", 1);
    CHECK(!output_color(&unsaid));
    unsetenv("PRFAQ_COLOR");
    CHECK(output_color(&unsaid));
    setenv("NO_COLOR", "1", 1);
    CHECK(!output_color(&unsaid));
    unsetenv("NO_COLOR");
    unsetenv("FORCE_COLOR");
    setenv("TERM", "dumb", 1);
    CHECK(!output_color(&unsaid));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(wrapped_lines_keep_within_the_width),
        TEST(cells_are_cut_at_characters_and_made_visible),
        TEST(output_that_cannot_be_written_is_an_error),
        TEST(the_order_of_what_decides_about_colour),
    };

    message_init("en", NULL);
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
