#include "ui/five_view.h"

#include "base/message.h"
#include "base/unicode.h"
#include "ui/cmd.h"
#include "ui/receive_kinds.h"

/* -- what is known -------------------------------------------------------------------
 */

static void forget(FiveView *v)
{
    for (size_t i = 0; i < v->count; i++) {
        strbuf_deinit(&v->people[i].name);
        answers_deinit(&v->people[i].words);
    }
    mem_free(v->people);
    answers_deinit(&v->group);
    v->people = NULL;
    v->count = 0;
}

void five_view_free(Model *m)
{
    if (!m->five)
        return;
    forget(m->five);
    strbuf_deinit(&m->five->answer);
    mem_free(m->five);
    m->five = NULL;
}

static const FivePerson *writer_of(const Model *m)
{
    for (size_t i = 0; m->five && i < m->five->count; i++)
        if (str_eq(strbuf_view(&m->five->people[i].name), strbuf_view(&m->who)))
            return &m->five->people[i];
    return NULL;
}

/* What the one who answers now has answered: the group, once all is revealed. */
static unsigned answered(const Model *m)
{
    const FivePerson *p = writer_of(m);

    if (m->five->revealed)
        return sheet_answered(&m->five->group);
    return p ? p->answered : 0;
}

static size_t next_question(unsigned mask, size_t from)
{
    for (size_t i = from; i < FIVE_QUESTIONS; i++)
        if (!(mask & 1U << i))
            return i;
    return FIVE_QUESTIONS;
}

static void take(FiveView *v, const Msg *msg)
{
    forget(v);
    v->revealed = msg->complete;
    v->count = msg->person_count;
    v->people = mem_alloc((v->count + 1) * sizeof *v->people);
    for (size_t i = 0; i < v->count; i++) {
        strbuf_set(&v->people[i].name, msg->people[i].name);
        v->people[i].answered = (unsigned)msg->people[i].words;
        if (i < msg->word_count)
            answers_parse(msg->words[i], &v->people[i].words);
    }
    answers_parse(msg->bytes, &v->group);
}

bool five_is_hidden(const Model *m)
{
    return m->prompt.type == PROMPT_FIVE && m->five && !m->five->revealed;
}

uint64_t five_told(const Model *m)
{
    uint64_t told = m->who.len;

    for (size_t i = 0; m->five && i < m->five->count; i++)
        told = told * 33 + m->five->people[i].answered;
    return m->five ? told * 64 + sheet_answered(&m->five->group) * 2 + m->five->revealed
                   : 0;
}

/* -- commands -------------------------------------------------------------------------
 */

void five_open(Model *m, Effect *out)
{
    if (!m->five)
        m->five = mem_alloc(sizeof *m->five);
    *out = (Effect){
        .type = EFFECT_FIVE, .path = strbuf_view(&m->ed.path), .from = FIVE_LOOK};
}

void cmd_five(Model *m, Effect *out)
{
    if (!file_open_first(m, VIEW_FIVE, out))
        five_open(m, out);
}

const char *no_sheet(const Model *m)
{
    if (!m->five)
        return _("the sheets are not read yet");
    if (m->five->revealed || m->who.len > 0)
        return NULL;
    return _("nobody types; ^U says who");
}

const char *no_reveal(const Model *m)
{
    if (!m->five || m->five->count == 0)
        return _("nobody has answered anything yet");
    return m->five->revealed ? _("all is revealed already") : NULL;
}

const char *no_finish(const Model *m)
{
    return m->five && m->five->revealed ? NULL : _("the sheets are not revealed yet");
}

static void ask(Model *m, size_t question)
{
    m->five->question = question;
    field_set(&m->typed[PROMPT_FIVE],
              m->five->revealed ? answers_get(&m->five->group, five_id(question))
                                : (Str){0});
    prompt_open(m, PROMPT_FIVE);
}

void cmd_five_answer(Model *m, Effect *out)
{
    size_t next = next_question(answered(m), 0);

    (void)out;
    if (next == FIVE_QUESTIONS && !m->five->revealed) {
        model_say(m,
                  _("The sheet of %.*s is full, and closed until all are revealed. "
                    "^U hands over."),
                  STR_ARG(strbuf_view(&m->who)));
        return;
    }
    ask(m, next == FIVE_QUESTIONS ? 0 : next);
}

void cmd_five_reveal(Model *m, Effect *out)
{
    (void)out;
    prompt_open(m, PROMPT_FIVE_REVEAL);
}

