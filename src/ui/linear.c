#include "ui/linear.h"

#include "base/message.h"
#include "ui/ask.h"
#include "ui/cmd.h"
#include "ui/confirm.h"
#include "ui/deck_view.h"
#include "ui/derive.h"
#include "ui/exercise_view.h"
#include "ui/five_view.h"
#include "ui/history.h"
#include "ui/layout.h"
#include "ui/linear_box.h"
#include "ui/linear_interview.h"
#include "ui/linear_restore.h"
#include "ui/linear_review.h"
#include "ui/linear_say.h"
#include "ui/linear_text.h"
#include "ui/linear_words.h"
#include "ui/meet_view.h"
#include "ui/restore_screen.h"
#include "ui/tutorial.h"
#include "ui/update.h"
#include "ui/workshop.h"

void linear_deinit(Linear *l)
{
    strbuf_deinit(&l->before);
    strbuf_deinit(&l->text);
    strbuf_deinit(&l->kept);
    strbuf_deinit(&l->say);
    strbuf_deinit(&l->told.workshop);
    interview_deinit(&l->interview);
    *l = (Linear){0};
}

/* What update() does after each message: rows, pages and lists are made anew. */
static Effect settled(Model *m, Effect effect)
{
    static const Msg done = {.type = MSG_DONE};

    if (effect.type == EFFECT_NONE) {
        if (derive_needed(m))
            derive(m);
        update(m, &done);
    }
    return effect;
}

static size_t row_of(const Model *m)
{
    switch (m->view) {
    case VIEW_ADOPT:
    case VIEW_SPLIT:
        return m->confirm.selected;
    case VIEW_RESTORE:
        return m->restore.row;
    default:
        return 0;
    }
}

/* -- going ---------------------------------------------------------------- */

static void go_section(Linear *l, Model *m, Str number)
{
    int n = 0;
    size_t count = m->ed.derived.stop_count;

    if (!str_to_int(number, &n) || n < 0 || (size_t)n > count) {
        model_say(m, _("Type go and the number of a section, from 0 to %zu."), count);
        return;
    }
    if (n == 0)
        editor_move(&m->ed, layout_first_line(&m->ed), false);
    else
        editor_go_stop(m, (size_t)n - 1);
    l->again = true;
}

static void tell_guide(Linear *l, Model *m)
{
    const Part *part = derived_part_at(&m->ed, m->ed.caret);

    if (part && part->spec)
        say_guide(part->spec, &l->say);
    else
        strbuf_addz(&l->say, _("There is no guide for this section.\n"));
}

/* -- rows of lists -------------------------------------------------------- */

/* Select the row of that number as it was told; false: there is none. */
static bool select_row(Model *m, int number)
{
    size_t n = (size_t)number;

    switch (m->view) {
    case VIEW_HOME:
        if (number < 1 || n > m->home.count)
            return false;
        m->home.selected = n - 1;
        return true;
    case VIEW_HISTORY:
        for (size_t i = 0; i < m->history.count; i++)
            if (m->history.items[i].number == number) {
                m->history.selected = i;
                return true;
            }
        return false;
    case VIEW_CHECKS:
        for (size_t i = 0; i < m->checks.count; i++)
            if (m->checks.rows[i].finding != NO_INDEX && --number == 0) {
                m->checks.selected = i;
                return true;
            }
        return false;
    case VIEW_QUESTIONS:
        return review_select_number(m, number);
    case VIEW_RESTORE:
        if (number < 1 || n > restore_rows(&m->restore))
            return false;
        m->restore.row = n - 1;
        return true;
    case VIEW_ADOPT:
    case VIEW_SPLIT:
        if (number < 1 || n > confirm_count(m) + 1)
            return false;
        m->confirm.selected = n - 1;
        return true;
    default:
        return false;
    }
}

/* What a revision changed, that is folded into another row or not listed yet. */
static Effect compare_number(const Model *m, int number)
{
    return (Effect){.type = EFFECT_COMPARE,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text),
                    .from = REVISION_BEFORE,
                    .to = number};
}

