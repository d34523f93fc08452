#include "ledger.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT_MAX = 1 << 20, COMMITS_MAX = 400 };

/* What git prints; free() it. */
static char *git(const char *folder, const char *words)
{
    char command[1024], *text = calloc(1, TEXT_MAX);

    snprintf(command, sizeof command, "git -C %s %s 2>/dev/null", folder, words);
    FILE *pipe = popen(command, "r");
    size_t n = pipe ? fread(text, 1, TEXT_MAX - 1, pipe) : 0;
    while (n > 0 && text[n - 1] == '\n')
        text[--n] = '\0';
    if (pipe)
        pclose(pipe);
    return text;
}

static bool holds(const char *text, char kind, int number)
{
    char word[16];

    snprintf(word, sizeof word, "%c%02d", kind, number);
    return strstr(text, word) != NULL;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int person_called(const Ledger *l, const char *name)
{
    for (int i = 0; i < LEDGER_PEOPLE; i++)
        if (strcmp(l->people[i], name) == 0)
            return i;
    return -1;
}

/* Everybody but the author, by name, each once. */
static void expect_trailers(const Ledger *l, int author, char *out, size_t size)
{
    const char *names[LEDGER_PEOPLE];
    size_t used = 0;

    memcpy(names, l->people, sizeof names);
    qsort(names, LEDGER_PEOPLE, sizeof *names, by_name);
    out[0] = '\0';
    for (int i = 0; i < LEDGER_PEOPLE; i++) {
        int person = person_called(l, names[i]);
        if (person != author)
            used += (size_t)snprintf(out + used, size - used,
                                     "Co-authored-by: %s <p%d@example.com>\n", names[i],
                                     person);
    }
    if (used > 0)
        out[used - 1] = '\0';
}

static int differs(const char *what, const char *where, const char *is,
                   const char *should)
{
    fprintf(stderr, "%s of %.10s is\n%s\nand should be\n%s\n", what, where, is, should);
    return 1;
}

/* Words that this revision is the first to have were typed by its author. */
static int compare_words(const Ledger *l, const char *commit, const char *text,
                         int author, bool *seen)
{
    int errors = 0;

    for (int i = 0; i < l->turns; i++) {
        if (seen[i] || !holds(text, 'w', i))
            continue;
        seen[i] = true;
        if (l->turn_of[i] != author)
            errors +=
                differs("the author", commit, author < 0 ? "nobody" : l->people[author],
                        l->people[l->turn_of[i]]);
    }
    return errors;
}

static int compare_revision(const Ledger *l, const char *folder, const char *commit,
                            bool *seen)
{
    char words[256], expected[4096];
    int errors = 0;

    snprintf(words, sizeof words, "log -1 --format=%%an %s", commit);
    char *name = git(folder, words);
    snprintf(words, sizeof words, "log -1 --format=%%cn %s", commit);
    char *committer = git(folder, words);
    snprintf(words, sizeof words, "log -1 --format='%%(trailers:only,unfold)' %s",
             commit);
    char *trailers = git(folder, words);
    snprintf(words, sizeof words, "show %s:lantern.md", commit);
    char *text = git(folder, words);
    int author = person_called(l, name);
    errors += compare_words(l, commit, text, author, seen);
    if (author < 0)
        errors += differs("the author", commit, name, "somebody in the room");
    if (strcmp(name, committer) != 0)
        errors += differs("the committer", commit, committer, name);
    expect_trailers(l, author, expected, sizeof expected);
    if (strcmp(trailers, expected) != 0)
        errors += differs("the trailers", commit, trailers, expected);
    free(name);
    free(committer);
    free(trailers);
    free(text);
    return errors;
}

static int compare_document(const Ledger *l, const char *folder)
{
    bool seen[LEDGER_TURNS] = {false};
    char *log = git(folder, "log --reverse --format=%H -- lantern.md"), *save = NULL;
    char *last = git(folder, "show HEAD:lantern.md");
    int errors = 0, revisions = 0;

    for (char *commit = strtok_r(log, "\n", &save); commit;
         commit = strtok_r(NULL, "\n", &save), revisions++)
        errors += compare_revision(l, folder, commit, seen);
    for (int i = 0; i < l->turns; i++)
        if (!holds(last, 'w', i)) {
            fprintf(stderr, "the word w%02d is not in the document\n", i);
            errors++;
        }
    printf("# %d revisions of the document\n", revisions);
    free(log);
    free(last);
    return errors;
}

static int compare_questions(const Ledger *l, const char *folder)
{
    int errors = 0;

    for (int i = 0; i < l->questions; i++) {
        char words[128];
        snprintf(words, sizeof words,
                 "log --format=%%an --fixed-strings --grep=q%02d -- .prfaq/reviews", i);
        char *name = git(folder, words);
        if (strcmp(name, l->people[l->asker_of[i]]) != 0)
            errors += differs("who asked", words, name, l->people[l->asker_of[i]]);
        free(name);
        snprintf(words, sizeof words, "grep -l q%02d HEAD -- .prfaq/reviews", i);
        char *file = git(folder, words);
        if (!file[0])
            errors += differs("the thread", words, "nowhere", "in a file");
        free(file);
    }
    return errors;
}

int ledger_compare(const Ledger *ledger, const char *folder)
{
    char *fsck = git(folder, "fsck --full --strict --no-dangling 2>&1");
    int errors = compare_document(ledger, folder) + compare_questions(ledger, folder);

    if (fsck[0])
        errors += differs("the check", folder, fsck, "clean");
    free(fsck);
    return errors;
}
