#include "ui/linear_box.h"

#include "base/message.h"
#include "base/utf8.h"
#include "ui/five_view.h"
#include "ui/linear_review.h"
#include "ui/linear_say.h"
#include "ui/prompt.h"
#include "ui/readying.h"
#include "ui/reviewing.h"
#include "ui/spelling.h"
#include "ui/update.h"

enum { NEW_ROWS = 2 + NEW_FIELDS + 1, NEW_START = NEW_ROWS - 1 };

static Effect press(Model *m, Key key)
{
    Msg msg = {.type = MSG_KEY, .key = key};

    return update(m, &msg);
}

static Effect press_code(Model *m, KeyCode code)
{
    return press(m, (Key){.code = code});
}

static bool is_field(PromptType type)
{
    return type == PROMPT_NOTE || type == PROMPT_NAME || type == PROMPT_SILENCE ||
           type == PROMPT_FILTER || type == PROMPT_FIND || type == PROMPT_OWN ||
           type == PROMPT_ELSEWHERE || type == PROMPT_REPLACE || type == PROMPT_WITH ||
           type == PROMPT_LINE || type == PROMPT_CLOSING || type == PROMPT_REVISION ||
           type == PROMPT_MERGE || type == PROMPT_GOAL || type == PROMPT_CARD_ANSWER ||
           type == PROMPT_CARD_SKIP || type == PROMPT_FIVE || type == PROMPT_READY ||
           type == PROMPT_EXERCISE;
}

/* Whose words the field of a box holds: what is replaced is looked for. */
static PromptType field_of(PromptType type)
{
    return type == PROMPT_REPLACE ? PROMPT_FIND : type;
}

/* -- the questions -------------------------------------------------------- */

static const char *const questions[PROMPT_COUNT] = {
    [PROMPT_SECTIONS] = N_("Which section? Its number; empty: stay."),
    [PROMPT_NOTE] = N_("What would you tell a colleague about this revision?"),
    [PROMPT_NAME] =
        N_("Who are you? Your name signs the revisions you save. Empty: back."),
    [PROMPT_WHO] =
        N_("Who types next? A number. \"here\" and a number: who else is in the "
           "room. Empty: as it is."),
    [PROMPT_CLOSE] =
        N_("Some words are not yet a revision. A number; empty: write on."),
    [PROMPT_CLOSE_FILE] =
        N_("Some words are not in the file yet. A number; empty: write on."),
    [PROMPT_OUTSIDE] =
        N_("Someone or some program changed the file since it was read here. "
           "Nothing was written over it. A number; empty: write on."),
    [PROMPT_GONE] =
        N_("The file was deleted or moved since it was read here. Your words are "
           "kept. A number; empty: write on."),
    [PROMPT_FAILED] = N_("The document is not saved. A number; empty: write on."),
    [PROMPT_ELSEWHERE] =
        N_("Where to write a copy? A file that is there already is left alone. "
           "Empty: the place below; b: back."),
    [PROMPT_OWN] = N_("Your own words for this place; empty: as it was."),
    [PROMPT_MERGE] =
        N_("Which branch, or which revision, holds the other draft? Empty: back."),
    [PROMPT_TIMER] = N_("What with the time? A number; empty: as it is."),
    [PROMPT_EXERCISE] = N_("A line? Empty: stop."),
    [PROMPT_GOAL] =
        N_("The goal in one line; it is shown again at the end. Empty: back."),
    [PROMPT_EXPORT] = N_("Export as what? The file is written beside the document."),
    [PROMPT_SILENCE] =
        N_("Why is this check silenced? The reason stands in the text. Empty: "
           "back."),
    [PROMPT_FILTER] = N_("Which words to look for among the checks? Empty: all."),
    [PROMPT_REPLACE] = N_("Replace which words? Empty: none."),
    [PROMPT_WITH] = N_("By which words? Empty takes them out."),
    [PROMPT_REPLACING] =
        N_("y replaces this one, n does not, a all that are left; empty: stop."),
    [PROMPT_CLOSING] =
        N_("Why do you close it? Who asked reads the reason. Empty: back."),
    [PROMPT_PLACE] = N_("Which words of the text is it about now? Give them as they "
                        "stand there. Empty: it stays where it is."),
    [PROMPT_FIVE] = N_("Your answer? Empty: stop; what you wrote is kept."),
    [PROMPT_FIVE_REVEAL] = N_("Shall all answers be shown? A number; empty: not yet."),
    [PROMPT_FIVE_KEEP] =
        N_("What is kept of the five questions? A number; empty: go on."),
    [PROMPT_FIVE_FIRST] =
        N_("The idea does not come from a customer. The five questions first? A "
           "number; empty: write at once."),
    [PROMPT_CARD_ANSWER] = N_("Your answer to the card? Empty: back."),
    [PROMPT_CARD_SKIP] = N_("Why is the card skipped? Empty: back."),
    [PROMPT_CARD_CHANGED] =
        N_("Did this answer change the press release? A number; empty: not "
           "said."),
    [PROMPT_CARD_ROLE] = N_("As whom do you ask? A number; empty: as before."),
    [PROMPT_REVISION] = N_("What is this revision to be called? Empty: nothing."),
    [PROMPT_LINE] = N_("To which line? Its number; empty: stay."),
    [PROMPT_SPELL] =
        N_("A number takes that word, a adds this one to the words of the "
           "workspace, i ignores it, n next, p previous; empty: back to the "
           "text."),
    [PROMPT_KIND] = N_("Which section is it? Its number; empty: as it is."),
    [PROMPT_LOST] =
        N_("Somebody has taken this document over, so the file is not written here "
           "any more."),
    [PROMPT_CHECK] =
        N_("f fixes it, a all of this kind, s silences it, e explains the rule, "
           "n next, p previous; empty: back to the text."),
};

