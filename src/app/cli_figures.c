#include "app/check_setup.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/message.h"
#include "base/unicode.h"
#include "check/measure.h"

enum { LABEL_CELLS = 28, SHAPE_CELLS = 16 };

static int minutes_of(const Measures *m)
{
    return (m->reading_seconds + 59) / 60;
}

/* -- text ----------------------------------------------------------------- */

static void add_used(Cli *cli, const char *label, const Budget *b, bool chars)
{
    output_padded(&cli->out, str_from(label), LABEL_CELLS);
    if (b->limit > 0)
        message_addf(&cli->out, chars ? _("%d of %d characters") : _("%d of %d words"),
                     (int)b->used, (int)b->limit);
    else
        message_addf(&cli->out,
                     chars ? ngettext("%d character", "%d characters", b->used)
                           : ngettext("%d word", "%d words", b->used),
                     (int)b->used);
    strbuf_addc(&cli->out, '\n');
}

static void add_lengths(Cli *cli, const Document *doc, const Measures *m)
{
    bool chars = lang_counts_graphemes(doc->lang);

    if (m->release.first)
        add_used(cli, _("Press release"), &m->release, chars);
    if (m->faq.first)
        add_used(cli, _("FAQ"), &m->faq, chars);
    add_used(cli, _("Without appendices"), &m->document, chars);
    output_padded(&cli->out, str_from(_("Silent reading")), LABEL_CELLS);
    message_addf(
        &cli->out,
        ngettext("about %d minute", "about %d minutes", (unsigned long)minutes_of(m)),
        minutes_of(m));
    strbuf_addc(&cli->out, '\n');
}

static void figures_text(Cli *cli, const OpenDocument *open, const Measures *m)
{
    const Document *doc = &open->doc;

    add_lengths(cli, doc, m);
    strbuf_addf(&cli->out, "\n%s\n",
                _("Who acts first in the sentences of the release"));
    for (int i = 0; i < ACTOR_COUNT; i++) {
        output_padded(&cli->out, str_from(actor_for_people((Actor)i)), LABEL_CELLS);
        strbuf_addf(&cli->out, "%d\n", (int)m->actors[i]);
    }
    if (doc->question_count > 0)
        strbuf_addf(&cli->out, "\n%s\n", _("How the questions are answered"));
    for (size_t i = 0; i < doc->question_count; i++) {
        strbuf_addf(&cli->out, "%3d  ", doc->questions[i].number);
        output_padded(&cli->out, str_from(answer_shape_for_people(m->answers[i])),
                      SHAPE_CELLS);
        unicode_visible(doc->questions[i].text, VISIBLE_ONE_LINE, &cli->out);
        strbuf_addc(&cli->out, '\n');
    }
}

/* -- JSON ----------------------------------------------------------------- */

static json_t *budget_json(const Budget *b)
{
    json_t *o = json_object();

    json_object_set_new(o, "used", json_integer((json_int_t)b->used));
    json_object_set_new(
        o, "limit", b->limit > 0 ? json_integer((json_int_t)b->limit) : json_null());
    return o;
}

static json_t *answers_json(const Document *doc, const Measures *m)
{
    json_t *list = json_array();

    for (size_t i = 0; i < doc->question_count; i++) {
        const Question *q = &doc->questions[i];
        json_t *o = json_object();
        int line = 0, column = 0;
        document_place(doc, q->question.start, &line, &column);
        json_object_set_new(o, "number", json_integer(q->number));
        json_object_set_new(o, "line", json_integer(line));
        json_object_set_new(o, "question", json_text(q->text));
        json_object_set_new(o, "shape", json_string(answer_shape_name(m->answers[i])));
        json_array_append_new(list, o);
    }
    return list;
}

static void figures_json(Cli *cli, const OpenDocument *open, const Measures *m)
{
    json_t *o = json_document("figures"), *subjects = json_object();
    bool chars = lang_counts_graphemes(open->doc.lang);

    json_object_set_new(o, "document", json_text(open->ref.name));
    json_object_set_new(o, "unit", json_string(chars ? "characters" : "words"));
    json_object_set_new(o, "release",
                        m->release.first ? budget_json(&m->release) : json_null());
    json_object_set_new(o, "faq", m->faq.first ? budget_json(&m->faq) : json_null());
    json_object_set_new(o, "whole", budget_json(&m->document));
    json_object_set_new(o, "length", json_integer((json_int_t)m->length));
    json_object_set_new(o, "reading_minutes", json_integer(minutes_of(m)));
    json_object_set_new(o, "sentences", json_integer((json_int_t)m->sentences));
    for (int i = 0; i < ACTOR_COUNT; i++)
        json_object_set_new(subjects, actor_name((Actor)i),
                            json_integer((json_int_t)m->actors[i]));
    json_object_set_new(o, "subjects", subjects);
    json_object_set_new(o, "answers", answers_json(&open->doc, m));
    json_print(o, &cli->out);
}

bool command_figures(Cli *cli, Error *err)
{
    OpenDocument open;
    CheckOptions options;
    Findings findings;
    Measures measures;

    if (!cli_open(cli, cli_arg(cli, 0), &open, err))
        return false;
    session_check_options(&cli->session, &open.ref, &cli->arena, &options);
    check_measure(&open.doc, session_library(&cli->session), &options, &cli->arena,
                  &findings, &measures);
    if (cli_has(cli, OPTION_JSON))
        figures_json(cli, &open, &measures);
    else
        figures_text(cli, &open, &measures);
    return true;
}
