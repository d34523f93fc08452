/* rules_name.c: one name for one thing: product, glossary, Hangul. */
#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/glossary.h"
#include "check/korean.h"
#include "check/rules.h"

static uint32_t cp_at(Str s, size_t at)
{
    uint32_t cp = ' ';

    if (at < s.len)
        utf8_decode(s, at, &cp);
    return cp;
}

static uint32_t cp_before(Str s, size_t at)
{
    return at > 0 ? cp_at(s, utf8_before(s, at)) : ' ';
}

static bool is_word_cp(uint32_t cp)
{
    return unicode_is_letter(cp) || unicode_is_digit(cp) || unicode_is_mark(cp);
}

/* The Hangul and letters that go on at `at`. */
static size_t token_end(Str s, size_t at)
{
    uint32_t cp;

    while (at < s.len) {
        size_t step = utf8_decode(s, at, &cp);
        if (!is_word_cp(cp))
            break;
        at += step;
    }
    return at;
}

/* Does a name that ends at `end` end there for the reader? Particles may follow. */
static bool name_ends(Str s, size_t end)
{
    uint32_t after = cp_at(s, end);

    if (!is_word_cp(after))
        return true;
    return unicode_is_hangul(after) &&
           korean_particles(str_slice(s, end, token_end(s, end)));
}

/* Part of an address, a path or a longer name: "lantern.md", "@lantern". */
static bool is_in_address(Str s, Range r)
{
    uint32_t before = cp_before(s, r.start), after = cp_at(s, r.end);
    bool head = before < 0x80 && strchr("-_/@#.$\\", (int)before) && before != 0;
    bool tail = after < 0x80 && after != 0 && strchr("-_/\\", (int)after);
    bool dot = after == '.' && is_word_cp(cp_at(s, r.end + 1));

    return head || tail || dot;
}

/* -- product-in-problem --------------------------------------------------- */

/* The product's name as it is written, as a word of its own. */
static bool find_name(Str s, Str name, size_t from, Range *out)
{
    for (size_t at = str_find(s, name, from); at != STR_NONE;
         at = str_find(s, name, at + name.len)) {
        *out = (Range){at, at + name.len};
        if (!is_word_cp(cp_before(s, at)) && name_ends(s, out->end) &&
            !is_in_address(s, *out))
            return true;
    }
    return false;
}

static Str composed(CheckRun *run, Str s)
{
    StrBuf nfc = {0};

    unicode_nfc(str_trim(s), &nfc);
    Str result = arena_str(run->arena, strbuf_view(&nfc));
    strbuf_deinit(&nfc);
    return result;
}

void rule_product_in_problem(CheckRun *run)
{
    Str product = composed(run, metadata_get(&run->doc->meta, "product"));

    for (size_t p = 0; p < run->doc->part_count && product.len > 0; p++) {
        const Part *part = &run->doc->parts[p];
        for (size_t i = 0; part->kind == PART_PROBLEM && i < part->block_count; i++) {
            size_t b = part->first_block + i;
            const Prose *prose = &run->doc->blocks[b].prose;
            Range range;
            if (block_is_label(run, b) || !find_name(prose->text, product, 0, &range))
                continue;
            run_add(run, run->level, p, prose_origin(prose, range),
                    ARGS(arg_str(product)));
            break;
        }
    }
}

/* -- product-name-variant ------------------------------------------------- */

enum { NAME_MAX_CPS = 64 };

/* The letters of the name, folded, without spaces and hyphens. */
typedef struct NameKey {
    Str name;
    uint32_t cps[NAME_MAX_CPS];
    size_t count;
} NameKey;

static bool is_joint(uint32_t cp)
{
    return cp == ' ' || cp == '-' || cp == 0x2010 || cp == 0x2011 || cp == 0xA0;
}

static bool read_name(Str name, NameKey *out)
{
    uint32_t cp;

    *out = (NameKey){.name = name};
    for (size_t at = 0; at < name.len;) {
        at += utf8_decode(name, at, &cp);
        if (is_joint(cp))
            continue;
        if (out->count == NAME_MAX_CPS)
            return false;
        out->cps[out->count++] = unicode_fold(cp);
    }
    return out->count >= 3;
}

