/* report_github.c: workflow commands of GitHub Actions, which show a finding beside
 * the changed line: "::error file=a.md,line=3,col=1::message". */
#include "base/unicode.h"
#include "check/report_format.h"
#include "check/rule.h"

static const char *command_of(Level level)
{
    return level == LEVEL_ERROR     ? "error"
           : level == LEVEL_WARNING ? "warning"
                                    : "notice";
}

typedef enum Where { IN_DATA, IN_PROPERTY } Where;

/* The runner undoes exactly these escapes: %25 %0D %0A, and %3A %2C in properties. */
static void add_escaped(Str text, Where where, StrBuf *out)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        bool special = c == '%' || c == '\r' || c == '\n' ||
                       (where == IN_PROPERTY && (c == ':' || c == ','));
        if (special)
            strbuf_addf(out, "%%%02X", c);
        else
            strbuf_addc(out, (char)c);
    }
}

/* What people wrote reaches the log visibly. */
static void add_visible(Str text, Where where, StrBuf *out)
{
    StrBuf visible = {0};

    unicode_visible(text, VISIBLE_ONE_LINE, &visible);
    add_escaped(strbuf_view(&visible), where, out);
    strbuf_deinit(&visible);
}

static void add_place(const Document *doc, Range range, Place *start, StrBuf *out)
{
    Place end = {0};

    if (!doc) {
        strbuf_addz(out, ",line=1");
        return;
    }
    document_place_next(doc, range.start, start);
    end = *start;
    document_place_next(doc, range.end, &end);
    strbuf_addf(out, ",line=%d,endLine=%d", start->line, end.line);
    /* Columns are for one line only, and endColumn names the last character. */
    if (end.line == start->line)
        strbuf_addf(out, ",col=%d,endColumn=%d", start->column,
                    end.column > start->column ? end.column - 1 : end.column);
}

static void add_command(const ReportFile *file, const Finding *finding, Place *place,
                        StrBuf *out)
{
    Str path = file->relative.len > 0 ? file->relative : file->path;

    strbuf_addf(out, "::%s file=", command_of(finding->level));
    add_visible(path, IN_PROPERTY, out);
    add_place(file->doc, finding->range, place, out);
    strbuf_addz(out, ",title=prfaq ");
    add_escaped(finding->rule->id, IN_PROPERTY, out);
    strbuf_addz(out, "::");
    add_visible(finding->message, IN_DATA, out);
    if (finding->advice.len > 0) {
        strbuf_addz(out, "%0A");
        add_visible(finding->advice, IN_DATA, out);
    }
    strbuf_addc(out, '\n');
}

void github_file(const ReportFile *file, const ReportOptions *options, StrBuf *out)
{
    const Findings *f = file->findings;
    Place place = {0};

    (void)options;
    for (size_t i = 0; i < f->count; i++)
        if (!f->items[i].silenced)
            add_command(file, &f->items[i], &place, out);
}

void github_end(const ReportOptions *options, const ReportTotals *totals, StrBuf *out)
{
    report_summary(options, totals, out);
}