static void say_people(const Model *m, StrBuf *out)
{
    for (size_t i = 0; i < m->person_count; i++) {
        const PersonEntry *p = &m->people[i];
        strbuf_addf(out, " %zu ", i + 1);
        say_text(p->name, out);
        strbuf_addz(out, ": ");
        prompt_who_turn(m, p, out);
        if (p->here && !p->typing)
            strbuf_addz(out, _(", is in the room"));
        strbuf_addc(out, '\n');
    }
    strbuf_addf(out, " %zu %s\n", m->person_count + 1, _("Someone else"));
}

static void say_sections(const Model *m, StrBuf *out)
{
    for (size_t i = 0; i < m->ed.derived.stop_count; i++) {
        const Stop *s = &m->ed.derived.stops[i];
        const Document *doc = &m->ed.derived.doc;
        bool empty = s->question != NO_INDEX ? !doc->questions[s->question].answered
                                             : part_is_empty(doc, &doc->parts[s->part]);
        strbuf_addf(out, " %zu ", i + 1);
        say_text(prompt_stop_title(m, i), out);
        strbuf_addz(out, empty ? _(", empty\n") : "\n");
    }
}

static const char *new_question(size_t row)
{
    switch (row) {
    case 0:
        return _("Which template? A number.");
    case 1:
        return _("Language: 1 English, 2 한국어.");
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
        return prompt_field_help(row);
    default:
        return _("Enter makes the document. b goes back.");
    }
}

static void say_new(const Model *m, StrBuf *out)
{
    const Prompt *p = &m->prompt;

    message_addf(out, _("New document, question %zu of %d. "), p->selected + 1,
                 NEW_ROWS);
    strbuf_addf(out, "%s\n", new_question(p->selected));
    for (size_t i = 0; p->selected == 0 && i < prompt_template_count(m); i++) {
        const Template *t = prompt_template(m, i, p->lang);
        strbuf_addf(out, " %zu ", i + 1);
        say_text(t->name, out);
        strbuf_addc(out, '\n');
    }
    StrBuf now = {0};
    if (p->selected == 0)
        strbuf_addf(&now, "%zu", p->template_at + 1);
    else if (p->selected == 1)
        strbuf_addz(&now, p->lang == LANG_KO ? "한국어" : "English");
    else if (p->selected < NEW_START)
        say_text(field_view(&p->fields[p->selected - 2]), &now);
    if (now.len > 0)
        message_addf(out, _("Now: %s. Enter keeps it, b goes back, q stops.\n"),
                     strbuf_cstr(&now));
    else if (p->selected < NEW_START)
        strbuf_addz(out, _("Enter goes on, b goes back, q stops.\n"));
    strbuf_deinit(&now);
}

