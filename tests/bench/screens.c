/* screens.c: the writing screen as ratios to nano, measured in the same run (A B A B).
 *
 *   bench-screens PRFAQ FOLDER
 *
 * For an English and a Korean document of 20 KB, with all checks at work: the first
 * complete screen, keys, a paste, pages, other sizes of the window, memory, rest; then
 * a document of 2 MB and one of 20 MB. Every line names its bar. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "probe.h"

enum {
    STARTS = 21,
    KEYS = 300,
    MANY_KEYS = 10000,
    PAGES = 30,
    SIZES = 16,
    KEY_REST_MS = 20,   /* a key is over when nothing comes for so long */
    START_REST_MS = 60, /* the first screen is complete */
    IDLE_MS = 15000,
    SETTLED_MS = 11000, /* the pause after which the file is written */
};

static const char marker[] = "PRFAQTOP";

typedef struct Text {
    const char *name;
    const char *sentence;
    const char *const *parts;
    const char *key; /* what is typed */
    uint32_t character;
} Text;

static const char *const english_parts[] = {
    "Headline",    "Summary", "Problem", "Solution", "Customer experience",
    "External FAQ"};
static const char *const korean_parts[] = {"제목", "요약",      "문제",
                                           "해결", "고객 경험", "외부 FAQ"};
enum { PARTS = 6 };

static const Text english = {
    "English",
    "Small bakeries order flour by phone, and owners told us that they lose forty "
    "minutes each morning on calls to the mill. ",
    english_parts, "e", 'e'};
static const Text korean = {
    "Korean",
    "작은 빵집은 전화로 밀가루를 주문하며, 주인들은 아침마다 방앗간과 통화하느라 사십 "
    "분을 잃는다고 말했습니다. ",
    korean_parts, "가", 0xAC00};

/* One program and what it showed. */
typedef struct Screens {
    char **argv;
    double start[STARTS], first[STARTS];
    double echo[KEYS], cpu[KEYS], bytes[KEYS];
    double page[PAGES], size[SIZES];
    double paste, loaded, typed;
    double idle_bytes, idle_wakes;
} Screens;

static char lock_path[4200]; /* nano's: it asks when one was left behind */
static char home[4200];

static int remove_one(const char *path, const struct stat *st, int type, struct FTW *at)
{
    (void)st;
    (void)type;
    (void)at;
    return remove(path);
}

static void stop(Probe *p)
{
    probe_stop(p);
    unlink(lock_path);
}

/* Who was ended in the midst of writing left words behind, which the next one would
 * offer. */
static void stop_writing(Probe *p)
{
    enum { FOLDERS = 16 };

    stop(p);
    nftw(home, remove_one, FOLDERS, FTW_DEPTH | FTW_PHYS);
}

static bool write_document(const char *path, const Text *text, size_t size)
{
    FILE *f = fopen(path, "w");
    size_t sentences = size / PARTS / strlen(text->sentence);

    if (!f)
        return false;
    fprintf(f, "%s\n\n", marker);
    for (size_t i = 0; i < PARTS; i++) {
        fprintf(f, "## %s\n", text->parts[i]);
        for (size_t s = 0; s < sentences; s++)
            fprintf(f, "%s%s", s % 3 ? "" : "\n\n", text->sentence);
        fputs("\n\n", f);
    }
    return fclose(f) == 0;
}

/* -- stages --------------------------------------------------------------- */

static void start_once(Screens *s, int i)
{
    Probe p;
    double began = now_ms();

    probe_start(&p, s->argv);
    probe_await(&p, marker);
    s->first[i] = now_ms() - began;
    probe_rest(&p, START_REST_MS);
    s->start[i] = p.last - began;
    stop(&p);
}

static void type_keys(Screens *s, Probe *p, const Text *text)
{
    for (int i = 0; i < KEYS; i++) {
        if (i % 10 == 0) { /* elsewhere */
            probe_send(p, "\033[B\033[B\033[C\033[C\033[C", 15);
            probe_rest(p, KEY_REST_MS);
        }
        double before = probe_cpu_ms(p);
        p->bytes = 0;
        s->echo[i] = probe_key(p, text->key, text->character);
        probe_rest(p, KEY_REST_MS);
        s->cpu[i] = probe_cpu_ms(p) - before;
        s->bytes[i] = (double)p->bytes;
    }
}

static void type_many(Screens *s, Probe *p, const Text *text)
{
    for (int i = 0; i < MANY_KEYS; i++) {
        probe_send(p, i % 60 == 59 ? "\r" : text->key,
                   i % 60 == 59 ? 1 : strlen(text->key));
        if (i % 60 == 59)
            probe_rest(p, 2);
    }
    probe_rest(p, 300);
    s->typed = probe_peak_mb(p);
}

static void turn_pages(Screens *s, Probe *p)
{
    for (int i = 0; i < PAGES; i++) {
        double sent = now_ms();
        probe_send(p, i % 10 < 5 ? "\033[5~" : "\033[6~", 4);
        probe_rest(p, KEY_REST_MS);
        s->page[i] = p->last > sent ? p->last - sent : 0;
    }
}

static void change_sizes(Screens *s, Probe *p)
{
    for (int i = 0; i < SIZES; i++) {
        double sent = now_ms();
        probe_resize(p, i % 2 ? PROBE_ROWS : 40, i % 2 ? PROBE_COLS : 120);
        probe_rest(p, START_REST_MS);
        s->size[i] = p->last > sent ? p->last - sent : 0;
    }
}

