#include "doc/verdict.h"

#include "doc/blank.h"

enum {
    BLANK_LABELS = 3,
    DIGEST_ITEMS = 8,
    BOILERPLATE_BYTES = 120,
    ABOUT_BYTES = 60,
    LABEL_BYTES = 80,
};

#define CERTAINTY_PLAIN 0.8
#define CERTAINTY_GUESS 0.5  /* by the look of its paragraphs alone */
#define SURE_DATELINE   0.95 /* of a first paragraph: it has one */
#define SURE_ANNOUNCES  0.85 /* of a first paragraph: it announces something */

static bool has_words(const Document *doc)
{
    for (size_t i = 0; i < doc->block_count; i++)
        if (doc->blocks[i].prose.text.len > 0)
            return true;
    return false;
}

/* How it is used and where to get it stands in any manual: the rest of a release
 * does not. Without questions one section is not enough. */
static bool has_release(const Document *doc)
{
    unsigned kinds = 0, count = 0;
    bool labelled = false;

    for (size_t i = 0; i < doc->part_count; i++)
        if (doc->parts[i].kind >= PART_HEADLINE &&
            doc->parts[i].kind < PART_EXTERNAL_FAQ) {
            kinds |= PART_BIT(doc->parts[i].kind) | doc->parts[i].also;
            labelled = labelled || doc->parts[i].found != FOUND_INFERRED;
        }
    const unsigned telling = PART_BIT(PART_HEADLINE) | PART_BIT(PART_GETTING_STARTED) |
                             PART_BIT(PART_PROBLEM) | PART_BIT(PART_LEADER_QUOTE) |
                             PART_BIT(PART_CUSTOMER_QUOTE);
    /* A manual introduces its product too. */
    if (doc->question_count == 0 && !labelled && !(kinds & telling))
        return false;
    kinds &= ~(PART_BIT(PART_EXPERIENCE) | PART_BIT(PART_GETTING_STARTED));
    for (; kinds; kinds &= kinds - 1)
        count++;
    return count > 1 || (count > 0 && doc->question_count > 0);
}

static bool is_words(const Document *doc, const Block *b)
{
    if ((b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_ITEM) || b->prose.text.len == 0)
        return false;
    if (b->part == NO_INDEX)
        return true;
    const Part *part = &doc->parts[b->part];
    return part->found == FOUND_INFERRED || b->range.end > part->label.end;
}

/* Labels, and below them nothing but places to fill in and what to write there. */
static bool is_template(const Document *doc, const Library *lib)
{
    size_t labels = 0, words = 0, written = 0;

    for (size_t i = 0; i < doc->part_count; i++)
        labels +=
            doc->parts[i].found != FOUND_INFERRED && doc->parts[i].kind != PART_OTHER;
    if (labels < BLANK_LABELS)
        return false;
    for (size_t i = 0; i < doc->block_count; i++)
        words += is_words(doc, &doc->blocks[i]);
    for (size_t i = 0; i < doc->block_count && written * 10 <= words * 2; i++)
        written += is_words(doc, &doc->blocks[i]) &&
                   !blank_paragraph(doc->blocks[i].prose.text, lib, doc->lang);
    return written * 10 <= words * 2;
}

/* More list items than paragraphs four to one, and nobody asks anything. */
static bool is_digest(const Document *doc)
{
    size_t items = 0, paragraphs = 0, labelled = 0;

    for (size_t i = 0; i < doc->part_count; i++)
        labelled +=
            doc->parts[i].kind != PART_OTHER && doc->parts[i].found != FOUND_INFERRED;
    if (labelled >= 2)
        return false;
    for (size_t i = 0; i < doc->block_count; i++) {
        items += doc->blocks[i].kind == BLOCK_ITEM;
        paragraphs += doc->blocks[i].kind == BLOCK_PARAGRAPH;
    }
    return doc->question_count == 0 && items > DIGEST_ITEMS && items > 4 * paragraphs;
}

/* Words at the end of a release for newspapers. */
typedef struct Boilerplate {
    bool about;   /* "About Lantern" */
    bool contact; /* "Media contact" */
} Boilerplate;

static void find_boilerplate(const Document *doc, const Library *lib, const Block *b,
                             Boilerplate *out)
{
    StrBuf folded = {0};
    SignalCount count = {0};

    if (b->prose.text.len == 0 || b->prose.text.len > BOILERPLATE_BYTES)
        return;
    signals_fold(b->prose.text, &folded);
    signals_count(&lib->signals, strbuf_view(&folded), doc->lang, &count);
    strbuf_deinit(&folded);
    out->contact = out->contact || count.of[SIGNAL_PRESS] > 0;
    out->about =
        out->about || (count.of[SIGNAL_ABOUT] > 0 && b->prose.text.len < ABOUT_BYTES);
}

/* No question, no section for the problem, and what newspapers are told. */
static bool is_media(const Document *doc, const Library *lib)
{
    Boilerplate told = {0};
    bool problem = false;

    if (doc->question_count > 0)
        return false;
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        if (region_is_faq(part->region) || part->kind == PART_FIVE_QUESTIONS)
            return false;
        problem =
            problem || (part->kind == PART_PROBLEM && part->found != FOUND_INFERRED);
    }
    for (size_t i = 0; i < doc->block_count; i++)
        find_boilerplate(doc, lib, &doc->blocks[i], &told);
    return (told.about || told.contact) && !problem;
}