/* The misspelled word where it stands, and what it may have been. */
static void say_spelling(const Model *m, StrBuf *out)
{
    size_t count = 0;
    Range r;

    if (!spelling_at(m, m->ed.caret, &r))
        return;
    const Str *words =
        spelling_suggestions(m, str_range(text_view(m->ed.text), r), &count);
    strbuf_addc(out, '"');
    say_text(str_range(text_view(m->ed.text), r), out);
    strbuf_addz(out, "\". ");
    say_hit(m, r, out);
    for (size_t i = 0; i < count; i++) {
        strbuf_addf(out, " %zu ", i + 1);
        say_text(words[i], out);
        strbuf_addc(out, '\n');
    }
}

void say_box(const Model *m, StrBuf *out)
{
    PromptType type = m->prompt.type;

    if (type == PROMPT_NEW) {
        say_new(m, out);
        return;
    }
    if (type == PROMPT_ASK) {
        say_ask(m, out);
        return;
    }
    if (type == PROMPT_READY) {
        ready_box_say(m, out);
        strbuf_addz(out, _(" Empty: back.\n"));
    }
    if (type == PROMPT_CHECK)
        say_row(m, out);
    else if (type == PROMPT_SPELL)
        say_spelling(m, out);
    else if (type == PROMPT_REPLACING)
        say_hit(m, editor_selection(&m->ed), out);
    if (type == PROMPT_HELD) {
        message_addf(out, _("%s. Two people cannot write in it at once."),
                     strbuf_cstr(&m->ed.holder));
        strbuf_addc(out, '\n');
    }
    if (type == PROMPT_FIVE) {
        five_say(m, out);
        strbuf_addc(out, '\n');
    }
    if (questions[type])
        strbuf_addf(out, "%s\n", _(questions[type]));
    if (type == PROMPT_WHO)
        say_people(m, out);
    else if (type == PROMPT_SECTIONS)
        say_sections(m, out);
    else if (!is_field(type))
        for (size_t i = 0; prompt_choice(type, i); i++)
            strbuf_addf(out, " %zu %s\n", i + 1, prompt_choice(type, i));
    const Field *field = &m->typed[field_of(type)];
    if (is_field(type) && type != PROMPT_WITH && field->text.len > 0) {
        StrBuf kept = {0};
        say_text(field_view(field), &kept);
        message_addf(out, _("Kept from before: %s\n"), strbuf_cstr(&kept));
        strbuf_deinit(&kept);
    }
}

/* -- the answers ---------------------------------------------------------- */

