#include "app/check_batch.h"

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/check_setup.h"
#include "app/service.h"
#include "base/file.h"
#include "check/baseline.h"
#include "check/rule.h"
#include "check/since.h"

enum {
    JOBS_MAX = 64,
    THREADS_MAX = 16,
    BYTES_MAX = 4 << 20, /* of files that are checked together, unless it is one */
};

typedef struct Job {
    DocumentRef ref;
    Str name;
    Str given; /* the bytes, when there is no file */
    bool is_given;
    bool unnamed; /* only wanted when it is a document */
    size_t size;  /* of the file */
    CheckOptions options;
    Str before; /* its bytes at the revision to compare with */
    bool compared;
    /* The answer. */
    StrBuf piece;
    StrBuf accepted; /* lines for the baseline, when they are asked for */
    Findings counts; /* its list is gone */
    bool unready;    /* before findings were left out */
    int gone, known; /* as in ReportTotals */
    bool passed;     /* it is no document, and nobody named it */
    bool failed;
    Error error;
} Job;

/* What a thread needs for a file. It is kept from one lot of files to the next. */
typedef struct Worker {
    CheckBatch *batch;
    Arena arena;
    StrBuf bytes;
} Worker;

struct CheckBatch {
    Session *session;
    Worker workers[THREADS_MAX];
    CheckBatchOptions options;
    Job jobs[JOBS_MAX];
    size_t count, bytes;
    atomic_size_t next;     /* of the jobs, to be taken by a thread */
    Arena arena;            /* of the jobs */
    pthread_mutex_t asking; /* held where the session or `arena` is used in a thread */
    size_t found;           /* documents among those nobody named */
    ReportTotals totals;
    StrBuf out;
    bool failed; /* `error` is the last file's that could not be checked */
    Error error;
};

CheckBatch *check_batch_new(Session *session, const CheckBatchOptions *options)
{
    CheckBatch *batch = mem_alloc(sizeof *batch);

    batch->session = session;
    batch->options = *options;
    pthread_mutex_init(&batch->asking, NULL);
    for (size_t i = 0; i < THREADS_MAX; i++)
        batch->workers[i].batch = batch;
    return batch;
}

void check_batch_free(CheckBatch *batch)
{
    if (!batch)
        return;
    for (size_t i = 0; i < THREADS_MAX; i++) {
        arena_deinit(&batch->workers[i].arena);
        strbuf_deinit(&batch->workers[i].bytes);
    }
    pthread_mutex_destroy(&batch->asking);
    arena_deinit(&batch->arena);
    strbuf_deinit(&batch->out);
    mem_free(batch);
}

/* --- In a thread -------------------------------------------------------- */

static bool is_wanted(void *ctx, const Finding *finding)
{
    const CheckBatchOptions *o = ctx;

    for (size_t i = 0; i < o->rule_count; i++)
        if (str_eq(o->rules[i], finding->rule->id))
            return true;
    return false;
}

/* The session answers one thread at a time. */
static void settle_options(CheckBatch *b, Job *job)
{
    pthread_mutex_lock(&b->asking);
    session_check_options(b->session, &job->ref, &b->arena, &job->options);
    pthread_mutex_unlock(&b->asking);
    if (b->options.profile_given)
        job->options.profile = b->options.profile;
    if (b->options.now.year > 0)
        job->options.now = b->options.now;
}

/* Leave what is new since the older text. */
static void compare(const CheckBatch *b, Job *job, const Document *doc,
                    Findings *findings, Arena *arena)
{
    Document old_doc;
    Findings old, fresh;
    CheckBatchOptions options = b->options;
    size_t offset = 0;
    int errors = findings->errors;

    if (!job->compared || !document_bytes_ok(job->before, &offset, NULL))
        return;
    document_read(job->before, session_library(b->session), arena, &old_doc);
    check_run(&old_doc, session_library(b->session), &job->options, arena, &old);
    if (options.rule_count > 0)
        findings_keep(&old, is_wanted, &options, arena);
    findings_since(doc, findings, &old_doc, &old, arena, &fresh, &job->gone);
    *findings = fresh;
    job->known = errors - fresh.errors;
}

