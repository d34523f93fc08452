/* infer_state.h: a press release while its paragraphs are placed. Private to the
 * inference: infer.c finds the release and its opening, infer_path.c places what
 * follows. */
#ifndef DOC_INFER_STATE_H
#define DOC_INFER_STATE_H

#include "doc/trait.h"

enum { INFER_NAMES_MAX = 12 }; /* words of the title that may name the product */

/* A part that was found, before it is one. */
typedef struct Guess {
    size_t block;
    PartKind kind;
    unsigned also;
    double confidence;
    bool titled; /* the block is a heading: it is the part's label */
} Guess;

typedef struct Infer {
    DocumentReader *r;
    StrBuf room;
    size_t start, end; /* blocks of the release */
    int level;         /* of the heading around it; 7: none */
    size_t title;      /* block of the document's title, or NO_INDEX */
    Str names[INFER_NAMES_MAX];
    size_t name_count;
    Guess *guesses; /* in order of their blocks */
    size_t count, cap;
    size_t body; /* first block behind the opening */
} Infer;

/* What a paragraph of the body may be. */
typedef enum Spot {
    SPOT_SUMMARY,
    SPOT_PROBLEM,
    SPOT_SOLUTION,
    SPOT_LEADER,
    SPOT_EXPERIENCE,
    SPOT_CUSTOMER,
    SPOT_START,
    SPOT_OTHER,
    SPOT_COUNT,
} Spot;

#define SPOT_BIT(place) (1u << (place))
#define SPOT_ANY        (SPOT_BIT(SPOT_COUNT) - 1)
#define SPOT_QUOTES     (SPOT_BIT(SPOT_LEADER) | SPOT_BIT(SPOT_CUSTOMER))

/* A paragraph with what hangs on it: list, code, attribution. */
typedef struct Piece {
    size_t block;
    size_t heading;   /* block of the unknown heading above it, or NO_INDEX */
    unsigned allowed; /* bits of Spot */
    Spot home;        /* of the labelled part it lies in; SPOT_COUNT: none */
    bool steps;       /* a numbered list follows */
    bool code;        /* code follows */
    bool list;        /* a list follows */
    bool label;       /* a labelled part begins here */
    bool subject;     /* it begins with the product */
    bool named;       /* its first words name the product */
    bool absent;      /* nothing in it names the product */
    bool quoted;      /* in a block quote */
    bool own;         /* of a quotation: the product is named beside the speaker */
    bool last;        /* of the release */
    Trait trait;      /* with that of its attribution */
    SignalCount head; /* of the unknown heading */
    Spot place;       /* the result */
    int margin;       /* over the next best place, in tenths */
} Piece;

/* Give every piece the place that makes the most likely whole. */
void path_find(Piece *pieces, size_t count, Arena *arena);

/* -- asking (infer_state.c) ------------------------------------------------ */

Block *infer_block(const Infer *f, size_t i);
/* The bytes of its words, from the first to the last line. */
Str infer_words(const Infer *f, size_t i);
/* The labelled part it lies in, or NULL. */
const Part *infer_part(const Infer *f, size_t i);
/* Does it belong to the head of a labelled part: container, label, marker? */
bool infer_begins_part(const Infer *f, size_t i);
bool infer_is_heading(const Infer *f, size_t i);
/* What a heading or a line that is only a label names; NULL. */
const Label *infer_label(const Infer *f, size_t i);
/* Is there a labelled part of that kind? */
bool infer_is_labelled(const Infer *f, PartKind kind);
SignalCount infer_signals(const Infer *f, Str words);
bool infer_ends_sentence(Str words);
/* Behind those that are there already. */
void infer_guess(Infer *f, size_t block, PartKind kind, double confidence);

/* -- the product (infer_name.c) -------------------------------------------- */

/* What it is called: words of the opening that the body says again, as names. */
void infer_find_names(Infer *f);
bool infer_begins_with_name(const Infer *f, Str words);
bool infer_names_product(const Infer *f, Str words);

/* -- steps ----------------------------------------------------------------- */

void infer_opening(Infer *f);
void infer_body(Infer *f);
void infer_share(Infer *f);

#endif
