/* The checks of the open document: going from one to the next, fixing them,
 * and silencing them with a reason. */
#include <stdlib.h>

#include "base/message.h"
#include "base/unicode.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"

void editor_go_finding(Model *m, size_t finding)
{
    Editor *ed = &m->ed;
    const Finding *f = &ed->derived.findings.items[finding];

    editor_move(ed, derived_offset(ed, f->range.start), false);
    layout_settle(ed);
    ed->issue = (IssueMark){.set = true,
                            .finding = finding,
                            .caret = ed->caret,
                            .version = ed->derived.version};
}

/* Where among the issues by place to go on from: the one that was led to, else
 * where the caret stands between them. */
static size_t next_issue(const Editor *ed, int direction)
{
    const Derived *d = &ed->derived;
    const IssueMark *mark = &ed->issue;
    size_t from = derived_issue_from(ed, ed->caret);

    if (mark->set && mark->caret == ed->caret && mark->version == d->version) {
        size_t at = derived_issue_order(d, mark->finding);
        if (at != NO_INDEX)
            return direction > 0 ? at + 1 : at == 0 ? NO_INDEX : at - 1;
    }
    if (direction < 0)
        return from == 0 ? NO_INDEX : from - 1;
    return derived_issue_from(ed, ed->caret + 1);
}

/* Round and round, by place. */
static void go_issue(Model *m, int direction)
{
    Editor *ed = &m->ed;
    const Derived *d = &ed->derived;

    if (derive_needed(m))
        derive(m);
    if (d->issue_count == 0) {
        model_say(m, _("Nothing to look at: no open checks."));
        return;
    }
    size_t next = next_issue(ed, direction);
    if (next == NO_INDEX) {
        next = d->issue_count - 1;
        model_say(m, _("That was the first check: on to the last."));
    } else if (next >= d->issue_count) {
        next = 0;
        model_say(m, _("That was the last check: from the top again."));
    }
    editor_go_finding(m, d->issues[next]);
}

void cmd_next_issue(Model *m, Effect *out)
{
    (void)out;
    go_issue(m, 1);
}

void cmd_previous_issue(Model *m, Effect *out)
{
    (void)out;
    go_issue(m, -1);
}

enum { WORDS_CELLS = 26 };

static void say_edit(Model *m, Str old, Str new)
{
    StrBuf was = {0}, is = {0};

    checks_add_short(old, WORDS_CELLS, &was);
    checks_add_short(new, WORDS_CELLS, &is);
    if (old.len == 0)
        model_say(m, _("Put in: \"%s\". ^Z takes it back."), strbuf_cstr(&is));
    else if (new.len == 0)
        model_say(m, _("Taken out: \"%s\". ^Z takes it back."), strbuf_cstr(&was));
    else
        model_say(m, _("\"%s\" is now \"%s\". ^Z takes it back."), strbuf_cstr(&was),
                  strbuf_cstr(&is));
    strbuf_deinit(&was);
    strbuf_deinit(&is);
}

/* A section that was put in is where one goes on writing. */
static bool go_new_section(Model *m, Range added)
{
    const Derived *d = &m->ed.derived;

    for (size_t i = 0; i < d->stop_count; i++) {
        const Part *part = &d->doc.parts[d->stops[i].part];
        if (part->label.start >= added.start && part->label.end <= added.end &&
            part->label.start < part->label.end) {
            editor_go_stop(m, i);
            return true;
        }
    }
    return false;
}

static Range clamped(const Editor *ed, Range r)
{
    size_t len = text_len(ed->text);

    if (r.end > len)
        r.end = len;
    if (r.start > r.end)
        r.start = r.end;
    return r;
}

