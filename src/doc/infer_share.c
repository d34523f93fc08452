/* infer_share.c: parts that share a paragraph with another one. */
#include "doc/infer_state.h"

/* How sure the opening is of a summary that announces something. */
static const double SURE_SUMMARY = 0.8;

static bool is_guessed(const Infer *f, PartKind kind)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->guesses[i].kind == kind)
            return true;
    return infer_is_labelled(f, kind);
}

static Guess *guess_of(const Infer *f, PartKind kind)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->guesses[i].kind == kind)
            return &f->guesses[i];
    return NULL;
}

static int told_by(Infer *f, const Guess *g, Signal signal)
{
    Trait t = {0};

    if (!g)
        return 0;
    trait_read(f->r, g->block, &f->room, &t);
    return t.signals.of[signal];
}

/* A release says what it offers somewhere: when no paragraph is left for that, it
 * is the summary, or the problem when that goes on to say it. */
static void share_solution(Infer *f)
{
    Guess *summary = guess_of(f, PART_SUMMARY), *problem = guess_of(f, PART_PROBLEM);

    if (is_guessed(f, PART_SOLUTION))
        return;
    int first = told_by(f, summary, SIGNAL_SOLVE),
        second = told_by(f, problem, SIGNAL_SOLVE);
    Guess *telling = problem && (!summary || second > first) ? problem : summary;
    if (telling)
        telling->also |= PART_BIT(PART_SOLUTION);
}

/* Nothing between the summary and the solution: the summary began to tell it. */
static void share_first(Infer *f)
{
    Guess *summary = guess_of(f, PART_SUMMARY);

    if (summary && summary + 1 < f->guesses + f->count &&
        summary[1].kind == PART_SOLUTION && !infer_is_labelled(f, PART_SOLUTION))
        summary->also |= PART_BIT(PART_SOLUTION);
}

static void share_problem(Infer *f)
{
    static const PartKind tellers[] = {PART_SUMMARY, PART_SOLUTION, PART_LEADER_QUOTE};
    Guess *telling = NULL;
    int most = 1;

    if (is_guessed(f, PART_PROBLEM))
        return;
    for (size_t i = 0; i < sizeof tellers / sizeof *tellers; i++) {
        Guess *g = guess_of(f, tellers[i]);
        int told = told_by(f, g, SIGNAL_PROBLEM);
        /* A first paragraph that announces nothing is there for the problem. */
        bool plain = g && g->kind == PART_SUMMARY && g->confidence < SURE_SUMMARY;
        bool absent = plain && !infer_names_product(f, infer_words(f, g->block));
        told += absent ? 2 : plain && told > 0;
        if (told > most) {
            most = told;
            telling = g;
        }
    }
    if (telling)
        telling->also |= PART_BIT(PART_PROBLEM);
}

static bool says_how(const Infer *f, Str title)
{
    SignalCount count = infer_signals(f, title);
    return count.of[SIGNAL_BEGIN] + count.of[SIGNAL_HEAD_USE] > 0;
}

/* "Getting started" tells how it is used too, when nothing else does. */
static void share_experience(Infer *f)
{
    DocumentReader *r = f->r;
    Guess *start = guess_of(f, PART_GETTING_STARTED);

    if (is_guessed(f, PART_EXPERIENCE))
        return;
    for (size_t i = 0; i < r->part_count; i++) {
        Part *part = &r->parts[i];
        if (part->kind == PART_GETTING_STARTED && part->found == FOUND_LABEL &&
            part->first_block >= f->start && part->first_block < f->end &&
            says_how(f, part->title)) {
            part->also |= PART_BIT(PART_EXPERIENCE);
            return;
        }
    }
    if (told_by(f, start, SIGNAL_USE) > 1)
        start->also |= PART_BIT(PART_EXPERIENCE);
}

/* How it is used may say where to get it: when nothing else does. */
static void share_start(Infer *f)
{
    Guess *experience = guess_of(f, PART_EXPERIENCE);

    if (!is_guessed(f, PART_GETTING_STARTED) &&
        told_by(f, experience, SIGNAL_OFFER) + told_by(f, experience, SIGNAL_START) > 0)
        experience->also |= PART_BIT(PART_GETTING_STARTED);
}

void infer_share(Infer *f)
{
    share_first(f);
    share_solution(f);
    share_problem(f);
    share_experience(f);
    share_start(f);
}
