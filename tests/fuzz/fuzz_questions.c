#include <assert.h>
#include <stdint.h>

#include "doc/questions.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Str text = {(const char *)data, size};
    Arena arena = {0};
    QuestionBank bank = {0};
    Error err = {0};

    if (questions_parse(text, &arena, &bank, &err)) {
        for (size_t i = 0; i < bank.count; i++) {
            assert(questions_find(&bank, bank.rows[i].id) == &bank.rows[i]);
            assert(!tag_in(bank.rows[i].tags, (Str){0}));
            for (int lang = 0; lang < LANG_COUNT; lang++)
                question_matches(&bank.rows[i], (Lang)lang, str_slice(text, 0, 4096));
        }
    } else {
        assert(err.code == ERR_INVALID && bank.count == 0);
    }
    arena_deinit(&arena);
    return 0;
}