/* What was pasted ends in words that then stand on the screen. */
static void paste(Screens *s, Probe *p, const Text *text)
{
    static const char end[] = "PASTEEND\033[201~";
    double sent = now_ms();

    probe_send(p, "\033[200~", 6);
    for (size_t sent_bytes = 0; sent_bytes < 100000;
         sent_bytes += strlen(text->sentence)) {
        probe_send(p, text->sentence, strlen(text->sentence));
        while (probe_pump(p, 0))
            continue;
    }
    probe_send(p, end, sizeof end - 1);
    probe_await(p, "PASTEEND");
    s->paste = p->last - sent;
}

static void rest(Screens *s, Probe *p)
{
    probe_rest(p, SETTLED_MS);
    long wakes = probe_wakes(p);
    p->bytes = 0;
    probe_rest(p, IDLE_MS);
    s->idle_bytes = (double)p->bytes;
    s->idle_wakes = (double)(probe_wakes(p) - wakes);
}

static void session(Screens *s, const Text *text, bool rests)
{
    Probe p;

    probe_start(&p, s->argv);
    probe_await(&p, marker);
    probe_rest(&p, 300);
    s->loaded = probe_peak_mb(&p);
    type_keys(s, &p, text);
    turn_pages(s, &p);
    change_sizes(s, &p);
    type_many(s, &p, text);
    paste(s, &p, text);
    if (rests)
        rest(s, &p);
    stop_writing(&p);
}

/* -- reports -------------------------------------------------------------- */

static void report_both(Screens *us, Screens *nano)
{
    report("first words (nano)", quantile(us->first, STARTS, 0.5),
           quantile(nano->first, STARTS, 0.5), 1, "ms");
    report("first complete screen (nano)", quantile(us->start, STARTS, 0.5),
           quantile(nano->start, STARTS, 0.5), 1, "ms");
    report("key to screen, median (nano)", quantile(us->echo, KEYS, 0.5),
           quantile(nano->echo, KEYS, 0.5), 1, "ms");
    report("processor a key, p99 (nano)", quantile(us->cpu, KEYS, 0.99),
           quantile(nano->cpu, KEYS, 0.99), 1.5, "ms");
    report("100 KB pasted (nano)", us->paste, nano->paste, 0.3, "ms");
    report("page, median (nano)", quantile(us->page, PAGES, 0.5),
           quantile(nano->page, PAGES, 0.5), 1, "ms");
    report("other size, median (nano)", quantile(us->size, SIZES, 0.5),
           quantile(nano->size, SIZES, 0.5), 1, "ms");
    report("memory after loading (nano)", us->loaded, nano->loaded, 2, "MB");
    report("memory after 10,000 keys (nano)", us->typed, nano->typed, 2, "MB");
    report("bytes a key, median (60 bytes)", quantile(us->bytes, KEYS, 0.5), 60, 1,
           "B ");
}

static void report_rest(const Screens *us)
{
    printf("%-34s %.0f bytes, %.0f wakes in %d s  bar 0  %s\n", "at rest",
           us->idle_bytes, us->idle_wakes, IDLE_MS / 1000,
           us->idle_bytes + us->idle_wakes > 0 ? "MISSED" : "met");
}

/* Keys in a long document, beside the same program in a short one. */
static void long_document(Screens *us, const char *path, double short_echo)
{
    Probe p;

    if (!write_document(path, &english, 2000000))
        return;
    probe_start(&p, us->argv);
    probe_await(&p, marker);
    probe_rest(&p, 1000);
    type_keys(us, &p, &english);
    stop_writing(&p);
    report("key to screen, 2 MB (its 20 KB)", quantile(us->echo, KEYS, 0.5), short_echo,
           2, "ms");
    if (!write_document(path, &english, 20000000))
        return;
    double began = now_ms();
    probe_start(&p, us->argv);
    bool shown = probe_await(&p, marker);
    double took = now_ms() - began, echo = probe_key(&p, "e", 'e');
    stop(&p);
    printf("%-34s %8.3f ms, a key %.3f ms  %s\n", "20 MB opens", took, echo,
           shown ? "met" : "MISSED");
}

int main(int argc, char **argv)
{
    static Screens us, nano;
    static char write_word[] = "write", nano_word[] = "nano";
    const Text *const texts[] = {&english, &korean};
    char path[4096];
    double echo = 0;

    setvbuf(stdout, NULL, _IOLBF, 0); /* each figure as soon as it is known */
    if (argc != 3) {
        fprintf(stderr, "usage: bench-screens PRFAQ FOLDER\n");
        return 2;
    }
    snprintf(path, sizeof path, "%s/bench-screens.md", argv[2]);
    snprintf(lock_path, sizeof lock_path, "%s/.bench-screens.md.swp", argv[2]);
    unlink(lock_path);
    snprintf(home, sizeof home, "%s/bench-home", argv[2]);
    setenv("HOME", home, 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    us.argv = (char *[]){argv[1], write_word, path, NULL};
    nano.argv = (char *[]){nano_word, path, NULL};
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        printf("%s, 20 KB\n", texts[t]->name);
        if (!write_document(path, texts[t], 20000)) {
            fprintf(stderr, "cannot write %s\n", path);
            return 1;
        }
        start_once(&us, 0); /* what a first start makes is there from now on */
        for (int i = 0; i < STARTS; i++) {
            start_once(&us, i);
            start_once(&nano, i);
        }
        session(&us, texts[t], t == 0);
        if (!write_document(path, texts[t], 20000))
            return 1;
        session(&nano, texts[t], false);
        report_both(&us, &nano);
        if (t == 0)
            report_rest(&us);
        echo = t == 0 ? quantile(us.echo, KEYS, 0.5) : echo;
    }
    long_document(&us, path, echo);
    unlink(path);
    return 0;
}
