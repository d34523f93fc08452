/* What is done about unsaved words when the keys rest. */
#include "app/keep_inner.h"
#include "term/input.h"
#include "ui/derive.h"

/* When the file should be written; 0: not. Once for each edit. */
static int64_t write_at(const Keep *k)
{
    if (!k->unwritten || k->lost || k->tried_ms >= k->edited_ms)
        return 0;
    int64_t pause = k->edited_ms + PAUSE_MS, section = k->wrote_ms + SECTION_MS;
    if (section < k->edited_ms + REST_MS) /* never into the next words */
        section = k->edited_ms + REST_MS;
    return k->left_section && section < pause ? section : pause;
}

static int64_t sync_at(const Keep *k)
{
    if (!k->unsynced_ms)
        return k->news ? k->edited_ms + REST_MS : 0;
    int64_t rest = k->edited_ms + REST_MS, latest = k->unsynced_ms + LATEST_MS;
    return rest < latest ? rest : latest;
}

int keep_wait_ms(const Keep *k)
{
    const int64_t times[] = {write_at(k), sync_at(k), k->retry_ms};
    int64_t first = 0, now;

    for (size_t i = 0; k->open && i < sizeof times / sizeof *times; i++)
        if (times[i] && (!first || times[i] < first))
            first = times[i];
    if (!first)
        return -1;
    now = input_now_ms();
    return first <= now ? 0 : (int)(first - now);
}

/* What is not known while the keys come: who types, when git was asked, and where. */
static void note_section(Keep *k, const Model *m)
{
    const Part *part = derived_part_at(&m->ed, k->edit_at);
    Error ignored = {0};

    if (k->journal)
        keep_note_person(k, strbuf_view(&m->who), &ignored);
    if (!k->journal || !part || str_eq(part->title, strbuf_view(&k->section)) ||
        !journal_place(k->journal, part->title, &ignored))
        return;
    strbuf_clear(&k->section);
    strbuf_add(&k->section, part->title);
}

/* The keys rest: everything around the journal is looked at, and the person told. */
static Msg settle(Keep *k, Model *m, int64_t now)
{
    Error reason = {0};
    bool lost = k->lost;

    if (k->lease)
        lease_beat(k->lease, strbuf_view(&m->who), moment_now());
    note_section(k, m);
    if (k->unsynced_ms && !k->failed)
        keep_sync_journal(k, m);
    k->unsynced_ms = 0;
    keep_may_write(k, &reason);
    k->news = false;
    k->settled_ms = now;
    if (k->lost && !lost)
        return (Msg){.type = MSG_TAKEN_OVER, .error = reason};
    return k->failed ? (Msg){.type = MSG_NOT_KEPT, .error = k->error}
                     : (Msg){.type = MSG_KEPT};
}

/* Keys come all the time: only the words go to the disk. */
static Msg sync_only(Keep *k, Model *m)
{
    keep_sync_journal(k, m);
    return k->failed ? (Msg){.type = MSG_NOT_KEPT, .error = k->error}
                     : (Msg){.type = MSG_DONE};
}

Msg keep_rest(Keep *k, Model *m)
{
    int64_t now = input_now_ms(), write = write_at(k), sync = sync_at(k);

    if (k->retry_ms && now >= k->retry_ms)
        keep_frame(k, m);
    if (k->retry_ms && now >= k->retry_ms)
        k->retry_ms = 0; /* nothing was left to try */
    if (sync && now >= sync) {
        bool typing =
            now - k->edited_ms < REST_MS && now - k->settled_ms < LOOK_MS && !k->failed;
        return typing ? sync_only(k, m) : settle(k, m, now);
    }
    if (write && now >= write) {
        k->tried_ms = k->edited_ms;
        return (Msg){.type = MSG_PAUSE};
    }
    return (Msg){.type = MSG_DONE};
}