/* Where a run that reads as the name ends, at most one joint between letters; 0. */
static size_t match_name(const NameKey *key, Str s, size_t at)
{
    uint32_t cp;

    for (size_t i = 0; i < key->count; i++) {
        size_t step = at < s.len ? utf8_decode(s, at, &cp) : 0;
        if (i > 0 && step > 0 && is_joint(cp)) {
            at += step;
            step = at < s.len ? utf8_decode(s, at, &cp) : 0;
        }
        if (step == 0 || unicode_fold(cp) != key->cps[i])
            return 0;
        at += step;
    }
    return at;
}

static bool is_all_capitals(Str s)
{
    bool letter = false;
    uint32_t cp;

    for (size_t at = 0; at < s.len;) {
        at += utf8_decode(s, at, &cp);
        if (unicode_is_letter(cp) && !unicode_is_upper(cp))
            return false;
        letter = letter || unicode_is_letter(cp);
    }
    return letter;
}

/* "lantern" for "Lantern" may be the thing and not the name. */
static bool is_common_word(Str name, Str written)
{
    uint32_t first = cp_at(name, 0);

    if (name.len != written.len || !unicode_is_upper(first))
        return false;
    return str_eq(str_slice(name, 1, name.len), str_slice(written, 1, written.len));
}

static bool is_variant(const CheckRun *run, size_t b, const NameKey *key, Range r)
{
    Str s = run->doc->blocks[b].prose.text, written = str_range(s, r);

    if (str_eq(written, key->name) || is_word_cp(cp_before(s, r.start)) ||
        !name_ends(s, r.end) || is_in_address(s, r) ||
        is_common_word(key->name, written))
        return false;
    return !(is_all_capitals(written) && (run_kind(run, b) == PART_HEADLINE ||
                                          run->doc->blocks[b].kind == BLOCK_HEADING));
}

static void find_variants(CheckRun *run, size_t b, const NameKey *key)
{
    const Block *block = &run->doc->blocks[b];
    Str s = block->prose.text;
    bool inside = false;
    uint32_t cp;

    for (size_t at = 0; at < s.len;) {
        size_t step = utf8_decode(s, at, &cp);
        bool starts = !inside && unicode_fold(cp) == key->cps[0];
        size_t end = starts ? match_name(key, s, at) : 0;
        inside = is_word_cp(cp);
        Range r = {at, end};
        at += step;
        if (!end || !is_variant(run, b, key, r))
            continue;
        Finding *f =
            run_add(run, run->level, block->part, prose_origin(&block->prose, r),
                    ARGS(arg_str(str_range(s, r)), arg_str(key->name)));
        if (prose_is_verbatim(run->doc->bytes, &block->prose, r))
            finding_fix(f, FIX_REPLACE, prose_origin(&block->prose, r), key->name);
        at = end;
    }
}

void rule_product_name_variant(CheckRun *run)
{
    NameKey key;

    if (!read_name(composed(run, metadata_get(&run->doc->meta, "product")), &key))
        return;
    for (size_t b = 0; b < run->doc->block_count; b++)
        find_variants(run, b, &key);
}

/* -- term-variant --------------------------------------------------------- */

/* A Korean particle fits the word before it: "이용자는" for "고객은". The pair it
 * belongs to in braces, for particles_settle(), or nothing. */
static Str particle_at(Str s, size_t at, Str *pair)
{
    static const char *const pairs[][3] = {
        {"으로", "로", "{으로/로}"}, {"이나", "나", "{이나/나}"},
        {"은", "는", "{은/는}"},     {"이라", "라", "{이라/라}"},
        {"이", "가", "{이/가}"},     {"을", "를", "{을/를}"},
        {"과", "와", "{과/와}"},
    };
    Str rest = str_slice(s, at, s.len);

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        for (int k = 0; k < 2; k++) {
            Str form = str_from(pairs[i][k]);
            if (!str_starts(rest, form))
                continue;
            *pair = str_from(pairs[i][2]);
            return form;
        }
    return (Str){0};
}