static Effect number_line(Linear *l, Model *m, Str line)
{
    int number = 0;
    Msg enter = {.type = MSG_KEY, .key = {.code = KEYCODE_ENTER}};

    if (m->view == VIEW_WRITE) {
        linear_edit(l, m, line);
        return (Effect){0};
    }
    if ((m->view == VIEW_MERGE || m->view == VIEW_RECOVER) &&
        line.len == 1) { /* its choices are keys */
        enter.key = (Key){.code = KEYCODE_CHAR, .cp = (unsigned char)line.ptr[0]};
        return update(m, &enter);
    }
    if (!str_to_int(line, &number) || !select_row(m, number)) {
        if (m->view == VIEW_HISTORY && number > 0 && (size_t)number <= m->history.total)
            return compare_number(m, number);
        model_say(m, _("There is no number %.*s here."), STR_ARG(line));
        return (Effect){0};
    }
    if (m->view == VIEW_HOME || m->view == VIEW_HISTORY)
        return update(m, &enter);
    if (m->view == VIEW_RESTORE) {
        Effect none = {0};
        command_run(m, CMD_RESTORE_TICK, &none);
        return none;
    }
    say_row(m, &l->say);
    l->told.row = row_of(m);
    return (Effect){0};
}

/* -- commands ------------------------------------------------------------- */

static void run_verb(Linear *l, Model *m, LinearVerb verb, Str rest)
{
    switch (verb) {
    case VERB_READ:
        l->again = true;
        break;
    case VERB_ADD:
        linear_add(l, m, rest);
        break;
    case VERB_DELETE:
        linear_delete(l, m, rest);
        break;
    case VERB_UP:
    case VERB_DOWN:
        linear_move(l, m, rest, verb == VERB_UP);
        break;
    case VERB_PAIR:
        linear_pair(l, m, rest);
        break;
    case VERB_GO:
        go_section(l, m, rest);
        break;
    case VERB_FIND:
        linear_find(l, m, rest);
        command_note(m, CMD_FIND);
        break;
    case VERB_GUIDE:
        tell_guide(l, m);
        command_note(m, CMD_HELP);
        break;
    case VERB_MORE:
        if (m->history.top + HISTORY_LINES < m->history.count) {
            m->history.top += HISTORY_LINES;
            l->again = true;
        } else {
            model_say(m, _("That was the first revision."));
        }
        break;
    case VERB_HELP:
        linear_help(m, &l->say);
        command_note(m, CMD_PALETTE);
        break;
    default:
        break;
    }
}

bool linear_asks_help(const Linear *l, const Model *m, Str line)
{
    return m->view == VIEW_WRITE && l->ask == ASK_COMMAND &&
           m->prompt.type == PROMPT_NONE &&
           linear_find_word(VIEW_WRITE, str_trim(line)).verb == VERB_HELP;
}

bool linear_spells(const Linear *l, const Model *m, Str line)
{
    Str trimmed = str_trim(line);
    Str word = str_slice(trimmed, 0, str_find_byte(trimmed, ' ', 0));

    if (l->ask != ASK_COMMAND || m->prompt.type != PROMPT_NONE || !m->ed.open)
        return false;
    switch (linear_find_word(m->view, word).command) {
    case CMD_NEXT_SPELLING:
    case CMD_PREVIOUS_SPELLING:
    case CMD_ADD_WORD:
    case CMD_IGNORE_WORD:
    case CMD_SPELLING:
        return true;
    default:
        return false;
    }
}

/* Where the caret went, or the words changed, one is told where one is. */
static Effect answer_box(Linear *l, Model *m, Str line)
{
    uint64_t version = m->ed.open ? text_version(m->ed.text) : 0;
    bool goes = m->prompt.type == PROMPT_LINE;
    Effect effect = box_answer(m, line);

    if (m->prompt.type == PROMPT_NONE && m->ed.open)
        l->again = l->again || goes || text_version(m->ed.text) != version;
    return effect;
}

/* Does a command do something to the paragraph the caret is in? */
static bool is_of_paragraph(CommandId id)
{
    return id == CMD_INDENT || id == CMD_OUTDENT;
}

static bool is_number(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.ptr[i] < '0' || word.ptr[i] > '9')
            return false;
    return word.len > 0;
}

/* What follows the first word. */
static Str after_word(Str line)
{
    size_t space = str_find_byte(line, ' ', 0);

    return space == STR_NONE ? (Str){0} : str_trim(str_slice(line, space, line.len));
}

/* "ask 2 Of how many?": the paragraph, then what one says about it.
 *   returns  false: there is no such paragraph */
static bool ask_at(Model *m, Str *rest)
{
    Str word = str_slice(*rest, 0, str_find_byte(*rest, ' ', 0));

    if (!is_number(word))
        return true;
    *rest = after_word(*rest);
    return linear_caret_to(m, word);
}

/* "fix 3", "history 2": the row first; "indent 3": the paragraph. What follows a
 * command that asks something is the answer: "save-note After the call". */
