#include "check/wording_fix.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/korean.h"

static const Prose *prose_of(const CheckRun *run, const WordingHit *w)
{
    return &run->doc->blocks[w->block].prose;
}

/* What to point at: a Korean word without its particles, and of a word that may be
 * replaced in part only that part. */
static Range shown(const CheckRun *run, const WordingHit *w)
{
    Str text = prose_of(run, w)->text;
    Range hit = w->hit->range;

    if (run->doc->lang != LANG_KO)
        return hit;
    Range literal = lexicon_literal(w->hit, LANG_KO, text);
    if (w->hit->row->replace.len > 0)
        return literal;
    bool particles = korean_particles(str_slice(text, literal.end, hit.end));
    return (Range){hit.start, particles ? literal.end : hit.end};
}

Str wording_text(const CheckRun *run, const WordingHit *w)
{
    return str_range(prose_of(run, w)->text, shown(run, w));
}

Range wording_place(const CheckRun *run, const WordingHit *w)
{
    return prose_origin(prose_of(run, w), shown(run, w));
}

/* Does the file say the same there, but for line breaks and decomposed letters? */
static bool is_plain(const CheckRun *run, const Prose *prose, Range range)
{
    Str raw = str_range(run->doc->bytes, prose_origin(prose, range));
    Str text = str_range(prose->text, range);
    StrBuf nfc = {0};

    unicode_nfc(raw, &nfc);
    bool same = nfc.len == text.len;
    for (size_t i = 0; same && i < text.len; i++)
        same = nfc.ptr[i] == text.ptr[i] || (nfc.ptr[i] == '\n' && text.ptr[i] == ' ');
    strbuf_deinit(&nfc);
    return same;
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* `words` in the case of what they stand in for. */
static Str in_case_of(Str old, Str words, Arena *arena)
{
    StrBuf out = {0};
    bool first = old.len > 0 && is_capital(old.ptr[0]);
    bool all = first && old.len > 1;

    for (size_t i = 0; i < old.len; i++)
        all = all && !(old.ptr[i] >= 'a' && old.ptr[i] <= 'z');
    strbuf_add(&out, words);
    for (size_t i = 0; i < out.len && (i == 0 ? first : all); i++)
        if (out.ptr[i] >= 'a' && out.ptr[i] <= 'z')
            out.ptr[i] = (char)(out.ptr[i] - 'a' + 'A');
    Str text = arena_str(arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return text;
}

void wording_fix(const CheckRun *run, const WordingHit *w, Finding *finding)
{
    const Prose *prose = prose_of(run, w);
    Str words = w->hit->row->replace;
    Range literal = lexicon_literal(w->hit, run->doc->lang, prose->text);

    if (!finding || words.len == 0)
        return;
    Str text = in_case_of(str_range(prose->text, literal), words, run->arena);
    Str rest = str_slice(prose->text, literal.end, w->hit->range.end);
    Str fitting = korean_particle_after(text, rest);
    if (run->doc->lang == LANG_KO && !str_eq(fitting, rest)) {
        literal.end = w->hit->range.end;
        text = arena_printf(run->arena, "%.*s%.*s", STR_ARG(text), STR_ARG(fitting));
    }
    if (is_plain(run, prose, literal))
        finding_fix(finding, FIX_REPLACE, prose_origin(prose, literal), text);
}

/* Goes the sentence on there with a word? */
static bool goes_on_with_word(Str text, size_t at)
{
    uint32_t cp = 0;

    if (at < text.len)
        utf8_decode(text, at, &cp);
    return unicode_is_letter(cp) || unicode_is_digit(cp);
}

void wording_fix_delete(const CheckRun *run, const WordingHit *w, Finding *finding)
{
    const Prose *prose = prose_of(run, w);
    Range range = w->hit->range;
    Str text = prose->text, next = {0};

    if (!finding)
        return;
    bool capital = range.start < text.len && is_capital(text.ptr[range.start]);
    bool comma = range.end < text.len && text.ptr[range.end] == ',';
    range.end += comma;
    while (range.end < text.len && text.ptr[range.end] == ' ')
        range.end++;
    /* At the end of a sentence marks would be left that belong to nothing. */
    if (!goes_on_with_word(text, range.end))
        return;
    if (comma && str_ends(str_slice(text, 0, range.start), STR(", "))) {
        range.start -= 2;
        next = STR(" ");
    } else if (capital && text.ptr[range.end] >= 'a' && text.ptr[range.end] <= 'z') {
        next =
            in_case_of(STR("A"), str_slice(text, range.end, range.end + 1), run->arena);
        range.end++;
    }
    if (is_plain(run, prose, range))
        finding_fix(finding, FIX_REPLACE, prose_origin(prose, range), next);
}
