#include "store/lease.h"

#include <errno.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "store/records.h"

#define TITLE "prfaq lease 1"

enum {
    LEASE_BYTES = 4096,
    TRIES = 20,
    BEAT_SECONDS = 60,
    STALE_SECONDS = 10 * 60, /* of another computer, without a key */
};

struct Lease {
    int fd;
    Arena arena;
    Str folder, name;
    LeaseHolder me;
};

bool lease_parse(Str bytes, Arena *arena, LeaseHolder *out)
{
    Str rest = bytes, line;

    *out = (LeaseHolder){0};
    if (!str_next_line(&rest, &line) || !str_eq(line, STR(TITLE)))
        return false;
    out->process.host = records_field(rest, "host", arena);
    out->process.boot = records_field(rest, "boot", arena);
    out->process.tty = records_field(rest, "tty", arena);
    out->process.pid = (long)records_number(rest, "pid");
    out->person = records_field(rest, "person", arena);
    out->since.seconds = records_number(rest, "since");
    out->since.offset = (int)records_number(rest, "offset");
    out->beat.seconds = records_number(rest, "beat");
    out->beat.offset = out->since.offset;
    return true;
}

static void add_text(const LeaseHolder *me, StrBuf *out)
{
    strbuf_addz(out, TITLE "\n");
    records_add_field("host", me->process.host, out);
    records_add_field("boot", me->process.boot, out);
    records_add_field("tty", me->process.tty, out);
    records_add_number("pid", me->process.pid, out);
    records_add_field("person", me->person, out);
    records_add_number("since", me->since.seconds, out);
    records_add_number("offset", me->since.offset, out);
    records_add_number("beat", me->beat.seconds, out);
}

/* It is news for people, not words of theirs: never synced. */
static bool write_text(const Lease *lease)
{
    StrBuf text = {0};

    add_text(&lease->me, &text);
    bool ok = pwrite(lease->fd, text.ptr, text.len, 0) == (ssize_t)text.len &&
              ftruncate(lease->fd, (off_t)text.len) == 0;
    strbuf_deinit(&text);
    return ok;
}

static void read_holder(int fd, Arena *arena, LeaseHolder *out)
{
    char bytes[LEASE_BYTES];
    ssize_t n = pread(fd, bytes, sizeof bytes, 0);

    lease_parse((Str){bytes, n > 0 ? (size_t)n : 0}, arena, out);
}

static void copy_holder(const LeaseHolder *me, Arena *arena, LeaseHolder *out)
{
    *out = *me;
    out->process.host = arena_str(arena, me->process.host);
    out->process.boot = arena_str(arena, me->process.boot);
    out->process.tty = arena_str(arena, me->process.tty);
    out->person = arena_str(arena, me->person);
}

static Lease *lease_new(Str folder, Str document, const LeaseHolder *me)
{
    Lease *lease = mem_alloc(sizeof *lease);

    *lease = (Lease){.fd = -1};
    lease->folder = arena_str(&lease->arena, folder);
    lease->name = arena_printf(&lease->arena, "%s.lease",
                               private_name(document, &lease->arena).ptr);
    copy_holder(me, &lease->arena, &lease->me);
    return lease;
}

static void lease_free(Lease *lease)
{
    if (lease->fd >= 0)
        close(lease->fd);
    arena_deinit(&lease->arena);
    mem_free(lease);
}

/* The lock was free. Is its last holder alive all the same, on a computer whose locks
 * are not seen here? */
static bool lives_elsewhere(const LeaseHolder *holder, const LeaseHolder *me)
{
    int64_t quiet = me->since.seconds - holder->beat.seconds;

    return holder->process.host.len > 0 &&
           !str_eq(holder->process.host, me->process.host) && quiet < STALE_SECONDS &&
           quiet > -STALE_SECONDS;
}

/* One try; LEASE_HELD with holder->process.pid 0 when the file was just replaced. */
static LeaseResult try_take(Lease *lease, Arena *arena, LeaseHolder *holder, Error *err)
{
    lease->fd = private_open(lease->folder, lease->name, PRIVATE_ANY, err);
    if (lease->fd < 0)
        return LEASE_FAILED;
    bool locked = private_lock(lease->fd);
    read_holder(lease->fd, arena, holder);
    if (!locked)
        return LEASE_HELD;
    if (!private_is_named(lease->fd, lease->folder, lease->name)) {
        *holder = (LeaseHolder){0}; /* given back or taken over meanwhile */
        return LEASE_HELD;
    }
    if (lives_elsewhere(holder, &lease->me))
        return LEASE_HELD;
    return write_text(lease) ? LEASE_TAKEN : LEASE_FAILED;
}

LeaseResult lease_take(Str folder, Str document, const LeaseHolder *me, Arena *arena,
                       Lease **out, LeaseHolder *holder, Error *err)
{
    LeaseResult result = LEASE_HELD;

    /* A holder that has locked its file and not yet written it is looked at again. */
    for (int i = 0; i < TRIES; i++) {
        Lease *lease = lease_new(folder, document, me);
        *holder = (LeaseHolder){0};
        result = try_take(lease, arena, holder, err);
        if (result == LEASE_TAKEN) {
            *out = lease;
            return result;
        }
        if (result == LEASE_FAILED && lease->fd >= 0)
            error_errno(err, _("cannot write \"%s\""), lease->name.ptr);
        lease_free(lease);
        if (result == LEASE_FAILED || holder->process.pid != 0)
            return result;
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    return result;
}

/* A new file takes the name: the old holder's has none any more. */
static bool replace_file(Lease *lease, Error *err)
{
    Str temp = arena_printf(&lease->arena, "%s.%ld", lease->name.ptr, (long)getpid());
    Str from = path_join(&lease->arena, lease->folder, temp);
    Str to = path_join(&lease->arena, lease->folder, lease->name);

    unlink(from.ptr); /* of a process that had this number before */
    lease->fd = private_open(lease->folder, temp, PRIVATE_NEW, err);
    if (lease->fd < 0)
        return false;
    if (private_hold(lease->fd) && write_text(lease) && rename(from.ptr, to.ptr) == 0)
        return true;
    error_errno(err, _("cannot write \"%s\""), to.ptr);
    unlink(from.ptr);
    return false;
}

LeaseResult lease_take_over(Str folder, Str document, const LeaseHolder *me,
                            Lease **out, Error *err)
{
    Lease *lease = lease_new(folder, document, me);

    if (replace_file(lease, err)) {
        *out = lease;
        return LEASE_TAKEN;
    }
    lease_free(lease);
    return LEASE_FAILED;
}

bool lease_lost(const Lease *lease, Arena *arena, LeaseHolder *holder)
{
    *holder = (LeaseHolder){0};
    if (private_is_named(lease->fd, lease->folder, lease->name))
        return false;
    int fd = private_open(lease->folder, lease->name, PRIVATE_OLD, NULL);
    if (fd >= 0) {
        read_holder(fd, arena, holder);
        close(fd);
    }
    return true;
}

void lease_beat(Lease *lease, Str person, Moment now)
{
    bool other = !str_eq(person, lease->me.person);

    if (!other && now.seconds - lease->me.beat.seconds < BEAT_SECONDS)
        return;
    if (other)
        lease->me.person = arena_str(&lease->arena, person);
    lease->me.beat = now;
    (void)write_text(lease);
}

void lease_end(Lease *lease)
{
    if (!lease)
        return;
    if (private_is_named(lease->fd, lease->folder, lease->name))
        unlink(path_join(&lease->arena, lease->folder, lease->name).ptr);
    lease_free(lease);
}
