#include "desk.h"

#include "app/keep.h"
#include "ui/cmd.h"
#include "ui/update.h"

typedef struct Writing {
    Desk desk;
    Keep *keep;
    Model model;
} Writing;

static Msg read_file(Writing *w)
{
    StrBuf bytes = {0};

    CHECK(file_read("lantern.md", FILE_MAX, &bytes, &w->desk.err));
    Msg msg = {.type = MSG_OPENED,
               .path = w->desk.ref.path,
               .name = w->desk.ref.name,
               .bytes = arena_str(&w->desk.arena, strbuf_view(&bytes)),
               .who = STR("Mina Park"),
               .tracked = true};
    strbuf_deinit(&bytes);
    return msg;
}

/* The document is opened by a session of its own. */
static Msg open_again(Writing *w, bool take_over)
{
    Msg msg = read_file(w);

    w->keep = keep_new(&w->desk.session);
    keep_open(w->keep, &w->desk.ref, &w->desk.arena, take_over, &msg);
    model_init(&w->model, session_library(&w->desk.session), 24, 80);
    w->model.started_with_document = true;
    update(&w->model, &msg);
    return msg;
}

static void close_session(Writing *w)
{
    keep_free(w->keep);
    model_deinit(&w->model);
}

static void type(Writing *w, const char *words)
{
    editor_insert(&w->model, str_from(words));
    keep_frame(w->keep, &w->model);
}

static void what_is_typed_is_in_a_journal_after_the_frame(void **state)
{
    (void)state;
    Writing w;

    desk_open(&w.desk);
    open_again(&w, false);
    CHECK_OUTPUT("0", "ls .git/prfaq/journal 2>/dev/null | wc -l");
    CHECK_INT(keep_wait_ms(w.keep), -1); /* nothing to do until a key */
    type(&w, "More ");
    CHECK_OUTPUT("1", "grep -l 'More ' .git/prfaq/journal/* | wc -l");
    CHECK(keep_wait_ms(w.keep) >= 0);
    CHECK(keep_flush(w.keep, &w.model));
    close_session(&w); /* as a crash: the journal stays */
    Msg msg = open_again(&w, false);
    CHECK(msg.recovered != NULL);
    CHECK_STR(msg.recovered->text, STR("More Words.\n"));
    CHECK_STR(msg.recovered->person, STR("Mina Park"));
    CHECK(msg.recovered->known && !msg.recovered->live);
    close_session(&w);
    desk_close(&w.desk);
}

static void a_revision_ends_the_journal(void **state)
{
    (void)state;
    Writing w;

    desk_open(&w.desk);
    open_again(&w, false);
    type(&w, "More ");
    keep_saved(w.keep);
    CHECK_OUTPUT("0", "ls .git/prfaq/journal | wc -l");
    close_session(&w);
    desk_close(&w.desk);
}

static void a_second_session_is_told_of_the_first(void **state)
{
    (void)state;
    Writing first, second;

    desk_open(&first.desk);
    open_again(&first, false);
    second.desk = first.desk;
    second.desk.arena = (Arena){0};
    Msg msg = open_again(&second, false);
    CHECK(msg.held.set && msg.held.here);
    CHECK_STR(msg.held.person, STR("Mina Park"));
    CHECK(keep_may_write(first.keep, &first.desk.err));
    CHECK(!keep_may_write(second.keep, &second.desk.err));
    close_session(&second);
    close_session(&first);
    /* A lease whose holder is gone holds nobody. */
    msg = open_again(&second, false);
    CHECK(!msg.held.set);
    close_session(&second);
    arena_deinit(&second.desk.arena);
    desk_close(&first.desk);
}

static void
taking_over_offers_the_words_of_the_first_which_goes_on_keeping(void **state)
{
    (void)state;
    Writing first, second;

    desk_open(&first.desk);
    open_again(&first, false);
    type(&first, "Mine ");
    second.desk = first.desk;
    second.desk.arena = (Arena){0};
    Msg msg = open_again(&second, true);
    CHECK(!msg.held.set);
    CHECK(msg.recovered && msg.recovered->live);
    CHECK_STR(msg.recovered->text, STR("Mine Words.\n"));
    CHECK(keep_may_write(second.keep, &second.desk.err));
    CHECK(!keep_may_write(first.keep, &first.desk.err));
    CHECK_INT(first.desk.err.code, ERR_STATE);
    type(&first, "still ");
    CHECK(keep_flush(first.keep, &first.model));
    keep_close(first.keep, &first.model);
    close_session(&first);
    CHECK_OUTPUT("1", "grep -l 'still ' .git/prfaq/journal/* | wc -l");
    close_session(&second);
    msg = open_again(&second, false);
    CHECK(msg.recovered != NULL);
    CHECK_STR(msg.recovered->text, STR("Mine still Words.\n"));
    close_session(&second);
    arena_deinit(&second.desk.arena);
    desk_close(&first.desk);
}

RUN_TESTS(TEST(what_is_typed_is_in_a_journal_after_the_frame),
          TEST(a_revision_ends_the_journal),
          TEST(a_second_session_is_told_of_the_first),
          TEST(taking_over_offers_the_words_of_the_first_which_goes_on_keeping))
