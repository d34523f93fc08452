#include "ui/wrote.h"

#include "base/message.h"

void wrote_free(Wrote *w)
{
    if (!w)
        return;
    Arena own = w->arena;
    arena_deinit(&own);
    mem_free(w);
}

const WroteRun *wrote_at(const Wrote *w, size_t offset)
{
    const WroteRun *found = w->run_count > 0 ? &w->runs[0] : NULL;

    for (size_t i = 0; i < w->run_count && w->runs[i].range.start <= offset; i++)
        found = &w->runs[i];
    return found;
}

void wrote_who(const Revision *revision, StrBuf *out)
{
    if (!revision) {
        strbuf_addz(out, _("not saved yet"));
        return;
    }
    if (revision->with_count == 0) {
        strbuf_add(out, revision->author.name);
        return;
    }
    StrBuf with = {0};
    for (size_t i = 0; i < revision->with_count; i++) {
        strbuf_addz(&with, i > 0 ? ", " : "");
        strbuf_add(&with, revision->with[i].name);
    }
    message_addf(out, _("%.*s with %s"), STR_ARG(revision->author.name),
                 strbuf_cstr(&with));
    strbuf_deinit(&with);
}
