/* test_outside.c: the file changes under the editor, at random. argv[1] is prfaq.
 *
 * A schedule types words, saves, closes, and lets other programs and a second editor
 * at the file. Every word that was typed must be in the file or in a revision at the
 * end, and every word that others left in the file must still be there.
 * PRFAQ_SCHEDULES is how many are run, from PRFAQ_SEED on. */
#include "../unit/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vt.h"

enum { WORDS_MAX = 64, STEPS = 9, SCHEDULES = 4, POLLS = 500 };

static const char *program;

typedef struct Run {
    char folder[64];
    uint32_t seed;
    Vt *vt;
    char typed[WORDS_MAX][16];
    int typed_count;
    int words;    /* so far, of everybody */
    bool dropped; /* a choice had to leave words out */
} Run;

static uint32_t random_below(Run *r, uint32_t limit)
{
    r->seed = r->seed * 1664525u + 1013904223u;
    return (r->seed >> 8) % limit;
}

static void shell(const Run *r, const char *command)
{
    StrBuf line = {0};

    strbuf_addf(&line,
                "cd %s/ideas && export HOME=%s GIT_CONFIG_NOSYSTEM=1 && { %s; } "
                ">/dev/null 2>&1",
                r->folder, r->folder, command);
    CHECK_INT(system(strbuf_cstr(&line)), 0);
    strbuf_deinit(&line);
}

static bool holds(const Run *r, const char *command, const char *word)
{
    StrBuf line = {0};

    strbuf_addf(&line, "cd %s/ideas && { %s; } 2>/dev/null | grep -q %s", r->folder,
                command, word);
    int status = system(strbuf_cstr(&line));
    strbuf_deinit(&line);
    return status == 0;
}

/* -- the editor ----------------------------------------------------------- */

static Vt *open_editor(const Run *r)
{
    char home[128], locale[4200], folder[96];
    const char *locales = getenv("PRFAQ_LOCALEDIR");
    const char *argv[] = {program, "write", "lantern", NULL};
    const char *env[] = {home, locale, "TZ=UTC", NULL};

    snprintf(home, sizeof home, "HOME=%s", r->folder);
    snprintf(locale, sizeof locale, "PRFAQ_LOCALEDIR=%s", locales ? locales : "");
    snprintf(folder, sizeof folder, "%s/ideas", r->folder);
    return vt_start(&(VtOptions){.argv = argv, .env = env, .folder = folder});
}

/* Wait until one of these is on the screen.
 *   returns  which; -1 after the deadline */
static int see(Vt *vt, const char *const *texts)
{
    for (int poll = 0; poll < POLLS; poll++) {
        for (int i = 0; texts[i]; i++)
            if (vt_find_row(vt, texts[i]) >= 0)
                return i;
        vt_rest(vt);
    }
    vt_print(vt);
    return -1;
}

static void see_text(Vt *vt, const char *text)
{
    const char *const texts[] = {text, NULL};

    CHECK_INT(see(vt, texts), 0);
}

/* What was said before goes with the next key. */
static void clear_notice(Vt *vt)
{
    vt_key(vt, "ctrl-home");
    CHECK(vt_wait_gone(vt, "Saved revision") && vt_wait_gone(vt, "Nothing new") &&
          vt_wait_gone(vt, "Together now") && vt_wait_gone(vt, "Somebody has taken") &&
          vt_wait_gone(vt, "in yours already"));
}

static void press_until_it_changes(Vt *vt, const char *key)
{
    StrBuf before = {0}, now = {0};

    vt_row_text(vt, 0, &before);
    vt_key(vt, key);
    for (int poll = 0; poll < POLLS; poll++) {
        strbuf_clear(&now);
        vt_row_text(vt, 0, &now);
        if (!str_eq(strbuf_view(&before), strbuf_view(&now)))
            break;
        vt_rest(vt);
    }
    strbuf_deinit(&before);
    strbuf_deinit(&now);
}