static Effect run_command(Linear *l, Model *m, CommandId id, Str rest)
{
    Effect effect = {0};
    int number = 0;
    uint64_t version = m->ed.open ? text_version(m->ed.text) : 0;
    bool row = m->view != VIEW_WRITE && rest.len > 0 && str_to_int(rest, &number);

    if (row && !select_row(m, number)) {
        if (m->view == VIEW_HISTORY && number > 0 && (size_t)number <= m->history.total)
            model_say(m, _("Revision %d is not listed yet: more, or small-saves."),
                      number);
        else
            model_say(m, _("There is no number %.*s here."), STR_ARG(rest));
        return effect;
    }
    if (is_of_paragraph(id) && !linear_caret_to(m, rest))
        return effect;
    bool asks = m->view == VIEW_WRITE && (id == CMD_ASK || id == CMD_SUGGEST);
    if (asks && !ask_at(m, &rest))
        return effect;
    command_run(m, id, &effect);
    if (asks && m->prompt.type == PROMPT_ASK && ask_is_empty(ask_box(m)))
        ask_about_span(m, SPAN_PARAGRAPH); /* lines are of paragraphs */
    if (effect.type == EFFECT_NONE && m->prompt.type != PROMPT_NONE) {
        if (m->prompt.type == PROMPT_NEW)
            m->prompt.selected = 0;
        if (rest.len > 0 && !row)
            effect = answer_box(l, m, rest);
    }
    if (id == CMD_NEXT_ISSUE || id == CMD_PREVIOUS_ISSUE)
        say_row(m, &l->say);
    if (m->prompt.type == PROMPT_NONE && m->ed.open && m->view == VIEW_WRITE &&
        text_version(m->ed.text) != version)
        l->again = true;
    return effect;
}

static Effect command_line(Linear *l, Model *m, Str line)
{
    size_t space = str_find_byte(line, ' ', 0);
    Str word = str_slice(line, 0, space);
    Str rest = after_word(line);

    if (line.len == 0) {
        l->again = true;
        return (Effect){0};
    }
    if (is_number(word) && rest.len == 0)
        return number_line(l, m, word);
    LinearWord found = linear_find_word(m->view, word);
    if (found.verb == VERB_INTERVIEW)
        return linear_interview_open(m);
    if (found.verb != VERB_NONE)
        run_verb(l, m, found.verb, rest);
    else if (found.command != CMD_NONE)
        return run_command(l, m, found.command, rest);
    else
        linear_suggest(m, line, &l->say);
    return (Effect){0};
}

static Effect answer(Linear *l, Model *m, Str line)
{
    Effect effect = {0};
    Str trimmed = str_trim(line);

    if (l->ask == ASK_TEXT) {
        linear_text_line(l, m, line);
        return effect;
    }
    strbuf_clear(&m->notice);
    m->notice_bad = false;
    if (l->ask == ASK_PAIR) {
        l->ask = ASK_COMMAND;
        if (trimmed.len > 0)
            linear_pair(l, m, trimmed);
    } else if (l->ask == ASK_INTERVIEW) {
        effect = linear_interview_line(l, m, trimmed);
    } else if (m->prompt.type != PROMPT_NONE) {
        effect = answer_box(l, m, trimmed);
    } else if (m->view == VIEW_MEET) {
        meet_view_line(m, trimmed, &l->say, &effect);
    } else {
        effect = command_line(l, m, trimmed);
    }
    return effect;
}

Effect linear_line(Linear *l, Model *m, Str line)
{
    bool guarded = m->ed.open && m->ed.read_only;
    uint64_t version = guarded ? text_version(m->ed.text) : 0;
    size_t caret = m->ed.caret;
    Effect effect = answer(l, m, line);

    if (guarded && text_version(m->ed.text) != version) {
        update_refuse_change(m, version, caret);
        strbuf_clear(&l->say);
        l->ask = ASK_COMMAND;
    }
    return settled(m, effect);
}

Effect linear_end(Linear *l, Model *m)
{
    Msg hang_up = {.type = MSG_HANGUP};

    /* A half typed paragraph is words of somebody too. */
    if (l->ask == ASK_TEXT && l->typing)
        linear_text_end(l, m);
    if (l->ask == ASK_INTERVIEW)
        linear_interview_end(l, m);
    return update(m, &hang_up);
}

/* -- telling -------------------------------------------------------------- */

