#include "base/message.h"
#include "base/unicode.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/find.h"
#include "ui/frame.h"
#include "ui/panes.h"
#include "ui/pinned.h"
#include "ui/prompt.h"
#include "ui/workshop.h"

/* "PR 3/8 Problem", "FAQ 2/7 What does it cost?": counted within its region. */
static void place_label(const Model *m, StrBuf *out)
{
    const Editor *ed = &m->ed;
    const Derived *d = &ed->derived;
    size_t at = derived_stop_at(ed, ed->caret);

    if (at == NO_INDEX)
        return;
    Region region = d->doc.parts[d->stops[at].part].region;
    int number = 0, total = 0;
    for (size_t i = 0; i < d->stop_count; i++) {
        if (d->doc.parts[d->stops[i].part].region != region)
            continue;
        total++;
        if (i <= at)
            number++;
    }
    /* Questions have the number that messages and the preview give them. */
    if (d->stops[at].question != NO_INDEX) {
        number = d->doc.questions[d->stops[at].question].number;
        total = (int)d->doc.question_count;
    }
    const char *name = region == REGION_PR             ? _("PR")
                       : region == REGION_FAQ_EXTERNAL ? _("External FAQ")
                       : region == REGION_FAQ_INTERNAL ? _("Internal FAQ")
                       : region == REGION_FAQ          ? _("FAQ")
                                                       : _("Section");
    Str title = prompt_stop_title(m, at);
    strbuf_addf(out, " > %s %d/%d %.*s", name, number, total, STR_ARG(title));
}

/* What became of the words, in words. */
static void keeping(const Editor *ed, StrBuf *out)
{
    StrBuf clock = {0};

    if (ed->read_only) {
        strbuf_addz(out, _("only read here"));
    } else if (ed->not_kept) {
        strbuf_addz(out, _("words only in memory"));
    } else if (ed->lost_lease) {
        strbuf_addz(out, _("taken over, words kept"));
    } else if (ed->kept.seconds) {
        moment_time(ed->kept, &clock);
        strbuf_addf(out, _("kept %s"), strbuf_cstr(&clock));
    } else if (editor_unwritten(ed)) {
        strbuf_addz(out, _("not saved yet"));
    } else if (ed->saved.seconds) {
        moment_clock(ed->saved, &clock);
        strbuf_addf(out, _("saved %s"), strbuf_cstr(&clock));
    }
    strbuf_deinit(&clock);
}

static void add_other(const Model *m, Str name, int *count, StrBuf *out)
{
    enum { SHOWN = 2 };

    if (name.len == 0 || str_eq(name, strbuf_view(&m->who)))
        return;
    if (++*count <= SHOWN)
        strbuf_addf(out, "%s%.*s", out->len > 0 ? ", " : "", STR_ARG(name));
}

/* Who else is in the room of a workshop: ", Jun Park, Tomas Weber +3 here". */
static void others_here(const Model *m, StrBuf *out)
{
    enum { SHOWN = 2 };
    StrBuf names = {0};
    int count = 0;

    for (size_t i = 0; i < m->person_count; i++) /* as they were ticked last */
        if (m->people[i].here)
            add_other(m, m->people[i].name, &count, &names);
    for (size_t i = 0; m->person_count == 0 && i < m->workshop.room_count; i++)
        add_other(m, m->workshop.room[i], &count, &names);
    if (count > SHOWN)
        strbuf_addf(&names, " +%d", count - SHOWN);
    if (count > 0)
        message_addf(out, _(", %s here"), strbuf_cstr(&names));
    strbuf_deinit(&names);
}

static void writer_and_clock(const Model *m, StrBuf *out)
{
    enum { ROOMY_COLS = 72, WIDE_COLS = 110 };
    StrBuf state = {0}, timer = {0};
    int open = pinned_count(m);

    if (open > 0 && !m->projector)
        strbuf_addf(out, "? %d   ", open);
    if (m->who.len > 0 && !m->ed.read_only)
        strbuf_addf(out, _("%s typing"), strbuf_cstr(&m->who));
    if (m->cols >= WIDE_COLS && m->workshop.on && m->who.len > 0 && !m->ed.read_only)
        others_here(m, out);
    workshop_say_timer(m, &timer);
    if (timer.len > 0)
        strbuf_addf(out, "%s%s", out->len > 0 ? "   " : "", strbuf_cstr(&timer));
    /* Where both have no room, the clock comes before what is as it should be. */
    if (m->ed.not_kept || m->ed.lost_lease ||
        (!m->projector && (timer.len == 0 || m->cols >= ROOMY_COLS)))
        keeping(&m->ed, &state);
    if (out->len > 0 && state.len > 0 && !str_ends(strbuf_view(out), STR(" ")))
        strbuf_addz(out, "   ");
    strbuf_add(out, strbuf_view(&state));
    strbuf_deinit(&state);
    strbuf_deinit(&timer);
}

