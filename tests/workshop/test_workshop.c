#define _GNU_SOURCE /* prlimit() */
/* test_workshop.c: ninety minutes with twelve people on one laptop. The clock is a
 * file that the script turns; what it typed, as whom, stands in a ledger of its own.
 * argv[1] is the program. */
#include "../pty/place.h"
#include "ledger.h"

#include <sys/resource.h>
#include <time.h>

#ifdef __SANITIZE_ADDRESS__
enum { HAND_OVER_MS = 500 };
#else
enum { HAND_OVER_MS = 50 };
#endif
enum { SECTIONS = 6, MINUTES = 90, TURN_S = MINUTES * 60 / LEDGER_TURNS };

static const char *const people[LEDGER_PEOPLE] = {
    "Maria Ortiz", "박지훈",  "Tomas Weber", "Aiko Mori",
    "Ines Duarte", "Lee Han", "Olu Adeyemi", "Zoë Lindgren",
    "Ravi Nair",   "김하나",  "Sam O'Neil",  "Bo \"B\" Ek"};
static const char letters[] = "123456789abc";

typedef struct Workshop {
    Place place;
    char clock[128];    /* the file */
    char variable[192]; /* PRFAQ_CLOCK=… */
    int64_t now_s;
    Vt *vt;
    int person, section;
    Ledger ledger;
    double slowest_ms, all_ms;
    double worked_ms; /* what the program did for it, whatever else the computer does */
    int ticks;
} Workshop;

static void turn_clock(Workshop *w, int seconds)
{
    char other[160];

    /* In one step: a clock that is half written would be another clock. */
    w->now_s += seconds;
    snprintf(other, sizeof other, "%s.next", w->clock);
    FILE *f = fopen(other, "w");
    CHECK(f != NULL);
    fprintf(f, "%lld000\n", (long long)w->now_s);
    CHECK_INT(fclose(f), 0);
    CHECK_INT(rename(other, w->clock), 0);
}

/* A command of the program in the workspace. */
static void says(const Workshop *w, const char *command, char *out, size_t size)
{
    char line[8192];

    snprintf(line, sizeof line, "TMPDIR=%s/tmp %s %s -C ideas %s 2>&1", w->place.folder,
             w->variable, program, command);
    output_of(&w->place, line, out, size);
}

static void begin(Workshop *w)
{
    char text[8192], command[4096];

    *w = (Workshop){.place = place_new(), .now_s = 1804066860};
    w->ledger.people = people;
    snprintf(w->clock, sizeof w->clock, "%s/clock", w->place.folder);
    snprintf(w->variable, sizeof w->variable, "PRFAQ_CLOCK=%s", w->clock);
    turn_clock(w, 0);
    shell(&w->place,
          "mkdir tmp stick && git -C ideas config user.name 'Laptop Owner' && "
          "git -C ideas config user.email owner@laptop.example");
    for (int i = 0; i < LEDGER_PEOPLE; i++) {
        snprintf(command, sizeof command,
                 "who add \"$(cat <<'N'\n%s\nN\n)\" --email "
                 "p%d@example.com -q",
                 people[i], i);
        says(w, command, text, sizeof text);
        CHECK_STRZ(text, "");
    }
    size_t n = (size_t)snprintf(command, sizeof command, "who '%s'", people[0]);
    for (int i = 1; i < LEDGER_PEOPLE; i++)
        n += (size_t)snprintf(command + n, sizeof command - n,
                              " --with \"$(cat <<'N'\n%s\nN\n)\"", people[i]);
    says(w, command, text, sizeof text);
    CHECK(strstr(text, "Maria Ortiz types here.") != NULL);
    shell(
        &w->place,
        "{ printf 'minutes\\ttitle\\tpart\\twho\\tkind\\tsay\\n'; for part in headline "
        "summary problem solution experience getting-started; do printf "
        "'15\\t%s\\t%s\\tnext\\n' $part $part; done; } >agenda.tsv");
    says(w, "new lantern -q --title Lantern", text, sizeof text);
    says(w, "save lantern -q", text, sizeof text);
    CHECK_STRZ(text, "");
    snprintf(command, sizeof command,
             "workshop start lantern --agenda %s/agenda.tsv --goal 'Sleep until five'",
             w->place.folder);
    says(w, command, text, sizeof text);
    CHECK(strstr(text, "The workshop on lantern begins: 90 min") != NULL);
}

