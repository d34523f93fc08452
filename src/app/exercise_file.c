#include "app/exercise_file.h"

#include "app/own_file.h"
#include "base/message.h"

enum { WORDS_MAX = 2000 };

static Str path_of(const DocumentRef *ref, Arena *arena)
{
    return arena_printf(arena, "%s/%.*s.tsv", EXERCISE_PATH, STR_ARG(ref->name));
}

bool exercise_read(Session *s, const DocumentRef *ref, Arena *arena, Exercises *out,
                   Error *err)
{
    StrBuf bytes = {0};
    bool inside = s->workspace.root.len > 0 && ref->relative.len > 0;
    bool ok = !inside || own_file_read(s, path_of(ref, arena), &bytes, err);

    exercises_parse(strbuf_view(&bytes), arena, out);
    strbuf_deinit(&bytes);
    return ok;
}

static bool request_ok(Session *s, const DocumentRef *ref, Str exercise, Str words,
                       Error *err)
{
    if (!session_need_workspace(s, err))
        return false;
    if (ref->relative.len == 0) {
        error_set(err, ERR_STATE, _("\"%.*s\" is in no workspace"), STR_ARG(ref->path));
        return error_hint(err, _("Make its folder a workspace with: prfaq init"));
    }
    if (str_is_blank(words) || str_is_blank(exercise))
        return error_set(err, ERR_USAGE, _("the words are missing"));
    if (words.len > WORDS_MAX || exercise.len > WORDS_MAX)
        return error_set(err, ERR_USAGE, _("a line has at most %d bytes"), WORDS_MAX);
    return true;
}

/* The bytes of the file, and whether the line that is dropped is in it. */
static bool read_bytes(Session *s, Str path, ExerciseDeed deed,
                       const ExerciseLine *line, StrBuf *bytes, Error *err)
{
    Arena scratch = {0};
    Exercises all;
    bool found = deed == EXERCISE_WRITTEN;

    if (!own_file_read(s, path, bytes, err))
        return false;
    exercises_parse(strbuf_view(bytes), &scratch, &all);
    for (size_t i = 0; i < all.count && !found; i++)
        found = str_eq(all.items[i].exercise, line->exercise) &&
                str_eq(all.items[i].words, line->words);
    arena_deinit(&scratch);
    return found || error_set(err, ERR_NOT_FOUND, _("there is no such line"));
}

static bool write_line(Session *s, const DocumentRef *ref, ExerciseDeed deed,
                       const ExerciseLine *line, const Writer *writer, Error *err)
{
    static const char *const subjects[EXERCISE_DEED_COUNT] = {
        N_("A line for %.*s: %.*s"), N_("A line taken back for %.*s: %.*s")};
    Arena arena = {0};
    StrBuf bytes = {0}, message = {0};
    Str path = path_of(ref, &arena);

    message_addf(&message, _(subjects[deed]), STR_ARG(ref->name),
                 STR_ARG(line->exercise));
    bool ok = read_bytes(s, path, deed, line, &bytes, err);
    if (ok)
        exercises_add(&bytes, deed, line);
    ok = ok && own_file_change(s, path, strbuf_view(&bytes), writer,
                               strbuf_view(&message), err);
    strbuf_deinit(&bytes);
    strbuf_deinit(&message);
    arena_deinit(&arena);
    return ok;
}

bool exercise_do(Session *s, const DocumentRef *ref, ExerciseDeed deed, Str exercise,
                 Str words, Error *err)
{
    Arena arena = {0};
    Writer writer;
    OwnTurn turn;

    bool ok = request_ok(s, ref, exercise, words, err) &&
              writer_need(s, &arena, &writer, err) && own_turn_take(s, &turn, err);
    if (ok) {
        const ExerciseLine line = {.exercise = str_trim(exercise),
                                   .time = session_now(),
                                   .who = writer.person.name,
                                   .words = str_trim(words)};
        ok = write_line(s, ref, deed, &line, &writer, err);
        own_turn_end(&turn);
    }
    arena_deinit(&arena);
    return ok;
}