/* Both changes where that is possible, else the ones of this editor. */
static void decide(Run *r)
{
    for (int i = 0; i < WORDS_MAX && vt_find_row(r->vt, "to decide") == 0; i++) {
        vt_type(r->vt, "3");
        for (int poll = 0; poll < 5; poll++)
            vt_rest(r->vt);
        if (vt_find_row(r->vt, "Not possible") >= 0) {
            vt_type(r->vt, "1");
            r->dropped = true;
        }
        press_until_it_changes(r->vt, "enter");
    }
}

static void put_together(Run *r)
{
    static const char *const after[] = {"to decide", "Together now", "in yours already",
                                        "again as it was", NULL};

    vt_type(r->vt, "1");
    int seen = see(r->vt, after);
    CHECK(seen >= 0);
    if (seen == 0)
        decide(r);
}

/* What is said of a take-over may come before the box that asks. */
static void take_over_again(Run *r)
{
    for (int poll = 0; poll < 10; poll++)
        vt_rest(r->vt);
    if (vt_find_row(r->vt, "is open elsewhere") >= 0)
        vt_type(r->vt, "2");
    CHECK(vt_wait_gone(r->vt, "is open elsewhere"));
}

/* Save, whatever is asked on the way. */
static void save(Run *r)
{
    static const char *const after[] = {"Saved revision",
                                        "Nothing new",
                                        " The file changed outside ",
                                        " The file is no longer there ",
                                        "is open elsewhere",
                                        "Somebody has taken",
                                        NULL};

    for (int i = 0; i < 8; i++) {
        clear_notice(r->vt);
        vt_key(r->vt, "ctrl-s");
        int seen = see(r->vt, after);
        CHECK(seen >= 0);
        if (seen <= 1)
            return;
        if (seen == 2)
            put_together(r);
        else if (seen == 3)
            vt_type(r->vt, "1"); /* again in the same place */
        else
            take_over_again(r);
        if (seen < 4)
            CHECK(vt_wait_gone(r->vt, after[seen]));
    }
    vt_print(r->vt);
    CHECK(!"saving comes to an end");
}

static void type_word(Run *r, Vt *vt)
{
    char *word = r->typed[r->typed_count++];
    char text[32];

    snprintf(word, sizeof r->typed[0], "Typed%dx", r->words++);
    snprintf(text, sizeof text, " %s.", word);
    vt_key(vt, "ctrl-home");
    for (uint32_t down = random_below(r, 8); down > 0; down--)
        vt_key(vt, "down");
    vt_key(vt, "end");
    vt_type(vt, text);
    see_text(vt, word);
}

static void close_editor(Run *r)
{
    int status = 0;

    save(r);
    clear_notice(r->vt);
    vt_key(r->vt, "ctrl-q");
    CHECK(vt_wait_exit(r->vt, &status));
    vt_stop(r->vt);
    r->vt = open_editor(r);
    see_text(r->vt, "Ln ");
}

/* The words of the one before are offered: they stay where they are. */
static void decide_later(Vt *vt)
{
    static const char *const after[] = {"Unsaved words were found", "typing", "kept ",
                                        NULL};

    if (see(vt, after) != 0)
        return;
    vt_key(vt, "esc");
    CHECK(vt_wait_gone(vt, "Unsaved words were found"));
}

/* Somebody else takes the document over, writes, saves and leaves. */
static void second_editor(Run *r)
{
    Run other = *r;
    int status = 0;

    if (!holds(r, "cat lantern.md", "Lantern"))
        return; /* there is nothing to open */
    other.vt = open_editor(r);
    see_text(other.vt, "Ln ");
    if (vt_find_row(other.vt, "is open elsewhere") >= 0) /* else nobody holds it */
        vt_type(other.vt, "2");
    CHECK(vt_wait_gone(other.vt, "is open elsewhere"));
    decide_later(other.vt);
    type_word(&other, other.vt);
    save(&other);
    clear_notice(other.vt);
    vt_key(other.vt, "ctrl-q");
    CHECK(vt_wait_exit(other.vt, &status));
    vt_stop(other.vt);
    other.vt = r->vt;
    *r = other;
}

/* -- others --------------------------------------------------------------- */