static void open_in(Workshop *w, const char *lang, int rows, int cols)
{
    char home[128], locale[4200], folder[96], tmp[96];
    const char *argv[] = {program, "--lang", lang, "write", "lantern", NULL};
    const char *env[] = {home, locale, tmp, "TZ=UTC", w->variable, NULL};

    snprintf(home, sizeof home, "HOME=%s", w->place.home);
    snprintf(locale, sizeof locale, "PRFAQ_LOCALEDIR=%s", w->place.locale);
    snprintf(folder, sizeof folder, "%s/ideas", w->place.folder);
    snprintf(tmp, sizeof tmp, "TMPDIR=%s/tmp", w->place.folder);
    w->vt = vt_start(&(VtOptions){
        .argv = argv, .env = env, .folder = folder, .rows = rows, .cols = cols});
}

static void open_screen(Workshop *w)
{
    open_in(w, "en", 30, 110);
}

/* To the place of the present section, from wherever the caret is. */
static void go_to_section(Workshop *w)
{
    char place[32];

    vt_key(w->vt, "ctrl-home");
    for (int i = 0; i <= w->section; i++)
        vt_key(w->vt, "tab");
    snprintf(place, sizeof place, " > PR %d/9 ", w->section + 1);
    SEES(w->vt, place);
    vt_rest(w->vt);
}

static void open_document(Workshop *w)
{
    open_screen(w);
    SEES(w->vt, "Timer ");
    go_to_section(w);
}

/* What was left behind is offered, and kept. */
static void open_again(Workshop *w)
{
    open_screen(w);
    SEES(w->vt, "Unsaved words were found");
    vt_key(w->vt, "1");
    SEES(w->vt, "The words are in the text again");
    SEES(w->vt, "Timer ");
    go_to_section(w);
}

static double ms_between(struct timespec a, struct timespec b)
{
    return (double)(b.tv_sec - a.tv_sec) * 1e3 + (double)(b.tv_nsec - a.tv_nsec) / 1e6;
}

