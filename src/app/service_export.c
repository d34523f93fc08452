#include "app/images.h"
#include "app/service.h"
#include "base/file.h"
#include "base/message.h"
#include "render/html.h"
#include "render/plain.h"

enum { IMAGE_MAX = 8 << 20, TEXT_WIDTH = 72 };

bool export_format_parse(Str name, ExportFormat *out)
{
    if (str_eq(name, STR("html")))
        *out = EXPORT_HTML;
    else if (str_eq(name, STR("md")))
        *out = EXPORT_MARKDOWN;
    else if (str_eq(name, STR("txt")))
        *out = EXPORT_TEXT;
    else
        return false;
    return true;
}

/* "Revision 14, 2 March 2027" in the document's language, which need not be the
 * interface's: no catalogue is asked. */
static void make_stamp(const Revision *r, Lang lang, StrBuf *out)
{
    static const char *const months[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    Date day = date_of(r->time);

    if (!date_valid(day))
        return;
    if (lang == LANG_KO)
        strbuf_addf(out, "%d판, %d년 %d월 %d일", r->number, day.year, day.month,
                    day.day);
    else
        strbuf_addf(out, "Revision %d, %d %s %d", r->number, day.day,
                    months[day.month - 1], day.year);
}

/* What loads the images of one document. */
typedef struct ImageLoader {
    Images images;
    Arena *arena;
} ImageLoader;

static bool load_image(void *ctx, Str path, Str *bytes)
{
    const ImageLoader *loader = ctx;
    Str real = {0};
    StrBuf content = {0};
    bool ok = images_find(&loader->images, path, loader->arena, &real) &&
              file_read(real.ptr, IMAGE_MAX, &content, NULL);

    if (ok)
        *bytes = arena_str(loader->arena, strbuf_view(&content));
    strbuf_deinit(&content);
    return ok;
}

/* The images of a document, handed to whoever sets it. */
static void set_images(const Session *s, const OpenDocument *doc, ImageLoader *loader,
                       HtmlOptions *options)
{
    loader->images.document = doc->ref.path;
    if (doc->ref.relative.len > 0)
        loader->images.root = s->workspace.root;
    if (doc->ref.path.len > 0) {
        options->image = load_image;
        options->image_ctx = loader;
    }
}

static void export_html(Session *s, const OpenDocument *doc, bool headings,
                        const Revision *stamp, StrBuf *out)
{
    Arena arena = {0};
    ImageLoader loader = {.arena = &arena};
    StrBuf words = {0};
    HtmlOptions options = {.headings = headings};

    if (stamp)
        make_stamp(stamp, doc->doc.lang, &words);
    options.stamp = strbuf_view(&words);
    set_images(s, doc, &loader, &options);
    render_html(&doc->doc, &options, out);
    strbuf_deinit(&words);
    arena_deinit(&arena);
}

void service_sheets(Session *s, const OpenDocument *doc, SheetKind kind, Paper paper,
                    const Revision *stamp, StrBuf *out)
{
    Arena arena = {0};
    ImageLoader loader = {.arena = &arena};
    StrBuf words = {0};
    HtmlOptions options = {0};

    if (stamp)
        make_stamp(stamp, doc->doc.lang, &words);
    else
        strbuf_addz(&words, _("Words that are in no revision yet"));
    options.stamp = strbuf_view(&words);
    set_images(s, doc, &loader, &options);
    if (kind == SHEET_READING)
        sheets_reading(&doc->doc, paper, &options, out);
    else
        sheets_five(session_library(s), doc->doc.lang, doc->doc.title, paper,
                    stamp ? options.stamp : (Str){0}, out);
    strbuf_deinit(&words);
    arena_deinit(&arena);
}

const Revision *service_stamp(Session *s, const OpenDocument *doc, Arena *arena)
{
    Repo *repo = NULL;
    RepoFile state = REPO_FILE_NEW;
    Revision *out = ARENA_NEW(arena, Revision);

    if (doc->ref.relative.len == 0 || !session_repo(s, &repo, NULL) ||
        !repo_compare(repo, doc->ref.relative, doc->bytes, &state, NULL) ||
        state != REPO_FILE_SAME ||
        !service_revision(s, &doc->ref, STR(""), arena, out, NULL, NULL))
        return NULL;
    return out;
}

void service_export(Session *s, const OpenDocument *doc, ExportFormat format,
                    bool headings, const Revision *stamp, StrBuf *out)
{
    switch (format) {
    case EXPORT_HTML:
        export_html(s, doc, headings, stamp, out);
        break;
    case EXPORT_MARKDOWN:
        render_markdown(&doc->doc, headings, out);
        break;
    case EXPORT_TEXT:
        render_plain(&doc->doc, headings, TEXT_WIDTH, out);
        break;
    }
}