static void outside(Run *r, uint32_t what)
{
    char command[256];
    int n = r->words++;

    switch (what) {
    case 0:
        snprintf(command, sizeof command,
                 "sed -i 's/Small /Small Sed%dx /' lantern.md || true", n);
        break;
    case 1:
        snprintf(command, sizeof command,
                 "printf '\\nAdded Sed%dx here.\\n' >>lantern.md", n);
        break;
    case 2:
        snprintf(command, sizeof command,
                 "git rev-parse HEAD && git checkout -q -f HEAD -- lantern.md || true");
        break;
    case 3:
        snprintf(command, sizeof command,
                 "sed -i '1a\\\\nSed%dx came.' lantern.md; git add lantern.md; git "
                 "commit -qm other || true",
                 n);
        break;
    default:
        snprintf(command, sizeof command, "rm -f lantern.md");
        break;
    }
    shell(r, command);
    if (random_below(r, 2))
        vt_send(r->vt, STR("\033[I")); /* the window has the keyboard again */
}

static void step(Run *r)
{
    switch (random_below(r, 10)) {
    case 0:
    case 1:
    case 2:
        type_word(r, r->vt);
        break;
    case 3:
    case 4:
        save(r);
        break;
    case 5:
        close_editor(r);
        break;
    case 6:
        second_editor(r);
        break;
    default:
        outside(r, random_below(r, 5));
        break;
    }
}

/* What others left in the file must still be there when it was saved here. */
static void save_and_compare(Run *r)
{
    char words[WORDS_MAX][16];
    int count = 0;

    r->dropped = false;
    for (int i = 0; i < r->words && count < WORDS_MAX; i++) {
        snprintf(words[count], sizeof words[0], "Sed%dx", i);
        count += holds(r, "cat lantern.md", words[count]);
    }
    save(r);
    for (int i = 0; i < count && !r->dropped; i++) {
        if (!holds(r, "cat lantern.md", words[i]))
            print_error("lost outside: %s\n", words[i]);
        CHECK(holds(r, "cat lantern.md", words[i]));
    }
}

static void run_schedule(uint32_t seed)
{
    Run r = {.seed = seed};

    snprintf(r.folder, sizeof r.folder, "/tmp/prfaq-out-XXXXXX");
    CHECK(mkdtemp(r.folder) != NULL);
    char command[256];
    snprintf(command, sizeof command, "mkdir %s/ideas", r.folder);
    CHECK_INT(system(command), 0);
    shell(&r, "git init -q -b main . && git config user.name Maria && git config "
              "user.email maria@example.com && printf '%s\\n' '# Lantern' '' "
              "'## Problem' '' 'Small bakeries order by phone. It takes long.' '' "
              "'Nobody likes it.' >lantern.md && git add . && git commit -qm first");
    r.vt = open_editor(&r);
    see_text(r.vt, "Ln ");
    for (int i = 0; i < STEPS; i++)
        step(&r);
    type_word(&r, r.vt);
    save_and_compare(&r);
    for (int i = 0; i < r.typed_count; i++) {
        bool kept = holds(&r, "cat *.md; git log --all -p", r.typed[i]);
        if (!kept)
            print_error("seed %u lost %s\n", (unsigned)seed, r.typed[i]);
        CHECK(kept);
    }
    vt_stop(r.vt);
    snprintf(command, sizeof command, "rm -rf %s", r.folder);
    CHECK_INT(system(command), 0);
}

static int number_of(const char *name, int otherwise)
{
    int number = otherwise;
    const char *value = getenv(name);

    if (value && !str_to_int(str_from(value), &number))
        return otherwise;
    return number;
}

static void no_word_is_lost_whatever_happens_to_the_file(void **state)
{
    (void)state;
    int from = number_of("PRFAQ_SEED", 1),
        count = number_of("PRFAQ_SCHEDULES", SCHEDULES);

    for (int i = 0; i < count; i++)
        run_schedule((uint32_t)(from + i));
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_word_is_lost_whatever_happens_to_the_file)};
    static char absolute[4096];

    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
