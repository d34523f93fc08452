/* The checks of the open document: going from one to the next, fixing them,
 * and silencing them with a reason. */
#include "base/message.h"
#include "check/fix.h"
#include "check/suppress.h"
#include "check/unsilence.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/keymap.h"
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
    else if (str_is_blank(old) && str_is_blank(new))
        model_say(m, _("The spaces were put right. ^Z takes it back."));
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

/* One edit that a check asked for, as one step of undo, and the text read anew.
 *
 *   fix  its text is not of the derived arena */
static void apply_edit(Model *m, const Fix *fix)
{
    Editor *ed = &m->ed;

    text_seal(ed->text);
    text_group_begin(ed->text);
    editor_replace(ed, fix->range, fix->text);
    text_group_end(ed->text);
    text_seal(ed->text);
    derive(m);
}

/* The same, leaving the caret at the words it stood at. */
static void apply_aside(Model *m, const Fix *fix)
{
    Editor *ed = &m->ed;
    size_t caret = ed->caret, removed = fix->range.end - fix->range.start;

    apply_edit(m, fix);
    if (caret >= fix->range.end)
        ed->caret = caret - removed + fix->text.len;
    else if (caret < fix->range.start)
        ed->caret = caret;
    layout_settle(ed);
}

/* The finding that is to be changed, in a text that was just read; NULL and a word
 * about it when there is none. */
static const Finding *wanted(Model *m)
{
    if (derive_needed(m))
        derive(m);
    checks_refresh(m);
    size_t at = checks_current(m);
    if (at != NO_INDEX)
        return &m->ed.derived.findings.items[at];
    model_say(m, _("There is no check here. ^N goes to the next one."));
    return NULL;
}

void cmd_fix(Model *m, Effect *out)
{
    Arena arena = {0};
    const Finding *f = wanted(m);

    (void)out;
    if (!f)
        return;
    if (f->fix.kind == FIX_NONE || f->silenced) {
        model_say(m, _("Only you can fix this one: %.*s."), STR_ARG(f->message));
        return;
    }
    /* What was derived goes away with the edit. */
    Str old = arena_str(&arena, str_range(m->ed.derived.doc.bytes, f->fix.range));
    Fix fix = {f->fix.kind, f->fix.range, arena_str(&arena, f->fix.text)};
    apply_edit(m, &fix);
    if (!go_new_section(m, (Range){fix.range.start, fix.range.start + fix.text.len}))
        layout_settle(&m->ed);
    say_edit(m, old, fix.text);
    arena_deinit(&arena);
}

static bool same_rule(void *ctx, const Finding *finding)
{
    const Rule *const *rule = ctx;
    return finding->rule == *rule;
}

/* What differs between two texts, as one replacement at borders between characters:
 * a byte that goes on with a character is left to the middle. */
static Fix difference(Str old, Str new)
{
    size_t shorter = old.len < new.len ? old.len : new.len;
    size_t head = 0, tail = 0;

    while (head < shorter && old.ptr[head] == new.ptr[head])
        head++;
    while (head > 0 && head < old.len && ((unsigned char)old.ptr[head] & 0xC0) == 0x80)
        head--;
    while (tail < shorter - head &&
           old.ptr[old.len - 1 - tail] == new.ptr[new.len - 1 - tail])
        tail++;
    while (tail > 0 && ((unsigned char)old.ptr[old.len - tail] & 0xC0) == 0x80)
        tail--;
    return (Fix){.kind = FIX_REPLACE,
                 .range = {head, old.len - tail},
                 .text = str_slice(new, head, new.len - tail)};
}

void cmd_fix_all(Model *m, Effect *out)
{
    Arena arena = {0};
    FixedText fixed = {0};
    const Finding *f = wanted(m);

    (void)out;
    if (!f)
        return;
    const Rule *rule = f->rule;
    Str bytes = arena_str(&arena, m->ed.derived.doc.bytes);
    fixes_settle(bytes, m->lib, &m->check, same_rule, &rule, &arena, &fixed);
    if (fixed.count == 0) {
        model_say(m, _("Only you can fix these: the rule %s offers no words."),
                  rule_id(rule));
    } else {
        Fix all = difference(bytes, fixed.bytes);
        apply_aside(m, &all);
        model_say(m,
                  ngettext("Fixed %d place (%s). ^Z takes it back.",
                           "Fixed %d places (%s). ^Z takes them back.",
                           (unsigned long)fixed.count),
                  (int)fixed.count, rule_id(rule));
    }
    arena_deinit(&arena);
}

/* Its comment is taken out of the text, as one step of undo. */
static void take_back(Model *m, const Finding *f)
{
    Arena arena = {0};
    Fix fix = {0};
    const char *id = rule_id(f->rule);

    if (silence_remove(&m->ed.derived.doc, f, &arena, &fix)) {
        apply_aside(m, &fix);
        model_say(m, _("Not silenced any more: %s. ^Z takes it back."), id);
    } else {
        model_say(m, _("A prfaq-off comment further up silences it. Esc H in the text "
                       "shows the comments."));
    }
    arena_deinit(&arena);
}

void cmd_silence(Model *m, Effect *out)
{
    PromptType from = m->prompt.type;
    const Finding *f = wanted(m);

    (void)out;
    if (!f)
        return;
    if (f->silenced) {
        take_back(m, f);
        return;
    }
    prompt_open(m, PROMPT_SILENCE);
    m->prompt.back = from;
}