void cmd_five_finish(Model *m, Effect *out)
{
    (void)out;
    prompt_open(m, PROMPT_FIVE_KEEP);
}

/* -- answering ------------------------------------------------------------------------
 */

static void send(Model *m, Effect *out)
{
    FiveView *v = m->five;

    strbuf_set(&v->answer, str_trim(field_view(&m->typed[PROMPT_FIVE])));
    field_set(&m->typed[PROMPT_FIVE], (Str){0});
    *out = (Effect){.type = EFFECT_FIVE,
                    .path = strbuf_view(&m->ed.path),
                    .from = FIVE_ANSWER,
                    .number = v->question,
                    .name = v->revealed ? (Str){0} : strbuf_view(&m->who),
                    .note = strbuf_view(&v->answer)};
}

static bool is_blank(const Model *m)
{
    return str_is_blank(field_view(&m->typed[PROMPT_FIVE]));
}

void five_key(Model *m, const Key *key, Effect *out)
{
    if (key->code != KEYCODE_ENTER) {
        field_key(&m->typed[PROMPT_FIVE], key);
        return;
    }
    if (is_blank(m)) {
        model_say(m,
                  _("Type the answer. Esc stops; what you wrote is kept and hidden."));
        return;
    }
    prompt_close(m);
    m->five->asking = true;
    send(m, out);
}

void five_stop(Model *m, Effect *out)
{
    m->five->asking = false;
    if (!is_blank(m))
        send(m, out);
}

void five_choose(Model *m, size_t index, Effect *out)
{
    bool keep = m->prompt.type == PROMPT_FIVE_KEEP;

    prompt_close(m);
    if (!keep && index != 0)
        return;
    *out = (Effect){.type = EFFECT_FIVE,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text),
                    .from = keep ? FIVE_FINISH : FIVE_REVEAL,
                    .number = index};
}

/* -- messages -------------------------------------------------------------------------
 */

static void answered_one(Model *m)
{
    FiveView *v = m->five;
    size_t next = next_question(answered(m), v->question + 1);

    strbuf_clear(&v->answer);
    if (!v->asking)
        return;
    v->asking = false;
    if (next == FIVE_QUESTIONS)
        next = next_question(answered(m), 0);
    if (next < FIVE_QUESTIONS)
        ask(m, next);
    else if (v->revealed)
        model_say(m, _("The five answers of the group are there. E ends it."));
    else
        model_say(m, _("The sheet of %.*s is closed. ^U hands over."),
                  STR_ARG(strbuf_view(&m->who)));
}

static void finished(Model *m)
{
    Effect none = {0};

    five_view_free(m);
    cmd_write(m, &none);
    model_say(m, _("The sheets are gone. What the room keeps stands in .prfaq/five/."));
}

bool receive_five(Model *m, const Msg *msg, Effect *out)
{
    (void)out;
    if (msg->type == MSG_FAILED && msg->effect == EFFECT_FIVE && m->view == VIEW_HOME &&
        m->ed.open)
        model_go(m, VIEW_WRITE);
    if (msg->type != MSG_FIVE || !m->five)
        return false;
    m->page.valid = false;
    if (msg->from == FIVE_FINISH) {
        finished(m);
        return true;
    }
    take(m->five, msg);
    m->top[VIEW_FIVE] = msg->from == FIVE_REVEAL ? 0 : m->top[VIEW_FIVE];
    model_go(m, VIEW_FIVE);
    if (msg->from == FIVE_ANSWER)
        answered_one(m);
    return true;
}

/* -- words
 * ------------------------------------------------------------------------------ */

const BankQuestion *five_row(const Model *m, size_t question)
{
    return m->lib ? questions_find(&m->lib->bank, five_id(question)) : NULL;
}

void five_say(const Model *m, StrBuf *out)
{
    const BankQuestion *row = five_row(m, m->five->question);

    if (m->five->revealed)
        message_addf(out, _("The group, question %d of %d. "),
                     (int)m->five->question + 1, FIVE_QUESTIONS);
    else
        message_addf(out, _("%.*s alone, question %d of %d. "),
                     STR_ARG(strbuf_view(&m->who)), (int)m->five->question + 1,
                     FIVE_QUESTIONS);
    if (row)
        strbuf_add(out, row->text[message_lang()]);
}

void five_head(const Model *m, StrBuf *right)
{
    if (m->who.len > 0)
        message_addf(right, _("%s typing"), strbuf_cstr(&m->who));
}