/* The time the program has worked for; other work on the computer does not count. */
static double worked_ms(const Workshop *w)
{
    clockid_t clock;
    struct timespec t = {0};

    CHECK_INT(clock_getcpuclockid(vt_pid(w->vt), &clock), 0);
    CHECK_INT(clock_gettime(clock, &t), 0);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void type_word(Workshop *w)
{
    char word[32];

    snprintf(word, sizeof word, "w%02d밀가루 ", w->ledger.turns);
    w->ledger.turn_of[w->ledger.turns] = w->person;
    vt_type(w->vt, word);
    word[strlen(word) - 1] = '\0';
    SEES(w->vt, word);
    vt_rest(w->vt);
    w->ledger.turns++;
}

/* ^U and one key; the words of who leaves are saved first. */
static void hand_over(Workshop *w, int to)
{
    struct timespec before, after;
    char key[2] = {letters[to], '\0'}, name[64];

    snprintf(name, sizeof name, "%s typing", people[to]);
    vt_key(w->vt, "ctrl-u");
    SEES(w->vt, "Who types next?");
    vt_rest(w->vt);
    double worked = worked_ms(w);
    clock_gettime(CLOCK_MONOTONIC, &before);
    vt_type(w->vt, key);
    SEES(w->vt, name);
    clock_gettime(CLOCK_MONOTONIC, &after);
    w->worked_ms += worked_ms(w) - worked;
    double ms = ms_between(before, after);
    w->all_ms += ms;
    if (ms > w->slowest_ms)
        w->slowest_ms = ms;
    w->person = to;
}

/* Time goes on minute by minute; the cursor stays in the text. */
static void time_passes(Workshop *w, int seconds)
{
    while (seconds > 0) {
        int step = seconds < 60 ? seconds : 60;
        VtState at = vt_state(w->vt);
        turn_clock(w, step);
        vt_rest(w->vt);
        VtState now = vt_state(w->vt);
        CHECK_INT(now.cursor_row, at.cursor_row);
        CHECK_INT(now.cursor_col, at.cursor_col);
        CHECK(now.cursor_visible);
        seconds -= step;
        w->ticks++;
    }
}

static void ask(Workshop *w)
{
    char command[256], text[2048];

    snprintf(command, sizeof command, "ask lantern 'q%02d how many bakeries?' -q",
             w->ledger.questions);
    says(w, command, text, sizeof text);
    CHECK_STRZ(text, "");
    w->ledger.asker_of[w->ledger.questions++] = w->person;
}

static void next_section(Workshop *w)
{
    SEES(w->vt, "TIME UP");
    SEES(w->vt, "nothing is locked");
    vt_send(w->vt, STR("\033t"));
    SEES(w->vt, "5 minutes more");
    vt_type(w->vt, "6");
    SEES(w->vt, "Timer 15 min");
    w->section++;
    go_to_section(w);
}

static void crash(Workshop *w)
{
    int status = 0;

    SEES(w->vt, " kept ");
    vt_signal(w->vt, SIGKILL);
    CHECK(vt_wait_exit(w->vt, &status));
    vt_stop(w->vt);
    open_again(w);
}

static void close_lid(Workshop *w)
{
    int status = 0;

    vt_hang_up(w->vt);
    CHECK(vt_wait_exit(w->vt, &status));
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 129);
    vt_stop(w->vt);
    turn_clock(w, 0);
    open_again(w);
}

/* No file can grow: the person is told, goes on, and saves when there is room. */
static void fill_disk(Workshop *w)
{
    struct rlimit old, full;
    pid_t pid = vt_pid(w->vt);

    CHECK_INT(prlimit(pid, RLIMIT_FSIZE, NULL, &old), 0);
    full = (struct rlimit){.rlim_cur = 0, .rlim_max = old.rlim_max};
    CHECK_INT(prlimit(pid, RLIMIT_FSIZE, &full, NULL), 0);
    vt_key(w->vt, "ctrl-s");
    SEES(w->vt, "The document is not saved");
    CHECK_INT(prlimit(pid, RLIMIT_FSIZE, &old, NULL), 0);
    vt_type(w->vt, "1");
    SEES(w->vt, "Saved revision");
}

static void play_turn(Workshop *w, int turn)
{
    type_word(w);
    if (turn == 7 || turn == 18 || turn == 31)
        crash(w);
    if (turn == 12)
        close_lid(w);
    if (turn == 25)
        fill_disk(w);
    if (turn % 4 != 3)
        ask(w);
    time_passes(w, TURN_S);
    if (vt_find_row(w->vt, "TIME UP") == 0 && w->section + 1 < SECTIONS)
        next_section(w);
    hand_over(w, (w->person + (turn % 3) + 1) % LEDGER_PEOPLE);
}

static void play(Workshop *w)
{
    open_document(w);
    for (int turn = 0; turn < LEDGER_TURNS; turn++)
        play_turn(w, turn);
    vt_key(w->vt, "ctrl-q");
    ends_with(w->vt, 0);
    vt_stop(w->vt);
}

/* After the laptop is cleared, nothing of the workshop is outside of the repository
 * and the folder it went home to. */