static NotPrfaq reason_of(const Document *doc, const Library *lib)
{
    if (!has_words(doc))
        return NOT_PRFAQ_EMPTY;
    if (is_template(doc, lib))
        return NOT_PRFAQ_TEMPLATE;
    if (is_digest(doc))
        return NOT_PRFAQ_DIGEST;
    if (has_release(doc) && is_media(doc, lib))
        return NOT_PRFAQ_MEDIA;
    if (has_release(doc))
        return PRFAQ_IS_ONE;
    return doc->question_count > 0 ? NOT_PRFAQ_FAQ_ONLY : NOT_PRFAQ_NOTES;
}

/* In any language: who writes German may say "PR/FAQ" or "보도자료" in a name. */
static bool names_one(const Library *lib, Str words)
{
    StrBuf folded = {0};
    SignalCount count = {0};

    signals_fold(words, &folded);
    for (int lang = LANG_EN; lang < LANG_COUNT; lang++)
        signals_count(&lib->signals, strbuf_view(&folded), (Lang)lang, &count);
    strbuf_deinit(&folded);
    return count.of[SIGNAL_TITLE] > 0;
}

/* Does a title or a label call it a PR/FAQ or a press release? */
static bool is_called_one(const Document *doc, const Library *lib)
{
    if (names_one(lib, doc->title))
        return true;
    for (size_t i = 0; i < doc->block_count; i++) {
        const Block *b = &doc->blocks[i];
        if (b->prose.text.len == 0 || b->prose.text.len > LABEL_BYTES ||
            (b->kind != BLOCK_HEADING && b->kind != BLOCK_PARAGRAPH))
            continue;
        const Label *label = library_label(lib, b->prose.text);
        if (label && label->role != LABEL_PART)
            return true;
    }
    return false;
}

/* What stands in a document besides its words for a release. */
typedef struct Proof {
    size_t labelled; /* kinds of labelled sections of a release */
    bool own;        /* one of them is of a release alone: a quotation, a headline */
    bool audience;   /* a labelled FAQ of customers, or of colleagues */
    bool dateline;
    bool announced; /* the first paragraph announces something */
    bool quoted;
} Proof;

/* "How it works" and "Getting started" stand in any manual. */
static Proof find_proof(const Document *doc)
{
    const unsigned quotes = PART_BIT(PART_LEADER_QUOTE) | PART_BIT(PART_CUSTOMER_QUOTE);
    const unsigned own = quotes | PART_BIT(PART_HEADLINE) | PART_BIT(PART_SUBHEADING);
    const unsigned sections =
        own | PART_BIT(PART_SUMMARY) | PART_BIT(PART_PROBLEM) | PART_BIT(PART_SOLUTION);
    unsigned kinds = 0;
    Proof out = {0};

    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        bool labelled = part->found != FOUND_INFERRED;
        if (labelled)
            kinds |= PART_BIT(part->kind) & sections;
        out.audience =
            out.audience ||
            (labelled && part->question_count > 0 &&
             (part->kind == PART_EXTERNAL_FAQ || part->kind == PART_INTERNAL_FAQ));
        out.quoted = out.quoted || (PART_BIT(part->kind) & quotes) != 0;
        if (part->kind == PART_SUMMARY && !labelled) {
            out.dateline = out.dateline || part->confidence >= SURE_DATELINE;
            out.announced = out.announced || part->confidence >= SURE_ANNOUNCES;
        }
    }
    out.own = (kinds & own) != 0;
    for (; kinds; kinds &= kinds - 1)
        out.labelled++;
    return out;
}

/* Does it say what it is, so that nobody has to guess? */
static bool is_plain(const Document *doc, const Library *lib)
{
    Proof proof = find_proof(doc);
    bool asked = doc->question_count > 0;

    if (proof.audience || (proof.labelled > 1 && proof.own) ||
        (asked && (proof.dateline || (proof.announced && proof.quoted))))
        return true;
    return (asked || proof.dateline || proof.labelled > 0) && is_called_one(doc, lib);
}

void verdict_read(Document *doc, const Library *lib)
{
    doc->not_prfaq = doc->tmpl ? PRFAQ_IS_ONE : reason_of(doc, lib);
    doc->is_prfaq = doc->not_prfaq == PRFAQ_IS_ONE;
    doc->certainty = CERTAINTY_PLAIN;
    if (doc->tmpl)
        doc->certainty = 1;
    else if (doc->is_prfaq && !is_plain(doc, lib))
        doc->certainty = CERTAINTY_GUESS;
}

/* "docs/lantern_pr-faq.md": its last name, '_' and '.' as spaces. */
static bool is_named_one(const Library *lib, Str path)
{
    StrBuf name = {0};
    size_t from = path.len;

    while (from > 0 && path.ptr[from - 1] != '/')
        from--;
    for (size_t i = from; i < path.len; i++)
        strbuf_addc(&name,
                    path.ptr[i] == '_' || path.ptr[i] == '.' ? ' ' : path.ptr[i]);
    bool named = names_one(lib, strbuf_view(&name));
    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] == '-')
            name.ptr[i] = ' ';
    named = named || names_one(lib, strbuf_view(&name));
    strbuf_deinit(&name);
    return named;
}

bool verdict_is_plain(const Document *doc, const Library *lib, Str path)
{
    return doc->is_prfaq &&
           (doc->certainty > CERTAINTY_GUESS || is_named_one(lib, path));
}
