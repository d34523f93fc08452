#include "review/agenda.h"

#include "base/message.h"
#include "base/resource.h"
#include "base/utf8.h"

enum { COLUMN_MINUTES, COLUMN_TITLE, COLUMN_PART, COLUMN_WHO, COLUMN_KIND, COLUMN_SAY };

static const char *const columns[] = {"minutes", "title", "part", "who", "kind", "say"};
enum { COLUMN_COUNT = sizeof columns / sizeof *columns };

static bool refuse(Error *err, Str path, int line, const char *why)
{
    return error_set(err, ERR_INVALID, "%.*s:%d: %s", STR_ARG(path), line, why);
}

static bool read_kind(Str word, AgendaBox *box)
{
    static const char *const kinds[] = {"write", "talk", "list", "goal", "break"};
    Str rest = word, name;

    if (word.len == 0)
        return true;
    str_next_field(&rest, ':', &name);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!str_eq(name, str_from(kinds[i])))
            continue;
        box->kind = (BoxKind)i;
        return rest.len == 0 || (box->kind == BOX_LIST &&
                                 str_to_int(rest, &box->wanted) && box->wanted > 0);
    }
    return false;
}

static bool is_id(Str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return true;
}

/* NULL: it is a box. */
static const char *read_box(const TsvRow *row, AgendaBox *out)
{
    *out = (AgendaBox){.title = str_trim(row->fields[COLUMN_TITLE]),
                       .part = str_trim(row->fields[COLUMN_PART]),
                       .who = str_trim(row->fields[COLUMN_WHO]),
                       .say = str_trim(row->fields[COLUMN_SAY]),
                       .line = row->line};
    if (row->count > COLUMN_COUNT)
        return _("there are more fields than columns");
    if (!str_to_int(str_trim(row->fields[COLUMN_MINUTES]), &out->minutes) ||
        out->minutes < 1 || out->minutes > AGENDA_MINUTES_MAX)
        return _("minutes is a number from 1 to 600");
    if (out->title.len == 0)
        return _("a box needs a title");
    if (!is_id(out->part))
        return _("part is the id of a section: small letters, digits and hyphens");
    if (!read_kind(str_trim(row->fields[COLUMN_KIND]), out))
        return _("kind is write, talk, list, list:NUMBER, goal or break");
    return NULL;
}

static bool read_header(Str line)
{
    Str field;

    for (size_t i = 0; i < COLUMN_COUNT; i++)
        if (!str_next_field(&line, '\t', &field) ||
            !str_eq(str_trim(field), str_from(columns[i])))
            return false;
    return line.len == 0;
}

static bool is_nothing(Str line)
{
    return str_is_blank(line) || line.ptr[0] == '#';
}

bool agenda_parse(Str bytes, Str path, Arena *arena, Agenda *out, Error *err)
{
    AgendaBox *boxes = arena_array(arena, AGENDA_MAX, sizeof *boxes);
    Str rest = bytes, line;
    bool header = false;
    int number = 0;
    size_t bad = 0;

    *out = (Agenda){.boxes = boxes};
    if (!utf8_valid(bytes, &bad))
        return refuse(err, path, 1, _("this is no UTF-8"));
    if (str_starts(rest, STR("\xEF\xBB\xBF")))
        rest = str_slice(rest, 3, rest.len);
    while (str_next_line(&rest, &line)) {
        number++;
        if (is_nothing(line))
            continue;
        if (tsv_has_control(line))
            return refuse(err, path, number, _("there is a control character"));
        if (!header) {
            if (!read_header(str_trim_end(line)))
                return refuse(err, path, number,
                              _("the first line names the columns: minutes, title, "
                                "part, who, kind, say, with tabs between them"));
            header = true;
            continue;
        }
        if (out->count == AGENDA_MAX)
            return refuse(err, path, number, _("an agenda has at most 100 boxes"));
        TsvRow row = {.line = number - 1};
        Str one = line;
        tsv_next(&one, &row);
        row.line = number;
        const char *why = read_box(&row, &boxes[out->count]);
        if (why)
            return refuse(err, path, number, why);
        out->minutes += boxes[out->count++].minutes;
    }
    return out->count > 0 ||
           refuse(err, path, number ? number : 1, _("there is no box in this agenda"));
}

bool agenda_of_template(const Template *t, StrBuf *out)
{
    bool any = false;

    strbuf_addz(out, "minutes\ttitle\tpart\twho\tkind\tsay\n");
    for (size_t i = 0; i < t->spec_count; i++) {
        const PartSpec *spec = &t->specs[i];
        if (spec->minutes < 1 || spec->minutes > AGENDA_MINUTES_MAX)
            continue;
        strbuf_addf(out, "%d\t%.*s\t%.*s\tnext\twrite\t\n", spec->minutes,
                    STR_ARG(spec->title), STR_ARG(spec->id));
        any = true;
    }
    return any;
}

Str agenda_starter(const Agenda *a, size_t box, const Str *room, size_t count)
{
    size_t turn = 0;

    if (box >= a->count)
        return (Str){0};
    if (!str_eq(a->boxes[box].who, STR("next")))
        return a->boxes[box].who;
    for (size_t i = 0; i < box; i++)
        turn += str_eq(a->boxes[i].who, STR("next"));
    return count ? room[turn % count] : (Str){0};
}

/* Behind "- ", "* ", "+ ", "12. " or "12) "; `line` is trimmed. */
static Str item_words(Str line)
{
    size_t at = 0;

    if (line.len > 1 &&
        (line.ptr[0] == '-' || line.ptr[0] == '*' || line.ptr[0] == '+') &&
        line.ptr[1] == ' ')
        return str_trim(str_slice(line, 2, line.len));
    while (at < line.len && line.ptr[at] >= '0' && line.ptr[at] <= '9')
        at++;
    if (at > 0 && at + 1 < line.len && (line.ptr[at] == '.' || line.ptr[at] == ')') &&
        line.ptr[at + 1] == ' ')
        return str_trim(str_slice(line, at + 2, line.len));
    return str_starts(line, STR("**Q")) ? line : (Str){0};
}

int agenda_items(Str text)
{
    Str line;
    int items = 0;

    while (str_next_line(&text, &line))
        items += item_words(str_trim(line)).len > 0;
    return items;
}

Str agenda_goal(const Document *doc, const char *id)
{
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        if (!str_eq(part->id, str_from(id)))
            continue;
        Str rest = str_range(doc->bytes, part->body), line;
        while (str_next_line(&rest, &line)) {
            line = str_trim(line);
            if (line.len > 0 && !str_starts(line, STR("<!--")) &&
                !str_starts(line, STR("#")))
                return line;
        }
    }
    return (Str){0};
}