static void report_job(const CheckBatch *b, Job *job, const Document *doc,
                       Findings *findings, Arena *arena)
{
    CheckBatchOptions options = b->options;
    const ReportFile file = {.path = job->name,
                             .relative = job->ref.relative,
                             .doc = doc,
                             .findings = findings};

    job->unready = !findings_ready(findings);
    if (options.rule_count > 0)
        findings_keep(findings, is_wanted, &options, arena);
    compare(b, job, doc, findings, arena);
    report_file(&file, &options.report, &job->piece);
    job->counts = *findings;
    job->counts.items = NULL;
}

/* A file in another encoding is not read: that is its one finding. */
static void check_unread(CheckBatch *b, Job *job, const Error *why, Arena *arena)
{
    Document doc;
    Findings findings;

    settle_options(b, job);
    document_read(STR(""), session_library(b->session), arena, &doc);
    check_unreadable(0, why, &job->options, arena, &findings);
    report_job(b, job, &doc, &findings, arena);
}

static void check_bytes(CheckBatch *b, Job *job, Str bytes, Arena *arena)
{
    OpenDocument open;
    Findings findings;
    Error why = {0};

    if (!document_editable(bytes, &why)) {
        job->passed = job->unnamed;
        if (!job->passed)
            check_unread(b, job, &why, arena);
        return;
    }
    job->failed =
        !service_read_bytes(b->session, &job->ref, bytes, arena, &open, &job->error);
    job->passed = !job->failed && job->unnamed &&
                  !service_is_document(b->session, &open.doc, job->ref.path);
    if (job->failed || job->passed)
        return;
    settle_options(b, job);
    check_run(&open.doc, session_library(b->session), &job->options, arena, &findings);
    if (b->options.accept)
        baseline_list(&open.doc, job->options.name, &findings, &job->accepted);
    report_job(b, job, &open.doc, &findings, arena);
}

static void check_job(CheckBatch *b, Job *job, StrBuf *bytes, Arena *arena)
{
    if (job->is_given) {
        check_bytes(b, job, job->given, arena);
        return;
    }
    strbuf_clear(bytes);
    if (file_read(job->ref.path.ptr, FILE_MAX, bytes, &job->error))
        check_bytes(b, job, strbuf_view(bytes), arena);
    else if (job->unnamed)
        job->passed = true; /* nobody can say what it is */
    else
        job->failed = true;
}

/* Take files until none is left. */
static void *work(void *ctx)
{
    Worker *w = ctx;
    CheckBatch *b = w->batch;
    size_t at;

    while ((at = atomic_fetch_add(&b->next, 1)) < b->count) {
        check_job(b, &b->jobs[at], &w->bytes, &w->arena);
        arena_reset(&w->arena);
    }
    return NULL;
}

/* --- In the order of the files ------------------------------------------ */

static size_t thread_count(size_t jobs)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    size_t count = cores > THREADS_MAX ? THREADS_MAX : cores > 1 ? (size_t)cores : 1;

    return count < jobs ? count : jobs;
}

/* Where no thread can be had, this one does all of it. */
static void run_jobs(CheckBatch *b)
{
    pthread_t threads[THREADS_MAX];
    size_t wanted = thread_count(b->count), started = 0;

    atomic_store(&b->next, 0);
    session_library(b->session); /* loaded before anybody shares it */
    while (started + 1 < wanted &&
           pthread_create(&threads[started], NULL, work, &b->workers[started + 1]) == 0)
        started++;
    work(&b->workers[0]);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
}

static bool write_out(CheckBatch *b, Error *err)
{
    bool ok = b->options.write(b->options.ctx, strbuf_view(&b->out), err);

    strbuf_clear(&b->out);
    return ok;
}

static void remember_failure(CheckBatch *b, const Error *error)
{
    if (b->failed && b->options.failed)
        b->options.failed(b->options.ctx, &b->error);
    b->failed = true;
    b->error = *error;
}

static void report_job_in_order(CheckBatch *b, const Job *job)
{
    if (b->totals.files == 0)
        report_begin(&b->options.report, &b->out);
    report_add(&b->options.report, strbuf_view(&job->piece), &job->counts, &b->totals,
               &b->out);
    b->totals.unready = b->totals.unready || job->unready;
    b->totals.gone += job->gone;
    b->totals.known += job->known;
}

