#include "app/five_file.h"

#include <errno.h>
#include <unistd.h>

#include "app/own_file.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/message.h"
#include "store/private.h"

enum { SHEET_MAX = 1 << 20, PERSON_DIGITS = 16 };

static const char suffix[] = ".sheet";

static Str folder_of(const Session *s, Arena *arena)
{
    return path_join(arena, s->workspace.private_, STR(FIVE_PATH));
}

/* "lantern~" begins the names of all files of a document. */
static Str stem_of(const DocumentRef *ref, Arena *arena)
{
    return arena_printf(arena, "%.*s~", STR_ARG(private_name(ref->name, arena)));
}

static Str path_of(const Session *s, const DocumentRef *ref, Str name, Arena *arena)
{
    return arena_printf(arena, "%.*s/%.*s%.*s%s", STR_ARG(folder_of(s, arena)),
                        STR_ARG(stem_of(ref, arena)), STR_ARG(name), suffix);
}

/* The sheet of a person; no hash of a name is "group". */
static Str sheet_path(const Session *s, const DocumentRef *ref, Str who, Arena *arena)
{
    char digits[65];

    hash_hex(hash_sha256(who), PERSON_DIGITS, digits);
    return path_of(s, ref, who.len > 0 ? str_from(digits) : STR("group"), arena);
}

static bool is_revealed(const Session *s, const DocumentRef *ref)
{
    Arena arena = {0};
    bool found =
        file_kind(path_of(s, ref, STR("revealed"), &arena).ptr) == FILE_REGULAR;

    arena_deinit(&arena);
    return found;
}

static bool read_sheet(Str path, Answers *out, Error *err)
{
    StrBuf bytes = {0};
    bool ok =
        file_kind(path.ptr) == FILE_NONE || file_read(path.ptr, SHEET_MAX, &bytes, err);

    if (ok)
        answers_parse(strbuf_view(&bytes), out);
    strbuf_deinit(&bytes);
    return ok;
}

void five_state_deinit(FiveState *state)
{
    for (size_t i = 0; i < state->count; i++)
        answers_deinit(&state->sheets[i].words);
    answers_deinit(&state->group);
    *state = (FiveState){0};
}

static bool need_workspace(Session *s, const DocumentRef *ref, Error *err)
{
    if (!session_need_workspace(s, err))
        return false;
    if (ref->relative.len > 0)
        return true;
    error_set(err, ERR_STATE, _("\"%.*s\" is in no workspace"), STR_ARG(ref->path));
    return error_hint(err, _("Make its folder a workspace with: prfaq init"));
}

/* A sheet without a name is none. Before the reveal only who wrote how much is known.
 */
static bool add_sheet(Str path, Arena *arena, FiveState *state, Error *err)
{
    Answers sheet = {0};

    if (!read_sheet(path, &sheet, err))
        return false;
    Str who = answers_get(&sheet, STR("who"));
    if (who.len == 0) {
        answers_deinit(&sheet);
        return true;
    }
    FiveSheet *out = &state->sheets[state->count++];
    *out =
        (FiveSheet){.who = arena_str(arena, who), .answered = sheet_answered(&sheet)};
    if (state->revealed)
        out->words = sheet;
    else
        answers_deinit(&sheet);
    return true;
}

static void sort_by_name(FiveState *state)
{
    for (size_t i = 1; i < state->count; i++)
        for (size_t k = i;
             k > 0 && str_cmp(state->sheets[k].who, state->sheets[k - 1].who) < 0;
             k--) {
            FiveSheet swap = state->sheets[k];
            state->sheets[k] = state->sheets[k - 1];
            state->sheets[k - 1] = swap;
        }
}

bool five_read(Session *s, const DocumentRef *ref, Arena *arena, FiveState *out,
               Error *err)
{
    size_t count = 0;
    bool ok = need_workspace(s, ref, err);

    *out = (FiveState){0};
    if (!ok)
        return false;
    Str folder = folder_of(s, arena), stem = stem_of(ref, arena);
    Str group = path_of(s, ref, STR("group"), arena);
    const Str *names = private_list(folder, str_from(suffix), arena, &count);
    out->revealed = is_revealed(s, ref);
    out->sheets = arena_array(arena, count + 1, sizeof *out->sheets);
    for (size_t i = 0; i < count && ok; i++) {
        Str path = path_join(arena, folder, names[i]);
        if (str_starts(names[i], stem) && !str_eq(path, group))
            ok = add_sheet(path, arena, out, err);
    }
    if (ok && out->revealed)
        ok = read_sheet(group, &out->group, err);
    sort_by_name(out);
    if (!ok)
        five_state_deinit(out);
    return ok;
}

