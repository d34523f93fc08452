#include "store/config.h"

#include "check.h"
#include "scratch.h"

/* Each is given to `git config -f FILE -z --list` as well: what git reads is
 * what is expected, and what git refuses must be refused. */
static const char *const inputs[] = {
    "[a]\nb = c # x\n",
    "[a]\nb = \"c # x\"  ; y\n",
    "[a \"B\\\"c\"]\nk\n",
    "[a.B]\nk=1\n",
    "[a]b=1\n",
    "[a] b=1\n[c]d=2\n",
    "[a]\nb = x\\\n  y\n",
    "[a]\nb = \"x\\\n  y\"\n",
    "[a]\nb = x  y\t z  \n",
    "[a]\nb = x\\ty\n",
    "[a]\nb = x\\qy\n",
    "[a]\nb = \"x\n",
    "[a]\nb = \"x",
    "b = 1\n",
    "x\n",
    "[a]\n1b=1\n",
    "[a]\n-b=1\n",
    "[a]\nb-c=1\n",
    "[a]\nb_c=1\n",
    "[a \"x\"]\nK = V\n",
    "[A \"X\"]\nK = V\n",
    "\xef\xbb\xbf[a]\nb=1\r\n",
    "[a]\nb=1\r\nc=x\\\r\ny\r\n",
    "[a]\nb = \"\"\n",
    "[a]\nb =\n",
    "[a]\nb",
    "[a]\nb ; c\n",
    "[a]\nb = x\" y \"z\n",
    "[a]\nb = \"  x  \"  \n",
    "[]\nb=1\n",
    "[a\nb=1\n",
    "[a",
    "[a \"x]\nb=1\n",
    "[a  \t\"x\"]\nb=1\n",
    "[a\"x\"]\nb=1\n",
    "[a \"x\" ]\nb=1\n",
    "[a \"x\"",
    "[ a]\nb=1\n",
    "[a ]\nb=1\n",
    "[a \"\"]\nb=1\n",
    "[-a]\nb=1\n",
    "[a_b]\nc=1\n",
    "[a]\n\tb\t=\tv\tw\n",
    "[a]\nb=\\\n",
    "[a]\nb=x\\",
    "[a]\nb=x #y\\\nz=1\n",
    "[a] # c\nb=1\n",
    "[a] ; c\n[c]d=1\n",
    "[a]\nb = \\\"x\\\"\n",
    "[a \"x\\y\"]\nb=1\n",
    "[a \"x\\\\y\"]\nb=1\n",
    "[a.b \"c\"]\nd=1\n",
    "[a]\nb c\n",
    "[a \"x\ny\"]\nb=1\n",
    "[a]\nb=1 \\\n \n",
    "[a]\n b = \xed\x95\x9c\xea\xb8\x80 \xf0\x9f\x98\x80\n",
    "[a]\nb=\\b\\n\\t\n",
    "[a]\nb=x \\\n # y\n",
    "[a.]\nb=1\n",
    "[.a]\nb=1\n",
    "[a..b]\nc=1\n",
    "[a]\nb=x\r\r\n",
    "[a]\nb=x\ry\n",
    "[a]\nb= \v x\f\n",
    "\n\n;c\n#d\n",
    "",
    "[a]\nb:1\n",
    "[a]\nb=1\nB=2\n[A]\nb=3\n",
    "]\n",
    "=1\n",
    "[person \"Mina Park\"]\n\temail = mina@example.com\n\tinitials = MP\n",
    "[a \"\xed\x95\x9c]\"]\nb=1\n",
    "[a]\nb=x\\\\\n",
    "[a]\nb=\"x\\\"y\"\n",
    "[a]\nb = 1 ;c\n\n\n[b]\n\tc\n",
};

/* As `git config -z --list` prints it: name LF value NUL; no value, no LF. */
static void print_as_git(const Config *config, Str git, StrBuf *out)
{
    for (size_t i = 0; i < config->count; i++) {
        const Setting *s = &config->items[i];
        strbuf_add(out, s->name);
        /* git tells a key without "=" apart; we call it "true". */
        Str seen = str_slice(git, out->len, git.len);
        bool bare =
            seen.len > 0 && seen.ptr[0] == '\0' && str_eq(s->value, STR("true"));
        if (!bare) {
            strbuf_addc(out, '\n');
            strbuf_add(out, s->value);
        }
        strbuf_addc(out, '\0');
    }
}

static void write_bytes(const char *path, Str bytes)
{
    FILE *f = fopen(path, "wb");
    CHECK(f != NULL);
    CHECK_INT(fwrite(bytes.ptr, 1, bytes.len, f), bytes.len);
    fclose(f);
}