static void settle_job(CheckBatch *b, const Job *job)
{
    if (job->passed)
        return;
    if (job->unnamed)
        b->found++;
    if (job->failed) {
        remember_failure(b, &job->error);
        return;
    }
    report_job_in_order(b, job);
    if (b->options.accept && job->options.name.len > 0)
        b->options.accept(b->options.ctx, job->options.name,
                          strbuf_view(&job->accepted));
}

static bool report_jobs(CheckBatch *b, Error *err)
{
    bool ok = true;

    for (size_t i = 0; i < b->count; i++) {
        Job *job = &b->jobs[i];
        settle_job(b, job);
        strbuf_deinit(&job->piece);
        strbuf_deinit(&job->accepted);
        ok = ok && write_out(b, err);
    }
    return ok;
}

bool check_batch_flush(CheckBatch *batch, Error *err)
{
    if (batch->count == 0)
        return true;
    run_jobs(batch);
    bool ok = report_jobs(batch, err);
    batch->count = 0;
    batch->bytes = 0;
    arena_reset(&batch->arena);
    return ok;
}

static size_t file_size(Str path)
{
    struct stat st;

    return stat(path.ptr, &st) == 0 && st.st_size > 0 ? (size_t)st.st_size : 0;
}

static Job *take_job(CheckBatch *b, const DocumentRef *ref, Str name, size_t size)
{
    Job *job = &b->jobs[b->count++];

    assert(b->count <= JOBS_MAX);
    *job = (Job){.name = arena_str(&b->arena, name), .size = size};
    job->ref = (DocumentRef){.name = arena_str(&b->arena, ref->name),
                             .path = arena_str(&b->arena, ref->path),
                             .relative = arena_str(&b->arena, ref->relative)};
    b->bytes += size;
    return job;
}

/* The older text of a document that is compared with it. */
static bool add_before(CheckBatch *b, Job *job, Error *err)
{
    if (b->options.report.since.len == 0)
        return true;
    bool ok = service_bytes_at(b->session, &job->ref, b->options.report.since,
                               &b->arena, &job->before, &job->compared, err);
    if (!ok)
        b->count--;
    return ok;
}

static bool add_file(CheckBatch *b, const DocumentRef *ref, Str name, bool unnamed,
                     Error *err)
{
    size_t size = file_size(ref->path);

    if ((b->count == JOBS_MAX || b->bytes + size > BYTES_MAX) &&
        !check_batch_flush(b, err))
        return false;
    Job *job = take_job(b, ref, name, size);
    job->unnamed = unnamed;
    return add_before(b, job, err);
}

bool check_batch_add(CheckBatch *batch, const DocumentRef *ref, Str name, Error *err)
{
    return add_file(batch, ref, name, false, err);
}

bool check_batch_add_unnamed(CheckBatch *batch, const DocumentRef *ref, Str name,
                             Error *err)
{
    return add_file(batch, ref, name, true, err);
}

bool check_batch_found(CheckBatch *batch, size_t *found, Error *err)
{
    bool ok = check_batch_flush(batch, err);

    *found = batch->found;
    batch->found = 0;
    return ok;
}

bool check_batch_add_bytes(CheckBatch *batch, const DocumentRef *ref, Str bytes,
                           Error *err)
{
    static const DocumentRef nowhere = {.name = {"-", 1}};
    const DocumentRef *place = ref ? ref : &nowhere;
    Str name = ref ? ref->path : nowhere.name;

    if (batch->count == JOBS_MAX && !check_batch_flush(batch, err))
        return false;
    Job *job = take_job(batch, place, name, bytes.len);
    job->given = arena_str(&batch->arena, bytes);
    job->is_given = true;
    return add_before(batch, job, err);
}

bool check_batch_end(CheckBatch *batch, ReportTotals *totals, Error *err)
{
    if (!check_batch_flush(batch, err))
        return false;
    /* Where nothing could be checked there is nothing to report. */
    if (batch->totals.files > 0)
        report_end(&batch->options.report, &batch->totals, &batch->out);
    if (!write_out(batch, err))
        return false;
    *totals = batch->totals;
    if (batch->failed && err)
        *err = batch->error;
    return !batch->failed;
}
