/* replay.c: runs a fuzz target over its seeds, when there is no libFuzzer: every
 * file of the folders named on the command line, its prefixes, and the same with
 * one byte changed, by a fixed generator. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SEED_MAX = 1 << 20, MUTATIONS = 64 };

static uint32_t next_random(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void replay_bytes(uint8_t *bytes, size_t size)
{
    uint32_t state = 1;

    LLVMFuzzerTestOneInput(bytes, size);
    for (int i = 0; i < MUTATIONS && size > 0; i++) {
        size_t at = next_random(&state) % size;
        uint8_t kept = bytes[at];
        bytes[at] = (uint8_t)next_random(&state);
        LLVMFuzzerTestOneInput(bytes, size);
        bytes[at] = kept;
        LLVMFuzzerTestOneInput(bytes, next_random(&state) % size);
    }
}

static int replay_file(const char *folder, const char *name, uint8_t *bytes)
{
    char path[4096];
    FILE *file = NULL;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    file = fopen(path, "rb");
    if (!file)
        return 0;
    size_t size = fread(bytes, 1, SEED_MAX, file);
    fclose(file);
    /* An exact copy, so that a sanitizer sees a read past the end. */
    uint8_t *copy = malloc(size ? size : 1);
    if (!copy)
        return 0;
    memcpy(copy, bytes, size);
    replay_bytes(copy, size);
    free(copy);
    return 1;
}

int main(int argc, char **argv)
{
    static uint8_t bytes[SEED_MAX];
    int files = 0;

    for (int i = 1; i < argc; i++) {
        DIR *dir = opendir(argv[i]);
        struct dirent *entry;
        while (dir && (entry = readdir(dir)))
            if (entry->d_name[0] != '.')
                files += replay_file(argv[i], entry->d_name, bytes);
        if (dir)
            closedir(dir);
    }
    if (files == 0) {
        fprintf(stderr, "no seeds found\n");
        return 1;
    }
    printf("%d seeds replayed\n", files);
    return 0;
}
