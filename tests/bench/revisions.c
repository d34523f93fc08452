/* revisions.c: the commands about revisions beside git's, as ratios in the same run.
 *
 *   bench-revisions PRFAQ FOLDER
 *
 * A repository with a document of 4,000 revisions and 400 documents of ten each. git
 * syncs nothing when it commits, a save syncs everything: so the processor's time of
 * both is compared, and what passes on the clock is told beside it. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "probe.h"

enum { COMMITS = 8000, DOCUMENTS = 400, PARAGRAPHS = 60, RUNS = 21 };

typedef struct Cost {
    double clock, processor; /* ms */
} Cost;

static double processor_ms(const struct rusage *use)
{
    return (double)(use->ru_utime.tv_sec + use->ru_stime.tv_sec) * 1e3 +
           (double)(use->ru_utime.tv_usec + use->ru_stime.tv_usec) / 1e3;
}

static Cost command(const char *folder, char *const argv[])
{
    double began = now_ms();
    struct rusage use;
    int status = 0;
    pid_t pid = fork();

    if (pid == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, 0);
        dup2(null, 1);
        dup2(null, 2);
        if (chdir(folder) == 0)
            execvp(argv[0], argv);
        _exit(127);
    }
    wait4(pid, &status, 0, &use);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "%s %s failed: nothing was measured\n", argv[0], argv[1]);
        exit(1);
    }
    return (Cost){now_ms() - began, processor_ms(&use)};
}

/* The words of a document at its nth revision: one word of each paragraph in ten moves
 * on. */
static void write_words(int document, int revision, char *out, size_t room)
{
    size_t at = (size_t)snprintf(out, room,
                                 "---\ntemplate: prfaq\n---\n\nProposal %d\n\n"
                                 "## Problem\n\n",
                                 document);

    for (int i = 0; i < PARAGRAPHS && at < room; i++)
        at += (size_t)snprintf(
            out + at, room - at,
            "Owners of bakeries lose %d minutes each morning on calls to the mill. "
            "They "
            "write what they need, number %d of %d, and have the price at once.\n\n",
            40 + i, i % 10 == revision % 10 ? revision : revision / 10 * 10, i);
}

static void import(FILE *to)
{
    static char words[32 << 10];
    char path[64];

    for (int i = 0; i < COMMITS; i++) {
        int document = i % 2 ? 1 + i / 2 % DOCUMENTS : 0;
        int revision = i % 2 ? i / 2 / DOCUMENTS : i / 2;
        write_words(document, revision, words, sizeof words);
        snprintf(path, sizeof path, document ? "ideas/%03d/prfaq.md" : "one.md",
                 document);
        fprintf(to,
                "commit refs/heads/main\ncommitter Mina <m@x.example> %d +0000\n"
                "data 7\nchange\nM 644 inline %s\ndata %zu\n%s\n",
                1600000000 + i * 60, path, strlen(words), words);
    }
}

static bool make_repository(const char *folder)
{
    char text[6 * 4096];

    snprintf(text, sizeof text,
             "rm -rf '%s' '%s.git' && git init -q -b main '%s' && cd '%s' && "
             "git config user.name Mina && git config user.email m@x.example && "
             "git config gc.auto 0 && git fast-import --quiet",
             folder, folder, folder, folder);
    FILE *to = popen(text, "w");
    if (!to)
        return false;
    import(to);
    if (pclose(to) != 0)
        return false;
    snprintf(text, sizeof text,
             "cd '%s' && git reset -q --hard && rm -rf '%s.git' && cp -R . '%s.git'",
             folder, folder, folder);
    return system(text) == 0;
}

static void compare(const char *what, const char *folder, char *const ours[],
                    char *const theirs[], double bar)
{
    double a[RUNS], b[RUNS];

    command(folder, ours); /* what is kept is there from now on */
    for (int i = 0; i < RUNS; i++) {
        a[i] = command(folder, ours).clock;
        b[i] = command(folder, theirs).clock;
    }
    report(what, quantile(a, RUNS, 0.5), quantile(b, RUNS, 0.5), bar, "ms");
}

