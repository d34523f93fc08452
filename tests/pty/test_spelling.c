/* test_spelling.c: words that are looked up by a program beside us. argv[1] is prfaq.
 *
 * The program is a script that knows three words to be wrong. Where hunspell and its
 * dictionaries are installed they are asked, too. */
#include "place.h"

#include "base/unicode.h"

/* "wrld" has suggestions, "밀까루" one, "zzyx" none; everything is written down. */
static const char fake[] =
    "mkdir bin dict && touch dict/en_US.aff dict/ko.aff && cat >bin/hunspell <<'END'\n"
    "#!/bin/sh\n"
    "echo \"$*\" >>\"$HOME/asked\"\n"
    "echo '@(#) fake'\n"
    "while read -r line; do\n"
    "  echo \"$line\" >>\"$HOME/asked\"\n"
    "  case $line in\n"
    "  ^wrld) echo '& wrld 2 1: world, weld' ;;\n"
    "  ^zzyx) echo '# zzyx 1' ;;\n"
    "  ^밀까루) echo '& 밀까루 1 1: 밀가루' ;;\n"
    "  *) echo '*' ;;\n"
    "  esac\n"
    "  echo\n"
    "done\n"
    "END\n"
    "chmod +x bin/hunspell";

static Vt *start_spelling(const Place *place, bool with_program)
{
    char home[128], path[256], dict[128], locale[4200], folder[96];
    const char *argv[] = {program, "write", "lantern", NULL};
    const char *env[] = {home, path, dict, locale, "PRFAQ_SPELLING=on", NULL};

    snprintf(home, sizeof home, "HOME=%s", place->home);
    snprintf(path, sizeof path, "PATH=%s/bin%s", place->folder,
             with_program ? ":/bin:/usr/bin" : "");
    snprintf(dict, sizeof dict, "DICPATH=%s/dict", place->folder);
    snprintf(locale, sizeof locale, "PRFAQ_LOCALEDIR=%s", place->locale);
    snprintf(folder, sizeof folder, "%s/ideas", place->folder);
    return vt_start(&(VtOptions){.argv = argv, .env = env, .folder = folder});
}

static int column_of(Vt *vt, int row, const char *word)
{
    StrBuf line = {0};

    vt_row_text(vt, row, &line);
    size_t at = str_find(strbuf_view(&line), str_from(word), 0);
    int col = at == STR_NONE ? -1 : unicode_width(str_slice(strbuf_view(&line), 0, at));
    strbuf_deinit(&line);
    return col;
}

/* A word is underlined once its answer has come. */
static bool is_underlined(Vt *vt, const char *word)
{
    for (int i = 0; i < 500; i++) {
        int row = vt_find_row(vt, word);
        int col = row < 0 ? -1 : column_of(vt, row, word);
        if (col >= 0 && vt_look(vt, row, col).underline)
            return true;
        vt_look_on(vt);
    }
    vt_print(vt);
    return false;
}

/* Asked again and again: with nothing to find no box can open under the keys. */
static bool finds_none(Vt *vt)
{
    for (int i = 0; i < 500; i++) {
        if (i % 10 == 0)
            vt_send(vt, STR("\033l"));
        vt_look_on(vt);
        if (vt_find_row(vt, "No misspelled word was found") >= 0)
            return true;
    }
    vt_print(vt);
    return false;
}

/* The word is known to be wrong; the box of the next one is its own. */
static void finds(Vt *vt, const char *word)
{
    char title[64];

    snprintf(title, sizeof title, "Spelling: \"%s\"", word);
    CHECK(is_underlined(vt, word));
    vt_send(vt, STR("\033l"));
    SEES(vt, title);
}

static void write_text(const Place *place, const char *text)
{
    StrBuf command = {0};
    strbuf_addf(&command, "printf '%s' >ideas/lantern.md", text);
    shell(place, strbuf_cstr(&command));
    strbuf_deinit(&command);
}

