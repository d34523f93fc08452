#include "check/stated.h"

#include "check/run.h"

/* What a question asks: by its id, else by its words. */
static const BankQuestion *topic_of(const CheckRun *run, size_t question)
{
    const QuestionBank *bank = &run->lib->bank;
    Str id = run->doc->questions[question].id;

    if (id.len > 0)
        return questions_find(bank, id);
    for (size_t i = 0; run_has_words(run) && i < bank->count; i++)
        if (question_matches_pairs(&bank->rows[i], run->doc->lang, run->asked[question],
                                   &run->asked_pairs[question]))
            return &bank->rows[i];
    return NULL;
}

void stated_read(const Document *doc, const Library *lib, const CheckOptions *options,
                 Arena *arena, Stated *out)
{
    CheckRun run = {
        .doc = doc, .lib = lib, .options = options, .arena = arena, .words = LANG_EN};

    run_prepare(&run);
    out->customer = customer_is_stated(&run);
    out->problem = problem_is_stated(&run);
    out->topics = arena_array(arena, doc->question_count + 1, sizeof *out->topics);
    for (size_t i = 0; i < doc->question_count; i++)
        out->topics[i] = topic_of(&run, i);
}
