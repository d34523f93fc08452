/* infer_path.c: which paragraph is which, as the best path through all of them.
 *
 * Each paragraph has a score for each place, by its words; each step from one
 * place to the next has a score, by the order people write in. The path with the
 * highest sum wins (Viterbi's algorithm): linear in the number of paragraphs. The
 * scores are tenths, set by hand on documents that were read by people. */
#include <string.h>

#include "doc/infer_state.h"

enum {
    NEVER = -100000,
    PHASES = 2, /* before and behind the first paragraph of the solution */
    STATES = SPOT_COUNT * PHASES,
};

/* clang-format off */
/* Columns as rows: summary, problem, solution, leader, experience, customer, start, other. */
static const int steps[SPOT_COUNT][SPOT_COUNT] = {
    [SPOT_SUMMARY]    = { 0,   9,  4,  1,  0,  0,  0,  0},
    [SPOT_PROBLEM]    = {-20,  4,  6,  2, -4,  0, -6, -2},
    [SPOT_SOLUTION]   = {-30, -8,  5,  3,  2,  2,  2,  0},
    [SPOT_LEADER]     = {-20,  3,  4, -1,  3,  4,  3,  0},
    [SPOT_EXPERIENCE] = {-30,-16, -4,  1,  4,  4,  3,  0},
    [SPOT_CUSTOMER]   = {-30, -6,  0,  0,  2,  0,  5,  0},
    [SPOT_START]      = {-40,-25,-12, -2, -3, -2,  4, -2},
    [SPOT_OTHER]      = {-30, -4,  0,  0,  0,  0,  2,  3},
};
/* clang-format on */

static int at_most(int count, int most)
{
    return count < most ? count : most;
}

static int of(const Piece *u, Signal signal, int most)
{
    return at_most(u->trait.signals.of[signal], most);
}

static int lead(const Piece *u, Signal signal)
{
    return u->trait.lead.of[signal] > 0;
}

/* -- scores of one paragraph ---------------------------------------------- */

/* What the heading above says it is. */
static int promised(const Piece *u, Signal signal)
{
    return u->head.of[signal] > 0 ? 10 : 0;
}

static bool is_promising(const Piece *u)
{
    for (Signal s = SIGNAL_HEAD_PROBLEM; s <= SIGNAL_HEAD_START; s++)
        if (u->head.of[s] > 0)
            return true;
    return false;
}

static int score_quote(const Piece *u, Spot place)
{
    const Trait *t = &u->trait;
    int leader = at_most(t->speech.of[SIGNAL_LEADER], 2);
    int speaker = at_most(t->speech.of[SIGNAL_SPEAKER], 2);
    int we = at_most(t->quoted.of[SIGNAL_WE], 3),
        i = at_most(t->quoted.of[SIGNAL_I], 3);
    bool told = t->attribution || t->speech.of[SIGNAL_SAY] > 0 || leader + speaker > 0;
    int base = told ? 14 : u->quoted ? 8 : 0;

    i = at_most(i, 2);
    if (place == SPOT_LEADER)
        return base + 8 * leader + (u->own ? 7 : 0) + 2 * we +
               2 * promised(u, SIGNAL_HEAD_LEADER);
    if (place == SPOT_CUSTOMER)
        return base + 8 * speaker + 3 * i + 2 * promised(u, SIGNAL_HEAD_CUSTOMER);
    return 0;
}

static int score_words(const Piece *u, Spot place)
{
    int problem = of(u, SIGNAL_PROBLEM, 5), solve = of(u, SIGNAL_SOLVE, 4);
    int use = of(u, SIGNAL_USE, 4), start = of(u, SIGNAL_START, 2);
    int offer = of(u, SIGNAL_OFFER, 3);
    int announce = of(u, SIGNAL_ANNOUNCE, 2) + of(u, SIGNAL_TODAY, 1);
    int product = u->subject ? 2 : u->trait.lead.of[SIGNAL_PRODUCT] > 0;
    int named = u->named && !u->subject;

    switch (place) {
    case SPOT_SUMMARY:
        return 3 * announce - 2 * problem - 2 * product - 3;
    case SPOT_PROBLEM:
        return 4 * problem -
               (problem     ? 0
                : u->absent ? 3
                            : 8) -
               6 * product - 4 * named - solve - 2 * start +
               3 * lead(u, SIGNAL_PEOPLE) - 2 + promised(u, SIGNAL_HEAD_PROBLEM);
    case SPOT_SOLUTION:
        return 3 * solve + (start ? 1 : 4) * product + 3 * named + (u->list ? 2 : 0) -
               3 * start - 2 * lead(u, SIGNAL_PEOPLE) - 2 +
               promised(u, SIGNAL_HEAD_SOLUTION);
    case SPOT_EXPERIENCE:
        return 3 * use + 9 * lead(u, SIGNAL_USE) + 5 * lead(u, SIGNAL_BEGIN) +
               (u->code ? 6 : 0) + (u->steps ? 6 : 0) - 11 +
               promised(u, SIGNAL_HEAD_USE);
    case SPOT_START:
        return 9 * start + 3 * offer + 4 * lead(u, SIGNAL_START) +
               (u->trait.link ? 4 : 0) +
               (u->last && start + offer + u->trait.link > 0 ? 12 : 0) - 13 +
               promised(u, SIGNAL_HEAD_START);
    case SPOT_OTHER:
        return u->heading == NO_INDEX ? -6 : is_promising(u) ? 2 : 8;
    default:
        return NEVER;
    }
}

