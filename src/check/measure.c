#include "check/measure.h"

enum { WORDS_A_MINUTE = 200, GRAPHEMES_A_MINUTE = 550 };

static void count_actors(const CheckRun *run, Measures *out)
{
    const Document *doc = run->doc;

    for (size_t i = 0; i < run->sentence_count; i++) {
        const Sentence *s = &run->sentences[i];
        size_t part = doc->blocks[s->block].part;
        if (part == NO_INDEX || doc->parts[part].region != REGION_PR ||
            block_is_label(run, s->block))
            continue;
        out->actors[sentence_actor(run, s)]++;
        out->sentences++;
    }
}

static void read_answers(const CheckRun *run, Measures *out)
{
    size_t count = run->doc->question_count;
    AnswerShape *answers = arena_array(run->arena, count + 1, sizeof *answers);

    for (size_t i = 0; i < count; i++) {
        answers[i] = answer_shape(run, i);
        out->shapes[answers[i]]++;
    }
    out->answers = answers;
}

void measure(const CheckRun *run, Measures *out)
{
    size_t rate = run_limit(run, WORDS_A_MINUTE, GRAPHEMES_A_MINUTE);

    *out = (Measures){.release = budget_release(run),
                      .faq = budget_faq(run),
                      .document = budget_document(run)};
    for (size_t b = 0; b < run->doc->block_count; b++)
        out->length += budget_block_length(run, b);
    out->reading_seconds = (int)((out->length * 60 + rate - 1) / rate);
    count_actors(run, out);
    read_answers(run, out);
}