static void files_are_read_as_git_reads_them(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        Arena a = {0};
        Config config = {0};
        Error err = {0};
        StrBuf git = {0}, ours = {0};
        write_bytes("c", str_from(inputs[i]));
        bool git_reads = system("git config -f c -z --list >out 2>/dev/null") == 0;
        bool we_read = config_parse(str_from(inputs[i]), STR("c"), &a, &config, &err);
        if (git_reads != we_read)
            print_error("input %zu: %s\n%s\n", i, inputs[i], err.message);
        CHECK_INT(we_read, git_reads);
        CHECK(file_read("out", 100000, &git, NULL));
        print_as_git(&config, strbuf_view(&git), &ours);
        if (git_reads)
            CHECK_STR(strbuf_view(&ours), strbuf_view(&git));
        else
            CHECK_INT(err.code, ERR_INVALID);
        strbuf_deinit(&git);
        strbuf_deinit(&ours);
        arena_deinit(&a);
    }
    scratch_leave(&s);
}

static void an_error_names_file_and_line_and_adds_nothing(void **state)
{
    Arena a = {0};
    Config config = {0};
    Error err = {0};
    (void)state;
    CHECK(config_parse(STR("[ui]\nlang = ko\n"), STR("one"), &a, &config, &err));
    CHECK(
        !config_parse(STR("[ui]\nlang = en\n\nx y\n"), STR("two"), &a, &config, &err));
    CHECK_STRZ(err.message, "two:4: a setting needs '=' after its name");
    CHECK(!config_parse(STR("[ui]\nlang = \"en\n"), STR("two"), &a, &config, &err));
    CHECK_STRZ(err.message, "two:2: a quotation mark is missing");
    CHECK(!config_parse(STR("[ui]\0"), STR("two"), &a, &config, &err));
    CHECK_INT(err.code, ERR_INVALID);
    CHECK_INT(config.count, 1);
    CHECK_STR(config.items[0].origin, STR("one"));
    CHECK_INT(config.items[0].line, 2);
    arena_deinit(&a);
}

static void the_last_value_wins(void **state)
{
    Arena a = {0};
    Config config = {0};
    Str value = {0};
    (void)state;
    CHECK(config_parse(STR("[UI]\nLang=ko\n[limit \"pr-max\"]\nen=500\n"), STR("1"), &a,
                       &config, NULL));
    CHECK(config_parse(STR("[ui]\nlang=en\n[limit \"PR-max\"]\nen=9\n"), STR("2"), &a,
                       &config, NULL));
    CHECK(config_get(&config, STR("ui.LANG"), &value));
    CHECK_STR(value, STR("en"));
    CHECK(config_get(&config, STR("limit.pr-max.en"), &value));
    CHECK_STR(value, STR("500"));
    CHECK(!config_get(&config, STR("ui.theme"), &value));
    arena_deinit(&a);
}

static void switches_are_on_or_off(void **state)
{
    Arena a = {0};
    Config c = {0};
    (void)state;
    CHECK(config_parse(STR("[a]\nb\nc=Yes\nd=off\ne=\nf=perhaps\n"), STR("1"), &a, &c,
                       NULL));
    CHECK(config_get_bool(&c, STR("a.b"), false));
    CHECK(config_get_bool(&c, STR("a.c"), false));
    CHECK(!config_get_bool(&c, STR("a.d"), true));
    CHECK(!config_get_bool(&c, STR("a.e"), true));
    CHECK(config_get_bool(&c, STR("a.f"), true));
    CHECK(!config_get_bool(&c, STR("a.g"), false));
    arena_deinit(&a);
}

static void subsections_come_once_and_in_order(void **state)
{
    Arena a = {0};
    Config c = {0};
    const Str *names = NULL;
    (void)state;
    CHECK(
        config_parse(STR("[person \"B. C\"]\nx=1\n[person \"A\"]\nx=1\n[person]\ny=1\n"
                         "[other \"O\"]\nx=1\n[person \"B. C\"]\ny=1\n"),
                     STR("1"), &a, &c, NULL));
    CHECK_INT(config_subsections(&c, STR("person"), &a, &names), 2);
    CHECK_STR(names[0], STR("B. C"));
    CHECK_STR(names[1], STR("A"));
    arena_deinit(&a);
}

static void a_missing_file_is_no_error(void **state)
{
    Scratch s;
    Arena a = {0};
    Config c = {0};
    Error err = {0};
    Str value = {0};
    (void)state;
    scratch_enter(&s);
    CHECK(config_load("none", &a, &c, &err));
    CHECK_INT(c.count, 0);
    CHECK(!config_load(".", &a, &c, &err));
    CHECK_INT(err.code, ERR_IO);
    write_text("c", "[ui]\nlang = ko\n");
    CHECK(config_load("c", &a, &c, &err));
    CHECK(config_get(&c, STR("ui.lang"), &value));
    CHECK_STR(value, STR("ko"));
    arena_deinit(&a);
    scratch_leave(&s);
}

RUN_TESTS(TEST(files_are_read_as_git_reads_them),
          TEST(an_error_names_file_and_line_and_adds_nothing),
          TEST(the_last_value_wins), TEST(switches_are_on_or_off),
          TEST(subsections_come_once_and_in_order), TEST(a_missing_file_is_no_error))
