#include "app/tour.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/service.h"
#include "app/tour_texts.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"

enum { STEPS = 6, OPEN_FOLDERS = 16 };

/* A story: an example document, and the change that makes its second revision. */
typedef struct Story {
    const char *example; /* its name below examples/ */
    const char *name;    /* of the document on the tour */
    const char *before;  /* words of it */
    const char *after;
    const char *note;
} Story;

static const Story stories[] = {
    [LANG_EN] = {"lantern.md", "lantern", "a stopwatch", "a stopwatch and a notebook",
                 "After reading it aloud"},
    [LANG_KO] = {"village-bus.md", "village-bus", "첫차를 타고 병원까지 갔다",
                 "첫차를 타고 병원 문 앞까지 갔다", "소리 내어 읽은 뒤"},
};

typedef struct Tour {
    const Story *story;
    Lang lang;
    Session session;
    Arena arena;
    StrBuf said; /* by the step that runs */
    char *folder;
    DocumentRef ref;
    OpenDocument draft;
    OpenDocument written;
    OpenDocument example;
    Findings before, after;
    Comparison changes;
} Tour;

typedef bool Step(Tour *t, Error *err);

/* --- the folder --------------------------------------------------------- */

static int remove_entry(const char *path, const struct stat *st, int kind,
                        struct FTW *where)
{
    (void)st, (void)kind, (void)where;
    return remove(path);
}

