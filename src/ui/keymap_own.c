/* The keys a person chose: "key.save = ctrl-s, f2" in the settings. */
#include "base/message.h"
#include "ui/keymap.h"

typedef struct Builder {
    Arena *arena;
    Binding *items;
    const OwnKeys **from; /* whose word each is, NULL: built in */
    size_t count, cap;
    StrBuf *problems;
} Builder;

static void problem(Builder *b, const OwnKeys *own, const char *why)
{
    strbuf_addf(b->problems, "%.*s:%d: %s\n", STR_ARG(own->origin), own->line, why);
}

static const Command *command_named(Str name)
{
    for (int id = CMD_NONE + 1; id < CMD_COUNT; id++) {
        const Command *c = command_get((CommandId)id);
        if (c && str_eq_nocase(str_from(c->name), name))
            return c;
    }
    return NULL;
}

static bool is_remapped(const OwnKeys *own, size_t count, CommandId id)
{
    for (size_t i = 0; i < count; i++) {
        const Command *c = command_named(own[i].command);
        if (c && c->id == id)
            return true;
    }
    return false;
}

/* Keys that type, end a line or close the top thing keep doing so. */
static bool is_free(const Key *key)
{
    switch (key->code) {
    case KEYCODE_CHAR:
        return !(key->mods & MOD_CTRL) || key->cp >= 0x80 ||
               str_find_byte(STR("hijm["), (char)key->cp, 0) == STR_NONE;
    case KEYCODE_ENTER:
    case KEYCODE_ESCAPE:
    case KEYCODE_BACKSPACE:
    case KEYCODE_DELETE:
        return false;
    default:
        return key->mods != 0 || key->code == KEYCODE_TAB ||
               key->code == KEYCODE_INSERT ||
               (key->code >= KEYCODE_F1 && key->code <= KEYCODE_F12);
    }
}

static void add(Builder *b, Binding binding, const OwnKeys *from)
{
    if (b->count == b->cap) {
        size_t cap = b->cap;
        b->items = arena_grow(b->arena, b->items, b->count, &b->cap, sizeof *b->items);
        b->from = arena_grow(b->arena, b->from, b->count, &cap, sizeof *b->from);
    }
    b->items[b->count] = binding;
    b->from[b->count++] = from;
}

/* Does another of the person's own lines want the same key on the same screen? */
static bool is_taken(Builder *b, const Binding *wanted, const OwnKeys *own)
{
    for (size_t i = 0; i < b->count; i++) {
        if (!key_same(&b->items[i].key, &wanted->key) ||
            !(b->items[i].where & wanted->where))
            continue;
        StrBuf why = {0}, name = {0};
        key_name(&wanted->key, &name);
        message_addf(&why, _("%s is the key of \"%s\" already (line %d)"),
                     strbuf_cstr(&name), command_get(b->items[i].command)->name,
                     b->from[i]->line);
        problem(b, own, strbuf_cstr(&why));
        strbuf_deinit(&why);
        strbuf_deinit(&name);
        return true;
    }
    return false;
}

static void add_key_of(Builder *b, const Command *c, Str word, const OwnKeys *own)
{
    Binding binding = {.where = c->where, .command = c->id};
    StrBuf why = {0};

    if (!key_parse(word, &binding.key)) {
        message_addf(&why, _("\"%.*s\" is no key"), STR_ARG(word));
    } else {
        bool types = binding.key.code == KEYCODE_CHAR &&
                     !(binding.key.mods & (MOD_CTRL | MOD_ALT));
        if (types)
            binding.where &= ~IN_WRITE;
        if (!is_free(&binding.key) || binding.where == 0)
            message_addf(&why, _("\"%.*s\" is needed for typing"), STR_ARG(word));
        else if (!is_taken(b, &binding, own))
            add(b, binding, own);
    }
    if (why.len > 0)
        problem(b, own, strbuf_cstr(&why));
    strbuf_deinit(&why);
}

static void add_own(Builder *b, const OwnKeys *own)
{
    const Command *c = command_named(own->command);
    Str rest = own->keys, word;
    StrBuf why = {0};

    if (!c) {
        message_addf(&why, _("there is no command \"%.*s\""), STR_ARG(own->command));
        problem(b, own, strbuf_cstr(&why));
    }
    while (c && str_next_field(&rest, ',', &word))
        if (!str_is_blank(word))
            add_key_of(b, c, str_trim(word), own);
    strbuf_deinit(&why);
}

/* A key that the person gave away is named: what it did has other ways. */
static void add_built_in(Builder *b, Binding binding, size_t own_count)
{
    for (size_t i = 0; i < own_count; i++) {
        if (!key_same(&b->items[i].key, &binding.key) ||
            !(b->items[i].where & binding.where))
            continue;
        StrBuf why = {0}, name = {0};
        key_name(&binding.key, &name);
        message_addf(&why, _("%s was the key of \"%s\""), strbuf_cstr(&name),
                     command_get(binding.command)->name);
        problem(b, b->from[i], strbuf_cstr(&why));
        strbuf_deinit(&why);
        strbuf_deinit(&name);
        binding.where &= ~b->items[i].where;
    }
    if (binding.where != 0)
        add(b, binding, NULL);
}

void keymap_make(const OwnKeys *own, size_t count, Arena *arena, Keymap *out,
                 StrBuf *problems)
{
    Builder b = {.arena = arena, .problems = problems};
    size_t built_in_count = 0;
    const Binding *built_in = keymap_bindings(&built_in_count);

    for (size_t i = 0; i < count; i++)
        add_own(&b, &own[i]);
    size_t own_count = b.count;
    for (size_t i = 0; i < built_in_count; i++)
        if (!is_remapped(own, count, built_in[i].command))
            add_built_in(&b, built_in[i], own_count);
    *out = (Keymap){.items = b.items, .count = b.count};
}
