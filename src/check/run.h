/* run.h: one run of the rules: what a rule reads, and how it reports.
 *
 * A CheckRun lives as long as check_run(). Everything in it is computed before the
 * first rule runs and not changed afterwards, except the list of findings. A rule
 * must not keep the pointer that run_add() returns across the next one. */
#ifndef CHECK_RUN_H
#define CHECK_RUN_H

#include <stdbool.h>

#include "check/check.h"
#include "check/figure.h"
#include "check/fill.h"
#include "check/lexicon.h"
#include "check/rule.h"
#include "doc/evidence.h"
#include "doc/quote.h"

/* What a sentence holds, as a set of bits. */
enum {
    HOLDS_QUANTITY = 1, /* amounts too */
    HOLDS_DATE = 2,
    HOLDS_CONTRAST = 4, /* "instead of": a hit of the list contrast */
};

/* A sentence of a paragraph or list item. Attributions ("— Mina Park, nurse") are
 * none. */
typedef struct Sentence {
    size_t block;
    Range range; /* in the block's prose */
    unsigned holds;
} Sentence;

/* Words that nobody meant to keep: a sentence of a template, an unfilled place. */
typedef struct Leftover {
    size_t block;
    Range range; /* in the block's prose; empty for one inside a mark */
    Range place; /* in the file */
    Level level; /* as its list says */
    Str advice;
    bool of_template;
} Leftover;

/* A mark of evidence and the block it stands in. */
typedef struct BlockMark {
    size_t block;
    Evidence mark;
} BlockMark;

struct CheckRun {
    const Document *doc;
    const Library *lib;
    const CheckOptions *options;
    Arena *arena;
    Lang words;       /* of the messages: LANG_EN or LANG_KO */
    bool empty;       /* nothing is written but front matter and comments */
    const Rule *rule; /* the one that runs */
    Level level;      /* its level in this profile; never LEVEL_OFF */
    const Sentence *sentences;
    size_t sentence_count;
    const size_t *sentence_first; /* by block, block_count + 1 of them */
    const Leftover *leftovers;    /* by block, then by place */
    size_t leftover_count;
    const size_t *leftover_first; /* by block, block_count + 1 of them */
    Lexicon lexicon;              /* all lists; of the workspace too */
    const LexiconHit *hits;       /* by block, then by place: run_next_hit() */
    const size_t *hit_first;      /* by block, block_count + 1 of them */
    const Figure *figures;        /* by block, then by place */
    const size_t *figure_first;   /* by block, block_count + 1 of them */
    const Quote *quotes;          /* by block, then by place */
    const size_t *quote_first;    /* by block, block_count + 1 of them */
    const BlockMark *marks;       /* of evidence, in file order */
    size_t mark_count;
    const size_t *own_lengths;        /* by part: without leftovers */
    const Str *asked;                 /* by question: its text, folded */
    const BytePairs *asked_pairs;     /* by question: of its folded text */
    const bool *answered;             /* by question: question_is_answered() */
    const Str *answers;               /* by question: its answer's prose */
    const Level *levels;              /* by rule; NULL: as the profile has them */
    const struct WordingHit *wording; /* by block: check/wording.h */
    size_t wording_count;
    Finding *items;
    size_t count, cap;
};

/* Read what several rules need; `run` has its document, options and arena. */
void run_prepare(CheckRun *run);

/* The level a rule has in this run. */
Level run_level(const CheckRun *run, const Rule *rule);

/* The level of a finding of a word list: at most that of the rule in the profile. A
 * level that settings give the rule is that of all its findings.
 *   own  of the row; LEVEL_OFF stays */
Level run_cap(const CheckRun *run, Level own);

/* Report a finding of the rule that runs, in the words of its row.
 *
 *   level    LEVEL_OFF reports nothing
 *   part     index, or NO_INDEX
 *   returns  the finding, to add advice or a fix to; NULL for LEVEL_OFF */
Finding *run_add(CheckRun *run, Level level, size_t part, Range range, const Arg *args,
                 size_t count);
/* The same with another message than the row's: `format` as in rules.tsv. */
Finding *run_add_message(CheckRun *run, Level level, size_t part, Range range,
                         Str format, const Arg *args, size_t count);
/* Does the rule run over this document: in its language, not off? */
bool rule_runs(const CheckRun *run, const Rule *rule);
void finding_fix(Finding *finding, FixKind kind, Range range, Str text);
/* The way out of an error as advice: a sentence of its own. */
void finding_advise(Finding *finding, const Error *why, Arena *arena);

Level level_lower(Level level); /* one lower; LEVEL_OFF stays */
Level level_min(Level a, Level b);