static void misspelled_words_are_found_mended_and_added(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, fake);
    write_text(&place, "# Lantern\\n\\n## Problem\\n\\nA wrld of 밀까루 and zzyx, "
                       "`wrld` prfaq2 http://wrld.example.\\n");
    Vt *vt = start_spelling(&place, true);
    SEES(vt, "A wrld of");
    vt_key(vt, "ctrl-home");
    finds(vt, "wrld");
    SEES(vt, "1  world");
    vt_send(vt, STR("1"));
    SEES(vt, "A world of");
    finds(vt, "밀까루");
    vt_key(vt, "enter");
    SEES(vt, "밀가루 and");
    finds(vt, "zzyx");
    vt_send(vt, STR("a"));
    SEES(vt, "\"zzyx\" is a word of the workspace now");
    CHECK(finds_none(vt));
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "cat ideas/.prfaq/words", text, sizeof text);
    CHECK_STRZ(text, "zzyx");
    output_of(&place, "git -C ideas log --format=%s -- .prfaq/words", text,
              sizeof text);
    CHECK_STRZ(text, "Word \"zzyx\"");
    output_of(&place, "git -C ideas status --porcelain", text, sizeof text);
    CHECK_STRZ(text, "");
    /* The arguments hold no word of the text; code, addresses and words with digits
     * were not asked for. */
    output_of(&place, "grep -c en_US home/asked", text, sizeof text);
    CHECK_STRZ(text, "1");
    output_of(&place, "grep -c 'prfaq2\\|http\\|example' home/asked || true", text,
              sizeof text);
    CHECK_STRZ(text, "0");
    place_remove(&place);
}

static void a_misspelled_word_is_underlined_and_the_one_being_typed_is_not(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, fake);
    write_text(&place, "# Lantern\\n\\n## Problem\\n\\nA wrld.\\n");
    Vt *vt = start_spelling(&place, true);
    SEES(vt, "A wrld.");
    CHECK(is_underlined(vt, "wrld"));
    int row = vt_find_row(vt, "A wrld."), col = column_of(vt, row, "wrld");
    CHECK(vt_look(vt, row, col).underline);
    CHECK(vt_look(vt, row, col + 3).underline);
    CHECK(!vt_look(vt, row, col - 1).underline);
    CHECK(!vt_look(vt, row, col + 4).underline);
    vt_stop(vt);
    place_remove(&place);
}

static void what_is_missing_is_said_once(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, "mkdir bin");
    write_text(&place, "# Lantern\\n\\n## Problem\\n\\nA wrld.\\n");
    Vt *vt = start_spelling(&place, false);
    SEES(vt, "hunspell is not installed");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    vt = start_spelling(&place, false);
    SEES(vt, "A wrld.");
    SEES(vt, "check");
    CHECK(vt_find_row(vt, "hunspell") < 0);
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    place_remove(&place);
}

static void a_program_that_dies_stops_nothing(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place,
          "mkdir bin dict && touch dict/en_US.aff && "
          "printf '#!/bin/sh\\nexit 1\\n' >bin/hunspell && chmod +x bin/hunspell");
    write_text(&place, "# Lantern\\n\\n## Problem\\n\\nA wrld.\\n");
    Vt *vt = start_spelling(&place, true);
    SEES(vt, "hunspell has ended");
    vt_type(vt, "still here ");
    SEES(vt, "still here");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_stop(vt);
    place_remove(&place);
}

static void the_real_program_knows_both_languages(void **state)
{
    (void)state;
    if (access("/usr/bin/hunspell", X_OK) != 0 ||
        access("/usr/share/hunspell/ko.aff", R_OK) != 0 ||
        access("/usr/share/hunspell/en_US.aff", R_OK) != 0)
        skip();
    Place place = place_new();
    shell(&place, "mkdir bin dict");
    write_text(&place, "# Lantern\\n\\n## Problem\\n\\nBakers recieve 밀까루를 and "
                       "빵집은 좋다.\\n");
    Vt *vt = start_spelling(&place, true);
    SEES(vt, "Bakers recieve");
    vt_key(vt, "ctrl-home");
    finds(vt, "recieve");
    SEES(vt, "receive");
    vt_send(vt, STR("1"));
    SEES(vt, "Bakers receive");
    finds(vt, "밀까루를");
    SEES(vt, "밀가루를");
    vt_send(vt, STR("i"));
    CHECK(finds_none(vt));
    vt_stop(vt);
    place_remove(&place);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(misspelled_words_are_found_mended_and_added),
        TEST(a_misspelled_word_is_underlined_and_the_one_being_typed_is_not),
        TEST(what_is_missing_is_said_once),
        TEST(a_program_that_dies_stops_nothing),
        TEST(the_real_program_knows_both_languages),
    };

    static char absolute[4096];
    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
