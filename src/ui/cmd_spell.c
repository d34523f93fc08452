/* Going from one misspelled word to the next, and what to do with it. */
#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"
#include "ui/spelling.h"

static void go(Model *m, size_t index)
{
    editor_move(&m->ed, spelling_range(m, index).start, false);
    layout_settle(&m->ed);
}

/* Round and round, by place; then the box of the word. */
static void go_word(Model *m, int direction)
{
    Spelling *sp = &m->spelling;

    if (derive_needed(m))
        derive(m);
    spelling_refresh(m);
    if (sp->wrong_count == 0) {
        prompt_close(m);
        model_say(m, sp->next < sp->asked.count
                         ? _("The words are being looked up. Try again in a moment.")
                         : _("No misspelled word was found."));
        return;
    }
    size_t from = spelling_from(m, m->ed.caret + (direction > 0));
    size_t last = sp->wrong_count - 1;
    if (direction < 0)
        from = from == 0 ? last : from - 1;
    else if (from > last)
        from = 0;
    go(m, from);
    if (m->prompt.type != PROMPT_SPELL)
        prompt_open(m, PROMPT_SPELL);
    m->prompt.selected = 0;
}

void cmd_next_spelling(Model *m, Effect *out)
{
    Range here;

    (void)out;
    /* The one at the caret comes first. */
    if (m->prompt.type != PROMPT_SPELL && !derive_needed(m) &&
        spelling_at(m, m->ed.caret, &here)) {
        editor_move(&m->ed, here.start, false);
        prompt_open(m, PROMPT_SPELL);
        return;
    }
    go_word(m, 1);
}

void cmd_previous_spelling(Model *m, Effect *out)
{
    (void)out;
    go_word(m, -1);
}

static Str word_at_caret(const Model *m)
{
    Range r;

    return spelling_at(m, m->ed.caret, &r) ? str_range(text_view(m->ed.text), r)
                                           : (Str){0};
}

void cmd_add_word(Model *m, Effect *out)
{
    Str word = word_at_caret(m);

    prompt_close(m);
    *out = (Effect){.type = EFFECT_ADD_WORD, .name = word};
}

void cmd_ignore_word(Model *m, Effect *out)
{
    Str word = word_at_caret(m);

    (void)out;
    prompt_close(m);
    spelling_accept(&m->spelling, word);
    model_say(m, _("\"%.*s\" is left alone until you leave."), STR_ARG(word));
}

void cmd_spelling(Model *m, Effect *out)
{
    Spelling *sp = &m->spelling;

    (void)out;
    sp->on = !sp->on;
    sp->stale = true;
    model_say(m,
              sp->on ? _("Spelling is looked at.") : _("Spelling is not looked at."));
}

/* --- the box -------------------------------------------------------------- */

size_t spelling_choice_count(const Model *m)
{
    size_t count = 0;
    Str word = word_at_caret(m);

    if (word.len == 0)
        return 0;
    spelling_suggestions(m, word, &count);
    return count + 2;
}

static void replace_word(Model *m, Str suggestion)
{
    Range r;
    StrBuf copy = {0};

    if (!spelling_at(m, m->ed.caret, &r))
        return;
    strbuf_add(&copy, suggestion);
    text_seal(m->ed.text);
    editor_replace(&m->ed, r, strbuf_view(&copy));
    text_seal(m->ed.text);
    model_say(m, _("Now \"%s\". ^Z takes it back."), strbuf_cstr(&copy));
    strbuf_deinit(&copy);
}

void spelling_choose(Model *m, size_t item, Effect *out)
{
    size_t count = 0;
    const Str *suggestions = spelling_suggestions(m, word_at_caret(m), &count);

    if (item < count) {
        prompt_close(m);
        replace_word(m, suggestions[item]);
    } else if (item == count) {
        cmd_add_word(m, out);
    } else {
        cmd_ignore_word(m, out);
    }
}

bool spelling_box_key(Model *m, const Key *key, Effect *out)
{
    uint32_t letter = key->code == KEYCODE_CHAR && !(key->mods & MOD_CTRL)
                          ? key_latin(key->cp) | 0x20
                          : 0;

    switch (letter) {
    case 'a':
        cmd_add_word(m, out);
        return true;
    case 'i':
        cmd_ignore_word(m, out);
        return true;
    case 'n':
        go_word(m, 1);
        return true;
    case 'p':
        go_word(m, -1);
        return true;
    default:
        return false;
    }
}