static void compare_cold(const char *folder, char *const ours[], char *const theirs[])
{
    static char remove_word[] = "rm", how[] = "-rf", kept[] = ".git/prfaq";
    char *forget[] = {remove_word, how, kept, NULL};
    double a[RUNS], b[RUNS];

    for (int i = 0; i < RUNS; i++) {
        command(folder, forget);
        a[i] = command(folder, ours).clock;
        b[i] = command(folder, theirs).clock;
    }
    report("log, nothing kept (git log)", quantile(a, RUNS, 0.5),
           quantile(b, RUNS, 0.5), 1.0, "ms");
}

static void add_line(const char *folder, int number)
{
    char path[4096 + 16];

    snprintf(path, sizeof path, "%s/one.md", folder);
    FILE *f = fopen(path, "a");
    if (f) {
        fprintf(f, "Line %d is new.\n", number);
        fclose(f);
    }
}

/* In two repositories of the same shape. */
static void compare_save(const char *folder, const char *other, char *const ours[],
                         char *const theirs[])
{
    double a[RUNS], b[RUNS], clock_a[RUNS], clock_b[RUNS];

    for (int i = -1; i < RUNS; i++) {
        add_line(folder, i);
        add_line(other, i);
        Cost mine = command(folder, ours), git = command(other, theirs);
        if (i < 0)
            continue;
        a[i] = mine.processor;
        b[i] = git.processor;
        clock_a[i] = mine.clock;
        clock_b[i] = git.clock;
    }
    report("save, processor (git commit)", quantile(a, RUNS, 0.5),
           quantile(b, RUNS, 0.5), 1.2, "ms");
    report("save, synced (git, not synced)", quantile(clock_a, RUNS, 0.5),
           quantile(clock_b, RUNS, 0.5), 1.4, "ms");
}

int main(int argc, char **argv)
{
    char folder[4096], other[4096 + 8];

    setvbuf(stdout, NULL, _IOLBF, 0); /* each figure as soon as it is known */
    if (argc != 3) {
        fprintf(stderr, "usage: bench-revisions PRFAQ FOLDER\n");
        return 2;
    }
    setenv("HOME", argv[2], 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("GIT_PAGER", "cat", 1);
    snprintf(folder, sizeof folder, "%s/bench-revisions.dir", argv[2]);
    snprintf(other, sizeof other, "%s.git", folder);
    if (!make_repository(folder)) {
        fprintf(stderr, "cannot make a repository in %s\n", folder);
        return 1;
    }
    char *program = realpath(argv[1], NULL); /* it is started in the repository */
    if (!program) {
        fprintf(stderr, "no program \"%s\"\n", argv[1]);
        return 1;
    }
    char git[] = "git", diff[] = "diff", words[] = "--word-diff", log[] = "log",
         line[] = "--oneline", to[] = "--", save[] = "save", quiet[] = "-q",
         commit[] = "commit", all[] = "-am", note[] = "x", show[] = "show",
         who[] = "--who", blame[] = "blame", one[] = "one", one_file[] = "one.md",
         old[] = "HEAD~20", head[] = "HEAD", idea[] = "ideas/100/prfaq",
         idea_file[] = "ideas/100/prfaq.md";
    char *our_diff[] = {program, diff, one, old, head, NULL};
    char *git_diff[] = {git, diff, words, old, head, to, one_file, NULL};
    char *our_log[] = {program, log, idea, NULL};
    char *git_log[] = {git, log, line, to, idea_file, NULL};
    char *our_who[] = {program, show, one, who, NULL};
    char *git_blame[] = {git, blame, one_file, NULL};
    char *our_save[] = {program, save, one, quiet, NULL};
    char *git_commit[] = {git, commit, quiet, all, note, NULL};

    compare("diff (git diff --word-diff)", folder, our_diff, git_diff, 1.5);
    compare("log of one of 400 (git log)", folder, our_log, git_log, 0.1);
    compare_cold(folder, our_log, git_log);
    compare("show --who of 4,000 (git blame)", folder, our_who, git_blame, 0.1);
    compare_save(folder, other, our_save, git_commit);
    return 0;
}
