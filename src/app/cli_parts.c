#include "app/check_setup.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/message.h"
#include "base/unicode.h"
#include "check/stated.h"
#include "doc/spoken.h"

enum { LINE_CELLS = 7, PART_CELLS = 20, FOUND_CELLS = 16, QUESTION_CELLS = 60 };

/* -- words for people ----------------------------------------------------- */

static const char *part_for_people(PartKind kind)
{
    static const char *const names[PART_KIND_COUNT] = {
        [PART_OTHER] = N_("section"),
        [PART_HEADLINE] = N_("headline"),
        [PART_SUBHEADING] = N_("subheading"),
        [PART_SUMMARY] = N_("summary"),
        [PART_PROBLEM] = N_("problem"),
        [PART_SOLUTION] = N_("solution"),
        [PART_LEADER_QUOTE] = N_("leader quote"),
        [PART_EXPERIENCE] = N_("experience"),
        [PART_CUSTOMER_QUOTE] = N_("customer quote"),
        [PART_GETTING_STARTED] = N_("getting started"),
        [PART_EXTERNAL_FAQ] = N_("external FAQ"),
        [PART_INTERNAL_FAQ] = N_("internal FAQ"),
        [PART_FAQ] = N_("FAQ"),
        [PART_CUSTOMER] = N_("customer"),
        [PART_BENEFIT] = N_("benefit"),
        [PART_EVIDENCE] = N_("evidence"),
        [PART_UNCHANGING] = N_("what will not change"),
        [PART_FIVE_QUESTIONS] = N_("five questions"),
        [PART_APPENDIX] = N_("appendix"),
    };

    return _(names[kind]);
}

static const char *audience_name(Region audience)
{
    return audience == REGION_FAQ_EXTERNAL   ? "external"
           : audience == REGION_FAQ_INTERNAL ? "internal"
                                             : "undivided";
}

static const char *audience_for_people(Region audience)
{
    return audience == REGION_FAQ_EXTERNAL   ? C_("question", "external")
           : audience == REGION_FAQ_INTERNAL ? C_("question", "internal")
                                             : C_("question", "undivided");
}

static int line_of(const Document *doc, size_t offset)
{
    int line = 0, column = 0;

    document_place(doc, offset, &line, &column);
    return line;
}

/* The line of its label, marker or first block: a container may stand above. */
static int first_line(const Document *doc, const Part *part)
{
    bool labelled = part->label.end > part->label.start;

    return line_of(doc, labelled ? part->label.start : part->range.start);
}

/* The last line of a part that is not blank. */
static int last_line(const Document *doc, const Part *part)
{
    Str words = str_trim_end(str_range(doc->bytes, part->range));

    return line_of(doc, part->range.start + (words.len > 0 ? words.len - 1 : 0));
}

/* -- text ----------------------------------------------------------------- */

static void add_verdict(Cli *cli, const OpenDocument *open, const Stated *stated)
{
    const Document *doc = &open->doc;

    if (doc->is_prfaq)
        message_addf(&cli->out, _("%s: a PR/FAQ\n"), open->ref.name.ptr);
    else
        message_addf(&cli->out, _("%s: not a PR/FAQ: %s\n"), open->ref.name.ptr,
                     not_prfaq_words(doc->not_prfaq));
    strbuf_addz(&cli->out, stated->customer ? _("The customer is stated. ")
                                            : _("The customer is not stated. "));
    strbuf_addz(&cli->out, stated->problem ? _("The problem is stated.\n")
                                           : _("The problem is not stated.\n"));
}

static void add_line(StrBuf *out, int line)
{
    strbuf_addf(out, "%*d  ", LINE_CELLS - 2, line);
}

static void add_part(Cli *cli, const Document *doc, const Part *part)
{
    StrBuf names = {0};

    strbuf_addz(&names, part_for_people(part->kind));
    for (int kind = 0; kind < PART_KIND_COUNT; kind++)
        if (part->also & PART_BIT(kind))
            strbuf_addf(&names, " + %s", part_for_people((PartKind)kind));
    if (part->kind == PART_OTHER && part->title.len > 0)
        strbuf_addf(&names, ": %.*s", STR_ARG(part->title));
    add_line(&cli->out, first_line(doc, part));
    output_padded(&cli->out, str_from(found_words(part->found)), FOUND_CELLS);
    strbuf_addf(&cli->out, "%3d %%  ", (int)(part->confidence * 100 + 0.5));
    unicode_visible(strbuf_view(&names), VISIBLE_ONE_LINE, &cli->out);
    strbuf_addc(&cli->out, '\n');
    strbuf_deinit(&names);
}

