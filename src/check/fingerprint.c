#include "check/fingerprint.h"

#include <string.h>

#include "base/hash.h"
#include "base/unicode.h"
#include "check/rule.h"
#include "text/sentence.h"

/* A paragraph longer than this has no sentences worth looking for, and findings
 * enough to make the search take the square of its length. */
enum { PROSE_MAX = 8 * 1024 };

/* The sentence that holds the start of the finding; the whole prose of a heading. */
static Str sentence_of(const Document *doc, const Finding *finding)
{
    size_t b = document_block_at(doc, finding->range.start);
    Range range;

    if (b == NO_INDEX || finding->range.start == finding->range.end)
        return (Str){0};
    const Prose *prose = &doc->blocks[b].prose;
    if (prose->text.len > PROSE_MAX)
        return (Str){0};
    if (doc->blocks[b].kind == BLOCK_HEADING)
        return prose->text;
    for (size_t at = 0; sentence_next(prose->text, doc->lang, &at, &range);)
        if (prose->origin[range.end] > finding->range.start)
            return str_range(prose->text, range);
    return (Str){0};
}

/* Folded, and with single spaces. */
static void add_folded(Str s, StrBuf *out)
{
    StrBuf folded = {0};

    unicode_fold_str(s, &folded);
    for (size_t i = 0; i < folded.len; i++)
        if (folded.ptr[i] != ' ' || (i > 0 && folded.ptr[i - 1] != ' '))
            strbuf_addc(out, folded.ptr[i]);
    strbuf_deinit(&folded);
}

void finding_fingerprint(const Document *doc, const Finding *finding,
                         char out[FINGERPRINT_DIGITS + 1])
{
    StrBuf key = {0};
    char hex[65];
    Str sentence = doc ? sentence_of(doc, finding) : (Str){0};

    strbuf_add(&key, finding->rule->id);
    strbuf_addc(&key, '\n');
    if (doc && finding->part != NO_INDEX) {
        const Part *part = &doc->parts[finding->part];
        strbuf_add(&key,
                   part->id.len ? part->id : str_from(part_kind_name(part->kind)));
    }
    strbuf_addc(&key, '\n');
    add_folded(sentence.len ? sentence : finding->message, &key);
    hash_hex(hash_sha256(strbuf_view(&key)), FINGERPRINT_DIGITS, hex);
    memcpy(out, hex, FINGERPRINT_DIGITS + 1);
    strbuf_deinit(&key);
}

void finding_sentence_hash(const Document *doc, const Finding *finding,
                           char out[FINGERPRINT_DIGITS + 1])
{
    StrBuf key = {0};
    char hex[65];
    Str sentence = doc ? sentence_of(doc, finding) : (Str){0};

    unicode_fold_str(sentence.len ? sentence : finding->message, &key);
    hash_hex(hash_sha256(strbuf_view(&key)), FINGERPRINT_DIGITS, hex);
    memcpy(out, hex, FINGERPRINT_DIGITS + 1);
    strbuf_deinit(&key);
}