static bool is_word(Str line, const char *word)
{
    return str_eq(line, str_from(word));
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool goes_back(Str line)
{
    return line.len == 0 || is_word(line, "b") || is_word(line, "q") ||
           is_word(line, "0") || is_word(line, "ㅠ") || is_word(line, "ㅂ");
}

static Effect field_answer(Model *m, Str line)
{
    PromptType type = m->prompt.type;

    bool back = type == PROMPT_ELSEWHERE
                    ? line.len > 0 && goes_back(line)
                    : line.len == 0 && type != PROMPT_FILTER && type != PROMPT_NOTE &&
                          type != PROMPT_WITH;
    if (back)
        return press_code(m, KEYCODE_ESCAPE);
    if (line.len > 0 || type == PROMPT_FILTER || type == PROMPT_WITH)
        field_set(&m->typed[field_of(type)], line);
    if (type == PROMPT_FILTER)
        m->checks.valid = false;
    return press_code(m, KEYCODE_ENTER);
}

static void no_such_number(Model *m, size_t count)
{
    strbuf_clear(&m->notice);
    model_say(m, _("Type a number from 1 to %zu. b goes back."), count);
}

static Effect tick(Model *m, Str line)
{
    int number = 0;
    Str rest = str_trim(str_slice(line, 4, line.len));

    if (!str_to_int(rest, &number) || number < 1 || (size_t)number > m->person_count) {
        no_such_number(m, m->person_count);
        return (Effect){0};
    }
    m->prompt.selected = (size_t)number - 1;
    return press(m, (Key){.code = KEYCODE_CHAR, .cp = ' '});
}

static Effect list_answer(Model *m, Str line)
{
    size_t items[PROMPT_ITEMS_MAX];
    size_t count = prompt_items(m, items);
    int number = 0;

    if (goes_back(line))
        return press_code(m, KEYCODE_ESCAPE);
    if (m->prompt.type == PROMPT_WHO && str_starts(line, STR("here ")))
        return tick(m, line);
    if (!str_to_int(line, &number) || number < 1 || (size_t)number > count) {
        no_such_number(m, count);
        return (Effect){0};
    }
    m->prompt.selected = (size_t)number - 1;
    return press_code(m, KEYCODE_ENTER);
}

/* Some boxes take letters; the first character of the line is one. */
static Effect letter_answer(Model *m, Str line)
{
    if (goes_back(line))
        return press_code(m, KEYCODE_ESCAPE);
    uint32_t cp = 0;
    utf8_decode(line, 0, &cp);
    return press(m, (Key){.code = KEYCODE_CHAR, .cp = cp});
}

static void choose_template(Model *m, Str line)
{
    size_t count = prompt_template_count(m);
    int number = 0;

    if (!str_to_int(line, &number) || number < 1 || (size_t)number > count) {
        no_such_number(m, count);
        return;
    }
    m->prompt.template_at = (size_t)number - 1;
    m->prompt.selected++;
}

static void choose_lang(Model *m, Str line)
{
    Lang lang = LANG_EN;

    if (is_word(line, "1") || is_word(line, "2"))
        lang = line.ptr[0] == '2' ? LANG_KO : LANG_EN;
    else if (!lang_parse(line, &lang) || lang > LANG_KO) {
        no_such_number(m, 2);
        return;
    }
    m->prompt.lang = lang;
    m->prompt.selected++;
}

/* Back always works, whatever stands in the answers: nothing is looked at before the
 * document is made. */
static Effect new_answer(Model *m, Str line)
{
    Prompt *p = &m->prompt;
    bool back = is_word(line, "b") || is_word(line, "ㅠ");

    strbuf_clear(&m->notice);
    if (is_word(line, "q") || is_word(line, "ㅂ"))
        return press_code(m, KEYCODE_ESCAPE);
    if (back && p->selected == 0)
        model_say(m, _("This is the first question. q stops."));
    else if (back)
        p->selected--;
    else if (p->selected == NEW_START)
        return press_code(m, KEYCODE_ENTER);
    else if (line.len == 0)
        p->selected++;
    else if (p->selected == 0)
        choose_template(m, line);
    else if (p->selected == 1)
        choose_lang(m, line);
    else
        field_set(&p->fields[p->selected++ - 2], line);
    return (Effect){0};
}

Effect box_answer(Model *m, Str line)
{
    PromptType type = m->prompt.type;

    if (type == PROMPT_NEW)
        return new_answer(m, line);
    if (type == PROMPT_ASK)
        return ask_answer(m, line);
    if (type == PROMPT_PLACE && line.len > 0 && !str_eq(line, STR("b")))
        return review_move_answer(m, line);
    if (type == PROMPT_PLACE)
        return press_code(m, KEYCODE_ESCAPE);
    if (type == PROMPT_CHECK || type == PROMPT_REPLACING ||
        (type == PROMPT_SPELL && line.len > 0 && !is_digit(line.ptr[0])))
        return letter_answer(m, line);
    return is_field(type) ? field_answer(m, line) : list_answer(m, line);
}
