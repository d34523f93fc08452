/* prfaq show --who: who wrote these words, and when. */
#include "app/cli_authors.h"

#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/who_wrote.h"
#include "base/message.h"
#include "base/unicode.h"
#include "diff/sentence_lines.h"
#include "ui/review_say.h"

enum { TIME_CELLS = 14, WHO_CELLS = 22, SLICE_MS = 100 };

typedef struct Page {
    Cli *cli;
    const DocumentRef *ref;
    const Wrote *wrote;
    OpenDocument doc; /* of the text of `wrote` */
    Str part;         /* only this section; empty: all */
} Page;

static bool is_wanted(const Page *p, const WroteSection *section)
{
    const Part *part = p->part.len > 0 ? document_part(&p->doc.doc, p->part) : NULL;

    if (p->part.len == 0)
        return true;
    if (part && str_eq(part->title, section->title) && str_eq(part->id, section->id))
        return true;
    return section->title.len > 0 && str_eq_nocase(section->title, p->part);
}

/* -- text ---------------------------------------------------------------------------
 */

static void run_text(const WroteRun *run, StrBuf *out)
{
    StrBuf cell = {0};

    if (run->revision) {
        strbuf_addf(out, "%5d  ", run->revision->number);
        moment_relative(run->revision->time, session_now(), &cell);
    } else {
        strbuf_addz(out, "    -  ");
    }
    output_cell(out, strbuf_view(&cell), TIME_CELLS);
    strbuf_clear(&cell);
    wrote_who(run->revision, &cell);
    output_cell(out, strbuf_view(&cell), WHO_CELLS);
    sentence_as_line(run->words, out);
    strbuf_addc(out, '\n');
    strbuf_deinit(&cell);
}

static void section_text(const Page *p, const WroteSection *section)
{
    StrBuf *out = &p->cli->out;

    if (section->title.len > 0) {
        unicode_visible(section->title, VISIBLE_ONE_LINE, out);
        strbuf_addc(out, '\n');
    }
    for (size_t i = 0; i < section->run_count; i++)
        run_text(&p->wrote->runs[section->first_run + i], out);
    strbuf_addc(out, '\n');
}

static void people_text(const Page *p)
{
    StrBuf *out = &p->cli->out;

    for (size_t i = 0; i < p->wrote->person_count; i++) {
        const WrotePerson *person = &p->wrote->people[i];
        strbuf_addz(out, i > 0 ? ", " : "");
        unicode_visible(person->person.name.len > 0 ? person->person.name
                                                    : str_from(_("not saved yet")),
                        VISIBLE_ONE_LINE, out);
        strbuf_addc(out, ' ');
        cli_add_length(out, p->wrote->lang, person->count);
    }
    strbuf_addz(out, p->wrote->person_count > 0 ? "\n" : "");
}

static void page_text(const Page *p)
{
    for (size_t i = 0; i < p->wrote->section_count; i++)
        if (is_wanted(p, &p->wrote->sections[i]))
            section_text(p, &p->wrote->sections[i]);
    if (p->part.len == 0)
        people_text(p);
}

/* -- JSON ---------------------------------------------------------------------------
 */

static json_t *run_json(const Page *p, const WroteRun *run, Place *place)
{
    json_t *o = json_object();
    const char *const names[] = {"line", "column", "end_line", "end_column"};
    const size_t ends[] = {run->range.start, run->range.end};

    json_object_set_new(o, "text", json_text(run->words));
    json_object_set_new(o, "words", json_integer(run->count));
    json_object_set_new(o, "file", json_text(p->ref->path));
    for (int i = 0; i < 2; i++) {
        document_place_next(&p->doc.doc, ends[i], place);
        json_object_set_new(o, names[2 * i], json_integer(place->line));
        json_object_set_new(o, names[2 * i + 1], json_integer(place->column));
    }
    json_object_set_new(o, "offset", json_integer((json_int_t)ends[0]));
    json_object_set_new(o, "end_offset", json_integer((json_int_t)ends[1]));
    json_object_set_new(o, "revision",
                        run->revision ? json_revision(run->revision) : json_null());
    return o;
}