static void add_question(Cli *cli, const Document *doc, const Question *q)
{
    StrBuf words = {0};

    add_line(&cli->out, line_of(doc, q->question.start));
    output_padded(&cli->out, str_from(audience_for_people(q->audience)), FOUND_CELLS);
    unicode_visible(q->text, VISIBLE_ONE_LINE, &words);
    strbuf_add(&cli->out, strbuf_view(&words));
    if (!q->answered)
        strbuf_addf(&cli->out, " (%s)", _("not answered"));
    strbuf_addc(&cli->out, '\n');
    strbuf_deinit(&words);
}

static void parts_text(Cli *cli, const OpenDocument *open, const Stated *stated)
{
    const Document *doc = &open->doc;

    add_verdict(cli, open, stated);
    if (doc->part_count > 0)
        strbuf_addf(&cli->out, "\n%s\n",
                    _("Line, how it was found, how sure, section:"));
    for (size_t i = 0; i < doc->part_count; i++)
        add_part(cli, doc, &doc->parts[i]);
    if (doc->question_count > 0)
        strbuf_addf(&cli->out, "\n%s\n", _("Line, who asks, question:"));
    for (size_t i = 0; i < doc->question_count; i++)
        add_question(cli, doc, &doc->questions[i]);
}

/* -- JSON ----------------------------------------------------------------- */

static json_t *part_json(const Document *doc, const Part *part, PartKind kind)
{
    json_t *o = json_object();

    json_object_set_new(o, "kind", json_string(part_kind_name(kind)));
    json_object_set_new(o, "line", json_integer(first_line(doc, part)));
    json_object_set_new(o, "end_line", json_integer(last_line(doc, part)));
    json_object_set_new(
        o, "found",
        json_string(found_name(kind == part->kind ? part->found : FOUND_INFERRED)));
    json_object_set_new(o, "confidence", json_real(part->confidence));
    if (part->id.len > 0)
        json_object_set_new(o, "id", json_text(part->id));
    if (part->title.len > 0)
        json_object_set_new(o, "title", json_text(part->title));
    return o;
}

static json_t *question_json(const Document *doc, const Question *q,
                             const BankQuestion *topic)
{
    json_t *o = json_object();

    json_object_set_new(o, "audience", json_string(audience_name(q->audience)));
    json_object_set_new(o, "line", json_integer(line_of(doc, q->question.start)));
    json_object_set_new(o, "question", json_text(q->text));
    json_object_set_new(o, "answered", json_boolean(q->answered));
    if (topic)
        json_object_set_new(o, "topic", json_text(topic->id));
    return o;
}

static void add_parts_json(json_t *list, const Document *doc)
{
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        json_array_append_new(list, part_json(doc, part, part->kind));
        for (int kind = 0; kind < PART_KIND_COUNT; kind++)
            if (part->also & PART_BIT(kind))
                json_array_append_new(list, part_json(doc, part, (PartKind)kind));
    }
}

static void parts_json(Cli *cli, const OpenDocument *open, const Stated *stated)
{
    const Document *doc = &open->doc;
    json_t *o = json_document("parts");
    json_t *parts = json_array(), *questions = json_array();

    json_object_set_new(o, "document", json_text(open->ref.name));
    json_object_set_new(o, "is_prfaq", json_boolean(doc->is_prfaq));
    json_object_set_new(o, "certainty", json_real(doc->certainty));
    if (!doc->is_prfaq) {
        json_object_set_new(o, "reason", json_string(not_prfaq_name(doc->not_prfaq)));
        json_object_set_new(o, "message",
                            json_text(str_from(not_prfaq_words(doc->not_prfaq))));
    }
    json_object_set_new(o, "language", json_lang(doc->lang));
    json_object_set_new(o, "has_customer", json_boolean(stated->customer));
    json_object_set_new(o, "has_problem", json_boolean(stated->problem));
    add_parts_json(parts, doc);
    for (size_t i = 0; i < doc->question_count; i++)
        json_array_append_new(
            questions, question_json(doc, &doc->questions[i], stated->topics[i]));
    json_object_set_new(o, "parts", parts);
    json_object_set_new(o, "questions", questions);
    json_print(o, &cli->out);
}

bool command_parts(Cli *cli, Error *err)
{
    OpenDocument open;
    CheckOptions options;
    Stated stated;

    if (!cli_open(cli, cli_arg(cli, 0), &open, err))
        return false;
    session_check_options(&cli->session, &open.ref, &cli->arena, &options);
    stated_read(&open.doc, session_library(&cli->session), &options, &cli->arena,
                &stated);
    if (cli_has(cli, OPTION_JSON))
        parts_json(cli, &open, &stated);
    else
        parts_text(cli, &open, &stated);
    return true;
}
