#include "store/turns.h"

#include "base/file.h"
#include "store/config.h"
#include "store/config_scan.h"

static Str value_of(const Config *config, Str name, const char *key, Arena *arena)
{
    Str value = {0};

    (void)config_get(config, arena_printf(arena, "turn.%.*s.%s", STR_ARG(name), key),
                     &value);
    return value;
}

static Moment moment_of(Str value)
{
    Moment out = {0};

    return moment_parse_iso(value, &out) ? out : (Moment){0};
}

void turns_load(Str private_folder, Arena *arena, Turns *out)
{
    Config config = {0};
    const Str *names = NULL;
    Str path = path_join(arena, private_folder, STR("turns"));

    *out = (Turns){0};
    if (private_folder.len == 0 || !config_load(path.ptr, arena, &config, NULL))
        return;
    size_t count = config_subsections(&config, STR("turn"), arena, &names);
    Turn *items = arena_array(arena, count + 1, sizeof *items);
    for (size_t i = 0; i < count; i++) {
        items[i].name = names[i];
        if (!str_to_int(value_of(&config, names[i], "words", arena), &items[i].words) ||
            items[i].words < 0)
            items[i].words = 0;
        items[i].since = moment_of(value_of(&config, names[i], "since", arena));
        items[i].last = moment_of(value_of(&config, names[i], "last", arena));
    }
    *out = (Turns){items, count};
}

const Turn *turns_of(const Turns *turns, Str name)
{
    for (size_t i = 0; i < turns->count; i++)
        if (str_eq(turns->items[i].name, name))
            return &turns->items[i];
    return NULL;
}

static void add_moment(const char *key, Moment m, StrBuf *out)
{
    if (m.seconds == 0)
        return;
    strbuf_addf(out, "\t%s = ", key);
    moment_iso8601(m, out);
    strbuf_addc(out, '\n');
}

static void add_turn(const Turn *t, StrBuf *out)
{
    strbuf_addz(out, "[turn \"");
    for (size_t i = 0; i < t->name.len; i++) {
        if (t->name.ptr[i] == '"' || t->name.ptr[i] == '\\')
            strbuf_addc(out, '\\');
        strbuf_addc(out, t->name.ptr[i]);
    }
    strbuf_addf(out, "\"]\n\twords = %d\n", t->words);
    add_moment("since", t->since, out);
    add_moment("last", t->last, out);
}

/* Everybody as before, and this one in the place of the old one. */
static bool put(Str private_folder, const Turns *turns, const Turn *turn, Arena *arena,
                Error *err)
{
    StrBuf text = {0};
    Str path = path_join(arena, private_folder, STR("turns"));
    bool known = false;

    for (size_t i = 0; i < turns->count; i++) {
        bool same = str_eq(turns->items[i].name, turn->name);
        known = known || same;
        add_turn(same ? turn : &turns->items[i], &text);
    }
    if (!known)
        add_turn(turn, &text);
    bool ok = file_write_private_soon(path.ptr, strbuf_view(&text), err);
    strbuf_deinit(&text);
    return ok;
}

static bool change(Str private_folder, Str name, int words, Moment now, bool begins,
                   Error *err)
{
    Arena arena = {0};
    Turns turns;

    if (private_folder.len == 0 || name.len == 0)
        return true;
    turns_load(private_folder, &arena, &turns);
    const Turn *old = turns_of(&turns, name);
    Turn turn = old ? *old : (Turn){.name = name};
    if (begins)
        turn.since = now;
    else
        turn.last = now;
    turn.words += words > 0 && turn.words < 1000000000 - words ? words : 0;
    bool ok = put(private_folder, &turns, &turn, &arena, err);
    arena_deinit(&arena);
    return ok;
}

bool turns_begin(Str private_folder, Str name, Moment now, Error *err)
{
    return change(private_folder, name, 0, now, true, err);
}

bool turns_note(Str private_folder, Str name, int words, Moment now, Error *err)
{
    return change(private_folder, name, words, now, false, err);
}