/* Rows that come behind are told when they are asked for. */
static uint64_t history_version(const HistoryList *h)
{
    return 1 + ((h->total * 2 + h->all) * 64 + h->part.len) * 64 + h->opened;
}

/* A list that is another one has other rows to tell. */
static uint64_t list_version(const Model *m)
{
    if (m->view == VIEW_CHECKS) /* … of that many rows, too: words are looked for */
        return m->checks.version * 8191 + m->checks.count;
    if (m->view == VIEW_REVIEW || m->view == VIEW_QUESTIONS)
        return review_told(m);
    if (m->view == VIEW_CHANGES)
        return (uint64_t)(m->changes.from + 64) * 8191 + (uint64_t)(m->changes.to + 64);
    if (m->view == VIEW_HISTORY)
        return history_version(&m->history);
    if (m->view == VIEW_RESTORE)
        return restore_told(m);
    if (m->view == VIEW_FIVE)
        return five_told(m);
    if (m->view == VIEW_MEET)
        return meet_view_told(m);
    if (m->view == VIEW_EXERCISE)
        return exercise_told(m);
    if (m->view == VIEW_DECK || m->view == VIEW_MATRIX)
        return deck_view_told(m);
    if (m->view == VIEW_MERGE && m->merging.open)
        return 1 + m->merging.at * 8 + m->merging.choices[m->merging.at].take;
    return m->view == VIEW_HOME ? 2 * m->home.count + m->home.workspace : 0;
}

static bool view_is_new(const Linear *l, const Model *m)
{
    const LinearTold *t = &l->told;

    if (!t->any || l->again || t->view != m->view || t->row != row_of(m))
        return true;
    if (m->view == VIEW_WRITE)
        return t->stop != linear_here(m);
    return t->version != list_version(m);
}

static void say_question(const Linear *l, StrBuf *out)
{
    switch (l->ask) {
    case ASK_TEXT:
        if (!l->typing && l->adding)
            strbuf_addz(out,
                        _("Type the paragraph. End with a dot alone on a line. Empty "
                          "adds nothing.\n"));
        else if (!l->typing)
            strbuf_addz(out,
                        _("Type the new text. End with a dot alone on a line. Empty "
                          "keeps it.\n"));
        break;
    case ASK_PAIR:
        strbuf_addz(out, _("Which question? Empty: none.\n"));
        break;
    default:
        break;
    }
}

static void say_notice(const Model *m, StrBuf *out)
{
    if (m->notice.len == 0)
        return;
    linear_message(m->view, strbuf_view(&m->notice), out);
    strbuf_addc(out, '\n');
}

/* Its step, when it is a new one. */
static void say_tutorial(Linear *l, Model *m, StrBuf *out)
{
    tutorial_look(m);
    if (!m->tutorial.on || l->told.tutorial == m->tutorial.step + 1)
        return;
    l->told.tutorial = m->tutorial.step + 1;
    tutorial_line(m, out);
    strbuf_addc(out, '\n');
}

/* Where the workshop stands, when that is told in other words than last. */
static void say_workshop(Linear *l, const Model *m, StrBuf *out)
{
    StrBuf now = {0};

    workshop_say_all(m, &now);
    if (!str_eq(strbuf_view(&now), strbuf_view(&l->told.workshop))) {
        strbuf_add(out, strbuf_view(&now));
        strbuf_addc(out, '\n');
        strbuf_set(&l->told.workshop, strbuf_view(&now));
    }
    strbuf_deinit(&now);
}

void linear_say(Linear *l, Model *m, StrBuf *out)
{
    LinearTold *t = &l->told;

    say_notice(m, out);
    strbuf_clear(&m->notice);
    strbuf_add(out, strbuf_view(&l->say));
    strbuf_clear(&l->say);
    if (l->ask == ASK_INTERVIEW) {
        linear_interview_say(l, out);
    } else if (l->ask != ASK_COMMAND) {
        say_question(l, out);
    } else if (m->prompt.type != PROMPT_NONE) {
        say_box(m, out);
    } else if (view_is_new(l, m)) {
        say_view(m, out);
        if (!t->hinted[m->view])
            linear_hint(m, out);
        t->hinted[m->view] = true;
        t->any = true;
        t->view = m->view;
        t->stop = m->view == VIEW_WRITE ? linear_here(m) : NO_INDEX;
        t->row = row_of(m);
        t->version = list_version(m);
        l->again = false;
    }
    say_tutorial(l, m, out);
    say_workshop(l, m, out);
    strbuf_addz(out, "> ");
}