static json_t *sections_json(const Page *p)
{
    json_t *list = json_array();
    Place place = {0};

    for (size_t i = 0; i < p->wrote->section_count; i++) {
        const WroteSection *section = &p->wrote->sections[i];
        if (!is_wanted(p, section))
            continue;
        json_t *o = json_object(), *runs = json_array();
        for (size_t k = 0; k < section->run_count; k++)
            json_array_append_new(
                runs, run_json(p, &p->wrote->runs[section->first_run + k], &place));
        json_object_set_new(o, "id", json_text(section->id));
        json_object_set_new(o, "title", json_text(section->title));
        json_object_set_new(o, "runs", runs);
        json_array_append_new(list, o);
    }
    return list;
}

static void page_json(const Page *p)
{
    json_t *o = json_document("authors"), *people = json_array();

    for (size_t i = 0; i < p->wrote->person_count; i++) {
        const WrotePerson *person = &p->wrote->people[i];
        json_t *who = json_object();
        json_object_set_new(who, "person",
                            person->person.name.len > 0 ? json_person(&person->person)
                                                        : json_null());
        json_object_set_new(who, "words", json_integer(person->count));
        json_array_append_new(people, who);
    }
    json_object_set_new(o, "document", json_text(p->ref->name));
    json_object_set_new(o, "file", json_text(p->ref->path));
    json_object_set_new(o, "revision",
                        p->wrote->revision > 0 ? json_integer(p->wrote->revision)
                                               : json_null());
    json_object_set_new(o, "parts", sections_json(p));
    json_object_set_new(o, "people", people);
    json_print(o, &p->cli->out);
}

/* -- the command --------------------------------------------------------------------
 */

static bool find_out(Cli *cli, const DocumentRef *ref, Str text, int number,
                     Wrote **out, Error *err)
{
    Session *s = &cli->session;
    WhoWrote *w = NULL;
    bool told = false;

    *out = NULL;
    if (!who_wrote_begin(s, ref, text, number, &w, err))
        return false;
    bool ok = true;
    while (ok && !*out) {
        ok = who_wrote_more(w, s->waiting ? SLICE_MS : 0, out, err);
        if (ok && !*out && s->waiting) {
            s->waiting(who_wrote_seen(w));
            told = true;
        }
    }
    if (told)
        s->waiting(0);
    who_wrote_free(w);
    return ok;
}

static bool has_part(const Page *p, Error *err)
{
    for (size_t i = 0; i < p->wrote->section_count; i++)
        if (is_wanted(p, &p->wrote->sections[i]))
            return true;
    return error_set(err, ERR_NOT_FOUND, _("there is no section \"%.*s\" with words"),
                     STR_ARG(p->part));
}

static void tell_cut(Cli *cli, const DocumentRef *ref)
{
    Revisions *r = NULL;

    if (!service_revisions(&cli->session, ref, &r, NULL))
        return;
    if (service_is_cut(&cli->session, r))
        output_note(cli, "%s", history_cut_words());
    revisions_free(r);
}

bool show_authors(Cli *cli, const OpenDocument *open, const Revision *revision,
                  Error *err)
{
    Page page = {.cli = cli, .ref = &open->ref, .part = cli_value(cli, OPTION_PART)};
    Wrote *wrote = NULL;

    if (cli_has(cli, OPTION_OUTPUT)) {
        error_set(err, ERR_USAGE, _("--who has nothing to do with --output"));
        return error_hint(err, _("Send it to a file with: > FILE"));
    }
    if (revision && revision->number == 0) {
        error_set(err, ERR_NOT_FOUND, _("that is no revision of %.*s"),
                  STR_ARG(open->ref.name));
        return error_hint(err, _("See them with: prfaq log %.*s"),
                          STR_ARG(open->ref.name));
    }
    if (!find_out(cli, &open->ref, open->bytes, revision ? revision->number : 0, &wrote,
                  err))
        return false;
    page.wrote = wrote;
    bool ok = service_read_bytes(&cli->session, &open->ref, wrote->text, &cli->arena,
                                 &page.doc, err) &&
              has_part(&page, err);
    if (ok && cli_has(cli, OPTION_JSON))
        page_json(&page);
    else if (ok)
        page_text(&page);
    if (ok && !cli_has(cli, OPTION_JSON))
        tell_cut(cli, &open->ref);
    wrote_free(wrote);
    return ok;
}
