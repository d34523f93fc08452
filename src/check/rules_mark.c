/* rules_mark.c: marks of evidence and promises: who answers for them, by when. */
#include <stdlib.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/rules.h"

/* -- debt-open ------------------------------------------------------------ */

static bool is_debt(EvidenceKind kind)
{
    return kind == EVIDENCE_ASSUMPTION || kind == EVIDENCE_UNKNOWN ||
           kind == EVIDENCE_NEEDED;
}

/* What the mark lacks; empty when it lacks nothing. */
static Str debt_lack(const CheckRun *run, const Evidence *mark)
{
    bool dated = mark->date.year > 0;

    if (mark->owner.len == 0 && !dated)
        return run_words(run, "owner and date", "맡은 사람과 날짜");
    if (mark->owner.len == 0)
        return run_words(run, "owner", "맡은 사람");
    if (!dated)
        return run_words(run, "date", "날짜");
    if (run->options->now.year > 0 && date_cmp(mark->date, run->options->now) < 0)
        return run_words(run, "a date still ahead", "지나지 않은 날짜");
    return (Str){0};
}

void rule_debt_open(CheckRun *run)
{
    for (size_t i = 0; i < run->mark_count; i++) {
        const Evidence *mark = &run->marks[i].mark;
        Str lack = is_debt(mark->kind) ? debt_lack(run, mark) : (Str){0};
        if (lack.len == 0)
            continue;
        run_add(run, run->level, run->doc->blocks[run->marks[i].block].part,
                mark->range,
                ARGS(arg_str(mark->word), arg_str(lack),
                     arg_str(str_range(run->doc->bytes, mark->range))));
    }
}

/* -- numbers-disagree ----------------------------------------------------- */

static int by_label(const void *a, const void *b)
{
    const BlockMark *const *left = a, *const *right = b;
    int order = str_cmp((*left)->mark.label, (*right)->mark.label);

    if (order != 0)
        return order;
    return (*left)->mark.range.start < (*right)->mark.range.start ? -1 : 1;
}

void rule_numbers_disagree(CheckRun *run)
{
    const BlockMark **numbers =
        arena_array(run->arena, run->mark_count, sizeof(const BlockMark *));
    size_t count = 0, first = 0;

    for (size_t i = 0; i < run->mark_count; i++)
        if (run->marks[i].mark.kind == EVIDENCE_NUMBER)
            numbers[count++] = &run->marks[i];
    if (count > 1)
        qsort(numbers, count, sizeof *numbers, by_label);
    for (size_t i = 1; i < count; i++) {
        const Evidence *mark = &numbers[i]->mark, *other = &numbers[first]->mark;
        if (!str_eq(mark->label, other->label))
            first = i;
        else if (!str_eq(mark->value, other->value))
            run_add(run, run->level, run->doc->blocks[numbers[i]->block].part,
                    mark->range,
                    ARGS(arg_str(mark->label), arg_str(mark->value),
                         arg_str(other->value)));
    }
}

/* -- promise-unbacked ----------------------------------------------------- */

enum {
    PROMISES_MAX = 64,       /* more than any release makes */
    LEDGER_LINES_MAX = 256,  /* more than anybody keeps */
    LEDGER_BYTES_MAX = 2048, /* of a line, far behind its date */
};

/* A line "promise: … @owner date" of the ledger. */
typedef struct Ledger {
    Str raw;    /* as written */
    Str folded; /* for comparing */
} Ledger;

typedef struct Ledgers {
    Ledger *items;
    size_t count, cap;
} Ledgers;

static Str fold(CheckRun *run, Str s)
{
    StrBuf folded = {0};

    unicode_nfc(s, &folded);
    Str composed = arena_str(run->arena, strbuf_view(&folded));
    strbuf_clear(&folded);
    unicode_fold_str(composed, &folded);
    Str result = arena_str(run->arena, strbuf_view(&folded));
    strbuf_deinit(&folded);
    return result;
}

static bool has_owner_and_date(Str raw)
{
    bool owner = false, dated = false;
    Str token;

    while (str_next_field(&raw, ' ', &token)) {
        Date date = {0};
        while (token.len > 0 && strchr(".,;)]\"", token.ptr[token.len - 1]))
            token.len--;
        while (token.len > 0 && strchr("([\"", token.ptr[0]))
            token = str_slice(token, 1, token.len);
        owner = owner || (token.len > 1 && token.ptr[0] == '@');
        dated = dated || date_parse_iso(token, &date);
    }
    return owner && dated;
}

