/* commands.c: speed as ratios to a yardstick measured in the same run (A B A B).
 *
 *   bench-commands PRFAQ FOLDER
 *
 * Commands: `prfaq check` beside `cmark`; the language server by itself. Every line
 * names its bar. The screens: screens.c. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "probe.h"

enum { KEYS = 250, RUNS = 41 };

static double command(char *const argv[])
{
    double began = now_ms();
    pid_t pid = fork();

    if (pid == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, 0);
        dup2(null, 1);
        dup2(null, 2);
        execvp(argv[0], argv);
        _exit(127);
    }
    waitpid(pid, NULL, 0);
    return now_ms() - began;
}

static bool write_document(const char *path)
{
    static const char sentence[] =
        "Small bakeries order flour by phone, and owners told us that they lose forty "
        "minutes each morning on calls to the mill. ";
    static const char *const parts[] = {
        "Headline",    "Summary", "Problem", "Solution", "Customer experience",
        "External FAQ"};
    FILE *f = fopen(path, "w");

    if (!f)
        return false;
    fputs("Flour before dawn\n\n", f);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        fprintf(f, "## %s\n\n", parts[i]);
        for (int paragraph = 0; paragraph < 9; paragraph++) {
            for (int k = 0; k < 3; k++)
                fputs(sentence, f);
            fputs("\n\n", f);
        }
    }
    return fclose(f) == 0;
}

/* -- the language server ------------------------------------------------- */

typedef struct Wire {
    pid_t pid;
    int to, from;
} Wire;

static bool wire_start(Wire *w, char *const argv[])
{
    int in[2], out[2];

    if (pipe(in) != 0 || pipe(out) != 0)
        return false;
    w->pid = fork();
    if (w->pid == 0) {
        dup2(in[0], 0);
        dup2(out[1], 1);
        close(in[1]);
        close(out[0]);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    w->to = in[1];
    w->from = out[0];
    return w->pid > 0;
}

static bool wire_say(const Wire *w, const char *body)
{
    char head[64];
    int len = snprintf(head, sizeof head, "Content-Length: %zu\r\n\r\n", strlen(body));

    return write(w->to, head, (size_t)len) == len &&
           write(w->to, body, strlen(body)) == (ssize_t)strlen(body);
}

/* Wait for what comes, all of one message. */
static bool wire_hear(const Wire *w)
{
    char byte, head[256];
    size_t length = 0, at = 0;

    while (at < sizeof head - 1 && read(w->from, &byte, 1) == 1) {
        head[at++] = byte;
        head[at] = '\0';
        if (at >= 4 && strcmp(head + at - 4, "\r\n\r\n") == 0)
            break;
    }
    if (sscanf(head, "Content-Length: %zu", &length) != 1)
        return false;
    for (size_t i = 0; i < length;) {
        char bytes[65536];
        size_t want = length - i < sizeof bytes ? length - i : sizeof bytes;
        ssize_t got = read(w->from, bytes, want);
        if (got <= 0)
            return false;
        i += (size_t)got;
    }
    return true;
}

/* The document as a string of JSON. */
static char *open_message(const char *path)
{
    static char text[64 << 10], message[128 << 10];
    FILE *f = fopen(path, "r");
    size_t len = f ? fread(text, 1, sizeof text - 1, f) : 0, at = 0;

    if (f)
        fclose(f);
    at += (size_t)snprintf(message, sizeof message,
                           "{\"method\":\"textDocument/didOpen\",\"params\":{"
                           "\"textDocument\":{\"uri\":\"file://%s\",\"languageId\":"
                           "\"markdown\",\"version\":1,\"text\":\""
                           "---\\ntemplate: prfaq\\n---\\n",
                           path);
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '\n')
            message[at++] = '\\';
        message[at++] = text[i] == '\n' ? 'n' : text[i];
    }
    snprintf(message + at, sizeof message - at, "\"}}}");
    return message;
}

/* From a change in the editor to its findings. */
static void type_in_editor(char *const argv[], const char *path, double *took)
{
    Wire w = {0};
    char change[4096 + 512];

    if (!wire_start(&w, argv) ||
        !wire_say(&w, "{\"id\":1,\"method\":\"initialize\",\"params\":{}}") ||
        !wire_hear(&w) || !wire_say(&w, open_message(path)) || !wire_hear(&w))
        return;
    for (int i = 0; i < KEYS; i++) {
        snprintf(
            change, sizeof change,
            "{\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":"
            "{\"uri\":\"file://%s\",\"version\":%d},\"contentChanges\":[{\"range\":"
            "{\"start\":{\"line\":7,\"character\":9},\"end\":{\"line\":7,"
            "\"character\":9}},\"text\":\"%c\"}]}}",
            path, i + 2, 'a' + i % 26);
        double sent = now_ms();
        if (!wire_say(&w, change) || !wire_hear(&w))
            break;
        took[i] = now_ms() - sent;
    }
    close(w.to);
    close(w.from);
    waitpid(w.pid, NULL, 0);
}

int main(int argc, char **argv)
{
    static double ours[RUNS], theirs[RUNS];
    char path[4096];

    setvbuf(stdout, NULL, _IOLBF, 0); /* each figure as soon as it is known */
    if (argc != 3) {
        fprintf(stderr, "usage: bench-commands PRFAQ FOLDER\n");
        return 2;
    }
    snprintf(path, sizeof path, "%s/bench-20k.md", argv[2]);
    if (!write_document(path)) {
        fprintf(stderr, "cannot write %s\n", path);
        return 1;
    }
    setenv("HOME", argv[2], 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    static char check_word[] = "check", cmark_word[] = "cmark";
    char *check[] = {argv[1], check_word, path, NULL};
    char *cmark[] = {cmark_word, path, NULL};

    for (int i = 0; i < RUNS; i++) {
        ours[i] = command(check);
        theirs[i] = command(cmark);
    }
    report("check of 20 KB (cmark)", quantile(ours, RUNS, 0.5),
           quantile(theirs, RUNS, 0.5), 5, "ms");
    static double edits[KEYS];
    static char lsp_word[] = "lsp";
    char *lsp[] = {argv[1], lsp_word, NULL};
    type_in_editor(lsp, path, edits);
    printf("%-34s %8.3f ms  median, p99 %.3f ms  bar 50 ms  %s\n",
           "change to findings in an editor", quantile(edits, KEYS, 0.5),
           quantile(edits, KEYS, 0.99),
           quantile(edits, KEYS, 0.99) <= 50 ? "met" : "MISSED");
    return 0;
}
