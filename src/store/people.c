#include "store/people.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/message.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "store/config.h"
#include "store/config_scan.h"

enum { NAME_MAX_CHARACTERS = 100, ID_DIGITS = 8 };

/* In NFC, and folded when `fold`; bytes of `b` until it is changed. */
static Str normal(Str s, bool fold, StrBuf *b)
{
    StrBuf composed = {0};

    strbuf_clear(b);
    unicode_nfc(s, &composed);
    if (fold)
        unicode_fold_str(strbuf_view(&composed), b);
    else
        strbuf_add(b, strbuf_view(&composed));
    strbuf_deinit(&composed);
    return strbuf_view(b);
}

/* The address of somebody who gave none: the same in every clone, and none that
 * mail could reach (RFC 2606 keeps ".invalid"). */
static void local_address(Str name, StrBuf *out)
{
    char hex[65];
    StrBuf b = {0};

    hash_hex(hash_sha256(normal(name, false, &b)), ID_DIGITS, hex);
    strbuf_addf(out, "%s@prfaq.invalid", hex);
    strbuf_deinit(&b);
}

static Str setting(const Config *config, Str person, const char *key, Arena *arena)
{
    Str value = {0};

    (void)config_get(
        config, arena_printf(arena, "person.%.*s.%s", STR_ARG(person), key), &value);
    return str_trim(value);
}

bool roster_parse(Str bytes, Str path, Arena *arena, Roster *out, Error *err)
{
    Config config = {0};
    const Str *names = NULL;

    *out = (Roster){0};
    if (!config_parse(bytes, path, arena, &config, err))
        return false;
    size_t count = config_subsections(&config, STR("person"), arena, &names);
    Member *members = arena_array(arena, count, sizeof *members);
    for (size_t i = 0; i < count; i++) {
        Member *m = &members[i];
        m->name = names[i];
        m->email = setting(&config, names[i], "email", arena);
        m->initials = setting(&config, names[i], "initials", arena);
        m->team = setting(&config, names[i], "team", arena);
        if (m->email.len == 0) {
            StrBuf b = {0};
            local_address(m->name, &b);
            m->email = arena_str(arena, strbuf_view(&b));
            strbuf_deinit(&b);
        }
    }
    *out = (Roster){members, count};
    return true;
}

bool roster_load(Str root, Arena *arena, Roster *out, Error *err)
{
    StrBuf bytes = {0};
    Error why = {0};
    Str path = path_join(arena, root, STR(".prfaq/people"));

    *out = (Roster){0};
    if (root.len == 0)
        return true;
    if (!file_read(path.ptr, 1 << 20, &bytes, &why)) {
        if (why.code == ERR_NOT_FOUND)
            return true;
        if (err)
            *err = why;
        return false;
    }
    bool ok =
        roster_parse(arena_str(arena, strbuf_view(&bytes)), path, arena, out, err);
    strbuf_deinit(&bytes);
    return ok;
}

/* How well a member fits what was typed. */
typedef enum Fit { FIT_NONE, FIT_BEGINNING, FIT_FOLDED, FIT_EXACT } Fit;

static Fit fit_of(const Member *m, Str who, Str folded, StrBuf *b)
{
    if (str_eq(normal(m->name, false, b), who))
        return FIT_EXACT;
    Str name = normal(m->name, true, b);
    if (str_eq(name, folded))
        return FIT_FOLDED;
    if (str_starts(name, folded))
        return FIT_BEGINNING;
    bool initials = m->initials.len > 0 && str_eq(normal(m->initials, true, b), folded);
    return initials ? FIT_FOLDED : FIT_NONE;
}

bool roster_find(const Roster *r, Str who, const Member **out, Error *err)
{
    StrBuf plain = {0}, fold = {0}, b = {0};
    Str name = normal(str_trim(who), false, &plain);
    Str folded = normal(str_trim(who), true, &fold);
    Fit best = FIT_NONE;
    bool twice = false;

    for (size_t i = 0; name.len > 0 && i < r->count; i++) {
        Fit fit = fit_of(&r->members[i], name, folded, &b);
        if (fit == FIT_NONE || fit < best)
            continue;
        twice = fit == best;
        best = fit;
        *out = &r->members[i];
    }
    strbuf_deinit(&plain);
    strbuf_deinit(&fold);
    strbuf_deinit(&b);
    if (best != FIT_NONE && !twice)
        return true;
    if (best == FIT_NONE) {
        error_set(err, ERR_NOT_FOUND, _("\"%.*s\" is not on the list of people"),
                  STR_ARG(who));
        return error_hint(err, _("add them with: prfaq who add \"%.*s\""),
                          STR_ARG(who));
    }
    error_set(err, ERR_USAGE, _("\"%.*s\" fits more than one person"), STR_ARG(who));
    return error_hint(err, _("give the whole name"));
}