static void check_cleared(const Workshop *w)
{
    char text[8192], command[512];

    says(w, "leave --yes", text, sizeof text);
    CHECK(strstr(text, "Who types here") != NULL);
    output_of(&w->place,
              "grep -rlE 'w[0-9][0-9]|q[0-9][0-9]|밀가루|@example.com|Ortiz|박지훈|"
              "Lantern|five' home tmp",
              text, sizeof text);
    CHECK_STRZ(text, "");
    for (int i = 0; i < LEDGER_PEOPLE; i++) {
        snprintf(command, sizeof command,
                 "grep -rlF \"$(cat <<'N'\n%s\nN\n)\" home tmp", people[i]);
        output_of(&w->place, command, text, sizeof text);
        CHECK_STRZ(text, "");
    }
    output_of(&w->place,
              "find ideas/.git/prfaq -type f | grep -v -e /history -e /saving; find . "
              "-name '*.journal' -o -name '*clone*'",
              text, sizeof text);
    CHECK_STRZ(text, "");
}

static void ninety_minutes_lose_no_word_and_no_name(void **state)
{
    (void)state;
    Workshop w;
    char text[8192];
    struct timespec before, after;

    clock_gettime(CLOCK_MONOTONIC, &before);
    begin(&w);
    play(&w);
    CHECK_INT(w.ledger.turns, LEDGER_TURNS);
    CHECK_INT(w.ledger.questions, LEDGER_QUESTIONS);
    says(&w, "leave --yes", text, sizeof text);
    CHECK(strstr(text, "was not taken home") != NULL);
    says(&w, "workshop stop --to ../stick --goal 'Bakers sleep until five'", text,
         sizeof text);
    CHECK(strstr(text, "is over") && strstr(text, "Sleep until five") &&
          strstr(text, "Bakers sleep until five"));
    char folder[128];
    snprintf(folder, sizeof folder, "%s/ideas", w.place.folder);
    CHECK_INT(ledger_compare(&w.ledger, folder), 0);
    shell(&w.place, "git clone -q stick/lantern.bundle again");
    snprintf(folder, sizeof folder, "%s/again", w.place.folder);
    CHECK_INT(ledger_compare(&w.ledger, folder), 0);
    output_of(&w.place,
              "git -C ideas config user.name; git -C ideas status --porcelain", text,
              sizeof text);
    CHECK_STRZ(text, "Laptop Owner");
    check_cleared(&w);
    clock_gettime(CLOCK_MONOTONIC, &after);
    printf("# %d hand-overs, mean %.0f ms, slowest %.0f ms, work %.1f ms; %d steps of "
           "the clock; %.1f s\n",
           LEDGER_TURNS, w.all_ms / LEDGER_TURNS, w.slowest_ms,
           w.worked_ms / LEDGER_TURNS, w.ticks, ms_between(before, after) / 1e3);
    CHECK(w.slowest_ms < 2000);
    CHECK(w.worked_ms / LEDGER_TURNS < HAND_OVER_MS);
    place_remove(&w.place);
}

/* Between two whole minutes nothing is written; at one, a row. */
static void the_timer_writes_a_row_a_minute(void **state)
{
    (void)state;
    Workshop w;

    begin(&w);
    open_document(&w);
    SEES(w.vt, "Timer 15 min");
    for (int i = 0; i < 5; i++)
        vt_rest(w.vt);
    for (int minute = 14; minute > 10; minute--) {
        char words[32];
        size_t written = vt_state(w.vt).output.len;
        turn_clock(&w, 59);
        for (int i = 0; i < 3; i++)
            vt_rest(w.vt);
        CHECK_INT(vt_state(w.vt).output.len, written);
        turn_clock(&w, 1);
        snprintf(words, sizeof words, "Timer %d min", minute);
        SEES(w.vt, words);
        vt_rest(w.vt);
        CHECK(vt_state(w.vt).output.len - written < 120);
    }
    vt_stop(w.vt);
    place_remove(&w.place);
}

/* Nothing of the laptop or of anybody's address is on the wall. */
static void check_wall(const Workshop *w)
{
    static const char *const private[] = {"example", "owner", "/tmp", "ideas", "home"};

    for (size_t i = 0; i < sizeof private / sizeof *private; i++)
        CHECK_INT(vt_find_row(w->vt, private[i]), -1);
}

static void open_on_the_wall(Workshop *w)
{
    SEES(w->vt, "남은 시간 ");
    vt_send(w->vt, STR("\033B"));
    SEES(w->vt, "빔프로젝터 보기입니다");
    vt_key(w->vt, "ctrl-home");
    vt_key(w->vt, "tab");
    vt_rest(w->vt);
}

