#include "app/own_lists.h"

#include "base/file.h"
#include "base/message.h"
#include "base/resource.h"
#include "base/utf8.h"

enum { LIST_BYTES_MAX = 1 << 20 };

typedef struct Loader {
    Arena *arena;
    Lang lang;
    Str folder; /* of the lists of that language, for people */
    Str path;   /* the same, to open */
    LexiconRows rows;
    Damage *damage;
    size_t count, cap;
} Loader;

static void add_damage(Loader *l, Str what, Str hint)
{
    l->damage = arena_grow(l->arena, l->damage, l->count, &l->cap, sizeof *l->damage);
    l->damage[l->count++] = (Damage){what, hint};
}

static Str known_lists(Arena *arena)
{
    StrBuf names = {0};

    for (int i = 0; i < LIST_COUNT; i++)
        strbuf_addf(&names, "%s%s", i ? ", " : "", lexicon_list_name((LexiconList)i));
    Str text = arena_str(arena, strbuf_view(&names));
    strbuf_deinit(&names);
    return arena_printf(arena, _("Word lists: %s"), text.ptr);
}

/* Names the line that is no text. */
static bool is_text(Str bytes, Error *err)
{
    Str line;

    for (int number = 1; str_next_line(&bytes, &line); number++) {
        if (!utf8_valid(line, NULL))
            return error_set(err, ERR_INVALID, _("line %d: this is not UTF-8"), number);
        if (tsv_has_control(line))
            return error_set(err, ERR_INVALID, _("line %d: a control character"),
                             number);
    }
    return true;
}

static void add_file(Loader *l, Str name, LexiconList list)
{
    Str path = path_join(l->arena, l->path, name);
    StrBuf bytes = {0};
    Error error = {0};
    bool ok = file_read(path.ptr, LIST_BYTES_MAX, &bytes, &error);

    if (ok)
        ok = is_text(strbuf_view(&bytes), &error);
    if (ok) {
        Str tsv = arena_str(l->arena, strbuf_view(&bytes));
        ok = lexicon_rows_parse(tsv, list, l->lang, l->arena, &l->rows, &error);
    }
    if (!ok)
        add_damage(
            l,
            arena_printf(l->arena, "%.*s/%.*s: %s", STR_ARG(l->folder), STR_ARG(name),
                         error.message),
            str_from(_("Correct the file in any editor: columns are term, level, "
                       "advice, note, match, replace")));
    strbuf_deinit(&bytes);
}

static bool visit(void *ctx, const char *path, FileKind kind)
{
    Loader *l = ctx;
    Str name = str_from(path);
    LexiconList list;

    if (kind == FILE_FOLDER)
        return false;
    if (kind != FILE_REGULAR || !str_ends(name, STR(".tsv")))
        return true;
    if (lexicon_list_parse(str_slice(name, 0, name.len - 4), &list))
        add_file(l, name, list);
    else
        add_damage(l,
                   arena_printf(l->arena,
                                _("%s/%s: there is no word list of that name"),
                                arena_str(l->arena, l->folder).ptr, path),
                   known_lists(l->arena));
    return true;
}

static void add_settings(Loader *l, const Config *config)
{
    const Str *names = NULL;
    size_t count = config_subsections(config, STR("lexicon"), l->arena, &names);

    for (size_t i = 0; i < count; i++) {
        LexiconList list;
        Str words, setting = arena_printf(l->arena, "lexicon.%.*s.%s",
                                          STR_ARG(names[i]), lang_code(l->lang));
        if (!config_get(config, setting, &words))
            continue;
        if (lexicon_list_parse(names[i], &list))
            lexicon_rows_add_words(words, list, l->lang, l->arena, &l->rows);
        else
            add_damage(l,
                       arena_printf(l->arena,
                                    _("setting %s: there is no word list of that name"),
                                    setting.ptr),
                       known_lists(l->arena));
    }
}

static void load_language(Loader *l, const Config *config, Str root, OwnLists *out)
{
    Error error = {0};

    l->rows = (LexiconRows){0};
    add_settings(l, config);
    l->folder = arena_printf(l->arena, ".prfaq/lexicon/%s", lang_code(l->lang));
    l->path = path_join(l->arena, root, l->folder);
    if (root.len > 0 && file_kind(l->path.ptr) == FILE_FOLDER)
        folder_walk(l->path.ptr, visit, l, NULL);
    if (l->rows.count == 0)
        return;
    OwnLexicon *own = ARENA_NEW(l->arena, OwnLexicon);
    if (own_lexicon_build(&l->rows, l->lang, l->arena, own, &error))
        out->lexicons[l->lang] = own;
    else
        add_damage(l, arena_str(l->arena, str_from(error.message)),
                   str_from(_("Keep the words that your documents need")));
}

/* Sound lines of a damaged glossary count. */
static void load_glossary(Loader *l, Str root, OwnLists *out)
{
    Str name = STR(".prfaq/glossary.tsv"), path = path_join(l->arena, root, name);
    StrBuf bytes = {0};
    Error error = {0};

    if (root.len == 0 || file_kind(path.ptr) == FILE_NONE)
        return;
    bool ok = file_read(path.ptr, LIST_BYTES_MAX, &bytes, &error);
    if (ok) {
        Glossary *glossary = ARENA_NEW(l->arena, Glossary);
        Str tsv = arena_str(l->arena, strbuf_view(&bytes));
        ok = glossary_parse(tsv, name, l->arena, glossary, &error);
        out->glossary = glossary;
    }
    if (!ok)
        add_damage(l, arena_str(l->arena, str_from(error.message)),
                   str_from(_("Correct the file in any editor: columns are term, "
                              "instead-of, meaning, owner")));
    strbuf_deinit(&bytes);
}

void own_lists_load(Str root, const Config *config, Arena *arena, OwnLists *out)
{
    Loader loader = {.arena = arena};

    *out = (OwnLists){0};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        loader.lang = (Lang)lang;
        load_language(&loader, config, root, out);
    }
    load_glossary(&loader, root, out);
    out->damage = loader.damage;
    out->damage_count = loader.count;
}