/* The words of either language. */
Str run_words(const CheckRun *run, const char *en, const char *ko);
bool run_counts_graphemes(const CheckRun *run);
/* en or ko: the only languages we have words for. */
bool run_has_words(const CheckRun *run);
/* A number by the document's unit. */
size_t run_limit(const CheckRun *run, size_t words, size_t graphemes);

/* Fills what the blocks hold: hits, figures and quotations. */
void spans_read(CheckRun *run);
/* The bits of a stretch of a block's prose, as Sentence has them. */
unsigned spans_hold(const CheckRun *run, size_t block, Range range);
/* The next hit of a list in a block; *at begins with 0. NULL behind the last.
 * Headings, labels and the words of questions are looked at too. */
const LexiconHit *run_next_hit(const CheckRun *run, size_t block, LexiconList list,
                               size_t *at);
bool run_has_hit(const CheckRun *run, size_t block, LexiconList list);
/* Does a range of a block's prose touch a quotation? */
bool run_in_quote(const CheckRun *run, size_t block, Range range);
/* The sentence around a place of a block's prose; of a heading, the whole of it. */
Sentence run_sentence_at(const CheckRun *run, size_t block, size_t offset);

/* Where a part is shown: its label, else the first line of its body. */
Range part_place(const CheckRun *run, const Part *part);
size_t part_index(const CheckRun *run, const Part *part);
/* What people call the part: its label, else its section, else its kind. */
Str part_words_for(const CheckRun *run, const Part *part);
Str kind_words(const CheckRun *run, PartKind kind);
/* The first part of that section of the template; NULL. */
const Part *run_part_of_spec(const CheckRun *run, const PartSpec *spec);
bool block_is_label(const CheckRun *run, size_t block);
/* Does a place of the file belong to the words of a question, not to its answer? */
bool run_in_question(const CheckRun *run, size_t block, size_t offset);
bool block_is_attribution(const Block *block);
/* Prose that counts in lengths and sentences: paragraphs and list items. */
bool block_is_prose(const Block *block);
/* Does the template measure in the unit of the document's language? */
bool run_template_unit(const CheckRun *run);

/* Does section-missing ask for the section? */
bool spec_is_missing(const CheckRun *run, const PartSpec *spec);
Str spec_title(const CheckRun *run, const PartSpec *spec);
/* A heading with its id, on lines of its own, and a place to write below it; behind
 * those that `text` holds already. */
void section_text_add(const CheckRun *run, size_t at, int level, Str title, Str id,
                      StrBuf *text);
enum { SECTION_LEVEL = 2 }; /* of the headings of a new document */
/* Paragraphs long enough to be a part that nobody gave a label. */
size_t unplaced_paragraphs(const CheckRun *run);
/* Fix: put "## TITLE" with its id at a place of the file. */
void finding_add_section(const CheckRun *run, Finding *finding, size_t at, Str title,
                         Str id);

/* Length of the part's paragraphs and items, without its label. */
size_t part_total(const CheckRun *run, const Part *part);
/* The same without leftovers, as section-missing counts. */
void own_lengths_read(CheckRun *run);
bool part_is_written(const CheckRun *run, const Part *part, size_t words,
                     size_t graphemes);
/* Length of the blocks an answer stands in: at least its own. */
size_t question_length(const CheckRun *run, const Question *question);
/* An answer's prose in one piece, a space between blocks; with `own`, without what
 * nobody meant to keep. */
typedef enum AnswerText { ANSWER_ALL, ANSWER_OWN } AnswerText;
Str answer_text(const CheckRun *run, const Question *question, AnswerText which);
Range question_place(const CheckRun *run, const Question *question);
/* The block of its words and where they stand in the block's prose. */
bool question_prose(const CheckRun *run, const Question *question, size_t *block,
                    Range *range);
/* Answered with more than an unfilled place or another question. */
bool question_is_answered(const CheckRun *run, const Question *question);
/* The first words of a question's answer that evade it, where rule faq-evasive
 * reports them; NULL.  *block: where they stand */
const LexiconHit *question_evasion(const CheckRun *run, size_t question, size_t *block);
/* Does an answered question ask it, by its id or, without an id, by its words?
 *   *question  its index, when true */
bool topic_is_answered(const CheckRun *run, const BankQuestion *row, size_t *question);
/* What the rules customer-missing and problem-missing ask. */
bool customer_is_stated(const CheckRun *run);
bool problem_is_stated(const CheckRun *run);
PartKind run_kind(const CheckRun *run, size_t block); /* of its part */
Region run_region(const CheckRun *run, size_t block);
Str run_company(const CheckRun *run); /* who speaks in the release; may be empty */
/* The line break the file uses. */
Str run_newline(const CheckRun *run);

#endif