/* One edit that a check asked for, as one step of undo. The caret stands behind it. */
static void apply_edit(Model *m, const Fix *fix)
{
    Editor *ed = &m->ed;
    Range r = clamped(ed, fix->range);

    text_seal(ed->text);
    text_group_begin(ed->text);
    editor_replace(ed, r, fix->text);
    text_group_end(ed->text);
    text_seal(ed->text);
    derive(m);
    if (!go_new_section(m, (Range){r.start, r.start + fix->text.len}))
        layout_settle(ed);
}

static void no_check(Model *m)
{
    model_say(m, _("There is no check here. ^N goes to the next one."));
}

void cmd_fix(Model *m, Effect *out)
{
    Arena arena = {0};

    (void)out;
    if (derive_needed(m))
        derive(m);
    size_t at = checks_current(m);
    if (at == NO_INDEX) {
        no_check(m);
        return;
    }
    const Finding *f = &m->ed.derived.findings.items[at];
    if (f->fix.kind == FIX_NONE) {
        model_say(m, _("Only you can fix this one: %.*s."), STR_ARG(f->message));
        return;
    }
    /* What is derived goes away with the edit. */
    Str old = arena_str(
        &arena, str_range(text_view(m->ed.text), clamped(&m->ed, f->fix.range)));
    Fix fix = {f->fix.kind, f->fix.range, arena_str(&arena, f->fix.text)};
    apply_edit(m, &fix);
    say_edit(m, old, fix.text);
    arena_deinit(&arena);
}

typedef struct Edits {
    Fix *items; /* by place, none overlapping */
    size_t count;
} Edits;

static int compare_fixes(const void *a, const void *b)
{
    const Fix *left = a, *right = b;

    if (left->range.start != right->range.start)
        return left->range.start < right->range.start ? -1 : 1;
    return left->range.end < right->range.end ? -1 : left->range.end > right->range.end;
}

/* Every fix of one rule, without those that would touch the same words. */
static Edits fixes_of(const Derived *d, const Rule *rule, Arena *arena)
{
    Edits edits = {arena_array(arena, d->findings.count + 1, sizeof(Fix)), 0};
    size_t n = 0;

    for (size_t i = 0; i < d->findings.count; i++) {
        const Finding *f = &d->findings.items[i];
        if (f->rule != rule || f->silenced || f->fix.kind == FIX_NONE)
            continue;
        edits.items[n] = f->fix;
        edits.items[n++].text = arena_str(arena, f->fix.text);
    }
    if (n > 1)
        qsort(edits.items, n, sizeof *edits.items, compare_fixes);
    for (size_t i = 0; i < n; i++) {
        Range r = edits.items[i].range;
        Range last = edits.count ? edits.items[edits.count - 1].range : (Range){0};
        if (edits.count == 0 || (r.start >= last.end && r.start > last.start))
            edits.items[edits.count++] = edits.items[i];
    }
    return edits;
}

void cmd_fix_all(Model *m, Effect *out)
{
    Editor *ed = &m->ed;
    Arena arena = {0};

    (void)out;
    if (derive_needed(m))
        derive(m);
    size_t at = checks_current(m);
    if (at == NO_INDEX) {
        no_check(m);
        return;
    }
    const Rule *rule = ed->derived.findings.items[at].rule;
    Edits edits = fixes_of(&ed->derived, rule, &arena);
    if (edits.count == 0) {
        model_say(m, _("Only you can fix these: the rule %s offers no words."),
                  rule_id(rule));
    } else {
        text_seal(ed->text);
        text_group_begin(ed->text);
        for (size_t i = edits.count; i > 0; i--)
            editor_replace(ed, clamped(ed, edits.items[i - 1].range),
                           edits.items[i - 1].text);
        text_group_end(ed->text);
        text_seal(ed->text);
        derive(m);
        layout_settle(ed);
        model_say(m,
                  ngettext("Fixed %d place (%s). ^Z takes it back.",
                           "Fixed %d places (%s). ^Z takes them back.",
                           (unsigned long)edits.count),
                  (int)edits.count, rule_id(rule));
    }
    arena_deinit(&arena);
}