/* What git's format of a person cannot hold, and what nobody could see. */
static bool is_plain(Str s)
{
    for (size_t at = 0; at < s.len;) {
        uint32_t cp;
        at += utf8_decode(s, at, &cp);
        if (cp == UTF8_BAD || cp == '<' || cp == '>' || unicode_is_hidden(cp))
            return false;
    }
    return true;
}

bool person_name_ok(Str name, Error *err)
{
    if (str_is_blank(name))
        return error_set(err, ERR_USAGE, _("a person needs a name"));
    if (!is_plain(name))
        return error_set(
            err, ERR_USAGE,
            _("\"%.*s\" cannot be a name: it has characters git cannot keep"),
            STR_ARG(name));
    if (grapheme_count(name) > NAME_MAX_CHARACTERS)
        return error_set(err, ERR_USAGE, _("a name has at most %d characters"),
                         NAME_MAX_CHARACTERS);
    return true;
}

static bool email_ok(Str email, Error *err)
{
    bool ok = is_plain(email) && str_find_byte(email, ' ', 0) == STR_NONE;
    return ok || error_set(err, ERR_USAGE, _("\"%.*s\" is no e-mail address"),
                           STR_ARG(email));
}

static bool is_on(const Roster *r, Str name)
{
    StrBuf b = {0};
    bool found = false;

    for (size_t i = 0; i < r->count && !found; i++)
        found = str_eq(normal(r->members[i].name, false, &b), name);
    strbuf_deinit(&b);
    return found;
}

/* Two people of one name need two names, or nobody could tell whose words these are. */
static bool same_person(const Roster *r, Str name, Str email, Error *err)
{
    StrBuf b = {0};
    bool same = email.len == 0;

    for (size_t i = 0; i < r->count && !same; i++)
        same = str_eq(normal(r->members[i].name, false, &b), name) &&
               str_eq_nocase(r->members[i].email, email);
    strbuf_deinit(&b);
    if (same)
        return true;
    error_set(err, ERR_STATE, _("%.*s is on the roster already, with another address"),
              STR_ARG(name));
    return error_hint(err,
                      _("Give the second one a name that tells them apart: prfaq "
                        "who add \"%.*s (design)\""),
                      STR_ARG(name));
}

bool roster_add(Str bytes, Str name, Str email, StrBuf *out, bool *known, Error *err)
{
    Arena arena = {0};
    Roster roster;
    StrBuf plain = {0}, address = {0}, setting_name = {0};
    bool ok = person_name_ok(name, err) && email_ok(str_trim(email), err) &&
              roster_parse(bytes, STR(".prfaq/people"), &arena, &roster, err);

    *known = false;
    if (ok) {
        Str person = normal(str_trim(name), false, &plain);
        *known = is_on(&roster, person);
        strbuf_add(&address, str_trim(email));
        if (address.len == 0)
            local_address(person, &address);
        strbuf_addf(&setting_name, "person.%.*s.email", STR_ARG(person));
    }
    if (ok && *known)
        ok = same_person(&roster, strbuf_view(&plain), str_trim(email), err);
    if (ok && *known)
        strbuf_add(out, bytes);
    else if (ok)
        ok = config_edit(bytes, strbuf_view(&setting_name), strbuf_view(&address), out,
                         err);
    strbuf_deinit(&plain);
    strbuf_deinit(&address);
    strbuf_deinit(&setting_name);
    arena_deinit(&arena);
    return ok;
}

bool who_load(Str private_folder, Arena *arena, Who *out, Error *err)
{
    Config config = {0};
    Str path = path_join(arena, private_folder, STR("who"));

    *out = (Who){0};
    if (private_folder.len == 0)
        return true;
    if (!config_load(path.ptr, arena, &config, err))
        return false;
    (void)config_get(&config, STR("who.name"), &out->name);
    Str *room = arena_array(arena, config.count, sizeof *room);
    for (size_t i = 0; i < config.count; i++)
        if (config_name_eq(config.items[i].name, STR("who.room")))
            room[out->room_count++] = config.items[i].value;
    out->room = room;
    return true;
}

bool who_store(Str private_folder, const Who *who, Error *err)
{
    Arena arena = {0};
    StrBuf text = {0};
    Str path = path_join(&arena, private_folder, STR("who"));

    strbuf_addz(&text, "[who]\n");
    if (who->name.len > 0) {
        strbuf_addz(&text, "\tname = ");
        config_quote(who->name, &text);
        strbuf_addc(&text, '\n');
    }
    for (size_t i = 0; i < who->room_count; i++) {
        strbuf_addz(&text, "\troom = ");
        config_quote(who->room[i], &text);
        strbuf_addc(&text, '\n');
    }
    bool ok = file_write_private(path.ptr, strbuf_view(&text), err);
    strbuf_deinit(&text);
    arena_deinit(&arena);
    return ok;
}
