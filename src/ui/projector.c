/* Big text for a projector: only the section at hand, sixty columns wide, with one
 * finding below and who types above. No list of documents, no files, no addresses. */
#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"

enum { CONTRAST = 2 }; /* its place among the values of ui.theme */

void projector_settle(Model *m)
{
    Editor *ed = &m->ed;
    const Derived *d = &ed->derived;
    size_t at = m->projector ? derived_stop_at(ed, ed->caret) : NO_INDEX;
    size_t end = text_len(ed->text) + 1; /* the last line may be empty */

    ed->only = (Range){0, 0};
    if (!m->projector || !d->valid || d->stop_count == 0)
        return;
    if (at == NO_INDEX) {
        ed->only.end = derived_offset(ed, d->stops[0].start);
    } else {
        ed->only.start = derived_offset(ed, d->stops[at].start);
        ed->only.end =
            at + 1 < d->stop_count ? derived_offset(ed, d->stops[at + 1].start) : end;
    }
    /* Whole lines, and the caret's is one of them. */
    ed->only.start = layout_line_of(ed, ed->only.start);
    if (ed->caret < ed->only.start || ed->caret >= ed->only.end)
        ed->only = (Range){0, 0};
}

void cmd_projector(Model *m, Effect *out)
{
    static const char *const themes[] = {"default", "classic", "contrast", "mono"};

    m->projector = !m->projector;
    if (m->projector) {
        m->colours_before = m->colours;
        m->colours = CONTRAST;
        model_say(m, _("Projector view. Esc B ends it."));
    } else {
        m->colours = m->colours_before;
        model_say(m, _("The whole screen again."));
    }
    if (!m->color_off)
        *out = (Effect){.type = EFFECT_COLOURS, .name = str_from(themes[m->colours])};
}