static int score(const Piece *u, Spot place)
{
    bool quote = place == SPOT_LEADER || place == SPOT_CUSTOMER;

    if (!(u->allowed & SPOT_BIT(place)))
        return NEVER;
    if (u->label)
        return 0;
    int home = u->home == place ? 8 : 0;
    if (quote)
        return u->trait.quote ? home + score_quote(u, place) : home > 0 ? 0 : NEVER;
    return home + score_words(u, place) - (u->trait.quote ? 6 : 0);
}

/* -- the path ------------------------------------------------------------- */

typedef struct Cell {
    int sum;
    unsigned char from; /* state of the piece before */
} Cell;

static int phase_after(Spot place, int phase)
{
    return place == SPOT_SOLUTION ? 1 : phase;
}

static int step(int from, Spot to)
{
    int late = from % PHASES && to == SPOT_PROBLEM ? -8 : 0;

    return steps[from / PHASES][to] + late;
}

/* Only differences count: keep the best at 0. */
static void lower(Cell *cells)
{
    int best = NEVER * 2;

    for (int s = 0; s < STATES; s++)
        best = cells[s].sum > best ? cells[s].sum : best;
    for (int s = 0; s < STATES; s++)
        cells[s].sum = cells[s].sum > NEVER ? cells[s].sum - best : NEVER * 2;
}

/* The best way into each state of the next piece. */
static void advance(const Cell *before, const Piece *u, Cell *after)
{
    for (int s = 0; s < STATES; s++)
        after[s] = (Cell){.sum = NEVER * 2};
    for (int place = 0; place < SPOT_COUNT; place++) {
        int own = score(u, (Spot)place);
        if (own <= NEVER)
            continue;
        for (int from = 0; from < STATES; from++) {
            int to = place * PHASES + phase_after((Spot)place, from % PHASES);
            int sum = before[from].sum + own + step(from, (Spot)place);
            if (before[from].sum > NEVER && sum > after[to].sum)
                after[to] = (Cell){sum, (unsigned char)from};
        }
    }
    lower(after);
}

static int best_state(const Cell *cells)
{
    int best = 0;

    for (int s = 1; s < STATES; s++)
        if (cells[s].sum > cells[best].sum)
            best = s;
    return best;
}

/* How much better the place is than the next by the paragraph's own words. */
static int margin_of(const Piece *u)
{
    int own = score(u, u->place), next = NEVER;

    for (int place = 0; place < SPOT_COUNT; place++) {
        int other = score(u, (Spot)place);
        if (place != (int)u->place && other > next)
            next = other;
    }
    return next <= NEVER ? 20 : own - next;
}

void path_find(Piece *pieces, size_t count, Arena *arena)
{
    Cell *cells = arena_array(arena, (count + 1) * STATES, sizeof *cells);

    for (int s = 0; s < STATES; s++)
        cells[s] = (Cell){.sum = s == SPOT_SUMMARY * PHASES ? 0 : NEVER * 2};
    for (size_t i = 0; i < count; i++)
        advance(&cells[i * STATES], &pieces[i], &cells[(i + 1) * STATES]);
    int state = best_state(&cells[count * STATES]);
    for (size_t i = count; i > 0; i--) {
        pieces[i - 1].place = (Spot)(state / PHASES);
        pieces[i - 1].margin = margin_of(&pieces[i - 1]);
        state = cells[i * STATES + (size_t)state].from;
    }
}
