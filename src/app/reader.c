#include "app/reader.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

#include "ui/derive.h"

struct Reader {
    pthread_t thread;
    bool busy;
    atomic_bool stop, ended;
    _Atomic(ReaderDone *) done; /* NULL: nobody listens */
    StrBuf bytes;
    const Library *lib;
    CheckOptions check;
    uint64_t number; /* of the request, or of the one that came while it was busy */
    Derived derived;
};

Reader *reader_new(ReaderDone *done)
{
    Reader *r = mem_alloc(sizeof *r);

    atomic_init(&r->stop, false);
    atomic_init(&r->ended, false);
    atomic_init(&r->done, done);
    return r;
}

static void tell(Reader *r)
{
    ReaderDone *done = atomic_load(&r->done);

    if (done)
        done();
}

void reader_tell(Reader *r, ReaderDone *done)
{
    atomic_store(&r->done, done);
    if (atomic_load(&r->ended))
        tell(r);
}

static void *read_text(void *arg)
{
    Reader *r = arg;

    derive_bytes(strbuf_view(&r->bytes), r->lib, &r->check, &r->derived);
    atomic_store(&r->ended, true);
    tell(r);
    return NULL;
}

static void forget(Reader *r)
{
    arena_deinit(&r->derived.arena);
    r->derived = (Derived){0};
}

/* Signals are the main thread's, but for those a fault of the thread itself sends. */
static bool begin(Reader *r)
{
    static const int own[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};
    sigset_t blocked, before;

    sigfillset(&blocked);
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        sigdelset(&blocked, own[i]);
    pthread_sigmask(SIG_BLOCK, &blocked, &before);
    bool ok = pthread_create(&r->thread, NULL, read_text, r) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return ok;
}

bool reader_busy(const Reader *r)
{
    return r->busy;
}

void reader_start(Reader *r, const Effect *effect)
{
    r->number = effect->number;
    if (r->busy) {
        atomic_store(&r->stop, true);
        return;
    }
    forget(r);
    strbuf_clear(&r->bytes);
    strbuf_add(&r->bytes, effect->bytes);
    r->lib = effect->lib;
    r->check = *effect->check;
    r->check.stop = &r->stop;
    atomic_store(&r->stop, false);
    atomic_store(&r->ended, false);
    r->busy = begin(r);
    if (!r->busy)
        read_text(r); /* no thread to be had: the person waits this once */
}

void reader_stop(Reader *r)
{
    if (!r->busy)
        return;
    atomic_store(&r->stop, true);
    pthread_join(r->thread, NULL);
    r->busy = false;
}

Msg reader_take(Reader *r)
{
    if (!atomic_load(&r->ended))
        return (Msg){.type = MSG_DONE};
    if (r->busy)
        pthread_join(r->thread, NULL);
    r->busy = false;
    atomic_store(&r->ended, false);
    return (Msg){.type = MSG_DERIVED,
                 .number = r->number,
                 .derived = atomic_load(&r->stop) ? NULL : &r->derived};
}

void reader_free(Reader *r)
{
    if (!r)
        return;
    reader_stop(r);
    forget(r);
    strbuf_deinit(&r->bytes);
    mem_free(r);
}
