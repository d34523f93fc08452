#include "review/deck_notes.h"

#include "base/utf8.h"

static const char head[] = "prfaq-deck 1";
static const char *const deeds[DEED_COUNT] = {"answered", "asked", "put", "skipped"};
static const char *const changes[CHANGED_COUNT] = {"", "no", "yes"};

const char *deed_name(DeckDeed deed)
{
    return deeds[deed];
}

bool deed_parse(Str name, DeckDeed *out)
{
    for (int i = 0; i < DEED_COUNT; i++)
        if (str_eq(name, str_from(deeds[i]))) {
            *out = (DeckDeed)i;
            return true;
        }
    return false;
}

const char *deck_changed_name(DeckChanged changed)
{
    return changes[changed];
}

bool deck_changed_parse(Str name, DeckChanged *out)
{
    for (int i = 0; i < CHANGED_COUNT; i++)
        if (str_eq(name, str_from(changes[i]))) {
            *out = (DeckChanged)i;
            return true;
        }
    return false;
}

static Str unescape(Str text, Arena *arena)
{
    StrBuf out = {0};

    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\\' && i + 1 < text.len) {
            c = text.ptr[++i];
            c = c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
        }
        strbuf_addc(&out, c);
    }
    Str copy = arena_str(arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return copy;
}

static void add_escaped(StrBuf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == '\n' || c == '\r' || c == '\t' || c == '\\') {
            strbuf_addc(out, '\\');
            c = c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c;
        }
        strbuf_addc(out, c);
    }
}

static bool read_line(Str line, Arena *arena, DeckNote *out)
{
    enum { ID, DEED, TIME, WHO, CHANGED, WORDS, COLUMNS };
    Str column[COLUMNS] = {{0}}, rest = line;
    size_t n = 0, bad = 0;

    while (n < COLUMNS && str_next_field(&rest, '\t', &column[n]))
        n++;
    *out = (DeckNote){0};
    if (n < CHANGED || rest.len > 0 || column[ID].len == 0 || !utf8_valid(line, &bad) ||
        !deed_parse(column[DEED], &out->deed) ||
        !deck_changed_parse(column[CHANGED], &out->changed) ||
        (column[TIME].len > 0 && !moment_parse_iso(column[TIME], &out->time)))
        return false;
    out->id = arena_str(arena, column[ID]);
    out->who = unescape(column[WHO], arena);
    out->words = unescape(column[WORDS], arena);
    return true;
}

void deck_notes_parse(Str bytes, Arena *arena, DeckNotes *out)
{
    DeckNote *items = NULL, note;
    size_t cap = 0, number = 0;
    Str line;

    *out = (DeckNotes){0};
    while (str_next_line(&bytes, &line)) {
        number++;
        line = str_ends(line, STR("\r")) ? str_slice(line, 0, line.len - 1) : line;
        if (str_is_blank(line) || (number == 1 && str_eq(line, str_from(head))))
            continue;
        if (read_line(line, arena, &note)) {
            items = arena_grow(arena, items, out->count, &cap, sizeof *items);
            items[out->count++] = note;
        } else if (out->damaged++ == 0) {
            out->damaged_line = number;
        }
    }
    out->items = items;
}

void deck_notes_add(StrBuf *bytes, const DeckNote *note)
{
    StrBuf time = {0};

    if (bytes->len == 0)
        strbuf_addf(bytes, "%s\n", head);
    else if (bytes->ptr[bytes->len - 1] != '\n')
        strbuf_addc(bytes, '\n');
    if (note->time.seconds != 0)
        moment_iso8601(note->time, &time);
    strbuf_add(bytes, note->id); /* whatever it holds */
    strbuf_addf(bytes, "\t%s\t%s\t", deeds[note->deed], strbuf_cstr(&time));
    add_escaped(bytes, note->who);
    strbuf_addf(bytes, "\t%s\t", changes[note->changed]);
    add_escaped(bytes, note->words);
    strbuf_addc(bytes, '\n');
    strbuf_deinit(&time);
}

const DeckNote *deck_notes_find(const DeckNotes *notes, Str id)
{
    for (size_t i = notes->count; i-- > 0;)
        if (str_eq(notes->items[i].id, id))
            return &notes->items[i];
    return NULL;
}
