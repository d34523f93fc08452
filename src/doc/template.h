/* template.h: what one kind of document must contain.
 *
 * A template is itself Markdown (docs/template-format.md): front matter, a
 * title, an introduction, then a PartSpec per `## ` heading with its attributes
 * and guidance. Immutable once parsed. Strings borrow from the file. */
#ifndef DOC_TEMPLATE_H
#define DOC_TEMPLATE_H

#include <stdbool.h>

#include "base/error.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/part.h"
#include "doc/questions.h"

typedef enum PartStyle {
    PART_STYLE_NOUN, /* a title line without a final mark */
    PART_STYLE_PROSE,
    PART_STYLE_QUOTE, /* a quotation with its attribution */
    PART_STYLE_QA,
    PART_STYLE_LIST,
} PartStyle;

typedef struct StrList {
    const Str *items;
    size_t count;
} StrList;

typedef struct PartSpec {
    Str id;        /* stable key, "problem"; unique within its template */
    Str title;     /* heading a new document starts with */
    Str titles[2]; /* by LANG_EN, LANG_KO */
    PartKind kind;
    Region region;
    PartStyle style;
    bool required;
    bool dateline;     /* opens with place and date */
    int min, max;      /* in the template's unit; 0: no limit */
    int min_questions; /* answered; 0 unless PART_STYLE_QA */
    int max_questions;
    int answer_max;    /* longest answer, in the template's unit */
    int sentences_min; /* usual number; 0: not said */
    int sentences_max;
    int minutes;      /* time for this box in a workshop; 0: not said */
    StrList starters; /* ids of the question bank */
    Str purpose;
    StrList questions; /* 2 to 4 guiding questions, without numbers */
    Str bad_example;   /* Markdown without the block quote marks */
    Str bad_reason;    /* without "Why:" */
    Str good_example;
    StrList mistakes; /* bullets without the marker */
    int line;         /* of its `## ` heading */
} PartSpec;

typedef enum Unit { UNIT_WORDS, UNIT_CHARS } Unit;

typedef struct Template {
    Str id;
    Lang lang; /* LANG_EN or LANG_KO */
    int version;
    Str name;
    Str names[2]; /* by language */
    int page_limit;
    int pr_min, pr_max; /* 0: no limit */
    int faq_max;
    int doc_max;
    Unit unit;
    Str register_pr, register_quote, register_faq; /* may be empty */
    Str dateline;
    int minutes;
    Str tags;
    StrList must; /* empty: the must rows of the bank */
    Str note;
    Str title; /* the `# ` heading */
    Str intro;
    const PartSpec *specs;
    size_t spec_count;
    Str path;  /* where it came from, for messages: "built-in", a path */
    Str bytes; /* the file */
} Template;

/* Parse a template.
 *
 *   md      the file; must outlive *out
 *   path    for messages, "ko/prfaq.md"
 *   bank    starters and must ids are looked up here
 *   owns    *out lives in `arena`
 *   fails   ERR_INVALID; the message is "PATH:LINE: reason"
 *   source  docs/template-format.md, Errors */
bool template_parse(Str md, Str path, const QuestionBank *bank, Arena *arena,
                    Template *out, Error *err);
const PartSpec *template_spec(const Template *t, Str id); /* or NULL */

typedef struct DraftAnswers {
    Str title;
    Str customer, product, company, owner; /* empty ones are left out */
    Str origin; /* of the idea: "customer", "skill", "technology", "competitor" */
    Str tags;   /* "hardware, ai"; empty: those of the template */
} DraftAnswers;

/* Append the first text of a new document (docs/template-format.md, "How a
 * document is drafted"). The title is quoted where YAML asks for it. */
void document_draft(const Template *t, const QuestionBank *bank,
                    const DraftAnswers *answers, StrBuf *out);
/* Does a starter apply to a document with these tags? */
bool starter_applies(const BankQuestion *row, Str tags);

#endif