static void hand_over_in_korean(Workshop *w, int to)
{
    char key[2] = {letters[to], '\0'}, name[64];

    snprintf(name, sizeof name, "%s 쓰는 중", people[to]);
    vt_key(w->vt, "ctrl-u");
    SEES(w->vt, "다음에 누가 씁니까?");
    check_wall(w);
    vt_type(w->vt, key);
    SEES(w->vt, name);
    w->person = to;
}

static void crash_in_korean(Workshop *w)
{
    const struct timespec second = {.tv_sec = 1, .tv_nsec = 500000000};
    int status = 0;

    nanosleep(&second,
              NULL); /* words are in the journal after one; no room to say so */
    vt_signal(w->vt, SIGKILL);
    CHECK(vt_wait_exit(w->vt, &status));
    vt_stop(w->vt);
    open_in(w, "ko", 24, 80);
    SEES(w->vt, "남기지 않은 글을 찾았습니다");
    vt_key(w->vt, "1");
    open_on_the_wall(w);
}

/* No such stick, then one that is there; what was written is read before the laptop is
 * cleared. */
static void stop_in_korean(Workshop *w)
{
    char home[128], locale[4200], folder[96], tmp[96];
    const char *argv[] = {program, "--lang",     "ko",     "workshop",         "stop",
                          "--to",  "../missing", "--goal", "다섯 시까지 잔다", NULL};
    const char *env[] = {home, locale, tmp, "TZ=UTC", w->variable, NULL};

    snprintf(home, sizeof home, "HOME=%s", w->place.home);
    snprintf(locale, sizeof locale, "PRFAQ_LOCALEDIR=%s", w->place.locale);
    snprintf(folder, sizeof folder, "%s/ideas", w->place.folder);
    snprintf(tmp, sizeof tmp, "TMPDIR=%s/tmp", w->place.folder);
    w->vt = vt_start(&(VtOptions){
        .argv = argv, .env = env, .folder = folder, .rows = 24, .cols = 80});
    SEES(w->vt, "대신 어디에 둡니까?");
    vt_type(w->vt, "../stick\r");
    SEES(w->vt, "자취를 비웁니까?");
    CHECK(vt_find_row(w->vt, "다섯 시까지 잔다") >= 0);
    CHECK(vt_find_row(w->vt, "lantern.bundle") >= 0);
    vt_type(w->vt, "n\r");
    ends_with(w->vt, 0);
    vt_stop(w->vt);
}

/* Sixty columns and twenty rows, in Korean, as a room sees it. */
static void a_workshop_in_korean_on_a_projector_loses_nothing(void **state)
{
    (void)state;
    enum { TURNS = 6 };
    Workshop w;
    char folder[128];

    begin(&w);
    open_in(&w, "ko", 20, 60);
    open_on_the_wall(&w);
    for (int turn = 0; turn < TURNS; turn++) {
        type_word(&w);
        check_wall(&w);
        if (turn == 2)
            crash_in_korean(&w);
        time_passes(&w, 3 * 60);
        hand_over_in_korean(&w, (w.person + 5) % LEDGER_PEOPLE);
    }
    SEES(w.vt, "시간 다 됨");
    vt_key(w.vt, "ctrl-q");
    ends_with(w.vt, 0);
    vt_stop(w.vt);
    stop_in_korean(&w);
    shell(&w.place, "git clone -q stick/lantern.bundle again");
    snprintf(folder, sizeof folder, "%s/again", w.place.folder);
    CHECK_INT(ledger_compare(&w.ledger, folder), 0);
    check_cleared(&w);
    place_remove(&w.place);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ninety_minutes_lose_no_word_and_no_name),
        cmocka_unit_test(the_timer_writes_a_row_a_minute),
        cmocka_unit_test(a_workshop_in_korean_on_a_projector_loses_nothing),
    };
    static char absolute[4096];

    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