/* The term with the particle that fits it; *r grows over the one in the text. */
static Str replacement(CheckRun *run, Str s, Str term, size_t hit_end, Range *r)
{
    Str pair = {0};
    Str particle = r->end < hit_end ? particle_at(s, r->end, &pair) : (Str){0};
    StrBuf text = {0};

    if (particle.len == 0)
        return term;
    strbuf_add(&text, term);
    strbuf_add(&text, pair);
    particles_settle(&text);
    r->end += particle.len;
    Str result = arena_str(run->arena, strbuf_view(&text));
    strbuf_deinit(&text);
    return result;
}

static void find_terms(CheckRun *run, size_t b, const Lexicon *variants)
{
    const Block *block = &run->doc->blocks[b];
    Str s = block->prose.text;
    const LexiconHit *hits;
    size_t count;

    lexicon_match(variants, s, run->arena, &hits, &count);
    for (size_t i = 0; i < count && !block->quoted; i++) {
        Range r = lexicon_literal(&hits[i], run->doc->lang, s);
        Str term = hits[i].row->replace;
        if (run_in_quote(run, b, r))
            continue;
        Finding *f =
            run_add(run, run->level, block->part, prose_origin(&block->prose, r),
                    ARGS(arg_str(term), arg_str(str_range(s, r))));
        Str text = replacement(run, s, term, hits[i].range.end, &r);
        if (prose_is_verbatim(run->doc->bytes, &block->prose, r))
            finding_fix(f, FIX_REPLACE, prose_origin(&block->prose, r), text);
    }
}

void rule_term_variant(CheckRun *run)
{
    const Lexicon *variants =
        glossary_variants(run->options->glossary, run->doc->lang, run->arena);

    for (size_t b = 0; variants && b < run->doc->block_count; b++)
        if (run->doc->blocks[b].prose.text.len > 0)
            find_terms(run, b, variants);
}

/* -- hanja ---------------------------------------------------------------- */

typedef struct Seen {
    Str *runs;
    size_t count, cap;
} Seen;

enum { SEEN_MAX = 64 }; /* a document in Hanja is told so often enough */

static bool was_seen(CheckRun *run, Seen *seen, Str word)
{
    for (size_t i = 0; i < seen->count; i++)
        if (str_eq(seen->runs[i], word))
            return true;
    if (seen->count == SEEN_MAX)
        return true;
    seen->runs =
        arena_grow(run->arena, seen->runs, seen->count, &seen->cap, sizeof word);
    seen->runs[seen->count++] = word;
    return false;
}

static size_t han_end(Str s, size_t at)
{
    while (at < s.len && unicode_is_han(cp_at(s, at))) {
        uint32_t cp;
        at += utf8_decode(s, at, &cp);
    }
    return at;
}

static void find_hanja(CheckRun *run, size_t b, Seen *seen)
{
    const Block *block = &run->doc->blocks[b];
    Str s = block->prose.text;
    size_t depth = 0;
    uint32_t cp;

    for (size_t at = 0; at < s.len;) {
        size_t start = at, step = utf8_decode(s, at, &cp);
        at += step;
        if (cp == '(' || cp == 0xFF08)
            depth++;
        else if ((cp == ')' || cp == 0xFF09) && depth > 0)
            depth--;
        if (cp < 0x2E80 || !unicode_is_han(cp))
            continue;
        at = han_end(s, start);
        Range r = {start, at};
        Str word = str_range(s, r);
        if (depth > 0 || glossary_has(run->options->glossary, word) ||
            was_seen(run, seen, word))
            continue;
        run_add(run, run->level, block->part, prose_origin(&block->prose, r),
                ARGS(arg_str(word)));
    }
}

void rule_hanja(CheckRun *run)
{
    Seen seen = {0};

    for (size_t b = 0; b < run->doc->block_count; b++)
        find_hanja(run, b, &seen);
}