static bool write_sheet(Str path, const Answers *sheet, Error *err)
{
    StrBuf bytes = {0};

    answers_print(sheet, &bytes);
    bool ok = file_write_private(path.ptr, strbuf_view(&bytes), err);
    strbuf_deinit(&bytes);
    return ok;
}

bool five_answer(Session *s, const DocumentRef *ref, Str who, size_t question, Str text,
                 Error *err)
{
    Arena arena = {0};
    Answers sheet = {0};
    bool group = who.len == 0;

    if (!need_workspace(s, ref, err))
        return false;
    if (is_revealed(s, ref) != group)
        return error_set(err, ERR_STATE,
                         group ? _("the sheets are not revealed yet")
                               : _("the sheets are revealed already"));
    Str path = sheet_path(s, ref, who, &arena);
    bool ok = read_sheet(path, &sheet, err);
    if (ok && !group)
        answers_set(&sheet, STR("who"), who);
    if (ok) {
        answers_set(&sheet, five_id(question), str_trim(text));
        ok = write_sheet(path, &sheet, err);
    }
    answers_deinit(&sheet);
    arena_deinit(&arena);
    return ok;
}

bool five_reveal(Session *s, const DocumentRef *ref, Error *err)
{
    Arena arena = {0};
    FiveState state;
    bool ok = five_read(s, ref, &arena, &state, err);

    if (ok && state.count == 0) {
        ok = error_set(err, ERR_STATE, _("nobody has answered anything yet"));
        error_hint(err, _("Each person answers alone: prfaq five %.*s"),
                   STR_ARG(ref->name));
    }
    ok = ok && file_write_private(path_of(s, ref, STR("revealed"), &arena).ptr,
                                  STR("prfaq-answers 1\n"), err);
    five_state_deinit(&state);
    arena_deinit(&arena);
    return ok;
}

static void remove_all(Session *s, const DocumentRef *ref, Arena *arena)
{
    size_t count = 0;
    Str folder = folder_of(s, arena), stem = stem_of(ref, arena);
    const Str *names = private_list(folder, str_from(suffix), arena, &count);

    for (size_t i = 0; i < count; i++)
        if (str_starts(names[i], stem))
            unlink(path_join(arena, folder, names[i]).ptr);
}

static bool keep_page(Session *s, const OpenDocument *doc, const FiveState *state,
                      bool all, Arena *arena, Error *err)
{
    Writer writer;
    OwnTurn turn;
    StrBuf page = {0}, message = {0}, title = {0};
    Answers *sheets = arena_array(arena, state->count + 1, sizeof *sheets);

    if (!writer_need(s, arena, &writer, err) || !own_turn_take(s, &turn, err))
        return false;
    for (size_t i = 0; i < state->count; i++)
        sheets[i] = state->sheets[i].words;
    message_addf(&title, _("The five questions: %.*s"),
                 STR_ARG(doc->doc.title.len > 0 ? doc->doc.title : doc->ref.name));
    message_addf(&message, _("The five questions of %.*s"), STR_ARG(doc->ref.name));
    sheet_page(&(SheetPage){.bank = &session_library(s)->bank,
                            .lang = doc->doc.lang == LANG_KO ? LANG_KO : LANG_EN,
                            .title = strbuf_view(&title),
                            .group = &state->group,
                            .sheets = sheets,
                            .count = all ? state->count : 0},
               &page);
    bool ok = own_file_change(
        s, arena_printf(arena, ".prfaq/%s/%.*s.md", FIVE_PATH, STR_ARG(doc->ref.name)),
        strbuf_view(&page), &writer, strbuf_view(&message), err);
    own_turn_end(&turn);
    strbuf_deinit(&page);
    strbuf_deinit(&message);
    strbuf_deinit(&title);
    return ok;
}

bool five_finish(Session *s, const OpenDocument *doc, FiveKeep keep, Arena *arena,
                 Error *err)
{
    FiveState state;

    if (!five_read(s, &doc->ref, arena, &state, err))
        return false;
    bool ok = state.revealed ||
              error_set(err, ERR_STATE, _("the sheets are not revealed yet"));
    if (ok && keep != FIVE_KEEP_NOTHING)
        ok = keep_page(s, doc, &state, keep == FIVE_KEEP_ALL, arena, err);
    five_state_deinit(&state);
    if (ok)
        remove_all(s, &doc->ref, arena);
    return ok;
}