/* After a change the box goes on with the next check by place, after undo with the
 * one that is back. */
static void look_on(Model *m, CommandId done)
{
    const Derived *d = &m->ed.derived;
    size_t next = derived_issue_from(&m->ed, m->ed.caret);

    prompt_close(m);
    if (d->issue_count == 0)
        return;
    editor_go_finding(m, done == CMD_UNDO
                             ? derived_finding_at(&m->ed, m->ed.caret)
                             : d->issues[next < d->issue_count ? next : 0]);
    prompt_open(m, PROMPT_CHECK);
}

void check_silence(Model *m)
{
    Arena arena = {0};
    Fix fix = {0};
    PromptType back = m->prompt.back;
    const Finding *f = wanted(m);
    Str reason = field_view(&m->typed[PROMPT_SILENCE]);

    if (!f) {
        prompt_close(m);
    } else if (str_is_blank(reason)) {
        model_say(m, _("Say why: whoever reads the text later will ask. Esc leaves "
                       "the check as it is."));
    } else if (!silence_write(&m->ed.derived.doc, f, reason, &arena, &fix)) {
        model_say(m, _("This one cannot be silenced by a comment here. Your reason is "
                       "kept."));
        prompt_close(m);
    } else {
        const char *id = rule_id(f->rule);
        apply_aside(m, &fix);
        field_set(&m->typed[PROMPT_SILENCE], (Str){0});
        model_say(m,
                  _("Silenced here: %s. The reason stands in the text; ^Z takes "
                    "it back."),
                  id);
        prompt_close(m);
        if (back == PROMPT_CHECK)
            look_on(m, CMD_SILENCE);
    }
    arena_deinit(&arena);
}

void cmd_look(Model *m, Effect *out)
{
    (void)out;
    if (!wanted(m))
        return;
    editor_go_finding(m, checks_current(m));
    prompt_open(m, PROMPT_CHECK);
}

void cmd_rule(Model *m, Effect *out)
{
    const Finding *f = wanted(m);

    (void)out;
    if (!f)
        return;
    m->rule = f->rule;
    m->top[VIEW_RULE] = 0;
    m->page.valid = false;
    model_go(m, VIEW_RULE);
}

/* The row of the check at the caret, so that the list opens where one is. */
static void select_current(Model *m, size_t finding)
{
    ChecksList *list = &m->checks;

    for (size_t i = 0; i < list->count; i++)
        if (list->rows[i].finding == finding)
            list->selected = i;
}

void cmd_checks(Model *m, Effect *out)
{
    (void)out;
    if (derive_needed(m))
        derive(m);
    size_t finding = derived_finding_at(&m->ed, m->ed.caret);
    bool here = finding != NO_INDEX && derived_is_under(&m->ed, finding, m->ed.caret);
    checks_show_all(m);
    m->checks.valid = false;
    m->checks.selected = 0;
    model_go(m, VIEW_CHECKS);
    checks_refresh(m);
    if (here)
        select_current(m, finding);
}

void cmd_levels(Model *m, Effect *out)
{
    ChecksList *list = &m->checks;

    (void)out;
    list->least = list->least == LEVEL_ERROR     ? LEVEL_OFF
                  : list->least == LEVEL_WARNING ? LEVEL_ERROR
                                                 : LEVEL_WARNING;
    list->valid = false;
}

void cmd_filter(Model *m, Effect *out)
{
    (void)out;
    prompt_open(m, PROMPT_FILTER);
}

/* Keys of the box: what its last rows name; any other key of the screen works as
 * without the box. */
static CommandId box_command(const Model *m, const Key *key)
{
    static const struct {
        uint32_t letter;
        CommandId command;
    } letters[] = {
        {'f', CMD_FIX},        {'a', CMD_FIX_ALL},        {'s', CMD_SILENCE},
        {'n', CMD_NEXT_ISSUE}, {'p', CMD_PREVIOUS_ISSUE}, {'e', CMD_RULE},
        {'l', CMD_CHECKS},     {'z', CMD_UNDO},
    };

    if (key->code == KEYCODE_ENTER)
        return CMD_FIX;
    if (key->code == KEYCODE_DOWN || key->code == KEYCODE_RIGHT)
        return CMD_NEXT_ISSUE;
    if (key->code == KEYCODE_UP || key->code == KEYCODE_LEFT)
        return CMD_PREVIOUS_ISSUE;
    uint32_t cp = key->code == KEYCODE_CHAR && !key->mods ? key_latin(key->cp) : 0;
    if (cp >= 'A' && cp <= 'Z') /* as the last rows of the box print it */
        cp += 'a' - 'A';
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (cp == letters[i].letter)
            return letters[i].command;
    return cp ? CMD_NONE : keymap_find(m->keys, VIEW_WRITE, key);
}

void check_box_key(Model *m, const Key *key, Effect *out)
{
    CommandId id = box_command(m, key);

    if (id == CMD_NONE)
        return;
    uint64_t version = text_version(m->ed.text);
    command_run(m, id, out);
    if (m->prompt.type != PROMPT_CHECK)
        return; /* another box is open */
    bool stays = id == CMD_FIX || id == CMD_FIX_ALL || id == CMD_UNDO ||
                 id == CMD_NEXT_ISSUE || id == CMD_PREVIOUS_ISSUE;
    if (derive_needed(m))
        derive(m);
    if (!stays || m->ed.derived.issue_count == 0)
        prompt_close(m);
    else if (text_version(m->ed.text) != version)
        look_on(m, id);
}
