#include "ui/linear_restore.h"

#include "base/message.h"
#include "ui/linear_say.h"
#include "ui/restore_screen.h"

static void say_choice(const RestoreScreen *v, size_t row, StrBuf *out)
{
    StrBuf title = {0}, words = {0};

    restore_row_title(v, row, &title);
    restore_row_words(v, row, &words);
    strbuf_addf(out, " %zu ", row + 1);
    if (restore_row_on(v, row))
        strbuf_addz(out, _("chosen: "));
    say_text(strbuf_view(&title), out);
    if (words.len > 0)
        strbuf_addf(out, ", %s", strbuf_cstr(&words));
    strbuf_addz(out, ".\n");
    strbuf_deinit(&title);
    strbuf_deinit(&words);
}

void say_restore(const Model *m, StrBuf *out)
{
    const RestoreScreen *v = &m->restore;
    const Restoring *r = v->what;
    StrBuf words = {0};

    message_addf(out, _("Bring back from revision %d:"), r->revision.number);
    strbuf_addc(out, '\n');
    for (size_t i = 0; i < restore_rows(v); i++)
        say_choice(v, i, out);
    if (r->scope == RESTORE_CHANGE && r->block != NO_INDEX) {
        restoring_words(r, r->block, &words);
        message_addf(out, _("The change: %s"), strbuf_cstr(&words));
        strbuf_addc(out, '\n');
    }
    restore_plan(v, out);
    strbuf_addc(out, '\n');
    strbuf_clear(&words);
    restore_questions(v, &words);
    if (words.len > 0) {
        strbuf_add(out, strbuf_view(&words));
        strbuf_addc(out, '\n');
    }
    strbuf_deinit(&words);
}

uint64_t restore_told(const Model *m)
{
    const Restoring *r = m->restore.what;
    uint64_t told = 1 + (uint64_t)r->scope;

    for (size_t i = 0; i < r->part_count; i++)
        told = told * 2 + r->parts[i].wanted;
    return told * 8191 + (r->scope == RESTORE_CHANGE ? r->block : 0) +
           (uint64_t)r->revision.number;
}
