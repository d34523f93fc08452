#include "app/merge_task.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/message.h"
#include "diff/conflict_marks.h"
#include "diff/merge_choices.h"
#include "diff/wording.h"

enum { KEPT_MAX = 4 << 20, KEY_DIGITS = 32 };

/* -- choices that are kept ------------------------------------------------------ */

static bool kept_path(Session *s, const DocumentRef *ref, Arena *arena, Str *out,
                      Error *err)
{
    Repo *repo = NULL;
    char hex[65];

    if (!session_repo(s, &repo, err))
        return false;
    hash_hex(hash_sha256(ref->relative), KEY_DIGITS, hex);
    *out = arena_printf(arena, "%s/merge/%s", repo_private(repo), hex);
    return true;
}

bool merge_kept_read(Session *s, const DocumentRef *ref, StrBuf *out)
{
    Arena scratch = {0};
    Str path = {0};
    bool ok = kept_path(s, ref, &scratch, &path, NULL) &&
              file_read(path.ptr, KEPT_MAX, out, NULL);

    arena_deinit(&scratch);
    return ok;
}

bool merge_kept_write(Session *s, const DocumentRef *ref, Str choices, Error *err)
{
    Arena scratch = {0};
    Str path = {0};
    bool ok = kept_path(s, ref, &scratch, &path, err) &&
              file_write_private(path.ptr, choices, err);

    arena_deinit(&scratch);
    return ok;
}

bool merge_kept_forget(Session *s, const DocumentRef *ref, Error *err)
{
    Arena scratch = {0};
    Str path = {0};
    bool ok = kept_path(s, ref, &scratch, &path, err);

    if (ok)
        ok = unlink(path.ptr) == 0 || file_kind(path.ptr) == FILE_NONE ||
             error_errno(err, _("cannot remove \"%s\""), path.ptr);
    arena_deinit(&scratch);
    return ok;
}

bool merge_task_keep(Session *s, const MergeTask *task, Error *err)
{
    StrBuf lines = {0};

    merge_choices_write(&task->three.merge, task->choices, &lines);
    bool ok = merge_kept_write(s, &task->ref, strbuf_view(&lines), err);
    strbuf_deinit(&lines);
    return ok;
}

static void read_kept(Session *s, MergeTask *task, Arena *arena)
{
    StrBuf lines = {0};

    if (merge_kept_read(s, &task->ref, &lines))
        merge_choices_read(&task->three.merge, strbuf_view(&lines), arena,
                           task->choices);
    strbuf_deinit(&lines);
}

/* -- where the texts come from -------------------------------------------------- */

static bool nothing_to_merge(const DocumentRef *ref, Error *err)
{
    error_set(err, ERR_STATE,
              _("%.*s has nothing to merge: git is in no merge, and the "
                "file holds no marks of one"),
              STR_ARG(ref->name));
    return error_hint(err,
                      _("Name the branch or the revision: prfaq merge %.*s BRANCH"),
                      STR_ARG(ref->name));
}

/* The file as git left it, in the middle of a merge. */
static bool from_git(Session *s, MergeTask *task, Arena *arena, bool *found, Error *err)
{
    StrBuf sides[THREE_COUNT] = {{0}};
    Repo *repo = NULL;
    bool ok = session_repo(s, &repo, err) &&
              repo_unmerged(repo, task->ref.relative, sides, found, err);

    for (int x = 0; x < THREE_COUNT; x++) {
        if (*found)
            task->texts[x] = arena_str(arena, strbuf_view(&sides[x]));
        strbuf_deinit(&sides[x]);
    }
    if (*found)
        task->from = MERGE_FROM_GIT;
    return ok;
}

static bool from_marks(MergeTask *task, Arena *arena)
{
    StrBuf sides[THREE_COUNT] = {{0}};
    bool found = conflict_marks_read(task->file, sides) > 0;

    for (int x = 0; x < THREE_COUNT; x++) {
        if (found)
            task->texts[x] = arena_str(arena, strbuf_view(&sides[x]));
        strbuf_deinit(&sides[x]);
    }
    task->from = MERGE_FROM_MARKS;
    return found;
}