static void add_ledger(CheckRun *run, Ledgers *ledgers, Str raw)
{
    if (ledgers->count == LEDGER_LINES_MAX)
        return;
    raw = utf8_cut(raw, LEDGER_BYTES_MAX);
    if (!has_owner_and_date(raw))
        return;
    ledgers->items = arena_grow(run->arena, ledgers->items, ledgers->count,
                                &ledgers->cap, sizeof *ledgers->items);
    ledgers->items[ledgers->count++] = (Ledger){raw, fold(run, raw)};
}

static bool opens_with_promise(Str s)
{
    return str_eq_nocase(str_slice(s, 0, 8), STR("promise:")) ||
           str_starts(s, STR("약속:")) ||
           str_starts(s, STR("\u110B\u1163\u11A8\u1109\u1169\u11A8:")); /* NFD */
}

static bool is_ledger_key(Str key)
{
    return str_starts(key, STR("promise"));
}

static Ledgers read_ledgers(CheckRun *run)
{
    Ledgers ledgers = {0};
    const Metadata *meta = &run->doc->meta;

    for (size_t i = 0; i < meta->count; i++)
        if (is_ledger_key(meta->entries[i].key))
            add_ledger(run, &ledgers, meta->entries[i].value);
    for (size_t b = 0; b < run->doc->block_count; b++) {
        const Block *block = &run->doc->blocks[b];
        if (run_region(run, b) != REGION_FAQ_INTERNAL)
            continue;
        /* The link target is no prose: it is looked for in the bytes. */
        if (opens_with_promise(block->prose.text))
            add_ledger(run, &ledgers, str_range(run->doc->bytes, block->range));
    }
    return ledgers;
}

/* Is some quotation of the ledger line part of the promise? */
static bool quotes_promise(Str folded, Str promise)
{
    static const char *const marks[][2] = {{"\"", "\""}, {"“", "”"}, {"「", "」"}};

    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        Str open = str_from(marks[i][0]), close = str_from(marks[i][1]);
        size_t from = str_find(folded, open, 0);
        size_t to =
            from == STR_NONE ? STR_NONE : str_find(folded, close, from + open.len);
        if (to == STR_NONE)
            continue;
        Str inside = str_trim(str_slice(folded, from + open.len, to));
        if (str_find_byte(inside, ' ', 0) != STR_NONE &&
            str_find(promise, inside, 0) != STR_NONE)
            return true;
    }
    return false;
}

static bool is_backed(CheckRun *run, const Ledgers *ledgers, Str sentence, Str id)
{
    Str promise = fold(run, utf8_cut(sentence, LEDGER_BYTES_MAX));
    Str link = arena_printf(run->arena, "(#%.*s)", STR_ARG(id));

    while (promise.len > 0 && strchr(".!", promise.ptr[promise.len - 1]))
        promise.len--;
    for (size_t i = 0; i < ledgers->count; i++) {
        const Ledger *ledger = &ledgers->items[i];
        if (str_find(ledger->folded, promise, 0) != STR_NONE ||
            quotes_promise(ledger->folded, promise) ||
            (id.len > 0 && str_find(ledger->raw, link, 0) != STR_NONE))
            return true;
    }
    return false;
}

/* The first sentence that ends behind `offset` of the file, from block `b` on. */
static const Sentence *sentence_behind(const CheckRun *run, size_t b, size_t offset)
{
    for (size_t i = run->sentence_first[b]; i < run->sentence_count; i++) {
        const Sentence *s = &run->sentences[i];
        const Prose *prose = &run->doc->blocks[s->block].prose;
        if (prose_origin(prose, s->range).end > offset)
            return s;
    }
    return NULL;
}

static void check_promise(CheckRun *run, const Ledgers *ledgers, size_t b, size_t end)
{
    const Sentence *s = sentence_behind(run, b, end);

    if (!s || run->doc->blocks[s->block].part != run->doc->blocks[b].part)
        return;
    const Block *block = &run->doc->blocks[s->block];
    Str sentence = str_range(block->prose.text, s->range);
    Str id = run->doc->parts[block->part].id;
    if (!is_backed(run, ledgers, sentence, id))
        run_add(run, run->level, block->part, prose_origin(&block->prose, s->range),
                ARGS(arg_str(sentence)));
}

void rule_promise_unbacked(CheckRun *run)
{
    Str bytes = run->doc->bytes, needle = STR("<!-- prfaq-promise -->");
    size_t at = str_find(bytes, needle, run->doc->start);

    if (at == STR_NONE)
        return;
    Ledgers ledgers = read_ledgers(run);
    for (int i = 0; at != STR_NONE && i < PROMISES_MAX;
         i++, at = str_find(bytes, needle, at + needle.len)) {
        size_t b = document_block_at(run->doc, at);
        if (b != NO_INDEX && run->doc->blocks[b].kind != BLOCK_CODE &&
            run_region(run, b) == REGION_PR)
            check_promise(run, &ledgers, b, at + needle.len);
    }
}
