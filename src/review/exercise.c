#include "review/exercise.h"

#include "base/utf8.h"

static const char head[] = "prfaq-exercises 1";
static const char *const deeds[EXERCISE_DEED_COUNT] = {"written", "dropped"};

static bool deed_parse(Str name, ExerciseDeed *out)
{
    for (int i = 0; i < EXERCISE_DEED_COUNT; i++)
        if (str_eq(name, str_from(deeds[i]))) {
            *out = (ExerciseDeed)i;
            return true;
        }
    return false;
}

static bool is_control(char c)
{
    return (unsigned char)c < ' ' || c == 0x7f;
}

/* … but for the tabs between its columns. */
static bool has_control(Str line)
{
    for (size_t i = 0; i < line.len; i++)
        if (is_control(line.ptr[i]) && line.ptr[i] != '\t')
            return true;
    return false;
}

static bool read_line(Str line, Arena *arena, ExerciseDeed *deed, ExerciseLine *out)
{
    enum { EXERCISE, DEED, TIME, WHO, WORDS, COLUMNS };
    Str column[COLUMNS] = {{0}}, rest = line;
    size_t n = 0, bad = 0;

    while (n < COLUMNS && str_next_field(&rest, '\t', &column[n]))
        n++;
    *out = (ExerciseLine){0};
    if (n < COLUMNS || rest.len > 0 || column[EXERCISE].len == 0 ||
        str_is_blank(column[WORDS]) || has_control(line) || !utf8_valid(line, &bad) ||
        !deed_parse(column[DEED], deed) ||
        (column[TIME].len > 0 && !moment_parse_iso(column[TIME], &out->time)))
        return false;
    out->exercise = arena_str(arena, column[EXERCISE]);
    out->who = arena_str(arena, column[WHO]);
    out->words = arena_str(arena, column[WORDS]);
    return true;
}

/* The last line of the same words; `count`: there is none. */
static size_t find_line(const ExerciseLine *items, size_t count,
                        const ExerciseLine *line)
{
    for (size_t i = count; i-- > 0;)
        if (str_eq(items[i].exercise, line->exercise) &&
            str_eq(items[i].words, line->words))
            return i;
    return count;
}

static void take_out(ExerciseLine *items, size_t *count, const ExerciseLine *line)
{
    size_t at = find_line(items, *count, line);

    if (at == *count)
        return;
    for (size_t i = at; i + 1 < *count; i++)
        items[i] = items[i + 1];
    --*count;
}

void exercises_parse(Str bytes, Arena *arena, Exercises *out)
{
    enum { DROPS_MOST = 10000 }; /* each looks for its line: any file ends in time */
    ExerciseLine *items = NULL, line_read;
    ExerciseDeed deed;
    size_t cap = 0, number = 0, drops = 0;
    Str line;

    *out = (Exercises){0};
    while (str_next_line(&bytes, &line)) {
        number++;
        line = str_ends(line, STR("\r")) ? str_slice(line, 0, line.len - 1) : line;
        if (str_is_blank(line) || (number == 1 && str_eq(line, str_from(head))))
            continue;
        if (!read_line(line, arena, &deed, &line_read)) {
            if (out->damaged++ == 0)
                out->damaged_line = number;
        } else if (deed == EXERCISE_DROPPED) {
            if (drops++ < DROPS_MOST)
                take_out(items, &out->count, &line_read);
        } else {
            items = arena_grow(arena, items, out->count, &cap, sizeof *items);
            items[out->count++] = line_read;
        }
    }
    out->items = items;
}

static void add_cell(StrBuf *out, Str text)
{
    for (size_t i = 0; i < text.len; i++) {
        strbuf_addc(out, is_control(text.ptr[i]) ? ' ' : text.ptr[i]);
    }
}

void exercises_add(StrBuf *bytes, ExerciseDeed deed, const ExerciseLine *line)
{
    StrBuf time = {0};

    if (bytes->len == 0)
        strbuf_addf(bytes, "%s\n", head);
    else if (bytes->ptr[bytes->len - 1] != '\n')
        strbuf_addc(bytes, '\n');
    if (line->time.seconds != 0)
        moment_iso8601(line->time, &time);
    add_cell(bytes, line->exercise);
    strbuf_addf(bytes, "\t%s\t%s\t", deeds[deed], strbuf_cstr(&time));
    add_cell(bytes, line->who);
    strbuf_addc(bytes, '\t');
    add_cell(bytes, line->words);
    strbuf_addc(bytes, '\n');
    strbuf_deinit(&time);
}

size_t exercises_count(const Exercises *e, Str exercise)
{
    size_t count = 0;

    for (size_t i = 0; i < e->count; i++)
        count +=
            str_eq(e->items[i].exercise, exercise) && !exercise_is_answer(&e->items[i]);
    return count;
}

const ExerciseLine *exercises_last(const Exercises *e, Str exercise)
{
    for (size_t i = e->count; i-- > 0;)
        if (str_eq(e->items[i].exercise, exercise))
            return &e->items[i];
    return NULL;
}

bool exercise_is_answer(const ExerciseLine *line)
{
    double number;

    return str_starts(str_trim(line->words), STR("=")) &&
           exercise_number(line->words, &number);
}

const ExerciseLine *exercises_answer(const Exercises *e, Str exercise)
{
    for (size_t i = e->count; i-- > 0;)
        if (str_eq(e->items[i].exercise, exercise) && exercise_is_answer(&e->items[i]))
            return &e->items[i];
    return NULL;
}

static bool is_digit(Str s, size_t i)
{
    return i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9';
}

/* "1,200" and "1200" are the same, "0.5" is a half; more digits than a person says are
 * no number. */
bool exercise_number(Str words, double *out)
{
    enum { DIGITS_MOST = 15 };
    size_t i = 0;
    int digits = 0;
    double value = 0, part = 1;
    bool fraction = false;

    while (i < words.len && !is_digit(words, i))
        i++;
    for (; i < words.len; i++) {
        char c = words.ptr[i];
        if (is_digit(words, i)) {
            part = fraction ? part / 10 : part;
            value = fraction ? value + (c - '0') * part : value * 10 + (c - '0');
            digits++;
        } else if (c == '.' && !fraction && is_digit(words, i + 1)) {
            fraction = true;
        } else if (!(c == ',' && !fraction && is_digit(words, i + 1) &&
                     is_digit(words, i + 2) && is_digit(words, i + 3))) {
            break;
        }
    }
    *out = value;
    return digits > 0 && digits <= DIGITS_MOST;
}
