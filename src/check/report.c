#include "check/report.h"

#include "check/report_format.h"

/* clang-format off */
static const ReportForm forms[] = {
    [REPORT_TEXT]       = {"text",       NULL,        text_file,       "",  text_end},
    [REPORT_JSON]       = {"json",       json_begin,  json_file,       ",", json_end},
    [REPORT_JSON_LINES] = {"json-lines", NULL,        json_lines_file, "",  NULL},
    [REPORT_SARIF]      = {"sarif",      sarif_begin, sarif_file,      ",", sarif_end},
    [REPORT_GITHUB]     = {"github",     NULL,        github_file,     "",  github_end},
};
/* clang-format on */

enum { FORM_COUNT = sizeof forms / sizeof *forms };

bool report_format_parse(Str name, ReportFormat *out)
{
    for (int i = 0; i < FORM_COUNT; i++) {
        if (str_eq(name, str_from(forms[i].name))) {
            *out = (ReportFormat)i;
            return true;
        }
    }
    return false;
}

void report_begin(const ReportOptions *options, StrBuf *out)
{
    if (forms[options->format].begin)
        forms[options->format].begin(options, out);
}

void report_file(const ReportFile *file, const ReportOptions *options, StrBuf *piece)
{
    forms[options->format].file(file, options, piece);
}

void report_add(const ReportOptions *options, Str piece, const Findings *findings,
                ReportTotals *totals, StrBuf *out)
{
    if (piece.len > 0) {
        if (totals->any)
            strbuf_addz(out, forms[options->format].between);
        strbuf_add(out, piece);
        totals->any = true;
    }
    totals->factor =
        totals->files == 0 || totals->factor == findings->factor ? findings->factor : 0;
    totals->files++;
    totals->errors += findings->errors;
    totals->warnings += findings->warnings;
    totals->infos += findings->infos;
    totals->silenced += findings->silenced;
    totals->unready = totals->unready || !findings_ready(findings);
}

void report_end(const ReportOptions *options, const ReportTotals *totals, StrBuf *out)
{
    if (forms[options->format].end)
        forms[options->format].end(options, totals, out);
}

void report_all(const ReportFile *files, size_t count, const ReportOptions *options,
                StrBuf *out)
{
    ReportTotals totals = {0};
    StrBuf piece = {0};

    report_begin(options, out);
    for (size_t i = 0; i < count; i++) {
        strbuf_clear(&piece);
        report_file(&files[i], options, &piece);
        report_add(options, strbuf_view(&piece), files[i].findings, &totals, out);
    }
    report_end(options, &totals, out);
    strbuf_deinit(&piece);
}

int report_failing(const ReportTotals *totals, Level fail_on)
{
    if (fail_on == LEVEL_OFF)
        return 0;
    return totals->errors + (fail_on <= LEVEL_WARNING ? totals->warnings : 0) +
           (fail_on <= LEVEL_INFO ? totals->infos : 0);
}