static void remove_folder(char *folder)
{
    if (folder)
        nftw(folder, remove_entry, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
    mem_free(folder);
}

/* A new folder below `parent` with a repository of its own, or NULL. */
static char *make_folder(const char *parent, Error *err)
{
    StrBuf pattern = {0};
    bool created = false;

    if (!parent || parent[0] != '/')
        return NULL;
    strbuf_addf(&pattern, "%s/prfaq-tour-XXXXXX", parent);
    char *folder = mem_strdup(strbuf_cstr(&pattern));
    strbuf_deinit(&pattern);
    if (!mkdtemp(folder)) {
        error_errno(err, _("cannot make a folder in \"%s\""), parent);
        mem_free(folder);
        return NULL;
    }
    if (repo_init(folder, &created, err) && created)
        return folder;
    /* Inside somebody's work tree: nothing is committed there. */
    remove_folder(folder);
    return NULL;
}

static bool start(Tour *t, Error *err)
{
    t->folder = make_folder(getenv("TMPDIR"), err);
    if (!t->folder)
        t->folder = make_folder("/tmp", err);
    if (!t->folder) {
        if (err->code == ERR_NONE)
            error_set(err, ERR_STATE, _("there is no folder to work in"));
        return error_hint(err, _("Set TMPDIR to a folder outside of any workspace"));
    }
    if (!session_open(&t->session, t->folder, err))
        return false;
    /* Only what is built in: the tour shows the same to everybody. */
    t->session.workspace.data_home = STR("");
    return true;
}

/* --- helpers of the steps ----------------------------------------------- */

static bool step_failed(Error *err, const char *what)
{
    error_set(err, ERR_STATE, _("the tour stopped: %s"), what);
    return error_hint(err, _("This is a fault of prfaq or of this computer; please "
                             "report it"));
}

static void say(Tour *t, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void say(Tour *t, const char *format, ...)
{
    StrBuf line = {0};
    va_list args;

    va_start(args, format);
    strbuf_addv(&line, format, args);
    va_end(args);
    particles_settle(&line);
    if (line.len > 0)
        strbuf_addz(&t->said, "  ");
    unicode_visible(strbuf_view(&line), VISIBLE_ONE_LINE, &t->said);
    strbuf_addc(&t->said, '\n');
    strbuf_deinit(&line);
}

static void say_finding(Tour *t, const Findings *f)
{
    if (f->count > 0)
        say(t, _("for example: %.*s"), STR_ARG(f->items[0].message));
}

static bool read_example(Tour *t, Error *err)
{
    const DocumentRef nameless = {.name = str_from(t->story->name)};

    for (size_t i = 0; i < tour_text_count; i++)
        if (str_eq(tour_texts[i].path, str_from(t->story->example)))
            return service_read_bytes(&t->session, &nameless, tour_texts[i].bytes,
                                      &t->arena, &t->example, err);
    return step_failed(err, t->story->example);
}

static Str detail(const Tour *t, const char *key)
{
    return metadata_get(&t->example.doc.meta, key);
}

/* --- the six steps ------------------------------------------------------ */

static bool choose_template(Tour *t, Error *err)
{
    if (!read_example(t, err))
        return false;
    Str name = arena_printf(&t->arena, "%s/%s", t->folder, t->story->name);
    const NewDocument request = {
        .name = name,
        .template_id = STR("prfaq"),
        .lang = t->lang,
        .answers = {.title = detail(t, "title"),
                    .customer = detail(t, "customer"),
                    .product = detail(t, "product"),
                    .company = detail(t, "company"),
                    .owner = detail(t, "owner"),
                    .tags = detail(t, "tags")},
    };
    if (!service_new(&t->session, &request, &t->arena, &t->ref, err) ||
        !service_read(&t->session, &t->ref, &t->arena, &t->draft, err))
        return false;
    service_check(&t->session, &t->draft, &t->arena, &t->before);
    const Template *used = t->draft.doc.tmpl;
    if (!used || t->draft.doc.part_count == 0 || t->before.errors == 0)
        return step_failed(err, _("the draft is not what the template says"));
    say(t, _("template \"%.*s\": %.*s"), STR_ARG(used->id), STR_ARG(used->name));
    say(t,
        ngettext("%s.md has %zu empty section and %zu questions",
                 "%s.md has %zu empty sections and %zu questions",
                 (unsigned long)t->draft.doc.part_count),
        t->story->name, t->draft.doc.part_count, t->draft.doc.question_count);
    return true;
}

/* The answers of the example, put into the draft section by section, from the
 * last one on so that the places before it stay true. */
static size_t write_answers(const Document *draft, const Document *example, StrBuf *out)
{
    size_t written = 0;

    strbuf_add(out, draft->bytes);
    for (size_t i = draft->part_count; i > 0; i--) {
        const Part *empty = &draft->parts[i - 1];
        const Part *full = document_part(example, empty->id);
        if (empty->id.len == 0 || !full)
            continue;
        strbuf_splice(out, empty->body, str_range(example->bytes, full->body));
        written++;
    }
    return written;
}

static bool answer(Tour *t, Error *err)
{
    StrBuf text = {0};
    size_t count = write_answers(&t->draft.doc, &t->example.doc, &text);
    bool ok = file_replace(t->ref.path.ptr, strbuf_view(&text), err) &&
              service_read(&t->session, &t->ref, &t->arena, &t->written, err);

    strbuf_deinit(&text);
    if (!ok)
        return false;
    int answered = 0;
    for (size_t i = 0; i < t->written.doc.question_count; i++)
        answered += t->written.doc.questions[i].answered;
    if (count != t->draft.doc.part_count || answered == 0)
        return step_failed(err, _("not every section could be written"));
    say(t,
        ngettext("%zu section written, %d questions answered",
                 "%zu sections written, %d questions answered", (unsigned long)count),
        count, answered);
    const Part *headline = document_first(&t->written.doc, PART_HEADLINE);
    if (headline)
        say(t, "\"%.*s\"",
            STR_ARG(str_trim(str_range(t->written.bytes, headline->body))));
    return true;
}

static bool check(Tour *t, Error *err)
{
    service_check(&t->session, &t->written, &t->arena, &t->after);
    say(t, _("before: %d to fix, %d to look at"), t->before.errors, t->before.warnings);
    say_finding(t, &t->before);
    say(t, _("now: %d to fix, %d to look at"), t->after.errors, t->after.warnings);
    if (t->after.errors > 0) {
        say_finding(t, &t->after);
        return step_failed(err, _("the written document is not ready for review"));
    }
    say(t, _("ready for review"));
    return true;
}

static bool make_page(Tour *t, Error *err)
{
    StrBuf page = {0};
    StrBuf back = {0};
    Str path = arena_printf(&t->arena, "%s/%s.html", t->folder, t->story->name);

    service_export(&t->session, &t->written, EXPORT_HTML, false, NULL, &page);
    bool ok = file_create(path.ptr, strbuf_view(&page), err) &&
              file_read(path.ptr, FILE_MAX, &back, err);
    bool whole = ok && str_eq(strbuf_view(&page), strbuf_view(&back)) &&
                 str_find(strbuf_view(&back), STR("</html>"), 0) != STR_NONE;
    size_t size = page.len;
    strbuf_deinit(&page);
    strbuf_deinit(&back);
    if (!ok)
        return false;
    if (!whole)
        return step_failed(err, _("the page is not whole"));
    say(t, _("%s.html: one page of %zu bytes, for reading and for print"),
        t->story->name, size);
    return true;
}

static bool save(Tour *t, Str bytes, const char *note, Error *err)
{
    SaveResult result;
    const SaveRequest request = {
        .ref = &t->ref, .bytes = bytes, .note = str_from(note)};

    if (!service_save(&t->session, &request, &t->arena, &result, err))
        return false;
    if (result.outcome != SAVE_REVISION)
        return step_failed(err, _("no revision was kept"));
    say(t, _("revision %d by %.*s: %.*s"), result.revision.number,
        STR_ARG(result.revision.author.name), STR_ARG(result.revision.subject));
    return true;
}

static bool change_words(Tour *t, StrBuf *out)
{
    Str before = str_from(t->story->before);
    size_t at = str_find(t->written.bytes, before, 0);

    strbuf_add(out, t->written.bytes);
    if (at == STR_NONE)
        return false;
    strbuf_splice(out, (Range){at, at + before.len}, str_from(t->story->after));
    return true;
}

static bool keep_revisions(Tour *t, Error *err)
{
    StrBuf changed = {0};
    History history = {0};
    Str owner = detail(t, "owner");
    bool known = false;
    bool ok = writer_add(&t->session, owner, STR(""), &known, err) &&
              writer_choose(&t->session, owner, NULL, 0, &t->arena, NULL, err) &&
              save(t, t->written.bytes, "", err);

    if (ok && !change_words(t, &changed))
        ok = step_failed(err, _("the words to change are missing"));
    ok = ok && save(t, strbuf_view(&changed), t->story->note, err) &&
         service_history(&t->session, &t->ref, &t->arena, &history, err);
    strbuf_deinit(&changed);
    if (ok && history.count != 2)
        return step_failed(err, _("there are not two revisions"));
    return ok;
}

static bool compare(Tour *t, Error *err)
{
    StrBuf text = {0};
    Str line;
    const RedlineText options = {.width = 72, .lang = t->lang};

    if (!service_compare(&t->session, &t->ref, STR("1"), STR("2"), &t->arena,
                         &t->changes, err))
        return false;
    if (t->changes.redline.equal || t->changes.redline.parts_changed != 1)
        return step_failed(err, _("the two revisions do not differ as they should"));
    redline_text(&t->changes.redline, &options, &text);
    Str rest = strbuf_view(&text);
    while (str_next_line(&rest, &line))
        say(t, "%.*s", STR_ARG(line));
    strbuf_deinit(&text);
    return true;
}

typedef struct StepRow {
    const char *title; /* N_() */
    Step *run;
} StepRow;

static const StepRow steps[STEPS] = {
    {N_("A template is chosen"), choose_template},
    {N_("Answers are written"), answer},
    {N_("The document is checked"), check},
    {N_("A page is made"), make_page},
    {N_("Two revisions are kept"), keep_revisions},
    {N_("What changed between them"), compare},
};

static bool run_step(Tour *t, int index, TourSay *tell, void *ctx, Error *err)
{
    StrBuf text = {0};

    strbuf_clear(&t->said);
    bool ok = steps[index].run(t, err);
    strbuf_addf(&text, "%d/%d  %s\n", index + 1, STEPS, _(steps[index].title));
    strbuf_add(&text, strbuf_view(&t->said));
    strbuf_addc(&text, '\n');
    /* What a failed step found out is told, too; its own error counts. */
    ok = tell(ctx, strbuf_view(&text), ok ? err : NULL) && ok;
    strbuf_deinit(&text);
    return ok;
}

bool tour_run(Lang lang, TourSay *tell, void *ctx, Error *err)
{
    Tour t = {.lang = lang == LANG_KO ? LANG_KO : LANG_EN};

    t.story = &stories[t.lang];
    bool ok = start(&t, err);
    for (int i = 0; ok && i < STEPS; i++)
        ok = run_step(&t, i, tell, ctx, err);
    session_close(&t.session);
    arena_deinit(&t.arena);
    strbuf_deinit(&t.said);
    remove_folder(t.folder);
    return ok;
}