/* The section matters more than the title: that is cut first. */
static void draw_head(const Model *m, Screen *s)
{
    enum { TITLE_LEAST = 8 };
    StrBuf left = {0}, place = {0}, right = {0};

    writer_and_clock(m, &right);
    place_label(m, &place);
    Str title = editor_title(&m->ed);
    int room = s->cols - 4 - unicode_width(strbuf_view(&right)) -
               unicode_width(strbuf_view(&place));
    if (room < TITLE_LEAST)
        room = TITLE_LEAST;
    if (unicode_width(title) > room) {
        strbuf_add(&left, str_trim_end(unicode_fit(title, room - 3)));
        strbuf_addz(&left, "...");
    } else {
        strbuf_add(&left, title);
    }
    strbuf_add(&left, strbuf_view(&place));
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    strbuf_deinit(&left);
    strbuf_deinit(&place);
    strbuf_deinit(&right);
}

/* The reason of the check under the caret, and what its fix would do. */
static void add_check_reason(const Model *m, StrBuf *out)
{
    enum { WORDS_CELLS = 24 };
    size_t at = checks_current(m);

    if (at == NO_INDEX || derive_needed(m) ||
        !derived_is_under(&m->ed, at, m->ed.caret))
        return;
    const Finding *f = &m->ed.derived.findings.items[at];
    if (f->fix.kind != FIX_NONE) {
        strbuf_addz(out, _("^E fixes: "));
        checks_add_fix(m, f, WORDS_CELLS, out);
    }
    if (checks_why(f).len == 0)
        return;
    strbuf_addz(out, out->len ? "   " : "");
    strbuf_addz(out, _("Why: "));
    strbuf_add(out, checks_why(f));
}

static void draw_guide_row(const Model *m, Screen *s)
{
    const Part *part = derived_part_at(&m->ed, m->ed.caret);
    StrBuf text = {0};

    const ReviewNote *asked = pinned_here(m);

    add_check_reason(m, &text);
    if (text.len > 0) {
        /* What is asked for now comes before the guide of the section. */
    } else if (!asked && workshop_box(m) && workshop_box(m)->say.len > 0) {
        strbuf_addf(&text, "%.*s: %.*s", STR_ARG(workshop_box(m)->title),
                    STR_ARG(workshop_box(m)->say));
    } else if (asked) {
        pinned_say(m, asked, &text);
    } else if (part && part->spec && part->spec->purpose.len > 0) {
        strbuf_addz(&text, _("Guide: "));
        strbuf_add(&text, part->spec->purpose);
    } else if (m->ed.derived.valid && !m->ed.derived.doc.tmpl) {
        strbuf_addz(&text, _("Guide: no template is named; sections are found by "
                             "label or by place."));
    } else if (m->ed.derived.valid) {
        strbuf_addz(&text, _("Guide: Tab goes to the first section. ^G shows help and "
                             "examples."));
    }
    screen_put_cut(s, 1, 1, s->cols - 2, STYLE_GUIDE, strbuf_view(&text));
    strbuf_deinit(&text);
    screen_hline(s, 2, 0, s->cols);
}

/* On the projector: what the room is asked to do. */
static void draw_room_row(const Model *m, Screen *s)
{
    const AgendaBox *box = workshop_box(m);

    if (box)
        screen_put_cut(s, 1, 1, s->cols - 2, STYLE_GUIDE,
                       box->say.len > 0 ? box->say : box->title);
    screen_hline(s, 2, 0, s->cols);
}

void draw_write(const Model *m, Screen *s)
{
    TextArea area = editor_area(m);
    int hints = draw_hint_row(m);

    draw_head(m, s);
    if (m->rows >= 16 && m->projector)
        draw_room_row(m, s);
    else if (m->rows >= 16)
        draw_guide_row(m, s);
    if (editor_wide(m))
        draw_sides(m, s, area.top, area.rows);
    draw_document(m, s);
    if (m->rows >= 16)
        screen_hline(s, area.top + area.rows, 0, s->cols);
    draw_issue(m, s, hints - 2);
    draw_status(m, s, hints - 1);
    draw_hints(m, s);
    if (m->prompt.type == PROMPT_FIND || m->prompt.type == PROMPT_REPLACE ||
        m->prompt.type == PROMPT_WITH || m->prompt.type == PROMPT_REPLACING)
        draw_find_row(m, s, hints - 2);
}