/* The document at a commit, under one of the names it has had. */
static bool read_at(Repo *repo, const MergeTask *task, const History *history,
                    const char *commit, Arena *arena, Str *out)
{
    StrBuf bytes = {0};
    bool found = repo_read(repo, task->ref.relative, str_from(commit), &bytes, NULL);

    for (size_t i = 0; !found && i < history->count; i++) {
        if (i > 0 && str_eq(history->paths[i], history->paths[i - 1]))
            continue;
        strbuf_clear(&bytes);
        found = repo_read(repo, history->paths[i], str_from(commit), &bytes, NULL);
    }
    *out = arena_str(arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return found;
}

static bool all_words_saved(Repo *repo, const MergeTask *task, Error *err)
{
    RepoFile state = REPO_FILE_NEW;

    if (!repo_compare(repo, task->ref.relative, task->file, &state, err))
        return false;
    if (state == REPO_FILE_SAME)
        return true;
    error_set(err, ERR_STATE, _("%.*s holds words that are in no revision yet"),
              STR_ARG(task->ref.name));
    return error_hint(err, _("Keep them first: prfaq save %.*s"),
                      STR_ARG(task->ref.name));
}

/* Digits are a revision of this document, as everywhere. */
static bool find_theirs(Repo *repo, MergeTask *task, const History *history, Str rev,
                        Arena *arena, Error *err)
{
    Revision revision;
    int number = 0;

    if (!str_to_int(rev, &number))
        return repo_merge_sides(repo, rev, &task->sides, err);
    return history_find(repo, history, task->ref.relative, rev, arena, &revision,
                        err) &&
           repo_merge_sides(repo, str_from(revision.commit), &task->sides, err);
}

/* One text of two that both sides began from, put together over what these began from;
 * where they do not agree, that stands. As git does it. */
static bool join_bases(Session *s, Repo *repo, const MergeTask *task,
                       const History *history, const char *second, Arena *arena,
                       Str *base)
{
    char common[REPO_ID_MAX + 1];
    Str texts[THREE_COUNT] = {[THREE_MINE] = *base};
    ThreeTexts *three = ARENA_NEW(arena, ThreeTexts);
    StrBuf joined = {0};

    if (!read_at(repo, task, history, second, arena, &texts[THREE_THEIRS]) ||
        str_eq(texts[THREE_THEIRS], *base) ||
        !repo_common(repo, task->sides.base, second, common) ||
        !read_at(repo, task, history, common, arena, &texts[THREE_BASE]) ||
        !three_texts_merge(s, &task->ref, texts, arena, three, NULL))
        return false;
    size_t count = three->merge.conflict_count;
    MergeChoice *choices = arena_array(arena, count + 1, sizeof *choices);
    for (size_t i = 0; i < count; i++)
        choices[i].take = MERGE_NEITHER;
    merge_result(&three->merge, choices, &joined, NULL);
    *base = arena_str(arena, strbuf_view(&joined));
    strbuf_deinit(&joined);
    return true;
}

static void read_base(Session *s, Repo *repo, MergeTask *task, const History *history,
                      Arena *arena)
{
    const MergeSides *sides = &task->sides;
    Str *base = &task->texts[THREE_BASE];

    if (!sides->base[0] || !read_at(repo, task, history, sides->base, arena, base))
        return;
    for (size_t i = 0; i < sides->more_count; i++)
        (void)join_bases(s, repo, task, history, sides->more[i], arena, base);
}

static bool from_revision(Session *s, MergeTask *task, Str rev, Arena *arena,
                          Error *err)
{
    Repo *repo = NULL;
    History history = {0};

    task->from = MERGE_FROM_REVISION;
    task->who = arena_str(arena, rev);
    if (!session_repo(s, &repo, err) || !repo_at_rest(repo, err) ||
        !all_words_saved(repo, task, err) ||
        !history_read(repo, task->ref.relative, arena, &history, err) ||
        !find_theirs(repo, task, &history, rev, arena, err))
        return false;
    if (task->sides.contained) {
        error_set(err, ERR_STATE,
                  _("there is nothing to merge: %.*s is in your history"),
                  STR_ARG(rev));
        return error_hint(err, _("To bring old words back: prfaq restore %.*s %.*s"),
                          STR_ARG(task->ref.name), STR_ARG(rev));
    }
    if (!read_at(repo, task, &history, task->sides.theirs, arena,
                 &task->texts[THREE_THEIRS])) {
        error_set(err, ERR_NOT_FOUND, _("%.*s has no document %.*s"), STR_ARG(rev),
                  STR_ARG(task->ref.name));
        return error_hint(err, "%s", _("It may have another name there"));
    }
    read_base(s, repo, task, &history, arena);
    task->texts[THREE_MINE] = task->file;
    return repo_merge_others(repo, &task->sides, task->ref.relative, &task->others,
                             err);
}

static bool read_file(MergeTask *task, Arena *arena, Error *err)
{
    StrBuf bytes = {0};
    bool ok = file_read(task->ref.path.ptr, FILE_MAX, &bytes, err);

    task->file = arena_str(arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok;
}

bool merge_task_open(Session *s, const DocumentRef *ref, Str rev, Arena *arena,
                     MergeTask *out, Error *err)
{
    bool found = false;

    *out = (MergeTask){.ref = *ref, .who = str_from(_("theirs"))};
    if (ref->relative.len == 0) {
        error_set(err, ERR_STATE, _("\"%s\" is in no workspace: it has no revisions"),
                  ref->path.ptr);
        return error_hint(err, "%s", _("Make its folder a workspace with: prfaq init"));
    }
    if (!read_file(out, arena, err))
        return false;
    if (rev.len > 0) {
        if (!from_revision(s, out, rev, arena, err))
            return false;
    } else if (!from_git(s, out, arena, &found, err)) {
        return false;
    } else if (!found && !from_marks(out, arena)) {
        return nothing_to_merge(ref, err);
    }
    if (!three_texts_merge(s, ref, out->texts, arena, &out->three, err))
        return false;
    out->choices =
        arena_array(arena, out->three.merge.conflict_count + 1, sizeof *out->choices);
    read_kept(s, out, arena);
    return true;
}

size_t merge_task_left(const MergeTask *task)
{
    size_t left = 0;

    for (size_t i = 0; i < task->three.merge.conflict_count; i++)
        left += task->choices[i].take == MERGE_OPEN;
    return left;
}

void merge_task_result(const MergeTask *task, StrBuf *out)
{
    merge_result(&task->three.merge, task->choices, out, NULL);
}

/* -- the end -------------------------------------------------------------------- */

static bool save_merged(Session *s, const MergeTask *task, Str bytes, Str note,
                        Arena *arena, MergeDone *out, Error *err)
{
    const Wording *wording = wording_of(task->three.documents[THREE_MINE].doc.lang);
    StrBuf subject = {0};

    message_addf(&subject, wording->merged, task->who.ptr);
    const SaveRequest request = {.ref = &task->ref,
                                 .bytes = bytes,
                                 .from_file = true,
                                 .note = note.len > 0 ? note : strbuf_view(&subject),
                                 .merged =
                                     task->others == 0 ? task->sides.theirs : NULL};
    bool ok = service_save(s, &request, arena, &out->save, err);
    out->joined = ok && task->others == 0;
    strbuf_deinit(&subject);
    return ok;
}

bool merge_task_finish(Session *s, const MergeTask *task, Str note, Arena *arena,
                       MergeDone *out, Error *err)
{
    StrBuf result = {0};
    Repo *repo = NULL;

    *out = (MergeDone){0};
    merge_task_result(task, &result);
    Str bytes = arena_str(arena, strbuf_view(&result));
    strbuf_deinit(&result);
    if (!service_bytes_ok(&task->ref, bytes, err) || !session_repo(s, &repo, err) ||
        (!str_eq(bytes, task->file) &&
         !service_rewrite(&task->ref, task->file, bytes, err)))
        return false;
    if (task->from == MERGE_FROM_REVISION &&
        !save_merged(s, task, bytes, note, arena, out, err))
        return false;
    if (task->from == MERGE_FROM_GIT) {
        if (!repo_settle(repo, task->ref.relative, err))
            return false;
        out->settled = true;
    }
    (void)merge_kept_forget(s, &task->ref, NULL);
    return true;
}
