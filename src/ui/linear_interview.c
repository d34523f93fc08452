#include "ui/linear_interview.h"

#include "base/message.h"
#include "ui/cmd.h"

Effect linear_interview_open(const Model *m)
{
    return (Effect){.type = EFFECT_ANSWERS, .path = strbuf_view(&m->ed.path)};
}

void linear_interview(Linear *l, Model *m, Str kept)
{
    l->told_interview = false;
    if (interview_begin(&l->interview, m, kept)) {
        l->ask = ASK_INTERVIEW;
        return;
    }
    strbuf_addz(&l->say, _("There is nothing to ask: every section has words.\n"));
    l->after = l->interviewing ? AFTER_QUIT : AFTER_NOTHING;
}

static Effect keep(Linear *l, const Model *m)
{
    strbuf_clear(&l->kept);
    interview_print(&l->interview, &l->kept);
    return (Effect){.type = EFFECT_KEEP,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = strbuf_view(&l->kept)};
}

static void say_kept(const Model *m, StrBuf *out)
{
    message_addf(out,
                 _("Your answers are kept. To go on where you stopped: prfaq interview "
                   "%.*s"),
                 STR_ARG(strbuf_view(&m->ed.name)));
}

void linear_interview_end(Linear *l, Model *m)
{
    StrBuf said = {0};

    (void)l;
    say_kept(m, &said);
    model_say(m, "%s", strbuf_cstr(&said));
    strbuf_deinit(&said);
}

static void say_draft(const Model *m, const InterviewDraft *d, StrBuf *out)
{
    Str name = strbuf_view(&m->ed.name);

    interview_tell(d, out);
    message_addf(out,
                 _("Next: read it aloud and make it yours with prfaq write %.*s, see "
                   "what is missing with prfaq check %.*s, keep a revision with prfaq "
                   "save %.*s.\n"),
                 STR_ARG(name), STR_ARG(name), STR_ARG(name));
}

static Effect put_together(Linear *l, Model *m)
{
    InterviewDraft draft;
    Effect effect = {0};

    l->ask = ASK_COMMAND;
    l->again = true;
    interview_assemble(&l->interview, m, &draft);
    say_draft(m, &draft, &l->say);
    l->after = draft.filled > 0 && draft.left == 0 ? AFTER_FORGET
               : l->interviewing                   ? AFTER_QUIT
                                                   : AFTER_NOTHING;
    if (draft.filled > 0)
        file_write_effect(m, &effect);
    else
        effect = keep(l, m);
    return effect;
}

Effect linear_interview_line(Linear *l, Model *m, Str line)
{
    switch (interview_line(&l->interview, line, &l->say)) {
    case INTERVIEW_STOP:
        say_kept(m, &l->say);
        strbuf_addc(&l->say, '\n');
        l->ask = ASK_COMMAND;
        l->after = l->interviewing ? AFTER_QUIT : AFTER_NOTHING;
        return keep(l, m);
    case INTERVIEW_DONE:
        return put_together(l, m);
    default:
        return keep(l, m);
    }
}

void linear_interview_say(Linear *l, StrBuf *out)
{
    if (!l->told_interview)
        strbuf_addz(out, _("One line is one answer: say it as your readers shall read "
                           "it. Enter skips, b goes back, ? shows the guide, done puts "
                           "the draft together, q stops.\n"));
    l->told_interview = true;
    interview_say(&l->interview, out);
}

/* The answers are forgotten only when their words are in the file. */
Effect linear_next(Linear *l, Model *m)
{
    LinearAfter after = l->after;

    l->after = AFTER_NOTHING;
    if (after == AFTER_QUIT && !editor_unwritten(&m->ed))
        return (Effect){.type = EFFECT_QUIT};
    if (after != AFTER_FORGET || editor_unwritten(&m->ed))
        return (Effect){0};
    l->after = l->interviewing ? AFTER_QUIT : AFTER_NOTHING;
    return (Effect){.type = EFFECT_KEEP, .path = strbuf_view(&m->ed.path)};
}
